/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/folder.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void folder_remove(const char *folder)
{
    DIR *dir = opendir(folder);
    char path[1024];

    for (struct dirent *x = dir ? readdir(dir) : NULL; x; x = readdir(dir)) {
        if (strcmp(x->d_name, ".") == 0 || strcmp(x->d_name, "..") == 0)
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, x->d_name);
        if (unlink(path) != 0)
            folder_remove(path);
    }
    if (dir)
        closedir(dir);
    rmdir(folder);
}

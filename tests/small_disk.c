/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/small_disk.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/check.h"

bool small_disk(const char *folder)
{
    char options[64];

    snprintf(options, sizeof options, "size=%d,mode=0700", SMALL_DISK_BYTES);
    return unshare(CLONE_NEWNS) == 0 && mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
        && mount("tmpfs", folder, "tmpfs", MS_NOSUID | MS_NODEV, options) == 0;
}

bool small_disk_may(void)
{
    int status;
    pid_t child = fork();

    if (child == 0)
        _exit(small_disk("/tmp") ? 0 : 1);
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void small_disk_fill(const char *ballast, int64_t leave)
{
    static const char zeros[4096];
    int fd = open(ballast, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

    assert_true(fd >= 0);
    while (write(fd, zeros, sizeof zeros) == (ssize_t)sizeof zeros)
        continue;
    assert_int_equal(errno, ENOSPC);
    assert_int_equal(ftruncate(fd, lseek(fd, 0, SEEK_END) - leave), 0);
    close(fd);
}

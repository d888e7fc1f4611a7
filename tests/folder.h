/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folders that a test made for itself. */
#ifndef TESTS_FOLDER_H
#define TESTS_FOLDER_H

/* Removes the folder with all that is in it. */
void folder_remove(const char *folder);
#endif

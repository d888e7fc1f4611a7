/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real file system that can be filled, where this account may mount one. */
#ifndef TESTS_SMALL_DISK_H
#define TESTS_SMALL_DISK_H
#include "base/base.h"

enum { SMALL_DISK_BYTES = 16 << 20 };

/* Mounts it on a folder, in a mount namespace of this process and its children: nothing stays mounted whatever
 * happens. */
bool small_disk(const char *folder);
/* Tried in a process that ends at once. */
bool small_disk_may(void);
/* A file on it that leaves so many bytes. */
void small_disk_fill(const char *ballast, int64_t leave);
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes nobody can guess: salts, and the keys that make a repeated action count once. */
#ifndef SYS_RANDOM_H
#define SYS_RANDOM_H
#include <stddef.h>

enum { RANDOM_KEY_TEXT = 33 };

void random_bytes(void *out, size_t n); /* from the kernel; stops the program if it has none */
void random_key(char out[RANDOM_KEY_TEXT]); /* 128 bits in hexadecimal */
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions that a reader should never meet here. Included by every file through base/base.h. */
#ifndef BASE_BANNED_H
#define BASE_BANNED_H
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#if defined(__GNUC__)
#undef sprintf /* macros of the C library for some compilers */
#undef vsprintf
#pragma GCC poison strcpy strcat sprintf vsprintf strtok atoi atol atof gets system localtime strncpy strncat
#endif
#endif

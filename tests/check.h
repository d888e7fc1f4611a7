/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every test program includes first: cmocka with what it needs. */
#ifndef TESTS_CHECK_H
#define TESTS_CHECK_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#endif

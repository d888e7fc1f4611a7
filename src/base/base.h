/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that every floor uses. No input or output, no clock, no locale. */
#ifndef BASE_BASE_H
#define BASE_BASE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/banned.h"
#include "base/bug.h"
#include "base/err.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/yen.h"
#include "base/day.h"

/* Marks an English source string for the catalogues; translated only where it is drawn or printed. */
#define N_(s) s

#define COUNT_OF(a) (sizeof(a) / sizeof((a)[0]))
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plural rule of a catalogue's header ("nplurals=2; plural=n != 1;"), a C expression over n. */
#ifndef TEXT_PLURAL_H
#define TEXT_PLURAL_H
#include <stdbool.h>
#include <stddef.h>

/* Evaluates text[0..len) for n. False when it is no expression, nests deeper than 32, or divides by
 * zero for this n. */
bool plural_eval(const char *text, size_t len, unsigned long n, unsigned long *out);
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a line ends, on a paper or the screen. Japanese breaks anywhere, but no line begins with
 * 、。」 or small kana and none ends with an opening bracket (kinsoku); Latin words stay whole
 * while they fit. */
#ifndef TEXT_WRAP_H
#define TEXT_WRAP_H
#include <stddef.h>

/* The bytes of the first line of s in at most `cells` cells, without blanks at its end; *next is
 * where the second line begins (blanks and one '\n' skipped). What fits nowhere is broken between
 * clusters, never lost: over all lines every character that is no blank comes once. s is checked
 * UTF-8. */
size_t wrap_line(const char *s, int cells, size_t *next);
#endif

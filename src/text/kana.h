/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kana for furigana fields: what is typed in any width or syllabary becomes what the form wants. */
#ifndef TEXT_KANA_H
#define TEXT_KANA_H
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* Whether a text consists of kana of any kind, long marks, middle points and blanks, and has at
 * least one kana. */
bool kana_only(const char *s);

/* Full-width katakana: from hiragana and half-width kana, sound marks joined (ｶﾞ -> ガ, か+U+3099
 * -> ガ). What is not kana stays. */
char *kana_to_katakana(struct arena *a, const char *s);

/* One half-width katakana or sign (U+FF61..FF9F) to full width; others stay. */
uint32_t kana_full_width(uint32_t c);

/* The kana c with a combining or spacing sound mark (any of U+3099 309A 309B 309C FF9E FF9F)
 * joined; 0 when there is no such kana. c is full-width. */
uint32_t kana_with_mark(uint32_t c, uint32_t mark);
#endif

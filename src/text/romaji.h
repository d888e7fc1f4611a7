/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A proposal for the Latin spelling of a reading, by the passport's Hepburn rules (domain
 * page 6.3). Only a proposal: the person's own spelling holds, and コウチワ (KOUCHIWA) cannot be
 * known from kana alone. */
#ifndef TEXT_ROMAJI_H
#define TEXT_ROMAJI_H
#include "base/arena.h"

/* "オオノ ジュンイチ" -> "ONO JUNICHI". Blanks part the words; what is not kana is left out. */
char *romaji_from_kana(struct arena *a, const char *kana);
#endif

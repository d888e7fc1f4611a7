/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of spoken languages, for the interpreter that somebody needs: one clerk types ベトナム語, another Vietnamese,
 * and each reads it on her own screen. */
#ifndef TEXT_LANGUAGE_H
#define TEXT_LANGUAGE_H
#include "base/arena.h"
#include "text/lang.h"

/* The language somebody wrote: its name in Japanese or English, or its code of ISO 639-1, with or without
 * "interpreter" or 通訳 behind it; capitals, width and blanks do not matter. What is not known is
 * given back as it was written, the same in both. */
struct bilingual language_name(struct arena *a, const char *typed);
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text made equal for comparing: what is typed into number, date and choice fields, and the search
 * keys of people. A name itself is never folded or normalised when it is stored; only its key is.
 * Results are new strings in the arena. */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H
#include <stdint.h>

#include "base/arena.h"

/* Full-width and look-alike characters to ASCII: digits, letters, signs, the ideographic space, and
 * every sort of dash or minus (－ − ‐ ー …) to '-'. Other characters stay. */
uint32_t fold_ascii_char(uint32_t c);
char *fold_ascii(struct arena *a, const char *s);

/* Key of a written name: compatibility forms and variants made one (髙=高, 﨑=崎, 邊=邉=辺,
 * 斎=齋=齊=斉), variation selectors, accents, blanks and points dropped, letters small. */
char *fold_name(struct arena *a, const char *s);

/* Key of a reading: full-width katakana, small kana large, ヅ=ズ, ヂ=ジ, ヴ=ブ, ヲ=オ, long marks,
 * blanks and points dropped; sound marks kept (ハシ is not バシ). */
char *fold_kana(struct arena *a, const char *s);

/* Key of a phone, patient or postal number: its digits, full-width ones too; nothing else. */
char *fold_phone(struct arena *a, const char *s);

/* What a search word looks like, and its key. */
enum fold_kind {
    FOLD_EMPTY, /* nothing to look for */
    FOLD_DIGITS, /* digits with blanks, hyphens, brackets, a leading plus: key as fold_phone */
    FOLD_KANA, /* only kana: key as fold_kana (look also for the name written in kana) */
    FOLD_LATIN, /* only letters of Latin script: key as fold_name */
    FOLD_NAME /* anything else: key as fold_name */
};
struct fold_key {
    enum fold_kind kind;
    const char *key;
};
struct fold_key fold_any(struct arena *a, const char *s);
#endif

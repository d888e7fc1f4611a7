/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must not reach a terminal, a printer or a name; and numbers that must not be kept. */
#ifndef TEXT_SAFE_H
#define TEXT_SAFE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"

/* Why a character is not let through. */
enum safe_fault {
    SAFE_GOOD,
    SAFE_BROKEN, /* no UTF-8, a noncharacter */
    SAFE_CONTROL, /* C0, DEL, C1 */
    SAFE_BIDI, /* U+200E 200F 061C 202A..202E 2066..2069: text that reads backwards */
    SAFE_INVISIBLE, /* zero-width and other unseen characters */
    SAFE_LINE, /* U+2028 U+2029 */
    SAFE_MARKS /* more than SAFE_MARKS_MAX combining marks in a run */
};
enum { SAFE_MARKS_MAX = 8 };

struct safe_finding {
    enum safe_fault fault;
    size_t at; /* byte offset */
    uint32_t c; /* the character; the byte when broken */
};

/* Adds s for a screen or a paper: controls (also ESC) as '?', tab and line separators as a blank,
 * bidi and invisible characters and too many marks left out. Variation selectors stay, the joiner
 * stays inside emoji. With lines, '\n' stays, else it is a blank too. */
void safe_text(const char *s, bool lines, struct buf *out);

/* The first character of s that a name or a typed text may not hold; true when there is none.
 * Variation selectors U+FE00..FE0F and U+E0100..E01EF are good: 葛󠄀 is a real name. */
bool safe_check(const char *s, bool lines, struct safe_finding *found);

/* The same as an ERR_INPUT of the field, saying which character it is. */
bool safe_name(const char *s, const char *field, struct err *e);

struct text_span {
    size_t at, bytes;
};

/* My Number guard (domain page 3.2): the next run of twelve digits, of any width, in one piece or
 * in groups of four with a blank or hyphen between, whose check digit is right. Looks from byte
 * `from`; a twelve-digit part of a longer number is none. */
bool safe_my_number(const char *s, size_t from, struct text_span *found);

/* The next of the words 保険者番号, 記号, 番号 (also "My Number", 個人番号, マイナンバー). */
bool safe_number_word(const char *s, size_t from, struct text_span *found);
#endif

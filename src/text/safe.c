/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/safe.h"

#include <unictype.h>

#include "base/base.h"
#include "text/utf8.h"

enum { JOINER = 0x200D };

static bool is_bidi(uint32_t c)
{
    return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
}

/* Characters that take no room and show nothing. */
static bool is_invisible(uint32_t c)
{
    static const struct {
        uint32_t first, last;
    } unseen[] = { { 0x00AD, 0x00AD }, { 0x034F, 0x034F }, { 0x115F, 0x1160 }, { 0x17B4, 0x17B5 },
        { 0x180B, 0x180F }, { 0x200B, 0x200D }, { 0x2060, 0x2065 }, { 0x206A, 0x206F },
        { 0x3164, 0x3164 }, { 0xFEFF, 0xFEFF }, { 0xFFA0, 0xFFA0 }, { 0xFFF0, 0xFFFB },
        { 0x1BCA0, 0x1BCA3 }, { 0x1D173, 0x1D17A }, { 0xE0000, 0xE00FF }, { 0xE01F0, 0xE0FFF } };

    for (size_t i = 0; i < COUNT_OF(unseen); i++) {
        if (c >= unseen[i].first && c <= unseen[i].last)
            return true;
    }
    return false;
}

static bool is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

/* Marks that stack on a letter, selectors among them. */
static bool is_mark(uint32_t c)
{
    return c >= 0x300
        && (utf8_is_selector(c) || uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M));
}

static enum safe_fault fault_of(uint32_t c, bool lines)
{
    if (c == '\n' && lines)
        return SAFE_GOOD;
    if (is_control(c))
        return SAFE_CONTROL;
    if (c < 0xA0 || utf8_is_selector(c))
        return SAFE_GOOD;
    if (is_bidi(c))
        return SAFE_BIDI;
    if (c == 0x2028 || c == 0x2029)
        return SAFE_LINE;
    return is_invisible(c) ? SAFE_INVISIBLE : SAFE_GOOD;
}

static bool joins_emoji(uint32_t before, uint32_t c)
{
    return c == JOINER
        && (before == 0xFE0F || (before >= 0xA9 && uc_is_property_extended_pictographic(before))
            || (before >= 0x1F3FB && before <= 0x1F3FF));
}

/* What a character becomes on a screen or paper: one character, or 0 for nothing. */
static uint32_t stand_in(uint32_t c, uint32_t before, bool lines)
{
    switch (fault_of(c, lines)) {
    case SAFE_CONTROL:
        return c == '\t' || c == '\n' ? ' ' : '?';
    case SAFE_LINE:
        return ' ';
    case SAFE_BIDI:
        return 0;
    case SAFE_INVISIBLE:
        return joins_emoji(before, c) ? c : 0;
    default:
        return c;
    }
}

void safe_text(const char *s, bool lines, struct buf *out)
{
    uint32_t before = 0;
    int marks = 0;

    while (*s) {
        uint32_t c = stand_in(utf8_next(&s), before, lines);
        if (c == 0)
            continue;
        marks = is_mark(c) ? marks + 1 : 0;
        if (marks > SAFE_MARKS_MAX)
            continue;
        char bytes[UTF8_MAX];
        buf_add(out, bytes, utf8_encode(c == 0xFFFD ? '?' : c, bytes));
        before = c;
    }
}

bool safe_check(const char *s, bool lines, struct safe_finding *found)
{
    size_t n = strlen(s), at = 0;
    uint32_t before = 0;
    int marks = 0;

    while (at < n) {
        uint32_t c = 0;
        size_t step = utf8_decode(s + at, n - at, &c);
        if (step == 0) {
            *found = (struct safe_finding){ SAFE_BROKEN, at, (unsigned char)s[at] };
            return false;
        }
        enum safe_fault fault = fault_of(c, lines);
        if (fault == SAFE_INVISIBLE && lines && joins_emoji(before, c))
            fault = SAFE_GOOD; /* emoji may stand in notes, not in names */
        marks = is_mark(c) ? marks + 1 : 0;
        if (fault == SAFE_GOOD && marks > SAFE_MARKS_MAX)
            fault = SAFE_MARKS;
        if (fault != SAFE_GOOD) {
            *found = (struct safe_finding){ fault, at, c };
            return false;
        }
        before = c;
        at += step;
    }
    return true;
}

bool safe_name(const char *s, const char *field, struct err *e)
{
    struct safe_finding f;
    char code[16];

    if (safe_check(s, false, &f))
        return true;
    if (f.fault == SAFE_BROKEN)
        return err_set(e, ERR_INPUT, field,
            N_("The text is not valid UTF-8. Set the terminal to UTF-8 and type it again."), NULL);
    if (f.fault == SAFE_MARKS)
        return err_set(e, ERR_INPUT, field,
            N_("More than 8 marks stand on one character. Type it again."), NULL);
    snprintf(code, sizeof code, "U+%04X", (unsigned)f.c);
    if (f.fault == SAFE_CONTROL)
        return err_set(e, ERR_INPUT, field,
            N_("The control character %s cannot be stored. Delete the text and type it again."),
            code, NULL);
    return err_set(e, ERR_INPUT, field,
        N_("The invisible character %s cannot be stored. Delete the text and type it again."), code,
        NULL);
}

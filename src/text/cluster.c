/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/cluster.h"

#include <unigbrk.h>
#include <unictype.h>

#include "base/base.h"
#include "text/utf8.h"

enum { JOINER = 0x200D };

/* Two plain characters next to each other are always two clusters; most text is like this. */
static bool plain(uint32_t c)
{
    return (c >= 0x20 && c < 0x7F) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FF)
        || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xFF01 && c <= 0xFF9D);
}

static bool flag_letter(uint32_t c)
{
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

static bool pictograph(uint32_t c)
{
    return c >= 0xA9 && uc_is_property_extended_pictographic(c);
}

/* What must be remembered of the cluster so far: rules GB11 (emoji joined by ZWJ) and GB12 (flags
 * are pairs of letters) of UAX 29 look farther back than one character. */
struct sight {
    uint32_t last;
    bool emoji; /* a pictograph, then marks, then at most one ZWJ */
    bool paired; /* last is the second letter of a flag */
};

static bool parts(const struct sight *s, uint32_t c)
{
    if (plain(s->last) && plain(c))
        return true;
    if (s->last == JOINER && s->emoji && pictograph(c))
        return false;
    if (flag_letter(s->last) && flag_letter(c))
        return s->paired;
    return uc_is_grapheme_break(s->last, c);
}

static void see(struct sight *s, uint32_t c)
{
    s->paired = flag_letter(c) && flag_letter(s->last) && !s->paired;
    if (pictograph(c))
        s->emoji = true;
    else if (s->last == JOINER
        || (c != JOINER && uc_graphemeclusterbreak_property(c) != GBP_EXTEND))
        s->emoji = false;
    s->last = c;
}

size_t cluster_next(const char *s, size_t at)
{
    const char *p = s + at;
    struct sight sight = { 0 };
    uint32_t c = utf8_next(&p);

    if (c == 0)
        return at;
    see(&sight, c);
    for (;;) {
        const char *border = p;
        c = utf8_next(&p);
        if (c == 0 || parts(&sight, c))
            return (size_t)(border - s);
        see(&sight, c);
    }
}

/* A border that no rule can take away, at or before `at`: there is one between any two characters
 * that part, unless the earlier is a joiner or both are letters of flags. */
static size_t sure_border(const char *s, size_t at)
{
    while (at > 0) {
        size_t before = utf8_before(s, at);
        const char *p = s + before;
        uint32_t a = utf8_next(&p), b = utf8_next(&p);
        if (a != JOINER && !(flag_letter(a) && flag_letter(b))
            && ((plain(a) && plain(b)) || uc_is_grapheme_break(a, b)))
            return at;
        at = before;
    }
    return 0;
}

size_t cluster_prev(const char *s, size_t at)
{
    if (at == 0)
        return 0;
    size_t start = sure_border(s, utf8_before(s, at));
    for (;;) {
        size_t next = cluster_next(s, start);
        if (next >= at || next == start)
            return start;
        start = next;
    }
}

size_t cluster_count(const char *s)
{
    size_t n = 0;

    for (size_t at = 0, next; (next = cluster_next(s, at)) != at; at = next)
        n++;
    return n;
}

static bool half_width_mark(const char *s, size_t at)
{
    const char *p = s + at;
    uint32_t c = utf8_next(&p);

    return c == 0xFF9E || c == 0xFF9F;
}

size_t cluster_erase_before(const char *s, size_t at)
{
    size_t last = utf8_before(s, at);

    return at > 0 && half_width_mark(s, last) ? last : cluster_prev(s, at);
}

size_t cluster_erase_after(const char *s, size_t at)
{
    size_t end = cluster_next(s, at);

    for (size_t i = at; i < end; i++) {
        if (i > at && half_width_mark(s, i))
            return i;
    }
    return end;
}

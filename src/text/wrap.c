/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/wrap.h"

#include <string.h>
#include <uchar.h>

#include "base/base.h"
#include "text/cluster.h"
#include "text/utf8.h"
#include "text/width.h"

/* No line begins with these (JIS X 4051, the common part)... */
static const char32_t NOT_FIRST[] = U",.:;?!)]}%、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】℃％"
                                    U"ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ";
/* ... and none ends with these. */
static const char32_t NOT_LAST[] = U"([{‘“（〔［｛〈《「『【￥〒｢";

static bool one_of(uint32_t c, const char32_t *list)
{
    if (c >= 0x4E00 && c <= 0x9FFF) /* kanji: never */
        return false;
    while (*list && *list != c)
        list++;
    return *list != 0;
}

static bool breaks_anywhere(uint32_t c)
{
    return width_char(c) == 2 || (c >= 0xFF61 && c <= 0xFF9F);
}

static bool may_break(uint32_t before, uint32_t after)
{
    if (one_of(after, NOT_FIRST) || one_of(before, NOT_LAST))
        return false; /* also not inside "[ ]", a box to tick */
    if (before == ' ' || before == 0x3000 || after == ' ' || after == 0x3000)
        return true;
    if (before >= '0' && before <= '9') /* a number and its unit: 33,000円 */
        return false;
    return breaks_anywhere(before) || breaks_anywhere(after);
}

static size_t blank_at(const char *s)
{
    if (*s == ' ')
        return 1;
    return strncmp(s, "\xE3\x80\x80", 3) == 0 ? 3 : 0;
}

static size_t without_blanks(const char *s, size_t n)
{
    for (;;) {
        if (n >= 1 && s[n - 1] == ' ')
            n--;
        else if (n >= 3 && memcmp(s + n - 3, "\xE3\x80\x80", 3) == 0)
            n -= 3;
        else
            return n;
    }
}

size_t wrap_line(const char *s, int cells, size_t *next)
{
    size_t at = 0, fit = 0, first = 0;
    int used = 0;
    uint32_t before = 0;

    while (s[at] && s[at] != '\n') {
        const char *look = s + at;
        size_t to = cluster_next(s, at);
        uint32_t c = utf8_next(&look);
        int w = width_cluster(s + at, to - at);

        if (at > 0 && may_break(before, c))
            fit = at;
        if (used + w > cells && !blank_at(s + at)) {
            first = to;
            break;
        }
        used += w;
        before = c;
        at = to;
    }
    if (!first) { /* the rest, or up to the end of its line */
        *next = s[at] == '\n' ? at + 1 : at;
        return without_blanks(s, at);
    }
    if (without_blanks(s, fit) == 0) /* one long word: broken where the line is full */
        fit = at > 0 ? at : first;
    *next = fit;
    for (size_t n; (n = blank_at(s + *next)) != 0;)
        *next += n;
    return without_blanks(s, fit);
}

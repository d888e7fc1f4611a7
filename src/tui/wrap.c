/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/wrap.h"

#include "base/base.h"
#include "text/cluster.h"
#include "text/utf8.h"
#include "text/width.h"

static bool one_of(const char *set, uint32_t c)
{
    uint32_t member;

    while ((member = utf8_next(&set)) != 0)
        if (member == c)
            return true;
    return false;
}

static bool may_not_begin(uint32_t c)
{
    return one_of("、。，．・：；？！）」』】〉》〕］｝ーゝゞ々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
                  ",.:;?!)]}%",
        c);
}

static bool may_not_end(uint32_t c)
{
    return one_of("（「『【〈《〔［｛([{", c);
}

/* Whether a line may break between these two characters, neither of which is a blank. */
static bool breaks_between(uint32_t a, uint32_t b)
{
    return (width_char(a) == 2 || width_char(b) == 2) && !may_not_begin(b) && !may_not_end(a);
}

static uint32_t first_char(const char *s)
{
    return utf8_next(&s);
}

size_t wrap_line(const char *s, int cells, size_t *next)
{
    size_t at = 0, best = 0, best_next = 0;
    int used = 0;
    uint32_t before = 0;

    while (s[at] && s[at] != '\n') {
        size_t end = cluster_next(s, at);
        uint32_t c = first_char(s + at);
        if (c == ' ') {
            best = at;
            best_next = end;
        } else if (at > 0 && before != ' ' && breaks_between(before, c)) {
            best = best_next = at;
        }
        used += width_cluster(s + at, end - at);
        if (used > cells && c != ' ') {
            if (best_next == 0) /* one long word: break it where the line ends */
                best = best_next = at > 0 ? at : end;
            *next = best_next;
            return best;
        }
        before = c;
        at = end;
    }
    *next = s[at] ? at + 1 : at;
    return at;
}

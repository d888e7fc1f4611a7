/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days that suit and those that do not, as a request holds them: words of the form, in which dates stand. */
#include "domain/slot.h"
#include "text/date_input.h"
#include "text/fold.h"

enum { TOKEN_BYTES = 48, RANGE_DAYS = 31, WISHES_MAX = 64 };

/* Where the reading stands in the words, and what was read last. */
struct wish_words {
    const char *at;
    struct date_context context;
    struct arena *arena;
    struct day_wish *list;
    size_t n, cap;
    bool other; /* words that are no dates */
};

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Skips any of the words; true when one stood there. */
static bool skip(const char **at, const char *const words[], size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_starts(*at, words[i])) {
            *at += strlen(words[i]);
            return true;
        }
    return false;
}

/* "12/8", "2026-12-3", "R8.12.3", "12月8日", "9": digits and what joins them. */
static size_t token(const char *s)
{
    static const char *const joints[] = { "年", "月", "日", "/", "-", "." };
    const char *at = s;

    if ((*at == 'R' || *at == 'r') && digit(at[1]))
        at++;
    while (digit(*at) || (at > s && skip(&at, joints, COUNT_OF(joints)) && digit(*at)))
        at += digit(*at);
    return (size_t)(at - s);
}

static bool is_day_of_month(const char *t)
{
    size_t n = strspn(t, "0123456789");

    return n > 0 && n <= 2 && (t[n] == '\0' || str_eq(t + n, "日"));
}

/* A number of its own is a day of the month that was named before ("12/8, 9"); two numbers need a stroke or a 月. */
static bool read_day(const struct wish_words *w, const char *t, day *out)
{
    const char *dash = strchr(t, '-'), *dot = strchr(t, '.');
    bool whole = strchr(t, '/') || strstr(t, "月") || (dash && strchr(dash + 1, '-')) || (dot && strchr(dot + 1, '.'))
        || strspn(t, "0123456789") == 8;
    struct err e = ERR_INIT;
    int year, month, of_month;

    if (whole)
        return date_input(t, &w->context, out, &e);
    if (!is_day_of_month(t) || w->n == 0)
        return false;
    day_to_ymd(w->list[w->n - 1].day, &year, &month, &of_month);
    of_month = digit(t[1]) ? (t[0] - '0') * 10 + t[1] - '0' : t[0] - '0';
    return day_from_ymd(year, month, of_month, out);
}

/* What may stand after a date: a weekday in brackets, and the half of the day. */
static enum day_part part_after(const char **at)
{
    static const char *const am[] = { "午前", "AM", "am", "a.m.", "朝" }, *const pm[] = { "午後", "PM", "pm", "p.m.", "夕方" },
                      *const all[] = { "終日" }, *const blank[] = { " " },
                      *const weekday[] = { "(日", "(月", "(火", "(水", "(木", "(金", "(土", "(祝" };
    const char *s = *at;
    enum day_part part = PART_ALL;

    while (skip(&s, blank, 1))
        continue;
    if (skip(&s, weekday, COUNT_OF(weekday)))
        s += strcspn(s, ")") + (s[strcspn(s, ")")] != '\0');
    *at = s;
    while (*s == ' ' || *s == '(')
        s++;
    if (skip(&s, am, COUNT_OF(am)))
        part = PART_AM;
    else if (skip(&s, pm, COUNT_OF(pm)))
        part = PART_PM;
    else if (!skip(&s, all, 1))
        return part;
    *at = s;
    return part;
}

static void add(struct wish_words *w, day from, day to, enum day_part part)
{
    for (int i = 0; i < RANGE_DAYS && w->n < WISHES_MAX && day_cmp(day_add(from, i), to) <= 0; i++) {
        w->list = arena_grow(w->arena, w->list, w->n, &w->cap, sizeof *w->list);
        w->list[w->n++] = (struct day_wish){ .day = day_add(from, i), .part = part };
    }
}

/* "12/7-12/9", "12/7-9": the first day is taken, the rest of the token is the last one. */
static bool read_range(struct wish_words *w, char *t, day *last)
{
    day first;

    for (char *dash = strchr(t, '-'); dash; dash = strchr(dash + 1, '-')) {
        *dash = '\0';
        size_t n = w->n;
        if (read_day(w, t, &first)) {
            add(w, first, first, PART_ALL);
            if (read_day(w, dash + 1, last) && day_cmp(*last, first) > 0) {
                w->n = n;
                add(w, first, day_add(*last, -1), PART_ALL);
                return true;
            }
            w->n = n;
        }
        *dash = '-';
    }
    return false;
}

static bool read_token(struct wish_words *w)
{
    static const char *const to[] = { "~", "〜", "から", "-" }, *const clock[] = { "時", ":" };
    char t[TOKEN_BYTES];
    size_t n = token(w->at);
    const char *rest, *after;
    day d;

    while (n > 0 && strchr("-./", w->at[n - 1]))
        n--;
    rest = w->at + n;
    if (n == 0 || n >= sizeof t || skip(&rest, clock, COUNT_OF(clock)))
        return false;
    memcpy(t, w->at, n);
    t[n] = '\0';
    size_t before = w->n;
    bool mixed = strchr(t, '-') && (strchr(t, '/') || strstr(t, "月"));
    if ((mixed || !read_day(w, t, &d)) && !read_range(w, t, &d))
        return false;
    enum day_part part = part_after(&rest);
    add(w, d, d, part);
    after = rest;
    while (*after == ' ')
        after++;
    if (skip(&after, to, COUNT_OF(to)) && (n = token(after)) > 0 && n < sizeof t) {
        memcpy(t, after, n);
        t[n] = '\0';
        day last;
        if (read_day(w, t, &last) && day_cmp(last, d) > 0) {
            rest = after + n;
            add(w, day_add(d, 1), last, part);
            enum day_part at_end = part_after(&rest);
            part = at_end != PART_ALL ? at_end : part;
        }
    }
    for (size_t i = before; i < w->n; i++)
        w->list[i].part = part;
    w->at = rest;
    return true;
}

size_t day_wishes(const char *text, day from, struct arena *a, struct day_wish **out, bool *other_words)
{
    static const char *const between[] = { " ", ",", ";", ")", "。", "・" };
    struct wish_words w = { .at = fold_ascii(a, str_or(text, "")), .context = { .today = from, .bias = DATE_FUTURE },
        .arena = a };

    while (*w.at) {
        if (read_token(&w) || skip(&w.at, between, COUNT_OF(between)))
            continue;
        w.other = true;
        w.at += digit(*w.at) ? strspn(w.at, "0123456789/:.-") : 1;
    }
    *out = w.list;
    if (other_words)
        *other_words = w.other;
    return w.n;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "policy/calendar.h"

enum { SEARCH_DAYS = 2 * 366 };

struct named_day {
    day day;
    struct bilingual name;
};

struct calendar {
    struct arena *arena;
    struct named_day *official, *closures; /* in order of date */
    size_t n_official, cap_official, n_closures, cap_closures;
};

static const struct bilingual WEEKDAYS[7] = { { "日曜日", "Sunday" }, { "月曜日", "Monday" },
    { "火曜日", "Tuesday" }, { "水曜日", "Wednesday" }, { "木曜日", "Thursday" },
    { "金曜日", "Friday" }, { "土曜日", "Saturday" } };
static const struct bilingual YEAR_END = { "年末年始", "Year-end and New Year holidays" };
static const struct bilingual CLOSED = { "休診日", "Closed" };

struct calendar *calendar_new(struct arena *a)
{
    struct calendar *c = ARENA_NEW(a, struct calendar);

    c->arena = a;
    return c;
}

/* The place of d, or where it belongs. */
static size_t place(const struct named_day *list, size_t n, day d)
{
    size_t low = 0, high = n;

    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (day_cmp(list[mid].day, d) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static const struct named_day *named(const struct named_day *list, size_t n, day d)
{
    size_t at = place(list, n, d);

    return at < n && day_cmp(list[at].day, d) == 0 ? &list[at] : NULL;
}

/* A day that is already there takes the newer name. One that a damaged file no longer tells is none. */
static void put(
    struct arena *a, struct named_day **list, size_t *n, size_t *cap, day d, struct bilingual name)
{
    if (!day_known(d))
        return;
    size_t at = place(*list, *n, d);
    struct named_day one = { d, { arena_strdup(a, name.ja), arena_strdup(a, name.en) } };

    if (at < *n && day_cmp((*list)[at].day, d) == 0) {
        (*list)[at] = one;
        return;
    }
    *list = arena_grow(a, *list, *n, cap, sizeof **list);
    memmove(*list + at + 1, *list + at, sizeof **list * (*n - at));
    (*list)[at] = one;
    (*n)++;
}

void calendar_add_holiday(struct calendar *c, day d, const char *official_name)
{
    put(c->arena, &c->official, &c->n_official, &c->cap_official, d,
        (struct bilingual){ official_name, NULL });
}

void calendar_add_closure(struct calendar *c, day d, struct bilingual why)
{
    put(c->arena, &c->closures, &c->n_closures, &c->cap_closures, d, why);
}

static bool same_days(const struct named_day *a, size_t n_a, const struct named_day *b, size_t n_b)
{
    bool same = n_a == n_b;

    for (size_t i = 0; same && i < n_a; i++)
        same = day_cmp(a[i].day, b[i].day) == 0 && str_eq(a[i].name.ja, b[i].name.ja) && str_eq(a[i].name.en, b[i].name.en);
    return same;
}

bool calendar_same(const struct calendar *a, const struct calendar *b)
{
    return same_days(a->official, a->n_official, b->official, b->n_official)
        && same_days(a->closures, a->n_closures, b->closures, b->n_closures);
}

void calendar_years(const struct calendar *c, int *first, int *last)
{
    int m, d;

    *first = *last = 0;
    if (c->n_official == 0)
        return;
    day_to_ymd(c->official[0].day, first, &m, &d);
    day_to_ymd(c->official[c->n_official - 1].day, last, &m, &d);
}

static bool by_law(int year, day d, struct holiday *out)
{
    struct holiday list[HOLIDAYS_PER_YEAR_MAX];
    size_t n = holidays_by_law(year, list);

    for (size_t i = 0; i < n; i++)
        if (day_cmp(list[i].day, d) == 0) {
            *out = list[i];
            return true;
        }
    return false;
}

/* What the list calls 休日 has its name from the law; a name of its own is the list's. */
static void name_official(const struct named_day *row, int year, struct holiday *out)
{
    bool lawful = by_law(year, row->day, out);

    if (!lawful)
        *out = (struct holiday){ row->day, { row->name.ja, "National holiday" }, HOLIDAY_SPECIAL,
            false };
    else if (!str_eq(row->name.ja, "休日")
        || (out->kind != HOLIDAY_SUBSTITUTE && out->kind != HOLIDAY_CITIZENS))
        out->name.ja = row->name.ja;
}

static bool listed(const struct calendar *c, int year)
{
    day first, last;

    if (!day_from_ymd(year, 1, 1, &first) || !day_from_ymd(year, 12, 31, &last))
        return false;
    size_t at = place(c->official, c->n_official, first);
    return at < c->n_official && day_cmp(c->official[at].day, last) <= 0;
}

bool calendar_holiday(const struct calendar *c, day d, struct holiday *out)
{
    int y, m, dd;

    if (!day_known(d))
        return false;
    day_to_ymd(d, &y, &m, &dd);
    if (c && listed(c, y)) {
        const struct named_day *row = named(c->official, c->n_official, d);
        if (row)
            name_official(row, y, out);
        return row != NULL;
    }
    if (!by_law(y, d, out))
        return false;
    out->projected = true;
    return true;
}

static bool nth_weekday(const struct day_pattern *p, day d)
{
    int y, m, dd;

    if (day_weekday(d) != p->weekday)
        return false;
    day_to_ymd(d, &y, &m, &dd);
    return p->nth == 0 || (dd - 1) / 7 + 1 == p->nth;
}

static bool within_year(const struct day_pattern *p, day d)
{
    int y, m, dd, md;

    day_to_ymd(d, &y, &m, &dd);
    md = m * 100 + dd;
    return p->from <= p->to ? md >= p->from && md <= p->to : md >= p->from || md <= p->to;
}

static bool matches(
    const struct calendar *c, const struct day_pattern *p, day d, struct day_status *why)
{
    struct holiday h;

    switch (p->kind) {
    case PATTERN_HOLIDAYS:
        if (!calendar_holiday(c, d, &h))
            return false;
        why->why = h.name;
        why->projected = h.projected;
        return true;
    case PATTERN_WEEKDAY:
        why->why = WEEKDAYS[p->weekday];
        return nth_weekday(p, d);
    case PATTERN_YEARLY:
        why->why = p->from > p->to ? YEAR_END : CLOSED;
        return within_year(p, d);
    default:
        why->why = CLOSED;
        return day_cmp(p->day, d) == 0;
    }
}

static bool closed_by_list(
    const struct calendar *c, const struct opening *o, day d, struct day_status *s)
{
    const struct named_day *closure = c ? named(c->closures, c->n_closures, d) : NULL;
    struct day_status why = *s;

    if (closure) {
        s->why = closure->name;
        return true;
    }
    for (size_t i = 0; i < o->n_closed; i++)
        if (matches(c, &o->closed[i], d, &why)) {
            *s = why;
            return true;
        }
    return false;
}

static struct day_status plain_day(const struct calendar *c, day d)
{
    static const struct day_pattern holidays = { .kind = PATTERN_HOLIDAYS };
    static const struct opening anywhere
        = { .closed = (struct day_pattern *)&holidays, .n_closed = 1 };
    struct day_status s = { .opens = HM_NONE, .closes = HM_NONE };
    int weekday = day_weekday(d);

    if (closed_by_list(c, &anywhere, d, &s))
        return s;
    s.open = weekday != 0 && weekday != 6;
    if (!s.open)
        s.why = WEEKDAYS[weekday];
    return s;
}

struct day_status calendar_day(const struct calendar *c, const struct opening *o, day d)
{
    struct day_status s = { .opens = HM_NONE, .closes = HM_NONE };
    int weekday = day_weekday(d);

    if (!o)
        return plain_day(c, d);
    if (closed_by_list(c, o, d, &s))
        return s;
    if (o->n_open_only) {
        struct day_status ignored;
        for (size_t i = 0; i < o->n_open_only; i++)
            if (matches(c, &o->open_only[i], d, &ignored)) {
                s.open = true;
                s.opens = o->open_only[i].opens;
                s.closes = o->open_only[i].closes;
                return s;
            }
        s.why = CLOSED;
        return s;
    }
    if (!o->hours_known) {
        s.open = true;
        return s;
    }
    s.open = hm_known(o->week[weekday].opens);
    s.opens = o->week[weekday].opens;
    s.closes = o->week[weekday].closes;
    if (!s.open)
        s.why = WEEKDAYS[weekday];
    return s;
}

bool calendar_open(const struct calendar *c, const struct opening *o, day d)
{
    return day_known(d) && calendar_day(c, o, d).open; /* a damaged file tells no day */
}

bool calendar_open_from(const struct calendar *c, const struct opening *o, day d, day *out)
{
    for (int i = 0; i < SEARCH_DAYS; i++, d = day_add(d, 1))
        if (calendar_open(c, o, d)) {
            *out = d;
            return true;
        }
    return false;
}

bool calendar_add_open_days(const struct calendar *c, const struct opening *o, day d, int n,
    struct arena *a, day *out, struct skipped_day **skipped, size_t *n_skipped)
{
    struct skipped_day *list = NULL;
    size_t found = 0, cap = 0;
    int left = n;

    if (!calendar_open_from(c, o, d, &d))
        return false;
    for (int i = 0; left > 0; i++) {
        if (i > SEARCH_DAYS)
            return false;
        d = day_add(d, 1);
        struct day_status s = calendar_day(c, o, d);
        if (s.open) {
            left--;
        } else if (skipped) {
            list = arena_grow(a, list, found, &cap, sizeof *list);
            list[found++] = (struct skipped_day){ d, s.why, s.projected };
        }
    }
    *out = d;
    if (skipped) {
        *skipped = list;
        *n_skipped = found;
    }
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days and hours as a policy writes them: "Mon-Fri: 09:00-16:45", "1st Sat", "12/29-01/03". */
#include "policy/load_tree.h"

static const char *const DAYS[7] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };

static int weekday(const char *s, size_t n)
{
    for (int i = 0; i < 7; i++)
        if (n == 3 && memcmp(s, DAYS[i], 3) == 0)
            return i;
    return -1;
}

unsigned read_weekdays(const char *text)
{
    const char *dash = strchr(text, '-');
    int from, to;
    unsigned set = 0;

    if (str_eq(text, "any"))
        return 0x7F;
    from = weekday(text, dash ? (size_t)(dash - text) : strlen(text));
    to = dash ? weekday(dash + 1, strlen(dash + 1)) : from;
    if (from < 0 || to < 0)
        return 0;
    for (int i = from;; i = (i + 1) % 7) {
        set |= 1u << i;
        if (i == to)
            return set;
    }
}

bool read_hours(const char *text, hm *opens, hm *closes)
{
    char part[8];
    const char *dash = strchr(text, '-');

    if (!dash || dash - text >= (long)sizeof part || !strchr(text, ':'))
        return false;
    memcpy(part, text, (size_t)(dash - text));
    part[dash - text] = '\0';
    return hm_parse(part, opens) && hm_parse(dash + 1, closes) && opens->min < closes->min;
}

static int two_digits(const char *s)
{
    return s[0] >= '0' && s[0] <= '9' && s[1] >= '0' && s[1] <= '9' ? (s[0] - '0') * 10 + s[1] - '0'
                                                                    : -1;
}

/* "12/29" as 1229; any real date of a leap year. */
static int month_day(const char *s, size_t n)
{
    day d;
    int m, dd;

    if (n != 5 || s[2] != '/')
        return -1;
    m = two_digits(s);
    dd = two_digits(s + 3);
    return m > 0 && dd > 0 && day_from_ymd(2000, m, dd, &d) ? m * 100 + dd : -1;
}

static bool read_yearly(const char *text, struct day_pattern *out)
{
    const char *dash = strchr(text, '-');
    size_t n = dash ? (size_t)(dash - text) : strlen(text);

    out->kind = PATTERN_YEARLY;
    out->from = month_day(text, n);
    out->to = dash ? month_day(dash + 1, strlen(dash + 1)) : out->from;
    return out->from > 0 && out->to > 0;
}

/* "Sat", "1st Sat", "4th Tue" */
static bool read_nth(const char *text, struct day_pattern *out)
{
    static const char *const ordinals[] = { "1st ", "2nd ", "3rd ", "4th ", "5th " };

    out->kind = PATTERN_WEEKDAY;
    for (int i = 0; i < 5; i++)
        if (str_starts(text, ordinals[i])) {
            out->nth = i + 1;
            text += 4;
            break;
        }
    out->weekday = weekday(text, strlen(text));
    return out->weekday >= 0;
}

bool read_pattern(const char *text, bool with_hours, struct day_pattern *out)
{
    char head[40];
    const char *last = strrchr(text, ' ');

    *out = (struct day_pattern){ .opens = HM_NONE, .closes = HM_NONE, .day = DAY_NONE };
    if (with_hours && last && read_hours(last + 1, &out->opens, &out->closes)) {
        size_t n = (size_t)(last - text);
        if (n >= sizeof head)
            return false;
        memcpy(head, text, n);
        head[n] = '\0';
        text = head;
    }
    if (str_eq(text, "holidays")) {
        out->kind = PATTERN_HOLIDAYS;
        return true;
    }
    if (day_parse_iso(text, &out->day)) {
        out->kind = PATTERN_DAY;
        return true;
    }
    return strchr(text, '/') ? read_yearly(text, out) : read_nth(text, out);
}

static void check_hours(struct loading *l, struct node *map, const char *path)
{
    hm opens, closes;
    unsigned seen = 0;

    if (map->kind != NODE_MAP || !map->first) {
        load_fault(
            l, map, path, N_("hours are written as { Mon-Fri: 09:00-16:45 }"), NULL, NULL, NULL);
        return;
    }
    for (struct node *h = map->first; h; h = h->next) {
        unsigned days = read_weekdays(h->key->text);
        if (!days)
            load_fault(l, h->key, path, N_("'%s' names no weekdays: Mon, Mon-Fri, any"),
                h->key->text, NULL, NULL);
        else if (days & seen)
            load_fault(l, h->key, path, N_("'%s' names a weekday a second time"), h->key->text,
                NULL, NULL);
        seen |= days;
        if (h->kind != NODE_TEXT || !read_hours(h->text, &opens, &closes))
            load_fault(l, h, path, N_("'%s' are no hours: 09:00-16:45"),
                h->kind == NODE_TEXT ? h->text : "", NULL, NULL);
    }
}

void load_calendar_keys(struct loading *l, struct node *n, enum key_type type, const char *path)
{
    struct day_pattern ignored;
    struct node *first = n->kind == NODE_LIST ? n->first : n;

    if (type == KEY_HOURS) {
        check_hours(l, n, path);
        return;
    }
    if (n->kind == NODE_MAP || !first) {
        load_fault(l, n, path, N_("a list is expected here: [ .. ] or lines that begin with '- '"),
            NULL, NULL, NULL);
        return;
    }
    for (struct node *d = first; d; d = n->kind == NODE_LIST ? d->next : NULL)
        if (d->kind != NODE_TEXT || !read_pattern(d->text, type == KEY_OPEN_ONLY, &ignored))
            load_fault(l, d, path,
                N_("'%s' names no days: holidays, Sat, 1st Sat, 12/29-01/03 or 2026-08-14"),
                d->kind == NODE_TEXT ? d->text : "", NULL, NULL);
}

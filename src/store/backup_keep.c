/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup.h"

/* "madoguchi-2026-11-24-101500.db" */
bool backup_day(const char *name, day *out)
{
    static const char head[] = "madoguchi-";
    char iso[11] = "";

    if (!str_starts(name, head) || strlen(name) != strlen("madoguchi-2026-11-24-101500.db")
        || !str_eq(name + strlen(name) - 3, ".db"))
        return false;
    memcpy(iso, name + sizeof head - 1, 10);
    for (const char *c = name + sizeof head + 10; *c && *c != '.'; c++)
        if (*c < '0' || *c > '9')
            return false;
    return name[sizeof head + 9] == '-' && day_parse_iso(iso, out);
}

enum span { SPAN_DAY, SPAN_WEEK, SPAN_MONTH };

/* Which day, week (from Monday) or month a day lies in. */
static int span_of(day d, enum span span)
{
    int y, m, dd;

    switch (span) {
    case SPAN_DAY:
        return d.n;
    case SPAN_WEEK:
        return d.n - (day_weekday(d) + 6) % 7;
    default:
        day_to_ymd(d, &y, &m, &dd);
        return y * 12 + m;
    }
}

/* From the newest back: the first name of each span, as many spans as asked for. */
static void keep_spans(const char *const *names, size_t n, enum span span, int most, bool *keep)
{
    int seen = 0, last = 0;
    day d;

    for (size_t i = n; i > 0 && seen <= most; i--) {
        if (!backup_day(names[i - 1], &d))
            continue;
        int now = span_of(d, span);
        if (seen > 0 && now == last)
            continue;
        last = now;
        if (++seen <= most)
            keep[i - 1] = true;
    }
}

void backup_keep(const char *const *names, size_t n, bool *keep)
{
    day d;

    for (size_t i = 0; i < n; i++)
        keep[i] = !backup_day(names[i], &d);
    keep_spans(names, n, SPAN_DAY, BACKUP_DAYS, keep);
    keep_spans(names, n, SPAN_WEEK, BACKUP_WEEKS, keep);
    keep_spans(names, n, SPAN_MONTH, BACKUP_MONTHS, keep);
}

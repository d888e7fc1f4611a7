/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base.h"

bool day_known(day d)
{
    return d.n != DAY_NONE.n;
}

bool hm_known(hm t)
{
    return t.min >= 0;
}

int day_cmp(day a, day b)
{
    return (a.n > b.n) - (a.n < b.n);
}

day day_add(day d, int days)
{
    BUG_IF(!day_known(d));
    return (day){ d.n + days };
}

int day_diff(day a, day b)
{
    BUG_IF(!day_known(a) || !day_known(b));
    return a.n - b.n;
}

static bool leap(int y)
{
    return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

int day_month_length(int y, int m)
{
    static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

    BUG_IF(m < 1 || m > 12);
    return m == 2 && leap(y) ? 29 : lengths[m - 1];
}

/* Days from civil: years begin in March, so that the leap day is last (Howard Hinnant's algorithm). */
bool day_from_ymd(int y, int m, int d, day *out)
{
    if (y < 1 || y > 9999 || m < 1 || m > 12 || d < 1 || d > day_month_length(y, m))
        return false;
    int yy = m <= 2 ? y - 1 : y;
    int era = yy / 400;
    int yoe = yy - era * 400;
    int doy = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + d - 1;
    int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    out->n = era * 146097 + doe - 719468;
    return true;
}

void day_to_ymd(day d, int *y, int *m, int *dd)
{
    BUG_IF(!day_known(d));
    int z = d.n + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int doe = z - era * 146097;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153;
    *dd = doy - (153 * mp + 2) / 5 + 1;
    *m = mp < 10 ? mp + 3 : mp - 9;
    *y = yoe + era * 400 + (*m <= 2);
}

int day_weekday(day d)
{
    BUG_IF(!day_known(d));
    int w = (d.n + 4) % 7; /* 1970-01-01 was a Thursday */
    return w < 0 ? w + 7 : w;
}

void day_iso(day d, char out[DAY_TEXT])
{
    int y, m, dd;

    out[0] = '\0';
    if (!day_known(d))
        return;
    day_to_ymd(d, &y, &m, &dd);
    snprintf(out, DAY_TEXT, "%04u-%02u-%02u", (unsigned)y % 10000U, (unsigned)m % 100U, (unsigned)dd % 100U);
}

static bool digits(const char *s, int n, int *out)
{
    *out = 0;
    for (int i = 0; i < n; i++) {
        if (s[i] < '0' || s[i] > '9')
            return false;
        *out = *out * 10 + (s[i] - '0');
    }
    return true;
}

bool day_parse_iso(const char *s, day *out)
{
    int y, m, d;

    return strlen(s) == 10 && s[4] == '-' && s[7] == '-' && digits(s, 4, &y) && digits(s + 5, 2, &m)
        && digits(s + 8, 2, &d) && day_from_ymd(y, m, d, out);
}

int day_age(day birth, day at)
{
    int by, bm, bd, y, m, d;

    if (day_cmp(at, birth) < 0)
        return -1;
    day_to_ymd(birth, &by, &bm, &bd);
    day_to_ymd(at, &y, &m, &d);
    return y - by - (m < bm || (m == bm && d < bd));
}

void hm_text(hm t, char out[HM_TEXT])
{
    out[0] = '\0';
    if (hm_known(t))
        snprintf(out, HM_TEXT, "%02d:%02d", (t.min / 60) % 24, t.min % 60);
}

bool hm_parse(const char *s, hm *out)
{
    const char *colon = strchr(s, ':');
    size_t n = strlen(s);
    int h, m;

    if (colon) {
        size_t head = (size_t)(colon - s);
        if (head < 1 || head > 2 || strlen(colon + 1) != 2 || !digits(s, (int)head, &h)
            || !digits(colon + 1, 2, &m))
            return false;
    } else if (n == 3 || n == 4) {
        if (!digits(s, (int)n - 2, &h) || !digits(s + n - 2, 2, &m))
            return false;
    } else {
        return false;
    }
    if (h > 23 || m > 59)
        return false;
    out->min = h * 60 + m;
    return true;
}

void instant_civil(instant at, int offset_minutes, day *d, hm *t)
{
    int64_t local = at.s + (int64_t)offset_minutes * 60;
    int64_t days = local / 86400, rest = local % 86400;

    if (rest < 0) {
        rest += 86400;
        days--;
    }
    d->n = (int32_t)days;
    t->min = (int32_t)(rest / 60);
}

instant instant_of(day d, hm t, int offset_minutes)
{
    BUG_IF(!day_known(d) || !hm_known(t));
    return (instant){ (int64_t)d.n * 86400 + (int64_t)(t.min - offset_minutes) * 60 };
}

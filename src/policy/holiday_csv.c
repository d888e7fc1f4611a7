/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Cabinet Office's list of holidays: "2026/1/1,元日", one a line, below a heading. */
#include "policy/calendar.h"
#include "text/utf8.h"

enum { NAME_MAX_BYTES = 100, YEAR_FIRST = 1948, YEAR_LAST = 2199 }; /* the law is of 1948 */
enum { WHOLE_YEAR = 9 }; /* holidays of 1955, with which the list begins; no year since has had fewer */

/* What has been read: nothing twice, and only whole years, because a year of the list is no longer one of the law. */
struct seen {
    bool day[(YEAR_LAST - YEAR_FIRST + 1) * 12 * 31];
    int in_year[YEAR_LAST - YEAR_FIRST + 1];
};

static bool wrong(struct err *e, int line, const char *id, const char *word)
{
    char number[16];

    snprintf(number, sizeof number, "%d", line);
    return err_set(e, ERR_INPUT, "holidays", id, number, word, NULL);
}

/* Digits up to the separator; false when there are none or too many. */
static bool number(const char **s, char end, int *out)
{
    int n = 0, digits = 0;

    for (; **s >= '0' && **s <= '9' && digits < 5; (*s)++, digits++)
        n = n * 10 + (**s - '0');
    if (digits == 0 || **s != end)
        return false;
    (*s)++;
    *out = n;
    return true;
}

static bool read_line(const char *text, size_t n, int line,
    bool (*row)(void *, day, const char *, struct err *), void *arg, struct seen *seen, struct err *e)
{
    char copy[NAME_MAX_BYTES + 32];
    const char *at = copy;
    int y, m, d;
    day on;

    if (n >= sizeof copy)
        return wrong(e, line, N_("line %s of the holiday list is too long"), NULL);
    memcpy(copy, text, n);
    copy[n] = '\0';
    if (!number(&at, '/', &y) || !number(&at, '/', &m) || !number(&at, ',', &d))
        return wrong(
            e, line, N_("line %s of the holiday list is not written as 2026/1/1,name: %s"), copy);
    if (!day_from_ymd(y, m, d, &on) || y < YEAR_FIRST || y > YEAR_LAST)
        return wrong(e, line, N_("line %s of the holiday list: there is no such date: %s"), copy);
    if (!*at || strchr(at, ','))
        return wrong(e, line, N_("line %s of the holiday list has no name: %s"), copy);
    bool *twice = &seen->day[((y - YEAR_FIRST) * 12 + m - 1) * 31 + d - 1];
    if (*twice)
        return wrong(e, line, N_("line %s of the holiday list names a day for the second time: %s"), copy);
    *twice = true;
    seen->in_year[y - YEAR_FIRST]++;
    return row(arg, on, at, e);
}

static bool whole_years(const struct seen *seen, struct err *e)
{
    char year[16], days[16];
    int first = 0, last = YEAR_LAST - YEAR_FIRST;

    while (first < last && seen->in_year[first] == 0)
        first++;
    while (last > first && seen->in_year[last] == 0)
        last--;
    for (int y = first; y <= last; y++)
        if (seen->in_year[y] < WHOLE_YEAR) {
            snprintf(year, sizeof year, "%d", YEAR_FIRST + y);
            snprintf(days, sizeof days, "%d", seen->in_year[y]);
            return err_set(e, ERR_INPUT, "holidays",
                N_("the holiday list is not whole: it has %2$s days of %1$s. Take the official file as it is"), year, days, NULL);
        }
    return true;
}

bool holiday_csv_each(const char *utf8,
    bool (*row)(void *arg, day d, const char *name, struct err *e), void *arg, struct err *e)
{
    struct seen seen = { 0 };
    int line = 0, rows = 0;

    if (!utf8_ok(utf8))
        return err_set(e, ERR_INPUT, "holidays",
            N_("the holiday list is not readable text; it should be the official file in CP932 or "
               "UTF-8"),
            NULL);
    if (str_starts(utf8, "\xEF\xBB\xBF"))
        utf8 += 3;
    for (const char *at = utf8; *at;) {
        size_t n = strcspn(at, "\r\n");
        line++;
        /* The heading is the only line that does not begin with a digit. */
        if (n > 0 && !(line == 1 && (at[0] < '0' || at[0] > '9'))) {
            if (!read_line(at, n, line, row, arg, &seen, e))
                return false;
            rows++;
        }
        at += n;
        at += *at == '\r' && at[1] == '\n' ? 2 : *at != '\0';
    }
    if (rows == 0)
        return err_set(e, ERR_INPUT, "holidays", N_("the holiday list holds no day"), NULL);
    return whole_years(&seen, e);
}

static bool check_row(void *arg, day d, const char *name, struct err *e)
{
    (void)arg;
    (void)d;
    (void)name;
    (void)e;
    return true;
}

static bool add_row(void *arg, day d, const char *name, struct err *e)
{
    (void)e;
    calendar_add_holiday(arg, d, name);
    return true;
}

bool calendar_add_csv(struct calendar *c, const char *utf8, struct err *e)
{
    return holiday_csv_each(utf8, check_row, NULL, e) && holiday_csv_each(utf8, add_row, c, e);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/date_input.h"

#include <limits.h>

#include "base/base.h"
#include "text/date_token.h"
#include "text/era.h"

const char date_of_other_era[] = N_("There is no %1$s. That day is %2$s.");

enum { BIRTH_YEARS = 130, SLIP_YEARS = 100, REIWA_AHEAD_YEARS = 10, PROMISED_YEARS = 20 };

/* What is read, with all that is needed to say why not. */
struct reading {
    const char *typed;
    const struct date_context *c;
    struct err *e;
};

static bool refuse(const struct reading *r, const char *id)
{
    return err_set(r->e, ERR_INPUT, r->c->field, id, r->typed, NULL);
}

static bool not_a_date(const struct reading *r)
{
    return refuse(r,
        N_("\"%s\" is not a date. Write it like R8.4.1, 2026-4-1, 4/1, t (today) or +3 (in three "
           "days)."));
}

static bool no_such_day(const struct reading *r)
{
    return refuse(r, N_("There is no day \"%s\". Check the month and the day."));
}

static int year_of(day d)
{
    int y, m, dd;

    day_to_ymd(d, &y, &m, &dd);
    return y;
}

/* The same month and day so many years away; 29 February may become 1 March. */
static day years_from(day d, int years)
{
    int y, m, dd;
    day out = d;

    day_to_ymd(d, &y, &m, &dd);
    if (!day_from_ymd(y + years, m, dd, &out))
        day_from_ymd(y + years, 3, 1, &out);
    return out;
}

/* The last question to every date: can it be meant? */
static bool plausible(const struct reading *r, day d, day *out)
{
    day today = r->c->today;
    bool birth = r->c->bias == DATE_BIRTH;
    int years = birth ? BIRTH_YEARS : SLIP_YEARS;
    char iso[DAY_TEXT];

    day_iso(d, iso);
    if (birth && day_cmp(d, today) > 0)
        return err_set(r->e, ERR_INPUT, r->c->field, N_("%s is after today. Check the birth date."),
            iso, NULL);
    int ahead = r->c->bias == DATE_FUTURE ? PROMISED_YEARS : years;
    if (day_cmp(d, years_from(today, -years)) < 0 || day_cmp(d, years_from(today, ahead)) > 0)
        return err_set(
            r->e, ERR_INPUT, r->c->field, N_("%s is too far away. Check the year."), iso, NULL);
    *out = d;
    return true;
}

static void era_text(char letter, int y, int m, int d, char out[DATE_TEXT])
{
    snprintf(out, DATE_TEXT, "%c%d.%d.%d", letter, y, m, d);
}

static bool era_date(const struct reading *r, const struct era *era, int y, int m, int d, day *out)
{
    char wrong[DATE_TEXT], right[DATE_TEXT];
    day found;

    if (y < 1 || !day_from_ymd(era->first_year + y - 1, m, d, &found))
        return no_such_day(r);
    if (day_cmp(found, era->first) >= 0 && day_cmp(found, era->last) <= 0)
        return plausible(r, found, out);
    if (!era_of(found))
        return err_set(r->e, ERR_INPUT, r->c->field,
            N_("Dates before 1873 cannot be entered. Check the year."), NULL);
    era_text(era->letter, y, m, d, wrong);
    date_text(found, LANG_EN, DATE_ERA_SHORT, right);
    return err_set(r->e, ERR_INPUT, r->c->field, date_of_other_era, wrong,
        right, NULL);
}

/* Year y of that era, as far as such a day exists and can be meant in this field. */
static bool era_fits(const struct reading *r, const struct era *era, int y, int m, int d)
{
    struct reading quiet = { r->typed, r->c, NULL };
    day found;

    return era_date(&quiet, era, y, m, d, &found);
}

/* "Which era?", with the possible ones, newest first. */
static bool offer_eras(const struct reading *r, int y, int m, int d)
{
    char list[MSG_ARG_BYTES] = "", one[DATE_TEXT];
    size_t n = 0;

    for (size_t i = 0; i < ERA_COUNT; i++) {
        const struct era *era = era_at(i);
        if (!era_fits(r, era, y, m, d))
            continue;
        era_text(era->letter, y, m, d, one);
        n += (size_t)snprintf(list + n, sizeof list - n, "%s%s", n ? " / " : "", one);
    }
    if (n == 0)
        return no_such_day(r);
    return err_set(
        r->e, ERR_INPUT, r->c->field, N_("Which era is it? Write one of these: %s"), list, NULL);
}

/* A short year without an era is Reiwa (screens page), except where people are born. */
static bool short_year(const struct reading *r, int y, int m, int d, day *out)
{
    const struct era *reiwa = era_at(0);
    day found;

    if (r->c->bias == DATE_BIRTH)
        return offer_eras(r, y, m, d);
    if (y >= 1 && day_from_ymd(reiwa->first_year + y - 1, m, d, &found)
        && day_cmp(found, years_from(r->c->today, REIWA_AHEAD_YEARS)) > 0)
        return offer_eras(r, y, m, d);
    return era_date(r, reiwa, y, m, d, out);
}

static bool western(const struct reading *r, int y, int m, int d, day *out)
{
    day found;

    if (!day_from_ymd(y, m, d, &found))
        return no_such_day(r);
    return plausible(r, found, out);
}

/* Month and day: the nearest such day that the field allows. 29 February exists again after eight
 * years at most. */
static bool without_year(const struct reading *r, int m, int d, day *out)
{
    day today = r->c->today, best = DAY_NONE;
    int year = year_of(today);

    if (r->c->bias == DATE_BIRTH)
        return refuse(r, N_("\"%s\" has no year. Write a birth date like S39.7.2 or 1964-7-2."));
    for (int y = year - 8; y <= year + 8; y++) {
        day found;
        if (!day_from_ymd(y, m, d, &found))
            continue;
        int away = day_diff(found, today);
        if ((r->c->bias == DATE_PAST && away > 0) || (r->c->bias == DATE_FUTURE && away < 0))
            continue;
        /* As near on both sides: the coming one. */
        if (!day_known(best) || abs(away) <= abs(day_diff(best, today)))
            best = found;
    }
    if (!day_known(best))
        return no_such_day(r);
    *out = best;
    return true;
}

static const struct era *era_by_digit(int digit)
{
    for (size_t i = 0; i < ERA_COUNT; i++) {
        if (era_at(i)->digit == digit)
            return era_at(i);
    }
    return NULL;
}

static bool seven_digits(const struct reading *r, int v, day *out)
{
    const struct era *era = era_by_digit(v / 1000000);

    if (!era)
        return refuse(r,
            N_("\"%s\": seven digits begin with the era, 3 Showa, 4 Heisei, 5 Reiwa, for example "
               "5080401."));
    return era_date(r, era, v / 10000 % 100, v / 100 % 100, v % 100, out);
}

/* One number; how many digits it has says what it is. */
static bool digits_only(const struct reading *r, const struct date_token *t, day *out)
{
    int v = t->value[0], y = v / 10000, m = v / 100 % 100, d = v % 100;

    if (t->era)
        return t->digits[0] == 5 || t->digits[0] == 6 ? era_date(r, t->era, y, m, d, out)
                                                      : not_a_date(r);
    switch (t->digits[0]) {
    case 4:
        return without_year(r, m, d, out);
    case 5:
    case 6:
        return short_year(r, y, m, d, out);
    case 7:
        return seven_digits(r, v, out);
    case 8:
        return western(r, y, m, d, out);
    default:
        return not_a_date(r);
    }
}

static bool three_numbers(const struct reading *r, const struct date_token *t, day *out)
{
    int y = t->value[0], m = t->value[1], d = t->value[2];

    if (t->digits[1] > 2 || (t->digits[2] > 2 && t->digits[0] > 2))
        return not_a_date(r);
    if (t->digits[2] > 2)
        return refuse(r, N_("\"%s\": write the year first, for example 2026-4-1 or R8.4.1."));
    if (t->era)
        return t->digits[0] <= 2 ? era_date(r, t->era, y, m, d, out) : not_a_date(r);
    if (t->digits[0] == 4)
        return western(r, y, m, d, out);
    return t->digits[0] <= 2 ? short_year(r, y, m, d, out) : not_a_date(r);
}

static bool business_days(const struct reading *r, int n, day *out)
{
    if (!r->c->business_day)
        return refuse(
            r, N_("\"%s\": business days are not counted here. Count days, for example +7."));
    day found = r->c->business_day(r->c->calendar, r->c->today, n);
    if (!day_known(found))
        return refuse(
            r, N_("\"%s\": the calendar does not reach that far. Write the date itself."));
    return plausible(r, found, out);
}

/* Months keep the day of the month, or take the last day of a shorter month. */
static day months_from(day from, int n)
{
    int y, m, d;
    day out = from;

    day_to_ymd(from, &y, &m, &d);
    int months = y * 12 + (m - 1) + n;
    y = months / 12;
    m = months % 12 + 1;
    int last = day_month_length(y, m);
    day_from_ymd(y, m, d < last ? d : last, &out);
    return out;
}

static bool relative(const struct reading *r, const struct date_token *t, day *out)
{
    int n = t->value[0];

    switch (t->unit) {
    case 'b':
        return business_days(r, n, out);
    case 'w':
        return plausible(r, day_add(r->c->today, n * 7), out);
    case 'm':
        return plausible(r, months_from(r->c->today, n), out);
    default:
        return plausible(r, day_add(r->c->today, n), out);
    }
}

bool date_input(const char *typed, const struct date_context *c, day *out, struct err *e)
{
    struct reading r = { typed, c, e };
    struct date_token t;

    BUG_IF(!day_known(c->today));
    switch (date_token_read(typed, &t)) {
    case DATE_TOKEN_EMPTY:
        return err_set(
            e, ERR_INPUT, c->field, N_("Enter a date, for example R8.4.1 or 4/1."), NULL);
    case DATE_TOKEN_RELATIVE:
        return relative(&r, &t, out);
    case DATE_TOKEN_DIGITS:
        return digits_only(&r, &t, out);
    case DATE_TOKEN_MONTH_DAY:
        return without_year(&r, t.value[0], t.value[1], out);
    case DATE_TOKEN_FULL:
        return three_numbers(&r, &t, out);
    default:
        return not_a_date(&r);
    }
}

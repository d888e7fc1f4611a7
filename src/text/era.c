/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/era.h"

#include "base/base.h"

static const struct era eras[ERA_COUNT] = {
    { 'R', 5, "令", { "令和", "Reiwa" }, 2019, { 18017 }, { 2932896 } }, /* 2019-05-01 on */
    { 'H', 4, "平", { "平成", "Heisei" }, 1989, { 6947 }, { 18016 } }, /* 1989-01-08 .. */
    { 'S', 3, "昭", { "昭和", "Showa" }, 1926, { -15713 }, { 6946 } }, /* 1926-12-25 .. */
    { 'T', 2, "大", { "大正", "Taisho" }, 1912, { -20974 }, { -15714 } }, /* 1912-07-30 .. */
    { 'M', 1, "明", { "明治", "Meiji" }, 1868, { -35428 }, { -20975 } }, /* 1873-01-01 .. */
};

static const char *const short_names[2][7] = {
    [LANG_JA] = { "日", "月", "火", "水", "木", "金", "土" },
    [LANG_EN] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" },
};
static const char *const long_names[2][7] = {
    [LANG_JA] = { "日曜日", "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日" },
    [LANG_EN] = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" },
};
static const char *const months[] = { "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December" };

const struct era *era_at(size_t i)
{
    BUG_IF(i >= ERA_COUNT);
    return &eras[i];
}

const struct era *era_of(day d)
{
    for (size_t i = 0; day_known(d) && i < ERA_COUNT; i++) {
        if (day_cmp(d, eras[i].first) >= 0)
            return &eras[i];
    }
    return NULL;
}

int era_year(const struct era *e, day d)
{
    int y, m, dd;

    day_to_ymd(d, &y, &m, &dd);
    return y - e->first_year + 1;
}

const char *weekday_short(int weekday, enum lang l)
{
    BUG_IF(weekday < 0 || weekday > 6);
    return short_names[l][weekday];
}

const char *weekday_long(int weekday, enum lang l)
{
    BUG_IF(weekday < 0 || weekday > 6);
    return long_names[l][weekday];
}

char *era_year_text(day d, enum lang l, char out[DATE_TEXT])
{
    const struct era *e = era_of(d);

    out[0] = '\0';
    if (!e)
        return out;
    int year = era_year(e, d);
    if (l == LANG_EN)
        snprintf(out, DATE_TEXT, "%s %d", e->name.en, year);
    else if (year == 1)
        snprintf(out, DATE_TEXT, "%s元年", e->name.ja);
    else
        snprintf(out, DATE_TEXT, "%s%d年", e->name.ja, year);
    return out;
}

struct parts {
    int y, m, d;
    const char *weekday; /* in the language of the text */
    char era[DATE_TEXT]; /* as era_year_text, else the western year */
};

static void write_ja(const struct parts *p, enum date_style style, char *out)
{
    switch (style) {
    case DATE_WEEKDAY:
        snprintf(out, DATE_TEXT, "%04d-%02d-%02d(%s)", p->y, p->m, p->d, p->weekday);
        break;
    case DATE_SHORT:
        snprintf(out, DATE_TEXT, "%d/%d", p->m, p->d);
        break;
    case DATE_SHORT_WEEKDAY:
        snprintf(out, DATE_TEXT, "%d/%d(%s)", p->m, p->d, p->weekday);
        break;
    case DATE_PAPER:
        snprintf(out, DATE_TEXT, "%.40s%d月%d日", p->era, p->m, p->d);
        break;
    case DATE_PAPER_WEEKDAY:
        snprintf(out, DATE_TEXT, "%.40s%d月%d日(%s)", p->era, p->m, p->d, p->weekday);
        break;
    default: /* DATE_BOTH */
        snprintf(out, DATE_TEXT, "%04d-%02d-%02d(%s) %.32s", p->y, p->m, p->d, p->weekday, p->era);
        break;
    }
}

static void write_en(const struct parts *p, enum date_style style, char *out)
{
    const char *month = months[p->m - 1];

    switch (style) {
    case DATE_WEEKDAY:
        snprintf(out, DATE_TEXT, "%d %.3s %d (%s)", p->d, month, p->y, p->weekday);
        break;
    case DATE_SHORT:
        snprintf(out, DATE_TEXT, "%d %.3s", p->d, month);
        break;
    case DATE_SHORT_WEEKDAY:
        snprintf(out, DATE_TEXT, "%d %.3s (%s)", p->d, month, p->weekday);
        break;
    case DATE_PAPER:
        snprintf(out, DATE_TEXT, "%d %s %d", p->d, month, p->y);
        break;
    case DATE_PAPER_WEEKDAY:
        snprintf(out, DATE_TEXT, "%s, %d %s %d", p->weekday, p->d, month, p->y);
        break;
    default: /* DATE_BOTH */
        snprintf(out, DATE_TEXT, "%d %.3s %d (%s) %.32s", p->d, month, p->y, p->weekday, p->era);
        break;
    }
}

static void write_era_short(const struct parts *p, const struct era *e, day d, char *out)
{
    if (e)
        snprintf(out, DATE_TEXT, "%c%d.%d.%d", e->letter, era_year(e, d), p->m, p->d);
    else
        snprintf(out, DATE_TEXT, "%d.%d.%d", p->y, p->m, p->d);
}

static void era_or_western_year(struct parts *p, const struct era *e, day d, enum lang l)
{
    if (e)
        era_year_text(d, l, p->era);
    else
        snprintf(p->era, sizeof p->era, l == LANG_JA ? "%d年" : "%d", p->y);
}

char *date_text(day d, enum lang l, enum date_style style, char out[DATE_TEXT])
{
    const struct era *e = era_of(d);
    struct parts p;

    out[0] = '\0';
    if (!day_known(d))
        return out;
    day_to_ymd(d, &p.y, &p.m, &p.d);
    bool english_paper = l == LANG_EN && style == DATE_PAPER_WEEKDAY;
    p.weekday = english_paper ? weekday_long(day_weekday(d), l) : weekday_short(day_weekday(d), l);
    era_or_western_year(&p, e, d, l);
    if (style == DATE_ISO)
        day_iso(d, out);
    else if (style == DATE_ERA_SHORT)
        write_era_short(&p, e, d, out);
    else if (l == LANG_JA)
        write_ja(&p, style, out);
    else
        write_en(&p, style, out);
    return out;
}

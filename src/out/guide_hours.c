/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "out/guide_hours.h"

static bool open_on(const struct opening *o, int weekday)
{
    return !o->hours_known || hm_known(o->week[weekday].opens);
}

static bool same_hours(const struct opening *o, int a, int b)
{
    return o->week[a].opens.min == o->week[b].opens.min
        && o->week[a].closes.min == o->week[b].closes.min;
}

static void hours_lines(struct sheet *p, const struct opening *o)
{
    for (int from = 1, to; from <= 7; from = to + 1) { /* Monday to Sunday */
        const char *first = weekday_long(from % 7, p->lang), *days = first;

        for (to = from; to < 7 && same_hours(o, from % 7, (to + 1) % 7); to++)
            ;
        if (!open_on(o, from % 7))
            continue;
        if (to > from)
            days = paper_format(p, N_("%1$s to %2$s"), first, weekday_long(to % 7, p->lang), NULL);
        paper_pair(p, days,
            arena_printf(&p->arena, "%s - %s", paper_time(p, o->week[from % 7].opens.min),
                paper_time(p, o->week[from % 7].closes.min)));
    }
}

static const char *month_day(struct sheet *p, int md)
{
    static const char *const month[] = { "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December" };

    if (p->lang == LANG_JA)
        return arena_printf(&p->arena, "%d月%d日", md / 100, md % 100);
    return arena_printf(&p->arena, "%d %s", md % 100, month[(md / 100 - 1) % 12]);
}

static const char *closed_text(struct sheet *p, const struct day_pattern *d)
{
    switch (d->kind) {
    case PATTERN_HOLIDAYS:
        return paper_tr(p, N_("public holidays"));
    case PATTERN_WEEKDAY:
        if (d->nth == 0)
            return weekday_long(d->weekday, p->lang);
        return paper_format(p, N_("%2$s no. %1$s of the month"), paper_number(p, d->nth),
            weekday_long(d->weekday, p->lang), NULL);
    case PATTERN_YEARLY:
        if (d->from == d->to)
            return month_day(p, d->from);
        return paper_format(
            p, N_("%1$s to %2$s"), month_day(p, d->from), month_day(p, d->to), NULL);
    case PATTERN_DAY:
        return paper_date(p, d->day);
    }
    return "";
}

void guide_hours(struct sheet *p, const struct opening *o)
{
    const char *closed = "";

    if (o->hours_known)
        hours_lines(p, o);
    for (int i = 1; o->hours_known && i <= 7; i++)
        if (!open_on(o, i % 7))
            closed = *closed
                ? paper_format(p, N_("%1$s, %2$s"), closed, weekday_long(i % 7, p->lang), NULL)
                : weekday_long(i % 7, p->lang);
    for (size_t i = 0; i < o->n_closed; i++) {
        const char *one = closed_text(p, &o->closed[i]);

        closed = *closed ? paper_format(p, N_("%1$s, %2$s"), closed, one, NULL) : one;
    }
    if (*closed)
        paper_pair(p, N_("Closed on"), closed);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/calendar.h"

enum { DAY_CELLS = 4 };

static bool within(const struct month_calendar *c, day d)
{
    return (!day_known(c->first) || day_cmp(d, c->first) >= 0)
        && (!day_known(c->last) || day_cmp(d, c->last) <= 0);
}

static day clamp(const struct month_calendar *c, day d)
{
    if (day_known(c->first) && day_cmp(d, c->first) < 0)
        return c->first;
    if (day_known(c->last) && day_cmp(d, c->last) > 0)
        return c->last;
    return d;
}

static day first_of_month(day d)
{
    int y, m, dd;
    day first;

    day_to_ymd(d, &y, &m, &dd);
    BUG_IF(!day_from_ymd(y, m, 1, &first));
    return first;
}

void calendar_month(struct month_calendar *c, int months)
{
    int y, m, d;
    day other;

    day_to_ymd(c->chosen, &y, &m, &d);
    int n = y * 12 + m - 1 + months;
    y = n / 12;
    m = n % 12 + 1;
    if (y < 1 || y > 9999)
        return;
    if (d > day_month_length(y, m))
        d = day_month_length(y, m);
    BUG_IF(!day_from_ymd(y, m, d, &other));
    c->chosen = clamp(c, other);
}

static enum calendar_result move_to(struct month_calendar *c, day d)
{
    d = clamp(c, d);
    if (day_cmp(d, c->chosen) == 0)
        return CALENDAR_UNUSED;
    c->chosen = d;
    return CALENDAR_MOVED;
}

enum calendar_result calendar_key(struct month_calendar *c, struct key k)
{
    day first = first_of_month(c->chosen), before = c->chosen;
    int y, m, d;

    if (k.mods)
        return CALENDAR_UNUSED;
    switch (k.code) {
    case K_LEFT:
        return move_to(c, day_add(c->chosen, -1));
    case K_RIGHT:
        return move_to(c, day_add(c->chosen, 1));
    case K_UP:
        return move_to(c, day_add(c->chosen, -7));
    case K_DOWN:
        return move_to(c, day_add(c->chosen, 7));
    case K_HOME:
        return move_to(c, first);
    case K_END:
        day_to_ymd(c->chosen, &y, &m, &d);
        return move_to(c, day_add(first, day_month_length(y, m) - 1));
    case K_F6:
    case K_F7:
    case K_PGUP:
    case K_PGDN:
        calendar_month(c, k.code == K_F6 || k.code == K_PGUP ? -1 : 1);
        return day_cmp(before, c->chosen) ? CALENDAR_MOVED : CALENDAR_UNUSED;
    case K_ENTER:
        return CALENDAR_OPEN;
    default:
        return CALENDAR_UNUSED;
    }
}

static void draw_day(
    const struct month_calendar *c, struct grid *g, int row, int col, day d, bool focused)
{
    struct day_mark mark = { .style = STYLE_NORMAL };
    bool chosen = day_cmp(d, c->chosen) == 0;
    char text[16], sign[2] = "";
    int y, m, dd;

    day_to_ymd(d, &y, &m, &dd);
    if (c->mark)
        c->mark(c->user, d, &mark);
    sign[0] = mark.sign;
    if (chosen && mark.sign && dd < 10)
        snprintf(text, sizeof text, "[%c%d]", mark.sign, dd);
    else
        snprintf(text, sizeof text, "%s%2d%s",
            chosen          ? "["
                : mark.sign ? sign
                            : " ",
            dd, chosen ? "]" : " ");
    enum style style = chosen ? STYLE_SELECTED : within(c, d) ? mark.style : STYLE_DIM;
    grid_put(g, row, col, DAY_CELLS, style, text);
    if (mark.word)
        grid_right(g, row + 1, col, DAY_CELLS - 1, chosen ? STYLE_NORMAL : style,
            tr(g->catalog, mark.word));
    if (chosen && focused)
        grid_cursor(g, row, col + 1);
}

int calendar_draw(
    const struct month_calendar *c, struct grid *g, struct rect at, const char *title, bool focused)
{
    static const char *const names[7]
        = { N_("Su"), N_("Mo"), N_("Tu"), N_("We"), N_("Th"), N_("Fr"), N_("Sa") };
    day first = first_of_month(c->chosen);
    int y, m, d, row = at.row + 2, end = at.row + at.rows;

    grid_clip(g, at.row, at.col + 2, at.cols - 2, STYLE_TITLE, title);
    for (int i = 0; i < 7; i++)
        grid_tr_put(g, at.row + 1, at.col + 2 + i * DAY_CELLS, 2, STYLE_LABEL, names[i]);
    day_to_ymd(first, &y, &m, &d);
    int weekday = day_weekday(first);
    for (int i = 0; i < day_month_length(y, m); i++) {
        if (row + 1 < end)
            draw_day(c, g, row, at.col + 1 + weekday * DAY_CELLS, day_add(first, i), focused);
        if (++weekday == 7) {
            weekday = 0;
            row += 2;
        }
    }
    return row + (weekday ? 2 : 0) - at.row;
}

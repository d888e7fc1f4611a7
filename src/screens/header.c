/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Row 1 of every screen. When it does not fit it gives way in this order: role, year of the era, program,
 * weekday, counter; never the page's title and request, the word for training, the clerk, the date, the clock (screens.md). */
#include "domain/words.h"
#include "screens/registry.h"
#include "screens/trust.h"
#include "text/era.h"
#include "tui/widget.h"

enum { LEVELS = 5 };

/* On a money screen she is the cashier, when she is one. */
static const char *role_shown(unsigned roles, unsigned flags)
{
    static const enum role order[] = { ROLE_CLERK, ROLE_BOOKING, ROLE_CASHIER, ROLE_SUPERVISOR,
        ROLE_ADMINISTRATOR, ROLE_AUDITOR };
    if ((flags & SCREEN_MONEY) && (roles & ROLE_CASHIER))
        return "cashier";
    for (size_t i = 0; i < COUNT_OF(order); i++)
        if (roles & order[i])
            return role_id(order[i]);
    return "";
}

void shell_roles(const struct catalog *c, unsigned roles, struct buf *out)
{
    const char *between = "";
    for (size_t i = 0; i < WORDS_ROLE.n; i++)
        if (roles & role_of(WORDS_ROLE.item[i].id)) {
            buf_puts(out, between);
            buf_puts(out, tr(c, WORDS_ROLE.item[i].label));
            between = c ? "・" : ", ";
        }
}

/* "西川(受付)" at the first level, "西川" later. */
static void clerk_text(const struct desk *d, const struct grid *g, unsigned flags, bool role, char *out, size_t size)
{
    const struct who *who = desk_who(d);
    const char *id = role_shown(who->roles, flags);
    if (who->id == 0)
        out[0] = '\0';
    else if (!role || !id[0])
        str_copy(out, size, who->name);
    else
        snprintf(out, size, g->lang == LANG_JA ? "%s(%s)" : "%s (%s)", who->name,
            tr(g->catalog, words_label(&WORDS_ROLE, id)));
}

static int parts_cells(const struct part *parts, int n)
{
    int cells = 0;
    for (int i = 0; i < n; i++)
        cells += str_empty(parts[i].text) ? 0 : cells_of(parts[i].text) + 1;
    return cells;
}

void shell_header(const struct screen *top, struct grid *g)
{
    const struct shell *sh = shell_of(top);
    const struct hospital *h = desk_hospital(sh->desk);
    const struct registered *row = registry_find(top->ops);
    unsigned flags = row ? row->flags : 0;
    char date[DATE_TEXT], era[DATE_TEXT], clock[HM_TEXT], clerk[200];
    day today = desk_today(sh->desk);
    hm_text(desk_now(sh->desk), clock);
    era_year_text(today, g->lang, era);
    for (int level = 0; level <= LEVELS; level++) {
        clerk_text(sh->desk, g, flags, level < 1, clerk, sizeof clerk);
        date_text(today, g->lang, level < 4 ? DATE_WEEKDAY : DATE_ISO, date);
        const struct part parts[] = {
            { .text = level < 3 ? tr(g->catalog, N_("Madoguchi")) : "", .style = STYLE_TITLE },
            { .text = tr(g->catalog, top->ops->title), .style = STYLE_TITLE },
            { .text = top->subject, .style = STYLE_TITLE },
            { .text = h->training ? tr(g->catalog, N_("TRAINING")) : "", .style = STYLE_TRAINING, .right = true },
            { .text = desk_read_only(sh->desk) ? tr(g->catalog, N_("READ ONLY")) : "", .style = STYLE_ERROR, .right = true },
            { .text = level < 5 ? bilingual_in(h->counter_name, g->lang) : "", .style = STYLE_TITLE, .right = true },
            { .text = clerk, .style = STYLE_TITLE, .right = true },
            { .text = level < 2 ? era : "", .style = STYLE_TITLE, .right = true },
            { .text = date, .style = STYLE_TITLE, .right = true },
            { .text = clock, .style = STYLE_TITLE, .right = true },
        };
        if (level < LEVELS && parts_cells(parts, COUNT_OF(parts)) > g->cols - 1)
            continue;
        grid_fill(g, (struct rect){ 0, 0, 1, g->cols }, STYLE_TITLE, ' ');
        parts_draw(g, 0, 1, g->cols - 1, parts, COUNT_OF(parts));
        return;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the payment screen looks: the fee and its rule, the one large number, the ways of paying, the change
 * in notes and coins, the sentence to say; at the right what the receipt will bear. */
#include "domain/words.h"
#include "screens/pay.h"
#include "text/era.h"
#include "tui/widget.h"

enum { LEFT_CELLS = 46, ROW_ITEMS = 2, ROW_TOTAL = 7, ROW_FORM = 9, ROW_CHANGE = 16, ROW_SAY = 18 };

static int left_cells(const struct rect *b)
{
    return b->cols <= 80 ? LEFT_CELLS : LEFT_CELLS + (b->cols - 80) / 2;
}

/* --- whose fee */

static void put_talk(const struct pay *me, const struct hospital *h, const struct catalog *c, struct buf *out)
{
    const struct visit *v = case_visit(me->v.c);
    char from[HM_TEXT], until[HM_TEXT] = "", minutes[12], call[12];
    day ignored;
    hm t;

    if (!v)
        return;
    snprintf(call, sizeof call, "%d", v->call_number);
    money_put(out, c, N_("Call no. %s"), call, NULL);
    if (!v->started)
        return;
    instant_civil(v->started_at, h->offset, &ignored, &t);
    hm_text(t, from);
    if (v->ended) {
        instant_civil(v->ended_at, h->offset, &ignored, &t);
        hm_text(t, until);
    }
    buf_puts(out, "  ");
    snprintf(minutes, sizeof minutes, "%d", me->v.talk_minutes);
    if (v->ended)
        money_put(out, c, N_("talk %1$s-%2$s, %3$s min"), from, until, minutes, NULL);
    else
        money_put(out, c, N_("talk since %s"), from, NULL);
}

static void draw_patient(const struct screen *s, const struct pay *me, struct grid *g, const struct rect *b)
{
    const struct person *p = &me->v.c->patient;
    char number[CASE_NUMBER_TEXT], age[12];
    struct buf who, id, talk;

    buf_init(&who, 512);
    buf_init(&id, 256);
    buf_init(&talk, 256);
    case_number_text(me->v.c->year, me->v.c->number, number);
    snprintf(age, sizeof age, "%d", day_known(p->birth) ? day_age(p->birth, me->v.today) : 0);
    buf_puts(&who, money_name(g, p->name, number));
    if (day_known(p->birth)) {
        const char *sex = str_eq(p->sex, "unknown") ? "" : tr(g->catalog, words_label(&WORDS_SEX, p->sex));
        buf_puts(&who, "  ");
        money_put(&who, g->catalog, N_("%1$s %2$s years"), sex, age, NULL);
    }
    if (p->patient_no[0])
        buf_printf(&id, "%s %s", bilingual_in(hospital_of(s)->patient_no_label, g->lang), grid_veil(g, p->patient_no));
    put_talk(me, hospital_of(s), g->catalog, &talk);
    const struct part parts[] = {
        { .text = who.p, .style = STYLE_NORMAL },
        { .text = id.p, .priority = 2, .style = STYLE_NORMAL },
        { .text = talk.p, .priority = 1, .style = STYLE_NORMAL, .right = true },
    };
    parts_draw(g, b->row, 1, b->cols - 2, parts, COUNT_OF(parts));
    buf_fini(&who);
    buf_fini(&id);
    buf_fini(&talk);
    grid_hline(g, b->row + 1, 0, b->cols);
}

/* --- what it costs */

static void draw_items(const struct pay *me, struct grid *g, const struct rect *b, int cells)
{
    int row = b->row + ROW_ITEMS;

    grid_tr(g, row, 1, STYLE_LABEL, N_("Item"));
    grid_right(g, row, cells - 13, 12, STYLE_LABEL, tr(g->catalog, N_("Amount")));
    row++;
    for (size_t i = 0; i < me->v.n_lines && row < b->row + ROW_ITEMS + 3; i++, row++) {
        grid_bilingual(g, row, 1, cells - 15, STYLE_NORMAL, me->v.lines[i].item);
        money_right(g, row, cells - 13, 12, STYLE_NORMAL, me->v.lines[i].amount);
    }
    if (me->v.n_lines == 0)
        grid_tr_put(g, row++, 1, cells - 2, STYLE_DIM, N_("No fee is written yet."));
    const char *basis = bilingual_in(me->v.basis, g->lang);
    if (basis[0] && row < b->row + ROW_TOTAL - 1) {
        grid_text(g, row, 1, STYLE_DIM, ":");
        grid_wrap(g, (struct rect){ row, 3, b->row + ROW_TOTAL - 1 - row, cells - 4 }, STYLE_DIM, basis);
    }
}

/* The one large number: full-width digits, two cells each, safe in every terminal. */
static void draw_large(struct grid *g, int row, int col, int cells, yen amount)
{
    char plain[YEN_TEXT], wide[4 * YEN_TEXT];
    struct buf text;

    buf_init(&text, 256);
    yen_format(amount, plain);
    text_widen(plain, wide, sizeof wide);
    money_put(&text, g->catalog, N_("%s yen"), wide, NULL);
    grid_right(g, row, col, cells, STYLE_BIG, text.p);
    buf_fini(&text);
}

static void draw_total(const struct pay *me, struct grid *g, const struct rect *b, int cells)
{
    int row = b->row + ROW_TOTAL;
    char percent[12];

    grid_hline(g, row - 1, 0, cells - 1);
    bool paid = me->v.due.owed.v == 0 && me->v.due.paid.v > 0;
    grid_tr(g, row, 1, STYLE_LABEL, paid ? N_("Paid in all") : N_("To pay"));
    draw_large(g, row, 12, cells - 14, paid ? me->v.due.paid : me->v.due.owed);
    snprintf(percent, sizeof percent, "%d", me->v.tax_percent);
    money_line(g, row + 1, 3, 26, STYLE_DIM, N_("of it %s%% tax"), percent, NULL);
    money_right(g, row + 1, cells - 13, 12, STYLE_DIM, me->v.tax);
}

/* --- the change, and the sentence */

static void draw_pieces(const struct pieces *p, struct grid *g, int row, int cells)
{
    struct buf text;

    buf_init(&text, 256);
    for (int i = 0; i < CASH_KINDS; i++) {
        char kind[YEN_TEXT], n[12];
        if (!p->of[i])
            continue;
        yen_format(YEN(CASH_YEN[i]), kind);
        snprintf(n, sizeof n, "%d", (int)p->of[i]);
        if (text.len)
            buf_puts(&text, "  ");
        money_put(&text, g->catalog, N_("%1$s x %2$s"), kind, n, NULL);
    }
    grid_clip(g, row, 3, cells - 4, STYLE_NORMAL, text.p);
    buf_fini(&text);
}

static void draw_change(const struct pay *me, struct grid *g, const struct rect *b, int cells)
{
    int row = b->row + ROW_CHANGE;
    yen change = me->done ? me->taken.change : me->verdict.change;
    struct pieces give = me->done ? cash_change(change) : me->verdict.give;

    if (!str_eq(me->method, "cash") || (!me->done && !(pay_collects(me) && me->verdict.ok)))
        return;
    grid_tr(g, row, 1, STYLE_LABEL, N_("Change back"));
    draw_large(g, row, 12, cells - 14, change);
    draw_pieces(&give, g, row + 1, cells);
}

static void draw_sentence(const struct screen *s, const struct pay *me, struct grid *g, const struct rect *b, int cells)
{
    enum lang lang = me->other_language == (g->lang == LANG_JA) ? LANG_EN : LANG_JA;
    struct buf text;
    int rows = b->rows - ROW_SAY;

    if (!me->verdict.say.id || me->done || rows < 1)
        return;
    buf_init(&text, 1024);
    msg_text(app_catalog_of(s->app, lang), &me->verdict.say, &text);
    grid_wrap(g, (struct rect){ b->row + ROW_SAY, 1, rows, cells - 2 }, STYLE_OK, text.p);
    buf_fini(&text);
}

/* --- the receipt, in the language in which it will be printed */

struct preview {
    struct grid *g;
    const struct catalog *c;
    enum lang lang;
    int row, col, cells;
};

static void preview_line(struct preview *p, enum style style, const char *text)
{
    grid_clip(p->g, p->row++, p->col, p->cells, style, text);
}

static void preview_msg(struct preview *p, enum style style, const char *msgid, const char *a, const char *b)
{
    struct buf text;

    buf_init(&text, 512);
    money_put(&text, p->c, msgid, a, b, NULL);
    preview_line(p, style, text.p);
    buf_fini(&text);
}

static void preview_head(const struct screen *s, const struct pay *me, struct preview *p)
{
    char number[RECEIPT_TEXT], on[DATE_TEXT];
    const struct payment *stands = me->v.due.standing;
    struct buf line;

    receipt_number_text(hospital_of(s)->counter_number, stands ? stands->receipt_year : me->v.receipt_year,
        stands ? stands->receipt_number : me->v.receipt_number, number);
    preview_msg(p, STYLE_LABEL, N_("Receipt  No. %s"), number, NULL);
    preview_msg(p, STYLE_NORMAL, N_("Date  %s"), date_text(stands ? stands->paid_on : me->v.today, p->lang, DATE_PAPER, on),
        NULL);
    buf_init(&line, 512);
    const char *name = stands ? str_or(stands->addressee, me->v.c->patient.name) : pay_addressee(me);
    money_put(&line, p->c, N_("For  %s"), money_name(p->g, name, "***"), NULL);
    preview_line(p, STYLE_NORMAL, line.p);
    buf_fini(&line);
    p->row++;
}

static void preview_money(const struct pay *me, struct preview *p)
{
    char total[YEN_TEXT], tax[YEN_TEXT], percent[12];
    const struct payment *stands = me->v.due.standing;
    const char *method = stands ? stands->method : me->method;
    struct buf text;

    yen_format(me->v.total, total);
    yen_format(me->v.tax, tax);
    snprintf(percent, sizeof percent, "%d", me->v.tax_percent);
    preview_msg(p, STYLE_NORMAL, N_("Sum  %s yen"), total, NULL);
    if (me->v.n_lines)
        preview_msg(p, STYLE_NORMAL, N_("for %s"), bilingual_in(me->v.lines[0].item, p->lang), NULL);
    buf_init(&text, 256);
    money_put(&text, p->c, N_("%1$s%% of %2$s: tax %3$s"), percent, total, tax, NULL);
    preview_line(p, STYLE_NORMAL, text.p);
    buf_clear(&text);
    buf_printf(&text, "%s %s", tr(p->c, words_label(&WORDS_METHOD, method)), total);
    preview_line(p, STYLE_NORMAL, text.p);
    buf_fini(&text);
}

static void preview_foot(const struct screen *s, const struct pay *me, struct preview *p)
{
    const struct hospital *h = hospital_of(s);
    const struct payment *stands = me->v.due.standing;

    if (!str_empty(h->registration))
        preview_msg(p, STYLE_NORMAL, N_("Registration no. %s"), h->registration, NULL);
    if (h->stamp_exempt)
        preview_msg(p, STYLE_NORMAL, N_("No stamp duty"), NULL, NULL);
    preview_msg(p, STYLE_NORMAL, N_("Clerk  %s"), stands ? stands->by_name : desk_who(desk_of(s))->name, NULL);
}

/* What else is to be known about this money: an earlier promise, a receipt that stands, a void. */
static void draw_history(const struct pay *me, struct grid *g, struct rect at)
{
    const struct casefile *c = me->v.c;
    int row = at.row, end = at.row + at.rows;
    char on[DATE_TEXT], promised[DATE_TEXT];

    for (size_t i = c->n_payments; i > 0 && row < end; i--) {
        const struct payment *p = &c->payments[i - 1];
        if (str_eq(p->kind, "collect"))
            continue;
        date_text(p->paid_on, g->lang, DATE_SHORT, on);
        money_line(g, row++, at.col, at.cols, STYLE_NEED, N_("%1$s voided: %2$s"), on, grid_veil(g, p->reason), NULL);
    }
    for (size_t i = c->n_unpaid; i > 0 && row < end && me->v.due.owed.v > 0; i--) {
        const struct unpaid_row *u = &c->unpaid[i - 1];
        date_text(u->day, g->lang, DATE_SHORT, on);
        date_text(u->promised_on, g->lang, DATE_SHORT, promised);
        money_line(g, row++, at.col, at.cols, STYLE_NEED, N_("%1$s unpaid: %2$s (until %3$s)"), on, grid_veil(g, u->reason),
            promised[0] ? promised : "-", NULL);
    }
    if (row < end && *pay_about_void(me))
        grid_wrap(g, (struct rect){ row, at.col, end - row, at.cols }, STYLE_DIM,
            tr(g->catalog, pay_about_void(me)));
}

static void draw_right(const struct screen *s, const struct pay *me, struct grid *g, const struct rect *b, int left)
{
    const struct payment *stands = me->v.due.standing;
    struct preview p = { g, NULL, pay_lang(me), b->row + ROW_ITEMS, left + 1, b->cols - left - 2 };

    if (stands && stands->receipt_number)
        p.lang = stands->receipt_lang;
    p.c = app_catalog_of(s->app, p.lang);
    grid_vline(g, b->row + ROW_ITEMS, left - 1, b->rows - ROW_ITEMS);
    if (!stands && !pay_collects(me)) {
        draw_history(me, g, (struct rect){ p.row, p.col, b->rows - ROW_ITEMS, p.cells });
        return;
    }
    if (str_eq(stands ? stands->method : me->method, "outside")) {
        p.row += 1 + grid_wrap(g, (struct rect){ p.row, p.col, 6, p.cells }, STYLE_NORMAL,
            tr(g->catalog, stands ? N_("Paid at the main cashier, who gave the receipt. This counter prints none.")
                                  : N_("The main cashier takes the money and gives the receipt. F8 prints the charge slip.")));
    } else {
        preview_head(s, me, &p);
        preview_money(me, &p);
        preview_foot(s, me, &p);
    }
    if (p.row + 1 >= b->row + b->rows)
        return;
    grid_hline(g, p.row, left, b->cols - left);
    draw_history(me, g, (struct rect){ p.row + 1, p.col, b->row + b->rows - p.row - 1, p.cells });
}

/* The ways of paying, how it was paid, or why nothing is. */
static void draw_middle(const struct screen *s, const struct pay *me, struct grid *g, struct rect at)
{
    static const char *const methods[] = { "cash", "card", "other", "outside" };

    if (!pay_collects(me)) {
        if (me->v.due.standing)
            pay_draw_paid(s, me, g, at);
        else
            pay_draw_nothing(me, g, at);
        return;
    }
    form_draw(me->form, g, at, true);
    for (size_t i = 0; i < COUNT_OF(methods); i++)
        if (str_eq(me->method, methods[i]))
            grid_text(g, at.row + (int)i, 0, STYLE_SELECTED, ">");
}

void pay_draw(const struct screen *s, struct grid *g)
{
    const struct pay *me = screen_state(s);
    struct rect b = g->body;
    int left = left_cells(&b);

    draw_patient(s, me, g, &b);
    draw_items(me, g, &b, left);
    draw_total(me, g, &b, left);
    draw_middle(s, me, g, (struct rect){ b.row + ROW_FORM, 2, ROW_CHANGE - ROW_FORM, left - 4 });
    draw_change(me, g, &b, left);
    draw_sentence(s, me, g, &b, left);
    draw_right(s, me, g, &b, left);
}

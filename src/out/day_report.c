/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "out/day_report.h"

enum { HASH_GROUP = 8 };

/* "2件" */
static const char *times(struct sheet *p, int n)
{
    const char *number = paper_number(p, n);

    return p->lang == LANG_EN ? number : paper_format(p, N_("%s cases"), number, NULL);
}

static const char *times_pieces(struct sheet *p, int n)
{
    return paper_format(p, N_("x %s"), paper_number(p, n), NULL);
}

static void amount(struct sheet *p, const char *label, const char *count, yen y)
{
    static const struct paper_column c[3]
        = { { 34, WIDTH_LEFT }, { 10, WIDTH_RIGHT }, { 28, WIDTH_RIGHT } };
    const char *cell[3] = { paper_tr(p, label), count, paper_yen(p, y) };

    paper_row(p, c, 3, cell);
}

static void cash_part(struct sheet *p, const struct day_report *in)
{
    const struct till *t = in->till;

    paper_heading(p, N_("Cash of the day"));
    amount(p, N_("Float at the opening"), "", t->float_yen);
    amount(p, N_("Cash taken"), times(p, t->n_in[TILL_CASH]), t->in[TILL_CASH]);
    amount(p, N_("Cash given back"), times(p, t->n_back[TILL_CASH]), t->back[TILL_CASH]);
    amount(p, N_("Put in or taken out"), times(p, (int)in->n_moves), t->moves);
    amount(p, N_("Cash expected"), "", t->expected_cash);
    if (!in->closing)
        return;
    if (in->closing->cash_count == 0) {
        paper_say(p, N_("Closed without counting: no cash moved."));
        return;
    }
    amount(p, N_("Cash counted"), "", in->closing->sum.counted_cash);
    amount(p, N_("Cash difference"), "", in->closing->sum.difference);
    if (!str_empty(in->closing->reason))
        paper_pair(p, N_("Cause found"), in->closing->reason);
}

static void moves_part(struct sheet *p, const struct day_report *in)
{
    static const struct paper_column c[4]
        = { { 6, WIDTH_LEFT }, { 18, WIDTH_RIGHT }, { 28, WIDTH_LEFT }, { 18, WIDTH_LEFT } };

    if (in->n_moves == 0)
        return;
    paper_blank(p);
    paper_heading(p, N_("Cash put in or taken out"));
    for (size_t i = 0; i < in->n_moves; i++) {
        const struct till_move *m = &in->moves[i];
        const char *cell[4]
            = { paper_clock(p, m->at), paper_yen(p, m->amount), m->reason, m->by_name };

        paper_row(p, c, 4, cell);
    }
}

static void methods_part(struct sheet *p, const struct day_report *in)
{
    static const struct paper_column c[6] = { { 16, WIDTH_LEFT }, { 5, WIDTH_RIGHT },
        { 14, WIDTH_RIGHT }, { 5, WIDTH_RIGHT }, { 12, WIDTH_RIGHT }, { 14, WIDTH_RIGHT } };
    const char *head[6]
        = { paper_tr(p, N_("Way of paying")), paper_tr(p, N_("Count")), paper_tr(p, N_("Taken in")),
              paper_tr(p, N_("Count")), paper_tr(p, N_("Given back")), paper_tr(p, N_("Net")) };
    const struct till *t = in->till;

    paper_blank(p);
    paper_heading(p, N_("By way of paying"));
    paper_row(p, c, 6, head);
    for (int m = 0; m < TILL_METHODS; m++) {
        const char *cell[6] = { paper_method(p, till_method_id((enum till_method)m)),
            paper_number(p, t->n_in[m]), paper_number(p, t->in[m].v), paper_number(p, t->n_back[m]),
            paper_number(p, t->back[m].v), paper_number(p, t->net[m].v) };

        paper_row(p, c, 6, cell);
    }
    amount(p, N_("Income of the day"), "", t->income);
    if (in->closing && in->closing->card_counted.v != t->net[TILL_CARD].v) {
        amount(p, N_("Card slips counted"), "", in->closing->card_counted);
        amount(p, N_("Difference of cards"), "", in->closing->sum.card_difference);
    }
}

static const char *row_kind(struct sheet *p, const struct till_row *r)
{
    const char *method = paper_method(p, r->method);

    if (str_eq(r->kind, "void"))
        return paper_format(p, N_("%s, void"), method, NULL);
    if (str_eq(r->kind, "refund"))
        return paper_format(p, N_("%s, refund"), method, NULL);
    return method;
}

static void entries_part(struct sheet *p, const struct day_report *in)
{
    static const struct paper_column c[5] = { { 14, WIDTH_LEFT }, { 6, WIDTH_LEFT },
        { 20, WIDTH_LEFT }, { 14, WIDTH_LEFT }, { 14, WIDTH_RIGHT } };
    const char *head[5]
        = { paper_tr(p, N_("Receipt")), paper_tr(p, N_("Hour")), paper_tr(p, N_("Patient's name")),
              paper_tr(p, N_("Way of paying")), paper_tr(p, N_("Sum")) };

    paper_blank(p);
    paper_heading(p, N_("Entries of the day"));
    if (in->n_rows == 0) {
        paper_say(p, N_("none"));
        return;
    }
    paper_row(p, c, 5, head);
    for (size_t i = 0; i < in->n_rows; i++) {
        const struct till_row *r = &in->rows[i];
        const char *number = paper_receipt_number(p, in->counter_number, r->year, r->number);
        const char *cell[5] = { *number ? number : str_or(r->slip, ""), paper_clock(p, r->at),
            r->name, row_kind(p, r), paper_number(p, r->amount.v) };

        paper_row(p, c, 5, cell);
    }
}

static void pieces_part(struct sheet *p, const struct closing *c)
{
    static const struct paper_column column[7]
        = { { 8, WIDTH_RIGHT }, { 7, WIDTH_RIGHT }, { 14, WIDTH_RIGHT }, { 1, WIDTH_LEFT },
              { 8, WIDTH_RIGHT }, { 7, WIDTH_RIGHT }, { 14, WIDTH_RIGHT } };

    if (c->cash_count == 0)
        return;
    paper_blank(p);
    paper_heading(p, N_("Cash counted by kind"));
    for (int i = 0; i < CASH_KINDS / 2; i++) {
        int k = i + CASH_KINDS / 2;
        const char *cell[7] = { paper_number(p, CASH_YEN[i]), times_pieces(p, c->counted.of[i]),
            paper_number(p, (int64_t)CASH_YEN[i] * c->counted.of[i]), "",
            paper_number(p, CASH_YEN[k]), times_pieces(p, c->counted.of[k]),
            paper_number(p, (int64_t)CASH_YEN[k] * c->counted.of[k]) };

        paper_row(p, column, 7, cell);
    }
}

static void treasury_part(struct sheet *p, const struct closing *c)
{
    paper_blank(p);
    paper_heading(p, N_("To the treasury"));
    amount(p, N_("Amount handed over"), "", c->sum.deposit);
    amount(p, N_("Float for the next day"), "", c->sum.next_float);
    paper_two(p, N_("Bag number"), str_or(c->bag, "-"), N_("Treasury"), str_or(c->treasury, "-"));
    paper_pair(p, N_("Received there by"), str_or(c->treasury_person, "____________________"));
}

static void receipts_part(struct sheet *p, const struct day_report *in)
{
    const struct till *t = in->till;

    paper_blank(p);
    paper_heading(p, N_("Receipts of the day"));
    if (t->n_receipts == 0)
        paper_pair(p, N_("Receipt numbers"), paper_tr(p, N_("none")));
    else
        paper_pair(p, N_("Receipt numbers"),
            paper_format(p, N_("%1$s to %2$s (%3$s)"),
                paper_receipt_number(p, in->counter_number, t->first_year, t->first_number),
                paper_receipt_number(p, in->counter_number, t->last_year, t->last_number),
                times(p, t->n_receipts), NULL));
    paper_two(
        p, N_("Voids"), times(p, t->n_voids), N_("Printed again"), times(p, in->open.reprints));
}

static void names_part(
    struct sheet *p, const char *label, const struct closing_name *n, size_t count)
{
    static const struct paper_column c[4]
        = { { 9, WIDTH_LEFT }, { 22, WIDTH_LEFT }, { 13, WIDTH_RIGHT }, { 26, WIDTH_LEFT } };

    paper_pair(p, label, times(p, (int)count));
    for (size_t i = 0; i < count; i++) {
        const char *what = str_or(n[i].what, "");
        const char *cell[4] = { paper_case_number(p, n[i].case_year, n[i].case_number),
            paper_addressed(p, n[i].name), paper_yen(p, n[i].amount), what };

        if (day_known(n[i].day))
            cell[3] = paper_format(
                p, N_("%1$s, promised for %2$s"), what, paper_date_short(p, n[i].day), NULL);
        paper_row(p, c, 4, cell);
    }
}

static void open_part(struct sheet *p, const struct open_items *o)
{
    paper_blank(p);
    paper_heading(p, N_("Still open"));
    names_part(p, N_("Unpaid"), o->unpaid, o->n_unpaid);
    names_part(p, N_("Waiting to pay"), o->waiting, o->n_waiting);
    paper_two(p, N_("Reports not sent"), times(p, o->reports_unsent), N_("Materials held"),
        paper_format(p, N_("pieces: %s"), paper_number(p, o->pieces_held), NULL));
    paper_pair(p, N_("Exceptions open"), times(p, o->overrides_open));
    for (size_t i = 0; i < o->n_forgotten; i++)
        paper_pair(p, i == 0 ? N_("Days not closed") : "", paper_date_weekday(p, o->forgotten[i]));
}

static const char *hash_groups(struct sheet *p, const char *hash)
{
    const char *text = "";

    for (const char *h = hash; *h; h += strnlen(h, HASH_GROUP))
        text = arena_printf(&p->arena, "%s%s%.8s", text, *text ? " " : "", h);
    return text;
}

static void proof_part(struct sheet *p, const struct closing *c)
{
    paper_blank(p);
    paper_heading(p, N_("Record of the closing"));
    amount(p, N_("Total ever taken, before"), "", c->perpetual_before);
    amount(p, N_("Total ever taken, after"), "", c->perpetual_after);
    paper_pair(p, N_("Trail entry"), paper_number(p, c->audit_seq));
    paper_pair(p, N_("Trail hash"), hash_groups(p, c->audit_hash));
}

static void signatures(struct sheet *p, const struct closing *c)
{
    paper_blank(p);
    paper_pair(
        p, N_("Closed by"), arena_printf(&p->arena, "%s  %s", c->by_name, paper_clock(p, c->at)));
    paper_sign(p, N_("Signature"));
    paper_blank(p);
    paper_pair(p, N_("Confirmed by"),
        c->confirmed_by
            ? arena_printf(&p->arena, "%s  %s", c->confirmed_name, paper_clock(p, c->confirmed_at))
            : "");
    paper_sign(p, N_("Signature"));
}

static void head_part(struct sheet *p, const struct day_report *in)
{
    paper_letterhead(p);
    paper_internal(p);
    paper_title(p, in->closing ? N_("Day Closing Report") : N_("Interim Day Report"));
    p->mark = paper_date(p, in->till->day);
    paper_duplicate(p);
    paper_pair(p, N_("Business day"), paper_date_weekday(p, in->till->day));
    paper_two(p, N_("Cash drawer"), paper_number(p, in->drawer),
        in->closing ? N_("Closing number") : "",
        in->closing ? paper_number(p, in->closing->seq) : "");
    if (!str_empty(in->opened_by))
        paper_pair(p, N_("Opened by"),
            arena_printf(&p->arena, "%s  %s", in->opened_by, paper_clock(p, in->opened_at)));
    paper_blank(p);
}

bool out_day_report(const struct day_report *in, const struct paper_ctx *ctx, struct buf *out)
{
    struct paper_ctx own = *ctx;
    struct sheet p;

    own.lang = in->lang;
    own.copy = in->copy;
    paper_begin(&p, &own, out);
    head_part(&p, in);
    cash_part(&p, in);
    moves_part(&p, in);
    methods_part(&p, in);
    if (in->closing)
        pieces_part(&p, in->closing);
    if (in->closing)
        treasury_part(&p, in->closing);
    receipts_part(&p, in);
    entries_part(&p, in);
    open_part(&p, &in->open);
    if (in->closing) {
        proof_part(&p, in->closing);
        signatures(&p, in->closing);
    }
    return paper_end(&p);
}

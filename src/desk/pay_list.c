/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who owes, and which receipts there are. */
#include "desk/money_day.h"
#include "desk/pay.h"
#include "store/money_list_store.h"
#include "text/fold.h"

bool desk_waiting(struct desk *d, struct arena *arena, struct waiting_row **out, size_t *n, struct err *e)
{
    const struct hospital *h = desk_hospital(d);
    struct owing_row *rows;
    day ignored;

    *n = 0;
    if (!act_may_read(d, ACT_MONEY_READ, e) || !money_list_owing(desk_db(d), h->counter, desk_today(d), arena, &rows, n, e))
        return false;
    *out = ARENA_ARRAY(arena, struct waiting_row, *n + 1);
    for (size_t i = 0; i < *n; i++) {
        const struct owing_row *r = &rows[i];
        (*out)[i] = (struct waiting_row){ .request = r->request, .year = r->year, .number = r->number, .name = r->name,
            .kana = r->kana, .call_number = r->call_number, .talk_ended = HM_NONE, .owed = r->owed,
            .unpaid = r->unpaid, .promised_on = r->promised_on, .reason = r->reason };
        if (r->talk_over)
            instant_civil(r->talk_ended, h->offset, &ignored, &(*out)[i].talk_ended);
    }
    return true;
}

/* "26-0415" is a request, "2026-310" and "1-2026-310" are receipts: a year of four digits tells them apart. */
static bool find_number(struct desk *d, const char *typed, struct arena *arena, struct receipt_row **rows,
    size_t *n, struct err *e)
{
    const struct hospital *h = desk_hospital(d);
    int counter = h->counter_number, year, this_year, month, dd, number;

    day_to_ymd(desk_today(d), &this_year, &month, &dd);
    year = this_year;
    if (!receipt_number_parse(typed, &counter, &year, &number))
        return true;
    if (year < 100)
        return money_list_receipts_of_case(desk_db(d), h->counter, this_year - this_year % 100 + year, number, arena,
            rows, n, e);
    return money_list_receipt(desk_db(d), counter, year, number, arena, rows, n, e);
}

static bool find_receipts(struct desk *d, const char *typed, struct arena *arena, struct receipt_row **rows,
    size_t *n, struct err *e)
{
    const struct hospital *h = desk_hospital(d);
    struct fold_key key = fold_any(arena, typed);
    struct money_day m;

    switch (key.kind) {
    case FOLD_EMPTY:
        return money_day_load(d, desk_today(d), arena, &m, e)
            && (!day_known(m.business_day)
                || money_list_receipts_of_day(desk_db(d), h->counter, m.business_day, arena, rows, n, e));
    case FOLD_DIGITS:
        return find_number(d, typed, arena, rows, n, e);
    case FOLD_KANA:
        return money_list_receipts_of_name(desk_db(d), fold_name(arena, typed), key.key, RECEIPTS_MAX, arena, rows, n, e);
    case FOLD_LATIN:
    case FOLD_NAME:
        break;
    }
    return money_list_receipts_of_name(desk_db(d), key.key, "", RECEIPTS_MAX, arena, rows, n, e);
}

bool desk_receipts(struct desk *d, const char *typed, struct arena *arena, struct receipt_row **out, size_t *n,
    struct err *e)
{
    *out = NULL;
    *n = 0;
    return act_may_read(d, ACT_MONEY_READ, e) && find_receipts(d, typed, arena, out, n, e);
}

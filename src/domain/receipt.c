/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/receipt.h"

#include "text/fold.h"
#include "text/utf8.h"

void receipt_number_text(int counter_number, int year, int number, char out[RECEIPT_TEXT])
{
    if (number <= 0)
        out[0] = '\0';
    else
        snprintf(out, RECEIPT_TEXT, "%d-%04d-%05d", counter_number, year, number);
}

enum { NUMBER_PARTS = 3, NUMBER_BYTES = 32 };

bool receipt_number_parse(const char *s, int *counter_number, int *year, int *number)
{
    char text[NUMBER_BYTES];
    size_t n = 0;
    int64_t part[NUMBER_PARTS];
    int n_parts = 0;

    for (uint32_t c; (c = utf8_next(&s)) != 0;) {
        c = fold_ascii_char(c);
        if (c == ' ')
            continue;
        if (!((c >= '0' && c <= '9') || c == '-') || n + 1 >= sizeof text)
            return false;
        text[n++] = (char)c;
    }
    text[n] = '\0';
    for (char *p = text; p;) {
        char *dash = strchr(p, '-');
        if (dash)
            *dash++ = '\0';
        if (n_parts == NUMBER_PARTS || !str_int(p, &part[n_parts]) || part[n_parts] > 9999999)
            return false;
        n_parts++;
        p = dash;
    }
    if (part[n_parts - 1] < 1)
        return false;
    *number = (int)part[n_parts - 1];
    if (n_parts > 1)
        *year = (int)part[n_parts - 2];
    if (n_parts > 2)
        *counter_number = (int)part[0];
    return true;
}

size_t receipt_lines_of(const struct casefile *c, struct arena *arena, struct receipt_line **out, yen *total,
    yen *tax, int *tax_percent)
{
    const struct charge **charges;
    size_t n = charges_standing(c, arena, &charges);
    struct receipt_line *lines = ARENA_ARRAY(arena, struct receipt_line, n + 1);

    *total = YEN(0);
    *tax_percent = 0;
    for (size_t i = 0; i < n; i++) {
        const struct charge *ch = charges[i];
        lines[i] = (struct receipt_line){ .item = { ch->item, ch->item_en },
            .quantity = ch->quantity,
            .unit = ch->unit,
            .amount = ch->amount,
            .tax_percent = ch->tax_percent };
        BUG_IF(!yen_add(*total, ch->amount, total));
        *tax_percent = ch->tax_percent;
    }
    *tax = YEN(0); /* rounded once per receipt, not per line (domain.md 4.1) */
    if (n == 1)
        *tax = charges[0]->tax;
    else if (n > 1)
        *tax = yen_tax_inside(*total, *tax_percent);
    *out = lines;
    return n;
}

static void fill_payment(const struct payment *p, struct receipt *out)
{
    out->payment = p->id;
    out->year = p->receipt_year;
    out->number = p->receipt_number;
    out->paid_on = p->paid_on;
    out->business_day = p->business_day;
    out->method = p->method;
    out->tendered = p->tendered;
    out->change = p->change;
    out->slip = str_or(p->slip, "");
    out->other_kind = str_or(p->other_kind, "");
    out->clerk = str_or(p->by_name, "");
    out->lang = p->receipt_lang;
    out->copy = 1;
    out->printed_on = p->paid_on;
}

/* What was sold with this payment, also after the charges have been reversed. */
static void fill_lines(const struct casefile *c, const struct payment *p, struct arena *arena, struct receipt *out)
{
    struct receipt_line *lines;

    out->n_lines = receipt_lines_of(c, arena, &lines, &out->total, &out->tax, &out->tax_percent);
    out->lines = lines;
    if (yen_cmp(out->total, p->amount) == 0 || !c->n_charges)
        return;
    for (size_t i = 0; i < c->n_charges; i++) { /* the one charge that this payment paid */
        const struct charge *ch = &c->charges[i];
        if (ch->void_of || yen_cmp(ch->amount, p->amount) != 0)
            continue;
        lines = ARENA_NEW(arena, struct receipt_line);
        *lines = (struct receipt_line){ { ch->item, ch->item_en }, ch->quantity, ch->unit, ch->amount,
            ch->tax_percent };
        out->lines = lines;
        out->n_lines = 1;
        out->total = ch->amount;
        out->tax = ch->tax;
        out->tax_percent = ch->tax_percent;
        return;
    }
    out->total = p->amount;
    out->tax = yen_tax_inside(p->amount, out->tax_percent);
}

bool receipt_of(const struct casefile *c, int64_t payment, int counter_number, struct arena *arena,
    struct receipt *out)
{
    const struct payment *p = payment_find(c, payment);

    if (!p || !str_eq(p->kind, "collect"))
        return false;
    *out = (struct receipt){ .request = c->id,
        .counter_number = counter_number,
        .case_year = c->year,
        .case_number = c->number,
        .patient_name = c->patient.name,
        .patient_no = c->patient.patient_no,
        .registration = "" };
    fill_payment(p, out);
    fill_lines(c, p, arena, out);
    out->addressee = str_or(p->addressee, str_or(p->payer_name, c->patient.name));
    out->voided = payment_void_of(c, p->id) != NULL;
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The difference hunter: what usually makes a drawer differ, and the receipts that would explain it. */
#include "domain/till.h"

enum { HINTS_MAX = 8, PIECES_FEW = 4 };

struct hunt {
    const struct till_row *rows;
    size_t n;
    int64_t diff, size; /* counted - expected, and without its sign */
    struct arena *arena;
    struct till_hint *hint;
    size_t n_hints;
};

typedef bool fits_fn(const struct till_row *r, const struct hunt *h, int64_t value);

/* Adds a hint with the rows that fit; needs_row: none fits = no hint. */
static void add_hint(struct hunt *h, enum till_hint_kind kind, const struct msg *text, fits_fn *fits, int64_t value,
    bool needs_row)
{
    size_t *row = ARENA_ARRAY(h->arena, size_t, h->n + 1);
    size_t n = 0;

    for (size_t i = 0; i < h->n; i++)
        if (fits(&h->rows[i], h, value))
            row[n++] = i;
    if (needs_row && n == 0)
        return;
    BUG_IF(h->n_hints == HINTS_MAX);
    h->hint[h->n_hints++] = (struct till_hint){ kind, *text, row, n };
}

static bool is(const struct till_row *r, const char *kind, const char *method)
{
    return str_eq(r->kind, kind) && str_eq(r->method, method);
}

static bool cash_of_amount(const struct till_row *r, const struct hunt *h, int64_t value)
{
    (void)h;
    return is(r, "collect", "cash") && !r->voided && r->amount.v == value;
}

static bool not_cash_of_amount(const struct till_row *r, const struct hunt *h, int64_t value)
{
    (void)h;
    return (is(r, "collect", "card") || is(r, "collect", "other")) && !r->voided && r->amount.v == value;
}

static bool void_of_amount(const struct till_row *r, const struct hunt *h, int64_t value)
{
    (void)h;
    return str_eq(r->method, "cash") && !str_eq(r->kind, "collect") && r->amount.v == -value;
}

static bool change_has_kind(const struct till_row *r, const struct hunt *h, int64_t kind)
{
    (void)h;
    return is(r, "collect", "cash") && r->change.v > 0 && r->change.v <= MONEY_MAX
        && cash_change(r->change).of[kind] > 0;
}

/* Two neighbouring digits of typed changed places makes exactly this difference. */
static bool swap_makes(int64_t typed, int64_t size)
{
    for (int64_t ten = 1; ten <= typed / 10; ten *= 10) {
        int64_t low = typed / ten % 10, high = typed / ten / 10 % 10;
        int64_t moved = (high - low) * 9 * ten;
        if ((moved < 0 ? -moved : moved) == size)
            return true;
    }
    return false;
}

static bool swapped_digits(const struct till_row *r, const struct hunt *h, int64_t value)
{
    (void)value;
    return is(r, "collect", "cash")
        && (swap_makes(r->tendered.v, h->size) || swap_makes(r->change.v, h->size)
            || swap_makes(r->amount.v, h->size));
}

static void hint_wrong_method(struct hunt *h)
{
    struct msg m;
    char a[YEN_TEXT];

    yen_format(YEN(h->size), a);
    if (h->diff < 0) {
        msg_set(&m, N_("%s yen entered as cash may have been paid by card."), a, NULL);
        add_hint(h, HINT_WRONG_METHOD, &m, cash_of_amount, h->size, true);
    } else {
        msg_set(&m, N_("%s yen entered as card or other may have been paid in cash."), a, NULL);
        add_hint(h, HINT_WRONG_METHOD, &m, not_cash_of_amount, h->size, true);
    }
}

static bool any_of_amount(const struct hunt *h)
{
    for (size_t i = 0; i < h->n; i++)
        if (str_eq(h->rows[i].kind, "collect") && h->rows[i].amount.v == h->size)
            return true;
    return false;
}

static bool no_row(const struct till_row *r, const struct hunt *h, int64_t value)
{
    (void)r;
    (void)h;
    (void)value;
    return false;
}

static void hint_amounts(struct hunt *h)
{
    struct msg m;
    char a[YEN_TEXT];

    yen_format(YEN(h->size), a);
    if (h->diff < 0) {
        msg_set(&m, N_("One entry of %s yen too many, or its money was not taken."), a, NULL);
        add_hint(h, HINT_DOUBLED, &m, cash_of_amount, h->size, true);
        return;
    }
    msg_set(&m, N_("%s yen of a voided receipt may not have been handed back."), a, NULL);
    add_hint(h, HINT_VOID_NOT_PAID_OUT, &m, void_of_amount, h->size, true);
    if (any_of_amount(h)) {
        msg_set(&m, N_("A fee of %s yen may have been taken and not entered."), a, NULL);
        add_hint(h, HINT_NOT_ENTERED, &m, no_row, 0, false);
    }
}

/* The largest kind of which at most a few pieces make the difference; 2,000-yen notes are too rare. */
static int few_pieces(int64_t size, int64_t *count)
{
    for (int i = 0; i < CASH_KINDS; i++) {
        if (CASH_YEN[i] == 2000 || size % CASH_YEN[i] || size / CASH_YEN[i] > PIECES_FEW)
            continue;
        *count = size / CASH_YEN[i];
        return i;
    }
    return -1;
}

static void hint_pieces(struct hunt *h)
{
    struct msg m;
    char word[MSG_ARG_BYTES], number[8];
    int64_t count = 0;
    int kind = few_pieces(h->size, &count);

    if (kind < 0)
        return;
    snprintf(number, sizeof number, "%d", (int)count);
    msg_word(cash_kind_label(kind), word);
    if (h->diff < 0)
        msg_set(&m, N_("%2$s x %1$s too few."), word, number, NULL);
    else
        msg_set(&m, N_("%2$s x %1$s too many."), word, number, NULL);
    add_hint(h, HINT_PIECES, &m, change_has_kind, kind, false);
}

/* Notes or coins that are taken for each other, by index in CASH_YEN. */
static const struct {
    int large, small;
} mixed[] = { { 0, 1 }, { 0, 3 }, { 1, 3 }, { 4, 5 }, { 5, 6 }, { 5, 7 }, { 6, 7 } };

static void hint_mixed(struct hunt *h)
{
    for (size_t i = 0; i < COUNT_OF(mixed); i++) {
        struct msg m;
        char large[MSG_ARG_BYTES], small[MSG_ARG_BYTES];
        if (CASH_YEN[mixed[i].large] - CASH_YEN[mixed[i].small] != h->size)
            continue;
        msg_set(&m, N_("%1$s and %2$s may have been taken for each other."),
            msg_word(cash_kind_label(mixed[i].large), large), msg_word(cash_kind_label(mixed[i].small), small), NULL);
        add_hint(h, HINT_MIXED, &m, change_has_kind, h->diff < 0 ? mixed[i].small : mixed[i].large, false);
        return;
    }
}

static void hint_swapped(struct hunt *h)
{
    struct msg m;

    if (h->size % 9)
        return;
    msg_set(&m, N_("Divisible by 9: two digits may have changed places."), NULL);
    add_hint(h, HINT_SWAPPED, &m, swapped_digits, 0, false);
}

size_t till_hints(const struct till_row *rows, size_t n, yen difference, yen card_difference, struct arena *arena,
    struct till_hint **out)
{
    struct hunt h = { .rows = rows, .n = n, .diff = difference.v, .arena = arena };

    h.size = h.diff < 0 ? -h.diff : h.diff;
    h.hint = ARENA_ARRAY(arena, struct till_hint, HINTS_MAX);
    *out = h.hint;
    if (h.diff == 0)
        return 0;
    bool card_mirrors = card_difference.v == -h.diff;
    if (card_mirrors)
        hint_wrong_method(&h);
    hint_amounts(&h);
    hint_pieces(&h);
    hint_mixed(&h);
    hint_swapped(&h);
    if (!card_mirrors && card_difference.v == 0)
        hint_wrong_method(&h);
    return h.n_hints;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 日締め: count first (what should be there stays hidden), then compare, then reason and second person, then
 * the bag. What was counted is not changed any more: F2 counts again and keeps both counts. */
#include "screens/closing.h"

#include "text/era.h"

enum { TAG_SECOND = 1, TAG_SECOND_CLOSE, TAG_CASH, TAG_CONFIRM, TAG_CLEAR, TAG_RECORD, TAG_DAY };

static const char *const piece_ids[CASH_KINDS] = { "n10000", "n5000", "n2000", "n1000", "n500", "n100", "n50", "n10",
    "n5", "n1" };

#define PIECES(id_, label_)                                                                                        \
    { .id = id_, .label = label_, .kind = FIELD_NUMBER, .cells = 5, .max_clusters = 5,                             \
        .help = N_("How many of these are in the drawer. Empty counts as none."), .unit = N_("pcs") }
static const struct form_field count_fields[] = {
    PIECES("n10000", N_("10,000 yen")),
    PIECES("n5000", N_("5,000 yen")),
    PIECES("n2000", N_("2,000 yen")),
    PIECES("n1000", N_("1,000 yen")),
    PIECES("n500", N_("500 yen")),
    PIECES("n100", N_("100 yen")),
    PIECES("n50", N_("50 yen")),
    PIECES("n10", N_("10 yen")),
    PIECES("n5", N_("5 yen")),
    PIECES("n1", N_("1 yen")),
};
const struct form_def count_form = { .id = "count", .version = 1, .house = true, .fields = count_fields, .n = COUNT_OF(count_fields),
    .label_cells = 11 };

static const struct form_field closing_fields[] = {
    { .id = "reason", .label = N_("Reason"), .kind = FIELD_TEXT, .cells = 42, .max_clusters = 60,
        .help = N_("What is known, shortly; else \"cause unknown\". A difference is never deleted.") },
    { .id = "card", .label = N_("Card"), .kind = FIELD_YEN, .cells = 10, .flags = FORM_SAME_ROW | FORM_YEN_DRAFT,
        .help = N_("The sum of the card slips. Empty: as it was entered.") },
    { .id = "treasury", .label = N_("Treasury"), .kind = FIELD_TEXT, .cells = 11, .max_clusters = 20,
        .help = N_("Where the day's cash goes.") },
    { .id = "bag", .label = N_("Bag"), .kind = FIELD_CODE, .cells = 7, .max_clusters = 20, .flags = FORM_SAME_ROW,
        .help = N_("The number on the bag.") },
    { .id = "person", .label = N_("Bag to"), .kind = FIELD_TEXT, .cells = 8, .max_clusters = 20,
        .flags = FORM_SAME_ROW, .help = N_("Who takes the bag.") },
    { .id = "next_float", .label = N_("Float"), .kind = FIELD_YEN, .cells = 7, .flags = FORM_SAME_ROW | FORM_YEN_DRAFT,
        .help = N_("What stays in the drawer for the next day; the rest goes into the bag.") },
};
static bool rest_shortcut(void *user, const struct form *f, const char *id, struct key k, const char *text,
    struct buf *out);
const struct form_def closing_form = { .id = "closing", .version = 1, .house = true, .fields = closing_fields,
    .n = COUNT_OF(closing_fields), .label_cells = 9, .shortcut = rest_shortcut };

/* '=' is what was entered by card, or the usual float; m and k multiply. */
static bool rest_shortcut(void *user, const struct form *f, const char *id, struct key k, const char *text,
    struct buf *out)
{
    const struct closing_state *me = user;
    yen exact = str_eq(id, "card") ? me->v.till.net[TILL_CARD] : me->v.next_float, amount;
    struct buf typed;

    (void)f;
    if (!strchr("=mkMK", k.text[0]) || k.text[0] == '\0')
        return false;
    buf_init(&typed, 64);
    if (k.text[0] != '=')
        buf_puts(&typed, text);
    buf_puts(&typed, k.text);
    bool ok = money_input(typed.p, exact, id, &amount, NULL);
    buf_fini(&typed);
    if (ok)
        buf_printf(out, "%lld", (long long)amount.v);
    return ok;
}

bool closing_shows_expected(const struct closing_state *me)
{
    return me->compared || me->v.closed || !me->v.blind;
}

/* --- what stands in the forms */

static yen amount_in(const struct form *f, const char *id, bool *typed)
{
    yen amount = YEN(0);

    *typed = form_get(f, id)[0] != '\0' && money_input(form_get(f, id), YEN(0), id, &amount, NULL);
    return amount;
}

static void read_forms(struct screen *s)
{
    struct closing_state *me = s->state;
    struct closing_draft *d = &me->draft;
    bool typed;

    *d = (struct closing_draft){ .day = me->day, .day_sure = me->day_sure, .no_cash = me->no_cash };
    for (int i = 0; i < CASH_KINDS; i++) {
        int64_t n = 0;
        str_int(form_get(me->count, piece_ids[i]), &n);
        d->counted.of[i] = (int32_t)n; /* five digits at most */
    }
    d->card_counted = amount_in(me->rest, "card", &d->card_typed);
    d->next_float = amount_in(me->rest, "next_float", &typed);
    d->reason = form_get(me->rest, "reason");
    d->treasury = form_get(me->rest, "treasury");
    d->bag = form_get(me->rest, "bag");
    d->treasury_person = form_get(me->rest, "person");
    closing_sum_of(d, &me->v.till, me->v.tolerance, &me->sum);
    me->n_hints = me->compared && !me->no_cash
        ? till_hints(me->v.rows, me->v.n_rows, me->sum.difference, me->sum.card_difference, &s->view, &me->hints)
        : 0;
    if (me->hint >= me->n_hints)
        me->hint = 0;
}

static bool closing_reload(struct screen *s, struct err *err)
{
    struct closing_state *me = s->state;

    me->n_hints = 0;
    if (!desk_closing_view(desk_of(s), me->day, &s->view, &me->v, err)
        || !desk_closings_unconfirmed(desk_of(s), &s->view, &me->unconfirmed, &me->n_unconfirmed, err))
        return false;
    read_forms(s);
    return true;
}

static void set_yen(struct form *f, const char *id, yen amount)
{
    char text[24];

    snprintf(text, sizeof text, "%lld", (long long)amount.v);
    form_set(f, id, text);
}

static void compare(struct screen *s);

/* A finished count comes back finished: what should be there has been seen. */
static void bring_back(struct screen *s)
{
    struct closing_state *me = s->state;
    struct draft draft = { .text = NULL };
    enum closing_kept kept = closing_draft_offer(s, &draft);

    if (kept == CLOSING_NO_CASH && !till_without_cash(&me->v.till))
        kept = CLOSING_COUNTING;
    me->no_cash = kept == CLOSING_NO_CASH;
    if (kept == CLOSING_COMPARED || kept == CLOSING_NO_CASH)
        compare(s);
    read_forms(s);
    closing_draft_say(s, &draft, kept);
}

static bool closing_open(struct screen *s, const void *arg, struct err *err)
{
    struct closing_state *me = s->state;
    const struct place_arg *place = arg;

    me->count = form_new(&count_form, me);
    me->rest = form_new(&closing_form, me);
    /* which day: the argument, else the one that waits; from then on this one, also when others change */
    if (!desk_closing_view(desk_of(s), place && day_known(place->day) && place->day.n ? place->day : DAY_NONE, &s->view,
            &me->v, err)) {
        form_free(me->count);
        form_free(me->rest);
        return false;
    }
    me->day = me->v.day;
    form_set(me->rest, "treasury", me->v.treasury);
    form_set(me->rest, "bag", me->v.bag);
    set_yen(me->rest, "next_float", me->v.next_float);
    me->last_ms = app_ms(s->app);
    if (!closing_reload(s, err)) {
        form_free(me->count);
        form_free(me->rest);
        return false;
    }
    bring_back(s);
    return true;
}

static void closing_close(struct screen *s)
{
    struct closing_state *me = s->state;

    closing_draft_keep(s);
    form_free(me->count);
    form_free(me->rest);
}

/* --- counting and comparing */

static void compare(struct screen *s)
{
    struct closing_state *me = s->state;
    char diff[YEN_TEXT], deposit[YEN_TEXT];

    me->compared = me->in_rest = true;
    read_forms(s);
    form_set_focus(me->rest, "reason");
    yen_format(me->sum.difference.v ? me->sum.difference : me->sum.card_difference, diff);
    yen_format(me->sum.deposit, deposit);
    if (me->sum.supervisor_needed)
        app_say(s->app, SAY_WAIT, N_("Difference %s yen. It can be closed with a reason and a supervisor: F12."), diff, NULL);
    else if (me->sum.reason_needed)
        app_say(s->app, SAY_CONFIRM, N_("Difference %s yen. Write the reason; F12 closes the day."), diff, NULL);
    else
        app_say(s->app, SAY_CONFIRM, N_("No difference. F12 closes the day; %s yen go to the treasury."), deposit, NULL);
}

static bool can_work(const struct screen *s, struct msg *why)
{
    const struct closing_state *me = screen_state(s);

    if (!me->v.closed)
        return shell_may(s, ACT_CLOSE_DAY, why);
    msg_set(why, N_("This day has been closed already (%s)."), me->v.closing.by_name, NULL);
    return false;
}

static struct step run_no_cash(struct screen *s)
{
    struct closing_state *me = s->state;

    me->no_cash = true;
    compare(s);
    return step_stay();
}

static bool can_no_cash(const struct screen *s, struct msg *why)
{
    const struct closing_state *me = screen_state(s);

    if (!can_work(s, why))
        return false;
    if (till_without_cash(&me->v.till))
        return true;
    msg_set(why, N_("Cash was moved on this day. Count the drawer; it cannot be closed without."), NULL);
    return false;
}

static struct step run_count_again(struct screen *s)
{
    struct closing_state *me = s->state;
    struct err e = ERR_INIT;
    bool counted = me->compared && !me->no_cash;

    if (counted && !desk_count(desk_of(s), me->day, &me->draft.counted, &s->view, &e)) {
        app_say_err(s->app, &e);
        return step_stay();
    }
    for (int i = 0; i < CASH_KINDS; i++)
        form_set(me->count, piece_ids[i], "");
    me->compared = me->no_cash = me->in_rest = false;
    form_mark(me->rest, "reason", false); /* it was asked for the difference of that count */
    form_focus_first(me->count);
    app_reload(s->app);
    if (counted)
        app_say(s->app, SAY_NOTICE, N_("Count again. The count before this one is kept."), NULL);
    return step_stay();
}

/* --- closing */

static void say_closed(struct screen *s)
{
    struct closing_state *me = s->state;
    char deposit[YEN_TEXT];
    struct msg good;

    yen_format(me->closed.deposit, deposit);
    msg_set(&good,
        me->closed.confirmed ? N_("Closed and confirmed. %s yen go to the treasury; the report is printed.")
                             : N_("Closed. %s yen go to the treasury; the report is printed. Somebody else still confirms."),
        deposit, NULL);
    money_say_printed(s, &me->closed.printed, &good);
}

static bool looked(void *arg, size_t done, size_t all)
{
    struct screen *s = arg;
    struct msg m;

    msg_set(&m, N_("The record is checked. Esc leaves that to the next closing."), NULL);
    return app_progress(s->app, &m, (int64_t)done, (int64_t)all);
}

/* That the day is closed is said first: whoever reads of trouble here must not close it again. */
static struct step not_checked(struct screen *s, const struct err *e)
{
    struct message_arg box = { .title = N_("Closed; the record is not checked"), .why = e->msg };

    msg_set(&box.text, N_("The day is closed and stays so. Only the check of the record could not be carried out; the next closing "
                          "does it again. Tell whoever looks after the machine today; this was met:"), NULL);
    return dialog_message(s, &box, TAG_RECORD);
}

/* At every closing the whole record is looked at (design.md 2). The day is closed by then and stays so; what does
 * not hold is said in a box that nobody overlooks. */
static struct step check_record(struct screen *s)
{
    struct closing_state *me = s->state;
    struct message_arg box = { .title = N_("The record does not agree") };
    struct err e = ERR_INIT;
    char n[24], rules[MSG_ARG_BYTES] = "";

    bool carried_out = desk_verify(desk_of(s), looked, s, &s->arena, &me->record, &e);
    me->unchecked = !carried_out || me->record.stopped;
    say_closed(s);
    if (!carried_out)
        return not_checked(s, &e);
    if (me->record.n == 0)
        return step_stay();
    for (size_t i = 0; i < me->record.n; i++) {
        size_t at = strlen(rules);
        snprintf(rules + at, sizeof rules - at, "%s%s", i ? " " : "", me->record.item[i].rule);
    }
    snprintf(n, sizeof n, "%zu", me->record.n);
    msg_set(&box.text, N_("The day is closed. %1$s rules of the record do not hold: %2$s. Tell whoever looks after the machine today; "
                          "\"madoguchi verify\" names the rows."), n, rules, NULL);
    return dialog_message(s, &box, TAG_RECORD);
}

static struct step close_now(struct screen *s)
{
    struct closing_state *me = s->state;
    struct err e = ERR_INIT;

    if (!desk_close_day(desk_of(s), &me->draft, me->second, &s->view, &me->closed, &e)) {
        app_reload(s->app);
        form_mark_error(me->rest, &e);
        app_say_err(s->app, &e);
        return step_stay();
    }
    me->done = true;
    closing_draft_keep(s);
    app_reload(s->app);
    return check_record(s);
}

static struct step ask_second(struct screen *s, int tag)
{
    struct closing_state *me = s->state;
    struct second_arg arg = { .action = ACT_CONFIRM_CLOSING, .object = "day", .id = me->day.n, .reason = 3 };
    char on[DATE_TEXT], diff[YEN_TEXT];

    date_text(me->day, app_lang(s->app), DATE_WEEKDAY, on);
    yen_format(me->sum.difference, diff);
    msg_set(&arg.what, N_("Confirm the closing of %1$s: difference %2$s yen. Reason: %3$s"), on, diff,
        me->draft.reason[0] ? me->draft.reason : "-", NULL);
    return shell_second(s, &arg, tag);
}

static struct step close_or_second(struct screen *s)
{
    struct closing_state *me = s->state;

    return me->sum.supervisor_needed && !me->second.staff ? ask_second(s, TAG_SECOND_CLOSE) : close_now(s);
}

static struct step run_close(struct screen *s)
{
    struct closing_state *me = s->state;
    struct err e = ERR_INIT;

    if (!money_pressed(s, &me->last_ms))
        return step_stay();
    if (!me->compared) {
        compare(s);
        return step_stay();
    }
    read_forms(s);
    if (!closing_check(&me->draft, &me->v.till, &me->sum, &e)) {
        me->in_rest = true;
        form_mark_error(me->rest, &e);
        app_say_err(s->app, &e);
        return step_stay();
    }
    if (day_known(me->v.worked_before) && !me->day_sure)
        return closing_ask_day(s, TAG_DAY);
    return close_or_second(s);
}

static struct step run_second(struct screen *s)
{
    return ask_second(s, TAG_SECOND);
}

static bool can_second(const struct screen *s, struct msg *why)
{
    const struct closing_state *me = screen_state(s);

    if (!can_work(s, why))
        return false;
    if (me->compared)
        return true;
    msg_set(why, N_("Count first: F12 compares."), NULL);
    return false;
}

/* --- confirming what somebody else closed */

static const struct closing_row *to_confirm(const struct screen *s)
{
    const struct closing_state *me = screen_state(s);

    for (size_t i = 0; i < me->n_unconfirmed; i++)
        if (me->unconfirmed[i].by != desk_who(desk_of(s))->id)
            return &me->unconfirmed[i];
    return NULL;
}

static struct step run_confirm(struct screen *s)
{
    const struct closing_row *row = to_confirm(s);
    struct confirm_arg arg = { .title = N_("Confirm a closing"), .yes = N_("Confirm") };
    char on[DATE_TEXT], diff[YEN_TEXT];

    date_text(row->day, app_lang(s->app), DATE_WEEKDAY, on);
    yen_format(row->difference, diff);
    msg_set(&arg.text, N_("%1$s, closed by %2$s, difference %3$s yen. You have seen the report and the bag."), on,
        row->by_name, diff, NULL);
    return dialog_confirm(s, &arg, TAG_CONFIRM);
}

static bool can_confirm(const struct screen *s, struct msg *why)
{
    if (to_confirm(s))
        return shell_may(s, ACT_CONFIRM_CLOSING, why);
    msg_set(why, N_("No closing of somebody else waits to be confirmed."), NULL);
    return false;
}

static struct step confirm(struct screen *s)
{
    const struct closing_row *row = to_confirm(s);
    struct err e = ERR_INIT;

    if (row && desk_confirm_closing(desk_of(s), row->id, "", &s->view, &e)) {
        app_reload(s->app);
        app_say(s->app, SAY_NOTICE, N_("The closing is confirmed."), NULL);
    } else
        app_say_err(s->app, &e);
    return step_stay();
}

/* --- other keys */

static struct step run_print(struct screen *s)
{
    struct closing_state *me = s->state;
    struct printed printed;
    struct err e = ERR_INIT;
    struct msg good;

    if (!desk_print_day(desk_of(s), me->day, app_lang(s->app), &s->view, &printed, &e)) {
        app_say_err(s->app, &e);
        return step_stay();
    }
    msg_set(&good, me->v.closed ? N_("The daily report is printed.") : N_("The interim report is printed."), NULL);
    money_say_printed(s, &printed, &good);
    return step_stay();
}

/* A blind count stays blind: the interim report would tell. */
static bool can_print(const struct screen *s, struct msg *why)
{
    if (closing_shows_expected(screen_state(s)))
        return shell_may(s, ACT_CASH_COUNT, why);
    msg_set(why, N_("Count first: F12 compares."), NULL);
    return false;
}

static struct step run_hint(struct screen *s)
{
    struct closing_state *me = s->state;

    me->hint = (me->hint + 1) % me->n_hints;
    return step_stay();
}

static bool can_hint(const struct screen *s, struct msg *why)
{
    const struct closing_state *me = screen_state(s);

    if (me->n_hints > 1)
        return true;
    msg_set(why, N_("There is no other hint."), NULL);
    return false;
}

static struct step run_receipts(struct screen *s)
{
    return shell_open(s, PLACE_RECEIPTS, NULL, 0);
}

static struct step run_cash(struct screen *s)
{
    return cash_start(s, TAG_CASH);
}

static bool can_cash(const struct screen *s, struct msg *why)
{
    const struct closing_state *me = screen_state(s);

    if (me->v.drawer_opened && !me->v.closed && !me->v.forgotten)
        return shell_may(s, ACT_CASH_MOVE, why);
    msg_set(why, N_("No open drawer of today."), NULL);
    return false;
}

static struct step closing_result(struct screen *s, const struct result *r)
{
    struct closing_state *me = s->state;

    if (r->answer == 0)
        return step_stay();
    if (r->tag == TAG_CONFIRM)
        return confirm(s);
    if (r->tag == TAG_DAY) {
        me->day_sure = me->draft.day_sure = true;
        return close_or_second(s);
    }
    if (r->tag == TAG_CASH || r->tag == TAG_DRAWER_OPENED) {
        app_reload(s->app);
        app_say(s->app, SAY_NOTICE, r->tag == TAG_DRAWER_OPENED ? N_("The drawer is open.") : N_("Stored."), NULL);
    }
    if (r->tag == TAG_SECOND || r->tag == TAG_SECOND_CLOSE) {
        me->second = *(const struct second *)r->value;
        if (r->tag == TAG_SECOND_CLOSE)
            return close_now(s);
        app_say(s->app, SAY_NOTICE, N_("%s confirms. F12 closes the day."), me->second.name, NULL);
    }
    return step_stay();
}

static struct step count_key(struct screen *s, struct key k)
{
    struct closing_state *me = s->state;

    switch (form_key(me->count, k)) {
    case FORM_UNUSED: return step_unused();
    case FORM_END: compare(s); return step_stay();
    case FORM_EDITED: read_forms(s); break;
    case FORM_MOVED: break;
    }
    return step_stay();
}

static struct step closing_key(struct screen *s, struct key k)
{
    struct closing_state *me = s->state;

    if (me->v.closed)
        return step_unused();
    if (!me->in_rest)
        return count_key(s, k);
    if (form_key(me->rest, k) == FORM_UNUSED)
        return step_unused();
    read_forms(s);
    return step_stay();
}

static const struct form *closing_shown(const struct screen *s)
{
    const struct closing_state *me = screen_state(s);

    return me->in_rest ? me->rest : me->count;
}

static const struct action closing_actions[] = {
    { .id = "closing.close", .key = "F12", .label = N_("End day"), .rank = 1,
        .help = N_("First compares the count, then closes the day for good."), .usable = can_work, .run = run_close },
    { .id = "closing.no_cash", .key = "c", .second = "Alt+C", .label = N_("No cash"), .rank = 2,
        .help = N_("A day on which no cash was moved closes without a count."), .usable = can_no_cash,
        .run = run_no_cash },
    { .id = "closing.again", .key = "F2", .label = N_("Recount"), .rank = 3,
        .help = N_("Counts again; every count is kept."), .usable = can_work, .run = run_count_again },
    { .id = "closing.second", .key = "Alt+S", .label = N_("Witness"), .rank = 4,
        .help = N_("A second person confirms at once with their own passphrase."), .usable = can_second,
        .run = run_second },
    { .id = "closing.print", .key = "F8", .label = N_("Day list"), .rank = 5,
        .help = N_("Prints the report of the day: interim, or a further copy once it is closed."),
        .usable = can_print, .run = run_print },
    { .id = "closing.hint", .key = "F7", .label = N_("Hint"), .rank = 6,
        .help = N_("Shows the next hint where the difference may come from."), .usable = can_hint, .run = run_hint },
    { .id = "closing.confirm", .key = "Alt+A", .label = N_("Confirm"), .rank = 7,
        .help = N_("Confirms a closing of somebody else."), .usable = can_confirm, .run = run_confirm },
    { .id = "closing.receipts", .key = "Alt+R", .label = N_("Receipts"), .rank = 8,
        .help = N_("The receipts of the day."), .run = run_receipts },
    { .id = "closing.drawer", .key = "o", .second = "Alt+O", .label = N_("Drawer"), .rank = 4,
        .help = N_("Opens the drawer of the day with its counted float."), .usable = closing_opens_drawer, .run = drawer_start },
    { .id = "closing.cash", .key = "Alt+I", .label = N_("In/out"),
        .help = N_("Cash into the drawer or out of it, with a reason."), .usable = can_cash, .run = run_cash },
    { .id = NULL },
};

const struct screen_ops closing_screen = { .name = "closing", .title = N_("Closing the day"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct closing_state), .actions = closing_actions, .open = closing_open,
    .close = closing_close, .pause = closing_draft_keep, .key = closing_key, .result = closing_result, .draw = closing_draw,
    .form = closing_shown, .reload = closing_reload };

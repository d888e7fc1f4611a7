/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 会計: one fee. Enter moves, F12 alone takes money; what a held key sends within 300 ms is one press. */
#include "screens/pay.h"

#include "screens/case_parts.h"

enum { TAG_DRAWER = 1, TAG_UNPAID, TAG_PRINT };

static const struct choice payers[] = {
    { "1", "patient", N_("The patient") },
    { "2", "payer", N_("Payer") },
    { "3", "other", N_("Other") },
    { NULL, NULL, NULL },
};
static const struct choice languages[] = {
    { "1", "ja", N_("Japanese") },
    { "2", "en", N_("English") },
    { NULL, NULL, NULL },
};
static const struct form_field pay_fields[] = {
    { .id = "tendered", .label = N_("1 Cash: received"), .kind = FIELD_YEN, .cells = 14, .flags = FORM_YEN_DRAFT,
        .help = N_("What was given: = exact, 4m = 40,000, 33k. Another way: its digit, then Enter.") },
    { .id = "slip", .label = N_("2 Card: slip no."), .kind = FIELD_CODE, .cells = 14, .max_clusters = 40,
        .help = N_("The number on the card slip. The whole fee is taken by card.") },
    { .id = "other_kind", .label = N_("3 Other: which"), .kind = FIELD_TEXT, .cells = 14, .max_clusters = 30,
        .help = N_("How it was paid, when neither in cash nor by card: the name of a voucher ...") },
    { .id = "outside", .label = N_("4 Main cashier: no."), .kind = FIELD_CODE, .cells = 14, .max_clusters = 40,
        .help = N_("Paid at the main cashier: the number of that receipt. We print none of ours.") },
    { .id = "payer", .label = N_("Receipt for"), .kind = FIELD_CHOICE, .cells = 14, .choices = payers,
        .flags = FORM_NO_OPTIONS, .help = N_("1 patient, 2 whoever pays, 3 somebody else. The name stands on the receipt.") },
    { .id = "lang", .label = N_("Language"), .kind = FIELD_CHOICE, .cells = 14, .choices = languages,
        .flags = FORM_NO_OPTIONS, .help = N_("The language of the receipt: 1 Japanese, 2 English.") },
    { .id = "payer_name", .label = N_("Name on receipt"), .kind = FIELD_TEXT, .cells = 22, .max_clusters = 40,
        .help = N_("The name as it is to stand on the receipt.") },
};
static bool form_asks(const void *user, const struct form *f, const char *id);
static bool form_shortcut(void *user, const struct form *f, const char *id, struct key k, const char *text, struct buf *out);
const struct form_def pay_form = { .id = "pay", .version = 1, .fields = pay_fields, .n = COUNT_OF(pay_fields),
    .label_cells = 20, .asked = form_asks, .shortcut = form_shortcut };

/* Which line is which way of paying. */
static const struct {
    const char *field, *method;
    char digit;
} lines[] = { { "tendered", "cash", '1' }, { "slip", "card", '2' }, { "other_kind", "other", '3' },
    { "outside", "outside", '4' } };

static bool form_asks(const void *user, const struct form *f, const char *id)
{
    (void)user;
    return !str_eq(id, "payer_name") || !str_eq(form_get(f, "payer"), "patient");
}

/* '=' is what is owed; m and k multiply what stands there. */
static bool form_shortcut(void *user, const struct form *f, const char *id, struct key k, const char *text, struct buf *out)
{
    const struct pay *me = user;
    struct buf typed;
    yen amount;

    (void)f;
    if (!str_eq(id, "tendered") || !strchr("=mkMK", k.text[0]) || k.text[0] == '\0')
        return false;
    buf_init(&typed, 64);
    if (k.text[0] != '=')
        buf_puts(&typed, text);
    buf_puts(&typed, k.text);
    bool ok = money_input(typed.p, me->v.due.owed, id, &amount, NULL);
    buf_fini(&typed);
    if (ok)
        buf_printf(out, "%lld", (long long)amount.v);
    return ok;
}

/* --- what stands in the form, judged at every key */

const char *pay_addressee(const struct pay *me)
{
    bool patient = str_eq(form_get(me->form, "payer"), "patient");

    return patient ? me->v.c->patient.name : form_get(me->form, "payer_name");
}

enum lang pay_lang(const struct pay *me)
{
    enum lang lang = LANG_JA;

    lang_of(form_get(me->form, "lang"), &lang);
    return lang;
}

static bool draft_of(const struct pay *me, struct payment_draft *d, struct err *e)
{
    const char *typed = form_get(me->form, "tendered");
    bool cash = str_eq(me->method, "cash");

    *d = (struct payment_draft){ .request = me->request,
        .method = me->method,
        .slip = str_eq(me->method, "outside") ? form_get(me->form, "outside") : form_get(me->form, "slip"),
        .other_kind = form_get(me->form, "other_kind"),
        .payer = form_get(me->form, "payer"),
        .payer_name = form_get(me->form, "payer_name"),
        .lang = pay_lang(me),
        .op_key = me->op_key };
    if (cash || str_eq(me->method, "other"))
        d->slip = "";
    return !cash || typed[0] == '\0' || money_input(typed, me->v.due.owed, "tendered", &d->tendered, e);
}

static void judge_form(struct pay *me)
{
    struct payment_draft d;
    struct payment_due due = me->v.due;

    due.drawer_open = true; /* asked when F12 is pressed: the first money of a day opens it */
    me->type_error = ERR_INIT;
    me->typed = draft_of(me, &d, &me->type_error);
    if (me->typed)
        me->verdict = payment_check(&d, &due);
    else
        me->verdict = (struct payment_verdict){ .field = "tendered", .why = me->type_error.msg };
    if (str_eq(me->verdict.field, "slip") && str_eq(me->method, "outside"))
        me->verdict.field = "outside";
}

static const struct payment *standing(const struct pay *me)
{
    return me->v.due.standing;
}

static bool lines_empty(const struct pay *me)
{
    for (size_t i = 0; i < COUNT_OF(lines); i++)
        if (form_get(me->form, lines[i].field)[0])
            return false;
    return true;
}

/* The way of paying is the line that was typed into; passing through the others on the way down changes
 * nothing. chosen: this line was asked for. */
static void follow_focus(struct pay *me, bool chosen)
{
    const char *focus = form_focus(me->form);

    for (size_t i = 0; i < COUNT_OF(lines); i++)
        if (str_eq(focus, lines[i].field) && (chosen || form_get(me->form, focus)[0] || lines_empty(me)))
            me->method = lines[i].method;
    judge_form(me);
}

static struct step choose_line(struct screen *s, size_t line)
{
    struct pay *me = s->state;

    if (!me->done)
        form_set_focus(me->form, lines[line].field);
    follow_focus(me, true);
    return step_stay();
}

/* May an amount that somebody gives begin with this digit? Nobody gives a 10,000-yen note too many. */
static bool amount_begins_with(yen owed, int digit)
{
    int64_t low = owed.v, high = owed.v + CASH_YEN[0] - 1;

    for (int64_t unit = 1; digit * unit <= high; unit *= 10)
        if ((digit + 1) * unit > low)
            return true;
    return false;
}

/* A digit that no amount begins with chooses the line instead: for 33,000 yen nobody gives 20,000 or 200,000. */
static bool digit_means_line(const struct pay *me, const struct key *k, size_t *line)
{
    if (k->code != K_CHAR || k->mods || !str_eq(form_focus(me->form), "tendered") || form_get(me->form, "tendered")[0])
        return false;
    for (*line = 1; *line < COUNT_OF(lines); ++*line)
        if (lines[*line].digit == k->text[0])
            return !amount_begins_with(me->v.due.owed, k->text[0] - '0');
    return false;
}

/* Enter after one digit: nobody pays with 3 yen, the line with this digit is meant. */
static bool lone_digit(const struct pay *me, const struct key *k, size_t *line)
{
    const char *typed = form_get(me->form, "tendered");

    if (k->code != K_ENTER || k->mods || !str_eq(form_focus(me->form), "tendered") || strlen(typed) != 1)
        return false;
    for (*line = 0; *line < COUNT_OF(lines); ++*line)
        if (lines[*line].digit == typed[0])
            return me->v.due.owed.v > typed[0] - '0';
    return false;
}

/* --- reading */

static bool pay_reload(struct screen *s, struct err *err)
{
    struct pay *me = s->state;

    if (!desk_payment_view(desk_of(s), me->request, false, &s->view, &me->v, err))
        return false;
    case_subject(s, me->v.c);
    judge_form(me);
    return true;
}

/* The last line that was typed into is the one that was meant. */
static void show_draft(struct pay *me)
{
    for (size_t i = 0; i < COUNT_OF(lines); i++)
        if (form_get(me->form, lines[i].field)[0])
            form_set_focus(me->form, lines[i].field);
    follow_focus(me, true);
}

static bool pay_open(struct screen *s, const void *arg, struct err *err)
{
    struct pay *me = s->state;
    const struct place_arg *place = arg;

    me->request = place ? place->request : 0;
    if (!me->request)
        return err_set(err, ERR_RULE, "", N_("Choose a request in the list of fees."), NULL);
    if (!desk_payment_view(desk_of(s), me->request, true, &s->view, &me->v, err))
        return false;
    case_subject(s, me->v.c);
    me->form = form_new(&pay_form, me);
    form_set(me->form, "payer", "patient");
    form_set(me->form, "lang", lang_id(me->v.c->lang));
    desk_op_key(me->op_key);
    me->last_ms = app_ms(s->app);
    form_set_focus(me->form, me->v.due.outside ? "outside" : "tendered");
    follow_focus(me, true);
    if (pay_draft_offer(s))
        show_draft(me);
    return true;
}

static void pay_close(struct screen *s)
{
    struct pay *me = s->state;

    pay_draft_keep(s);
    form_free(me->form);
}

/* --- taking */

static void say_taken(struct screen *s)
{
    struct pay *me = s->state;
    struct msg good;
    char change[YEN_TEXT];

    yen_format(me->taken.change, change);
    if (!me->taken.receipt[0])
        msg_set(&good, N_("Recorded as paid at the main cashier."), NULL);
    else if (me->taken.change.v > 0)
        msg_set(&good, N_("Received. Change %2$s yen; receipt %1$s is printed."), me->taken.receipt, change, NULL);
    else
        msg_set(&good, N_("Received. Receipt %s is printed."), me->taken.receipt, NULL);
    money_say_printed(s, &me->taken.printed, &good);
}

static struct step take(struct screen *s)
{
    struct pay *me = s->state;
    struct payment_draft d;
    struct err e = ERR_INIT;

    if (draft_of(me, &d, &e) && desk_take_payment(desk_of(s), &d, &s->view, &me->taken, &e)) {
        me->done = true;
        shell_draft_drop(s, me->request);
        app_reload(s->app);
        say_taken(s);
        return step_stay();
    }
    app_reload(s->app); /* somebody else may have been quicker: show what stands now */
    form_mark_error(me->form, &e);
    app_say_err(s->app, &e);
    return step_stay();
}

/* What stands in the way, at its field; false when nothing does. */
static bool say_verdict(struct screen *s)
{
    struct pay *me = s->state;
    struct err e = { .kind = ERR_RULE };

    judge_form(me);
    if (me->verdict.ok)
        return false;
    e.msg = me->verdict.why;
    str_copy(e.field, sizeof e.field, me->verdict.field);
    form_mark_error(me->form, &e);
    app_say_msg(s->app, SAY_NEED, &me->verdict.why);
    return true;
}

/* Before somebody counts a float: another terminal may have opened the drawer, or taken this fee, in the meantime. */
static struct step ask_for_drawer(struct screen *s)
{
    struct pay *me = s->state;
    struct err e = ERR_INIT;

    if (!pay_reload(s, &e)) {
        app_say_err(s->app, &e);
        return step_stay();
    }
    if (say_verdict(s))
        return step_stay();
    return me->v.drawer_open ? take(s) : step_push(&drawer_screen, NULL, TAG_DRAWER);
}

static struct step run_take(struct screen *s)
{
    struct pay *me = s->state;

    if (!money_pressed(s, &me->last_ms) || me->done || say_verdict(s))
        return step_stay();
    return str_eq(me->method, "outside") || me->v.drawer_open ? take(s) : ask_for_drawer(s);
}

static bool can_take(const struct screen *s, struct msg *why)
{
    const struct pay *me = screen_state(s);

    if (pay_collects(me))
        return shell_may(s, ACT_COLLECT, why);
    pay_why_nothing(me, why);
    return false;
}

/* --- after the payment, or instead of it */

static struct step run_void(struct screen *s)
{
    struct pay *me = s->state;

    return void_start(s, &me->void_flow, standing(me)->id, standing(me)->method);
}

static bool can_void(const struct screen *s, struct msg *why)
{
    return pay_may_void(screen_state(s), why) && shell_may(s, ACT_VOID, why);
}

static struct step print_again(struct screen *s)
{
    const struct pay *me = s->state;
    struct reprint_done done;
    struct err e = ERR_INIT;
    struct msg good;

    if (!desk_reprint(desk_of(s), standing(me)->id, pay_lang(me), &s->view, &done, &e)) {
        app_say_err(s->app, &e);
        return step_stay();
    }
    msg_set(&good, done.copy > 1 ? N_("Printed again; the copy is marked as a duplicate.") : N_("Printed."), NULL);
    money_say_printed(s, &done.printed, &good);
    return step_stay();
}

static struct step print_slip(struct screen *s)
{
    const struct pay *me = s->state;
    struct printed printed;
    struct err e = ERR_INIT;
    struct msg good;

    if (!desk_charge_slip(desk_of(s), me->request, pay_lang(me), &s->view, &printed, &e)) {
        app_say_err(s->app, &e);
        return step_stay();
    }
    msg_set(&good, N_("The charge slip for the main cashier is printed."), NULL);
    money_say_printed(s, &printed, &good);
    return step_stay();
}

static struct step run_print(struct screen *s)
{
    const struct pay *me = s->state;
    struct confirm_arg arg = { .title = N_("Print again"), .yes = N_("Print") };
    char number[RECEIPT_TEXT];

    if (!standing(me))
        return print_slip(s);
    if (me->done && !me->taken.printed.done)
        return print_again(s); /* it never came out: no duplicate, no question */
    receipt_number_text(hospital_of(s)->counter_number, standing(me)->receipt_year, standing(me)->receipt_number, number);
    msg_set(&arg.text, N_("Print receipt %s again? The copy is counted and marked as a duplicate."), number, NULL);
    return dialog_confirm(s, &arg, TAG_PRINT);
}

static bool can_print(const struct screen *s, struct msg *why)
{
    const struct pay *me = screen_state(s);

    if (standing(me) && standing(me)->receipt_number)
        return shell_may(s, ACT_REPRINT, why);
    if (pay_collects(me))
        return shell_may(s, ACT_PAPER_PRINT, why);
    if (standing(me))
        msg_set(why, N_("The main cashier gave the receipt; this counter has none to print."), NULL);
    else
        pay_why_nothing(me, why);
    return false;
}

static const struct form_field unpaid_fields[] = {
    { .id = "reason", .label = N_("Reason"), .kind = FIELD_TEXT, .cells = 40, .max_clusters = 60,
        .help = N_("Why the visitor leaves without paying: no money along, asks the family ...") },
    { .id = "promised", .label = N_("Will pay on"), .kind = FIELD_DATE, .cells = 14,
        .help = N_("The day on which they will pay: 11/26, +3, or empty when it is not known.") },
};
static void unpaid_echo(const void *user, const struct form *f, const char *id, const struct grid *g, struct buf *out)
{
    if (str_eq(id, "promised"))
        echo_day(user, f, id, DATE_FUTURE, false, g, out);
}

const struct form_def unpaid_form = { .id = "unpaid", .version = 1, .fields = unpaid_fields,
    .n = COUNT_OF(unpaid_fields), .label_cells = 14, .echo = unpaid_echo };

static bool check_unpaid(void *user, struct form *f, struct err *e)
{
    struct screen *s = user;
    const struct pay *me = s->state;
    day promised = DAY_NONE;

    return form_day(s, f, "promised", DATE_FUTURE, &promised, e)
        && desk_unpaid(desk_of(s), me->request, form_get(f, "reason"), promised, &s->view, e);
}

static struct step run_unpaid(struct screen *s)
{
    struct form_arg arg = { .title = N_("Leaves without paying"), .def = &unpaid_form, .user = s, .check = check_unpaid };

    msg_set(&arg.text, N_("The fee stays owed and is named in the closing. It can be paid on any later day."), NULL);
    return dialog_form(s, &arg, TAG_UNPAID);
}

static bool can_unpaid(const struct screen *s, struct msg *why)
{
    const struct pay *me = screen_state(s);

    if (pay_collects(me))
        return shell_may(s, ACT_UNPAID, why);
    pay_why_nothing(me, why);
    return false;
}

static struct step run_other_language(struct screen *s)
{
    struct pay *me = s->state;

    me->other_language = !me->other_language;
    return step_stay();
}

static bool can_say(const struct screen *s, struct msg *why)
{
    const struct pay *me = screen_state(s);

    if (pay_collects(me) && me->verdict.say.id)
        return true;
    msg_set(why, N_("There is no sentence to say now."), NULL);
    return false;
}

static struct step run_card(struct screen *s)
{
    return choose_line(s, 1);
}

static struct step run_other(struct screen *s)
{
    return choose_line(s, 2);
}

static struct step run_outside(struct screen *s)
{
    return choose_line(s, 3);
}

static bool can_choose(const struct screen *s, struct msg *why)
{
    const struct pay *me = screen_state(s);

    if (pay_collects(me))
        return true;
    pay_why_nothing(me, why);
    return false;
}

static void reset_form(struct pay *me)
{
    for (size_t i = 0; i < COUNT_OF(lines); i++)
        form_set(me->form, lines[i].field, "");
    form_set_focus(me->form, "tendered");
    follow_focus(me, true);
}

static struct step pay_result(struct screen *s, const struct result *r)
{
    struct pay *me = s->state;
    struct step step;
    bool voided;

    if (void_result(s, &me->void_flow, r, &step, &voided)) {
        if (voided) {
            me->done = false;
            desk_op_key(me->op_key); /* what is taken now is a new payment */
            reset_form(me);
        }
        return step;
    }
    if (r->answer == 0)
        return step_stay();
    if (r->tag == TAG_PRINT)
        return print_again(s);
    if (r->tag == TAG_DRAWER) {
        me->last_ms = app_ms(s->app);
        app_reload(s->app);
        app_say(s->app, SAY_CONFIRM, N_("The drawer is open. F12 takes the fee."), NULL);
    }
    if (r->tag == TAG_UNPAID) {
        reset_form(me); /* the money went with the visitor */
        app_reload(s->app);
        app_say(s->app, SAY_NOTICE, N_("Recorded as unpaid. It stays in the list of fees."), NULL);
    }
    return step_stay();
}

static struct step pay_key(struct screen *s, struct key k)
{
    struct pay *me = s->state;
    struct key folded = key_fold(k);
    size_t line;

    if (!pay_collects(me))
        return me->done && k.code == K_ENTER && !k.mods ? step_pop(1, NULL) : step_unused();
    if (digit_means_line(me, &folded, &line))
        return choose_line(s, line);
    if (lone_digit(me, &k, &line)) {
        form_edit(me->form, "tendered", "");
        return choose_line(s, line);
    }
    if (form_key(me->form, k) == FORM_UNUSED)
        return step_unused();
    follow_focus(me, false);
    return step_stay();
}

static const struct form *pay_shown(const struct screen *s)
{
    const struct pay *me = screen_state(s);

    return pay_collects(me) ? me->form : NULL;
}

static const struct action pay_actions[] = {
    { .id = "pay.take", .key = "F12", .label = N_("Take"), .rank = 1,
        .help = N_("Takes the money, stores it and prints the receipt. The only key that does."),
        .usable = can_take, .run = run_take },
    { .id = "pay.card", .key = "c", .second = "Alt+C", .label = N_("Card"), .rank = 2,
        .help = N_("Paid by card: the cursor goes to the slip number."), .usable = can_choose, .run = run_card },
    { .id = "pay.unpaid", .key = "u", .second = "Alt+U", .label = N_("Unpaid"), .rank = 3,
        .help = N_("The visitor leaves without paying: reason and promised day."), .usable = can_unpaid,
        .run = run_unpaid },
    { .id = "pay.print", .key = "F8", .label = N_("Print"), .rank = 4,
        .help = N_("Prints the receipt again, or the charge slip for the main cashier while it is owed."),
        .usable = can_print, .run = run_print },
    { .id = "pay.void", .key = "F4", .label = N_("Void"), .rank = 5,
        .help = N_("Voids the receipt: original collected or lost, reason, second person."), .usable = can_void,
        .run = run_void },
    { .id = "pay.say", .key = "Alt+E", .label = N_("Say"), .rank = 6,
        .help = N_("Shows the sentence to say in the other language, and back."), .usable = can_say,
        .run = run_other_language },
    { .id = "pay.other", .key = "o", .second = "Alt+O", .label = N_("Other"),
        .help = N_("Paid in another way, e.g. by voucher."), .usable = can_choose, .run = run_other },
    { .id = "pay.outside", .key = "x", .second = "Alt+X", .label = N_("Pay desk"),
        .help = N_("Paid at the main cashier: the cursor goes to that receipt's number."), .usable = can_choose,
        .run = run_outside },
    { .id = NULL },
};

const struct screen_ops pay_screen = { .name = "pay", .title = N_("Payment"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct pay), .actions = pay_actions, .open = pay_open, .close = pay_close,
    .pause = pay_draft_keep, .key = pay_key, .result = pay_result, .draw = pay_draw, .form = pay_shown, .reload = pay_reload };

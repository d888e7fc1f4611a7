/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 今日: where everything starts. Digits change the list, a number and Enter opens a request, Enter opens the row at
 * the step that it waits for. */
#include "desk/after.h"
#include "desk/closing.h"
#include "screens/front.h"

enum { TAG_CALL = 1, TAG_FORMS, TAG_PLACE, TAG_OVERRIDE, TAG_CLOSING };
/* A digit that comes later than this after one that may mean a list means a list again. */
enum { TYPED_MS = 800 };

static int list_rows(const struct screen *s)
{
    const struct today *me = screen_state(s);

    return today_list_rows(app_body(s->app).rows, me->view.n_notes);
}

/* --- reading, with the choice kept */

static void remember(struct today *me)
{
    const struct today_row *r = today_chosen(me);

    me->kept_id = r ? r->id : 0;
    if (r)
        me->kept_kind = r->kind;
}

static void choose_again(struct today *me)
{
    me->from = me->view.from;
    for (size_t i = 0; me->kept_id && i < me->view.n_rows; i++)
        if (me->view.rows[i].id == me->kept_id && me->view.rows[i].kind == me->kept_kind)
            me->sel = (int)i;
    if (me->sel >= (int)me->view.n_rows)
        me->sel = me->view.n_rows ? (int)me->view.n_rows - 1 : 0;
    remember(me);
}

/* Rows that are read at once, whatever the size of the window: it may grow before the next reading. */
enum { ROWS_READ = 40 };

static void show_nothing(struct screen *s)
{
    struct today *me = s->state;

    me->view = (struct today_view){ .today = desk_today(desk_of(s)), .now = desk_now(desk_of(s)) };
}

static bool today_reload(struct screen *s, struct err *err)
{
    struct today *me = s->state;
    struct today_view fresh;
    struct today_ask ask = { .group = me->group, .from = me->from, .rows = ROWS_READ };

    if (desk_today_view(desk_of(s), &ask, &s->view, &fresh, err)) {
        me->view = fresh;
        choose_again(me);
        return true;
    }
    if (err->kind != ERR_DENIED)
        return false;
    show_nothing(s); /* who may see it no longer does not go on seeing it */
    app_say_err(s->app, err);
    return true;
}

static bool today_open(struct screen *s, const void *arg, struct err *err)
{
    struct today *me = s->state;
    struct err e = ERR_INIT;

    (void)arg;
    (void)err;
    me->columns = arena_alloc(&s->arena, sizeof *me->columns);
    me->group = TODAY_CALLS;
    if (!today_reload(s, &e)) { /* the menu is there all the same */
        show_nothing(s);
        app_say_err(s->app, &e);
    }
    return true;
}

static void today_tick(struct screen *s)
{
    app_reload(s->app);
}

static void to_group(struct screen *s, enum today_group group)
{
    struct today *me = s->state, before = *me;

    me->group = group;
    me->from = 0;
    me->sel = 0;
    me->kept_id = 0;
    if (!app_reload(s->app))
        *me = before;
}

/* --- moving */

/* The marker left one row and stands in another: when the list did not scroll, only those, or with a numbered head
 * all up to it, are drawn anew. */
static void redraw_moved(struct screen *s, int was)
{
    const struct today *me = s->state;
    int rows = list_rows(s), top = app_body(s->app).row + TODAY_TOP + 1;
    int low = was < me->sel ? was : me->sel, high = was < me->sel ? me->sel : was;

    if (high >= rows)
        return;
    bool numbered = today_numbered(me, rows);
    app_redraw_rows(s->app, numbered ? top : top + 1 + low, numbered ? high + 2 : high - low + 1);
}

static void move_to(struct screen *s, int64_t row)
{
    struct today *me = s->state, before = *me;
    int64_t page = ROWS_READ, total = (int64_t)me->view.total;

    row = row >= total ? total - 1 : row;
    row = row < 0 ? 0 : row;
    me->kept_id = 0;
    if (row < (int64_t)me->from || row >= (int64_t)me->from + page) {
        int64_t from = row < (int64_t)me->from ? row : row - page + 1;
        me->from = (size_t)(from < 0 ? 0 : from);
        me->sel = (int)(row - (int64_t)me->from);
        if (!app_reload(s->app)) {
            *me = before;
            return;
        }
        me->sel = (int)(row - (int64_t)me->from);
    } else {
        me->sel = (int)(row - (int64_t)me->from);
        redraw_moved(s, before.sel);
    }
    remember(me);
}

static bool move_key(struct screen *s, struct key k)
{
    struct today *me = s->state;
    int64_t at = (int64_t)me->from + me->sel, page = list_rows(s);

    switch (k.code) {
    case K_UP: move_to(s, at - 1); return true;
    case K_DOWN: move_to(s, at + 1); return true;
    case K_PGUP:
    case K_F6: move_to(s, at - page); return true;
    case K_PGDN:
    case K_F7: move_to(s, at + page); return true;
    case K_HOME: move_to(s, 0); return true;
    case K_END: move_to(s, (int64_t)me->view.total - 1); return true;
    default: return false;
    }
}

/* --- opening */

static struct step open_place(struct screen *s, enum place place, int64_t request, int64_t appointment)
{
    struct place_arg arg = { .request = request, .appointment = appointment, .day = DAY_NONE };

    return shell_open(s, shell_has(place) ? place : PLACE_REQUEST, &arg, TAG_PLACE);
}

static struct step open_at_step(struct screen *s, const struct today_row *r)
{
    static const struct {
        const char *step;
        enum place place;
    } at[] = { { "requester", PLACE_REQUESTER }, { "papers", PLACE_PAPERS }, { "review", PLACE_REVIEW },
        { "booking", PLACE_BOOKING }, { "visit", PLACE_VISIT }, { "payment", PLACE_PAY }, { "report", PLACE_AFTER },
        { "return", PLACE_MATERIALS } };

    for (size_t i = 0; r->step && i < COUNT_OF(at); i++)
        if (str_eq(at[i].step, r->step))
            return open_place(s, at[i].place, r->request, r->appointment);
    return open_place(s, PLACE_REQUEST, r->request, r->appointment);
}

static struct step ask_override(struct screen *s, const struct today_row *r)
{
    struct pick_arg pick = { .title = N_("Approval"), .personal = true, .n = 3 };
    const struct pick_item items[] = { { .text = N_("approve"), .msgid = true, .id = 1 },
        { .text = N_("do not approve"), .msgid = true, .id = 2 }, { .text = N_("open the request"), .msgid = true, .id = 3 } };
    struct today *me = s->state;

    me->object = r->id;
    pick.items = items;
    msg_set(&pick.text, "%s", bilingual_in(r->what, lang_of_screen(s)), NULL);
    return dialog_pick(s, &pick, TAG_OVERRIDE);
}

static struct step ask_closing(struct screen *s, const struct today_row *r)
{
    struct confirm_arg arg = { .title = N_("Closing"), .yes = N_("Confirm") };
    struct today *me = s->state;

    me->object = r->id;
    msg_set(&arg.text, N_("The closing of %1$s by %2$s: did you see the sheet and the money?"),
        bilingual_in(r->next, lang_of_screen(s)), bilingual_in(r->who, lang_of_screen(s)), NULL);
    return dialog_confirm(s, &arg, TAG_CLOSING);
}

static struct step open_row(struct screen *s)
{
    const struct today_row *r = today_chosen(s->state);
    struct place_arg inquiry = { .inquiry = r ? r->inquiry : 0, .day = DAY_NONE };

    if (!r)
        return step_stay();
    switch (r->kind) {
    case ROW_OF_PRINT: return shell_open(s, PLACE_PRINTS, NULL, TAG_PLACE);
    case ROW_OF_OVERRIDE: return ask_override(s, r);
    case ROW_OF_CLOSING: return ask_closing(s, r);
    case ROW_OF_OPEN_DAY: return shell_open(s, PLACE_CLOSING, NULL, TAG_PLACE);
    case ROW_OF_OLD_INQUIRIES: return shell_open(s, PLACE_INQUIRIES, &(struct place_arg){ .text = "old", .day = DAY_NONE }, TAG_PLACE);
    case ROW_OF_INQUIRY: return shell_open(s, PLACE_INQUIRY, &inquiry, TAG_PLACE);
    case ROW_OF_CALL:
        return r->request ? open_place(s, PLACE_REQUEST, r->request, 0) : shell_open(s, PLACE_INQUIRY, &inquiry, TAG_PLACE);
    default: return open_at_step(s, r);
    }
}

/* --- a request number typed anywhere */

/* Each digit by itself changes the list. Together they are a number when nobody can mean lists: it begins with 0
 * as printed (0034), has the hyphen of 26-0034, or is three digits typed in one go. */
static bool is_number(const char *typed)
{
    return typed[0] == '0' || strchr(typed, '-') || strlen(typed) >= 3;
}

/* Where the number begins: what stands before it was a list that was chosen first, as 8 in 80003 and in 826-0003.
 * As printed a number has four digits, or the year in two or four before a hyphen. */
static const char *number_in(const char *typed)
{
    const char *hyphen = strchr(typed, '-');
    size_t n = strlen(typed), year = hyphen ? (size_t)(hyphen - typed) : 0;

    if (hyphen)
        return year >= 4 && str_starts(hyphen - 4, "20") ? hyphen - 4 : year > 2 ? hyphen - 2 : typed;
    return typed[0] != '0' && n > 4 ? typed + n - 4 : typed;
}

/* Digits go on as long as no other key came between; those that may be lists only in one go. */
static bool goes_on(const struct screen *s)
{
    const struct today *me = screen_state(s);
    bool marked = me->typed[0] == '0' || strchr(me->typed, '-');

    return me->typed[0] && app_keys(s->app) == me->typed_key + 1
        && (marked || app_ms(s->app) - me->typed_ms <= TYPED_MS);
}

/* The list while a number is typed: the one that was chosen right before it. */
static enum today_group list_before(const struct today *me)
{
    const char *from = number_in(me->typed);

    return from > me->typed && from[-1] != '0' ? (enum today_group)(from[-1] - '0') : me->before;
}

static struct step typed_digit(struct screen *s, char digit)
{
    struct today *me = s->state;

    if (!goes_on(s)) {
        me->typed[0] = '\0';
        me->before = me->group;
    }
    size_t n = strlen(me->typed);
    me->typed_ms = app_ms(s->app);
    me->typed_key = app_keys(s->app);
    if (n + 1 < sizeof me->typed) {
        me->typed[n] = digit;
        me->typed[n + 1] = '\0';
    }
    if (!is_number(me->typed)) {
        if (digit != '0')
            to_group(s, (enum today_group)(digit - '0'));
        return step_stay();
    }
    if (me->group != list_before(me))
        to_group(s, list_before(me)); /* they were the beginning of a number */
    app_say(s->app, SAY_GUIDE, N_("Request %s: Enter opens it."), number_in(me->typed), NULL);
    return step_stay();
}

static struct step open_typed(struct screen *s)
{
    struct today *me = s->state;
    struct err e = ERR_INIT;
    int64_t id = 0;
    char shown[TODAY_DIGITS];

    str_copy(shown, sizeof shown, number_in(me->typed));
    bool ok = desk_case_find(desk_of(s), shown, &id, &e);
    me->typed[0] = '\0';
    if (!ok)
        app_say_err(s->app, &e);
    else if (!id)
        app_say(s->app, SAY_GUIDE, N_("There is no request %s."), shown, NULL);
    return ok && id ? open_place(s, PLACE_REQUEST, id, 0) : step_stay();
}

static bool number_waits(const struct screen *s)
{
    const struct today *me = screen_state(s);

    return is_number(me->typed) && app_keys(s->app) == me->typed_key + 1;
}

static struct step today_key(struct screen *s, struct key k)
{
    struct today *me = s->state;
    struct key f = key_fold(k);

    if (f.code == K_CHAR && !f.mods && ((f.text[0] >= '0' && f.text[0] <= '9') || (f.text[0] == '-' && goes_on(s))))
        return typed_digit(s, f.text[0]);
    if (k.code == K_ENTER && !k.mods)
        return number_waits(s) ? open_typed(s) : open_row(s);
    me->typed[0] = '\0';
    return move_key(s, k) ? step_stay() : step_unused();
}

/* --- actions */

static bool can_row(const struct screen *s, struct msg *why)
{
    const struct today_row *r = today_chosen(screen_state(s));

    if (r && (r->request || r->inquiry))
        return true;
    msg_set(why, N_("Choose a row with a request or an inquiry first."), NULL);
    return false;
}

static bool can_call(const struct screen *s, struct msg *why)
{
    return can_row(s, why) && shell_may(s, ACT_CALL_RESULT, why);
}

static bool can_forms(const struct screen *s, struct msg *why)
{
    return can_row(s, why) && shell_may(s, ACT_HAND_OUT, why);
}

static struct place_arg row_arg(const struct screen *s)
{
    const struct today_row *r = today_chosen(screen_state(s));

    return (struct place_arg){ .request = r->request, .inquiry = r->request ? 0 : r->inquiry, .day = DAY_NONE };
}

static struct step run_call(struct screen *s)
{
    struct place_arg arg = row_arg(s);

    return shell_open(s, PLACE_CALL, &arg, TAG_CALL);
}

static struct step run_forms(struct screen *s)
{
    struct place_arg arg = row_arg(s);

    return shell_open(s, PLACE_FORMS, &arg, TAG_FORMS);
}

static bool can_take(const struct screen *s, struct msg *why)
{
    return shell_may(s, ACT_REQUEST_TAKE, why);
}
static struct step run_new(struct screen *s)
{
    return shell_open(s, PLACE_REQUEST_FORM, NULL, TAG_PLACE);
}
static bool can_inquire(const struct screen *s, struct msg *why)
{
    return shell_may(s, ACT_INQUIRY_RECORD, why);
}
static struct step run_inquiry(struct screen *s)
{
    return shell_open(s, PLACE_INQUIRY, NULL, TAG_PLACE);
}
static bool can_money(const struct screen *s, struct msg *why)
{
    return shell_may(s, ACT_MONEY_READ, why);
}
static struct step run_money(struct screen *s)
{
    return shell_open(s, PLACE_PAYMENTS, NULL, TAG_PLACE);
}
static struct step run_closing(struct screen *s)
{
    return shell_open(s, PLACE_CLOSING, NULL, TAG_PLACE);
}
static struct step run_notes(struct screen *s)
{
    return shell_open(s, PLACE_NOTES, NULL, TAG_PLACE);
}
static struct step run_prints(struct screen *s)
{
    return shell_open(s, PLACE_PRINTS, NULL, TAG_PLACE);
}
static struct step run_inquiries(struct screen *s)
{
    return shell_open(s, PLACE_INQUIRIES, NULL, TAG_PLACE);
}
static struct step run_receipts(struct screen *s)
{
    return shell_open(s, PLACE_RECEIPTS, NULL, TAG_PLACE);
}
static bool can_specialists(const struct screen *s, struct msg *why)
{
    if (shell_has(PLACE_SPECIALISTS))
        return true;
    (void)s;
    msg_set(why, N_("This part is not here."), NULL);
    return false;
}
static struct step run_specialists(struct screen *s)
{
    return shell_open(s, PLACE_SPECIALISTS, NULL, TAG_PLACE);
}

static const char *today_help(const struct screen *s)
{
    (void)s;
    return N_("1-9 changes the list. A number like 0034 and Enter opens that request.");
}

static const struct action today_actions[] = {
    { .id = "today.new", .key = "n", .second = "Alt+N", .label = N_("Request"), .rank = 1,
        .help = N_("Takes in a request from its paper form."), .usable = can_take, .run = run_new },
    { .id = "today.inquiry", .key = "q", .second = "Alt+Q", .label = N_("Inquiry"), .rank = 2,
        .help = N_("Records an inquiry: q, four digits, F12."), .usable = can_inquire, .run = run_inquiry },
    { .id = "today.call", .key = "t", .second = "Alt+T", .label = N_("Call"), .rank = 3,
        .help = N_("Whom to call and what may be said; records what came of it."), .usable = can_call, .run = run_call },
    { .id = "today.forms", .key = "m", .second = "f", .label = N_("Forms"), .rank = 4,
        .help = N_("Hands out or posts the blank forms and the guide."), .usable = can_forms, .run = run_forms },
    { .id = "today.fee", .key = "$", .second = "Alt+P", .label = N_("Fees"), .rank = 6,
        .help = N_("Who has to pay now."), .usable = can_money, .run = run_money },
    { .id = "today.close", .key = "e", .second = "Alt+C", .label = N_("Closing"), .rank = 7,
        .help = N_("Closes the day."), .usable = can_money, .run = run_closing },
    { .id = "today.notes", .key = "o", .second = "Alt+O", .label = N_("Notes"), .rank = 8,
        .help = N_("Handover notes: write one, take one away."), .run = run_notes },
    { .id = "today.refresh", .key = "F5", .label = N_("Refresh"), .rank = 9, .help = N_("Reads everything again."),
        .run = front_refresh },
    { .id = "today.prints", .key = "F8", .label = N_("Print"), .rank = 20,
        .help = N_("Papers that did not print: prints them again."), .run = run_prints },
    { .id = "today.inquiries", .key = "F3", .label = N_("Earlier"), .rank = 21,
        .help = N_("Inquiries of before, and those past their term."), .run = run_inquiries },
    { .id = "today.receipts", .label = N_("Receipts"), .help = N_("Receipts by number, day or name."),
        .usable = can_money, .run = run_receipts },
    { .id = "today.specialists", .label = N_("Doctors"), .help = N_("Specialists, their hours, closed days, rooms."),
        .usable = can_specialists, .run = run_specialists },
    { .id = NULL },
};

/* --- answers */

static void said(struct screen *s, bool ok, struct err *e)
{
    if (!ok) {
        app_say_err(s->app, e);
        return;
    }
    app_reload(s->app);
    app_say(s->app, SAY_NOTICE, N_("Stored."), NULL);
}

static struct step override_answered(struct screen *s, int64_t which)
{
    const struct today *me = s->state;
    const struct today_row *r = today_chosen(me);
    struct err e = ERR_INIT;

    if (which == 3)
        return r ? open_place(s, PLACE_REQUEST, r->request, 0) : step_stay();
    said(s, desk_override_answer(desk_of(s), me->object, which == 1, &e), &e);
    return step_stay();
}

static struct step today_result(struct screen *s, const struct result *r)
{
    const struct today *me = s->state;
    struct err e = ERR_INIT;

    if (r->tag == TAG_OVERRIDE && r->answer)
        return override_answered(s, *(const int64_t *)r->value);
    if (r->tag == TAG_CLOSING && r->answer)
        said(s, desk_confirm_closing(desk_of(s), me->object, "", &s->view, &e), &e);
    return step_stay();
}

const struct screen_ops today_screen = { .name = "today", .title = N_("Today"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct today), .actions = today_actions, .open = today_open, .reload = today_reload,
    .key = today_key, .result = today_result, .draw = today_draw, .help = today_help, .tick = today_tick };

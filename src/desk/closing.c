/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/closing.h"

#include "base/json.h"
#include "desk/closing_inside.h"
#include "desk/money_day.h"
#include "desk/money_paper.h"
#include "store/audit.h"
#include "store/money_list_store.h"
#include "store/payment_store.h"

/* --- reading a day */

static bool load_open_items(struct desk *d, const struct money_day *m, const struct drawer_key *k,
    struct arena *arena, struct closing_view *out, struct err *e)
{
    struct owing_row *owing;
    struct closing_counts counts = { 0 };
    size_t n, forgotten = 0;

    if (!money_list_owing(desk_db(d), k->counter, m->today, arena, &owing, &n, e)
        || !closing_store_counts(desk_db(d), k, &counts, e)
        || !closing_store_overrides(desk_db(d), k->counter, k->day, arena, &out->overrides, &out->n_overrides, e))
        return false;
    struct closing_name *unpaid = ARENA_ARRAY(arena, struct closing_name, n + 1);
    struct closing_name *waiting = ARENA_ARRAY(arena, struct closing_name, n + 1);
    struct open_items *o = &out->open;
    for (size_t i = 0; i < n; i++) {
        const struct owing_row *r = &owing[i];
        struct closing_name name = { r->name, r->reason, r->year, r->number, r->owed, r->promised_on };
        if (r->unpaid)
            unpaid[o->n_unpaid++] = name;
        else
            waiting[o->n_waiting++] = name;
    }
    o->unpaid = unpaid;
    o->waiting = waiting;
    o->reports_unsent = counts.reports_unsent;
    o->pieces_held = counts.pieces_held;
    o->reprints = counts.reprints;
    o->overrides_open = (int)out->n_overrides;
    while (forgotten < m->days.n_opened && day_cmp(m->days.opened[forgotten], k->day) < 0)
        forgotten++;
    o->forgotten = m->days.opened;
    o->n_forgotten = forgotten;
    return true;
}

static bool load_counts(struct db *db, const struct drawer_key *k, struct arena *arena, struct closing_view *out,
    struct err *e)
{
    struct count_stored *stored;

    if (!count_store_day(db, k, arena, &stored, &out->n_counts, e))
        return false;
    out->counts = ARENA_ARRAY(arena, struct count_row, out->n_counts + 1);
    for (size_t i = 0; i < out->n_counts; i++)
        out->counts[i] = (struct count_row){ stored[i].sum, stored[i].purpose, stored[i].at, stored[i].by_name };
    return true;
}

/* The float that the day began with: counted in the morning; a day without a drawer began with what was there
 * (of a closed one it follows from its own figures, because nothing moved). */
static yen float_of(const struct money_day *m, const struct drawer_row *drawer, const struct closing *closing)
{
    if (drawer->open || !closing->id)
        return money_day_float(drawer, m->float_proposed);
    return YEN(closing->sum.counted_cash.v - closing->sum.difference.v);
}

static bool load_rows(struct desk *d, const struct money_day *m, const struct drawer_key *k, struct arena *arena,
    struct closing_view *out, struct err *e)
{
    struct db *db = desk_db(d);
    struct drawer_row drawer;

    if (!closing_store_find(db, k, arena, &out->closing, e) || !drawer_store_find(db, k, arena, &drawer, e)
        || !payment_store_day(db, k->counter, k->drawer, k->day, arena, &out->rows, &out->n_rows, e)
        || !cash_move_store_day(db, k, arena, &out->moves, &out->n_moves, e) || !load_counts(db, k, arena, out, e))
        return false;
    out->closed = out->closing.id != 0;
    out->drawer_opened = drawer.open;
    out->opened_by = drawer.by_name;
    out->opened_at = drawer.at;
    till_sum(k->day, float_of(m, &drawer, &out->closing), out->rows, out->n_rows, out->moves, out->n_moves, &out->till);
    return true;
}

enum { UNUSUAL_PAUSE = 5 }; /* open days without an entry: no holidays are that long */

/* Nothing brings back the days up to a closing, and a wrong date is soonest seen by how long nobody worked before it. */
static bool look_at_the_date(struct desk *d, struct closing_view *out, struct err *e)
{
    int offset = desk_hospital(d)->offset, open = 0;
    instant at;
    bool found;
    day last;
    hm t;

    out->worked_before = DAY_NONE;
    if (!audit_before(desk_db(d), instant_of(out->day, (hm){ 0 }, offset), &at, &found, e))
        return false;
    if (!found)
        return true;
    instant_civil(at, offset, &last, &t);
    if (!money_day_between(d, last, out->day, UNUSUAL_PAUSE, &open, e))
        return false;
    if (open == UNUSUAL_PAUSE)
        out->worked_before = last;
    return true;
}

static bool load_day(struct desk *d, const struct money_day *m, day business_day, struct arena *arena,
    struct closing_view *out, struct err *e)
{
    const struct hospital *h = desk_hospital(d);
    struct drawer_key k = { h->counter, THE_DRAWER, business_day };
    int y, month, dd;

    day_to_ymd(business_day, &y, &month, &dd);
    *out = (struct closing_view){ .day = business_day,
        .worked_before = DAY_NONE,
        .forgotten = day_cmp(business_day, m->today) < 0,
        .tolerance = h->cash_tolerance,
        .next_float = h->cash_float,
        .blind = h->blind_count,
        .treasury = str_or(h->treasury, ""),
        .bag = arena_printf(arena, "%02d%02d-%d", month, dd, h->counter_number) };
    if (!load_rows(d, m, &k, arena, out, e))
        return false;
    if (out->closed)
        return closing_store_open_items(desk_db(d), out->closing.id, arena, &out->open, e);
    return look_at_the_date(d, out, e) && load_open_items(d, m, &k, arena, out, e);
}

bool closing_load(struct desk *d, day business_day, struct arena *arena, struct closing_view *out, struct err *e)
{
    struct money_day m;

    return money_day_load(d, desk_today(d), arena, &m, e) && load_day(d, &m, business_day, arena, out, e);
}

/* The day that wants to be closed: a forgotten one, else today; when today is closed it is shown as it was. */
static day day_to_close(const struct money_day *m)
{
    if (day_known(m->forgotten))
        return m->forgotten;
    return m->today;
}

bool desk_closing_view(struct desk *d, day business_day, struct arena *arena, struct closing_view *out,
    struct err *e)
{
    struct money_day m;

    if (!act_may_read(d, ACT_MONEY_READ, e) || !money_day_load(d, desk_today(d), arena, &m, e))
        return false;
    return load_day(d, &m, day_known(business_day) ? business_day : day_to_close(&m), arena, out, e);
}

/* --- closing it */

static void json_names(struct json *j, const char *key, const struct closing_name *name, size_t n)
{
    json_array(j, key);
    for (size_t i = 0; i < n; i++) {
        json_object(j, NULL);
        json_text(j, "name", name[i].name);
        json_text(j, "what", name[i].what);
        json_int(j, "year", name[i].case_year);
        json_int(j, "number", name[i].case_number);
        json_yen(j, "yen", name[i].amount);
        json_day(j, "day", name[i].day);
        json_object_end(j);
    }
    json_array_end(j);
}

static const char *open_items_json(const struct open_items *o, struct arena *arena)
{
    struct buf b;
    struct json j;

    buf_init(&b, 1024 * 1024);
    j = json_start(&b);
    json_object(&j, NULL);
    json_names(&j, "unpaid", o->unpaid, o->n_unpaid);
    json_names(&j, "waiting", o->waiting, o->n_waiting);
    json_int(&j, "reports", o->reports_unsent);
    json_int(&j, "pieces", o->pieces_held);
    json_int(&j, "overrides", o->overrides_open);
    json_int(&j, "reprints", o->reprints);
    json_object_end(&j);
    BUG_IF(b.full);
    const char *text = arena_strdup(arena, b.p);
    buf_fini(&b);
    return text;
}

struct closing_act {
    const struct closing_draft *draft;
    struct second second;
    struct money_day m;
    struct closing_view v;
    struct closing closing;
    int64_t print;
    struct closing_done *out;
};

static bool may_close_day(const struct closing_act *c, struct err *e)
{
    char text[DAY_TEXT], last[DAY_TEXT];

    if (c->v.closed)
        return err_set(e, ERR_RULE, "", N_("This day has been closed already (%s)."), c->v.closing.by_name, NULL);
    if (day_cmp(c->v.day, c->m.today) > 0)
        return err_set(e, ERR_RULE, "", N_("This day has not come yet. It is closed on its own date or later."), NULL);
    if (c->v.open.n_forgotten) {
        day_iso(c->v.open.forgotten[0], text);
        return err_set(e, ERR_RULE, "", N_("An earlier day is still open: %s. It is closed first, under its own date."),
            text, NULL);
    }
    if (c->v.n_overrides)
        return err_set(e, ERR_RULE, "", N_("An overridden rule waits for a supervisor's approval: %s. Have it answered, then close."),
            c->v.overrides[0], NULL);
    if (day_known(c->v.worked_before) && !c->draft->day_sure) {
        day_iso(c->v.day, text);
        day_iso(c->v.worked_before, last);
        return err_set(e, ERR_RULE, "day",
            N_("The last entry before %1$s is of %2$s. Look at the machine's date, then close once more."), text, last, NULL);
    }
    return true;
}

/* Above the tolerance a supervisor stands beside; anybody of the money may confirm a smaller one. */
static bool second_may_confirm(struct act *a, const struct closing_act *c, struct err *e)
{
    bool has = false;
    bool supervisor = c->closing.sum.supervisor_needed;

    if (!c->second.staff && supervisor)
        return err_set(e, ERR_DENIED, "second", N_("The difference is above the tolerance. A supervisor confirms it with their own passphrase."), NULL);
    if (!c->second.staff)
        return true;
    if (c->second.staff == a->by)
        return err_set(e, ERR_DENIED, "second", N_("The second person must be somebody else."), NULL);
    if (!money_roles(a, c->second.staff, supervisor ? ROLE_SUPERVISOR : ROLES_MONEY, &has, e))
        return false;
    return has || err_set(e, ERR_DENIED, "second", N_("%s may not confirm this closing."), c->second.name, NULL);
}

static void receipt_range(struct closing_act *c, const struct hospital *h, struct arena *arena)
{
    char text[RECEIPT_TEXT];
    const struct till *t = &c->v.till;

    receipt_number_text(h->counter_number, t->first_year, t->first_number, text);
    c->closing.first_receipt = arena_strdup(arena, text);
    receipt_number_text(h->counter_number, t->last_year, t->last_number, text);
    c->closing.last_receipt = arena_strdup(arena, text);
}

static void fill_closing(struct act *a, struct closing_act *c)
{
    const struct closing_draft *d = c->draft;
    struct closing *k = &c->closing;

    k->seq = c->m.last.seq + 1;
    k->card_counted = d->card_typed ? d->card_counted : c->v.till.net[TILL_CARD];
    k->perpetual_before = c->m.last.perpetual;
    BUG_IF(!yen_add(k->perpetual_before, c->v.till.all, &k->perpetual_after));
    k->bag = str_or(d->bag, "");
    k->treasury = str_or(d->treasury, "");
    k->treasury_person = str_or(d->treasury_person, "");
    k->reason = str_or(d->reason, "");
    k->at = a->at;
    k->by = a->by;
    receipt_range(c, desk_hospital(a->desk), a->arena);
}

/* The anchor: the trail as it stands when the day ends; the closing's own row is the next link. */
static bool anchor(struct act *a, struct closing *k, struct err *e)
{
    struct audit_link link;

    if (!audit_last(a->db, &link, e))
        return false;
    k->audit_seq = link.seq;
    k->audit_hash = arena_strdup(a->arena, link.hash);
    return true;
}

static bool store_closing(struct act *a, struct closing_act *c, struct err *e)
{
    struct drawer_key k = { c->m.key.counter, THE_DRAWER, c->v.day };
    struct closing_insert in = { .key = k, .till = &c->v.till, .closing = &c->closing,
        .open_items = open_items_json(&c->v.open, a->arena) };

    if (!c->draft->no_cash
        && !count_store_add(a->db, &k, "close", &c->draft->counted, a->at, a->by, &c->closing.cash_count, e))
        return false;
    if (!anchor(a, &c->closing, e) || !closing_store_add(a->db, &in, &c->out->closing, e))
        return false;
    return !c->second.staff || closing_store_confirm(a->db, c->out->closing, a->at, c->second.staff, "", e);
}

static bool close_day(struct act *a, struct closing_act *c, struct err *e)
{
    if (!money_day_load(a->desk, a->today, a->arena, &c->m, e)
        || !load_day(a->desk, &c->m, c->draft->day, a->arena, &c->v, e) || !may_close_day(c, e))
        return false;
    closing_sum_of(c->draft, &c->v.till, c->v.tolerance, &c->closing.sum);
    if (!closing_check(c->draft, &c->v.till, &c->closing.sum, e) || !second_may_confirm(a, c, e))
        return false;
    fill_closing(a, c);
    c->out->seq = c->closing.seq;
    c->out->deposit = c->closing.sum.deposit;
    c->out->confirmed = c->second.staff != 0;
    return store_closing(a, c, e)
        && act_print(a, "day_report", "closing", c->out->closing, desk_who(a->desk)->lang, &c->print, e)
        && act_trail(a, "closing", c->out->closing, NULL, e);
}

bool desk_close_day(struct desk *d, const struct closing_draft *draft, struct second second, struct arena *arena,
    struct closing_done *out, struct err *e)
{
    struct act a;
    struct closing_act *c = ARENA_NEW(arena, struct closing_act);

    *out = (struct closing_done){ 0 };
    *c = (struct closing_act){ .draft = draft, .second = second, .out = out };
    if (!pieces_ok(&draft->counted))
        return err_set(e, ERR_INPUT, "counted", N_("A number of notes or coins is not possible. Count again."), NULL);
    if (!act_begin(d, ACT_CLOSE_DAY, second, arena, &a, e))
        return false;
    if (!act_end(&a, close_day(&a, c, e), e))
        return false;
    money_print(d, c->print, &out->printed);
    return true;
}

/* --- confirming later */

static bool needs_supervisor(const struct unconfirmed *u, yen tolerance)
{
    int64_t cash = u->difference.v < 0 ? -u->difference.v : u->difference.v;
    int64_t card = u->card_difference.v < 0 ? -u->card_difference.v : u->card_difference.v;

    return cash > tolerance.v || card > tolerance.v;
}

static bool find_unconfirmed(struct desk *d, int64_t closing, struct arena *arena, struct unconfirmed *out,
    struct err *e)
{
    struct unconfirmed *rows;
    size_t n;

    if (!closing_store_unconfirmed(desk_db(d), desk_hospital(d)->counter, arena, &rows, &n, e))
        return false;
    for (size_t i = 0; i < n; i++)
        if (rows[i].id == closing) {
            *out = rows[i];
            return true;
        }
    return err_set(e, ERR_RULE, "", N_("This closing has been confirmed already."), NULL);
}

static bool confirm(struct act *a, int64_t closing, const char *note, struct err *e)
{
    struct unconfirmed u = { 0 };
    bool has = true;

    if (!find_unconfirmed(a->desk, closing, a->arena, &u, e))
        return false;
    if (u.by == a->by)
        return err_set(e, ERR_RULE, "", N_("Whoever closed the day does not confirm it. Somebody else does, at their own log-in."), NULL);
    if (needs_supervisor(&u, desk_hospital(a->desk)->cash_tolerance)
        && !money_roles(a, a->by, ROLE_SUPERVISOR, &has, e))
        return false;
    if (!has)
        return err_set(e, ERR_RULE, "", N_("The difference is above the tolerance: a supervisor confirms this closing."), NULL);
    return closing_store_confirm(a->db, closing, a->at, a->by, note, e) && act_trail(a, "closing", closing, NULL, e);
}

bool desk_confirm_closing(struct desk *d, int64_t closing, const char *note, struct arena *arena, struct err *e)
{
    struct act a;

    if (!act_begin(d, ACT_CONFIRM_CLOSING, NO_SECOND, arena, &a, e))
        return false;
    return act_end(&a, confirm(&a, closing, note, e), e);
}

bool desk_closings_unconfirmed(struct desk *d, struct arena *arena, struct closing_row **out, size_t *n,
    struct err *e)
{
    struct unconfirmed *rows;

    *n = 0;
    if (!closing_store_unconfirmed(desk_db(d), desk_hospital(d)->counter, arena, &rows, n, e))
        return false;
    *out = ARENA_ARRAY(arena, struct closing_row, *n + 1);
    for (size_t i = 0; i < *n; i++)
        (*out)[i] = (struct closing_row){ rows[i].id, rows[i].day, rows[i].seq, rows[i].difference,
            needs_supervisor(&rows[i], desk_hospital(d)->cash_tolerance), rows[i].by, rows[i].by_name };
    return true;
}

/* --- the sheet of a day */

bool desk_print_day(struct desk *d, day business_day, enum lang lang, struct arena *arena, struct printed *out,
    struct err *e)
{
    struct act a;
    struct closing closing;
    struct drawer_key k = { desk_hospital(d)->counter, THE_DRAWER, business_day };
    int64_t print = 0;

    *out = (struct printed){ 0 };
    if (!closing_store_find(desk_db(d), &k, arena, &closing, e))
        return false;
    bool closed = closing.id != 0;
    if (!act_begin(d, closed ? ACT_REPRINT : ACT_CASH_COUNT, NO_SECOND, arena, &a, e))
        return false;
    const char *object = closed ? "closing" : "day";
    int64_t id = closed ? closing.id : business_day.n;
    bool ok = act_print(&a, closed ? "day_report" : "interim_report", object, id, lang, &print, e)
        && act_trail(&a, object, id, "{\"paper\":\"day_report\"}", e);
    if (!act_end(&a, ok, e))
        return false;
    money_print(d, print, out);
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/trail.h"

#include <stdio.h>

#include "desk/act.h"
#include "desk/case_view.h"
#include "desk/inside.h"
#include "domain/receipt.h"
#include "store/audit.h"
#include "store/staff_store.h"
#include "store/trail_store.h"
#include "text/date_input.h"
#include "text/fold.h"

/* --- what is sought */

static bool read_day(struct desk *d, const char *typed, const char *field, day *out, struct err *e)
{
    struct date_context context = { .today = desk_today(d), .bias = DATE_PAST, .field = field };

    *out = DAY_NONE;
    return str_empty(typed) || date_input(typed, &context, out, e);
}

static bool read_span(struct desk *d, const struct trail_ask *ask, struct trail_filter *out, struct err *e)
{
    day from, until;

    if (!read_day(d, ask->from, "from", &from, e) || !read_day(d, ask->until, "until", &until, e))
        return false;
    if (!day_known(from) && !day_known(until))
        return true;
    if (day_known(from) && day_known(until) && day_cmp(until, from) < 0)
        return err_set(e, ERR_INPUT, "until", N_("This day is before the first one. Enter the first day or a later one."), NULL);
    out->span = true;
    /* The last day alone = everything up to it. */
    out->from = day_known(from) ? instant_of(from, (hm){ 0 }, d->hospital.offset) : (instant){ INT64_MIN };
    out->until = instant_of(day_add(day_known(until) ? until : from, 1), (hm){ 0 }, d->hospital.offset);
    return true;
}

const struct trail_person *desk_trail_person(const struct trail_person *people, size_t n, const char *typed, bool *several)
{
    const struct trail_person *found = NULL;
    struct arena a;

    arena_init(&a);
    const char *ascii = fold_ascii(&a, typed), *key = fold_name(&a, typed);
    *several = false;
    for (size_t i = 0; i < n && !str_empty(ascii); i++) {
        if (str_eq(people[i].login, ascii)) {
            found = &people[i];
            *several = false;
            break;
        }
        if (str_starts(people[i].login, ascii) || (!str_empty(key) && str_starts(fold_name(&a, people[i].name), key))) {
            *several = found != NULL;
            found = &people[i];
            if (*several)
                break;
        }
    }
    arena_fini(&a);
    return *several ? NULL : found;
}

static bool read_person(struct desk *d, const char *typed, struct arena *a, struct trail_filter *out, struct err *e)
{
    struct trail_person *people;
    bool several;
    size_t n;

    if (str_empty(typed))
        return true;
    if (!desk_trail_people(d, a, &people, &n, e))
        return false;
    const struct trail_person *x = desk_trail_person(people, n, typed, &several);
    if (!x && several)
        return err_set(e, ERR_INPUT, "person", N_("Several people begin like this. Type more, or the whole log-in."), NULL);
    if (!x)
        return err_set(e, ERR_INPUT, "person", N_("Nobody here has this name or log-in. Type its beginning as on the list of staff."),
            NULL);
    out->staff = x->id;
    return true;
}

/* A year of four digits makes it a receipt, as in the search of receipts. */
static bool read_about(struct desk *d, const char *typed, struct trail_filter *out, struct err *e)
{
    int counter = d->hospital.counter_number, year = 0, number;

    if (str_empty(typed))
        return true;
    if (receipt_number_parse(typed, &counter, &year, &number) && year >= 1000) {
        out->about = TRAIL_PAYMENT;
        if (!trail_store_receipt(d->db, counter, year, number, &out->about_id, e))
            return false;
    } else {
        out->about = TRAIL_REQUEST;
        if (!desk_case_find(d, typed, &out->about_id, e))
            return false;
    }
    return out->about_id != 0
        || err_set(e, ERR_INPUT, "about",
            N_("There is no such request or receipt. Write 26-0415 for a request, 1-2026-00310 for a receipt."), NULL);
}

bool desk_trail_ask(struct desk *d, const struct trail_ask *ask, struct trail_filter *out, struct err *e)
{
    struct arena a;

    *out = (struct trail_filter){ 0 };
    arena_init(&a);
    bool ok = act_may_read(d, ACT_TRAIL_READ, e) && read_span(d, ask, out, e) && read_person(d, ask->person, &a, out, e)
        && read_about(d, ask->about, out, e)
        && (!out->span || trail_store_bounds(d->db, out, e));
    arena_fini(&a);
    return ok;
}

bool desk_trail_people(struct desk *d, struct arena *a, struct trail_person **out, size_t *n, struct err *e)
{
    struct staff_row *rows;

    *n = 0;
    if (!act_may_read(d, ACT_TRAIL_READ, e) || !staff_list(d->db, a, &rows, n, e))
        return false;
    *out = ARENA_ARRAY(a, struct trail_person, *n + 1);
    for (size_t i = 0; i < *n; i++)
        (*out)[i] = (struct trail_person){ .id = rows[i].id, .login = rows[i].login, .name = rows[i].name };
    (*out)[(*n)++] = (struct trail_person){ .id = STAFF_SYSTEM, .login = "system", .name = "system" };
    return true;
}

/* --- the list */

bool desk_trail_begin(struct desk *d, struct trail_filter *f, int64_t *upper, struct err *e)
{
    struct audit_link last;

    if (!act_may_read(d, ACT_TRAIL_READ, e) || !audit_last(d->db, &last, e) || (f->span && !trail_store_bounds(d->db, f, e)))
        return false;
    *upper = last.seq;
    return true;
}

/* Tables in which nothing of a patient stands; whatever is added later is taken for a patient's until it is named here. */
static bool of_a_patient(const char *table)
{
    static const char *const of_the_house[] = { "staff", "credential", "setting", "counter", "holiday", "policy_version", "specialist", "session",
        "session_exception", "room", "closure", "drawer_day", "cash_move", "cash_count", "closing", "closing_confirm",
        "" };

    for (size_t i = 0; i < COUNT_OF(of_the_house); i++)
        if (str_eq(of_the_house[i], table))
            return false;
    return true;
}

/* What an action says beside its rows may quote a reason, unless it is about the house. */
static bool said_of_a_patient(const struct trail_row *row)
{
    static const char *const of_the_house[] = { "staff", "login", "setting", "desk", "holiday", "closing", "backup", "clock",
        "policy" };

    for (size_t i = 0; i < COUNT_OF(of_the_house); i++)
        if (str_eq(of_the_house[i], row->object))
            return false;
    return true;
}

bool desk_trail(struct desk *d, const struct trail_filter *f, enum trail_way way, int64_t seq, int64_t upper, int max,
    struct arena *a, struct trail_row **out, size_t *n, struct err *e)
{
    *n = 0;
    if (!act_may_read(d, ACT_TRAIL_READ, e) || !trail_store_list(d->db, f, way, seq, upper, max, a, out, n, e))
        return false;
    for (size_t i = 0; i < *n; i++)
        if (!desk_may(d, ACT_REQUEST_READ) && of_a_patient((*out)[i].reason_table))
            (*out)[i].reason = "";
    return true;
}

bool desk_trail_next(struct desk *d, const struct trail_filter *f, enum trail_way way, int64_t seq, int64_t upper,
    int64_t *next, struct err *e)
{
    struct trail_row *rows;
    struct arena a;
    size_t n;

    arena_init(&a);
    *next = 0;
    bool ok = desk_trail(d, f, way, seq, upper, 1, &a, &rows, &n, e);
    if (ok && n == 1)
        *next = rows[0].seq;
    arena_fini(&a);
    return ok;
}

/* --- one entry whole */

static const struct trail_value *same_column(const struct trail_value *values, size_t n, const char *column)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(values[i].column, column))
            return &values[i];
    return NULL;
}

/* A line of the change history among the rows of an entry, about one column of one row. */
static const struct trail_value *changed_from(const struct trail_value *all, size_t n_all, const struct trail_value *of)
{
    char id[24];

    snprintf(id, sizeof id, "%lld", (long long)of->id);
    for (size_t i = 0, end; i < n_all; i = end) {
        for (end = i + 1; end < n_all && all[end].image == all[i].image;)
            end++;
        const struct trail_value *x = &all[i], *object = same_column(x, end - i, "object"),
                                 *object_id = same_column(x, end - i, "object_id"), *field = same_column(x, end - i, "field");
        if (str_eq(x->table, "change") && object && object_id && field && str_eq(object->value, of->table)
            && str_eq(object_id->value, id) && (str_empty(of->column) || str_eq(field->value, of->column)))
            return same_column(x, end - i, "was");
    }
    return NULL;
}

/* The request that a row of the record belongs to, when it says so: another one's dates may expire in an action. */
static int64_t request_of(const struct trail_value *now, size_t n, int64_t otherwise)
{
    const struct trail_value *request = same_column(now, n, "request");
    int64_t id;

    return request && str_int(request->value, &id) ? id : otherwise;
}

/* Adds the columns of one row of the record. */
static bool add_image(struct desk *d, const struct trail_value *now, size_t n, const struct trail_value *all, size_t n_all,
    struct arena *a, struct trail_entry *out, struct err *e)
{
    struct trail_row owner = out->row;
    struct trail_value *before;
    size_t n_before;

    owner.request = request_of(now, n, owner.request);
    if (!trail_store_before(d->db, &owner, now->table, now->id, a, &before, &n_before, e))
        return false;
    struct trail_value any = { .table = now->table, .id = now->id, .column = "" };
    bool history = n_before == 0 && changed_from(all, n_all, &any) != NULL;
    for (size_t i = 0; i < n; i++) {
        const struct trail_value *was = history ? changed_from(all, n_all, &now[i])
                                                : same_column(before, n_before, now[i].column);
        bool same = history ? was == NULL : was && str_eq(was->value, now[i].value);
        const struct trail_value *shown = was ? was : same ? &now[i] : NULL;
        out->field[out->n++] = (struct trail_field){ .image = now[i].image, .table = now[i].table, .id = now[i].id,
            .before = n_before > 0 || history, .gone = str_empty(now[i].column), .column = now[i].column,
            .was = shown ? shown->value : "", .became = now[i].value, .was_shown = shown && !history ? shown->shown : "",
            .became_shown = now[i].shown, .changed = !same, .patient = of_a_patient(now[i].table) };
    }
    return true;
}

static bool has_image(const struct trail_value *v, size_t n, const char *table, const char *id)
{
    int64_t wanted;

    for (size_t i = 0; i < n; i++)
        if (str_eq(v[i].table, table) && str_int(id, &wanted) && v[i].id == wanted)
            return true;
    return false;
}

/* A line of the change history says again what the row itself shows. */
static bool said_by_the_row(const struct trail_value *image, size_t n, const struct trail_value *all, size_t n_all)
{
    const struct trail_value *object = same_column(image, n, "object"), *id = same_column(image, n, "object_id");

    return str_eq(image->table, "change") && object && id && has_image(all, n_all, object->value, id->value);
}

static bool add_images(struct desk *d, const struct trail_value *v, size_t n, bool patient, struct arena *a,
    struct trail_entry *out, struct err *e)
{
    out->field = ARENA_ARRAY(a, struct trail_field, n + 1);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && v[end].image == v[i].image;)
            end++;
        if (said_by_the_row(&v[i], end - i, v, n))
            continue;
        if (!patient && of_a_patient(v[i].table))
            out->withheld = true;
        else if (!add_image(d, &v[i], end - i, v, n, a, out, e))
            return false;
    }
    return true;
}

static bool shows_a_patient(const struct trail_entry *x)
{
    for (size_t i = 0; i < x->n; i++)
        if (x->field[i].patient)
            return true;
    return false;
}

/* On a file that may only be read nothing is recorded. */
static bool record_reading(struct desk *d, const struct trail_row *row, struct err *e)
{
    struct act a;

    if (desk_read_only(d))
        return true;
    if (!act_begin(d, ACT_TRAIL_READ, NO_SECOND, NULL, &a, e))
        return false;
    const char *body = arena_printf(a.arena, "{\"entry\":%lld}", (long long)row->seq);
    return act_end(&a,
        row->request ? act_trail(&a, "request", row->request, body, e) : act_trail(&a, "audit", row->seq, body, e), e);
}

bool desk_trail_entry(struct desk *d, int64_t seq, bool show_patient, bool record, struct arena *a, struct trail_entry *out,
    struct err *e)
{
    struct trail_value *values;
    bool found, patient = show_patient && desk_may(d, ACT_REQUEST_READ);
    size_t n;

    *out = (struct trail_entry){ 0 };
    if (!act_may_read(d, ACT_TRAIL_READ, e) || !trail_store_row(d->db, seq, a, &out->row, &found, e))
        return false;
    if (!found)
        return err_set(e, ERR_RULE, "", N_("There is no such entry of the trail."), NULL);
    if (!trail_store_hash(d->db, seq, out->hash, e) || !trail_store_values(d->db, seq, a, &values, &n, &out->blanked, e)
        || !add_images(d, values, n, patient, a, out, e))
        return false;
    if (!patient && of_a_patient(out->row.reason_table))
        out->row.reason = "";
    if (patient || !said_of_a_patient(&out->row)) {
        if (!trail_store_said(d->db, seq, a, &out->said, &out->n_said, e))
            return false;
    }
    return !record || !shows_a_patient(out) || record_reading(d, &out->row, e);
}

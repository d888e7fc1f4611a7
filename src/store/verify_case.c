/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules that speak of the hospital's rules: every request is judged again by the version of the
 * policy that it points to, with nothing of a hospital in SQL or C (design.md 2). One pass over the
 * requests serves all. */
#include "domain/judge.h"
#include "policy/load.h"
#include "store/case_store.h"
#include "store/holiday_store.h"
#include "store/policy_store.h"
#include "store/verify_inside.h"
#include "text/fold.h"

enum case_rule { CASE_C1, CASE_C2, CASE_C3, CASE_S4, CASE_S5, CASE_NEXT, CASE_RULES };

struct verify_cases {
    struct arena a; /* policies, calendar, results */
    struct calendar *calendar;
    struct version {
        int64_t id;
        const struct policy *policy; /* NULL = cannot be read */
        bool true_text;
    } * versions;
    size_t n_versions;
    int64_t *broken[CASE_RULES];
    size_t n[CASE_RULES], cap[CASE_RULES];
};

static const char SQL_REQUESTS[] = "SELECT id FROM request WHERE id > :after ORDER BY id LIMIT 500";
static const char SQL_VERSIONS[] = "SELECT id FROM policy_version ORDER BY id";
static const char SQL_EXTRA[]
    = "SELECT EXISTS (SELECT 1 FROM session_exception x WHERE x.specialist = :specialist AND x.day "
      "= :day AND x.kind = 'extra'"
      " AND (x.start_min IS NULL OR (x.start_min <= :start AND x.end_min >= :end)))";

static bool add_holiday(void *arg, day d, const char *name)
{
    calendar_add_holiday(arg, d, name);
    return true;
}

static bool load_calendar(struct verify_state *v, struct verify_cases *k, struct err *e)
{
    struct closure_row *rows;
    size_t n;

    k->calendar = calendar_new(&k->a);
    if (!holiday_each(v->db, add_holiday, k->calendar, e)
        || !closure_list(v->db, DAY_NONE, &k->a, &rows, &n, e))
        return false;
    for (size_t i = 0; i < n; i++)
        calendar_add_closure(
            k->calendar, rows[i].day, (struct bilingual){ rows[i].name_ja, rows[i].name_en });
    return true;
}

static bool read_ids(struct stmt *s, struct arena *a, int64_t **out, size_t *n, struct err *e)
{
    struct rows rows = ROWS_INTO(out, n, a);
    int64_t *x;

    while ((x = stmt_next(s, &rows, e)))
        *x = col_id(s, 0);
    return stmt_end(s);
}

static bool load_versions(struct verify_state *v, struct verify_cases *k, struct err *e)
{
    int64_t *ids;
    size_t n;
    char digest[SHA256_TEXT];

    if (!read_ids(db_stmt(v->db, SQL_VERSIONS, e), &k->a, &ids, &n, e))
        return false;
    k->versions = ARENA_ARRAY(&k->a, struct version, n + 1);
    for (size_t i = 0; i < n; i++) {
        struct policy_version row = { 0 };
        if (!policy_store_load(v->db, ids[i], &k->a, &row, e))
            return false;
        sha256_text(row.text, strlen(row.text), digest);
        k->versions[k->n_versions++] = (struct version){ ids[i],
            policy_read(row.text, strlen(row.text), &k->a, NULL), str_eq(digest, row.sha256) };
    }
    return true;
}

static void mark(struct verify_cases *k, enum case_rule rule, int64_t id)
{
    if (k->n[rule] > 0 && k->broken[rule][k->n[rule] - 1] == id)
        return;
    k->broken[rule]
        = arena_grow(&k->a, k->broken[rule], k->n[rule], &k->cap[rule], sizeof(int64_t));
    k->broken[rule][k->n[rule]++] = id;
}

static bool state_in(const struct appointment *a, const char *const *states)
{
    while (*states && !str_eq(a->state, *states))
        states++;
    return *states != NULL;
}

static const char *const BOOKED[] = { "booked", "arrived", "done", NULL };
static const char *const CAME[] = { "arrived", "done", NULL };
static const char *const STANDING[] = { "booked", "arrived", NULL };

static const struct appointment *any_in(const struct casefile *c, const char *const *states)
{
    for (size_t i = 0; i < c->n_appointments; i++)
        if (state_in(&c->appointments[i], states))
            return &c->appointments[i];
    return NULL;
}

/* Somebody with the right took the decision upon themselves, for this rule. */
static bool overridden(const struct judgement *j, const char *rule)
{
    return rule && strings_have(j->answer.in.overridden, rule);
}

static void check_papers(
    struct verify_cases *k, const struct casefile *c, const struct judgement *j)
{
    for (size_t i = 0; i < j->answer.n_documents; i++) {
        const struct answer_document *d = &j->answer.documents[i];
        bool consent = str_eq(d->doc->rule.id, "consent"); /* what serves as consent has no other id: policy/load_people.c */
        if (!d->missing || d->need != PAPER_NEEDED || d->state == DOC_PROMISED
            || (!consent && !d->doc->built_in && !d->doc->serves) || overridden(j, d->rule)
            || overridden(j, d->doc->rule.id))
            continue;
        if (consent && any_in(c, BOOKED))
            mark(k, CASE_C1, c->id);
        if (!consent && any_in(c, CAME))
            mark(k, CASE_C2, c->id);
    }
}

static void check_requester(
    struct verify_cases *k, const struct casefile *c, const struct judgement *j)
{
    for (size_t i = 0; i < j->answer.n_spoken; i++) {
        const struct spoken *s = &j->answer.spoken[i];
        if (str_eq(s->section, "requesters") && s->effect == VERDICT_REFUSE && !s->overridden
            && any_in(c, BOOKED))
            mark(k, CASE_C3, c->id);
    }
}

/* The specialist offered this time although the day is closed. */
static bool is_extra(struct verify_state *v, const struct appointment *a, bool *out, struct err *e)
{
    struct stmt *s = db_stmt(v->db, SQL_EXTRA, e);

    bind_id(s, ":specialist", a->specialist);
    bind_day(s, ":day", a->day);
    bind_int(s, ":start", a->start_min);
    bind_int(s, ":end", a->start_min + a->minutes);
    *out = stmt_row(s, e) && col_bool(s, 0);
    return stmt_end(s);
}

static bool check_times(struct verify_state *v, struct verify_cases *k, const struct casefile *c,
    const struct judgement *j, struct err *e)
{
    const struct policy_service *service = policy_service(j->policy, c->service);

    for (size_t i = 0; i < c->n_appointments; i++) {
        const struct appointment *a = &c->appointments[i];
        bool extra;
        if (!state_in(a, STANDING) || j->answer.in.overridden.n > 0)
            continue;
        if (a->start_min % 5 != 0 || a->minutes % 5 != 0 || a->minutes <= 0
            || (service && service->max_minutes > 0 && a->minutes > service->max_minutes))
            mark(k, CASE_S5, a->id);
        if (calendar_open(k->calendar, case_opening(j->policy, c), a->day))
            continue;
        if (!is_extra(v, a, &extra, e))
            return false;
        if (!extra)
            mark(k, CASE_S4, a->id);
    }
    return true;
}

/* What is cached was true when it was written: on the day of the last step at the earliest, today
 * at the latest. */
static void check_next(
    struct verify_cases *k, const struct casefile *c, const struct judgement *j, struct arena *a)
{
    struct judgement then;

    if (str_eq(c->next_action, journey_next(&j->journey, a)))
        return;
    day d = c->n_steps ? c->steps[c->n_steps - 1].day : c->received_on;
    for (; day_known(d) && day_cmp(d, j->today) < 0; d = day_add(d, 1)) {
        judge(c, j->policy, k->calendar, d, a, &then);
        if (str_eq(c->next_action, journey_next(&then.journey, a)))
            return;
        if (day_diff(j->today, d) > 60) /* a request that rests long: look again near today only */
            d = day_add(j->today, -60);
    }
    mark(k, CASE_NEXT, c->id);
}

static bool check_case(
    struct verify_state *v, struct verify_cases *k, int64_t id, struct arena *a, struct err *e)
{
    struct casefile c = { 0 };
    struct judgement j;
    const struct policy *p = NULL;

    if (!case_load(v->db, id, a, &c, e))
        return false;
    for (size_t i = 0; i < k->n_versions; i++)
        if (k->versions[i].id == c.policy)
            p = k->versions[i].policy;
    if (!p) /* P1 names the policy */
        return true;
    judge(&c, p, k->calendar, v->today, a, &j);
    check_papers(k, &c, &j);
    check_requester(k, &c, &j);
    check_next(k, &c, &j, a);
    return check_times(v, k, &c, &j, e);
}

static bool check_all(struct verify_state *v, struct verify_cases *k, struct err *e)
{
    struct arena page, one;
    int64_t after = 0, *ids;
    size_t n = 0;
    bool ok = true;

    arena_init(&page);
    arena_init(&one);
    do {
        struct stmt *s = db_stmt(v->db, SQL_REQUESTS, e);
        arena_reset(&page);
        bind_int(s, ":after", after);
        ok = read_ids(s, &page, &ids, &n, e);
        for (size_t i = 0; ok && i < n; i++) {
            ok = check_case(v, k, ids[i], &one, e);
            arena_reset(&one);
            after = ids[i];
        }
    } while (ok && n > 0);
    arena_fini(&one);
    arena_fini(&page);
    return ok;
}

bool verify_cases_load(struct verify_state *v, struct err *e)
{
    if (v->cases)
        return true;
    v->cases = calloc(1, sizeof *v->cases);
    BUG_IF(!v->cases);
    arena_init(&v->cases->a);
    return load_calendar(v, v->cases, e) && load_versions(v, v->cases, e)
        && check_all(v, v->cases, e);
}

void verify_cases_free(struct verify_state *v)
{
    if (v->cases)
        arena_fini(&v->cases->a);
    free(v->cases);
    v->cases = NULL;
}

static bool tell(struct verify_state *v, enum case_rule rule, struct err *e)
{
    if (!verify_cases_load(v, e))
        return false;
    for (size_t i = 0; i < v->cases->n[rule]; i++)
        verify_add_id(v, v->cases->broken[rule][i]);
    return true;
}

bool verify_c1(struct verify_state *v, struct err *e)
{
    return tell(v, CASE_C1, e);
}

bool verify_c2(struct verify_state *v, struct err *e)
{
    return tell(v, CASE_C2, e);
}

bool verify_c3(struct verify_state *v, struct err *e)
{
    return tell(v, CASE_C3, e);
}

bool verify_s4(struct verify_state *v, struct err *e)
{
    return tell(v, CASE_S4, e);
}

bool verify_s5(struct verify_state *v, struct err *e)
{
    return tell(v, CASE_S5, e);
}

/* Not approved in time, or by somebody who is no supervisor: then the policy must leave the rule to the reception. */
static const char SQL_UNENTITLED[]
    = "SELECT o.id, w.override IS NOT NULL AND w.by = o.by, r.policy, o.rule FROM override o JOIN request r ON r.id = o.request"
      " LEFT JOIN override_answer w ON w.override = o.id WHERE (w.override IS NULL AND o.day < :today)"
      " OR (w.approved = 1 AND NOT " HAD_ROLE("w.by", "'supervisor'", "w.at") ") ORDER BY o.id";
enum { U_ID, U_OWN, U_POLICY, U_RULE };

static bool left_to_the_reception(const struct verify_cases *k, int64_t version, const char *rule)
{
    const struct policy *p = NULL;

    for (size_t i = 0; i < k->n_versions; i++)
        if (k->versions[i].id == version)
            p = k->versions[i].policy;
    return p && policy_override(p, rule) == OVERRIDE_CLERK;
}

bool verify_s8(struct verify_state *v, struct err *e)
{
    if (!verify_cases_load(v, e))
        return false;
    struct stmt *s = db_stmt(v->db, SQL_UNENTITLED, e);
    bind_day(s, ":today", v->today);
    while (stmt_row(s, e))
        if (!col_bool(s, U_OWN) || !left_to_the_reception(v->cases, col_id(s, U_POLICY), col_text(s, U_RULE, v->a)))
            verify_add_id(v, col_id(s, U_ID));
    return stmt_end(s);
}

bool verify_next_action(struct verify_state *v, struct err *e)
{
    return tell(v, CASE_NEXT, e);
}

bool verify_policy_text(struct verify_state *v, struct err *e)
{
    if (!verify_cases_load(v, e))
        return false;
    for (size_t i = 0; i < v->cases->n_versions; i++)
        if (!v->cases->versions[i].policy || !v->cases->versions[i].true_text)
            verify_add_id(v, v->cases->versions[i].id);
    return true;
}

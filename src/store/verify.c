/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/verify.h"

#include "store/audit.h"
#include "store/migrate.h"
#include "store/setting_store.h"
#include "store/verify_inside.h"

size_t verify_count(void)
{
    return verify_n_rules;
}

const char *verify_id(size_t i)
{
    BUG_IF(i >= verify_n_rules);
    return verify_rules[i].id;
}

const char *verify_sentence(size_t i)
{
    BUG_IF(i >= verify_n_rules);
    return verify_rules[i].says;
}

void verify_add(struct verify_state *v, const char *row)
{
    if (v->n < VERIFY_NAMED) {
        if (v->n > 0)
            buf_puts(&v->which, ", ");
        buf_puts(&v->which, row);
    } else if (v->n == VERIFY_NAMED) {
        buf_puts(&v->which, " ...");
    }
    v->n++;
}

void verify_add_id(struct verify_state *v, int64_t id)
{
    char text[24];

    snprintf(text, sizeof text, "%lld", (long long)id);
    verify_add(v, text);
}

/* A rule names the moments that it needs; most need none. */
static void bind_moments(struct verify_state *v, struct stmt *s)
{
    if (s->raw && sqlite3_bind_parameter_index(s->raw, ":now"))
        bind_instant(s, ":now", v->now);
    if (s->raw && sqlite3_bind_parameter_index(s->raw, ":today"))
        bind_day(s, ":today", v->today);
}

bool verify_add_rows(struct verify_state *v, const char *sql, struct err *e)
{
    struct stmt *s = db_stmt(v->db, sql, e);
    struct arena a;

    bind_moments(v, s);
    arena_init(&a);
    while (stmt_row(s, e)) {
        verify_add(v, col_text(s, 0, &a));
        arena_reset(&a);
    }
    arena_fini(&a);
    return stmt_end(s);
}

static void add_finding(
    struct verify_state *v, const struct verify_rule *rule, struct verify_report *out, size_t *cap)
{
    struct verify_finding *f;

    out->item = arena_grow(v->a, out->item, out->n, cap, sizeof *out->item);
    f = &out->item[out->n++];
    *f = (struct verify_finding){
        .rule = rule->id, .n = v->n, .which = arena_strdup(v->a, v->which.p)
    };
    msg_set(&f->msg, rule->says, v->which.p, NULL);
}

/* What cannot be read is not as it should be: trouble with the file is a finding of the rule that
 * met it. */
static void run_rule(
    struct verify_state *v, const struct verify_rule *rule, struct verify_report *out, size_t *cap)
{
    struct err trouble = ERR_INIT;

    v->n = 0;
    buf_clear(&v->which);
    bool ok = rule->check ? rule->check(v, &trouble) : verify_add_rows(v, rule->sql, &trouble);
    if (!ok)
        verify_add(v, sqlite3_errmsg(v->db->raw));
    if (v->n > 0)
        add_finding(v, rule, out, cap);
    out->n_rules++;
}

static bool run_rules(
    struct verify_state *v, const struct verify_options *o, struct verify_report *out)
{
    size_t cap = 0;

    for (size_t i = 0; i < verify_n_rules; i++) {
        if (o->progress && !o->progress(o->arg, i, verify_n_rules)) {
            out->stopped = true;
            return true;
        }
        run_rule(v, &verify_rules[i], out, &cap);
    }
    return true;
}

bool verify_goes_on(bool ok, struct err *trouble, struct err *e)
{
    if (!ok && trouble->kind == ERR_BUSY) {
        if (e)
            *e = *trouble;
        return false;
    }
    err_clear(trouble);
    return true;
}

static bool find_offset(struct verify_state *v, struct err *e)
{
    struct err trouble = ERR_INIT;
    const char *text = NULL;
    int64_t minutes;

    if (v->offset)
        return true;
    if (!verify_goes_on(setting_get(v->db, "desk.offset", v->a, &text, &trouble), &trouble, e))
        return false;
    v->offset = str_int(text, &minutes) && minutes > -1440 && minutes < 1440 ? (int)minutes : 540;
    return true;
}

bool verify_run(struct db *db, const struct verify_options *o, struct arena *a,
    struct verify_report *out, struct err *e)
{
    struct verify_state v = { .db = db, .a = a, .now = o->now, .offset = o->offset };
    bool inside = db_in_tx(db);
    hm t;

    *out = (struct verify_report){ 0 };
    if (!db_moment_begin(db, e))
        return false;
    buf_init(&v.which, 4096);
    bool ok = find_offset(&v, e);
    if (ok) {
        instant_civil(v.now, v.offset, &v.today, &t);
        ok = verify_images_load(&v, e) && run_rules(&v, o, out);
    }
    verify_cases_free(&v);
    if (inside) /* else they go with the moment */
        db_exec(db, "DROP TABLE IF EXISTS temp.image; DROP TABLE IF EXISTS temp.had_role", NULL);
    db_moment_end(db);
    buf_fini(&v.which);
    return ok;
}

bool verify_schema(struct verify_state *v, struct err *e)
{
    bool holds;

    if (!migrate_schema_holds(v->db, &holds, e))
        return false;
    if (!holds)
        verify_add(v, "schema");
    return true;
}

bool verify_start(struct db *db, struct err *e)
{
    bool holds;

    if (!migrate_schema_holds(db, &holds, e))
        return false;
    if (!holds)
        return err_set(e, ERR_STORE, "",
            N_("The database's tables or triggers were changed outside this program. Restore a "
               "backup, or run: madoguchi verify"),
            NULL);
    return audit_check_last(db, e);
}

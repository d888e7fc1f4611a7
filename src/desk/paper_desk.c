/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/paper_desk.h"

#include "desk/act.h"
#include "desk/inside.h"
#include "desk/paper_kinds.h"
#include "store/print_store.h"
#include "sys/log.h"
#include "sys/spool.h"
#include "text/catalog.h"

enum { PAPER_BYTES_MAX = 256 * 1024 };

bool act_print(struct act *a, const char *kind, const char *object, int64_t object_id, enum lang lang, int64_t *id,
    struct err *e)
{
    BUG_IF(!paper_kind_of(kind));
    return print_store_add(a->db,
        &(struct print_row){ .kind = kind, .object = object, .object_id = object_id, .lang = lang_id(lang), .at = a->at,
            .by = a->by },
        id, e);
}

static struct print_job job_of(const struct print_row *row)
{
    struct print_job job = { .id = row->id, .kind = row->kind, .object = row->object, .object_id = row->object_id,
        .copy = row->copy, .lang = LANG_JA, .at = row->at, .by = row->by, .by_name = row->by_name,
        .printed = row->printed, .failure = row->failure,
        .request = row->request, .year = row->year, .number = row->number, .name = row->name };

    lang_of(row->lang, &job.lang);
    return job;
}

static bool render(struct desk *d, const struct print_job *job, struct buf *out, struct err *e)
{
    static const struct catalogs none;
    const struct catalogs *catalogs = desk_catalogues(d);
    const struct paper_kind *kind = paper_kind_of(job->kind);
    struct arena arena;
    struct paper_work w = { .desk = d, .job = job, .arena = &arena };

    if (!kind)
        return err_set(e, ERR_RULE, "", N_("This version cannot print that paper (%s)."), job->kind, NULL);
    w.ctx = (struct paper_ctx){ .hospital = desk_hospital(d), .catalogs = catalogs ? catalogs : &none,
        .lang = job->lang, .today = desk_today(d), .copy = job->copy };
    arena_init(&arena);
    bool ok = kind->render(&w, out, e);
    arena_fini(&arena);
    return ok;
}

bool desk_print_text(struct desk *d, int64_t id, struct buf *out, struct err *e)
{
    struct arena a;
    struct print_row row;

    arena_init(&a);
    bool ok = print_store_load(d->db, id, &a, &row, e);
    struct print_job job = ok ? job_of(&row) : (struct print_job){ 0 };
    ok = ok && render(d, &job, out, e);
    arena_fini(&a);
    return ok;
}

/* A transaction without a permission of its own: the action that asked for the paper had it. */
static bool mark(struct desk *d, int64_t id, const char *failure, struct err *e)
{
    struct tx tx;
    struct tx_wait wait = { .who = d->terminal };

    if (!tx_begin(d->db, &tx, &wait, e))
        return false;
    return tx_end(&tx, print_store_mark(d->db, id, desk_instant(d), desk_printer(d), failure, e), e);
}

static bool spool(struct desk *d, const struct print_job *job, const struct buf *text, struct err *e)
{
    struct spool_printer printer;
    char name[128], said[SPOOL_SAID];

    if (str_empty(desk_printer(d)))
        return err_set(e, ERR_STORE, "", N_("No printer is set."), NULL);
    snprintf(name, sizeof name, "%s-%lld-%d-%s", job->kind, (long long)job->object_id, job->copy, lang_id(job->lang));
    return spool_parse(desk_printer(d), &printer, e) && spool_print(&printer, name, text->p, text->len, said, e);
}

bool desk_print_now(struct desk *d, int64_t id, struct err *e)
{
    struct arena a;
    struct buf text;
    struct print_row row;
    struct err why = ERR_INIT;
    char failure[MSG_ARG_BYTES] = MSG_WORD;

    arena_init(&a);
    buf_init(&text, PAPER_BYTES_MAX);
    bool ok = print_store_load(d->db, id, &a, &row, &why);
    if (ok) {
        struct print_job job = job_of(&row);
        ok = render(d, &job, &text, &why) && spool(d, &job, &text, &why);
    }
    if (!ok)
        msg_nest(&why.msg, failure);
    if (!ok)
        log_event(d->log, "not_printed", "print", id, (int)why.kind);
    bool marked = mark(d, id, failure + 1, &why);
    buf_fini(&text);
    arena_fini(&a);
    if (ok && marked)
        return true;
    return err_set(e, ERR_STORE, "print",
        N_("It is stored; only the printing did not work. F8 prints it again. Reason: %s"),
        failure, NULL);
}

static bool jobs_of(struct print_row *rows, size_t n, struct arena *a, struct print_job **out)
{
    *out = ARENA_ARRAY(a, struct print_job, n + 1);
    for (size_t i = 0; i < n; i++)
        (*out)[i] = job_of(&rows[i]);
    return true;
}

bool desk_prints_waiting(struct desk *d, struct arena *a, struct print_job **out, size_t *n, struct err *e)
{
    struct print_row *rows;

    return print_store_waiting(d->db, a, &rows, n, e) && jobs_of(rows, *n, a, out);
}

bool desk_print_copies(struct desk *d, const char *kind, const char *object, int64_t object_id, int *copies,
    struct err *e)
{
    return print_store_copies(d->db, kind, object, object_id, copies, e);
}

bool desk_print_paper(struct desk *d, enum desk_action action, const char *kind, const char *object,
    int64_t object_id, enum lang lang, struct err *e)
{
    struct act a;
    int64_t id = 0;

    if (!act_begin(d, action, NO_SECOND, NULL, &a, e))
        return false;
    bool ok = act_print(&a, kind, object, object_id, lang, &id, e) && act_trail(&a, object, object_id, NULL, e);
    return act_end(&a, ok, e) && desk_print_now(d, id, e);
}

const char *desk_print_label(const char *kind)
{
    const struct paper_kind *k = paper_kind_of(kind);

    return k ? k->label : kind;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/keep.h"

#include "desk/inside.h"
#include "store/backup.h"
#include "store/staff_store.h"
#include "store/verify.h"
#include "sys/clock.h"
#include "sys/file.h"

static struct keep_report report_of(const struct verify_report *r, struct arena *arena)
{
    struct keep_report out = { .n_rules = r->n_rules, .n = r->n, .stopped = r->stopped };
    out.item = ARENA_ARRAY(arena, struct keep_finding, r->n + 1);
    for (size_t i = 0; i < r->n; i++)
        out.item[i] = (struct keep_finding){ r->item[i].rule, r->item[i].msg };
    return out;
}

bool desk_verify(struct desk *d, bool (*progress)(void *arg, size_t done, size_t all), void *arg, struct arena *arena,
    struct keep_report *out, struct err *e)
{
    struct verify_report report = { 0 };
    struct verify_options o = { .now = desk_instant(d), .offset = d->hospital.offset, .progress = progress, .arg = arg };

    if (!verify_run(d->db, &o, arena, &report, e))
        return false;
    *out = report_of(&report, arena);
    return true;
}

bool desk_verify_file(const char *path, const struct clock *clock, struct arena *arena, struct keep_report *out,
    struct err *e)
{
    struct db *db = NULL;
    struct verify_report report = { 0 };
    bool ok = db_open(path, &(struct db_options){ .clock = clock }, &db, e)
        && verify_run(db, &(struct verify_options){ .now = clock_wall(clock) }, arena, &report, e);
    db_close(db);
    if (ok)
        *out = report_of(&report, arena);
    return ok;
}

bool desk_backup_file(const char *path, const char *folder, const struct clock *clock, struct arena *arena,
    struct keep_backup *out, struct err *e)
{
    struct db *db = NULL;
    struct backup_made made = { 0 };
    bool ok = db_open(path, &(struct db_options){ .clock = clock }, &db, e)
        && backup_make(db, &(struct backup_options){ .folder = folder, .clock = clock, .by = STAFF_SYSTEM }, arena,
            &made, e);
    db_close(db);
    if (ok)
        *out = (struct keep_backup){ .path = made.path, .sha256 = arena_strdup(arena, made.sha256),
            .report = report_of(&made.report, arena) };
    return ok;
}

day desk_backup_newest(const char *folder, struct arena *arena)
{
    const char *const *names = NULL;
    size_t n = 0;
    day newest = DAY_NONE;
    struct err none = ERR_INIT;
    if (!file_names(folder, ".db", arena, &names, &n, &none))
        return DAY_NONE;
    for (size_t i = 0; i < n; i++) {
        day one;
        if (backup_day(names[i], &one) && (!day_known(newest) || day_cmp(one, newest) > 0))
            newest = one;
    }
    return newest;
}

bool desk_restore_prepare(const char *from, const char *to, const struct clock *clock, struct arena *arena,
    struct keep_restore *out, struct err *e)
{
    struct restore *r = ARENA_NEW(arena, struct restore);
    if (!restore_prepare(from, to, &(struct backup_options){ .clock = clock }, arena, r, e))
        return false;
    *out = (struct keep_restore){ .to = r->to, .last = r->last, .lost = r->lost, .same_history = r->same_history,
        .sum_known = r->sum_known, .report = report_of(&r->report, arena), .inside = r };
    return true;
}

bool desk_restore_commit(struct keep_restore *r, const struct clock *clock, int64_t by, int64_t second,
    struct arena *arena, const char **kept, struct err *e)
{
    return restore_commit(r->inside, &(struct backup_options){ .clock = clock, .by = by }, second, arena, kept, e);
}

void desk_restore_abandon(struct keep_restore *r)
{
    restore_abandon(r->inside);
}

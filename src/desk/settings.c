/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/settings.h"

#include "base/json.h"
#include "desk/act.h"
#include "desk/inside.h"
#include "desk/settings_load.h"
#include "desk/settings_write.h"
#include "store/setting_store.h"

#define REV_KEY "settings.rev"

static bool read_rev(struct db *db, struct arena *arena, int64_t *rev, struct err *e)
{
    const char *text;
    *rev = 0;
    if (!setting_get(db, REV_KEY, arena, &text, e))
        return false;
    if (!str_int(text, rev))
        *rev = 0;
    return true;
}

static bool read_all(struct db *db, struct arena *arena, struct settings_view *out, struct err *e)
{
    const struct setting_def *defs = settings_defs(&out->n);
    out->values = ARENA_ARRAY(arena, struct setting_value, out->n);
    for (size_t i = 0; i < out->n; i++) {
        out->values[i].key = defs[i].key;
        if (!settings_text(db, defs[i].key, arena, &out->values[i].value, e))
            return false;
    }
    return read_rev(db, arena, &out->rev, e);
}

bool desk_settings_view(struct desk *d, struct arena *arena, struct settings_view *out, struct err *e)
{
    return act_may_read(d, ACT_SETTING_SAVE, e) && read_all(d->db, arena, out, e);
}

/* --- writing (also for a new database: desk/setup.c) */

static bool put_counter(struct db *db, const struct setting_value *values, size_t n, struct arena *arena,
    struct err *e)
{
    struct counter_row row;
    bool any = false;
    int64_t number = 1;
    if (!counter_load(db, arena, &row, e))
        return false;
    if (row.id)
        number = row.number;
    for (size_t i = 0; i < n; i++) {
        const char *key = values[i].key, *value = values[i].value;
        any = any || str_starts(key, "counter.");
        if (str_eq(key, "counter.number"))
            str_int(value, &number);
        else if (str_eq(key, "counter.name.ja"))
            row.name_ja = value;
        else if (str_eq(key, "counter.name.en"))
            row.name_en = value;
        else if (str_eq(key, "counter.floor.ja"))
            row.floor_ja = value;
        else if (str_eq(key, "counter.floor.en"))
            row.floor_en = value;
    }
    row.number = (int)number;
    return !any || (row.id ? counter_save(db, &row, e) : counter_add(db, &row, &row.id, e));
}

bool settings_write(struct db *db, const struct setting_value *values, size_t n, struct arena *arena, struct err *e)
{
    int64_t rev;
    bool ok = put_counter(db, values, n, arena, e) && read_rev(db, arena, &rev, e);
    for (size_t i = 0; ok && i < n; i++)
        if (!str_starts(values[i].key, "counter."))
            ok = setting_put(db, values[i].key, values[i].value, e);
    return ok && setting_put(db, REV_KEY, arena_printf(arena, "%lld", (long long)rev + 1), e);
}

bool settings_check_all(const struct setting_value *values, size_t n, struct arena *arena,
    struct setting_value *stored, struct err *e)
{
    for (size_t i = 0; i < n; i++) {
        const struct setting_def *def = settings_def(values[i].key);
        if (!def)
            return err_set(e, ERR_INPUT, values[i].key, N_("There is no setting of that name."), NULL);
        stored[i].key = def->key;
        if (!setting_check(def, values[i].value, arena, &stored[i].value, e))
            return false;
    }
    return true;
}

/* Those that differ from what is stored, moved to the front. */
static size_t only_changed(struct setting_value *values, size_t n, const struct settings_view *now)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < now->n; k++)
            if (str_eq(now->values[k].key, values[i].key) && !str_eq(now->values[k].value, values[i].value))
                values[kept++] = values[i];
    return kept;
}

static const char *change_body(const struct setting_value *values, size_t n, const struct settings_view *was,
    struct arena *arena)
{
    struct buf b;
    buf_init(&b, 64 * 1024);
    struct json j = json_start(&b);
    json_object(&j, NULL);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < was->n; k++)
            if (str_eq(was->values[k].key, values[i].key)) {
                json_array(&j, values[i].key);
                json_text(&j, NULL, was->values[k].value);
                json_text(&j, NULL, values[i].value);
                json_array_end(&j);
            }
    json_object_end(&j);
    const char *body = arena_strdup(arena, b.p);
    buf_fini(&b);
    return body;
}

static bool stale(struct err *e)
{
    return err_set(e, ERR_STALE, "",
        N_("Somebody stored the settings while you were typing. What you typed is still here; look at the marked "
           "fields and store again."),
        NULL);
}

bool desk_settings_save(struct desk *d, int64_t rev, const struct setting_value *values, size_t n, struct err *e)
{
    struct arena arena;
    struct act a;
    struct settings_view was;
    arena_init(&arena);
    struct setting_value *stored = ARENA_ARRAY(&arena, struct setting_value, n + 1);
    bool ok = settings_check_all(values, n, &arena, stored, e)
        && act_begin(d, ACT_SETTING_SAVE, NO_SECOND, &arena, &a, e);
    if (ok) {
        ok = read_all(a.db, &arena, &was, e) && (was.rev == rev || stale(e));
        size_t kept = ok ? only_changed(stored, n, &was) : 0;
        ok = act_end(&a,
            ok && (kept == 0 || (settings_write(a.db, stored, kept, &arena, e)
                && act_trail(&a, "setting", 0, change_body(stored, kept, &was, &arena), e))),
            e);
    }
    ok = ok && desk_settings_reload(d, e);
    arena_fini(&arena);
    return ok;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/policy_switch.h"

#include "desk/act.h"
#include "desk/inside.h"
#include "policy/load.h"
#include "store/policy_store.h"
#include "store/staff_store.h"

static bool may_use(const struct policy *p, day today, struct err *e)
{
    char from[DAY_TEXT];

    if (!policy_may_switch_on(p, e))
        return false;
    day_iso(p->valid_from, from);
    return !day_known(p->valid_from) || day_cmp(p->valid_from, today) >= 0
        || err_set(e, ERR_RULE, "valid_from",
            N_("The rules begin on %s, which is over. Write today or a later day as valid_from: what was judged before stays as it was."),
            from, NULL);
}

bool desk_policy_switch(struct desk *d, const char *text, size_t bytes, struct second second, int64_t *version,
    struct err *e)
{
    struct arena arena;
    struct act a;
    bool ok;

    arena_init(&arena);
    const struct policy *p = policy_read(text, bytes, &arena, e);
    ok = p && may_use(p, desk_today(d), e) && act_begin(d, ACT_POLICY_SWITCH, second, &arena, &a, e);
    if (ok) {
        struct policy_version v = { .policy = p->id, .text = arena_strndup(&arena, text, bytes),
            .valid_from = day_known(p->valid_from) ? p->valid_from : a.today, .switched_on = a.at, .switched_by = a.by };
        ok = policy_store_add(a.db, &v, version, e) && act_trail(&a, "policy", *version, NULL, e);
        ok = act_end(&a, ok, e);
    }
    arena_fini(&arena);
    return ok;
}

bool desk_policies(struct desk *d, struct arena *a, struct policy_line **out, size_t *n, struct err *e)
{
    struct policy_version *rows;
    struct staff_row staff;
    bool found;

    if (!policy_store_list(d->db, a, &rows, n, e))
        return false;
    *out = ARENA_ARRAY(a, struct policy_line, *n + 1);
    for (size_t i = 0; i < *n; i++) {
        if (!staff_load(d->db, rows[i].switched_by, a, &staff, &found, e))
            return false;
        (*out)[i] = (struct policy_line){ .version = rows[i].id, .policy = rows[i].policy,
            .by_name = found ? staff.name : "", .valid_from = rows[i].valid_from };
        str_copy((*out)[i].digest, sizeof (*out)[i].digest, rows[i].sha256);
    }
    return true;
}

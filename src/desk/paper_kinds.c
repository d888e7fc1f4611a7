/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/paper_kinds.h"

#include "desk/act.h"
#include "desk/paper_renderers.h"
#include "store/case_store.h"

static const struct paper_kind kinds[] = {
#define PAPER(kind, label, render) { kind, label, render },
    DESK_PAPERS(PAPER)
#undef PAPER
    { NULL, NULL, NULL },
};

const struct paper_kind *paper_kinds(size_t *n)
{
    *n = COUNT_OF(kinds) - 1;
    return kinds;
}

const struct paper_kind *paper_kind_of(const char *kind)
{
    for (size_t i = 0; i + 1 < COUNT_OF(kinds); i++)
        if (str_eq(kinds[i].kind, kind))
            return &kinds[i];
    return NULL;
}

struct casefile *paper_case(const struct paper_work *w, struct err *e)
{
    struct casefile *c = ARENA_NEW(w->arena, struct casefile);

    return case_load(desk_db(w->desk), w->job->object_id, w->arena, c, e) ? c : NULL;
}

bool paper_gone(struct err *e)
{
    return err_set(e, ERR_RULE, "", N_("What this paper is about is not there any more."), NULL);
}

bool paper_whole(bool whole, struct err *e)
{
    return whole || err_set(e, ERR_STORE, "", N_("The paper is too long to be printed."), NULL);
}

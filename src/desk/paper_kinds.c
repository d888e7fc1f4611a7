/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/paper_kinds.h"

#include "desk/paper_renderers.h"

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

struct paper_ctx paper_ctx_of(struct desk *d, const struct print_job *job)
{
    static const struct catalogs none;
    const struct catalogs *catalogs = desk_catalogues(d);

    return (struct paper_ctx){ .hospital = desk_hospital(d), .catalogs = catalogs ? catalogs : &none,
        .lang = job->lang, .today = desk_today(d), .copy = job->copy };
}

bool paper_whole(bool whole, struct err *e)
{
    return whole || err_set(e, ERR_STORE, "", N_("The paper is too long to be printed."), NULL);
}

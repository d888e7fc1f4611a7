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

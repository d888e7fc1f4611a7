/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which paper is made by whom: one row a kind. A slice adds its function and its row. */
#ifndef DESK_PAPER_KINDS_H
#define DESK_PAPER_KINDS_H
#include "desk/paper_desk.h"
#include "out/paper.h"

/* What a paper is made with. */
struct paper_work {
    struct desk *desk;
    const struct print_job *job;
    struct paper_ctx ctx; /* what every paper of src/out needs beside its own input */
    struct arena *arena;  /* until the paper is written */
};
/* Reads what the paper shows and writes its text in job->lang. Inside or outside a transaction. */
typedef bool paper_render_fn(struct paper_work *w, struct buf *out, struct err *e);

struct paper_kind {
    const char *kind;  /* as stored in print.kind */
    const char *label; /* N_(): in the list of papers that did not come out */
    paper_render_fn *render;
};
const struct paper_kind *paper_kind_of(const char *kind); /* NULL = no such paper */
const struct paper_kind *paper_kinds(size_t *n);

struct casefile;
/* The request that the paper is about; NULL with e when it cannot be read. */
struct casefile *paper_case(const struct paper_work *w, struct err *e);
/* What the paper is about was undone since it was asked for. Always false. */
bool paper_gone(struct err *e);
/* A buffer that was full must not be printed. */
bool paper_whole(bool whole, struct err *e);
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which paper is made by whom: one row a kind. A slice adds its function and its row. */
#ifndef DESK_PAPER_KINDS_H
#define DESK_PAPER_KINDS_H
#include "desk/paper_desk.h"
#include "out/paper.h"

struct paper_kind {
    const char *kind;  /* as stored in print.kind */
    const char *label; /* N_(): in the list of papers that did not come out */
    /* Reads what the paper shows and writes its text in job->lang. Inside or outside a transaction. */
    bool (*render)(struct desk *d, const struct print_job *job, struct buf *out, struct err *e);
};
const struct paper_kind *paper_kind_of(const char *kind); /* NULL = no such paper */
const struct paper_kind *paper_kinds(size_t *n);
/* What every paper of src/out needs beside its own input. */
struct paper_ctx paper_ctx_of(struct desk *d, const struct print_job *job);
/* A buffer that was full must not be printed. */
bool paper_whole(bool whole, struct err *e);
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of a form; only form*.c look here. */
#ifndef TUI_FORMSTATE_H
#define TUI_FORMSTATE_H
#include "tui/form.h"

struct form_cell {
    struct field *field; /* NULL for sections, notes and gaps */
    char *base; /* what was set: heap */
    bool marked; /* what stands there cannot stand */
    bool touched; /* changed since the cursor came */
};

/* Which rows a row of the table takes: follows from the table alone. */
struct span {
    int row, rows;
};

struct form {
    const struct form_def *def;
    void *user;
    struct form_cell *cells; /* def->n of them */
    size_t focus;
    size_t key_focus, key_first, key_end; /* the last key: where it came, and the cells that it may have changed */
    struct span *spans; /* heap, def->n of them; rows of the whole form */
    int rows;
    size_t *by_id; /* heap: index of a field by the hash of its id, the next free place when taken; slots of them */
    size_t slots;
    char **cleared; /* texts before form_clear, until the next edit; NULL = none */
};

/* Where a row of the table stands on its rows of the screen: computed from the table, the language and the width
 * only. */
struct place {
    int label_col, label_cells;
    int col, cells; /* of the inside of the brackets */
    int options_col; /* choices beside the field; -1 = not drawn */
    int end; /* column after everything that belongs to it */
};
/* Fills spans[0..n); returns the rows of the whole form. */
int form_spans(const struct form_def *def, struct span *spans);
/* "1本人 2家族": the choices as they stand beside the field. */
void form_options(const struct choice *choices, const struct catalog *c, struct buf *out);
bool form_is_asked(const struct form *f, size_t i);
#endif

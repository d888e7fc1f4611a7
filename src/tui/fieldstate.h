/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of a field; only field*.c look here. */
#ifndef TUI_FIELDSTATE_H
#define TUI_FIELDSTATE_H
#include "tui/field.h"

enum { UNDO_MAX = 64 };

struct snap {
    char *text; /* heap */
    size_t at;
};

enum edit { EDIT_NONE, EDIT_TYPE, EDIT_ERASE, EDIT_OTHER };

struct field {
    struct field_spec spec; /* caps filled in */
    char *text; /* heap, max_bytes + 1; a choice's value for FIELD_CHOICE */
    size_t len, at; /* bytes; at lies on a cluster border */
    int scroll; /* cells hidden at the left; for FIELD_LINES rows hidden above */
    struct snap undo[UNDO_MAX], redo[UNDO_MAX];
    int undo_n, redo_n;
    bool full; /* the last key or text did not fit whole */
    enum edit last; /* characters typed one after another are one undo step */
};

/* fieldview.c: makes the cursor seen after anything changed. */
void field_keep_seen(struct field *f);
/* Moves the cursor a drawn line up or down; false at the edge. */
bool field_line_move(struct field *f, int lines);
#endif

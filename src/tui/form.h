/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms are tables; the engine edits, moves, draws and keeps. Rules come back from the domain as an
 * err with a field id, and the engine puts the cursor there. */
#ifndef TUI_FORM_H
#define TUI_FORM_H
#include "base/base.h"
#include "tui/field.h"
#include "tui/grid.h"
#include "tui/key.h"

struct form;

enum form_row_kind {
    ROW_FIELD, /* 0: the usual row of a table */
    ROW_SECTION, /* label as a heading across the form */
    ROW_NOTE, /* label as a line of text */
    ROW_GAP /* an empty line */
};

enum {
    FORM_SAME_ROW = 1, /* stands after the field before it instead of on a new row */
    FORM_READONLY = 2, /* shown, skipped by the cursor */
    FORM_NO_DRAFT = 4, /* never written to a draft (nor are secrets, nor amounts without FORM_YEN_DRAFT) */
    FORM_NO_OPTIONS = 8, /* FIELD_CHOICE: do not write the choices beside it (F1 lists them) */
    FORM_YEN_DRAFT = 16 /* FIELD_YEN: is written to a draft; the screen decides when it may come back */
};

struct form_field {
    const char *id; /* also the field named in struct err; stable, used in drafts */
    const char *label; /* msgid */
    enum field_kind kind;
    int cells; /* inside the brackets; 0 = to the right edge (not FIELD_LINES) */
    const char *help; /* msgid: what belongs here; a missing one fails the gate */
    const struct choice *choices;
    unsigned flags;
    int max_clusters, max_bytes; /* 0 = default of the kind */
    int rows; /* FIELD_LINES */
    int label_cells; /* 0 = that of the form; with FORM_SAME_ROW: 0 = as wide as the label is */
    const char *unit; /* msgid drawn after the field, e.g. N_("sheets"); may be NULL */
    enum form_row_kind row;
};

struct form_def {
    const char *id; /* stable, used in drafts */
    int version; /* counts up when fields change their meaning */
    const struct form_field *fields;
    size_t n;
    int label_cells; /* width of the label column, e.g. 12 */
    bool house; /* speaks of the house and its people: a visitor may read it also while names are hidden */

    /* All may be NULL. user is what form_new was given. */
    /* The text of a field changed by the clerk (each key). */
    void (*changed)(void *user, struct form *f, const char *id);
    /* The cursor leaves a field whose text changed since it came. */
    void (*left)(void *user, struct form *f, const char *id);
    /* What to write dimly after the field for what was typed: both calendars, the age, a name.
     * Changes nothing. */
    void (*echo)(const void *user, const struct form *f, const char *id, const struct grid *g,
        struct buf *out);
    /* A key in a yen or date field that stands for a text: '=' exact, 'm', 'k', 't', '+'. text is
     * the present one. True: out is the new text. */
    bool (*shortcut)(void *user, const struct form *f, const char *id, struct key k,
        const char *text, struct buf *out);
    /* False: the field is not asked now (dim, skipped). */
    bool (*asked)(const void *user, const struct form *f, const char *id);
};

struct form *form_new(
    const struct form_def *def, void *user); /* heap; free with form_free, which wipes */
void form_free(struct form *f);
const struct form_def *form_def(const struct form *f);

enum form_result {
    FORM_UNUSED, /* the key means nothing to the form */
    FORM_MOVED,
    FORM_EDITED,
    FORM_END /* Enter or Tab on the last field: the cursor stays; the caller may move to another
                pane */
};
enum form_result form_key(struct form *f, struct key k);
/* The rows of a form drawn in this rectangle that look different since form_key was called, as far as the form knows
 * (what asked() and echo() make of other fields it does not). False: it scrolled, all of it does. */
bool form_key_rows(const struct form *f, struct rect at, int *row, int *rows);

const char *form_get(const struct form *f, const char *id); /* "" when empty; a wrong id is a bug */
void form_set(
    struct form *f, const char *id, const char *text); /* not an edit: no callback, not dirty */
void form_edit(
    struct form *f, const char *id, const char *text); /* as if typed: dirty, can be undone */
bool form_dirty(const struct form *f); /* any field differs from what was set */
bool form_field_dirty(const struct form *f, const char *id);
void form_set_clean(struct form *f); /* what stands there now is the stored text */
void form_clear(struct form *f); /* all fields to what was set, as edits; form_undo brings all back */
bool form_undo(struct form *f); /* last edit in the active field, or a form_clear */

const char *form_focus(const struct form *f); /* id of the active field */
void form_set_focus(struct form *f, const char *id);
void form_focus_first(struct form *f);
const struct form_field *form_active(const struct form *f);
bool form_full(
    const struct form *f); /* the last key or paste did not fit whole into the active field */
const char *form_help(const struct form *f); /* msgid of the active field */

/* Marks the field and puts the cursor there; a secret, and the secrets below it, are emptied. Returns false when
 * err names no field of this form. */
bool form_mark_error(struct form *f, const struct err *e);
void form_mark(struct form *f, const char *id, bool on); /* marks without moving */

/* Draws inside the rectangle, scrolled so that the active field is seen. focused: sets the cursor.
 */
void form_draw(const struct form *f, struct grid *g, struct rect at, bool focused);
int form_rows(const struct form *f); /* rows it needs */

/* Drafts: "form <id> <version>\n" and "<field>=<text>\n" with \n and \\ escaped. Only fields that
 * differ from what was set. Loading sets them as edits; unknown fields and choices are skipped and
 * counted. */
void form_save(const struct form *f, struct buf *out);
bool form_load(struct form *f, const char *draft, int *skipped, struct err *e);

/* For the gate: every id unique, every field with a help text, labels and choices within their
 * width in this language, rows within cols. Writes one line per problem; true = none. */
bool form_check(
    const struct form_def *def, const struct catalog *c, int cols, struct buf *problems);
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field: text under a cursor, edited by grapheme clusters and shown by cells. Knows nothing of
 * rules; kinds only decide which characters are taken and how they look. */
#ifndef TUI_FIELD_H
#define TUI_FIELD_H
#include "base/base.h"
#include "tui/grid.h"
#include "tui/key.h"

enum field_kind {
    FIELD_TEXT,
    FIELD_KANA, /* text; katakana of full width when it is left */
    FIELD_CODE, /* ASCII, folded from full width: phone, numbers with letters, postal code */
    FIELD_NUMBER, /* digits, folded; at the right end */
    FIELD_YEN, /* digits, folded, shown with separators at the right end; '=' 'm' 'k' go to the
                  caller */
    FIELD_DATE, /* as people write dates, folded; kept as typed */
    FIELD_TIME, /* as people write times, but no letters, folded; 905 and 9時5分 become 09:05 when it is left */
    FIELD_CHOICE, /* one of a table, by digit or letter, arrows, or blank */
    FIELD_SECRET, /* shown as dots, no undo, wiped */
    FIELD_LINES /* several rows, wrapped by cells; Alt+Enter starts a new line */
};

/* What may be chosen. The table ends with a row whose value is NULL. */
struct choice {
    const char *key; /* "1": what is typed and shown before the word */
    const char *value; /* what is stored: a lower-case English id */
    const char *label; /* msgid */
};

struct field_spec {
    enum field_kind kind;
    int cells; /* width inside the brackets */
    int rows; /* FIELD_LINES; else 1 (0 counts as 1) */
    int max_clusters; /* 0 = the default of its kind */
    int max_bytes; /* 0 = the default of its kind */
    const struct choice *choices; /* FIELD_CHOICE */
};

struct field; /* made by field_new, heap; wiped when freed */

struct field *field_new(const struct field_spec *spec); /* spec is copied */
void field_free(struct field *f);

const char *field_text(
    const struct field *f); /* FIELD_CHOICE: the value; "" = empty. Valid until changed */
/* Replaces the text (cut at its caps at a cluster border); forgets undo; cursor at the end. A
 * choice that is not in the table becomes empty. */
void field_set(struct field *f, const char *text);
bool field_empty(const struct field *f);
const struct choice *field_choice(const struct field *f); /* NULL = none chosen */

enum field_result {
    FIELD_UNUSED, /* the key means nothing here */
    FIELD_MOVED, /* only the cursor moved */
    FIELD_EDITED, /* the text changed */
    FIELD_FULL /* the text is at its cap; nothing changed */
};
enum field_result field_key(struct field *f, struct key k);

/* As typed or pasted text: filtered, folded to one line (not FIELD_LINES), capped. One undo step.
 */
enum field_result field_insert(struct field *f, const char *text);
/* Replaces the whole text as an edit that can be undone. */
enum field_result field_replace(struct field *f, const char *text);
enum field_result field_clear(struct field *f); /* can be undone */
bool field_undo(struct field *f);
bool field_redo(struct field *f);

/* What happens when the cursor leaves: kana become full width, 905 becomes 09:05. True: the text
 * changed. */
bool field_leave(struct field *f);
void field_enter(struct field *f); /* cursor at the end */
bool field_wrong(const struct field *f); /* what stands there can be read by nobody: a time that is none */

/* Draws cells x rows (no brackets); cells 0 = those of the spec (another width only for one line).
 * Active: sets the grid's cursor, which may stand on the cell after the field when the text fills
 * it. */
void field_draw(const struct field *f, struct grid *g, int row, int col, int cells, bool active,
    enum style style);
/* Whether there is text beyond the left and right edge (above and below). */
void field_hidden(const struct field *f, int cells, bool active, bool *left, bool *right);

bool field_full(
    const struct field *f); /* something of the last key or paste did not fit and was left out */
const struct field_spec *field_spec(const struct field *f);
int field_cursor_cluster(const struct field *f); /* clusters before the cursor, for tests */
int field_clusters(const struct field *f);
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows in columns, of which one is chosen. The list knows its rows only through callbacks and keeps
 * the choice by id across reloads. A move repaints two rows. */
#ifndef TUI_LIST_H
#define TUI_LIST_H
#include "base/base.h"
#include "tui/grid.h"
#include "tui/key.h"

enum align { ALIGN_LEFT, ALIGN_RIGHT };

struct list_column {
    const char *title; /* msgid; NULL = no title */
    int cells; /* least width; the column with .flex takes what is left */
    enum align align;
    int priority; /* 0 = always; the greatest number goes first when there is no room */
    bool flex;
    int cells_ja; /* least width on Japanese screens, where it differs; 0 = cells */
    bool words; /* the program's own words, which are not cut: what stands in brackets gives way */
};

struct list_source {
    const struct list_column *columns;
    int n_columns;
    int (*count)(const void *user);
    int64_t (*id)(const void *user, int row);
    /* Writes the text of a cell (translated by g's catalogue where it must be); *style is
     * STYLE_NORMAL before. */
    void (*cell)(const void *user, int row, int column, const struct grid *g, struct buf *out,
        enum style *style);
    const char *empty; /* msgid shown when there are no rows */
    /* The row for what was typed so far (folded: ASCII, small), or -1. NULL: characters are left
     * for commands. */
    int (*find)(const void *user, const char *typed);
};

struct list {
    const struct list_source *source;
    const void *user;
    int sel, top; /* row chosen, first row shown */
    int64_t sel_id;
    int page; /* rows shown, see list_set_page */
    char typed[16]; /* what was typed to jump, until another key */
};

void list_init(struct list *l, const struct list_source *source, const void *user);
/* After the rows changed: finds the chosen id again, or stays near its place. */
void list_reload(struct list *l);
/* Tells the list how many rows it has on the screen (without the title row); before keys after a
 * resize. */
void list_set_page(struct list *l, int rows);

enum list_result { LIST_UNUSED, LIST_MOVED, LIST_OPEN /* Enter on a row */ };
enum list_result list_key(struct list *l, struct key k); /* arrows, PgUp/PgDn, Home/End, Enter */

bool list_select(struct list *l, int64_t id); /* false when it is not there */
int64_t list_selected(const struct list *l); /* id; 0 = no rows */
int list_count(const struct list *l);
/* How wide a column is in a list as wide as the grid, for cells that must fit whole; 0 = not shown. */
int list_column_cells(const struct list_source *s, const struct grid *g, int column);
/* With a title row when any column has one; focused: cursor at the marker. */
void list_draw(const struct list *l, struct grid *g, struct rect at, bool focused);
#endif

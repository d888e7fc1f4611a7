/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen is: a table of functions over a state, and the steps that move between screens.
 *
 * Only key, action, result, tick, pause and reload functions change a state; draw only reads it. A
 * key function never draws, never loops and never waits: a question is a screen pushed on top, and
 * its answer comes back through result(). So resizing and a change of language repaint everything
 * on one path. */
#ifndef TUI_SCREEN_H
#define TUI_SCREEN_H
#include "base/base.h"
#include "tui/grid.h"
#include "tui/key.h"

struct app;
struct form;
struct screen;
struct screen_ops;

enum step_kind {
    STEP_STAY,
    STEP_UNUSED, /* the key means nothing to this screen: somebody else may have it */
    STEP_PUSH, /* open to on top */
    STEP_POP, /* close; answer and value go to the screen below */
    STEP_REPLACE, /* close and open to in its place */
    STEP_HOME, /* close all but the lowest */
    STEP_QUIT
};

enum { TAG_SILENT = -1 };

struct step {
    enum step_kind kind;
    const struct screen_ops *to;
    const void
        *arg; /* for to->open, which copies what it needs; must outlive the return: see step_push */
    int tag; /* PUSH: comes back in the result, to tell answers apart; TAG_SILENT = no result */
    int answer; /* POP: 0 = given up, anything else is between the two screens */
    const void
        *value; /* POP: may lie in the closing screen's arena; copied by result() if wanted */
};

struct step step_stay(void);
struct step step_unused(void);
/* The screen opens after the caller returned: arg must be NULL, static, or in an arena, never a
 * local variable. step_push_copy keeps a copy of bytes of it (what it points to must outlive too);
 * the dialogs of dialog.h have functions that copy all. */
struct step step_push(const struct screen_ops *to, const void *arg, int tag);
struct step step_push_copy(
    struct screen *s, const struct screen_ops *to, const void *arg, size_t bytes, int tag);
struct step step_pop(int answer, const void *value);
struct step step_replace(const struct screen_ops *to, const void *arg);
struct step step_home(void);
struct step step_quit(void);

struct result {
    const struct screen_ops *from;
    int tag, answer;
    const void *value;
};

/* Where an action may be used beside pages. */
enum { ACTION_IN_DIALOG = 1, ACTION_IN_LOCK = 2 };

/* One row says everything about an action: key bar, menu, help, "not now because" and dispatch read
 * it. A table ends with a row whose id is NULL. */
struct action {
    const char *id; /* stable name, e.g. "pay.take" */
    const char *key; /* "F12", "Alt+L", "n"; NULL = in the menu only */
    const char
        *second; /* another key; function keys have theirs already (key_canonical). May be NULL */
    const char *label; /* msgid, at most 8 cells in every language */
    const char *help; /* msgid, one sentence: what it does */
    int rank; /* place on the key bar, 1 = first; 0 = menu and help only */
    unsigned flags;
    /* False: cannot be used now, and why says what to do about it. NULL = always usable. Changes
     * nothing. */
    bool (*usable)(const struct screen *s, struct msg *why);
    struct step (*run)(struct screen *s);
};

enum { LABEL_CELLS = 8 };

enum screen_kind {
    SCREEN_PAGE,
    SCREEN_DIALOG, /* drawn over the page below; only its own actions and those marked
                      ACTION_IN_DIALOG */
    SCREEN_LOCK /* hides everything; only its own actions and those marked ACTION_IN_LOCK */
};

enum { SUBJECT_TEXT = 24 };

struct screen_ops {
    const char *name; /* "today": stable, for tests, drafts and the log */
    const char *title; /* msgid */
    enum screen_kind kind;
    size_t state_bytes;
    const struct action *actions; /* may be NULL */

    /* Fills the zeroed state. False with err: nothing is opened and err is shown below. May be
     * NULL. */
    bool (*open)(struct screen *s, const void *arg, struct err *err);
    void (*close)(
        struct screen *s); /* keeps a draft, frees what is not in the arenas. May be NULL */

    /* A key that no action took. Plain characters, Enter, Tab and arrows come here *before* the
     * actions, so that a text field keeps its letters; return step_unused() for what is not wanted.
     * May be NULL. */
    struct step (*key)(struct screen *s, struct key k);
    /* The screen that was pushed closed. May be NULL. */
    struct step (*result)(struct screen *s, const struct result *r);

    void (*draw)(const struct screen *s,
        struct grid *g); /* inside g->body; title and keys are drawn for it */
    /* Help for what is under the cursor: a msgid, or NULL for none. */
    const char *(*help)(const struct screen *s);
    /* The form that holds the cursor now, or NULL: gives help (when help is NULL or says NULL) and,
     * in F1, all choices of its field. May be NULL. */
    const struct form *(*form)(const struct screen *s);

    /* Reads the records again into s->view, which is empty. False with err: message, and state and view are put
     * back as they were; what the state points to beside them must not have changed. Called after a pop to this
     * screen, F5, and when another process committed. */
    bool (*reload)(struct screen *s, struct err *err);
    void (*tick)(struct screen *s); /* once a clock minute. May be NULL */
    void (*pause)(
        struct screen *s); /* one second after the last key: time for a draft. May be NULL */
};

struct screen {
    const struct screen_ops *ops;
    void *state;
    struct arena arena; /* until the screen closes; holds the state */
    struct arena view; /* until the next reload that reads all it needs */
    struct app *app;
    char subject[SUBJECT_TEXT]; /* what the page is about, shown beside its title: "26-0415"; "" = nothing */
};

/* The state as drawing sees it. */
const void *screen_state(const struct screen *s);
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions as screens, answered through result(): "return dialog_confirm(s, &arg, TAG);". All
 * close with Esc and answer 0. The functions copy the argument, texts of items too (msgids are
 * literals), so that it may be a local variable. */
#ifndef TUI_DIALOG_H
#define TUI_DIALOG_H
#include "base/base.h"
#include "tui/form.h"
#include "tui/screen.h"

/* A sentence to read, closed by Enter or Esc. */
struct message_arg {
    const char *title; /* msgid */
    struct msg text, why; /* why: what was met, on lines of its own; may be empty */
    bool personal; /* hidden while the grid is veiled */
};
extern const struct screen_ops message_dialog;
struct step dialog_message(struct screen *s, const struct message_arg *arg, int tag);

/* Yes or no. Answer 1 = yes (F12, or the digit 1 when light), 0 = no. */
struct confirm_arg {
    const char *title; /* msgid */
    struct msg text;
    const char *yes; /* msgid, at most 8 cells; NULL = N_("Yes") */
    bool light; /* 1 and 2 answer as well: nothing is stored or lost */
};
extern const struct screen_ops confirm_dialog;
struct step dialog_confirm(struct screen *s, const struct confirm_arg *arg, int tag);

/* A reason in words, with ready ones by digit. Answer 1. F12 confirms. */
struct reason_arg {
    const char *title; /* msgid */
    struct msg text; /* what is about to happen; may be empty */
    const struct choice *reasons; /* ready reasons (label is taken as the text in the screen's
                                     language, value in struct reason_answer); NULL = words only */
    bool optional; /* may be left empty */
};
struct reason_answer {
    const char *value; /* of the ready reason; "" when in own words only */
    const char *text; /* own words; "" when there are none */
};
extern const struct screen_ops reason_dialog; /* value = const struct reason_answer * */
struct step dialog_reason(
    struct screen *s, const struct reason_arg *arg, int tag); /* reasons must be static */

/* One of several lines by digit or arrows and Enter. Answer = index + 1. */
struct pick_item {
    const char *text; /* as it is drawn */
    const char *hint; /* at the right end; may be NULL */
    bool msgid; /* text is translated when it is drawn: the language may change while the box is open */
    bool dim; /* shown, and not to be picked */
    bool personal; /* text is hidden while the grid is veiled */
    int64_t id; /* comes back */
};
struct pick_arg {
    const char *title; /* msgid */
    struct msg text; /* may be empty */
    bool personal; /* text is hidden while the grid is veiled */
    const struct pick_item *items;
    int n;
    int selected;
};
extern const struct screen_ops pick_dialog; /* value = const int64_t * (the id) */
struct step dialog_pick(struct screen *s, const struct pick_arg *arg, int tag);

/* A form in a box; F12 calls check and closes with answer 1 when it says true. A second person's
 * log-in, a few questions. value = const struct form * (valid in result only). */
struct form_arg {
    const char *title; /* msgid */
    struct msg text; /* above the form; may be empty */
    const struct form_def *def;
    void *user; /* for the callbacks of the form and check */
    void (*fill)(void *user, struct form *f); /* sets first texts; may be NULL */
    bool (*check)(void *user, struct form *f,
        struct err *e); /* false: err shown, cursor to its field. NULL = yes */
    const char *commit; /* msgid: what F12 does, in the box; NULL = the key bar says it */
    /* Time for a draft: a second after the last key, and when it closes. f NULL: it was stored. May be NULL */
    void (*keep)(void *user, const struct form *f);
};
extern const struct screen_ops form_dialog;
struct step dialog_form(
    struct screen *s, const struct form_arg *arg, int tag); /* def must be static */

/* The menu of all actions by digit (F10, Ctrl+O) and the help (F1); the application pushes them
 * itself. */
extern const struct screen_ops menu_screen;
extern const struct screen_ops help_screen;
#endif

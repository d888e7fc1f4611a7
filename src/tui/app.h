/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The running application without a terminal: the stack of screens, the one path from a key to a
 * step to a drawn grid, and the message line. loop.h drives it from a terminal; tests and the story
 * player drive it directly, so that every behaviour is reachable without one. */
#ifndef TUI_APP_H
#define TUI_APP_H
#include "base/base.h"
#include "text/catalog.h"
#include "text/lang.h"
#include "tui/grid.h"
#include "tui/key.h"
#include "tui/screen.h"

enum { APP_MIN_ROWS = 24, APP_MIN_COLS = 80 };

struct app_config {
    void *user; /* the application's own root, see app_user() */
    const struct catalogs *catalogs; /* NULL = English only */
    enum lang lang;
    int rows, cols;
    const struct action
        *globals; /* the application's actions on every screen; may be NULL. Help, menu,
                     redraw, back and language are there already (see app_actions) */
    const void *draw_user; /* becomes grid.user */
    /* Draws row 1. NULL = the title only. */
    void (*header)(const struct screen *top, struct grid *g);
    void (*lang_changed)(struct app *app, enum lang lang); /* may be NULL: to remember it */
    void (*on_minute)(struct app *app); /* a new clock minute; may be NULL */
    void (*on_watch)(struct app *app); /* the watched descriptor spoke; may be NULL */
    void (*on_idle)(struct app *app); /* nobody touched a key for idle_seconds: lock; may be NULL */
    void (*on_resume)(struct app *app); /* the process was stopped and goes on; may be NULL */
    void (*after_step)(
        struct app *app); /* after every key: checks that no statement is open; may be NULL */
    int idle_seconds; /* 0 = never */
};

struct app *app_new(const struct app_config *config);
void app_free(struct app *app); /* closes all screens, top first */

/* --- what screens may ask */
void *app_user(const struct app *app);
enum lang app_lang(const struct app *app);
const struct catalog *app_catalog(const struct app *app); /* of the screen's language */
const struct catalog *app_catalog_of(const struct app *app, enum lang lang);
int64_t app_ms(const struct app *app); /* monotonic; the moment of the key being handled */
int64_t app_keys(const struct app *app); /* keys so far, the one being handled included: was there one between? */
void app_set_lang(struct app *app, enum lang lang);
void app_set_veiled(struct app *app, bool on); /* grid.veiled from now on */
struct rect app_body(const struct app *app); /* where a page is drawn, at the present size */
struct arena *app_step_arena(struct app *app); /* until the next key: for arguments of steps */
void app_set_idle(struct app *app, int seconds); /* e.g. shorter on money screens */

/* --- the message line: stays until the next key. A message that is too long for its row takes the
 * help row as well, and F1 shows it whole. */
enum say {
    SAY_NEED, /* [不足] something is missing */
    SAY_CONFIRM, /* [確認] look before you go on */
    SAY_NOTICE, /* [お知らせ] something happened */
    SAY_GUIDE, /* [案内] how to go on */
    SAY_WAIT, /* [確認待ち] somebody else must act */
    SAY_WARN /* [注意] this cannot stand */
};
void app_say(struct app *app, enum say kind, const char *msgid, ...); /* words end with NULL */
void app_say_msg(struct app *app, enum say kind, const struct msg *m);
void app_say_err(struct app *app, const struct err *e); /* kind of message by kind of error */
bool app_saying(const struct app *app); /* a message stands since the last key */

/* Shows a message at once and waits up to ms for something else than a key; Esc ends it. For the
 * queue of writers and for long work. Keys typed meanwhile are kept. False: the clerk pressed Esc.
 */
bool app_wait(struct app *app, const struct msg *m, int ms);

/* A progress bar on the message line for long work; done of total (0 = unknown). Draws at most ten
 * times a second. False: the clerk pressed Esc; stop at the next safe place. */
bool app_progress(struct app *app, const struct msg *m, int64_t done, int64_t total);

/* --- driving it */
bool app_push(struct app *app, const struct screen_ops *to,
    const void *arg); /* the first screen, or a lock */
/* Closes all screens, top first (each keeps its draft). Somebody pushes the next at once. */
void app_close_all(struct app *app);
bool app_running(const struct app *app);
void app_key(struct app *app, struct key k);
void app_step(struct app *app, struct step step); /* as if the top screen had returned it */
/* The top screen reads again; one under a dialog when that closes. False: it could not, which is said; it stays as it
 * was when this was called. */
bool app_reload(struct app *app);
void app_resize(struct app *app, int rows, int cols);
void app_set_ms(struct app *app, int64_t ms);
void app_minute(struct app *app); /* a new clock minute: ticks, header */
void app_pause(struct app *app); /* a second without keys */
void app_redraw(struct app *app); /* the grid must be drawn again */
/* From the top screen while it handles a key: nothing is drawn differently afterwards but these rows of the grid
 * and the foot (help, message, keys), however else the key goes on. Any other reason to draw still draws all. */
void app_redraw_rows(struct app *app, int row, int rows);
/* For tests: from now on a key whose rows did not hold all that changed is a BUG. */
void app_prove(struct app *app, bool on);

struct screen *app_top(const struct app *app); /* NULL = none */
int app_depth(const struct app *app);
const struct grid *app_grid(struct app *app); /* drawn if anything changed */
bool app_dirty(const struct app *app);

/* Types a line as a person would: text as it is, keys as <F12>, <Enter>, <Alt+L>; "<lt>" is a "<".
 * The clock goes on by half a second for each key. Stops (false) at an unknown key name. */
bool app_feed(struct app *app, const char *text);

/* All actions of the top screen in the order of menu and help: its own by rank, then global ones
 * that it does not replace. Returns how many were written (at most max). */
int app_actions(const struct app *app, const struct action **out, int max);

/* Runs an action of the top screen, or says why it cannot be used now. */
void app_run_action(struct app *app, const struct action *a);
#endif

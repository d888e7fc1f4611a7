/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of the application; only app.c, appdraw.c, actions.c and loop.c look here. */
#ifndef TUI_APPSTATE_H
#define TUI_APPSTATE_H
#include "tui/app.h"

enum { APP_DEPTH = 32, ACTIONS_MAX = 96 };

struct action_cache;

struct app {
    struct app_config config;
    struct action_cache *actions; /* what actions.c has read from the tables */
    struct screen *stack[APP_DEPTH];
    int tags[APP_DEPTH];
    int depth;
    struct grid grid;
    bool dirty, running, repaint;
    bool whole; /* not only the rows below and the foot must be drawn */
    int first_row, end_row; /* rows that keys have named since the last drawing; none when equal */
    bool in_key, named, waited; /* a key is handled; its screen has named the rows; it was drawn before its end */
    bool prove; /* each drawing of some rows is compared with a whole one */
    bool stale; /* records changed that a screen under a dialog has not read again */
    struct arena step; /* arguments of steps, until the next key */
    enum lang lang;
    bool veiled;
    int idle_seconds;
    int64_t ms, keys;
    bool saying, said; /* a message stands; one stood when the present key came */
    enum say say_kind;
    struct msg say;
    int64_t bar_done, bar_total; /* progress on the message line; total 0 and done -1 = none */
    int64_t bar_ms;
    /* The loop's way to draw and wait in the middle of a step; NULL without a terminal. */
    bool (*wait)(void *data, int ms);
    void *wait_data;
};

/* Too small to draw anything but the card that says so. */
bool app_too_small(const struct app *app);
void app_draw(struct app *app);
/* Draws what the last key asks for, then all, and compares. */
void app_prove_rows(struct app *app);
/* Help for what is under the cursor of the top screen: a msgid or NULL. */
const char *app_help(const struct app *app);

/* --- actions.c */
struct action_cache *action_cache_new(void);
void action_cache_free(struct action_cache *c);
bool action_usable(const struct app *app, const struct action *a, struct msg *why);
/* The action of the top screen for a key; own = only those of the screen itself. NULL = none. */
const struct action *action_for(const struct app *app, struct key k, bool own);
const struct action *action_global_for(const struct app *app, struct key k);
void action_bar_draw(const struct app *app, struct grid *g, int row);
/* The name of an action's key as the bar and help write it: "F12", "^S", "Alt+L". */
void action_key_text(const struct action *a, char out[KEY_NAME]);
#endif

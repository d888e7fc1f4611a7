/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys, their names, and the decoder that makes them from the bytes of a terminal. */
#ifndef TUI_KEY_H
#define TUI_KEY_H
#include "base/base.h"

enum key_code {
    K_NONE,
    K_CHAR, /* one character in text; with MOD_CTRL or MOD_ALT: a lower-case ASCII letter, digit or
               sign */
    K_PASTE, /* bracketed paste, whole: in paste */
    K_INVALID, /* bytes came that are not UTF-8; left out, reported once per run of them */
    K_ENTER,
    K_TAB,
    K_ESC,
    K_BACKSPACE,
    K_DELETE,
    K_INSERT,
    K_UP,
    K_DOWN,
    K_LEFT,
    K_RIGHT,
    K_HOME,
    K_END,
    K_PGUP,
    K_PGDN,
    K_F1,
    K_F2,
    K_F3,
    K_F4,
    K_F5,
    K_F6,
    K_F7,
    K_F8,
    K_F9,
    K_F10,
    K_F11,
    K_F12
};

enum { MOD_SHIFT = 1, MOD_ALT = 2, MOD_CTRL = 4 };

struct key {
    enum key_code code;
    unsigned mods;
    char text[5]; /* K_CHAR: valid UTF-8, never a control character */
    const char *paste; /* K_PASTE: valid UTF-8, lines ended by \n, no other control but tab; valid
                          until the next keys_next() */
    bool cut; /* K_PASTE: it was longer than PASTE_MAX */
};

enum { PASTE_MAX = 64 * 1024, KEY_NAME = 24 };

struct key key_char(const char *utf8); /* the first character of utf8 */
bool key_equal(struct key a, struct key b);

/* Names as people write them: "F12", "Ctrl+S", "Alt+L", "Shift+Tab", "PgUp", "n", "$", "Space".
 * False when the name is none of these. */
bool key_parse(const char *name, struct key *out);
void key_text(struct key k, char out[KEY_NAME]);

/* A key typed with the IME on: full-width digits, letters, signs and the ideographic space become
 * ASCII, capitals small: what commands and choices compare. */
struct key key_fold(struct key k);

/* The second routes that hold everywhere (screens.md): Alt+2 is F2, Ctrl+S is F12, PgUp is F6 …
 * Returns k itself when it is no second route. */
struct key key_canonical(struct key k);
/* The short name of the second route of a function key, e.g. "Ctrl+S" for F12; NULL when there is
 * none. */
const char *key_second_route(struct key k);

/* --- the decoder: a state machine fed with bytes and a clock */
struct keys;
enum { ESC_DELAY_MS = 25, ESC_DELAY_SSH_MS = 100, SEQUENCE_MS = 500, PASTE_SILENCE_MS = 1000 };

struct keys *keys_new(int esc_delay_ms);
void keys_free(struct keys *k);

/* Takes what was read from the terminal at now_ms (any monotonic clock). Nothing is ever lost. */
void keys_feed(struct keys *k, const char *bytes, size_t n, int64_t now_ms);

/* Lets waiting times fall due: a lone Esc, a sequence that never ended, a paste without its end. */
void keys_tick(struct keys *k, int64_t now_ms);

/* Milliseconds until keys_tick() has something to do; -1 = nothing is waiting. */
int keys_wait_ms(const struct keys *k, int64_t now_ms);

/* The next whole key, in order; false when there is none yet. */
bool keys_next(struct keys *k, struct key *out);

/* Takes the first waiting key of that code out of the queue, wherever it stands; the others stay.
 */
bool keys_take(struct keys *k, enum key_code code);
#endif

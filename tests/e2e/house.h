/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A training desk for the stories on a terminal: made once by the program itself, a fresh copy of it
 * for each test, and clerks who sit down at it. */
#ifndef TESTS_E2E_HOUSE_H
#define TESTS_E2E_HOUSE_H
#include "tests/e2e/pty.h"
#include "text/lang.h"

/* The day on which all stories happen: the Tuesday after a holiday, 9:40. */
#define HOUSE_NOW "2026-11-24T09:40"
#define HOUSE_PASSPHRASE "kunren-no-mado"

struct house {
    char program[512];
    char folder[64];
    int copies;
};

/* cmocka's group functions: *state becomes the struct house. */
int house_make(void **state);
int house_remove(void **state);
/* A desk of its own for one test: path goes to out. */
const char *house_desk(struct house *h, char out[512]);
/* The same in a folder that is there. */
const char *house_desk_in(const struct house *h, const char *folder, char out[512]);

/* Any command line, argv[0] = h->program; 40 x 120. */
struct pty *house_start(const struct house *h, const char *const argv[], const char *const *env);

/* Is a draft kept beside the desk? */
bool house_has_draft(const char *db);

/* Starts the program's screens on a desk; 40 x 120, so that sentences stand on one row. env as in
 * struct pty_options. The log-in screen is not waited for. */
struct pty *clerk_start(const struct house *h, const char *db, enum lang lang, const char *const *env);
/* The same without --lang, and "run" without any option but the desk. */
struct pty *clerk_start_as_found(const struct house *h, const char *db, const char *const *env);
struct pty *clerk_start_run(const struct house *h, const char *db, const char *const *env);
/* Starts it and logs in; _at: at another moment of the same desk. */
struct pty *clerk_in_at(const struct house *h, const char *db, enum lang lang, const char *login, const char *now);
struct pty *clerk_in(const struct house *h, const char *db, enum lang lang, const char *login);
void clerk_log_in(struct pty *p, enum lang lang, const char *login);
/* Ends it with SIGTERM: the exit code must be 0 and the terminal as it was. */
void clerk_leaves(struct pty *p);

/* The exit code of "verify" on the desk: 0 = the whole record is sound. */
int house_verify(const struct house *h, const char *db);

/* The override on the training desk waits for the supervisor, without whom the day cannot be closed; she sits at
 * another terminal. */
void supervisor_approves(struct house *h, const char *db);

/* A person's pause: where money is taken, what a held key repeats within 300 ms is one press. Waits
 * until the program has been silent for longer than that since its last answer. */
void clerk_breath(struct pty *p);

const char *in(enum lang l, const char *ja, const char *en);
/* A story: what is typed, and what is read after it in both languages. */
enum { KEYS_MOST = 48 };
struct told {
    const char *keys[KEYS_MOST];
    const char *ja, *en; /* NULL = nothing to read yet; "~..." = this is no longer read */
};
/* F12 follows after a person's pause. Go back by Ctrl+G: Esc and a key that follows too soon are one. With MADO_SHOW set, every screen goes to standard error. */
#define tell(p, l, steps) tell_steps((p), (l), (steps), COUNT_OF(steps), __FILE__, __LINE__)
void tell_steps(struct pty *p, enum lang l, const struct told *steps, size_t n, const char *file, int line);

/* Waits for the text of this language. */
#define wait_in(p, l, ja, en) pty_expect((p), in((l), (ja), (en)), true, __FILE__, __LINE__)
#endif

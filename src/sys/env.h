/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The environment, cleaned before anything reads it. Call env_clean first of all in main. */
#ifndef SYS_ENV_H
#define SYS_ENV_H
#include <stdbool.h>

#include "base/err.h"

/* Leaves only what the program needs, each value checked, all else gone (TERMINFO, LANGUAGE,
 * LOCPATH, LD_*, TZ, EDITOR …): TERM, LANG, LC_ALL, LC_CTYPE, LC_MESSAGES (names without '/'), HOME
 * and XDG_STATE_HOME (absolute), SSH_CONNECTION (as "1"); PATH is fixed. */
void env_clean(void);

/* True when TERM names a terminal; else an ERR_INPUT that says what to set. */
bool env_has_terminal(struct err *e);

enum env_locale {
    ENV_LOCALE_OWN, /* the person's locale works and is UTF-8 */
    ENV_LOCALE_FALLBACK, /* it does not (often: not generated); C.UTF-8 is used. Say so. */
    ENV_LOCALE_NONE /* no UTF-8 locale at all on this machine */
};
enum env_locale env_set_locale(void); /* sets LC_CTYPE only */

/* The person's locale asks for Japanese (LC_ALL, else LC_MESSAGES, else LANG begins with "ja"). */
bool env_wants_japanese(void);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms of the shell's own screens, for the registry, and what these screens share. */
#ifndef SCREENS_TRUST_H
#define SCREENS_TRUST_H
#include "screens/app.h"

extern const struct form_def login_form, lock_form, second_form, account_form, settings_form;
extern const struct form_def staff_new_form, staff_edit_form, staff_roles_form, staff_reset_form;
extern const struct form_def fresh_form; /* a new passphrase, typed twice */

/* Row 1 (screens/header.c). */
void shell_header(const struct screen *top, struct grid *g);

/* Locks the terminal and hides everything; nothing when nobody is logged in. */
void shell_lock(struct shell *sh, bool idle);
/* Closes all screens (each keeps its draft), logs out, and shows the log-in. */
void shell_log_out(struct shell *sh);

/* A box of that size in the middle of the page, cleared, with its title; what is inside comes back. */
struct rect shell_box(struct grid *g, int rows, int cols, const char *title);

/* The labels of somebody's roles, joined. Adds to out. */
void shell_roles(const struct catalog *c, unsigned roles, struct buf *out);

/* The two new passphrases of fresh_form agree; the error names the second field. */
bool fresh_agree(const struct form *f, struct err *e);
#endif

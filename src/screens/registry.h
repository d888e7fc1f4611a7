/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All screens of the program, one row each: the shell opens them by place, the gates check all of them
 * (help for every field, labels within their width). */
#ifndef SCREENS_REGISTRY_H
#define SCREENS_REGISTRY_H
#include "screens/app.h"

enum { SCREEN_MONEY = 1 /* locks after the shorter idle time */ };
enum { REGISTERED_FORMS = 7 };

struct registered {
    const struct screen_ops *screen;
    enum place place; /* PLACE_NONE = opened by its neighbours only */
    unsigned flags;
    const struct form_def *forms[REGISTERED_FORMS + 1]; /* all it uses, for the gate; ends with NULL */
};
const struct registered *registry_rows(size_t *n);
const struct screen_ops *registry_at(enum place place); /* NULL = there is no such screen */
const struct registered *registry_find(const struct screen_ops *screen); /* NULL = not in the table */
#endif

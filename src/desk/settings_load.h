/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One setting as text, and what holds when it is not set (hospital_load reads all of them). Only desk/. */
#ifndef DESK_SETTINGS_LOAD_H
#define DESK_SETTINGS_LOAD_H
#include "store/db.h"

/* What holds when a key is not set; "" when nothing does. */
const char *settings_proposal(const char *key);
/* The stored text, or what is proposed for a key (settings_defs and the desk's own ones); never NULL. */
bool settings_text(struct db *db, const char *key, struct arena *arena, const char **out, struct err *e);
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the end of a transaction asks of the trail; only db.c and audit.c include this. */
#ifndef STORE_AUDIT_INSIDE_H
#define STORE_AUDIT_INSIDE_H
#include "store/db_inside.h"

/* Writes the row of the trail that the transaction has said last, with the images of all rows that it
 * wrote until now: before COMMIT, and before whatever reads the trail inside the transaction. */
bool audit_finish(struct db *db, struct err *e);
/* Forgets what the transaction wrote and said: at its end. */
void audit_forget(struct db *db);
#endif

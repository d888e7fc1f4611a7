/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the end of a transaction asks of the trail; only db.c and audit.c include this. */
#ifndef STORE_AUDIT_INSIDE_H
#define STORE_AUDIT_INSIDE_H
#include "store/db_inside.h"

/* Before COMMIT: rows written after the transaction's last row of the trail get a row with the same
 * words. */
bool audit_finish(struct db *db, struct err *e);
/* Forgets what the transaction wrote and said: at its end. */
void audit_forget(struct db *db);
#endif

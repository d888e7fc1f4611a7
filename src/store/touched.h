/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of the record an action wrote: the connection notes them by itself, so that no row of
 * money, appointment, consent or step can come without its image in the trail (A9). Only store/
 * includes this. */
#ifndef STORE_TOUCHED_H
#define STORE_TOUCHED_H
#include "store/db_inside.h"

/* From here on rows written inside a transaction are noted. */
void touched_watch(struct db *db);
void touched_clear(struct db *db);
/* Adds the images of the first n noted rows to out, with commas between, and forgets them. A row that is
 * gone is said by its number; one that came and went (a statement that failed half way) is left
 * out. */
bool touched_images(struct db *db, size_t n, struct buf *out, struct err *e);
#endif

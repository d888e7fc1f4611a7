/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA3-256: the digest of the trail, under the name that the stock sqlite3 shell gives it. */
#ifndef STORE_SHA3_H
#define STORE_SHA3_H
#include <sqlite3.h>

#include "store/db.h"

/* Registers sha3(x) and sha3(x, 256): the digest as a blob, of the bytes of a blob or of a text; NULL of NULL. */
bool sha3_register(sqlite3 *raw, struct err *e);
#endif

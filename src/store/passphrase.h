/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passphrases as Argon2id strings: 64 MiB, 3 passes (design.md 2, Trust). */
#ifndef STORE_PASSPHRASE_H
#define STORE_PASSPHRASE_H
#include "base/base.h"

enum { PASSPHRASE_HASH_TEXT = 128 };
/* training = a weaker cost that only a database made for training uses. False: not enough memory. */
bool passphrase_hash(const char *passphrase, bool training, char out[PASSPHRASE_HASH_TEXT], struct err *e);
bool passphrase_matches(const char *hash, const char *passphrase);
bool passphrase_is_old(const char *hash, bool training); /* made with another cost: make it again at log-in */
/* As long as a real comparison, for log-ins that do not exist. */
void passphrase_waste(const char *passphrase, bool training);
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/passphrase.h"

#include <sodium.h>

enum { MEMORY = 64 * 1024 * 1024, PASSES = 3, TRAINING_MEMORY = 64 * 1024, TRAINING_PASSES = 1 };

_Static_assert(PASSPHRASE_HASH_TEXT >= crypto_pwhash_STRBYTES, "room for the string");

static size_t memory_of(bool training)
{
    return training ? TRAINING_MEMORY : MEMORY;
}

static unsigned long long passes_of(bool training)
{
    return training ? TRAINING_PASSES : PASSES;
}

bool passphrase_hash(const char *passphrase, bool training, char out[PASSPHRASE_HASH_TEXT], struct err *e)
{
    char text[crypto_pwhash_STRBYTES];

    if (sodium_init() < 0
        || crypto_pwhash_argon2id_str(text, passphrase, strlen(passphrase), passes_of(training), memory_of(training)) != 0)
        return err_set(e, ERR_STORE, "", N_("There is not enough memory to check a passphrase. Close other programs and try again."),
            NULL);
    return str_copy(out, PASSPHRASE_HASH_TEXT, text);
}

bool passphrase_matches(const char *hash, const char *passphrase)
{
    char text[crypto_pwhash_STRBYTES] = "";

    return sodium_init() >= 0 && str_copy(text, sizeof text, hash)
        && crypto_pwhash_str_verify(text, passphrase, strlen(passphrase)) == 0;
}

bool passphrase_is_old(const char *hash, bool training)
{
    return sodium_init() >= 0 && crypto_pwhash_str_needs_rehash(hash, passes_of(training), memory_of(training)) != 0;
}

void passphrase_waste(const char *passphrase, bool training)
{
    char text[PASSPHRASE_HASH_TEXT];

    passphrase_hash(passphrase, training, text, NULL);
}

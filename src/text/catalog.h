/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Translations from a gettext .mo file, several at once: the screen in one language, the paper in
 * another. (gettext's own run-time is no use: it never translates under C.UTF-8 with newer glibc.)
 * NULL as a catalogue means English, the language of the sources. */
#ifndef TEXT_CATALOG_H
#define TEXT_CATALOG_H
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "text/lang.h"

struct catalog;

struct catalogs {
    const struct catalog *of[LANG_COUNT]; /* by enum lang; the English one is NULL */
};

/* Checks a whole .mo file in memory (bounds, order, UTF-8) and makes a catalogue in
 * the arena. The bytes stay the caller's and must not change or go while it is used. */
bool catalog_load(
    const void *bytes, size_t n, struct arena *a, const struct catalog **out, struct err *e);

/* The translation, or msgid itself when there is none or its arguments differ from the source's.
 * NULL gives "". */
const char *tr(const struct catalog *c, const char *msgid);

/* Adds m in the catalogue's language: %s and %1$s are its arguments, %% a percent sign. An argument
 * that begins with MSG_WORD (msg_word, msg_nest) is translated too. Missing arguments are empty. */
void msg_text(const struct catalog *c, const struct msg *m, struct buf *out);

/* Adds what msg_nest made, here without its mark; a plain text is its own translation. */
void msg_nested(const struct catalog *c, const char *text, struct buf *out);

/* Adds format with up to n words, the same way; for texts that are no struct msg. */
void msg_format(const char *format, const char *const *words, size_t n, struct buf *out);
#endif

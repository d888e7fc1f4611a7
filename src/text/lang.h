/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two languages of the program and text that exists in both. */
#ifndef TEXT_LANG_H
#define TEXT_LANG_H
#include <stdbool.h>

enum lang { LANG_JA, LANG_EN };
enum { LANG_COUNT = 2 };

struct bilingual {
    const char *ja, *en;
};

/* The text in that language; the other one where it is missing; "" when both are. Never NULL. */
const char *bilingual_in(struct bilingual b, enum lang l);
const char *lang_id(enum lang l); /* "ja", "en" */
bool lang_of(const char *id, enum lang *out);
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two languages of the counter, and a text that exists in both (policy files, rules). */
#ifndef TEXT_LANG_H
#define TEXT_LANG_H

enum lang { LANG_JA, LANG_EN };
enum { LANG_COUNT = 2 };

struct bilingual {
    const char *ja, *en; /* NULL when that side was not written */
};

/* The text in language l; the other language when that side is missing; "" when both are. */
const char *bilingual_in(struct bilingual b, enum lang l);

/* "ja" or "en", and back; an unknown word gives false. */
const char *lang_code(enum lang l);
_Bool lang_from_code(const char *code, enum lang *l);
#endif

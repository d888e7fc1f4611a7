/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a request form and a person's fields may hold, whatever the hospital's rules say. Pure. */
#ifndef DOMAIN_REQUEST_CHECK_H
#define DOMAIN_REQUEST_CHECK_H
#include "domain/casefile.h"

/* Field ids of the errors are those of the form: "name", "kana", "birth", "phone" ... */
bool person_check(const struct person *p, day today, struct err *e);
/* A number as on the card: letters, digits, hyphens and blanks, or nothing; field "patient_no". */
bool patient_no_check(const char *no, struct err *e);
bool request_check(const struct casefile *c, day today, struct err *e);

/* Free text in which a My Number must not be kept (counter.md, Privacy). asked_other: the clerk said that the
 * twelve digits are another number. */
bool free_text_check(const char *text, const char *field, bool asked_other, struct err *e);
/* The same for reasons and short remarks, where nobody is asked: the sentence offers no choice. */
bool remark_check(const char *text, const char *field, struct err *e);
/* The errors of free_text_check that the clerk may answer with "another number". */
bool is_number_question(const struct err *e);

/* Why something is undone, cancelled or overridden: never empty, free text like any other; field "reason". */
bool reason_check(const char *reason, struct err *e);
/* A day that has been, or none. */
bool past_check(day d, day today, const char *field, struct err *e);
#endif

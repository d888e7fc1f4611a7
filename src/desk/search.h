/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One search for everything, as somebody types: requests by number, people by any spelling, telephone, birth date or
 * patient number, receipts by number, inquiries by name and telephone. */
#ifndef DESK_SEARCH_H
#define DESK_SEARCH_H
#include "desk/desk.h"
#include "domain/casefile.h"

enum found_kind { FOUND_REQUEST, FOUND_PERSON, FOUND_INQUIRY, FOUND_RECEIPT };
struct found {
    enum found_kind kind;
    int64_t id;      /* of its kind */
    int64_t request; /* to be opened; 0 = none */
    char number[24]; /* of the request or receipt */
    const char *name, *kana, *phone, *patient_no;
    day birth, on;  /* on: the day of an inquiry or receipt */
    const char *sex;
    struct bilingual state; /* what is next, or how it ended */
};
enum { FOUND_MAX = 40 };
/* "" finds nothing. An exact request number stands first. */
bool desk_search(struct desk *d, const char *typed, struct arena *a, struct found **out, size_t *n, struct err *e);
#endif

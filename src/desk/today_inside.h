/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts in both languages at once, and the rows of the board's list. Only desk/today*.c include this. */
#ifndef DESK_TODAY_INSIDE_H
#define DESK_TODAY_INSIDE_H
#include "desk/act.h"
#include "desk/today.h"
#include "store/today_store.h"

struct today_in {
    struct desk *d;
    struct arena *a;
    day today;
    hm now;
};

struct bilingual two_same(const char *text);                                 /* the same in both */
struct bilingual two_word(const struct today_in *in, const char *msgid);     /* translated */
struct bilingual two_say(const struct today_in *in, const char *msgid, struct bilingual first, struct bilingual second);
struct bilingual two_number(const struct today_in *in, const char *msgid, int n);
/* a and b with a blank between; either may be empty */
struct bilingual two_join(const struct today_in *in, struct bilingual a, struct bilingual b);
/* today, tomorrow, or the short date; with the time when it is known */
struct bilingual two_when(const struct today_in *in, day d, int minute);
bool two_empty(struct bilingual b);

/* What is known of one request's row of a group, from its judgement. */
bool today_row_of_request(const struct today_in *in, int64_t request, enum today_group group, struct today_row *out,
    struct err *e);
/* The family and who else comes: "夫同席", "妻のみ 同意書済"; counted: "2名同席". */
struct bilingual today_with(const struct today_in *in, const struct door_row *v, bool counted);
#endif

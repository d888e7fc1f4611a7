/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screens of the first contact: home, inquiry, calls, forms, notes, search, papers that did not print. */
#ifndef SCREENS_FRONT_H
#define SCREENS_FRONT_H
#include "desk/call.h"
#include "desk/forms.h"
#include "desk/inquiry.h"
#include "desk/today.h"
#include "screens/app.h"
#include "screens/money.h"

extern const struct screen_ops today_screen, inquiry_screen, inquiries_screen, call_screen, handout_screen, notes_screen,
    search_screen, prints_screen;
extern const struct form_def inquiry_form, inquiries_form, call_form, handout_form, note_form, search_form;

/* form_key, and a digit that answers a choice moves on: one key for each answer. */
enum form_result front_form_key(struct form *f, struct key k);
/* A call was planned for this day: the board shows it only then. today_msgid without the day. */
void front_say_call(struct screen *s, day due, const char *today_msgid, const char *later_msgid);
/* What was printed, or that it was not. */
void front_say_printed(struct screen *s, const struct forms_done *done, const char *good_msgid);
/* "渡邉 光子 74", the number while names are hidden. Adds to out. */
void front_person(const struct grid *g, const char *name, const char *number, int age, struct buf *out);
struct step front_refresh(struct screen *s); /* F5 */
/* What may be said and left to a contact: "留守電 可  院名 不可  日程のみ". Adds to out. */
void front_contact(const struct grid *g, const struct call_contact *c, struct buf *out);

/* --- today: inside of today.c and today_draw.c */
enum { TODAY_TOP = 10 /* rows above the list: headings, nine groups */, TODAY_DIGITS = 12 };
/* Where the columns of the list begin. */
struct today_columns {
    int who, what, last, next, end;
    bool days; /* of the last contact only the day, so that what it is about stays whole */
};

struct today {
    struct today_view view;
    enum today_group group, before; /* before: the list that was there when a number began */
    size_t from;                    /* first row of the list that is shown */
    int sel;                        /* chosen row of the list, counted from from */
    enum today_kind kept_kind;      /* the chosen row across reloads */
    int64_t kept_id;
    char typed[TODAY_DIGITS]; /* digits so far: each a list, or together a request number */
    int64_t typed_ms, typed_key; /* when, and as which key, the last of them came */
    int64_t object; /* of the dialog that is open */
    struct today_columns *columns; /* of the last whole drawing; today_draw keeps them */
};
/* The head of the list says which row is chosen: there are more than are seen. */
bool today_numbered(const struct today *me, int rows);
/* Rows of the list and of the notes at this size. */
int today_list_rows(int body_rows, size_t n_notes);
void today_draw(const struct screen *s, struct grid *g);
const struct today_row *today_chosen(const struct today *me);
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screens of one request share: its two head rows, the step bar, the panel, choices made from the
 * vocabularies, and reading forms into values. */
#ifndef SCREENS_CASE_PARTS_H
#define SCREENS_CASE_PARTS_H
#include "desk/case_view.h"
#include "domain/panel.h"
#include "domain/words.h"
#include "screens/app.h"
#include "text/date_input.h"
#include "tui/widget.h"

enum { CASE_HEAD_ROWS = 5, PANEL_CELLS = 33 };
/* desk_case_view() for a page about one request; its number then stands beside the page's title. */
bool case_read(struct screen *s, int64_t id, bool opened, struct arena *a, struct case_view *out, struct err *e);
void case_subject(struct screen *s, const struct casefile *c);
/* Rows 1 to 4 of the body: patient, step bar (the step now worked on marked), a line. Returns the next free row. */
int case_head_draw(const struct screen *s, struct grid *g, const struct case_view *v, const char *step);

/* How it ended and that it is closed, with days and people; while it is not, what keeps it open. "" while it lives. */
const char *case_end_text(const struct case_view *v, const struct catalog *cat, enum lang lang, struct arena *a);
/* The same drawn, at most so many rows; returns the next free row. */
int case_end_draw(struct grid *g, int row, int col, int cells, int rows, const struct case_view *v);
/* For an action's usable(): what is asked for or decided no more once the request has ended. */
bool case_may(const struct screen *s, enum desk_action a, const struct casefile *c, struct msg *why);

/* The panel in its own cells; first = rows scrolled away. other = the sentence in the other language (Alt+E). */
void case_panel_draw(const struct screen *s, struct grid *g, struct rect at, const struct casefile *c,
    const struct judgement *j, bool other, int first);

/* Date fields of forms in the desk's calendar: reads what was typed; "" gives DAY_NONE. field for the error. */
bool form_day(const struct screen *s, const struct form *f, const char *field, enum date_bias bias, day *out, struct err *e);
/* The same for a time of the day; "" gives HM_NONE. */
bool form_time(const struct form *f, const char *field, hm *out, struct err *e);
/* The text that stands in a date field for a stored day. */
const char *day_field(day d, char out[DAY_TEXT]);
/* For a form's echo: the date in both calendars, with the age when birth is asked; once the cursor has left a field
 * that holds no date, that it does not. */
void echo_day(const struct screen *s, const struct form *f, const char *id, enum date_bias bias, bool age, const struct grid *g,
    struct buf *out);
/* The same for a time: says only that it is none. */
void echo_time(const struct form *f, const char *id, const struct grid *g, struct buf *out);

/* Prints what an action asked for and says how it went; what is stored stays stored. */
void print_and_say(struct screen *s, int64_t print_id, const char *done_msgid);
/* Several papers of one action; ids of 0 are passed over. After the first that does not come out the others are not
 * tried: all of them stay on the list of what is not printed. */
void prints_and_say(struct screen *s, const int64_t *print_ids, size_t n, const char *done_msgid);
void print_and_say_msg(struct screen *s, int64_t print_id, const struct msg *done);

/* Tables for FIELD_CHOICE, as domain/words.c has them. */
extern const struct choice CHOICE_YES_NO[], CHOICE_ANSWER[], CHOICE_SEX[], CHOICE_LANG[], CHOICE_VIA[], CHOICE_RELATION[],
    CHOICE_MAY_KNOW[], CHOICE_ATTENDEE[], CHOICE_SIGNER[], CHOICE_HANDOVER[],
    CHOICE_IDENTITY[], CHOICE_RELATION_PAPER[], CHOICE_OWNER[], CHOICE_PAPER_STATE[], CHOICE_FORMS_WAY[], CHOICE_PLACE[],
    CHOICE_VERDICT[], CHOICE_DECLINE[], CHOICE_SEALED[], CHOICE_ADDRESSED[], CHOICE_PURPOSE[];

extern const struct screen_ops request_screen, request_form_screen, requester_screen, papers_screen, materials_screen,
    review_screen, after_screen;
extern const struct form_def request_form_def, review_form_def, after_form_def;
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The home screen in one call: what to do next by group, today's visits, the rows of the chosen group, handover
 * notes, what waits for somebody. Everything is read from the database, so it moves between terminals. Texts are in
 * both languages; no disease is among them. */
#ifndef DESK_TODAY_H
#define DESK_TODAY_H
#include "desk/desk.h"
#include "desk/note.h"
#include "domain/casefile.h"

enum today_group {
    TODAY_CALLS = 1, /* calls that are due, papers promised for a day that has come, what was promised to who asked */
    TODAY_PAPERS,
    TODAY_REVIEW,
    TODAY_BOOKING,
    TODAY_VISITS,
    TODAY_PAYMENT,
    TODAY_REPORT,
    TODAY_RETURN,
    TODAY_OTHER, /* papers that did not print, approvals, closings, what can be closed */
    TODAY_GROUPS
};
/* Of a step that is open: its group; 0 = it waits for its day. */
enum today_group today_group_of(const char *step);
extern const char *const today_group_labels[TODAY_GROUPS]; /* N_(), at most 22 cells */

struct today_sum {
    int count;
    struct bilingual urgent; /* "12日", "約束 11:00"; "-" when there is none */
    bool late;
};

enum today_kind { ROW_OF_REQUEST, ROW_OF_CALL, ROW_OF_INQUIRY, ROW_OF_VISIT, ROW_OF_PRINT, ROW_OF_OVERRIDE, ROW_OF_CLOSING,
    ROW_OF_OPEN_DAY, ROW_OF_OLD_INQUIRIES,
    ROW_OF_PROMISE /* of a paper, to be asked for; id is the request */ };
struct today_row {
    enum today_kind kind;
    int64_t id; /* of its kind; with kind it is the row's key */
    int64_t request, inquiry, appointment;
    char number[CASE_NUMBER_TEXT]; /* "" = it is no request's */
    const char *name;              /* as written; "" */
    int age;                       /* -1 = not known */
    bool careful;
    struct bilingual who;  /* who asks: 本人, 長女 */
    struct bilingual what; /* what is missing, or what it is about */
    const struct bilingual *part; /* of what, for where there is no room for the whole: one paper each */
    size_t n_parts;
    struct bilingual what_short; /* in fewer words, for the same; empty: there are none */
    struct bilingual what_open; /* without what somebody wrote freely; empty: there is nothing of that kind in it */
    struct bilingual last; /* the last contact */
    struct bilingual last_short; /* its day alone */
    struct bilingual next; /* when again */
    bool late;
    const char *step; /* to be opened at; NULL = where it stands */
};

struct today_visit {
    int64_t request, appointment;
    char number[CASE_NUMBER_TEXT];
    int start_min, call_number;
    const char *name;
    int age;
    struct bilingual sex;        /* one character in Japanese */
    struct bilingual specialist; /* "消外 森" */
    struct bilingual room, with, state;
    struct bilingual with_short; /* "本人 2名同席" */
    bool waiting, over, same_name;
};

struct same_name { /* an equal surname on the same or the next day */
    const char *surname;
    struct bilingual first, second; /* when */
};

struct today_ask {
    enum today_group group;
    size_t from, rows; /* of its list */
};
struct today_view {
    day today;
    hm now;
    struct today_sum group[TODAY_GROUPS];
    struct today_visit *visits;
    size_t n_visits;
    struct {
        day day;
        int n;
    } next[2]; /* days after today with visits; DAY_NONE = none */
    struct same_name *same;
    size_t n_same;
    struct today_row *rows; /* rows from .. of the list */
    size_t n_rows, from, total;
    struct note_line *notes; /* newest first */
    size_t n_notes;
};
/* An auditor sees the board as well; who may not read requests gets ERR_DENIED. from is put back into the list when
 * it has become shorter. */
bool desk_today_view(struct desk *d, const struct today_ask *ask, struct arena *a, struct today_view *out,
    struct err *e);
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Booking: dates offered and held, confirmed, moved, cancelled, told (counter.md 6 to 8). A place typed
 * freely is as good as one of the grid and passes the same checks; that no two overlap is the data layer's. */
#ifndef DESK_BOOKING_H
#define DESK_BOOKING_H
#include "desk/case_view.h"
#include "desk/desk.h"
#include "domain/slot.h"

enum { OFFERED_MAX = 3 };

struct booking_view {
    struct case_view v;
    struct offer offer; /* days from .. to */
    day from, to;
    const struct opening *opening; /* whose closed days count; NULL = Saturdays, Sundays, holidays */
    int minutes;                   /* usual length of this service */
    int64_t specialist;            /* whom the department named; 0 */
    const char *review_dates;      /* the dates that the department named, as typed */
    struct day_wish *wishes, *bad;
    size_t n_wishes, n_bad;
    bool other_wishes, other_bad; /* words beside the dates, which only a person reads */
    struct proposal proposals[PROPOSALS_MAX];
    size_t n_proposals;
    const struct answer_clock *clock; /* when the visitor is told the date; NULL = the policy does not say */
    const struct appointment *booked; /* NULL = none */
    const struct appointment *held[OFFERED_MAX];
    size_t n_held;
    struct msg why_not; /* booking is not possible now: what to do first; id NULL = it is possible */
};
/* Reads a request with everything around its booking: the days of two months from month on, and eight weeks of
 * proposals. Does not write. */
bool desk_booking_view(struct desk *d, int64_t request, bool opened, day month, struct arena *a, struct booking_view *out,
    struct err *e);
/* Is this day closed for the request's service, and why? */
struct day_status booking_day(const struct booking_view *b, day d);
/* Does this place end after the main cashier closes (会計後)? */
bool booking_after_cashier(const struct hospital *h, int start_min, int minutes);
/* Input of slot_propose for this request. */
struct proposal_in booking_proposals(const struct booking_view *b, const struct hospital *h);

struct booking_place {
    int64_t specialist;
    day day;
    int start_min, minutes; /* minutes 0 = the service's usual length */
    int64_t room;           /* of the list: checked. 0 = none */
    const char *place;      /* written freely: not checked */
    int come_min;           /* -1 = by the rule (policy check_in_minutes, else the setting) */
};
struct booking_draft {
    int64_t request;
    struct booking_place at;
    int64_t held;           /* confirm this offered date; 0 = book at */
    const char *op_key;     /* desk_op_key when the form opened */
    const char *told_how;   /* WORDS_CHANNEL: the visitor was told today; "" = not yet */
    bool outside;           /* the clerk knows that it is outside the specialist's hours */
    const char *override_reason; /* for a closed day or an absent specialist: an override, approved the same day */
    bool print;             /* 予約票 in the request's language */
};
/* Facts about a place that the screen shows before, and that the desk checks again. */
struct place_check {
    bool closed, away, outside, after_cashier; /* closed, away: an override is needed; outside: said once */
    struct bilingual why_closed;
};
struct place_check booking_check_place(const struct booking_view *b, const struct hospital *h, const struct booking_place *p);

/* Holds one to three dates for the request until the setting's days have passed (candidate dates, 候補提示); what
 * was held before for it is released. */
bool desk_dates_offer(struct desk *d, int64_t request, const struct booking_place *at, size_t n, const char *op_key,
    const char *told_how, struct err *e);
bool desk_dates_release(struct desk *d, int64_t request, const char *reason, struct err *e);
/* Confirms. The same op_key again gives the first booking. Taken meanwhile: the error names who has it, since when,
 * and the next free place; nothing is lost. print_id may be NULL; hand it to desk_print_now. */
bool desk_book(struct desk *d, const struct booking_draft *draft, int64_t *appointment, int64_t *print_id, struct err *e);
/* A new row linked to the old one. */
bool desk_booking_move(struct desk *d, const struct booking_draft *draft, const char *reason, int64_t *appointment,
    int64_t *print_id, struct err *e);
bool desk_booking_cancel(struct desk *d, int64_t request, const char *reason, struct err *e);
/* The visitor was told the date: on which day, how (WORDS_CHANNEL). */
bool desk_booking_told(struct desk *d, int64_t request, day on, const char *how, struct err *e);

struct booking_history {
    const struct appointment *what; /* in the casefile */
    const char *by_name, *ended_by_name;
    instant at, ended_at; /* ended_at.s 0 = stands */
};
bool desk_booking_history(struct desk *d, const struct casefile *c, struct arena *a, struct booking_history **out, size_t *n,
    struct err *e);
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside that every writing action of desk/ shares: permission, queue, transaction, trail, and what
 * follows for the request. Only desk/ includes this.
 *
 *     struct act a;
 *     if (!act_begin(d, ACT_REPORT_SENT, NO_SECOND, NULL, &a, e))
 *         return false;
 *     bool ok = act_case(&a, id, &c, e) && report_store_add(a.db, ..., e)
 *         && act_trail(&a, "request", id, body, e) && act_settle(&a, id, (const char *[]){ "report", NULL }, e);
 *     return act_end(&a, ok, e);
 */
#ifndef DESK_ACT_H
#define DESK_ACT_H
#include "desk/desk.h"
#include "desk/permission.h"
#include "domain/casefile.h"
#include "domain/judge.h"
#include "store/db.h"
#include "text/era.h"

struct act {
    struct desk *desk;
    struct db *db;
    enum desk_action action;
    struct arena *arena; /* the caller's: results may live there; else own, which act_end frees */
    struct arena own;
    int64_t by, second;
    instant at;
    day today;
    hm now;
    struct tx tx;
};

/* arena may be NULL when nothing is handed out: the action then has one of its own.
 * False with nothing open when the person may not (recorded in the trail as denied), the needed second
 * person is missing or the same, the queue was left with Esc, or the file cannot be written. */
bool act_begin(struct desk *d, enum desk_action action, struct second second, struct arena *arena, struct act *a,
    struct err *e);
/* A transaction that no permission guards, by somebody or by the program (STAFF_SYSTEM): log-ins, locks,
 * second persons, what belongs to the owner of the file. Its rows name their verb. */
bool act_begin_unasked(struct desk *d, int64_t by, struct arena *arena, struct act *a, struct err *e);
bool act_trail_as(struct act *a, const char *verb, const char *object, int64_t id, const char *body, struct err *e);
/* One row in the trail; body is canonical JSON (store/json.h) or NULL. */
bool act_trail(struct act *a, const char *object, int64_t id, const char *body, struct err *e);
/* The request as it is inside the transaction; ERR_RULE when there is none. */
bool act_case(struct act *a, int64_t request, struct casefile **out, struct err *e);
/* The request judged by its policy version today. */
bool act_judge(struct act *a, const struct casefile *c, struct judgement **out, struct err *e);
/* After the rows of an action are written: reads the request again, records as done those of the touched
 * steps (NULL-terminated; NULL = none) that are now complete, writes complete_on, next_action, next_due. */
bool act_settle(struct act *a, int64_t request, const char *const *touched, struct err *e);
/* A step whose data no longer stands (a booking cancelled, a step entered wrongly): one row "undone" with
 * the reason, unless it was not done anyway. Before act_settle. */
bool act_step_undone(struct act *a, int64_t request, const char *step, const char *reason, struct err *e);
/* The close is a step that nothing else completes. */
bool act_close_step(struct act *a, int64_t request, struct err *e);
/* "11:25", with its day when that is not today, in the clerk's language. Returns out. */
enum { MOMENT_TEXT = DATE_TEXT + HM_TEXT };
const char *desk_moment(struct desk *d, instant at, char out[MOMENT_TEXT]);
/* Commits when ok, else rolls back; returns whether it was committed. Where somebody else changed the record
 * meanwhile (ERR_STALE), e says who and when. */
bool act_end(struct act *a, bool ok, struct err *e);

/* A reading action's permission (no transaction); denials are recorded. */
bool act_may_read(struct desk *d, enum desk_action action, struct err *e);
struct db *desk_db(struct desk *d);
#endif

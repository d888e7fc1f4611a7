/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a policy says about one request: may they, what is needed and why, what it costs, until
 * when. Pure: same facts, same answer. A screen recomputes it at each key. */
#ifndef POLICY_ANSWER_H
#define POLICY_ANSWER_H
#include "base/base.h"
#include "policy/calendar.h"
#include "policy/facts.h"
#include "policy/policy.h"

/* Weakest first, so that the stronger is the greater. */
enum verdict {
    VERDICT_OK,
    VERDICT_TELL,
    VERDICT_WARN,
    VERDICT_NEED,
    VERDICT_PENDING,
    VERDICT_ASK,
    VERDICT_REROUTE,
    VERDICT_REFUSE
};
const char *verdict_id(enum verdict v);

struct answer_in {
    const struct policy *policy;
    const struct facts *facts;
    const struct calendar *calendar; /* NULL = holidays by law alone */
    day today;
    day visit; /* booked day; DAY_NONE = none: then ages count today */
    day events[EVENT_COUNT]; /* days on which they happened; DAY_NONE = not yet. See answer_in_init
                              */
    struct strings overridden; /* ids of rules that somebody with the right has overridden */
    struct strings picked; /* ids of refusals that a person chose (chosen_by) */
};
/* All dates unknown, nothing overridden. */
void answer_in_init(struct answer_in *in, const struct policy *p, const struct facts *f,
    const struct calendar *c, day today);
/* Both are answered alike: the same facts and days, the very same policy and calendar. */
bool answer_in_same(const struct answer_in *a, const struct answer_in *b);

/* Why something is so: the policy's own clause, or the program's word for it, or the facts that
 * decided. Made into a sentence by reason_text. */
struct reason {
    struct bilingual why; /* from the file */
    const char *msgid; /* the program's own, N_() */
    struct fact_refs facts; /* those that decided; or, when pending, those that would */
    bool pending;
};
/* "the patient does not attend" / 「患者さんが同席しない」; with because = true "because the
 * patient does not attend" / 「患者さんが同席しないため」.
 * Without because the Japanese clause is made to read on before 「ため」 and may not stand alone. Empty
 * when there is nothing to say. */
void reason_text(const struct reason *r, const struct answer_in *in, const struct catalog *c,
    enum lang l, bool because, struct buf *out);

/* One rule that spoke. */
struct spoken {
    const char *section, *id;
    int line;
    enum verdict effect;
    struct bilingual title,
        say; /* say: to be read aloud; never empty for refuse, reroute and ask */
    struct reason because;
    enum override_by override; /* who may override it */
    bool reason_required;
    bool overridden; /* somebody did: it no longer counts */
    const char *to; /* reroute: the service */
    const char *at; /* the step that it blocks */
};

/* A fact that somebody must ask. */
struct pending {
    struct fact_ref fact;
    const char *section, *rule; /* the first rule that waits for it */
    int line;
    const char *due; /* the step that waits; NULL = nothing */
    bool requester; /* decides who may ask */
};

enum paper_need { PAPER_NOT_NEEDED, PAPER_RECOMMENDED, PAPER_NEEDED, PAPER_PENDING };
struct answer_document {
    const struct policy_document *doc;
    int attendee; /* index in the facts; ATTENDEE_ALL = one for the request */
    enum paper_need need;
    enum doc_state state;
    bool missing; /* needed and neither received, checked nor waived */
    const char *rule; /* the rule that asks for it: the document's own or the requester's */
    int line;
    struct reason reason; /* why it is needed, not needed or not yet known */
    const char *due; /* step that it blocks; NULL = none */
    day due_day; /* when its due is a day; DAY_NONE = not known */
    const char *not_before;
};

struct price_line {
    const struct policy_price *price;
    int64_t quantity;
    yen unit, amount;
    bool at_least; /* or more, for a reason */
};
struct answer_price {
    enum { PRICE_KNOWN, PRICE_NOT_SET, PRICE_WAITS, PRICE_BY_HAND, PRICE_OUTSIDE } state;
    yen net, tax, total; /* PRICE_KNOWN */
    int tax_percent;
    struct price_line *lines;
    size_t n_lines;
    struct fact_refs waits; /* PRICE_WAITS: facts that are not known yet */
    struct price_line *candidates; /* what it may become */
    size_t n_candidates;
    const char *by_hand; /* PRICE_BY_HAND: why, N_() */
};

struct answer_clock {
    const struct policy_clock *clock;
    day from; /* the event's day, DAY_NONE = has not happened */
    day earliest, latest; /* DAY_NONE = not said or not known */
    bool projected; /* rests on computed holidays */
    struct skipped_day *skipped; /* closed days between from and latest */
    size_t n_skipped;
};

struct answer_report {
    const struct policy_report *report;
    day due; /* DAY_NONE = not known yet */
};

struct answer {
    struct answer_in in; /* as judged; facts copied with the day that decides ages */
    enum verdict verdict;
    struct spoken
        *spoken; /* requester rule first, then refusals in order of the file, departments, papers */
    size_t n_spoken;
    struct pending *pending;
    size_t n_pending;
    const struct policy_service *service; /* NULL = fact not known and the file has several */
    const struct policy_requester *requester; /* matched rule; NULL = none or pending */
    bool requester_pending;
    struct reason requester_why;
    int age_today,
        age_visit; /* -1 = not known; they differ: both are shown, the visit day decides */
    const struct policy_requester *requester_today; /* as judged by the age today */
    struct answer_document *documents;
    size_t n_documents;
    struct answer_price price;
    const struct policy_plan *plan; /* NULL = not known */
    struct fact_refs plan_waits;
    struct answer_clock *clocks;
    size_t n_clocks;
    struct answer_report *reports;
    size_t n_reports;
    const struct policy_notice **notices;
    size_t n_notices;
};

/* Everything lives in the arena; in is copied. */
void policy_answer(const struct answer_in *in, struct arena *a, struct answer *out);

/* What keeps a step from being completed, in the order of the panel. */
struct blocked {
    enum { BLOCKED_RULE, BLOCKED_QUESTION, BLOCKED_DOCUMENT, BLOCKED_PROMISED } kind;
    const struct spoken *rule;
    const struct pending *question;
    const struct answer_document *document; /* PROMISED: asked again, but does not hold the step */
};
size_t policy_step_blocked(
    const struct answer *a, const char *step, struct arena *arena, struct blocked **out);
/* Does anything hold it (a promised paper does not)? */
bool policy_step_free(const struct answer *a, const char *step, struct arena *arena);

/* Are all papers that block this step there (promised ones count as not there)? The day on which
 * this became true is the event documents_complete. */
bool answer_papers_complete(const struct answer *a, const char *step);
const struct answer_document *answer_document(
    const struct answer *a, const char *doc, int attendee);
const struct spoken *answer_spoken(const struct answer *a, const char *rule);
/* Where a material of this kind goes: keep, visitor, lender, destroy; NULL = the policy does not
 * say. */
const struct policy_material *policy_material(
    const struct policy *p, const char *kind, const struct facts *f, struct arena *a);
/* The charge for minutes, as the price's shape makes it, before tax rules; for tests and quotes. */
bool price_amount(const struct policy_price *p, int64_t quantity, yen *out, bool *at_least);
#endif

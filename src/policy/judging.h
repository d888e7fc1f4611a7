/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of policy_answer; only for policy/answer*.c. Each part fills its piece of the answer.
 */
#ifndef POLICY_JUDGING_H
#define POLICY_JUDGING_H
#include "policy/answer.h"

struct judging {
    const struct policy *p;
    const struct answer_in *in; /* facts already carry the day that decides */
    const struct facts *f;
    struct arena *a;
    struct answer *out;
    size_t cap_spoken, cap_pending, cap_documents;
    struct fact_refs requester_unknown; /* facts that would decide the requester rule */
    bool requester_allowed; /* matched and allowed, or overridden */
};

enum truth judge_when(const struct judging *j, const struct condition *c, struct fact_refs *unknown,
    struct fact_refs *because);
void judge_speak(struct judging *j, const struct spoken *s);
/* One pending entry for each fact; due NULL = the default step. */
void judge_pend(struct judging *j, const struct fact_refs *facts, const char *section,
    const struct rule *r, const char *due, bool requester);
bool judge_overridden(const struct judging *j, const char *rule);
/* The step itself when the service has it, else the other one. */
const char *judge_step(const struct judging *j, const char *step, const char *other);
const char *judge_default_due(const struct judging *j);
struct reason judge_reason(const struct rule *r, const struct fact_refs *because);
/* The program's own sentence where the policy has none. */
struct bilingual judge_say(
    const struct judging *j, const struct rule *r, enum verdict effect, const char *to);

void judge_requester(struct judging *j);
void judge_departments(struct judging *j);
void judge_refusals(struct judging *j);
void judge_documents(struct judging *j);
void judge_price(struct judging *j);
void judge_dates(struct judging *j);
#endif

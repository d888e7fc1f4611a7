/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/inquiry.h"

#include "domain/request_check.h"
#include "domain/words.h"
#include "text/safe.h"

void inquiry_empty(struct inquiry *x)
{
    const char **texts[] = { &x->by_name, &x->via, &x->who, &x->matter, &x->next, &x->name, &x->kana, &x->phone,
        &x->call_hours, &x->voicemail, &x->name_hospital, &x->screening.doctor_told, &x->screening.transfer,
        &x->screening.litigation, &x->screening.patient_knows, &x->screening.minor, &x->told, &x->illness,
        &x->decide_by, &x->memo, &x->assigned_name, &x->address };

    *x = (struct inquiry){ .day = DAY_NONE, .due = DAY_NONE };
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        *texts[i] = "";
}

/* A matter, words, an answer, something that was told, or something that was promised. To be made a request is no
 * promise to somebody of whom nothing is known. */
static bool is_about_something(const struct inquiry *x)
{
    const struct screening *s = &x->screening;
    const char *const texts[] = { x->matter, x->illness, x->decide_by, x->told, x->memo, s->doctor_told, s->transfer,
        s->litigation, s->patient_knows, s->minor };

    for (size_t i = 0; i < COUNT_OF(texts); i++)
        if (!str_empty(texts[i]))
            return true;
    if (str_eq(x->next, "request"))
        return !str_empty(x->name) || !str_empty(x->kana) || !str_empty(x->phone);
    return !str_empty(x->next) && !str_eq(x->next, "done");
}

bool inquiry_check(const struct inquiry *x, bool other_number, struct err *e)
{
    const struct {
        const char *text, *field;
    } names[] = { { x->name, "name" }, { x->kana, "kana" }, { x->phone, "phone" }, { x->call_hours, "call_hours" },
        { x->decide_by, "decide_by" }, { x->address, "address" } };
    const struct {
        const struct words *words;
        const char *id, *field;
    } words[] = { { &WORDS_INQUIRY_VIA, x->via, "via" }, { &WORDS_INQUIRY_WHO, x->who, "who" },
        { &WORDS_INQUIRY_MATTER, x->matter, "matter" }, { &WORDS_INQUIRY_NEXT, x->next, "next" },
        { &WORDS_YES_NO, x->voicemail, "voicemail" }, { &WORDS_YES_NO, x->name_hospital, "name_hospital" },
        { &WORDS_ANSWER, x->screening.doctor_told, "doctor_told" },
        { &WORDS_ANSWER, x->screening.transfer, "transfer" },
        { &WORDS_ANSWER, x->screening.litigation, "litigation" },
        { &WORDS_ANSWER, x->screening.patient_knows, "patient_knows" },
        { &WORDS_ANSWER, x->screening.minor, "minor" } };

    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (!words_check(words[i].words, words[i].id, words[i].field, e))
            return false;
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (!str_empty(names[i].text) && !safe_name(names[i].text, names[i].field, e))
            return false;
    if (!free_text_check(x->memo, "memo", other_number, e) || !free_text_check(x->illness, "illness", other_number, e))
        return false;
    return is_about_something(x)
        || err_set(e, ERR_RULE, "matter",
            N_("Nothing says what this inquiry is about. Choose the matter by its number, or write a word in the memo."), NULL);
}

/* --- what is told */

static void add(struct told_line *out, size_t *n, char digit, const char *msgid, const char *first, const char *second)
{
    out[*n].digit = digit;
    msg_set(&out[(*n)++].text, msgid, first, second, NULL);
}

static void add_price(const struct policy *p, struct told_line *out, size_t *n)
{
    char amount[YEN_TEXT], minutes[16];

    for (size_t i = 0; i < p->n_prices; i++) {
        const struct policy_price *x = &p->prices[i];
        if (x->optional || x->shape != SHAPE_FLAT)
            continue;
        yen_format(x->amount, amount);
        snprintf(minutes, sizeof minutes, "%d", x->minutes);
        if (x->minutes)
            add(out, n, '1', N_("%1$s yen, %2$s min, not insured"), amount, minutes);
        else
            add(out, n, '1', N_("%s yen, not insured"), amount, NULL);
        return;
    }
}

static bool any_consent(const struct policy *p)
{
    for (size_t i = 0; i < p->n_requesters; i++)
        if (!str_empty(p->requesters[i].consent) && !str_eq(p->requesters[i].consent, "none"))
            return true;
    return false;
}

static bool to_doctor(const struct policy *p)
{
    for (size_t i = 0; i < p->n_reports; i++)
        if (strings_have(p->reports[i].to, "referrer"))
            return true;
    return false;
}

static void add_clock(const struct policy *p, struct told_line *out, size_t *n)
{
    char min[16], max[16];

    for (size_t i = 0; i < p->n_clocks; i++) {
        const struct policy_clock *x = &p->clocks[i];
        if (x->to != EVENT_APPOINTMENT_TOLD || x->unit != UNIT_BUSINESS_DAY || x->min < 0 || x->max < 0)
            continue;
        snprintf(min, sizeof min, "%d", x->min);
        snprintf(max, sizeof max, "%d", x->max);
        add(out, n, '5', N_("Date told in %1$s-%2$s business days"), min, max);
        return;
    }
}

static void add_hours(const struct policy *p, struct told_line *out, size_t *n)
{
    char from[HM_TEXT], to[HM_TEXT];
    const struct opening *o = p->n_calendars ? &p->calendars[0] : NULL;

    if (!o || !o->hours_known || !hm_known(o->week[1].opens))
        return;
    hm_text(o->week[1].opens, from);
    hm_text(o->week[1].closes, to);
    add(out, n, '7', N_("Counter, weekdays %1$s-%2$s"), from, to);
}

size_t inquiry_told(const struct policy *p, struct told_line out[INQUIRY_TOLD])
{
    size_t n = 0;

    add_price(p, out, &n);
    for (size_t i = 0; i < p->n_services; i++)
        if (p->services[i].by_appointment) {
            add(out, &n, '2', N_("By appointment; no examination"), NULL, NULL);
            break;
        }
    if (p->n_documents)
        add(out, &n, '3', N_("Form, referral letter, records"), NULL, NULL);
    if (any_consent(p))
        add(out, &n, '4', N_("Family: consent, relationship"), NULL, NULL);
    add_clock(p, out, &n);
    if (to_doctor(p))
        add(out, &n, '6', N_("Report goes to the doctor too"), NULL, NULL);
    add_hours(p, out, &n);
    return n;
}

/* --- what the rules say of the answers */

static void set_purposes(struct facts *f, const struct screening *s)
{
    if (str_eq(s->transfer, "yes"))
        facts_add(f, FACT_PURPOSE, "treatment_here");
    if (str_eq(s->litigation, "yes"))
        facts_add(f, FACT_PURPOSE, "litigation");
    if (str_eq(s->transfer, "no") && str_eq(s->litigation, "no"))
        facts_add(f, FACT_PURPOSE, "opinion");
}

/* "The doctor was not told" is no refusal by the doctor: not clear yet. A patient who does not know has not
 * agreed yet. Who is asked about a minor hears the rule for one who comes alone. */
static struct facts *facts_of(const struct inquiry *x, day today, struct arena *a)
{
    const struct screening *s = &x->screening;
    struct facts *f = facts_new(a);

    facts_set_day(f, today);
    set_purposes(f, s);
    if (str_eq(s->doctor_told, "no"))
        facts_set(f, FACT_REFERRER_AGREES, "unclear");
    if (str_eq(s->patient_knows, "no"))
        facts_set(f, FACT_PATIENT_AGREES, "unclear");
    if (str_eq(s->minor, "yes")) {
        facts_set_number(f, FACT_PATIENT_AGE, 17);
        facts_add_attendee(f, &(struct attendee_facts){ .kind = "patient", .degree = KINSHIP_UNKNOWN });
    }
    return f;
}

const struct spoken *inquiry_guidance(const struct inquiry *x, const struct policy *p, const struct calendar *cal,
    day today, struct arena *a, struct answer *answer)
{
    struct answer_in in;
    const struct spoken *best = NULL;

    answer_in_init(&in, p, facts_of(x, today, a), cal, today);
    policy_answer(&in, a, answer);
    for (size_t i = 0; i < answer->n_spoken; i++) {
        const struct spoken *s = &answer->spoken[i];
        bool asked = str_eq(s->section, "refusals") || (str_eq(s->section, "requesters") && s->effect == VERDICT_ASK);
        if (asked && s->effect >= VERDICT_WARN && s->say.ja && (!best || s->effect > best->effect))
            best = s;
    }
    return best;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every sentence with a number, a name or a condition in it comes from the policy; the program adds
 * only what is so in every second-opinion service. */
#include "out/guide.h"

#include "out/guide_hours.h"

static const struct policy_service *service_of(const struct guide *in)
{
    const struct policy *p = in->policy;

    if (in->service)
        return policy_service(p, in->service);
    for (size_t i = 0; i < p->n_services; i++)
        if (!str_eq(p->services[i].format, "elsewhere"))
            return &p->services[i];
    return NULL;
}

static bool has_step(const struct policy_service *s, const char *step)
{
    for (size_t i = 0; s && i < s->n_steps; i++)
        if (str_eq(s->steps[i].id, step))
            return true;
    return false;
}

static void text_item(struct sheet *p, struct bilingual b)
{
    const char *text = paper_policy(p, b);

    if (*text)
        paper_item(p, "*", text);
}

static void who_part(struct sheet *p, const struct policy *pol)
{
    if (!pol->has_requesters)
        return;
    paper_blank(p);
    paper_heading(p, N_("Who may ask"));
    for (size_t i = 0; i < pol->n_requesters; i++)
        if (pol->requesters[i].allow == ALLOW_YES)
            text_item(p, pol->requesters[i].rule.title);
    for (size_t i = 0; i < pol->n_requesters; i++)
        if (pol->requesters[i].allow == ALLOW_NO)
            text_item(p, pol->requesters[i].rule.say);
}

static const char *joined_titles(struct sheet *p, const struct policy_group *g, size_t n)
{
    const char *text = "";

    for (size_t i = 0; i < n; i++) {
        const char *title = paper_bilingual(p, g[i].rule.title);

        if (*title)
            text = *text ? paper_format(p, N_("%1$s, %2$s"), text, title, NULL) : title;
    }
    return text;
}

static void illness_part(struct sheet *p, const struct policy *pol)
{
    const char *list = joined_titles(p, pol->diseases, pol->n_diseases);

    if (!*list)
        return;
    paper_blank(p);
    paper_heading(p, N_("For which illnesses"));
    paper_text(p, 0, paper_format(p, N_("Mainly: %s."), list, NULL));
    paper_say(p, N_("For other illnesses please ask us beforehand."));
}

static void refusals_part(struct sheet *p, const struct policy *pol)
{
    bool head = false;

    for (size_t i = 0; i < pol->n_refusals; i++) {
        const struct policy_refusal *r = &pol->refusals[i];
        struct bilingual say = r->rule.say;

        if (r->chosen_by || (r->effect != EFFECT_REFUSE && r->effect != EFFECT_REROUTE))
            continue;
        if (!*paper_bilingual(p, say) && r->to) {
            const struct policy_service *to = policy_service(pol, r->to);

            say = to ? to->rule.say : say;
        }
        if (!*paper_bilingual(p, say))
            continue;
        if (!head) {
            paper_blank(p);
            paper_heading(p, N_("What we cannot accept"));
            head = true;
        }
        text_item(p, say);
    }
}

static const char *document_text(struct sheet *p, const struct policy_document *d)
{
    const char *title = paper_bilingual(p, d->rule.title);

    if (strings_have(d->blank, "counter"))
        title = paper_format(p, N_("%s (forms are at the counter)"), title, NULL);
    if (d->recommended)
        title = paper_format(p, N_("%s (if you have it)"), title, NULL);
    else if (d->rule.when)
        title = paper_format(p, N_("%s (where it applies)"), title, NULL);
    return title;
}

static void papers_part(struct sheet *p, const struct policy *pol)
{
    bool without_patient = false;

    if (!pol->has_documents)
        return;
    paper_blank(p);
    paper_heading(p, N_("Papers that are needed"));
    for (size_t i = 0; i < pol->n_documents; i++)
        if (!pol->documents[i].serves && *paper_bilingual(p, pol->documents[i].rule.title))
            paper_item(p, "*", document_text(p, &pol->documents[i]));
    for (size_t i = 0; i < pol->n_documents; i++) {
        if (!pol->documents[i].serves || !*paper_bilingual(p, pol->documents[i].rule.title))
            continue;
        if (!without_patient)
            paper_say(p, N_("When somebody comes without the patient, also what applies of:"));
        without_patient = true;
        paper_item(p, "*", document_text(p, &pol->documents[i]));
    }
}

static const char *with_tax(struct sheet *p, const struct policy *pol, yen y)
{
    if (!pol->tax.known || pol->tax.prices == PRICES_UNTAXED)
        return paper_yen(p, y);
    return pol->tax.prices == PRICES_INCLUDED
        ? paper_format(p, N_("%s (tax included)"), paper_yen(p, y), NULL)
        : paper_format(p, N_("%s (plus tax)"), paper_yen(p, y), NULL);
}

static const char *up_to(struct sheet *p, const char *sum, int minutes)
{
    if (minutes <= 0)
        return sum;
    return paper_format(p, N_("%1$s for up to %2$s minutes"), sum, paper_number(p, minutes), NULL);
}

static const char *price_text(
    struct sheet *p, const struct policy *pol, const struct policy_price *r)
{
    switch (r->shape) {
    case SHAPE_FLAT:
        return up_to(p, with_tax(p, pol, r->amount), r->minutes);
    case SHAPE_TIMED:
        return paper_format(p, N_("%1$s, then %2$s for each further %3$s minutes"),
            up_to(p, with_tax(p, pol, r->base), r->base_minutes), with_tax(p, pol, r->unit),
            paper_number(p, r->unit_minutes), NULL);
    case SHAPE_FREE:
        return paper_tr(p, N_("free of charge"));
    case SHAPE_RANGE:
        return paper_format(
            p, N_("%1$s to %2$s"), paper_yen(p, r->min), with_tax(p, pol, r->max), NULL);
    case SHAPE_FROM:
        return paper_format(p, N_("from %s"), with_tax(p, pol, r->min), NULL);
    case SHAPE_TIERS:
    case SHAPE_PER:
    case SHAPE_QUOTE:
    case SHAPE_FORMULA:
    case SHAPE_OUTSIDE:
        break;
    }
    return paper_tr(p, N_("please ask at the counter"));
}

static void price_lines(struct sheet *p, const struct policy *pol, const struct policy_price *r)
{
    const char *title = paper_bilingual(p, r->rule.title), *text = price_text(p, pol, r);

    if (*title)
        text = paper_format(p, N_("%1$s: %2$s"), title, text, NULL);
    if (r->shape == SHAPE_TIERS)
        text = title;
    if (*text)
        paper_text(p, 0, text);
    for (size_t i = 0; r->shape == SHAPE_TIERS && i < r->n_tiers; i++)
        paper_item(p, "*", up_to(p, with_tax(p, pol, r->tiers[i].amount), r->tiers[i].minutes));
    if (r->includes.n > 0)
        paper_say(p, N_("The fee includes:"));
    for (size_t i = 0; i < r->includes.n; i++)
        text_item(p, r->includes.item[i]);
}

static bool due_on_visit(const struct policy_plan *plan)
{
    return (plan->due.kind == DUE_STEP && str_eq(plan->due.step, "visit"))
        || (plan->due.kind == DUE_EVENT && plan->due.event == EVENT_VISIT && plan->due.days == 0);
}

/* The policy's own notices for visitors; with them the program's general sentences are not needed.
 */
static bool is_for_guide(const struct policy_notice *n)
{
    return strings_have(n->on, "guide") && !str_eq(n->to, "clerk");
}

static bool has_notices(const struct policy *pol)
{
    for (size_t i = 0; i < pol->n_notices; i++)
        if (is_for_guide(&pol->notices[i]))
            return true;
    return false;
}

static void notices_part(struct sheet *p, const struct policy *pol)
{
    if (!has_notices(pol))
        return;
    paper_blank(p);
    paper_heading(p, N_("Please note"));
    for (size_t i = 0; i < pol->n_notices; i++)
        if (is_for_guide(&pol->notices[i]))
            text_item(p, pol->notices[i].rule.say);
}

static void fee_part(struct sheet *p, const struct policy *pol, const struct policy_service *s)
{
    bool named = false;

    paper_blank(p);
    paper_heading(p, N_("Consultation fee"));
    for (size_t i = 0; i < pol->n_prices; i++)
        price_lines(p, pol, &pol->prices[i]);
    if (!pol->has_prices)
        paper_say(p, N_("please ask at the counter"));
    for (size_t i = 0; i < pol->n_prices; i++)
        named = named || pol->prices[i].includes.n > 0;
    if (s && s->includes.n > 0 && !named) {
        paper_say(p, N_("The consultation includes:"));
        for (size_t i = 0; i < s->includes.n; i++)
            text_item(p, s->includes.item[i]);
    }
    if (!has_notices(pol))
        paper_say(p, N_("Health insurance does not cover it; you bear the whole fee yourself."));
    if (pol->n_plans > 0 && due_on_visit(&pol->plans[0]))
        paper_say(p,
            str_eq(pol->plans[0].collect_at, "cashier")
                ? N_("It is paid on the day at the main cashier.")
                : N_("It is paid on the day at this counter."));
}

static const char *clock_span(struct sheet *p, const struct policy_clock *c)
{
    static const char *const range[] = {
        [UNIT_DAY] = N_("%1$s to %2$s days"),
        [UNIT_BUSINESS_DAY] = N_("%1$s to %2$s business days"),
        [UNIT_WEEK] = N_("%1$s to %2$s weeks"),
        [UNIT_MONTH] = N_("%1$s to %2$s months"),
    };
    static const char *const most[] = {
        [UNIT_DAY] = N_("up to %s days"),
        [UNIT_BUSINESS_DAY] = N_("up to %s business days"),
        [UNIT_WEEK] = N_("up to %s weeks"),
        [UNIT_MONTH] = N_("up to %s months"),
    };

    if (c->min > 0 && c->max > c->min)
        return paper_format(
            p, range[c->unit], paper_number(p, c->min), paper_number(p, c->max), NULL);
    return paper_format(p, most[c->unit], paper_number(p, c->max > 0 ? c->max : c->min), NULL);
}

static const struct policy_clock *told_clock(const struct policy *pol)
{
    for (size_t i = 0; i < pol->n_clocks; i++)
        if (pol->clocks[i].to == EVENT_APPOINTMENT_TOLD
            && (pol->clocks[i].max > 0 || pol->clocks[i].min > 0))
            return &pol->clocks[i];
    return NULL;
}

static void course_part(struct sheet *p, const struct policy *pol, const struct policy_service *s)
{
    const struct policy_clock *c = told_clock(pol);
    int n = 0;

    paper_blank(p);
    paper_heading(p, N_("How it goes"));
    paper_item(p, paper_number(p, ++n),
        paper_tr(p, N_("Hand in the papers and materials at the counter.")));
    if (has_step(s, "review"))
        paper_item(p, paper_number(p, ++n),
            paper_tr(p,
                N_("The department reads them and decides on the specialist. Sometimes we have to "
                   "decline a request.")));
    if (has_step(s, "booking"))
        paper_item(p, paper_number(p, ++n),
            c ? paper_format(p,
                N_("We arrange the day with you. Usually we can tell you the date %s after all "
                   "papers are here."),
                clock_span(p, c), NULL)
              : paper_tr(p, N_("We arrange the day with you.")));
    if (has_step(s, "visit"))
        paper_item(p, paper_number(p, ++n),
            paper_tr(p,
                N_("On the day please come to the counter first. You speak with the specialist "
                   "about the "
                   "materials; no examination or treatment takes place.")));
    for (size_t i = 0; i < pol->n_reports; i++)
        if (strings_have(pol->reports[i].to, "referrer")) {
            paper_item(p, paper_number(p, ++n),
                paper_tr(p, N_("The report is sent to and shared with your present doctor.")));
            break;
        }
}

static void counter_part(struct sheet *p, const struct policy *pol, const struct policy_service *s)
{
    const struct opening *o = s && s->calendar ? policy_calendar(pol, s->calendar) : NULL;

    paper_blank(p);
    paper_heading(p, N_("Counter and hours"));
    if (o)
        guide_hours(p, o);
    if (!has_notices(pol) && (!s || s->by_appointment))
        paper_say(p, N_("Consultations are by appointment only."));
}

bool out_guide(const struct guide *in, const struct paper_ctx *ctx, struct buf *out)
{
    const struct policy_service *s = service_of(in);
    struct sheet p;

    paper_begin(&p, ctx, out);
    paper_house(&p);
    paper_title(&p, N_("Guide to Second Opinions"));
    paper_say(&p,
        N_("A second opinion is the view of another doctor on the diagnosis and the treatment "
           "proposed "
           "by your present doctor. A specialist of this hospital gives it on the basis of the "
           "papers "
           "and materials that you bring."));
    who_part(&p, in->policy);
    illness_part(&p, in->policy);
    refusals_part(&p, in->policy);
    papers_part(&p, in->policy);
    fee_part(&p, in->policy, s);
    course_part(&p, in->policy, s);
    notices_part(&p, in->policy);
    counter_part(&p, in->policy, s);
    paper_contact(&p);
    return paper_end(&p);
}

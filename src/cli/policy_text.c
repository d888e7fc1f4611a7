/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/policy_out.h"

#include "domain/words.h"

struct saying {
    const struct answer *a;
    const struct catalog *c;
    enum lang l;
    struct buf *out;
    struct arena *arena;
};

static void heading(struct saying *s, const char *msgid)
{
    buf_printf(s->out, "\n%s\n", tr(s->c, msgid));
}

/* " (rule litigation, line 120)" */
static void rule(struct saying *s, const char *id, int line)
{
    char number[16];

    snprintf(number, sizeof number, "%d", line);
    buf_putc(s->out, ' ');
    if (line > 0)
        msg_format(
            tr(s->c, N_("(rule %s, line %s)")), (const char *const[]){ id, number }, 2, s->out);
    else
        msg_format(tr(s->c, N_("(rule %s)")), (const char *const[]){ id }, 1, s->out);
    buf_putc(s->out, '\n');
}

static void say_spoken(struct saying *s)
{
    static const char *const words[] = {
        [VERDICT_OK] = N_("yes"),
        [VERDICT_TELL] = N_("[note]"),
        [VERDICT_WARN] = N_("[warning]"),
        [VERDICT_NEED] = N_("[missing]"),
        [VERDICT_PENDING] = N_("[open]"),
        [VERDICT_ASK] = N_("[ask]"),
        [VERDICT_REROUTE] = N_("[elsewhere]"),
        [VERDICT_REFUSE] = N_("[no]"),
    };

    for (size_t i = 0; i < s->a->n_spoken; i++) {
        const struct spoken *k = &s->a->spoken[i];
        buf_printf(s->out, "  %s %s", tr(s->c, words[k->effect]), bilingual_in(k->say, s->l));
        rule(s, k->id, k->line);
    }
}

static void say_pending(struct saying *s)
{
    if (s->a->n_pending == 0)
        return;
    heading(s, N_("Still to be asked"));
    for (size_t i = 0; i < s->a->n_pending; i++) {
        const struct pending *p = &s->a->pending[i];
        buf_puts(s->out, "  ");
        fact_label(s->a->in.policy, p->fact, s->c, s->l, s->out);
        buf_puts(s->out, ": ");
        fact_question(s->a->in.policy, p->fact, s->c, s->l, s->out);
        rule(s, p->rule, p->line);
    }
}

static void say_documents(struct saying *s)
{
    static const char *const needs[]
        = { N_("not needed"), N_("recommended"), N_("needed"), N_("not yet known") };

    heading(s, N_("Papers"));
    for (size_t i = 0; i < s->a->n_documents; i++) {
        const struct answer_document *d = &s->a->documents[i];
        buf_printf(
            s->out, "  %s: %s", bilingual_in(d->doc->rule.title, s->l), tr(s->c, needs[d->need]));
        if (d->need != PAPER_NOT_NEEDED && d->state != DOC_AWAITED)
            buf_printf(
                s->out, " [%s]", tr(s->c, fact_word(FACT_DOC, doc_state_id(d->state))->label));
        buf_puts(s->out, tr(s->c, N_(", ")));
        reason_text(&d->reason, &s->a->in, s->c, s->l, true, s->out);
        if (d->rule)
            rule(s, d->rule, d->line);
        else
            buf_putc(s->out, '\n');
    }
}

static void say_line(struct saying *s, const struct price_line *l)
{
    char amount[YEN_TEXT];

    yen_format(l->amount, amount);
    buf_printf(s->out, "  %s %s", bilingual_in(l->price->rule.title, s->l), amount);
    if (l->at_least)
        buf_printf(s->out, " %s", tr(s->c, N_("or more")));
    rule(s, l->price->rule.id, l->price->rule.line);
}

static void say_price(struct saying *s)
{
    static const char *const states[] = {
        [PRICE_KNOWN] = "",
        [PRICE_NOT_SET] = N_("The policy sets no price."),
        [PRICE_WAITS] = N_("The price waits for what is not known yet; it may be:"),
        [PRICE_BY_HAND] = N_("The price is made by hand."),
        [PRICE_OUTSIDE] = N_("Another desk makes the price."),
    };
    const struct answer_price *p = &s->a->price;
    char net[YEN_TEXT], tax[YEN_TEXT], total[YEN_TEXT];

    heading(s, N_("Fee"));
    for (size_t i = 0; i < p->n_lines; i++)
        say_line(s, &p->lines[i]);
    if (p->state != PRICE_KNOWN) {
        buf_printf(s->out, "  %s\n", tr(s->c, states[p->state]));
        for (size_t i = 0; i < p->n_candidates; i++)
            say_line(s, &p->candidates[i]);
        return;
    }
    yen_format(p->net, net);
    yen_format(p->tax, tax);
    yen_format(p->total, total);
    buf_puts(s->out, "  ");
    msg_format(tr(s->c, N_("total %1$s yen = %2$s yen and %3$s yen tax")),
        (const char *const[]){ total, net, tax }, 3, s->out);
    buf_putc(s->out, '\n');
    if (s->a->plan) {
        buf_printf(s->out, "  %s", bilingual_in(s->a->plan->rule.title, s->l));
        rule(s, s->a->plan->rule.id, s->a->plan->rule.line);
    }
}

static void say_dates(struct saying *s)
{
    char from[DAY_TEXT], to[DAY_TEXT];

    if (s->a->n_clocks == 0)
        return;
    heading(s, N_("Dates"));
    for (size_t i = 0; i < s->a->n_clocks; i++) {
        const struct answer_clock *c = &s->a->clocks[i];
        day_iso(c->earliest, from);
        day_iso(c->latest, to);
        buf_printf(s->out, "  %s: %s - %s", bilingual_in(c->clock->rule.title, s->l),
            str_or(from, "?"), str_or(to, "?"));
        rule(s, c->clock->rule.id, c->clock->rule.line);
        for (size_t k = 0; k < c->n_skipped; k++) {
            day_iso(c->skipped[k].day, from);
            buf_printf(s->out, "    %s ", from);
            msg_format(c->skipped[k].projected ? tr(s->c, N_("%s (projected)")) : "%s",
                (const char *const[]){ bilingual_in(c->skipped[k].why, s->l) }, 1, s->out);
            buf_putc(s->out, '\n');
        }
    }
}

static void say_steps(struct saying *s)
{
    const struct policy_service *v = s->a->service;

    if (!v)
        return;
    heading(s, N_("Steps"));
    for (size_t i = 0; i < v->n_steps; i++) {
        struct blocked *b;
        size_t n = policy_step_blocked(s->a, v->steps[i].id, s->arena, &b);
        const char *held = n == 0                              ? ""
            : policy_step_free(s->a, v->steps[i].id, s->arena) ? N_("papers promised")
                                                               : N_("held");
        const char *own = bilingual_in(v->steps[i].title, s->l);
        const char *name = *own ? own : tr(s->c, words_label(&WORDS_STEP, v->steps[i].id));
        buf_printf(s->out, "  %d %s%s%s\n", v->steps[i].group, name, *held ? ": " : "",
            *held ? tr(s->c, held) : "");
    }
}

void policy_text(const struct answer *a, const struct catalog *c, enum lang l, struct arena *arena,
    struct buf *out)
{
    static const char *const verdicts[] = {
        [VERDICT_OK] = N_("All is there."),
        [VERDICT_TELL] = N_("All is there; something is to be said."),
        [VERDICT_WARN] = N_("Possible, with a warning."),
        [VERDICT_NEED] = N_("Possible; papers are missing."),
        [VERDICT_PENDING] = N_("Not yet known who may ask."),
        [VERDICT_ASK] = N_("To be asked first."),
        [VERDICT_REROUTE] = N_("To be sent to another service."),
        [VERDICT_REFUSE] = N_("Not possible."),
    };
    struct saying s = { a, c, l, out, arena };

    buf_printf(out, "%s\n%s", bilingual_in(a->in.policy->name, l), tr(c, verdicts[a->verdict]));
    if (a->requester)
        rule(&s, a->requester->rule.id, a->requester->rule.line);
    else
        buf_putc(out, '\n');
    say_spoken(&s);
    say_pending(&s);
    say_documents(&s);
    say_price(&s);
    say_dates(&s);
    say_steps(&s);
}

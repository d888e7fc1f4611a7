/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/panel.h"

#include "text/era.h"

const char *panel_word(enum panel_word w)
{
    static const char *const words[] = { [PANEL_DONE] = N_("done"), [PANEL_MISSING] = N_("need"),
        [PANEL_LATER] = N_("later"), [PANEL_NOT] = N_("n/a"), [PANEL_ASK] = N_("ask"),
        [PANEL_REFUSED] = N_("refuse"), [PANEL_TOLD] = N_("note") };

    return words[w];
}

enum { TEXT_MAX = 2048 };

static const char *reason_of(const struct reason *r, const struct judgement *j, const struct catalog *cat, enum lang l,
    struct arena *a)
{
    struct buf b;

    buf_init(&b, TEXT_MAX);
    reason_text(r, &j->answer.in, cat, l, true, &b);
    const char *text = arena_strdup(a, b.p);
    buf_fini(&b);
    return text;
}

static const char *date_short(day d, enum lang l, struct arena *a)
{
    char text[DATE_TEXT];

    return arena_strdup(a, date_text(d, l, DATE_SHORT, text));
}

static struct panel_row *add(struct panel *p, size_t *cap, struct arena *a)
{
    p->rows = arena_grow(a, p->rows, p->n, cap, sizeof *p->rows);
    struct panel_row *row = &p->rows[p->n++];
    *row = (struct panel_row){ .right = "", .reason = "", .title = "" };
    return row;
}

static enum panel_word word_of(const struct answer_document *d)
{
    if (d->state == DOC_RECEIVED || d->state == DOC_CHECKED || d->state == DOC_WAIVED)
        return PANEL_DONE;
    if (d->need == PAPER_NOT_NEEDED)
        return PANEL_NOT;
    if (d->need == PAPER_PENDING)
        return PANEL_ASK;
    return d->state == DOC_PROMISED ? PANEL_LATER : PANEL_MISSING;
}

/* The date beside a paper: when it came, or for when it is promised. */
static const char *right_of(const struct casefile *c, const struct answer_document *d, enum lang l, struct arena *a)
{
    const struct paper *p = case_paper(c, d->doc->rule.id);
    const struct consent *k = str_eq(d->doc->serves, "consent") ? case_consent(c) : NULL;
    const struct review *wanted = case_wanted(c, d->doc->rule.id);

    if (wanted && d->state != DOC_PROMISED)
        return date_short(wanted->more_by, l, a);
    if (k && day_known(k->received_on))
        return date_short(k->received_on, l, a);
    if (!p)
        return "";
    return date_short(d->state == DOC_PROMISED ? p->promised_on : p->received_on, l, a);
}

static const char *format_one(const struct catalog *cat, const char *msgid, const char *word, struct arena *a)
{
    const char *words[] = { word };
    struct buf b;

    buf_init(&b, TEXT_MAX);
    msg_format(tr(cat, msgid), words, COUNT_OF(words), &b);
    const char *text = arena_strdup(a, b.p);
    buf_fini(&b);
    return text;
}

/* Whose paper it is, when several people sit in the consultation. */
static const char *titled(const struct casefile *c, const struct judgement *j, const struct answer_document *d,
    enum lang l, struct arena *a)
{
    const char *title = bilingual_in(d->doc->rule.title, l);

    if (d->attendee < 0 || (size_t)d->attendee >= c->n_attendees || facts_attendees(j->facts) < 2)
        return title;
    return arena_printf(a, "%s (%s)", title, c->attendees[d->attendee].name);
}

static void add_documents(const struct casefile *c, const struct judgement *j, const struct catalog *cat, enum lang l,
    struct arena *a, struct panel *out, size_t *cap)
{
    for (size_t i = 0; i < j->answer.n_documents; i++) {
        const struct answer_document *d = &j->answer.documents[i];
        struct panel_row *row = add(out, cap, a);
        row->word = word_of(d);
        row->title = titled(c, j, d, l, a);
        row->right = right_of(c, d, l, a);
        const struct review *wanted = case_wanted(c, d->doc->rule.id);
        if (wanted)
            row->reason = format_one(cat, N_("the department wants: %s"), wanted->more, a);
        else if (row->word != PANEL_DONE)
            row->reason = reason_of(&d->reason, j, cat, l, a);
        if (d->need == PAPER_NEEDED) {
            out->needed++;
            out->there += row->word == PANEL_DONE;
        }
    }
}

static void add_rules(const struct judgement *j, const struct catalog *cat, enum lang l, struct arena *a,
    struct panel *out, size_t *cap)
{
    for (size_t i = 0; i < j->answer.n_spoken; i++) {
        const struct spoken *s = &j->answer.spoken[i];
        bool paper = str_eq(s->section, "documents");
        if (s->overridden || paper || s->effect <= VERDICT_OK || s->effect == VERDICT_NEED || s->effect == VERDICT_PENDING)
            continue;
        struct panel_row *row = add(out, cap, a);
        row->word = s->effect >= VERDICT_ASK ? PANEL_REFUSED : PANEL_TOLD;
        row->rule = s->id;
        row->title = bilingual_in(s->say, l);
        if (!*row->title)
            row->title = bilingual_in(s->title, l);
        row->reason = reason_of(&s->because, j, cat, l, a);
    }
}

static const char *question_of(const struct judgement *j, const struct pending *p, const struct catalog *cat, enum lang l,
    struct arena *a)
{
    struct buf b;

    buf_init(&b, TEXT_MAX);
    fact_question(j->policy, p->fact, cat, l, &b);
    const char *text = arena_strdup(a, b.p);
    buf_fini(&b);
    return text;
}

static void add_questions(const struct judgement *j, const struct catalog *cat, enum lang l, struct arena *a,
    struct panel *out, size_t *cap)
{
    for (size_t i = 0; i < j->answer.n_pending; i++) {
        const struct pending *p = &j->answer.pending[i];
        struct panel_row *row = add(out, cap, a);
        row->word = PANEL_ASK;
        row->title = question_of(j, p, cat, l, a);
        row->fact = fact_ref_name(p->fact, a);
    }
}

static const char *joined(const struct catalog *cat, const char *first, const char *second, struct arena *a)
{
    const char *words[] = { first, second };
    struct buf b;

    buf_init(&b, TEXT_MAX);
    msg_format(tr(cat, N_("%1$s and %2$s")), words, COUNT_OF(words), &b);
    const char *text = arena_strdup(a, b.p);
    buf_fini(&b);
    return text;
}

/* The papers that are still wanted, in one polite sentence. */
static const char *ask_for_papers(const struct casefile *c, const struct judgement *j, const struct catalog *cat, enum lang l,
    struct arena *a)
{
    const char *list = "";

    for (size_t i = 0; i < j->answer.n_documents; i++) {
        const struct answer_document *d = &j->answer.documents[i];
        if (!d->missing || d->state == DOC_PROMISED)
            continue;
        const struct review *wanted = case_wanted(c, d->doc->rule.id);
        if (!wanted && !str_empty(bilingual_in(d->doc->rule.say, l)))
            return bilingual_in(d->doc->rule.say, l);
        const char *title = wanted ? wanted->more : bilingual_in(d->doc->rule.title, l);
        list = *list ? joined(cat, list, title, a) : title;
    }
    if (!*list)
        return "";
    return format_one(cat, N_("Could you please bring this: %s?"), list, a);
}

static const char *say_of(const struct casefile *c, const struct judgement *j, const struct catalog *cat, enum lang l,
    struct arena *a)
{
    const struct spoken *strongest = NULL;

    for (size_t i = 0; i < j->answer.n_spoken; i++) {
        const struct spoken *s = &j->answer.spoken[i];
        if (!s->overridden && s->effect >= VERDICT_ASK && (!strongest || s->effect > strongest->effect))
            strongest = s;
    }
    if (strongest && !str_empty(bilingual_in(strongest->say, l)))
        return bilingual_in(strongest->say, l);
    for (size_t i = 0; i < j->answer.n_pending; i++)
        if (j->answer.pending[i].requester)
            return question_of(j, &j->answer.pending[i], cat, l, a);
    const char *papers = ask_for_papers(c, j, cat, l, a);
    if (*papers)
        return papers;
    return j->answer.n_pending ? question_of(j, &j->answer.pending[0], cat, l, a) : "";
}

/* Nothing is asked for any more: what came, and that the request has ended. */
static void only_what_came(struct panel *p, size_t *cap, const struct catalog *cat, struct arena *a)
{
    size_t n = 0;

    for (size_t i = 0; i < p->n; i++)
        if (p->rows[i].word == PANEL_DONE)
            p->rows[n++] = p->rows[i];
    p->n = n;
    p->needed = p->there;
    *add(p, cap, a) = (struct panel_row){ .word = PANEL_TOLD, .right = "", .reason = "",
        .title = tr(cat, N_("The request has ended; nothing is asked for any more.")) };
}

void panel_of(const struct casefile *c, const struct judgement *j, const struct catalog *cat, enum lang l,
    struct arena *a, struct panel *out)
{
    size_t cap = 0;

    *out = (struct panel){ .say = "" };
    if (!str_empty(c->ended)) {
        add_documents(c, j, cat, l, a, out, &cap);
        only_what_came(out, &cap, cat, a);
        return;
    }
    add_rules(j, cat, l, a, out, &cap);
    add_documents(c, j, cat, l, a, out, &cap);
    add_questions(j, cat, l, a, out, &cap);
    out->say = say_of(c, j, cat, l, a);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/casefile.h"

#include "domain/words.h"

void case_number_text(int year, int number, char out[CASE_NUMBER_TEXT])
{
    snprintf(out, CASE_NUMBER_TEXT, "%02d-%04d", year % 100, number);
}

bool case_number_parse(const char *s, int this_year, int *year, int *number)
{
    char head[4] = "", tail[8];
    const char *dash = strchr(s, '-');
    int64_t y = this_year % 100, n;

    if (dash) {
        if ((size_t)(dash - s) != 2)
            return false;
        memcpy(head, s, 2);
        if (!str_int(head, &y) || y < 0)
            return false;
    }
    if (!str_copy(tail, sizeof tail, dash ? dash + 1 : s) || !str_int(tail, &n) || n < 1)
        return false;
    *year = this_year - this_year % 100 + (int)y;
    if (*year > this_year) /* a number of the last century's end is read as past, never as future */
        *year -= 100;
    *number = (int)n;
    return true;
}

static bool state_is(const struct appointment *a, const char *one, const char *other)
{
    return str_eq(a->state, one) || str_eq(a->state, other);
}

const struct appointment *case_booked(const struct casefile *c)
{
    for (size_t i = c->n_appointments; i > 0; i--)
        if (state_is(&c->appointments[i - 1], "booked", "arrived"))
            return &c->appointments[i - 1];
    return NULL;
}

const struct appointment *case_last_appointment(const struct casefile *c)
{
    for (size_t i = c->n_appointments; i > 0; i--) {
        const struct appointment *a = &c->appointments[i - 1];
        if (state_is(a, "booked", "arrived") || state_is(a, "done", "no_show"))
            return a;
    }
    return NULL;
}

const struct visit *case_visit(const struct casefile *c)
{
    return c->n_visits ? &c->visits[c->n_visits - 1] : NULL;
}

const char *case_letter_to(const struct casefile *c)
{
    bool patient = str_empty(c->applicant_kind) || str_eq(c->applicant_kind, "patient");
    bool nothing = str_eq(c->patient_may_know, "nothing");

    if (patient && !c->careful && !nothing)
        return "";
    const char *to = patient ? str_or(c->other_name, "") : str_or(c->applicant_name, str_or(c->other_name, ""));
    return *to || !nothing ? to : NULL;
}

static struct bilingual names(const char *ja, const char *en)
{
    return (struct bilingual){ str_or(ja, str_or(en, "")), str_or(en, str_or(ja, "")) };
}

struct bilingual review_specialist(const struct review *r)
{
    return names(r->specialist_name, r->specialist_name_en);
}

struct bilingual appointment_specialist(const struct appointment *x)
{
    return names(x->specialist_name, x->specialist_name_en);
}

const struct review *case_review(const struct casefile *c)
{
    return c->n_reviews ? &c->reviews[c->n_reviews - 1] : NULL;
}

const struct review *case_wanted(const struct casefile *c, const char *doc)
{
    const struct review *r = case_review(c);
    const struct paper *p = str_eq(doc, "records") ? case_paper(c, doc) : NULL;
    bool here = p && (str_eq(p->state, "received") || str_eq(p->state, "checked"));

    return p && !here && r && str_eq(r->verdict, "more_papers") ? r : NULL;
}

const struct consent *case_consent(const struct casefile *c)
{
    for (size_t i = c->n_consents; i > 0; i--)
        if (!day_known(c->consents[i - 1].withdrawn_on))
            return &c->consents[i - 1];
    return NULL;
}

const struct paper *case_paper(const struct casefile *c, const char *doc)
{
    for (size_t i = 0; i < c->n_papers; i++)
        if (str_eq(c->papers[i].doc, doc))
            return &c->papers[i];
    return NULL;
}

const struct attendee *case_attendee(const struct casefile *c, int64_t id)
{
    for (size_t i = 0; i < c->n_attendees; i++)
        if (c->attendees[i].id == id)
            return &c->attendees[i];
    return NULL;
}

yen case_charged(const struct casefile *c)
{
    yen sum = YEN(0);

    for (size_t i = 0; i < c->n_charges; i++)
        BUG_IF(!yen_add(sum, c->charges[i].amount, &sum));
    return sum;
}

yen case_paid(const struct casefile *c)
{
    yen sum = YEN(0);

    for (size_t i = 0; i < c->n_payments; i++)
        BUG_IF(!yen_add(sum, c->payments[i].amount, &sum));
    return sum;
}

yen case_owed(const struct casefile *c)
{
    yen owed;

    BUG_IF(!yen_sub(case_charged(c), case_paid(c), &owed));
    return owed;
}

bool place_is_back(const char *place)
{
    return str_eq(place, "visitor") || str_eq(place, "lender");
}

bool place_is_end(const char *place)
{
    return place_is_back(place) || str_eq(place, "kept") || str_eq(place, "destroyed");
}

int case_pieces_at(const struct casefile *c, const struct material *m, const char *place)
{
    int n = str_eq(place, "desk") ? m->pieces : 0;

    for (size_t i = 0; i < c->n_moves; i++)
        if (c->moves[i].material == m->id)
            n += c->moves[i].pieces * (str_eq(c->moves[i].place, place) - str_eq(c->moves[i].origin, place));
    return n;
}

int case_pieces_open(const struct casefile *c, const struct material *m)
{
    int n = m->pieces;

    for (size_t i = 0; i < c->n_moves; i++)
        if (c->moves[i].material == m->id)
            n += c->moves[i].pieces * (place_is_end(c->moves[i].origin) - place_is_end(c->moves[i].place));
    return n;
}

int case_pieces_here(const struct casefile *c)
{
    int n = 0;

    for (size_t i = 0; i < c->n_materials; i++)
        n += case_pieces_open(c, &c->materials[i]);
    return n;
}

static const struct material_move *last_move_to(const struct casefile *c, int64_t material, const char *place)
{
    for (size_t i = c->n_moves; i > 0; i--)
        if (c->moves[i - 1].material == material && str_eq(c->moves[i - 1].place, place))
            return &c->moves[i - 1];
    return NULL;
}

struct whereabouts *case_whereabouts(const struct casefile *c, struct arena *a, size_t *n)
{
    struct whereabouts *rows = ARENA_ARRAY(a, struct whereabouts, c->n_materials * WORDS_PLACE.n + 1);

    *n = 0;
    for (size_t i = 0; i < c->n_materials; i++)
        for (size_t k = 0; k < WORDS_PLACE.n; k++) {
            const struct material *m = &c->materials[i];
            const char *place = WORDS_PLACE.item[k].id;
            int pieces = case_pieces_at(c, m, place);

            if (pieces > 0)
                rows[(*n)++] = (struct whereabouts){ m, place, pieces, last_move_to(c, m->id, place) };
        }
    return rows;
}

const struct step_row *case_step_row(const struct casefile *c, const char *step)
{
    for (size_t i = c->n_steps; i > 0; i--)
        if (str_eq(c->steps[i - 1].step, step))
            return &c->steps[i - 1];
    return NULL;
}

bool case_step_done(const struct casefile *c, const char *step)
{
    const struct step_row *row = case_step_row(c, step);

    return row && row->done;
}

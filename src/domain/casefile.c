/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/casefile.h"

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

int case_pieces_here(const struct casefile *c)
{
    int n = 0;

    for (size_t i = 0; i < c->n_materials; i++)
        n += c->materials[i].pieces - c->materials[i].placed;
    return n;
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

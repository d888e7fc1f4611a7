/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "out/appointment_slip.h"

static const char *place_text(struct sheet *p, const struct appointment *a)
{
    struct bilingual name = { a->room_name, a->room_name_en },
                     at = { a->room_floor, a->room_floor_en };
    const char *room = paper_bilingual(p, name), *floor = paper_bilingual(p, at);

    if (a->room == 0 || !*room)
        return str_or(a->place, "");
    return *floor ? paper_format(p, N_("%1$s (%2$s)"), room, floor, NULL) : room;
}

static const char *come_text(struct sheet *p, const struct appointment *a)
{
    const struct hospital *h = p->ctx->hospital;
    const char *counter = paper_bilingual(p, h->counter_name),
               *floor = paper_bilingual(p, h->counter_floor);

    if (*floor)
        counter = paper_format(p, N_("%1$s (%2$s)"), counter, floor, NULL);
    return paper_format(p, N_("by %1$s at %2$s"),
        paper_time(p, a->come_min >= 0 ? a->come_min : a->start_min), counter, NULL);
}

static void time_and_place(struct sheet *p, const struct appointment *a)
{
    const char *doctor = p->lang == LANG_EN && !str_empty(a->specialist_name_en)
        ? a->specialist_name_en
        : a->specialist_name;

    paper_heading(p, N_("Your appointment"));
    paper_pair(p, N_("Date of appointment"), paper_date_weekday(p, a->day));
    paper_pair(p, N_("Time of the talk"),
        paper_format(p, N_("%1$s to %2$s (%3$s minutes)"), paper_time(p, a->start_min),
            paper_time(p, a->start_min + a->minutes), paper_number(p, a->minutes), NULL));
    paper_pair(p, N_("Please come"), come_text(p, a));
    if (*place_text(p, a))
        paper_pair(p, N_("Place of the talk"), place_text(p, a));
    if (!str_empty(doctor))
        paper_pair(p, N_("Specialist"), paper_format(p, N_("Dr %s"), doctor, NULL));
}

static void bring_part(struct sheet *p, const struct appointment_slip *in)
{
    paper_heading(p, N_("Please bring"));
    paper_point(p, N_("this slip"));
    paper_point(p, N_("your patient card of this hospital, if you have one"));
    if (in->identity_needed)
        paper_point(p,
            N_("the original of a paper that shows who you are (My Number Card, driving licence, "
               "passport, residence card ...)"));
    for (size_t i = 0; i < in->n_bring; i++)
        paper_item(p, "*",
            paper_format(
                p, N_("%s (we do not have it yet)"), paper_bilingual(p, in->bring[i]), NULL));
}

static void fee_part(struct sheet *p, const struct appointment_slip *in)
{
    const char *fee = paper_yen(p, in->fee);

    if (in->fee.v <= 0)
        return;
    if (in->fee_minutes > 0)
        fee = paper_format(p, N_("%1$s (tax included) for up to %2$s minutes"), fee,
            paper_number(p, in->fee_minutes), NULL);
    else
        fee = paper_format(p, N_("%s (tax included)"), fee, NULL);
    paper_blank(p);
    paper_heading(p, N_("Consultation fee"));
    paper_text(p, 0, fee);
    paper_say(p, N_("Health insurance does not cover it."));
    paper_say(p,
        in->at_cashier ? N_("It is paid on the day at the main cashier.")
                       : N_("It is paid on the day at this counter."));
}

bool out_appointment_slip(
    const struct appointment_slip *in, const struct paper_ctx *ctx, struct buf *out)
{
    struct sheet p;

    paper_begin(&p, ctx, out);
    paper_letterhead(&p);
    paper_title(&p, N_("Appointment Slip"));
    paper_duplicate(&p);
    paper_subject(&p, in->case_year, in->case_number, in->patient);
    if (!str_empty(in->who_comes))
        paper_pair(&p, N_("Visitors"), in->who_comes);
    paper_blank(&p);
    time_and_place(&p, in->appointment);
    paper_blank(&p);
    bring_part(&p, in);
    fee_part(&p, in);
    paper_blank(&p);
    paper_heading(&p, N_("If you cannot come"));
    paper_say(&p,
        N_("Please phone us as soon as you can; we will arrange another day or cancel the "
           "appointment. "
           "If you will be late, please phone as well."));
    paper_say(&p, N_("No examination or treatment takes place on the day."));
    paper_contact(&p);
    return paper_end(&p);
}

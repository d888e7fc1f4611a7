/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which free places suit a request: its wishes, its bad days, the specialist whom the department named. */
#include "domain/slot.h"

enum { NOON = 720 };

static bool falls_into(const struct day_wish *w, day d, int start_min, int minutes)
{
    if (day_cmp(w->day, d) != 0)
        return false;
    return w->part == PART_ALL || (w->part == PART_AM ? start_min + minutes <= NOON : start_min >= NOON);
}

int wish_of(const struct day_wish *w, size_t n, day d, int start_min, int minutes)
{
    for (size_t i = 0; i < n; i++)
        if (falls_into(&w[i], d, start_min, minutes))
            return (int)i + 1;
    return 0;
}

bool wish_names(const struct day_wish *w, size_t n, day d)
{
    for (size_t i = 0; i < n; i++)
        if (day_cmp(w[i].day, d) == 0)
            return true;
    return false;
}

/* A bad morning spoils what touches the morning. */
static bool spoiled(const struct proposal_in *in, day d, int start_min, int minutes)
{
    for (size_t i = 0; i < in->n_bad; i++)
        if (day_cmp(in->bad[i].day, d) == 0
            && (in->bad[i].part == PART_ALL || (in->bad[i].part == PART_AM ? start_min < NOON : start_min + minutes > NOON)))
            return true;
    return false;
}

/* The named doctor on a wished day is best; a wish counts for less than the doctor's department, a day that the
 * visitor cannot come counts for nothing. */
static int rank_of(const struct proposal_in *in, const struct specialist *who, const struct proposal *p)
{
    bool named = in->specialist && who->id == in->specialist;
    bool kin = named || str_empty(in->department) || str_eq(who->department, in->department);

    return (p->bad_day ? 1000 : 0) + (!in->specialist || named ? 0 : 60) + (kin ? 0 : 200) + (p->wish ? p->wish : 40)
        + (p->after_treatment ? 30 : 0) + (p->after_cashier ? 10 : 0);
}

static struct proposal place_at(const struct proposal_in *in, const struct specialist *who, day d, const struct slot_day *s,
    int start)
{
    int64_t room = s->room[start / SLOT_MINUTES];
    const char *place = s->place[start / SLOT_MINUTES];
    struct proposal p = { .specialist = who->id, .day = d, .start_min = start, .minutes = in->minutes };

    p.room = room_for(in->offer, room, place, d, start, in->minutes);
    p.place = p.room || room_named(in->offer->rooms, in->offer->n_rooms, place) ? "" : place;
    p.wish = wish_of(in->wishes, in->n_wishes, d, start, in->minutes);
    p.other_doctor = in->specialist && who->id != in->specialist;
    p.bad_day = spoiled(in, d, start, in->minutes);
    p.after_cashier = in->cashier_closes >= 0 && start + in->minutes > in->cashier_closes;
    p.after_treatment = day_known(in->treatment_from) && day_cmp(d, in->treatment_from) >= 0;
    p.rank = rank_of(in, who, &p);
    return p;
}

static bool is_better(const struct proposal *a, const struct proposal *b)
{
    if (a->rank != b->rank)
        return a->rank < b->rank;
    return day_cmp(a->day, b->day) != 0 ? day_cmp(a->day, b->day) < 0 : a->start_min < b->start_min;
}

static size_t insert(struct proposal *out, size_t n, size_t max, const struct proposal *p)
{
    size_t at = n;

    while (at > 0 && is_better(p, &out[at - 1]))
        at--;
    if (at >= max)
        return n;
    if (n == max)
        n--;
    memmove(out + at + 1, out + at, (n - at) * sizeof *out);
    out[at] = *p;
    return n + 1;
}

static bool best_of_day(const struct proposal_in *in, const struct specialist *who, day d, struct proposal *best)
{
    struct slot_day s;
    bool found = false;

    slot_day_of(in->offer, who->id, d, in->closed && in->closed(in->arg, d), &s);
    for (int start = slot_next(&s, 0, in->minutes); start >= 0; start = slot_next(&s, start + 1, in->minutes)) {
        struct proposal p = place_at(in, who, d, &s, start);
        if (!found || is_better(&p, best))
            *best = p;
        found = true;
    }
    return found;
}

size_t slot_propose(const struct proposal_in *in, struct proposal *out, size_t max)
{
    size_t n = 0;
    struct proposal best;

    for (day d = in->from; day_cmp(d, in->to) <= 0; d = day_add(d, 1))
        for (size_t i = 0; i < in->offer->n_specialists; i++)
            if (in->offer->specialists[i].active && best_of_day(in, &in->offer->specialists[i], d, &best) && !best.bad_day)
                n = insert(out, n, max, &best);
    return n;
}

bool slot_find_next(const struct proposal_in *in, int64_t specialist, day d, int from_min, int limit, struct proposal *out)
{
    const struct specialist *who = specialist_of(in->offer, specialist);
    struct slot_day s;

    for (int i = 0; who && i < limit; i++, from_min = 0) {
        day on = day_add(d, i);
        slot_day_of(in->offer, specialist, on, in->closed && in->closed(in->arg, on), &s);
        int start = slot_next(&s, from_min, in->minutes);
        if (start < 0)
            continue;
        *out = place_at(in, who, on, &s, start);
        return true;
    }
    return false;
}

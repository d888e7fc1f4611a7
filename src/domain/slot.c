/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/slot.h"

#include "text/fold.h"

static void paint_free(struct slot_day *s, int start, int end, int64_t room, const char *place)
{
    for (int u = start / SLOT_MINUTES; u < end / SLOT_MINUTES && u < SLOT_UNITS; u++) {
        s->state[u] = UNIT_FREE;
        s->room[u] = room;
        s->place[u] = str_or(place, "");
    }
}

static void take_back(struct slot_day *s, int start, int end)
{
    for (int u = start / SLOT_MINUTES; u < end / SLOT_MINUTES && u < SLOT_UNITS; u++)
        if (s->state[u] == UNIT_FREE)
            s->state[u] = UNIT_AWAY;
}

static bool in_force(const struct weekly *x, day d)
{
    return x->weekday == day_weekday(d) && day_cmp(x->from, d) <= 0 && (!day_known(x->until) || day_cmp(d, x->until) <= 0);
}

static void mark_taken(const struct offer *o, int64_t specialist, day d, struct slot_day *out)
{
    for (size_t i = 0; i < o->n_taken; i++) {
        const struct taken *t = &o->taken[i];
        if (t->specialist != specialist || day_cmp(t->day, d) != 0)
            continue;
        for (int u = t->start_min / SLOT_MINUTES; u < (t->start_min + t->minutes) / SLOT_MINUTES && u < SLOT_UNITS; u++) {
            out->state[u] = UNIT_TAKEN;
            out->taken[u] = (int)i;
        }
    }
}

void slot_day_of(const struct offer *o, int64_t specialist, day d, bool closed, struct slot_day *out)
{
    for (int u = 0; u < SLOT_UNITS; u++) {
        out->state[u] = UNIT_NOT_OFFERED;
        out->taken[u] = -1;
        out->room[u] = 0;
        out->place[u] = "";
    }
    for (size_t i = 0; i < o->n_sessions && !closed; i++)
        if (o->sessions[i].specialist == specialist && in_force(&o->sessions[i], d))
            paint_free(out, o->sessions[i].start_min, o->sessions[i].end_min, o->sessions[i].room, o->sessions[i].place);
    for (size_t i = 0; i < o->n_exceptions; i++) {
        const struct exception_day *x = &o->exceptions[i];
        if (x->specialist == specialist && day_cmp(x->day, d) == 0 && !x->extra)
            take_back(out, x->start_min < 0 ? 0 : x->start_min, x->end_min < 0 ? DAY_MINUTES : x->end_min);
    }
    for (size_t i = 0; i < o->n_exceptions; i++) {
        const struct exception_day *x = &o->exceptions[i];
        if (x->specialist == specialist && day_cmp(x->day, d) == 0 && x->extra && x->start_min >= 0)
            paint_free(out, x->start_min, x->end_min, x->room, x->place);
    }
    mark_taken(o, specialist, d, out);
}

bool slot_offered(const struct slot_day *s, int start_min, int minutes)
{
    if (start_min < 0 || minutes <= 0 || start_min + minutes > DAY_MINUTES)
        return false;
    for (int u = start_min / SLOT_MINUTES; u < (start_min + minutes + SLOT_MINUTES - 1) / SLOT_MINUTES; u++)
        if (s->state[u] != UNIT_FREE)
            return false;
    return true;
}

/* Places begin where free time begins and follow each other without a gap. */
static int step_places(const struct slot_day *s, int from, int minutes, int *count)
{
    int run = 0, need = (minutes + SLOT_MINUTES - 1) / SLOT_MINUTES;

    for (int u = 0; need > 0 && u < SLOT_UNITS; u++) {
        run = s->state[u] == UNIT_FREE ? run + 1 : 0;
        if (run < need)
            continue;
        int start = (u - need + 1) * SLOT_MINUTES;
        run = 0;
        if (start < from)
            continue;
        if (!count)
            return start;
        ++*count;
    }
    return -1;
}

int slot_next(const struct slot_day *s, int from, int minutes)
{
    return step_places(s, from, minutes, NULL);
}

int slot_places(const struct slot_day *s, int minutes)
{
    int count = 0;

    step_places(s, 0, minutes, &count);
    return count;
}

bool room_free(const struct offer *o, int64_t room, day d, int start_min, int minutes, int64_t except)
{
    for (size_t i = 0; i < o->n_taken; i++) {
        const struct taken *t = &o->taken[i];
        if (t->room == room && t->appointment != except && day_cmp(t->day, d) == 0 && t->start_min < start_min + minutes
            && start_min < t->start_min + t->minutes)
            return false;
    }
    return true;
}

int64_t room_for(const struct offer *o, int64_t room, const char *place, day d, int start_min, int minutes)
{
    const struct room *named = room ? room_of(o, room) : room_named(o->rooms, o->n_rooms, place);

    if (!named && !str_empty(place))
        return 0;
    if (named && named->active && room_free(o, named->id, d, start_min, minutes, 0))
        return named->id;
    for (size_t i = 0; i < o->n_rooms; i++)
        if (o->rooms[i].active && room_free(o, o->rooms[i].id, d, start_min, minutes, 0))
            return o->rooms[i].id;
    return 0;
}

const struct room *room_named(const struct room *rooms, size_t n, const char *words)
{
    const struct room *found = NULL;
    struct arena a;

    if (str_empty(words))
        return NULL;
    for (size_t i = 0; i < n; i++)
        if (str_eq(rooms[i].name, words) || str_eq(rooms[i].name_en, words))
            return &rooms[i];
    arena_init(&a);
    const char *key = fold_name(&a, words);
    for (size_t i = 0; i < n && !found && !str_empty(key); i++)
        if (str_eq(fold_name(&a, rooms[i].name), key) || str_eq(fold_name(&a, rooms[i].name_en), key))
            found = &rooms[i];
    arena_fini(&a);
    return found;
}

const char *room_words(const struct offer *o, int64_t room, const char *place, enum lang l)
{
    const struct room *r = room ? room_of(o, room) : room_named(o->rooms, o->n_rooms, place);

    return r ? bilingual_in((struct bilingual){ r->name, str_or(r->name_en, r->name) }, l) : str_or(place, "");
}

const struct room *room_of(const struct offer *o, int64_t id)
{
    for (size_t i = 0; i < o->n_rooms; i++)
        if (o->rooms[i].id == id)
            return &o->rooms[i];
    return NULL;
}

const struct specialist *specialist_of(const struct offer *o, int64_t id)
{
    for (size_t i = 0; i < o->n_specialists; i++)
        if (o->specialists[i].id == id)
            return &o->specialists[i];
    return NULL;
}

int slot_come(int start_min, int before)
{
    return start_min > before ? start_min - before : 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Specialists' time against tables made by hand from the sketch of the booking screen (shared screens-ja.md 3):
 * December 2026, Tuesdays and Thursdays 13:00 to 16:30. Weekdays are those of the 2026 calendar. */
#include "tests/check.h"

#include "domain/slot.h"

enum { MORI = 1, HAYASHI = 2, TANI = 3 };

static day on(const char *iso)
{
    day d;

    assert_true(day_parse_iso(iso, &d));
    return d;
}

static const struct specialist people[] = {
    { .id = MORI, .name = "森", .department = "surgery", .active = true },
    { .id = HAYASHI, .name = "林", .department = "surgery", .active = true },
    { .id = TANI, .name = "谷", .department = "medicine", .active = true },
};
static const struct room rooms[] = { { .id = 1, .name = "相談室1", .name_en = "Room 1", .active = true },
    { .id = 2, .name = "相談室2", .name_en = "Room 2", .active = true } };

struct world {
    struct weekly weekly[8];
    struct exception_day exceptions[4];
    struct taken taken[8];
    struct offer offer;
};

static void add_hours(struct world *w, int64_t who, int weekday, int start, int end, const char *from, const char *until)
{
    w->weekly[w->offer.n_sessions++] = (struct weekly){ .specialist = who, .weekday = weekday, .start_min = start,
        .end_min = end, .room = 1, .from = on(from), .until = until ? on(until) : DAY_NONE };
}

static void add_taken(struct world *w, int64_t who, int64_t room, const char *iso, int start, int minutes)
{
    size_t n = w->offer.n_taken++;

    w->taken[n] = (struct taken){ .appointment = (int64_t)n + 1, .specialist = who, .room = room, .day = on(iso),
        .start_min = start, .minutes = minutes };
}

static void make(struct world *w)
{
    *w = (struct world){ 0 };
    w->offer = (struct offer){ .specialists = people, .n_specialists = 3, .sessions = w->weekly, .exceptions = w->exceptions,
        .taken = w->taken, .rooms = rooms, .n_rooms = 2 };
    add_hours(w, MORI, 2, 780, 990, "2026-04-01", NULL);
    add_hours(w, MORI, 4, 780, 990, "2026-04-01", "2026-12-10");
}

static void places_follow_the_weekly_hours_what_is_taken_and_their_last_day(void **state)
{
    /* 13:00-16:30 holds three places of 60, seven of 30, two of 90 minutes */
    static const struct {
        const char *day;
        int minutes, places;
    } cases[] = {
        { "2026-12-08", 60, 3 }, /* Tuesday, 15:00-15:30 is taken: 13:00, 14:00, 15:30 */
        { "2026-12-08", 30, 6 }, { "2026-12-08", 90, 1 }, { "2026-12-10", 60, 3 }, { "2026-12-10", 30, 7 },
        { "2026-12-10", 90, 2 }, { "2026-12-10", 210, 1 }, { "2026-12-10", 215, 0 },
        { "2026-12-17", 60, 0 },                          /* the Thursday line ended on the 10th */
        { "2026-12-09", 60, 0 }, { "2026-12-12", 60, 0 }, /* Wednesday, Saturday */
        { "2026-03-31", 60, 0 }, { "2026-04-07", 60, 3 }, /* the pattern begins on 1 April, a Wednesday */
    };
    struct world w;
    struct slot_day s;

    (void)state;
    make(&w);
    add_taken(&w, MORI, 1, "2026-12-08", 900, 30);
    add_taken(&w, HAYASHI, 2, "2026-12-08", 780, 210); /* somebody else's time does not matter */
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        slot_day_of(&w.offer, MORI, on(cases[i].day), false, &s);
        assert_int_equal(slot_places(&s, cases[i].minutes), cases[i].places);
    }
}

static void a_place_begins_where_free_time_begins(void **state)
{
    struct world w;
    struct slot_day s;

    (void)state;
    make(&w);
    add_taken(&w, MORI, 0, "2026-12-08", 800, 25); /* 13:20-13:45 */
    slot_day_of(&w.offer, MORI, on("2026-12-08"), false, &s);
    assert_int_equal(slot_next(&s, 0, 20), 780);   /* 13:00-13:20 */
    assert_int_equal(slot_next(&s, 781, 20), 825); /* 13:45 */
    assert_int_equal(slot_next(&s, 0, 60), 825);
    assert_int_equal(slot_next(&s, 826, 60), 885); /* 14:45-15:45 */
    assert_int_equal(slot_next(&s, 886, 60), -1);  /* 15:45-16:30 is too short */
    assert_true(slot_offered(&s, 930, 60));
    assert_false(slot_offered(&s, 935, 60));
    assert_false(slot_offered(&s, 785, 20));
}

static void an_absence_takes_time_back_and_an_extra_offer_gives_it(void **state)
{
    struct world w;
    struct slot_day s;

    (void)state;
    make(&w);
    w.exceptions[w.offer.n_exceptions++] = (struct exception_day){ .specialist = MORI, .day = on("2026-12-08"),
        .start_min = -1, .end_min = -1 };
    w.exceptions[w.offer.n_exceptions++] = (struct exception_day){ .specialist = MORI, .day = on("2026-12-08"), .extra = true,
        .start_min = 540, .end_min = 600, .place = "" };
    w.exceptions[w.offer.n_exceptions++] = (struct exception_day){ .specialist = MORI, .day = on("2026-12-10"),
        .start_min = 780, .end_min = 870 };
    slot_day_of(&w.offer, MORI, on("2026-12-08"), false, &s);
    assert_int_equal(slot_places(&s, 60), 1);
    assert_int_equal(slot_next(&s, 0, 60), 540);
    assert_int_equal(s.state[800 / SLOT_MINUTES], UNIT_AWAY);
    slot_day_of(&w.offer, MORI, on("2026-12-10"), false, &s);
    assert_int_equal(slot_next(&s, 0, 60), 870);
    slot_day_of(&w.offer, MORI, on("2026-12-08"), true, &s); /* the hospital is closed: only the extra offer counts */
    assert_int_equal(slot_places(&s, 60), 1);
    slot_day_of(&w.offer, MORI, on("2026-12-10"), true, &s);
    assert_int_equal(slot_places(&s, 60), 0);
}

static void wishes_are_read_as_the_request_holds_them(void **state)
{
    struct arena a;
    struct day_wish *w;

    (void)state;
    arena_init(&a);
    assert_int_equal(day_wishes("2026-12-03 am;2026-12-08;soon; 2026-12-10 pm", on("2026-11-24"), &a, &w, NULL), 3);
    assert_int_equal(wish_of(w, 3, on("2026-12-03"), 600, 60), 1);
    assert_int_equal(wish_of(w, 3, on("2026-12-03"), 690, 60), 0); /* ends at 12:30 */
    assert_int_equal(wish_of(w, 3, on("2026-12-08"), 690, 60), 2);
    assert_int_equal(wish_of(w, 3, on("2026-12-10"), 720, 60), 3);
    assert_int_equal(wish_of(w, 3, on("2026-12-10"), 660, 60), 0);
    assert_true(wish_names(w, 3, on("2026-12-10")));
    assert_int_equal(day_wishes("", on("2026-11-24"), &a, &w, NULL), 0);
    arena_fini(&a);
}

/* The request form has one field for them: people write as on paper. Received on 2026-11-24. */
static void wishes_are_read_as_people_write_them(void **state)
{
    static const struct {
        const char *words, *days; /* + = afternoon, - = morning */
        bool other;
    } table[] = {
        { "12/8午前", "12-08-", false },
        { "１２／３（木）午前　１２／８（火）終日、12/10 午後", "12-03- 12-08 12-10+", false },
        { "12月8日、9日", "12-08 12-09", false },
        { "12/4,7", "12-04 12-07", false },
        { "12/21から12/23", "12-21 12-22 12-23", false },
        { "12/21〜23 午後", "12-21+ 12-22+ 12-23+", false },
        { "12/7-12/9", "12-07 12-08 12-09", false },
        { "R8.12.8 pm; 2026-12-10", "12-08+ 12-10", false },
        { "1/8(金) AM", "01-08-", false }, /* the next one: 2027 */
        { "12/8 10時から", "12-08", true },
        { "12/8 10:00-11:30", "12-08", true },
        { "できれば金曜。12/11(午前)", "12-11-", true },
        { "月・水の午後 2時間以内", "", true },
        { "第2・3週", "", true },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(table); i++) {
        struct arena a;
        struct day_wish *w;
        struct buf got;
        char iso[DAY_TEXT];
        bool other = false;

        arena_init(&a);
        buf_init(&got, 1024);
        size_t n = day_wishes(table[i].words, on("2026-11-24"), &a, &w, &other);
        for (size_t k = 0; k < n; k++) {
            day_iso(w[k].day, iso);
            buf_printf(&got, "%s%s%s", k ? " " : "", iso + 5, w[k].part == PART_AM ? "-" : w[k].part == PART_PM ? "+" : "");
        }
        assert_string_equal(got.p, table[i].days);
        assert_int_equal(other, table[i].other);
        buf_fini(&got);
        arena_fini(&a);
    }
}

static bool holiday(const void *arg, day d)
{
    (void)arg;
    return day_cmp(d, on("2026-12-15")) == 0;
}

/* The sketch: 1 = 12/8 with the named doctor (wish 2), 2 = 12/10 with the named doctor (wish 3), 3 = 12/3 morning with
 * another doctor (wish 1). */
static void proposals_are_ranked_by_doctor_wish_and_day(void **state)
{
    struct world w;
    struct arena a;
    struct day_wish *wishes, *bad;
    struct proposal p[4];

    (void)state;
    arena_init(&a);
    make(&w);
    add_hours(&w, HAYASHI, 4, 600, 660, "2026-04-01", "2026-12-03");
    add_taken(&w, MORI, 1, "2026-12-03", 780, 210);
    add_taken(&w, MORI, 1, "2026-12-08", 780, 60);
    struct proposal_in in = { .offer = &w.offer, .specialist = MORI, .department = "surgery", .minutes = 60,
        .from = on("2026-11-30"), .to = on("2026-12-16"), .closed = holiday, .cashier_closes = 1005,
        .treatment_from = on("2026-12-21") };
    in.n_wishes = day_wishes("2026-12-03 am;2026-12-08;2026-12-10 pm", on("2026-11-24"), &a, &wishes, NULL);
    in.wishes = wishes;
    in.n_bad = day_wishes("2026-12-01;2026-12-04;2026-12-07", on("2026-11-24"), &a, &bad, NULL);
    in.bad = bad;

    assert_int_equal(slot_propose(&in, p, 4), 3); /* 12/1 is a bad day, 12/15 closed */
    assert_int_equal(day_cmp(p[0].day, on("2026-12-08")), 0);
    assert_int_equal(p[0].start_min, 840);
    assert_int_equal(p[0].wish, 2);
    assert_int_equal(p[0].room, 1);
    assert_int_equal(day_cmp(p[1].day, on("2026-12-10")), 0);
    assert_int_equal(p[1].start_min, 780);
    assert_int_equal(p[1].wish, 3);
    assert_int_equal(day_cmp(p[2].day, on("2026-12-03")), 0);
    assert_true(p[2].other_doctor);
    assert_int_equal(p[2].wish, 1);
    arena_fini(&a);
}

static void a_place_after_the_cashier_is_marked_and_comes_later(void **state)
{
    struct world w;
    struct proposal p;

    (void)state;
    make(&w);
    struct proposal_in in = { .offer = &w.offer, .minutes = 60, .cashier_closes = 930, .treatment_from = DAY_NONE };
    add_taken(&w, MORI, 0, "2026-12-08", 780, 90); /* left: 14:30-16:30 */
    assert_true(slot_find_next(&in, MORI, on("2026-12-08"), 0, 1, &p));
    assert_int_equal(p.start_min, 870);
    assert_false(p.after_cashier); /* ends at 15:30 = 930 */
    assert_true(slot_find_next(&in, MORI, on("2026-12-08"), 871, 1, &p));
    assert_int_equal(p.start_min, 930);
    assert_true(p.after_cashier);
    assert_true(slot_find_next(&in, MORI, on("2026-12-08"), 931, 7, &p)); /* the next is on Thursday */
    assert_int_equal(day_cmp(p.day, on("2026-12-10")), 0);
    assert_int_equal(p.start_min, 780);
    assert_false(slot_find_next(&in, TANI, on("2026-12-08"), 0, 30, &p));
}

static void a_taken_room_gives_way_to_another_of_the_list(void **state)
{
    struct world w;

    (void)state;
    make(&w);
    add_taken(&w, HAYASHI, 1, "2026-12-08", 800, 30);
    assert_false(room_free(&w.offer, 1, on("2026-12-08"), 780, 60, 0));
    assert_true(room_free(&w.offer, 1, on("2026-12-08"), 780, 60, 1)); /* it is about to leave */
    assert_true(room_free(&w.offer, 1, on("2026-12-08"), 830, 60, 0));
    assert_int_equal(room_for(&w.offer, 1, "", on("2026-12-08"), 780, 60), 2);
    assert_int_equal(room_for(&w.offer, 0, "Room 1", on("2026-12-08"), 840, 60), 1);
    assert_int_equal(room_for(&w.offer, 0, "教授室", on("2026-12-08"), 780, 60), 0); /* written freely: no room of the list */
    assert_int_equal(room_for(&w.offer, 0, "", on("2026-12-08"), 780, 60), 2);
    assert_int_equal(room_for(&w.offer, 0, "相談室２", on("2026-12-08"), 840, 60), 2); /* as people type it */
    assert_null(room_named(rooms, 2, "相談室"));
}

/* 13:00 to 14:00 is taken: what ends at 13:00 or begins at 14:00 does not meet it. */
static void a_room_is_free_up_to_and_from_the_minute_it_is_taken(void **state)
{
    static const struct {
        int start, minutes;
        bool free;
    } cases[] = { { 720, 60, true }, { 720, 65, false }, { 840, 60, true }, { 835, 60, false }, { 780, 60, false },
        { 800, 10, false }, { 700, 300, false } };
    struct world w;

    (void)state;
    make(&w);
    add_taken(&w, MORI, 1, "2026-12-08", 780, 60);
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_int_equal(room_free(&w.offer, 1, on("2026-12-08"), cases[i].start, cases[i].minutes, 0), cases[i].free);
    assert_true(room_free(&w.offer, 1, on("2026-12-08"), 780, 60, 1)); /* its own appointment */
    assert_true(room_free(&w.offer, 1, on("2026-12-09"), 780, 60, 0));
    assert_true(room_free(&w.offer, 2, on("2026-12-08"), 780, 60, 0));
}

/* A talk that ends within a unit needs the whole of it. */
static void a_talk_takes_the_unit_in_which_it_ends(void **state)
{
    struct world w;
    struct slot_day s;

    (void)state;
    make(&w);
    add_taken(&w, MORI, 1, "2026-12-08", 840, 60);
    slot_day_of(&w.offer, MORI, on("2026-12-08"), false, &s);
    assert_true(slot_offered(&s, 780, 60));
    assert_false(slot_offered(&s, 780, 61));
}

static void no_place_goes_past_midnight(void **state)
{
    struct world w;
    struct slot_day s;

    (void)state;
    make(&w);
    add_hours(&w, TANI, 2, 1380, 1440, "2026-04-01", NULL); /* 23:00-24:00 */
    slot_day_of(&w.offer, TANI, on("2026-12-08"), false, &s);
    assert_true(slot_offered(&s, 1380, 60));
    assert_true(slot_offered(&s, 1435, 5));
    assert_false(slot_offered(&s, 1435, 10));
    assert_false(slot_offered(&s, 1440, 5));
}

static void one_comes_before_the_appointment_but_never_on_the_day_before(void **state)
{
    (void)state;
    assert_int_equal(slot_come(840, 15), 825);
    assert_int_equal(slot_come(10, 15), 0);
    assert_int_equal(slot_come(840, 0), 840);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_follow_the_weekly_hours_what_is_taken_and_their_last_day),
        cmocka_unit_test(a_place_begins_where_free_time_begins),
        cmocka_unit_test(an_absence_takes_time_back_and_an_extra_offer_gives_it),
        cmocka_unit_test(wishes_are_read_as_the_request_holds_them),
        cmocka_unit_test(wishes_are_read_as_people_write_them),
        cmocka_unit_test(proposals_are_ranked_by_doctor_wish_and_day),
        cmocka_unit_test(a_place_after_the_cashier_is_marked_and_comes_later),
        cmocka_unit_test(a_taken_room_gives_way_to_another_of_the_list),
        cmocka_unit_test(a_room_is_free_up_to_and_from_the_minute_it_is_taken),
        cmocka_unit_test(a_talk_takes_the_unit_in_which_it_ends),
        cmocka_unit_test(no_place_goes_past_midnight),
        cmocka_unit_test(one_comes_before_the_appointment_but_never_on_the_day_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

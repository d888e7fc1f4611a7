/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holidays and open days. Expected values: the Cabinet Office's list (data/holidays.csv),
 * domain.md 5.1 and 5.3. */
#include "policy_test.h"

#include "text/charset.h"

static struct calendar *official(struct arena *a)
{
    size_t n;
    char *bytes = tree_file(a, "top_srcdir", "data/holidays.csv", &n);
    struct calendar *c = calendar_new(a);
    struct buf utf8;
    struct err e = ERR_INIT;

    buf_init(&utf8, 200000);
    assert_true(charset_from_cp932(bytes, n, &utf8, &e));
    assert_true(calendar_add_csv(c, utf8.p, &e));
    buf_fini(&utf8);
    return c;
}

static void the_official_list_and_the_law_agree_on_every_day_from_1955_to_2027(void **state)
{
    struct arena a;
    int first, last;
    size_t days = 0;

    (void)state;
    arena_init(&a);
    struct calendar *c = official(&a);
    calendar_years(c, &first, &last);
    assert_int_equal(first, 1955);
    assert_int_equal(last, 2027);
    assert_false(calendar_open(c, NULL, DAY_NONE));
    for (day d = iso("1955-01-01"); day_cmp(d, iso("2027-12-31")) <= 0; d = day_add(d, 1)) {
        struct holiday listed, lawful;
        char text[DAY_TEXT];
        bool in_list = calendar_holiday(c, d, &listed), in_law = calendar_holiday(NULL, d, &lawful);
        day_iso(d, text);
        if (in_list != in_law)
            fail_msg("%s is a holiday by %s only", text, in_list ? "the list" : "the law");
        days += in_list;
    }
    /* lines of the list without its heading */
    assert_int_equal(days, 1067);
    arena_fini(&a);
}

/* What the list calls 休日 has its kind from the law; the names of the others are the list's. */
static void substitutes_and_citizens_holidays_are_told_apart(void **state)
{
    static const struct {
        const char *day, *ja;
        enum holiday_kind kind;
    } cases[] = {
        { "2026-05-06", "振替休日", HOLIDAY_SUBSTITUTE },
        { "2026-09-22", "国民の休日", HOLIDAY_CITIZENS },
        { "2027-03-22", "振替休日", HOLIDAY_SUBSTITUTE },
        { "2009-09-22", "国民の休日", HOLIDAY_CITIZENS },
        { "2015-09-22", "国民の休日", HOLIDAY_CITIZENS },
        { "1973-04-30", "振替休日", HOLIDAY_SUBSTITUTE },
        { "1988-05-04", "国民の休日", HOLIDAY_CITIZENS },
        { "2008-05-06", "振替休日", HOLIDAY_SUBSTITUTE },
        { "2019-04-30", "国民の休日", HOLIDAY_CITIZENS },
        { "2019-05-02", "国民の休日", HOLIDAY_CITIZENS },
        { "2019-05-01", "休日（祝日扱い）", HOLIDAY_SPECIAL },
        { "2019-10-14", "体育の日（スポーツの日）", HOLIDAY_NAMED },
        { "1989-02-24", "大喪の礼", HOLIDAY_SPECIAL },
        { "2020-07-23", "海の日", HOLIDAY_NAMED },
        { "2020-07-24", "スポーツの日", HOLIDAY_NAMED },
        { "2021-08-09", "振替休日", HOLIDAY_SUBSTITUTE },
        { "2026-11-23", "勤労感謝の日", HOLIDAY_NAMED },
    };
    struct arena a;

    (void)state;
    arena_init(&a);
    struct calendar *c = official(&a);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct holiday h;
        assert_true(calendar_holiday(c, iso(cases[i].day), &h));
        assert_string_equal(h.name.ja, cases[i].ja);
        assert_int_equal(h.kind, cases[i].kind);
        assert_false(h.projected);
        assert_true(h.name.en && *h.name.en);
    }
    arena_fini(&a);
}

/* domain.md 5.1, whole years */
static void beyond_the_list_the_law_projects(void **state)
{
    static const char *const days[] = { "2028-01-01", "2028-01-10", "2028-02-11", "2028-02-23",
        "2028-03-20", "2028-04-29", "2028-05-03", "2028-05-04", "2028-05-05", "2028-07-17",
        "2028-08-11", "2028-09-18", "2028-09-22", "2028-10-09", "2028-11-03", "2028-11-23" };
    struct holiday law[HOLIDAYS_PER_YEAR_MAX], h;
    struct arena a;

    (void)state;
    arena_init(&a);
    struct calendar *c = official(&a);
    assert_int_equal(holidays_by_law(2028, law), COUNT_OF(days));
    for (size_t i = 0; i < COUNT_OF(days); i++) {
        assert_int_equal(day_cmp(law[i].day, iso(days[i])), 0);
        assert_true(calendar_holiday(c, iso(days[i]), &h));
        assert_true(h.projected);
    }
    assert_true(calendar_holiday(c, iso("2032-09-21"), &h));
    assert_int_equal(h.kind, HOLIDAY_CITIZENS);
    assert_true(calendar_holiday(c, iso("2037-09-22"), &h));
    assert_int_equal(h.kind, HOLIDAY_CITIZENS);
    assert_int_equal(holidays_by_law(1900, law), 0);
    arena_fini(&a);
}

/* domain.md 5.3: day 0 is not counted; Saturdays, Sundays, holidays and 12/29-1/3 are closed */
static void business_days_are_counted_as_the_counter_counts_them(void **state)
{
    static const struct {
        const char *from;
        int n;
        const char *to;
    } cases[] = {
        { "2026-11-24", 7, "2026-12-03" },
        { "2026-11-24", 14, "2026-12-14" },
        { "2026-12-14", 7, "2026-12-23" },
        { "2026-12-14", 14, "2027-01-07" },
        { "2026-12-18", 7, "2027-01-04" },
        { "2026-12-18", 14, "2027-01-14" },
        { "2027-04-21", 7, "2027-05-06" },
        { "2027-04-21", 14, "2027-05-17" },
        { "2026-11-21", 7, "2026-12-03" }, /* a Saturday: day 0 is the next open day, the 24th */
        { "2026-11-24", 0, "2026-11-24" },
    };
    struct arena a;

    (void)state;
    arena_init(&a);
    struct calendar *c = official(&a);
    const struct opening *o = policy_calendar(omu(&a), "counter");
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        char text[DAY_TEXT];
        day d;
        assert_true(
            calendar_add_open_days(c, o, iso(cases[i].from), cases[i].n, &a, &d, NULL, NULL));
        day_iso(d, text);
        assert_string_equal(text, cases[i].to);
    }
    arena_fini(&a);
}

static void the_skipped_days_are_named(void **state)
{
    static const struct {
        const char *day, *ja, *en;
    } expected[] = {
        { "2026-12-19", "土曜日", "Saturday" },
        { "2026-12-20", "日曜日", "Sunday" },
        { "2026-12-26", "土曜日", "Saturday" },
        { "2026-12-27", "日曜日", "Sunday" },
        { "2026-12-29", "年末年始", "Year-end and New Year holidays" },
        { "2026-12-30", "年末年始", "Year-end and New Year holidays" },
        { "2026-12-31", "年末年始", "Year-end and New Year holidays" },
        { "2027-01-01", "元日", "New Year's Day" },
        { "2027-01-02", "年末年始", "Year-end and New Year holidays" },
        { "2027-01-03", "年末年始", "Year-end and New Year holidays" },
    };
    struct arena a;
    struct skipped_day *skipped;
    size_t n;
    day d;

    (void)state;
    arena_init(&a);
    assert_true(calendar_add_open_days(official(&a), policy_calendar(omu(&a), "counter"),
        iso("2026-12-18"), 7, &a, &d, &skipped, &n));
    assert_int_equal(n, COUNT_OF(expected));
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(day_cmp(skipped[i].day, iso(expected[i].day)), 0);
        assert_string_equal(skipped[i].why.ja, expected[i].ja);
        assert_string_equal(skipped[i].why.en, expected[i].en);
    }
    arena_fini(&a);
}

static void the_counter_is_open_from_9_00_to_16_45_on_open_days(void **state)
{
    struct arena a;

    (void)state;
    arena_init(&a);
    struct calendar *c = official(&a);
    const struct opening *o = policy_calendar(omu(&a), "counter");
    struct day_status s = calendar_day(c, o, iso("2026-11-24"));
    assert_true(s.open);
    assert_int_equal(s.opens.min, 9 * 60);
    assert_int_equal(s.closes.min, 16 * 60 + 45);
    s = calendar_day(c, o, iso("2026-11-23"));
    assert_false(s.open);
    assert_string_equal(s.why.en, "Labour Thanksgiving Day");
    calendar_add_closure(
        c, iso("2026-11-25"), (struct bilingual){ "開院記念日", "Foundation day" });
    s = calendar_day(c, o, iso("2026-11-25"));
    assert_false(s.open);
    assert_string_equal(s.why.ja, "開院記念日");
    day next;
    assert_true(calendar_open_from(c, o, iso("2026-11-25"), &next));
    assert_int_equal(day_cmp(next, iso("2026-11-26")), 0);
    arena_fini(&a);
}

static enum holiday_kind kind_of(char letter)
{
    return letter == 'S' ? HOLIDAY_SUBSTITUTE
        : letter == 'C'  ? HOLIDAY_CITIZENS
        : letter == 'L'  ? HOLIDAY_SPECIAL
                         : HOLIDAY_NAMED;
}

/* tests/data/policy/holidays-law.txt: reckoned from the text of the law, the equinoxes from the sun. */
static void every_holiday_of_two_centuries_has_its_day_and_kind(void **state)
{
    struct arena a;
    size_t n, years = 0;
    char *rest, *line;

    (void)state;
    arena_init(&a);
    rest = tree_file(&a, "top_srcdir", "tests/data/policy/holidays-law.txt", &n);
    while ((line = strsep(&rest, "\n"))) {
        struct holiday law[HOLIDAYS_PER_YEAR_MAX];
        int year, md, read, at = 0;
        char letter;
        if (sscanf(line, "%d%n", &year, &at) != 1)
            continue;
        size_t have = holidays_by_law(year, law), expected = 0;
        for (; sscanf(line + at, " %4d%c%n", &md, &letter, &read) == 2; at += read, expected++) {
            day d;
            assert_true(day_from_ymd(year, md / 100, md % 100, &d));
            if (expected >= have || day_cmp(law[expected].day, d) != 0
                || law[expected].kind != kind_of(letter))
                fail_msg("%d-%04d%c", year, md, letter);
        }
        assert_int_equal(have, expected);
        years++;
    }
    assert_int_equal(years, 198); /* four of the next century have an equinox too near to midnight */
    struct holiday none[HOLIDAYS_PER_YEAR_MAX];
    assert_int_equal(holidays_by_law(1948, none), 0);
    assert_int_equal(holidays_by_law(2151, none), 0);
    arena_fini(&a);
}

/* tests/data/policy/business-days.txt: open days from 1955 to 2040, counted elsewhere. */
static void open_days_are_counted_alike_elsewhere(void **state)
{
    struct arena a;
    size_t n, rows = 0;
    char *rest, *line;

    (void)state;
    arena_init(&a);
    struct calendar *c = official(&a);
    const struct opening *o = policy_calendar(omu(&a), "counter");
    rest = tree_file(&a, "top_srcdir", "tests/data/policy/business-days.txt", &n);
    while ((line = strsep(&rest, "\n"))) {
        struct skipped_day *skipped;
        char from[12], to[12];
        size_t n_skipped;
        int days, between;
        day d;
        if (sscanf(line, "%11s %d %11s %d", from, &days, to, &between) != 4)
            continue;
        assert_true(calendar_add_open_days(c, o, iso(from), days, &a, &d, &skipped, &n_skipped));
        if (day_cmp(d, iso(to)) != 0 || n_skipped != (size_t)between)
            fail_msg("%s", line);
        for (size_t i = 0; i < n_skipped; i++)
            assert_true(skipped[i].why.ja && skipped[i].why.en);
        rows++;
    }
    assert_int_equal(rows, 305);
    arena_fini(&a);
}

/* After the last year of the list a skipped holiday says that it is foreseen, an ordinary Sunday does not. */
static void skipped_days_beyond_the_list_are_marked_as_foreseen(void **state)
{
    struct arena a;
    struct skipped_day *skipped;
    size_t n, foreseen = 0;
    day d;

    (void)state;
    arena_init(&a);
    struct calendar *c = official(&a);
    const struct opening *o = policy_calendar(omu(&a), "counter");
    assert_true(calendar_add_open_days(c, o, iso("2027-12-27"), 10, &a, &d, &skipped, &n));
    for (size_t i = 0; i < n; i++) {
        bool holiday = day_cmp(skipped[i].day, iso("2028-01-01")) == 0
            || day_cmp(skipped[i].day, iso("2028-01-10")) == 0;
        assert_int_equal(skipped[i].projected, holiday);
        foreseen += skipped[i].projected;
    }
    assert_int_equal(foreseen, 2);
    arena_fini(&a);
}

static void without_hours_the_week_and_the_holidays_decide(void **state)
{
    static const struct {
        const char *day;
        bool open;
        const char *why;
    } cases[] = { { "2026-11-20", true, NULL }, { "2026-11-21", false, "土曜日" },
        { "2026-11-22", false, "日曜日" }, { "2026-11-23", false, "勤労感謝の日" },
        { "2026-11-24", true, NULL }, { "2026-12-30", true, NULL } };
    struct arena a;

    (void)state;
    arena_init(&a);
    struct calendar *c = official(&a);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct day_status s = calendar_day(c, NULL, iso(cases[i].day));
        assert_int_equal(s.open, cases[i].open);
        if (!s.open)
            assert_string_equal(s.why.ja, cases[i].why);
    }
    arena_fini(&a);
}

static const char PATTERNS[] = SMALL_POLICY
    "calendars:\n"
    "  keio: { hours: { Mon-Sat: 08:40-16:30 }, closed: [ holidays, 1st Sat, 3rd Sat ] }\n"
    "  fourth: { open_only: [ 4th Tue 14:00-17:00 ] }\n"
    "  single: { hours: { any: 09:00-12:00 }, closed: [ 2026-08-14, 12/31 ] }\n"
    "  weekend: { hours: { Sat-Sun: 10:00-11:00, Wed: 13:00-14:00 } }\n"
    "  shut: { open_only: [ 2026-01-01 ] }\n";

/* policy.md "Rules that real hospitals have": 1st and 3rd Saturday closed; 4th Tuesday only */
static void the_patterns_of_real_hospitals_are_understood(void **state)
{
    static const struct {
        const char *calendar, *day;
        bool open;
        int opens;
    } cases[] = {
        { "keio", "2026-11-07", false, -1 },
        { "keio", "2026-11-14", true, 520 },
        { "keio", "2026-11-21", false, -1 },
        { "keio", "2026-11-28", true, 520 },
        { "keio", "2026-11-22", false, -1 },
        { "keio", "2026-11-23", false, -1 },
        { "fourth", "2026-11-24", true, 840 },
        { "fourth", "2026-11-17", false, -1 },
        { "fourth", "2026-11-25", false, -1 },
        { "single", "2026-08-14", false, -1 },
        { "single", "2026-08-16", true, 540 },
        { "single", "2026-12-31", false, -1 },
        { "weekend", "2026-11-28", true, 600 },
        { "weekend", "2026-11-29", true, 600 },
        { "weekend", "2026-11-25", true, 780 },
        { "weekend", "2026-11-26", false, -1 },
    };
    struct arena a;
    day d;

    (void)state;
    arena_init(&a);
    const struct policy *p = good_policy(PATTERNS, &a);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct day_status s
            = calendar_day(NULL, policy_calendar(p, cases[i].calendar), iso(cases[i].day));
        if (s.open != cases[i].open)
            fail_msg("%s on %s", cases[i].calendar, cases[i].day);
        assert_int_equal(s.opens.min, cases[i].opens);
        assert_true(s.open || s.why.ja);
    }
    /* a calendar that never opens again is no endless search */
    assert_false(calendar_open_from(NULL, policy_calendar(p, "shut"), iso("2026-01-02"), &d));
    assert_false(calendar_add_open_days(
        NULL, policy_calendar(p, "shut"), iso("2026-01-01"), 1, &a, &d, NULL, NULL));
    arena_fini(&a);
}

#define NINE(y) y "/1/1,a\n" y "/1/2,a\n" y "/1/3,a\n" y "/1/4,a\n" y "/1/5,a\n" y "/1/6,a\n" y "/1/7,a\n" y "/1/8,a\n" y "/1/9,a\n"

/* A year that no row is of follows from the law, also between two that the list has. */
static void a_year_without_rows_is_one_of_the_law(void **state)
{
    struct arena a;
    struct err e = ERR_INIT;
    struct holiday h;

    (void)state;
    arena_init(&a);
    struct calendar *c = calendar_new(&a);
    calendar_add_holiday(c, DAY_NONE, "x"); /* of a damaged file */
    calendar_add_closure(c, DAY_NONE, (struct bilingual){ "x", "x" });
    assert_true(calendar_add_csv(c, NINE("2025"), &e) && calendar_add_csv(c, NINE("2027"), &e));
    int first, last;
    calendar_years(c, &first, &last);
    assert_int_equal(first, 2025);
    assert_int_equal(last, 2027);
    assert_true(calendar_holiday(c, iso("2026-11-03"), &h) && h.projected);
    assert_false(calendar_holiday(c, iso("2027-11-03"), &h));
    arena_fini(&a);
}

static void a_wrong_holiday_list_is_refused_whole_with_its_line(void **state)
{
    static const struct {
        const char *text, *message;
    } cases[] = {
        { "日付,名称\r\n2026/1/1,元日\r\n2026/2/30,謎の日\r\n",
            "line 3 of the holiday list: there is no such date: 2026/2/30,謎の日" },
        { "2026/1/1\n", "line 1 of the holiday list is not written as 2026/1/1,name: 2026/1/1" },
        { "2026/1/1,\n", "line 1 of the holiday list has no name: 2026/1/1," },
        { "日付,名称\n\n2026-1-1,元日\n",
            "line 3 of the holiday list is not written as 2026/1/1,name: 2026-1-1,元日" },
        { "2026/1/1,元日,祝\n", "line 1 of the holiday list has no name: 2026/1/1,元日,祝" },
        { "日付,名称\n", "the holiday list holds no day" },
        { "2027/1/1,元日\n2027/1/2,x\n2027/1/1,元日\n", "line 3 of the holiday list names a day for the second time: 2027/1/1,元日" },
        { "27/1/1,元日\n", "line 1 of the holiday list: there is no such date: 27/1/1,元日" }, /* a table program's years */
        { "0001/1/1,元日\n", "line 1 of the holiday list: there is no such date: 0001/1/1,元日" },
        { "9999/1/1,元日\n", "line 1 of the holiday list: there is no such date: 9999/1/1,元日" },
        { "2027/1/1,元日\n2027/1/11,成人の日\n", "the holiday list is not whole: it has 2 days of 2027. Take the official file as it is" },
        { NINE("2026") NINE("2028"), "the holiday list is not whole: it has 0 days of 2027. Take the official file as it is" },
        { "\x93\xfa,x\n",
            "the holiday list is not readable text; it should be the official file in CP932 or "
            "UTF-8" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena a;
        struct err e = ERR_INIT;
        struct buf m;
        int first, last;
        arena_init(&a);
        struct calendar *c = calendar_new(&a);
        assert_false(calendar_add_csv(c, cases[i].text, &e));
        buf_init(&m, 1000);
        msg_text(NULL, &e.msg, &m);
        assert_string_equal(m.p, cases[i].message);
        calendar_years(c, &first, &last);
        assert_int_equal(first, 0);
        buf_fini(&m);
        arena_fini(&a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_official_list_and_the_law_agree_on_every_day_from_1955_to_2027),
        cmocka_unit_test(substitutes_and_citizens_holidays_are_told_apart),
        cmocka_unit_test(beyond_the_list_the_law_projects),
        cmocka_unit_test(business_days_are_counted_as_the_counter_counts_them),
        cmocka_unit_test(the_skipped_days_are_named),
        cmocka_unit_test(every_holiday_of_two_centuries_has_its_day_and_kind),
        cmocka_unit_test(open_days_are_counted_alike_elsewhere),
        cmocka_unit_test(skipped_days_beyond_the_list_are_marked_as_foreseen),
        cmocka_unit_test(without_hours_the_week_and_the_holidays_decide),
        cmocka_unit_test(the_counter_is_open_from_9_00_to_16_45_on_open_days),
        cmocka_unit_test(the_patterns_of_real_hospitals_are_understood),
        cmocka_unit_test(a_year_without_rows_is_one_of_the_law),
        cmocka_unit_test(a_wrong_holiday_list_is_refused_whole_with_its_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

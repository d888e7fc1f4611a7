/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/check.h"

#include "base/base.h"
#include "tests/unit/text/data.h"
#include "text/date_input.h"
#include "text/era.h"
#include "text/utf8.h"

static day iso(const char *s)
{
    day d = DAY_NONE;

    assert_true(day_parse_iso(s, &d));
    return d;
}

static void borders_of_the_eras_are_those_of_glibc(void **state)
{
    /* Domain page 5.4: glibc's own ja_JP table. */
    static const struct {
        const char *day, *text;
    } cases[] = { { "1873-01-01", "M6.1.1" }, { "1912-07-29", "M45.7.29" },
        { "1912-07-30", "T1.7.30" }, { "1926-12-24", "T15.12.24" }, { "1926-12-25", "S1.12.25" },
        { "1989-01-07", "S64.1.7" }, { "1989-01-08", "H1.1.8" }, { "2019-04-30", "H31.4.30" },
        { "2019-05-01", "R1.5.1" }, { "2026-11-24", "R8.11.24" }, { "1872-12-31", "1872.12.31" } };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        char out[DATE_TEXT];
        assert_string_equal(
            date_text(iso(cases[i].day), LANG_JA, DATE_ERA_SHORT, out), cases[i].text);
    }
}

static void eras_follow_each_other_without_gap(void **state)
{
    (void)state;
    for (size_t i = 0; i + 1 < ERA_COUNT; i++)
        assert_int_equal(day_diff(era_at(i)->first, era_at(i + 1)->last), 1);
    assert_null(era_of(DAY_NONE));
    assert_null(era_of(iso("1872-12-31")));
}

static void dates_are_written_in_both_languages(void **state)
{
    static const struct {
        enum date_style style;
        const char *ja, *en;
    } cases[] = {
        { DATE_ISO, "2026-11-24", "2026-11-24" },
        { DATE_WEEKDAY, "2026-11-24(火)", "24 Nov 2026 (Tue)" },
        { DATE_SHORT, "11/24", "24 Nov" },
        { DATE_SHORT_WEEKDAY, "11/24(火)", "24 Nov (Tue)" },
        { DATE_PAPER, "令和8年11月24日", "24 November 2026" },
        { DATE_PAPER_WEEKDAY, "令和8年11月24日(火)", "Tuesday, 24 November 2026" },
        { DATE_ERA_SHORT, "R8.11.24", "R8.11.24" },
        { DATE_BOTH, "2026-11-24(火) 令和8年", "24 Nov 2026 (Tue) Reiwa 8" },
    };
    char out[DATE_TEXT];

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        day d = iso("2026-11-24");
        assert_string_equal(date_text(d, LANG_JA, cases[i].style, out), cases[i].ja);
        assert_string_equal(date_text(d, LANG_EN, cases[i].style, out), cases[i].en);
        assert_string_equal(date_text(DAY_NONE, LANG_EN, cases[i].style, out), "");
    }
    assert_string_equal(date_text(iso("2019-05-01"), LANG_JA, DATE_PAPER, out), "令和元年5月1日");
    assert_string_equal(date_text(iso("1872-12-31"), LANG_JA, DATE_PAPER, out), "1872年12月31日");
    assert_string_equal(era_year_text(iso("2019-05-01"), LANG_EN, out), "Reiwa 1");
    assert_string_equal(weekday_long(2, LANG_JA), "火曜日");
    assert_string_equal(weekday_long(2, LANG_EN), "Tuesday");
}

/* Monday to Friday, until the end of 2027. */
static day weekdays_only(const void *calendar, day from, int n)
{
    int step = n < 0 ? -1 : 1;

    assert_string_equal(calendar, "calendar");
    while (n != 0) {
        from = day_add(from, step);
        int w = day_weekday(from);
        if (w != 0 && w != 6)
            n -= step;
    }
    return day_cmp(from, iso("2027-12-31")) > 0 ? DAY_NONE : from;
}

static struct date_context context(enum date_bias bias)
{
    return (struct date_context){ .today = iso("2026-11-24"),
        .bias = bias,
        .field = "received",
        .business_day = weekdays_only,
        .calendar = "calendar" };
}

struct typed {
    const char *typed, *day;
};

static void check_typed(enum date_bias bias, const struct typed *cases, size_t n)
{
    struct date_context c = context(bias);

    for (size_t i = 0; i < n; i++) {
        struct err e = ERR_INIT;
        day d = DAY_NONE;
        char text[DAY_TEXT];
        if (!date_input(cases[i].typed, &c, &d, &e))
            print_message("# %s: %s\n", cases[i].typed, e.msg.id);
        day_iso(d, text);
        assert_string_equal(text, cases[i].day);
        assert_int_equal(e.kind, ERR_NONE);
    }
}

static void dates_are_read_as_people_write_them(void **state)
{
    /* Screens page "Dates are typed", domain page 5.4. Today is 2026-11-24, a
     * Tuesday. */
    static const struct typed cases[] = {
        { "R8.4.1", "2026-04-01" },
        { "r8-4-1", "2026-04-01" },
        { "R08.04.01", "2026-04-01" },
        { "R80401", "2026-04-01" },
        { "R080401", "2026-04-01" },
        { "令和8年4月1日", "2026-04-01" },
        { "令8.4.1", "2026-04-01" },
        { "㋿8年4月1日", "2026-04-01" },
        { "Reiwa 8.4.1", "2026-04-01" },
        { "令和元年5月1日", "2019-05-01" },
        { "Ｒ８．４．１", "2026-04-01" },
        { "令和８年４月１日", "2026-04-01" },
        { "R8。4。1", "2026-04-01" },
        { "R8ー4ー1", "2026-04-01" },
        { " R8. 4. 1 ", "2026-04-01" },
        { "80401", "2026-04-01" },
        { "080401", "2026-04-01" },
        { "８０４０１", "2026-04-01" },
        { "8.4.1", "2026-04-01" },
        { "8/4/1", "2026-04-01" },
        { "8年4月1日", "2026-04-01" },
        { "2026-4-1", "2026-04-01" },
        { "2026/4/1", "2026-04-01" },
        { "2026.04.01", "2026-04-01" },
        { "2026年4月1日", "2026-04-01" },
        { "20260401", "2026-04-01" },
        { "２０２６－４－１", "2026-04-01" },
        { "S39.7.2", "1964-07-02" },
        { "昭39-7-2", "1964-07-02" },
        { "昭和39年7月2日", "1964-07-02" },
        { "3390702", "1964-07-02" },
        { "4010108", "1989-01-08" },
        { "5080401", "2026-04-01" },
        { "19640702", "1964-07-02" },
        { "1964/7/2", "1964-07-02" },
        { "T15.12.24", "1926-12-24" },
        { "t15.12.24", "1926-12-24" },
        { "S64.1.7", "1989-01-07" },
        { "H31.4.30", "2019-04-30" },
        { "2026-4-1(水)", "2026-04-01" },
        { "2026-4-1（水）", "2026-04-01" },
        { "4月1日木曜日", "2027-04-01" },
        { "R8.4.1 水", "2026-04-01" },
        { "R8.4.1水曜", "2026-04-01" },
        { "2026-11-23(月・祝)", "2026-11-23" },
        { "2026年11月22日日", "2026-11-22" },
        { "2026-11-22(日)", "2026-11-22" },
        { "2026年11月23日月", "2026-11-23" },
        { "24 Nov 2026 (Tue)", "2026-11-24" },
        { "24 November 2026", "2026-11-24" },
        { "t", "2026-11-24" },
        { "T", "2026-11-24" },
        { "ｔ", "2026-11-24" },
        { "今日", "2026-11-24" },
        { "本日", "2026-11-24" },
        { "明日", "2026-11-25" },
        { "昨日", "2026-11-23" },
        { "+3", "2026-11-27" },
        { "＋３", "2026-11-27" },
        { "-3", "2026-11-21" },
        { "－３", "2026-11-21" },
        { "+2w", "2026-12-08" },
        { "+2W", "2026-12-08" },
        { "+1m", "2026-12-24" },
        { "t+3", "2026-11-27" },
        { "+7b", "2026-12-03" },
        { "-1b", "2026-11-23" },
        { "2024-02-29", "2024-02-29" },
    };

    (void)state;
    check_typed(DATE_ANY, cases, COUNT_OF(cases));
}

static void a_date_without_a_year_leans_as_the_field_does(void **state)
{
    static const struct typed past[] = { { "4/1", "2026-04-01" }, { "11/24", "2026-11-24" },
        { "11/25", "2025-11-25" }, { "12月1日", "2025-12-01" }, { "2/29", "2024-02-29" },
        { "1124", "2026-11-24" }, { "24 Nov", "2026-11-24" } };
    static const struct typed future[] = { { "4/1", "2027-04-01" }, { "11/24", "2026-11-24" },
        { "12/8", "2026-12-08" }, { "2/29", "2028-02-29" }, { "0401", "2027-04-01" },
        { "１２／８（火）", "2026-12-08" } };
    static const struct typed any[] = { { "4/1", "2027-04-01" }, { "11/1", "2026-11-01" },
        { "6/1", "2026-06-01" }, { "1/5", "2027-01-05" } };

    (void)state;
    check_typed(DATE_PAST, past, COUNT_OF(past));
    check_typed(DATE_FUTURE, future, COUNT_OF(future));
    check_typed(DATE_ANY, any, COUNT_OF(any));
}

static void on_that_day(const char *today, enum date_bias bias, const char *typed, const char *found)
{
    struct date_context c = context(bias);
    day d = DAY_NONE;

    c.today = iso(today);
    if (!date_input(typed, &c, &d, NULL) || day_cmp(d, iso(found)) != 0)
        fail_msg("%s on %s is not %s", typed, today, found);
}

/* 1896 and 1904, 2096 and 2104: no leap day between. As near on both sides (183 days to either 1 March): the coming one. */
static void the_nearest_day_is_found_across_a_century_without_a_leap_day(void **state)
{
    (void)state;
    on_that_day("2104-02-28", DATE_PAST, "2/29", "2096-02-29");
    on_that_day("2096-03-01", DATE_FUTURE, "2/29", "2104-02-29");
    on_that_day("2023-08-31", DATE_ANY, "3/1", "2024-03-01");
}

static void a_month_later_is_never_in_the_month_after(void **state)
{
    (void)state;
    on_that_day("2026-01-31", DATE_ANY, "+1m", "2026-02-28");
    on_that_day("2026-01-31", DATE_ANY, "-2m", "2025-11-30");
}

struct refused {
    const char *typed;
    const char *message; /* the beginning of the message id */
    const char *first, *second; /* its words */
};

static void check_refused(enum date_bias bias, const struct refused *cases, size_t n)
{
    struct date_context c = context(bias);

    for (size_t i = 0; i < n; i++) {
        struct err e = ERR_INIT;
        day d = iso("2000-01-01");
        assert_false(date_input(cases[i].typed, &c, &d, &e));
        assert_int_equal(e.kind, ERR_INPUT);
        assert_string_equal(e.field, "received");
        assert_int_equal(day_cmp(d, iso("2000-01-01")), 0);
        if (!str_starts(e.msg.id, cases[i].message))
            print_message("# %s: %s\n", cases[i].typed, e.msg.id);
        assert_true(str_starts(e.msg.id, cases[i].message));
        if (cases[i].first)
            assert_string_equal(e.msg.arg[0], cases[i].first);
        if (cases[i].second)
            assert_string_equal(e.msg.arg[1], cases[i].second);
    }
}

static void a_hundred_years_either_way_is_the_farthest(void **state)
{
    static const struct typed good[]
        = { { "2126-11-24", "2126-11-24" }, { "1926-11-24", "1926-11-24" } };
    static const struct refused bad[] = { { "2126-11-25", "%s is too far away", "2126-11-25", NULL },
        { "1926-11-23", "%s is too far away", "1926-11-23", NULL } };

    (void)state;
    check_typed(DATE_ANY, good, COUNT_OF(good));
    check_refused(DATE_ANY, bad, COUNT_OF(bad));
}

/* R99 is the year 2117: nobody promises that far; a card that runs ten years and more may. */
static void a_promise_is_at_most_twenty_years_ahead(void **state)
{
    static const struct typed good[] = { { "R28.11.24", "2046-11-24" }, { "2046-11-24", "2046-11-24" } };
    static const struct refused bad[] = { { "R99.1.1", "%s is too far away", "2117-01-01", NULL },
        { "2046-11-25", "%s is too far away", "2046-11-25", NULL } };

    (void)state;
    check_typed(DATE_FUTURE, good, COUNT_OF(good));
    check_refused(DATE_FUTURE, bad, COUNT_OF(bad));
}

static void impossible_era_dates_are_refused_with_the_right_one(void **state)
{
    static const struct refused cases[] = {
        { "S64.1.8", "There is no %1$s", "S64.1.8", "H1.1.8" },
        { "H31.5.1", "There is no %1$s", "H31.5.1", "R1.5.1" },
        { "平成31年5月1日", "There is no %1$s", "H31.5.1", "R1.5.1" },
        { "R1.4.30", "There is no %1$s", "R1.4.30", "H31.4.30" },
        { "令和元年4月30日", "There is no %1$s", "R1.4.30", "H31.4.30" },
        { "3640108", "There is no %1$s", "S64.1.8", "H1.1.8" },
        { "T1.7.29", "There is no %1$s", "T1.7.29", "M45.7.29" },
        { "S1.12.24", "There is no %1$s", "S1.12.24", "T15.12.24" },
        { "M5.12.2", "Dates before 1873", NULL, NULL },
    };

    (void)state;
    check_refused(DATE_ANY, cases, COUNT_OF(cases));
    check_refused(DATE_BIRTH, cases, COUNT_OF(cases));
}

static void what_is_no_date_says_how_to_write_one(void **state)
{
    static const struct refused cases[] = {
        { "", "Enter a date", NULL, NULL },
        { "　", "Enter a date", NULL, NULL },
        { "abc", "\"%s\" is not a date", "abc", NULL },
        { "山田", "\"%s\" is not a date", NULL, NULL },
        { "1", "\"%s\" is not a date", NULL, NULL },
        { "123", "\"%s\" is not a date", NULL, NULL },
        { "123456789", "\"%s\" is not a date", NULL, NULL },
        { "R8", "\"%s\" is not a date", NULL, NULL },
        { "R8.4", "\"%s\" is not a date", NULL, NULL },
        { "2026-4", "\"%s\" is not a date", NULL, NULL },
        { "令和8年4月", "\"%s\" is not a date", NULL, NULL },
        { "+", "\"%s\" is not a date", NULL, NULL },
        { "+3x", "\"%s\" is not a date", NULL, NULL },
        { "+99999", "\"%s\" is not a date", NULL, NULL },
        { "2026--4-1", "\"%s\" is not a date", NULL, NULL },
        { "4月/1", "\"%s\" is not a date", NULL, NULL },
        { "2026月4年1日", "\"%s\" is not a date", NULL, NULL },
        { "1.2.3.4", "\"%s\" is not a date", NULL, NULL },
        { "2026-4-1(曇)", "\"%s\" is not a date", NULL, NULL },
        { "R2026.4.1", "\"%s\" is not a date", NULL, NULL },
        { "2026-2-30", "There is no day", NULL, NULL },
        { "2/30", "There is no day", NULL, NULL },
        { "13/1", "There is no day", NULL, NULL },
        { "20261301", "There is no day", NULL, NULL },
        { "R8.2.29", "There is no day", NULL, NULL },
        { "R0.4.1", "There is no day", NULL, NULL },
        { "0000", "There is no day", NULL, NULL },
        { "4/0", "There is no day", NULL, NULL },
        { "1/4/2026", "\"%s\": write the year first", NULL, NULL },
        { "9080401", "\"%s\": seven digits", NULL, NULL },
        { "0206-4-1", "%s is too far away", "0206-04-01", NULL },
        { "2206-4-1", "%s is too far away", NULL, NULL },
        { "+9999m", "%s is too far away", NULL, NULL },
        { "640702", "Which era is it?", "R64.7.2", NULL },
        { "+999b", "\"%s\": the calendar does not reach", NULL, NULL },
    };

    (void)state;
    check_refused(DATE_ANY, cases, COUNT_OF(cases));
}

static void a_short_year_far_ahead_asks_for_the_era(void **state)
{
    static const struct refused cases[]
        = { { "390702", "Which era is it?", "R39.7.2 / S39.7.2", NULL },
              { "39-7-2", "Which era is it?", "R39.7.2 / S39.7.2", NULL },
              { "181125", "Which era is it?", "R18.11.25 / H18.11.25 / S18.11.25",
                  NULL } };
    static const struct typed ten_years[] = { { "181124", "2036-11-24" } };

    (void)state;
    check_refused(DATE_PAST, cases, COUNT_OF(cases));
    check_typed(DATE_ANY, ten_years, COUNT_OF(ten_years));
}

static void birth_dates_must_name_their_year_and_era(void **state)
{
    static const struct typed good[] = { { "S39.7.2", "1964-07-02" }, { "1964-7-2", "1964-07-02" },
        { "3390702", "1964-07-02" }, { "19640702", "1964-07-02" }, { "R8.11.24", "2026-11-24" },
        { "M45.7.29", "1912-07-29" }, { "t", "2026-11-24" }, { "S39年7月2日", "1964-07-02" } };
    static const struct refused bad[] = {
        { "390702", "Which era is it?", "S39.7.2 / M39.7.2", NULL },
        { "80401", "Which era is it?", "R8.4.1 / H8.4.1 / S8.4.1 / T8.4.1", NULL },
        { "39.7.2", "Which era is it?", "S39.7.2 / M39.7.2", NULL },
        { "300701", "Which era is it?", "H30.7.1 / S30.7.1 / M30.7.1", NULL },
        { "990702", "There is no day", NULL, NULL },
        { "7/2", "\"%s\" has no year", "7/2", NULL },
        { "0702", "\"%s\" has no year", NULL, NULL },
        { "R8.11.25", "%s is after today", "2026-11-25", NULL },
        { "+1", "%s is after today", NULL, NULL },
        { "1896-11-23", "%s is too far away", NULL, NULL },
        { "29640702", "%s is after today", NULL, NULL },
    };

    (void)state;
    check_typed(DATE_BIRTH, good, COUNT_OF(good));
    check_refused(DATE_BIRTH, bad, COUNT_OF(bad));
}

static void business_days_need_a_calendar(void **state)
{
    struct date_context c = context(DATE_FUTURE);
    struct err e = ERR_INIT;
    day d;

    (void)state;
    c.business_day = NULL;
    assert_false(date_input("+7b", &c, &d, &e));
    assert_true(str_starts(e.msg.id, "\"%s\": business days are not counted here"));
    assert_true(date_input("+7", &c, &d, NULL));
}

static void times_are_read_as_people_write_them(void **state)
{
    static const struct {
        const char *typed;
        int minutes; /* -1: refused */
    } cases[] = { { "9:30", 570 }, { "930", 570 }, { "0930", 570 }, { "09:30", 570 },
        { "９：３０", 570 }, { "９３０", 570 }, { "9時半", 570 }, { "９時半", 570 },
        { "9時30分", 570 }, { "9時30", 570 }, { "9.30", 570 }, { "14時", 840 }, { "14", 840 },
        { "9", 540 }, { "1330", 810 }, { "午後2時", 840 }, { "午後2:30", 870 },
        { "午前9時半", 570 }, { "午後12時半", 750 }, { "午前12時", 0 }, { "0:00", 0 },
        { "23:59", 1439 }, { "24:00", -1 }, { "9:60", -1 }, { "9:5", -1 }, { "", -1 },
        { "午後13時", -1 }, { "9時半分", -1 }, { "半", -1 }, { "abc", -1 }, { "9:30:00", -1 },
        { "99999", -1 }, { "-1", -1 }, { "山田太郎山田太郎山田太郎山田太郎山田太郎", -1 } };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct err e = ERR_INIT;
        hm t = HM_NONE;
        bool ok = time_input(cases[i].typed, "time", &t, &e);
        assert_int_equal(ok ? t.min : -1, cases[i].minutes);
        assert_int_equal(e.kind, ok ? ERR_NONE : ERR_INPUT);
    }
}

static uint32_t draw(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

/* Pieces of dates in any order, and broken bytes: either a day or a message, never more. */
static void any_input_gives_a_day_or_a_message(void **state)
{
    static const char *const pieces[]
        = { "R", "S", "令和", "昭", "平成", "元", "年", "月", "日", "0", "1", "2", "8", "9", "39",
              "64", "2026", ".", "-", "/", "+", "t", "b", "w", "m", "(", ")", "火", "曜", "曜日",
              "今日", "nov", " ", "　", "８", "㋿", "\xFF", "\xE4", "葛\U000E0100", "99999999" };
    uint32_t seed = 8;
    int read = 0, refused = 0;

    (void)state;
    for (int i = 0; i < rounds(60000); i++) {
        struct date_context c = context((enum date_bias)(draw(&seed) % 4));
        struct err e = ERR_INIT;
        struct buf b;
        day d = DAY_NONE;
        buf_init(&b, 400);
        for (uint32_t n = draw(&seed) % 9; n > 0; n--)
            buf_puts(&b, pieces[draw(&seed) % COUNT_OF(pieces)]);
        if (date_input(b.p, &c, &d, &e)) {
            read++;
            assert_int_equal(e.kind, ERR_NONE);
            assert_true(abs(day_diff(d, c.today)) <= 131 * 366);
        } else {
            refused++;
            assert_int_equal(e.kind, ERR_INPUT);
            assert_non_null(e.msg.id);
            assert_false(day_known(d));
        }
        hm t;
        time_input(b.p, "t", &t, NULL);
        buf_fini(&b);
    }
    assert_true(read > 500);
    assert_true(refused > 500);
}

/* What the program itself writes, it reads back: each day of 155 years in every complete style. */
static void written_dates_are_read_back(void **state)
{
    static const enum date_style styles[]
        = { DATE_ISO, DATE_WEEKDAY, DATE_PAPER, DATE_PAPER_WEEKDAY, DATE_ERA_SHORT };
    struct date_context c = context(DATE_ANY);

    (void)state;
    for (day d = iso("1927-01-01"); day_cmp(d, iso("2080-01-01")) < 0; d = day_add(d, 7)) {
        for (size_t i = 0; i < COUNT_OF(styles); i++) {
            char text[DATE_TEXT];
            day back = DAY_NONE;
            assert_true(date_input(date_text(d, LANG_JA, styles[i], text), &c, &back, NULL));
            assert_int_equal(back.n, d.n);
            if (styles[i] == DATE_PAPER_WEEKDAY)
                continue;
            assert_true(date_input(date_text(d, LANG_EN, styles[i], text), &c, &back, NULL));
            assert_int_equal(back.n, d.n);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(borders_of_the_eras_are_those_of_glibc),
        cmocka_unit_test(eras_follow_each_other_without_gap),
        cmocka_unit_test(dates_are_written_in_both_languages),
        cmocka_unit_test(dates_are_read_as_people_write_them),
        cmocka_unit_test(a_date_without_a_year_leans_as_the_field_does),
        cmocka_unit_test(the_nearest_day_is_found_across_a_century_without_a_leap_day),
        cmocka_unit_test(a_hundred_years_either_way_is_the_farthest),
        cmocka_unit_test(a_month_later_is_never_in_the_month_after),
        cmocka_unit_test(a_promise_is_at_most_twenty_years_ahead),
        cmocka_unit_test(impossible_era_dates_are_refused_with_the_right_one),
        cmocka_unit_test(what_is_no_date_says_how_to_write_one),
        cmocka_unit_test(a_short_year_far_ahead_asks_for_the_era),
        cmocka_unit_test(birth_dates_must_name_their_year_and_era),
        cmocka_unit_test(business_days_need_a_calendar),
        cmocka_unit_test(times_are_read_as_people_write_them),
        cmocka_unit_test(any_input_gives_a_day_or_a_message),
        cmocka_unit_test(written_dates_are_read_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

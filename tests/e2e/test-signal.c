/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SIGHUP and SIGTERM while a fee is taken, a date booked, a day closed, a request stored: once in the middle of the
 * form, once while F12 waits for a program that holds the file. Nothing is stored, what was typed is there at the next
 * log-in, and is then stored once (issue 24). */
#include <signal.h>

#include "tests/e2e/held.h"
#include "tests/e2e/house.h"

#define E "Enter"
#define B "Backspace"
enum { STEPS_MOST = 10 };

struct deed {
    struct told before[STEPS_MOST]; /* what this clerk stored earlier */
    struct told typed[STEPS_MOST];  /* then the signal comes */
    struct told back[STEPS_MOST];   /* at the next log-in, until F12 would store it */
    struct told to_f12[STEPS_MOST]; /* without a signal in between: from typed until F12 would store it */
    struct told again[STEPS_MOST];  /* at the next log-in when F12 waited */
    const char *stored[2];          /* after F12; by language */
    const char *count;              /* 0 before, 1 after */
    bool approved;                  /* the supervisor has been there */
};

static void tell_all(struct pty *p, enum lang l, const struct told steps[STEPS_MOST])
{
    size_t n = 0;

    while (n < STEPS_MOST && (steps[n].keys[0] || steps[n].ja))
        n++;
    tell_steps(p, l, steps, n, __FILE__, __LINE__);
}

static void ends(struct pty *p, int signal)
{
    pty_signal(p, signal);
    assert_int_equal(pty_wait_exit(p), 0);
    assert_false(pty_alternate(p));
    pty_free(p);
}

/* Stores it, and the whole record is sound. */
static void stores(struct house *h, struct pty *p, const char *db, const struct deed *d, enum lang l)
{
    assert_int_equal(count(db, d->count), 0);
    clerk_breath(p);
    pty_keys(p, "F12");
    wait_in(p, l, d->stored[LANG_JA], d->stored[LANG_EN]);
    assert_int_equal(count(db, d->count), 1);
    clerk_leaves(p);
    assert_int_equal(house_verify(h, db), 0);
}

static const char *desk_for(struct house *h, const struct deed *d, enum lang l, char folder[512], struct pty **p)
{
    const char *db = house_desk(h, folder);

    if (d->approved)
        supervisor_approves(h, db);
    *p = clerk_in(h, db, l, "nishikawa");
    tell_all(*p, l, d->before);
    tell_all(*p, l, d->typed);
    return db;
}

static void in_the_form(struct house *h, const struct deed *d, enum lang l, int signal)
{
    char folder[512];
    struct pty *p;
    const char *db = desk_for(h, d, l, folder, &p);

    ends(p, signal);
    p = clerk_in(h, db, l, "nishikawa");
    tell_all(p, l, d->back);
    stores(h, p, db, d, l);
}

static void while_it_waits(struct house *h, const struct deed *d, enum lang l, int signal)
{
    char folder[512];
    struct pty *p;
    const char *db = desk_for(h, d, l, folder, &p);

    tell_all(p, l, d->to_f12);
    clerk_breath(p);
    struct sqlite3 *other = hold(db);
    pty_keys(p, "F12");
    pty_wait_text(p, held_waits[l]);
    ends(p, signal);
    let_go(other);
    p = clerk_in(h, db, l, "nishikawa");
    tell_all(p, l, d->again);
    stores(h, p, db, d, l);
}

static void in_all_ways(struct house *h, const struct deed *d)
{
    in_the_form(h, d, LANG_JA, SIGHUP);
    in_the_form(h, d, LANG_EN, SIGTERM);
    while_it_waits(h, d, LANG_JA, SIGTERM);
    while_it_waits(h, d, LANG_EN, SIGHUP);
}

/* --- the four */

#define FEE_IS_BACK                                                                                                 \
    { { "26-0004", E }, "必要なもの", "Needed" },                                                                   \
        { { "8" }, "の入力を戻しました。まだ受け取っていません。", "is back; nothing was taken. Count the money" }, \
        { { NULL }, "40,000]", "40,000]" }, { { NULL }, "お釣りは 7,000円です。", "Your change is 7,000 yen." }

static const struct deed fee = {
    .before = { { { "26-0004", E }, "必要なもの", "Needed" }, { { "8" }, "ご請求", "4m = 40,000" },
        { { "=" }, "33,000]", "33,000]" }, { { "F12" }, "現金箱を開ける", "Open the drawer" }, { { "F12" }, "現金箱を開けました", "The drawer is open." } },
    .typed = { { { B, B, B, B, B, "4m" }, "40,000]", "40,000]" } },
    .back = { FEE_IS_BACK },
    .again = { FEE_IS_BACK },
    .stored = { "領収書 1-2026-00005 を印刷しました。", "receipt 1-2026-00005 is printed." },
    .count = "SELECT count(*) FROM payment p JOIN request r ON r.id = p.request WHERE r.number = 4 AND p.tendered = 40000",
};

static const struct deed booking = {
    .typed = { { { "26-0013", E }, "必要なもの", "Needed" }, { { "6" }, "空き", "free" }, { { "4" }, "枠なし", "Free entry" },
        { { E, "12/15", E, "10:00", E, E, "別館3階" }, "[別館3階", "[別館3階" } },
    .back = { { { "26-0013", E }, "必要なもの", "Needed" },
        { { "6" }, "の「枠なし」の入力が残っています。4 で戻ります。", "is kept: 4 brings it back." },
        { { "4" }, "の下書きを戻しました。", "is back." }, { { NULL }, "[別館3階", "[別館3階" },
        { { "F12" }, "12/15(火) 10:00-11:00", "10:00-11:00" } },
    .to_f12 = { { { "F12" }, "12/15(火) 10:00-11:00", "10:00-11:00" } },
    .again = { { { "26-0013", E }, "必要なもの", "Needed" },
        { { "6" }, "の下書きを戻しました。F12 で登録します。", "is back. F12 stores it." }, { { NULL }, "[別館3階", "[別館3階" } },
    .stored = { "予約票を印刷しました。", "Booked. The appointment slip is printed." },
    .count = "SELECT count(*) FROM appointment a JOIN request r ON r.id = a.request WHERE r.number = 13 AND a.state = 'booked'"
             " AND a.place = '別館3階'",
};

#define DRAWER_AND_FEE                                                                                             \
    { { "26-0004", E }, "必要なもの", "Needed" }, { { "8" }, "ご請求", "4m = 40,000" },                            \
        { { "=" }, "33,000]", "33,000]" }, { { "F12" }, "現金箱を開ける", "Open the drawer" }, { { "F12" }, "現金箱を開けました", "The drawer is open." }, \
        { { "F12" }, "領収書 1-2026-00005 を印刷しました。", "Receipt 1-2026-00005 is printed." }, { { "F11" }, "本日来院", "Visits today" }

static const struct deed closing = {
    .before = { DRAWER_AND_FEE },
    .typed = { { { "e" }, "釣銭準備金", "Count the drawer." }, { { "8", E, E, E, "3" }, "83,000", "83,000" } },
    .back = { { { "e" }, "に数えた枚数を戻しました。続きから数えてください。", "is back. Go on counting." },
        { { NULL }, "83,000", "83,000" }, { { NULL }, "現金箱を数えてください。帳簿の金額は", "Count the drawer. What should be in it is shown when" },
        { { "F12" }, "差額はありません。F12 で締めます。", "No difference. F12 closes the day" } },
    .to_f12 = { { { "F12" }, "差額はありません。F12 で締めます。", "No difference. F12 closes the day" } },
    .again = { { { "e" }, "に数え終えた枚数はそのままです。F12 で締めます。", "stands as it was. F12 closes the day" },
        { { NULL }, "83,000", "83,000" } },
    .stored = { "締めました。納める金額 33,000円。", "Closed. 33,000 yen go to the treasury" },
    .count = "SELECT count(*) FROM closing WHERE day = '2026-11-24'",
    .approved = true,
};

#define REQUEST_IS_BACK                                                                                     \
    { { "n" }, "の下書きを戻しました。F12 で登録します。", "is back. F12 stores it." },                     \
        { { NULL }, "[葛\U000E0100城 花子", "[葛\U000E0100城 花子" }, { { NULL }, "[カツラギ", "[カツラギ" }

static const struct deed request = {
    .typed = { { { "n" }, "申込書のとおりの字で。", "As on the form" },
        { { "葛\U000E0100城 花子", E, "かつらぎ はなこ", E, "S39.7.2", E }, "62歳", "age 62" } },
    .back = { REQUEST_IS_BACK },
    .again = { REQUEST_IS_BACK },
    .stored = { "申込を受け付けました。次は相談者です。", "The request is taken. Next: who comes." },
    .count = "SELECT count(*) FROM person WHERE kana = 'カツラギ ハナコ'",
};

static void a_fee_that_was_not_taken_waits_with_its_amount(void **state)
{
    in_all_ways(*state, &fee);
}

static void a_date_that_was_not_booked_waits_with_its_free_entry(void **state)
{
    in_all_ways(*state, &booking);
}

static void a_day_that_was_not_closed_waits_with_its_blind_count(void **state)
{
    in_all_ways(*state, &closing);
}

static void a_request_that_was_not_stored_waits_with_its_form(void **state)
{
    in_all_ways(*state, &request);
}

/* Another clerk takes it in between: the amount does not come back. */
static void a_fee_that_was_taken_meanwhile_says_so_and_the_amount_stays_away(void **state)
{
    char folder[512];
    struct pty *p;
    const char *db = desk_for(*state, &fee, LANG_JA, folder, &p);

    ends(p, SIGHUP);
    p = clerk_in(*state, db, LANG_EN, "sato");
    tell(p, LANG_EN, ((const struct told[]){ { { "26-0004", E }, "", "Needed" }, { { "8" }, "", "4m = 40,000" },
                         { { "33k" }, "", "33,000]" }, { { "F12" }, "", "Receipt 1-2026-00005 is printed." } }));
    clerk_leaves(p);
    p = clerk_in(*state, db, LANG_JA, "nishikawa");
    tell(p, LANG_JA, ((const struct told[]){ { { "26-0004", E }, "必要なもの", NULL },
                         { { "8" }, "この会計は受領済みです (領収書 1-2026-00005、佐藤)", NULL }, { { NULL }, "~40,000]", NULL } }));
    clerk_leaves(p);
    assert_false(house_has_draft(db));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fee_that_was_not_taken_waits_with_its_amount),
        cmocka_unit_test(a_date_that_was_not_booked_waits_with_its_free_entry),
        cmocka_unit_test(a_day_that_was_not_closed_waits_with_its_blind_count),
        cmocka_unit_test(a_request_that_was_not_stored_waits_with_its_form),
        cmocka_unit_test(a_fee_that_was_taken_meanwhile_says_so_and_the_amount_stays_away),
    };

    return cmocka_run_group_tests(tests, house_make, house_remove);
}

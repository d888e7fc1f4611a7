/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a request that has ended, in each way that it can: they say so, ask for nothing, and their keys are grey
 * with the true reason. MADO_SHOW=1 prints the screens. */
#include "tests/desk/booking_fixture.h"
#include "tests/screen/screen_test.h"

#include "desk/after.h"
#include "desk/papers.h"
#include "desk/review.h"
#include "screens/booking.h"
#include "screens/case_parts.h"
#include "screens/front.h"
#include "screens/money.h"
#include "screens/registry.h"
#include "screens/visit.h"

struct end_app {
    struct ready *r;
    struct catalogs catalogs;
    struct shell *shell;
    struct app *app;
};

static struct end_app t;

static void open_page(const struct screen_ops *screen, int64_t request, enum lang lang)
{
    struct place_arg arg = { .request = request, .day = DAY_NONE };

    shell_free(t.shell);
    t.catalogs = test_catalogs(&t.r->f.arena);
    desk_use_catalogues(t.r->f.desk, &t.catalogs);
    t.shell = shell_new(&(struct shell_options){ .desk = t.r->f.desk, .catalogs = &t.catalogs, .lang = lang, .rows = 24,
        .cols = 80, .home = screen });
    t.app = t.shell->app;
    app_prove(t.app, true);
    assert_true(app_push(t.app, screen, &arg));
    if (getenv("MADO_SHOW"))
        fprintf(stderr, "%s\n", grid_dump(app_grid(t.app), &t.r->f.arena));
}

static int set_up(void **state)
{
    t = (struct end_app){ 0 };
    ready_set_up(state);
    t.r = *state;
    return 0;
}

static int tear_down(void **state)
{
    shell_free(t.shell);
    return ready_tear_down(state);
}

static void talked(int64_t id)
{
    int number;

    fine(t.r, desk_check_in(t.r->f.desk, &(struct check_in_draft){ .request = id, .patient_came = true, .said = true }, &number,
                  NULL, &t.r->f.err));
    fine(t.r, desk_visit_start(t.r->f.desk, id, &t.r->f.err));
    fixture_at(&t.r->f, "2026-12-08", 14, 50);
    fine(t.r, desk_visit_end(t.r->f.desk, id, &t.r->f.err));
}

static void report(int64_t id)
{
    struct report_draft x = { .request = id, .to = "referrer", .sent_on = on("2026-12-08"), .via = "post", .tracking = "4711" };

    fine(t.r, desk_report_sent(t.r->f.desk, &x, NULL, &t.r->f.err));
}

static const struct ending {
    const char *how, *ja, *en;
} endings[] = { { "declined", "受入不可", "Not accepted" }, { "withdrawn", "取下げ", "Withdrawn" },
    { "no_show", "来院なし", "Did not come" }, { "deceased", "終了", "Ended" } };

/* Nothing is sent where no consultation was held: "has not ended yet" would be untrue for ever. */
static void the_report_page_says_that_there_was_no_consultation(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(endings); i++)
        for (int closed = 0; closed < 2; closed++)
            for (int lang = 0; lang < LANG_COUNT; lang++) {
                if (lang == 0 && closed == 0)
                    fixture_at(&t.r->f, "2026-11-24", 10, (int)i);
                static int64_t id;
                if (lang == 0 && closed == 0) {
                    id = ready_request(t.r, t.r->mori);
                    fine(t.r, desk_request_end(t.r->f.desk, id, endings[i].how, "理由", &t.r->f.err));
                } else if (lang == 0)
                    fine(t.r, desk_request_close(t.r->f.desk, id, "", &t.r->f.err));
                open_page(&after_screen, id, (enum lang)lang);
                assert_grey(t.app, "after.save", lang == LANG_JA ? "相談を行わずに終了した申込です" : "ended without a consultation");
                assert_grey(t.app, "after.save", lang == LANG_JA ? endings[i].ja : endings[i].en);
                assert_shows(t.app, lang == LANG_JA ? "送る報告書はありません" : "There is no report to");
                assert_hides(t.app, lang == LANG_JA ? "追跡番号" : "Tracking no.");
                assert_hides(t.app, lang == LANG_JA ? "期限" : "due");
                type_text(t.app, "3/4"); /* nothing to type into */
                type_keys(t.app, "F12");
                assert_on(t.app, "after");
                assert_shows(t.app, lang == LANG_JA ? "相談を行わずに終了した" : "ended without a consultation");
            }
}

/* Without a consultation the materials go back all the same: the page stands under that step. */
static void materials_that_go_back_stand_under_the_return(void **state)
{
    static const struct material_draft disc = { .kind = "disc", .what = "", .owner = "visitor", .pieces = 1 };
    int64_t id = ready_request(t.r, t.r->mori);

    (void)state;
    fixture_take_in(&t.r->f, id, &disc, 1);
    open_page(&materials_screen, id, LANG_JA);
    assert_shows(t.app, ">書類");
    fine(t.r, desk_request_end(t.r->f.desk, id, "withdrawn", "理由", &t.r->f.err));
    open_page(&materials_screen, id, LANG_JA);
    assert_shows(t.app, ">返却");
}

static void the_report_page_does_not_send_twice(void **state)
{
    int64_t id = visitor(*state);

    open_page(&after_screen, id, LANG_EN);
    assert_grey(t.app, "after.save", "The consultation has not ended yet");
    talked(id);
    open_page(&after_screen, id, LANG_EN);
    assert_lit(t.app, "after.save");
    assert_shows(t.app, "due 15 Dec (Tue)"); /* OMU-5: within seven days */
    assert_shows(t.app, "Tracking no.");
    report(id);
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        open_page(&after_screen, id, (enum lang)lang);
        assert_grey(t.app, "after.save", lang == LANG_JA ? "報告書は送付済みです" : "The report has been sent");
        assert_shows(t.app, lang == LANG_JA ? "送った 12/8(火)" : "Sent 8 Dec (Tue)");
        assert_shows(t.app, "4711");
        assert_hides(t.app, lang == LANG_JA ? "宛名" : "Label");
    }
    struct report_draft again = { .request = id, .to = "referrer", .sent_on = on("2026-12-08"), .via = "post", .tracking = "" };
    assert_true(refused(t.r, desk_report_sent(t.r->f.desk, &again, NULL, &t.r->f.err), "sent_on"));
    fine(t.r, desk_step_undo(t.r->f.desk, id, "report", "宛先違い", &t.r->f.err));
    open_page(&after_screen, id, LANG_EN);
    assert_lit(t.app, "after.save");
}

static int64_t closed_after_the_talk(void)
{
    int64_t id = visitor(t.r);

    talked(id);
    report(id);
    fixture_log_in(t.r->f.desk, "supervisor");
    fixture_at(&t.r->f, "2026-12-09", 9, 0);
    fine(t.r, desk_request_close(t.r->f.desk, id, "会計は別途", &t.r->f.err)); /* 33,000 yen are owed */
    fixture_log_in(t.r->f.desk, "all");
    return id;
}

static void a_closed_request_says_so_with_day_and_person(void **state)
{
    int64_t id = closed_after_the_talk();

    (void)state;
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        static const struct screen_ops *const pages[] = { &request_screen, &after_screen };
        for (size_t i = 0; i < COUNT_OF(pages); i++) {
            open_page(pages[i], id, (enum lang)lang);
            assert_shows(t.app, lang == LANG_JA ? "12/8(火) の相談を終え" : "Closed on 9 Dec 2026 (Wed) by 大森");
            assert_shows(t.app, lang == LANG_JA ? "2026-12-09(水) に" : "on 8 Dec (Tue).");
        }
        assert_grey(t.app, "after.close", lang == LANG_JA ? "完了済みです" : "This request is closed");
        assert_grey(t.app, "after.end", lang == LANG_JA ? "完了済みです" : "already closed");
        assert_grey(t.app, "after.save", lang == LANG_JA ? "完了済みです" : "This request is closed");
        open_page(&request_screen, id, (enum lang)lang);
        assert_grey(t.app, "request.next", lang == LANG_JA ? "完了済みです" : "This request is closed");
        assert_grey(t.app, "request.override", lang == LANG_JA ? "完了済みです" : "This request is closed");
        assert_grey(t.app, "request.ask", lang == LANG_JA ? "この申込は終わっています" : "The request has ended");
        type_keys(t.app, "F7");
        assert_on(t.app, "request");
        assert_lit(t.app, "request.undo"); /* the close itself */
    }
    type_keys(t.app, "F4");
    assert_shows(t.app, "Which step was entered wrongly?");
}

static void a_side_exit_is_told_with_its_way_day_and_person_until_it_is_closed(void **state)
{
    static const struct material_draft disc = { .kind = "disc", .what = "", .owner = "visitor", .pieces = 1 };
    int64_t id = ready_request(*state, t.r->mori);

    fine(t.r, desk_materials_take_in(t.r->f.desk,
                  &(struct materials_draft){ .request = id, .received_on = on("2026-11-24"), .item = &disc, .n = 1 }, NULL,
                  &t.r->f.err));
    fine(t.r, desk_request_end(t.r->f.desk, id, "withdrawn", "お電話で", &t.r->f.err));
    open_page(&request_screen, id, LANG_EN);
    assert_shows(t.app, "Ended on 24 Nov 2026 (Tue) without a");
    assert_shows(t.app, "consultation: Withdrawn (");
    assert_shows(t.app, "have not reached their place yet: 1.");
    assert_lit(t.app, "request.next"); /* leads to the pieces */
    type_keys(t.app, "F7");
    assert_on(t.app, "materials");
    open_page(&after_screen, id, LANG_EN);
    assert_grey(t.app, "after.end", "already ended");
    fixture_log_in(t.r->f.desk, "clerk"); /* no supervisor: closing in spite of it is not hers */
    open_page(&after_screen, id, LANG_JA);
    assert_grey(t.app, "after.close", "まだ返却・保管されていません");
}

/* What is taken back with its own papers and money is not offered here, to be refused after the reason was typed. */
static void undo_offers_what_it_can_do(void **state)
{
    int64_t id = visitor(*state);

    open_page(&request_screen, id, LANG_EN);
    assert_grey(t.app, "request.undo", "on its own screen: cancel the booking");
    assert_grey(t.app, "request.ask", "No question is open.");
}

/* What the pages below would refuse after a reason was typed, or a place chosen, is grey at once. */
static void the_pages_of_visit_and_booking_are_grey_with_the_true_reason(void **state)
{
    int64_t id = closed_after_the_talk();
    static const char *const below[] = { "booking.free", "booking.hold", "booking.commit" };

    open_page(&visit_screen, id, LANG_EN);
    assert_grey(t.app, "visit.commit", "This request is closed");
    assert_grey(t.app, "visit.booking", "This request is closed");
    assert_grey(t.app, "visit.undo", "The report has been sent. Undo that first.");
    open_page(&booking_screen, id, LANG_EN);
    for (size_t i = 0; i < COUNT_OF(below); i++)
        assert_grey(t.app, below[i], "");
    int64_t other = ready_request(*state, t.r->mori);
    fine(t.r, desk_request_end(t.r->f.desk, other, "withdrawn", "取下げ", &t.r->f.err));
    open_page(&visit_screen, other, LANG_EN); /* "V books one" would be refused */
    assert_grey(t.app, "visit.commit", "This request has ended (Withdrawn)");
    open_page(&booking_screen, other, LANG_EN);
    for (size_t i = 0; i < COUNT_OF(below); i++)
        assert_grey(t.app, below[i], "This request has ended");
}

static void nobody_is_marked_as_not_come_before_the_time(void **state)
{
    int64_t id = visitor(*state); /* 14:00; the clock stands at 13:50 */

    open_page(&visit_screen, id, LANG_EN);
    assert_grey(t.app, "visit.no_show", "The appointment is still to come.");
    fixture_at(&t.r->f, "2026-12-08", 14, 0);
    open_page(&visit_screen, id, LANG_EN);
    assert_lit(t.app, "visit.no_show");
}

/* The fee page where nothing was ever to be paid, or not any more. */
static void the_fee_page_says_why_there_is_nothing_to_take(void **state)
{
    static const char *const keys[] = { "pay.take", "pay.card", "pay.unpaid", "pay.print" };
    static const struct {
        const char *ja, *en;
    } said[] = { { "当日受付のときに記録", "written when the visitor checks in" }, { "料金は取り消されました。当日受付で", "again at the check-in" },
        { "料金は取り消されました", "the fee was taken back." } };
    int64_t id = visitor(*state);
    int number;

    for (size_t i = 0; i < COUNT_OF(said); i++) {
        if (i == 1) {
            fine(t.r, desk_check_in(t.r->f.desk, &(struct check_in_draft){ .request = id, .patient_came = true, .said = true },
                          &number, NULL, &t.r->f.err));
            fine(t.r, desk_visit_undo(t.r->f.desk, id, "別の方でした", &t.r->f.err));
        } else if (i == 2)
            fine(t.r, desk_request_end(t.r->f.desk, id, "no_show", "来院なし", &t.r->f.err));
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            open_page(&pay_screen, id, (enum lang)lang);
            for (size_t k = 0; k < COUNT_OF(keys); k++)
                assert_grey(t.app, keys[k], lang == LANG_JA ? said[i].ja : said[i].en);
            assert_grey(t.app, "pay.void", lang == LANG_JA ? "取り消す入金がありません" : "no payment to void");
            assert_grey(t.app, "pay.say", lang == LANG_JA ? "声かけの言葉はありません" : "no sentence to say");
            assert_shows(t.app, lang == LANG_JA ? "ご請求" : "To pay");
            assert_hides(t.app, lang == LANG_JA ? "1 現金" : "1 Cash"); /* no form of ways */
            assert_hides(t.app, "No. 1-2026-"); /* and no receipt that will not be */
            if (i > 0)
                assert_shows(t.app, "別の方でした");
            type_keys(t.app, "=", "F12");
            assert_on(t.app, "pay");
        }
    }
    int64_t other = ready_request(t.r, t.r->mori);
    fine(t.r, desk_request_end(t.r->f.desk, other, "withdrawn", "取下げ", &t.r->f.err));
    open_page(&pay_screen, other, LANG_EN);
    assert_grey(t.app, "pay.take", "ended before a fee was written");
}

#define END_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        END_TEST(the_report_page_says_that_there_was_no_consultation),
        END_TEST(materials_that_go_back_stand_under_the_return),
        END_TEST(the_report_page_does_not_send_twice),
        END_TEST(a_closed_request_says_so_with_day_and_person),
        END_TEST(a_side_exit_is_told_with_its_way_day_and_person_until_it_is_closed),
        END_TEST(undo_offers_what_it_can_do),
        END_TEST(the_pages_of_visit_and_booking_are_grey_with_the_true_reason),
        END_TEST(nobody_is_marked_as_not_come_before_the_time),
        END_TEST(the_fee_page_says_why_there_is_nothing_to_take),
    };
    return cmocka_run_group_tests_name("ending", tests, NULL, NULL);
}

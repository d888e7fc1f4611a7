/* SPDX-License-Identifier: GPL-3.0-or-later */
/* At the door as a clerk sees it, in both languages. MADO_SHOW=1 prints the screens. */
#include "tests/screen/ready_app.h"

#include "screens/visit.h"

static struct ready_app t;

static int set_up(void **state)
{
    return ready_app_set_up(&t, state);
}

static int tear_down(void **state)
{
    return ready_app_tear_down(&t, state);
}

static int64_t expected(const char *kind, const char *relation)
{
    int64_t id = ready_request(t.r, t.r->mori);

    if (kind)
        ready_attendees(t.r, id, "yes", kind, relation);
    book_at(t.r, id, t.r->mori, "2026-12-08", 14, 0, t.r->room1);
    fixture_at(&t.r->f, "2026-12-08", 14, 12);
    return id;
}

/* Task 9: on the visit's row of Today Enter, then 1 F12. */
static void the_patient_is_checked_in_in_two_keys(void **state)
{
    (void)state;
    int64_t id = expected("family", "spouse");
    ready_app_open(&t, &visit_screen, id, LANG_JA, 24, 80);
    ready_app_show(&t);
    assert_shows(t.app, "12/8(火) 14:00-15:00 森 相談室1");
    assert_shows(t.app, "12分遅れ");
    type_keys(t.app, "1", "F12");
    ready_app_show(&t);
    assert_shows(t.app, "受付しました。呼出番号は 101 です。番号票を印刷しました。");
    type_keys(t.app, "F8"); /* lost on the way */
    assert_shows(t.app, "呼出番号票を印刷しました。");
    assert_shows(t.app, "１０１");
    assert_shows(t.app, "33,000円");
    type_keys(t.app, "F12", "F8");
    assert_shows(t.app, "呼出番号票は、受付を済ませて待っている方のためのものです。");
    fixture_at(&t.r->f, "2026-12-08", 15, 6);
    type_keys(t.app, "F12");
    ready_app_show(&t);
    struct case_view v = case_of(t.r, id);
    assert_true(case_visit(&v.c)->ended);
    assert_shows(t.app, "14:12-15:06 54分");
}

static void when_the_patient_did_not_come_the_papers_are_asked_for(void **state)
{
    (void)state;
    int64_t id = expected("family", "spouse");
    ready_app_open(&t, &visit_screen, id, LANG_JA, 24, 80);
    type_keys(t.app, "2");
    ready_app_show(&t);
    assert_shows(t.app, "ご本人が署名された相談同意書"); /* the sentence to read aloud */
    type_keys(t.app, "F12");
    assert_shows(t.app, "お名前と生年月日");
    type_keys(t.app, "1", "F12");
    ready_app_show(&t);
    assert_shows(t.app, "相談同意書が未受領です");
    type_keys(t.app, "Enter", "1", "Enter", "2", "Enter", "1", "F12"); /* consent, licence, family register */
    ready_app_show(&t);
    assert_shows(t.app, "呼出番号は 101");
    struct case_view v = case_of(t.r, id);
    assert_string_equal(case_visit(&v.c)->patient_came, "no");
    assert_int_equal(v.c.n_proofs, 2);
}

/* A request of the family alone: before anything is typed at the door, the patient is not taken as present. */
static void a_patient_who_was_not_to_come_is_not_taken_as_here(void **state)
{
    (void)state;
    int64_t id = expected(NULL, NULL);

    ready_attendees(t.r, id, "no", "family", "spouse");
    ready_app_open(&t, &visit_screen, id, LANG_JA, 24, 80);
    assert_hides(t.app, "患者さんが同席するため");
    type_keys(t.app, "1");
    assert_shows(t.app, "患者さんが同席するため");
    ready_attendees(t.r, id, "yes", NULL, NULL); /* the papers that the family alone would need are not here */
}

static void the_door_in_english(void **state)
{
    (void)state;
    int64_t id = expected("family", "spouse");
    ready_app_open(&t, &visit_screen, id, LANG_EN, 24, 80);
    type_keys(t.app, "2");
    ready_app_show(&t);
    assert_shows(t.app, "Has not come");
    assert_shows(t.app, "12 min late");
    type_keys(t.app, "1", "F12");
    assert_shows(t.app, "Call number 101");
}

static void a_visitor_without_an_appointment_hears_why_and_may_take_a_request(void **state)
{
    (void)state;
    int64_t id = ready_request(t.r, t.r->mori);
    ready_app_open(&t, &visit_screen, id, LANG_JA, 24, 80);
    ready_app_show(&t);
    assert_shows(t.app, "予約がありません (完全予約制)");
    type_keys(t.app, "n");
    assert_on(t.app, "request_form");
}

static void a_check_in_is_taken_back_with_a_reason(void **state)
{
    (void)state;
    int64_t id = expected(NULL, NULL);
    ready_app_open(&t, &visit_screen, id, LANG_JA, 24, 80);
    type_keys(t.app, "1", "F12", "F4");
    type_text(t.app, "別の方だった");
    type_keys(t.app, "F12");
    ready_app_show(&t);
    struct case_view v = case_of(t.r, id);
    assert_null(case_visit(&v.c));
    assert_int_equal(case_charged(&v.c).v, 0);
}

/* What was chosen for the visit that was taken back says nothing about the next one. */
static void what_was_chosen_at_a_check_in_does_not_outlive_it(void **state)
{
    (void)state;
    int64_t id = expected("family", "spouse");
    ready_app_open(&t, &visit_screen, id, LANG_JA, 24, 80);
    assert_shows(t.app, "配偶者       [1 来た      ]");
    type_keys(t.app, "1", "Down", "2", "F12", "F4");
    type_text(t.app, "別の方だった");
    type_keys(t.app, "F12");
    assert_shows(t.app, "取り消しました。");
    assert_shows(t.app, "患者さん     [            ");
    assert_shows(t.app, "配偶者       [1 来た      ]");
    type_keys(t.app, "2", "Alt+X");
    type_text(t.app, "連絡なし");
    type_keys(t.app, "F12");
    assert_hides(t.app, "[2 来ていない");
    assert_shows(t.app, "患者さん     [            ");
}

/* A long name stands on the help line while its field is asked, and whole after the check-in. */
static void who_came_is_read_whole_and_hidden_with_the_names(void **state)
{
    static const char name[] = "アレクサンドラ マリア フェルナンデス";

    (void)state;
    int64_t id = expected("family", "spouse");
    fixture_write(&t.r->f, "UPDATE attendee SET name = 'アレクサンドラ マリア フェルナンデス'");
    ready_app_open(&t, &visit_screen, id, LANG_JA, 24, 80);
    assert_hides(t.app, name);
    type_keys(t.app, "1", "Down");
    assert_shows(t.app, name);
    type_keys(t.app, "Alt+M");
    assert_hides(t.app, "アレク");
    type_keys(t.app, "Alt+M", "F12");
    assert_shows(t.app, "配偶者 アレクサンドラ");
    assert_shows(t.app, "フェルナンデス");
    type_keys(t.app, "Alt+M");
    assert_hides(t.app, "フェルナンデス");
}

static void who_did_not_come_is_marked_with_x(void **state)
{
    (void)state;
    int64_t id = expected(NULL, NULL);
    ready_app_open(&t, &visit_screen, id, LANG_JA, 24, 80);
    type_keys(t.app, "Alt+X");
    type_text(t.app, "連絡なし");
    type_keys(t.app, "F12");
    ready_app_show(&t);
    struct case_view v = case_of(t.r, id);
    assert_string_equal(v.c.appointments[0].state, "no_show");
}

#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(the_patient_is_checked_in_in_two_keys),
        T(when_the_patient_did_not_come_the_papers_are_asked_for),
        T(a_patient_who_was_not_to_come_is_not_taken_as_here),
        T(the_door_in_english),
        T(a_visitor_without_an_appointment_hears_why_and_may_take_a_request),
        T(a_check_in_is_taken_back_with_a_reason),
        T(what_was_chosen_at_a_check_in_does_not_outlive_it),
        T(who_came_is_read_whole_and_hidden_with_the_names),
        T(who_did_not_come_is_marked_with_x),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

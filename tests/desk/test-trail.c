/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the trail: pages, filters, who may, what stood before, and what the reading itself leaves. */
#include "tests/check.h"

#include <sqlite3.h>
#include <stdlib.h>

#include "desk/note.h"
#include "desk/request.h"
#include "desk/session.h"
#include "desk/trail.h"
#include "tests/desk/fixture.h"

static const struct trail_filter everything = { 0 };

static int64_t last(struct fixture *f)
{
    return fixture_number(f, "SELECT max(seq) FROM audit");
}

static void read_as(struct fixture *f, const char *login)
{
    desk_logout(f->desk, &f->err);
    fixture_log_in(f->desk, login);
}

static size_t list(struct fixture *f, const struct trail_filter *filter, enum trail_way way, int64_t seq, int max,
    struct trail_row **rows)
{
    size_t n;

    fixture_fine(desk_trail(f->desk, filter, way, seq, last(f), max, &f->arena, rows, &n, &f->err), &f->err);
    return n;
}

static struct trail_filter asked(struct fixture *f, const struct trail_ask *ask)
{
    struct trail_filter filter;

    fixture_fine(desk_trail_ask(f->desk, ask, &filter, &f->err), &f->err);
    return filter;
}

static void notes(struct fixture *f, int n)
{
    for (int i = 0; i < n; i++) {
        int64_t id;
        fixture_fine(desk_note_add(f->desk, &(struct note_draft){ .text = "引継ぎ", .until = DAY_NONE }, &id, &f->err), &f->err);
    }
}

static void pages_go_back_to_the_first_entry_without_a_gap_and_forward_again(void **state)
{
    struct fixture *f = *state;
    struct trail_row *rows;
    size_t n;

    notes(f, 23);
    read_as(f, "auditor");
    int64_t all = last(f), seq = all + 1, expected = all;
    while ((n = list(f, &everything, TRAIL_OLDER, seq, 5, &rows)) > 0) {
        assert_in_range(n, 1, 5);
        for (size_t i = 0; i < n; i++)
            assert_int_equal(rows[i].seq, expected--);
        seq = rows[n - 1].seq;
    }
    assert_int_equal(expected, 0);
    assert_int_equal(list(f, &everything, TRAIL_NEWER, 7, 5, &rows), 5);
    assert_int_equal(rows[0].seq, 12);
    assert_int_equal(rows[4].seq, 8);
}

static void what_is_written_after_the_reading_began_is_left_out(void **state)
{
    struct fixture *f = *state;
    struct trail_row *rows;
    int64_t upper;
    size_t n;

    read_as(f, "auditor");
    fixture_fine(desk_trail_begin(f->desk, &(struct trail_filter){ 0 }, &upper, &f->err), &f->err);
    read_as(f, "clerk");
    notes(f, 2);
    read_as(f, "auditor");
    fixture_fine(desk_trail(f->desk, &everything, TRAIL_NEWER, upper - 1, upper, 9, &f->arena, &rows, &n, &f->err), &f->err);
    assert_int_equal(n, 1);
    assert_int_equal(rows[0].seq, upper);
}

static void a_day_and_a_span_are_those_of_the_desk(void **state)
{
    struct fixture *f = *state;
    struct trail_row *rows;

    fixture_at(f, "2026-11-24", 23, 59);
    notes(f, 1);
    fixture_at(f, "2026-11-25", 0, 0);
    notes(f, 2);
    fixture_at(f, "2026-11-26", 9, 0);
    notes(f, 3);
    read_as(f, "auditor");
    struct trail_filter of = asked(f, &(struct trail_ask){ .from = "11/25" });
    size_t n = list(f, &of, TRAIL_OLDER, last(f) + 1, 99, &rows);
    assert_int_equal(n, 2);
    assert_string_equal(rows[0].verb, "note");
    of = asked(f, &(struct trail_ask){ .from = "2026-11-25", .until = "R8.11.26" });
    n = list(f, &of, TRAIL_OLDER, last(f) + 1, 99, &rows);
    assert_int_equal(n, 2 + 3 + 1); /* the log-out before the reader came too */
    assert_int_equal(list(f, &of, TRAIL_NEWER, 0, 2, &rows), 2);
    assert_true(rows[0].seq > rows[1].seq);
    of = asked(f, &(struct trail_ask){ .until = "11/24" });
    list(f, &of, TRAIL_OLDER, last(f) + 1, 1, &rows);
    assert_string_equal(rows[0].verb, "note"); /* of 23:59 */
}

static void one_persons_actions_are_found_by_log_in_or_name(void **state)
{
    struct fixture *f = *state;
    struct trail_row *rows;
    struct trail_filter of;

    read_as(f, "clerk");
    notes(f, 2);
    read_as(f, "auditor");
    of = asked(f, &(struct trail_ask){ .person = "ｃｌｅｒｋ" });
    size_t n = list(f, &of, TRAIL_OLDER, last(f) + 1, 99, &rows);
    assert_in_range(n, 3, 99);
    for (size_t i = 0; i < n; i++)
        assert_int_equal(rows[i].staff, fixture_number(f, "SELECT id FROM staff WHERE login = 'clerk'"));
    of = asked(f, &(struct trail_ask){ .person = "cashier", .from = "t" }); /* whole, though cashier2 begins like it */
    assert_int_equal(of.staff, fixture_number(f, "SELECT id FROM staff WHERE login = 'cashier'"));
    assert_true(of.span);
    assert_false(desk_trail_ask(f->desk, &(struct trail_ask){ .person = "cashi" }, &of, &f->err));
    assert_string_equal(f->err.field, "person");
    err_clear(&f->err);
    assert_false(desk_trail_ask(f->desk, &(struct trail_ask){ .person = "nobody" }, &of, &f->err));
    assert_string_equal(f->err.field, "person");
    err_clear(&f->err);
}

static void everything_about_one_request_and_nothing_else(void **state)
{
    struct fixture *f = *state;
    struct trail_row *rows;
    int64_t id = fixture_request(f);

    notes(f, 1);
    fixture_view(f, id);
    read_as(f, "auditor");
    struct trail_filter of = asked(f, &(struct trail_ask){ .about = "２６－０００１" });
    size_t n = list(f, &of, TRAIL_OLDER, last(f) + 1, 99, &rows);
    assert_in_range(n, 1, 98);
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(rows[i].request, id);
        assert_int_equal(rows[i].number, 1);
    }
    assert_int_equal(n, fixture_number(f, "SELECT count(*) FROM audit WHERE object IN"
                                          " ('request', 'consent', 'proof', 'paper', 'request_fact', 'material')"));
    assert_false(desk_trail_ask(f->desk, &(struct trail_ask){ .about = "26-0999" }, &of, &f->err));
    assert_string_equal(f->err.field, "about");
    err_clear(&f->err);
    assert_false(desk_trail_ask(f->desk, &(struct trail_ask){ .about = "1-2026-00009" }, &of, &f->err));
    assert_string_equal(f->err.field, "about");
    err_clear(&f->err);
}

static void a_span_that_ends_before_it_begins_is_refused(void **state)
{
    struct fixture *f = *state;
    struct trail_filter of;

    read_as(f, "auditor");
    assert_false(desk_trail_ask(f->desk, &(struct trail_ask){ .from = "11/20", .until = "11/19" }, &of, &f->err));
    assert_string_equal(f->err.field, "until");
    err_clear(&f->err);
}

static void who_may_not_read_it_is_refused_and_that_is_recorded(void **state)
{
    static const char *const others[] = { "clerk", "booking", "cashier" };
    struct fixture *f = *state;
    struct trail_entry entry;
    struct trail_row *rows;
    int64_t seq;
    size_t n;

    for (size_t i = 0; i < COUNT_OF(others); i++) {
        read_as(f, others[i]);
        assert_false(desk_trail(f->desk, &everything, TRAIL_OLDER, 9, 9, 9, &f->arena, &rows, &n, &f->err));
        assert_int_equal(f->err.kind, ERR_DENIED);
        err_clear(&f->err);
        assert_false(desk_trail_begin(f->desk, &(struct trail_filter){ 0 }, &seq, &f->err));
        err_clear(&f->err);
        assert_false(desk_trail_entry(f->desk, 1, true, true, &f->arena, &entry, &f->err));
        err_clear(&f->err);
    }
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM audit WHERE verb = 'denied' AND object = 'trail'"), 9);
}

static int64_t change_of_the_diagnosis(struct fixture *f)
{
    struct request_draft draft;
    int64_t id = fixture_request(f);
    struct case_view v = fixture_view(f, id);

    fixture_fine(desk_request_new(f->desk, &f->arena, &draft, &f->err), &f->err);
    draft.c = v.c;
    draft.c.diagnosis = "胃がん";
    fixture_fine(desk_request_edit(f->desk, &draft, &f->err), &f->err);
    return fixture_number(f, "SELECT max(seq) FROM audit WHERE verb = 'edit'");
}

static const struct trail_field *field(const struct trail_entry *x, const char *table, const char *column)
{
    for (size_t i = 0; i < x->n; i++)
        if (str_eq(x->field[i].table, table) && str_eq(x->field[i].column, column))
            return &x->field[i];
    return NULL;
}

static void an_entry_has_each_column_before_and_after(void **state)
{
    struct fixture *f = *state;
    struct trail_entry x;
    int64_t seq = change_of_the_diagnosis(f);

    read_as(f, "auditor");
    fixture_fine(desk_trail_entry(f->desk, seq, true, true, &f->arena, &x, &f->err), &f->err);
    assert_string_equal(x.row.verb, "edit");
    const struct trail_field *changed = field(&x, "request", "diagnosis"), *same = field(&x, "request", "received_on");
    assert_non_null(changed);
    assert_true(changed->before && changed->changed);
    assert_string_equal(changed->became, "胃がん");
    assert_string_not_equal(changed->was, "胃がん");
    assert_non_null(same);
    assert_false(same->changed);
    assert_null(field(&x, "change", "field")); /* the row itself says it */
    assert_int_equal(strlen(x.hash), 64);
    assert_false(x.withheld);
}

/* The directory grows by whoever knows more: its row was written by another patient's request before. */
static void a_hospital_that_another_request_completed_shows_what_was_added(void **state)
{
    struct fixture *f = *state;
    struct request_draft draft;
    struct trail_entry x;
    int64_t id = 0;

    fixture_request(f);
    fixture_fine(desk_request_new(f->desk, &f->arena, &draft, &f->err), &f->err);
    draft.c.patient.name = "山田 太郎";
    draft.c.institution_name = "堺東病院";
    draft.c.institution_phone = "072-000-0000";
    fixture_fine(desk_request_take(f->desk, &draft, &id, &f->err), &f->err);
    read_as(f, "auditor");
    int64_t seq = fixture_number(f, "SELECT max(seq) FROM audit WHERE verb = 'take'");
    fixture_fine(desk_trail_entry(f->desk, seq, true, true, &f->arena, &x, &f->err), &f->err);
    const struct trail_field *phone = field(&x, "institution", "phone"), *name = field(&x, "institution", "name");
    assert_non_null(phone);
    assert_true(phone->before && phone->changed);
    assert_string_equal(phone->was, "");
    assert_string_equal(phone->became, "072-000-0000");
    assert_false(name->changed);
}

static void reading_a_patients_entry_is_recorded_and_the_list_is_not(void **state)
{
    struct fixture *f = *state;
    struct trail_entry x;
    struct trail_row *rows;
    int64_t seq = change_of_the_diagnosis(f);

    read_as(f, "auditor");
    int64_t before = last(f);
    list(f, &everything, TRAIL_OLDER, before + 1, 99, &rows);
    fixture_fine(desk_trail_entry(f->desk, before, true, true, &f->arena, &x, &f->err), &f->err); /* a log-in */
    assert_int_equal(last(f), before);
    fixture_fine(desk_trail_entry(f->desk, seq, true, false, &f->arena, &x, &f->err), &f->err);
    assert_int_equal(last(f), before);
    fixture_fine(desk_trail_entry(f->desk, seq, true, true, &f->arena, &x, &f->err), &f->err);
    assert_int_equal(last(f), before + 1);
    fixture_fine(desk_trail_entry(f->desk, last(f), true, true, &f->arena, &x, &f->err), &f->err);
    assert_string_equal(x.row.verb, "trail");
    assert_string_equal(x.row.object, "request");
    assert_int_equal(x.n_said, 1);
    assert_int_equal(strtoll(x.said[0].value, NULL, 10), seq);
}

static void the_administrator_sees_nothing_of_a_patient(void **state)
{
    struct fixture *f = *state;
    struct trail_entry x;
    int64_t seq = change_of_the_diagnosis(f);

    read_as(f, "administrator");
    int64_t before = last(f);
    fixture_fine(desk_trail_entry(f->desk, seq, true, true, &f->arena, &x, &f->err), &f->err);
    assert_true(x.withheld);
    for (size_t i = 0; i < x.n; i++)
        fail_msg("%s.%s is shown", x.field[i].table, x.field[i].column);
    assert_int_equal(x.row.number, 1);
    assert_int_equal(last(f), before); /* nothing was read */
}

/* Another program holds the file from before midnight until after it. */
struct held_over_midnight {
    struct fixture *f;
    sqlite3 *other;
};

static bool until_after_midnight(void *arg, const char *holder)
{
    struct held_over_midnight *h = arg;

    (void)holder;
    fixture_at(h->f, "2026-11-25", 0, 0);
    assert_int_equal(sqlite3_exec(h->other, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    return true;
}

/* The trail stands in the order of its times, so an action that waited is not earlier than what was stored meanwhile. */
static void an_action_is_of_the_moment_at_which_its_turn_came(void **state)
{
    struct fixture *f = *state;
    struct held_over_midnight h = { .f = f };
    struct desk *d = NULL;

    fixture_fine(desk_open(&(struct desk_options){ .path = f->path, .clock = &f->clock, .terminal = "t", .printer = "",
                               .wait = until_after_midnight, .wait_arg = &h },
                     &d, &f->err),
        &f->err);
    fixture_log_in(d, "clerk");
    fixture_at(f, "2026-11-24", 23, 59);
    assert_int_equal(sqlite3_open(f->path, &h.other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(h.other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    fixture_fine(desk_note_add(d, &(struct note_draft){ .text = "2番の印刷機は用紙切れ", .until = DAY_NONE }, &(int64_t){ 0 }, &f->err), &f->err);
    sqlite3_close(h.other);
    desk_close(d);
    assert_int_equal(fixture_number(f, "SELECT strftime('%s', '2026-11-24 15:00:00') - at FROM audit ORDER BY seq DESC LIMIT 1"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(pages_go_back_to_the_first_entry_without_a_gap_and_forward_again),
        FIXTURE_TEST(what_is_written_after_the_reading_began_is_left_out),
        FIXTURE_TEST(a_day_and_a_span_are_those_of_the_desk),
        FIXTURE_TEST(one_persons_actions_are_found_by_log_in_or_name),
        FIXTURE_TEST(everything_about_one_request_and_nothing_else),
        FIXTURE_TEST(a_span_that_ends_before_it_begins_is_refused),
        FIXTURE_TEST(an_action_is_of_the_moment_at_which_its_turn_came),
        FIXTURE_TEST(who_may_not_read_it_is_refused_and_that_is_recorded),
        FIXTURE_TEST(an_entry_has_each_column_before_and_after),
        FIXTURE_TEST(a_hospital_that_another_request_completed_shows_what_was_added),
        FIXTURE_TEST(reading_a_patients_entry_is_recorded_and_the_list_is_not),
        FIXTURE_TEST(the_administrator_sees_nothing_of_a_patient),
    };

    return cmocka_run_group_tests_name("trail", tests, NULL, NULL);
}

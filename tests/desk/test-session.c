/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Logging in, the growing delay and the lock, the desk's lock, passphrases and the second person. The
 * delays are those of reliability.md 5: 1, 2, 4, 8, 16 s, lock at five. */
#include "tests/desk/trust_desk.h"

#include <sys/wait.h>
#include <unistd.h>

#include "desk/act.h"
#include "desk/staff.h"
#include "store/db_inside.h"
#include "store/staff_store.h"

static bool wrong(struct fixture *f, struct desk *d, const char *login)
{
    err_clear(&f->err);
    return desk_login(d, login, "not the passphrase", &f->err) == LOGIN_REFUSED;
}

static void right_passphrase_brings_the_person_in(void **state)
{
    struct fixture *f = *state;
    fixture_as(f, "cashier");
    assert_string_equal(desk_who(f->desk)->name, "佐藤");
    assert_int_equal(desk_who(f->desk)->roles, ROLE_CASHIER);
    assert_true(desk_may(f->desk, ACT_COLLECT));
    assert_false(desk_may(f->desk, ACT_REQUEST_TAKE));
}

static void nobody_may_do_anything_before_the_log_in(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(desk_who(f->desk)->id, 0);
    for (int a = 0; a < ACT_COUNT; a++)
        assert_false(desk_may(f->desk, (enum desk_action)a));
}

static void unknown_and_wrong_say_the_same(void **state)
{
    struct fixture *f = *state;
    assert_true(wrong(f, f->desk, "clerk"));
    const char *known = fixture_said(f);
    assert_true(wrong(f, f->desk, "nobody"));
    assert_string_equal(fixture_said(f), known);
    assert_true(wrong(f, f->desk, "system"));
    assert_string_equal(fixture_said(f), known);
    assert_true(wrong(f, f->desk, ""));
    assert_string_equal(fixture_said(f), known);
}

/* The program itself is no log-in, even if somebody wrote a passphrase for it into the file. */
static void nobody_comes_in_as_the_program(void **state)
{
    struct fixture *f = *state;
    WORKS(f, db_exec(desk_db(f->desk), "INSERT INTO credential SELECT 1, hash, changed_at, 0, 0, 0, 0, NULL, NULL, NULL"
                                       " FROM credential WHERE staff = (SELECT id FROM staff WHERE login = 'clerk')",
                 &f->err));
    assert_int_equal(desk_login(f->desk, "system", FIXTURE_PASSPHRASE, NULL), LOGIN_REFUSED);
    WORKS(f, db_exec(desk_db(f->desk), "DELETE FROM credential WHERE staff = 1", &f->err));
}

static void the_delay_doubles_and_the_fifth_locks(void **state)
{
    struct fixture *f = *state;
    static const int delays[] = { 1, 2, 4, 8 };
    for (size_t i = 0; i < COUNT_OF(delays); i++) {
        assert_true(wrong(f, f->desk, "clerk"));
        clock_advance(&f->clock, (int64_t)delays[i] * 1000 - 1000);
        /* one second too early: not even the right one is looked at */
        assert_int_equal(desk_login(f->desk, "clerk", FIXTURE_PASSPHRASE, NULL), LOGIN_REFUSED);
        clock_advance(&f->clock, 1000);
    }
    assert_true(wrong(f, f->desk, "clerk"));
    assert_non_null(strstr(fixture_said(f), "locked"));
    clock_advance(&f->clock, 24LL * 3600 * 1000);
    assert_int_equal(desk_login(f->desk, "clerk", FIXTURE_PASSPHRASE, NULL), LOGIN_REFUSED);
}

static void a_right_one_in_time_forgets_the_wrong_ones(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < 4; i++) {
        assert_true(wrong(f, f->desk, "clerk"));
        clock_advance(&f->clock, 16000);
    }
    fixture_as(f, "clerk");
    assert_int_equal(fixture_number(f->desk,
        "SELECT failures + locked FROM credential c JOIN staff s ON s.id = c.staff WHERE login = 'clerk'"), 0);
}

static void wrong_ones_add_up_over_two_terminals(void **state)
{
    struct fixture *f = *state;
    struct desk *other = fixture_other(f);
    for (int i = 0; i < 5; i++) {
        assert_true(wrong(f, i % 2 ? other : f->desk, "booking"));
        clock_advance(&f->clock, 16000);
    }
    assert_int_equal(desk_login(other, "booking", FIXTURE_PASSPHRASE, NULL), LOGIN_REFUSED);
    assert_int_equal(desk_login(f->desk, "booking", FIXTURE_PASSPHRASE, NULL), LOGIN_REFUSED);
    desk_close(other);
}

static void a_delay_counts_for_the_other_terminal_and_after_a_restart(void **state)
{
    struct fixture *f = *state;
    assert_true(wrong(f, f->desk, "booking"));
    desk_close(f->desk);
    f->desk = fixture_other(f);
    assert_int_equal(desk_login(f->desk, "booking", FIXTURE_PASSPHRASE, NULL), LOGIN_REFUSED);
    clock_advance(&f->clock, 1000);
    fixture_as(f, "booking");
}

static void a_clock_put_back_locks_nobody_out(void **state)
{
    struct fixture *f = *state;
    assert_true(wrong(f, f->desk, "clerk"));
    clock_set(&f->clock, (instant){ desk_instant(f->desk).s - 3600 });
    fixture_as(f, "clerk");
}

/* Eight processes throw wrong passphrases at one log-in and are killed while they do. */
static void eight_killed_guessers_get_five_tries_together(void **state)
{
    struct fixture *f = *state;
    pid_t pids[8];
    for (size_t p = 0; p < COUNT_OF(pids); p++) {
        pids[p] = fork();
        assert_true(pids[p] >= 0);
        if (pids[p] == 0) {
            struct clock clock = f->clock;
            struct desk *d;
            struct err e = ERR_INIT;
            if (!desk_open(&(struct desk_options){ .path = f->path, .clock = &clock }, &d, &e))
                _exit(1);
            for (int i = 0; i < 25; i++) {
                desk_login(d, "cashier", "not the passphrase", NULL);
                clock_advance(&clock, 16000);
            }
            kill(getpid(), SIGKILL);
        }
    }
    for (size_t p = 0; p < COUNT_OF(pids); p++) {
        int status;
        assert_int_equal(waitpid(pids[p], &status, 0), pids[p]);
        assert_true(WIFSIGNALED(status));
    }
    assert_int_equal(fixture_number(f->desk, "SELECT count(*) FROM audit WHERE verb = 'login_failed'"), 5);
    assert_int_equal(fixture_number(f->desk,
        "SELECT failures FROM credential c JOIN staff s ON s.id = c.staff WHERE login = 'cashier' AND locked = 1"), 5);
}

static void an_administrator_unlocks_but_not_the_own_log_in(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < 5; i++) {
        assert_true(wrong(f, f->desk, "clerk"));
        clock_advance(&f->clock, 16000);
    }
    int64_t clerk = fixture_number(f->desk, "SELECT id FROM staff WHERE login = 'clerk'");
    fixture_as(f, "supervisor");
    REFUSED(f, ERR_DENIED, desk_staff_unlock(f->desk, clerk, &f->err));
    fixture_as(f, "admin");
    REFUSED(f, ERR_RULE, desk_staff_unlock(f->desk, desk_who(f->desk)->id, &f->err));
    WORKS(f, desk_staff_unlock(f->desk, clerk, &f->err));
    fixture_as(f, "clerk");
}

static void log_ins_failures_and_log_outs_stand_in_the_trail(void **state)
{
    struct fixture *f = *state;
    wrong(f, f->desk, "clerk");
    wrong(f, f->desk, "no such person, or a passphrase in the wrong field");
    clock_advance(&f->clock, 1000);
    fixture_as(f, "clerk");
    WORKS(f, desk_logout(f->desk, &f->err));
    assert_int_equal(fixture_number(f->desk, "SELECT count(*) FROM audit WHERE verb = 'login_failed' AND object = 'staff'"), 1);
    assert_int_equal(fixture_number(f->desk, "SELECT count(*) FROM audit WHERE verb = 'login_failed' AND object = 'login' AND id = 0"), 1);
    assert_int_equal(fixture_number(f->desk, "SELECT count(*) FROM audit_body WHERE body LIKE '%wrong field%'"), 0);
    assert_string_equal(fixture_text(f, "SELECT group_concat(verb, ' ') FROM (SELECT verb FROM audit ORDER BY seq DESC LIMIT 2)"),
        "logout login");
}

static void a_denied_action_stands_in_the_trail(void **state)
{
    struct fixture *f = *state;
    int64_t id;
    fixture_as(f, "clerk");
    REFUSED(f, ERR_DENIED, desk_staff_add(f->desk, &(struct staff_draft){ "new", "新人", LANG_JA, "first passphrase" }, &id, &f->err));
    assert_string_equal(fixture_text(f, "SELECT verb || ' ' || object FROM audit ORDER BY seq DESC LIMIT 1"), "denied staff");
}

static void a_second_factor_that_cannot_be_checked_keeps_out(void **state)
{
    struct fixture *f = *state;
    fixture_number(f->desk, "UPDATE credential SET second_kind = 'totp' WHERE staff = (SELECT id FROM staff WHERE login = 'clerk')");
    err_clear(&f->err);
    assert_int_equal(desk_login(f->desk, "clerk", FIXTURE_PASSPHRASE, &f->err), LOGIN_SECOND);
    assert_non_null(strstr(fixture_said(f), "one-time code"));
    assert_int_equal(desk_who(f->desk)->id, 0);
    fixture_number(f->desk, "UPDATE credential SET second_kind = NULL");
}

/* --- the desk's lock */

static void a_locked_desk_does_nothing_and_knows_whose_work_it_shows(void **state)
{
    struct fixture *f = *state;
    fixture_as(f, "clerk");
    WORKS(f, desk_lock(f->desk, true, &f->err));
    assert_true(desk_locked(f->desk));
    assert_int_equal(desk_who(f->desk)->id, 0);
    assert_string_equal(desk_owner(f->desk)->name, "西川");
    assert_false(desk_may(f->desk, ACT_REQUEST_READ));
    REFUSED(f, ERR_DENIED, act_may_read(f->desk, ACT_REQUEST_READ, &f->err));
}

static void only_the_same_person_unlocks(void **state)
{
    struct fixture *f = *state;
    fixture_as(f, "clerk");
    WORKS(f, desk_lock(f->desk, false, &f->err));
    REFUSED(f, ERR_DENIED, desk_unlock(f->desk, "some other words", &f->err));
    assert_true(desk_locked(f->desk));
    clock_advance(&f->clock, 1000);
    WORKS(f, desk_unlock(f->desk, FIXTURE_PASSPHRASE, &f->err));
    assert_string_equal(desk_who(f->desk)->name, "西川");
    assert_int_equal(fixture_number(f->desk, "SELECT count(*) FROM audit WHERE verb IN ('lock', 'unlock')"), 2);
}

static void looking_again_at_the_roles_unlocks_nothing(void **state)
{
    struct fixture *f = *state;
    fixture_as(f, "clerk");
    WORKS(f, desk_lock(f->desk, true, &f->err));
    WORKS(f, desk_session_refresh(f->desk, &f->err));
    assert_true(desk_locked(f->desk));
    assert_int_equal(desk_who(f->desk)->id, 0);
    assert_false(desk_may(f->desk, ACT_REQUEST_READ));
}

/* On a file that may only be read nothing can be counted; a log-in that is locked stays so. */
static void a_locked_log_in_stays_locked_on_a_file_that_may_only_be_read(void **state)
{
    struct fixture *f = *state;
    struct desk *reader;
    for (int i = 0; i < 5; i++) {
        assert_true(wrong(f, f->desk, "clerk"));
        clock_advance(&f->clock, 16000);
    }
    reader = fixture_other(f);
    desk_db(reader)->read_only = true; /* as the program finds a file that another account owns */
    err_clear(&f->err);
    assert_int_equal(desk_login(reader, "clerk", FIXTURE_PASSPHRASE, &f->err), LOGIN_REFUSED);
    assert_true(str_starts(fixture_said(f), "This log-in is locked"));
    assert_int_equal(desk_login(reader, "cashier", FIXTURE_PASSPHRASE, NULL), LOGIN_IN);
    desk_close(reader);
}

static void wrong_ones_at_the_lock_count_as_well(void **state)
{
    struct fixture *f = *state;
    fixture_as(f, "clerk");
    WORKS(f, desk_lock(f->desk, false, &f->err));
    for (int i = 0; i < 5; i++) {
        REFUSED(f, ERR_DENIED, desk_unlock(f->desk, "some other words", &f->err));
        clock_advance(&f->clock, 16000);
    }
    REFUSED(f, ERR_DENIED, desk_unlock(f->desk, FIXTURE_PASSPHRASE, &f->err));
}

static void somebody_whose_log_in_ended_is_put_out(void **state)
{
    struct fixture *f = *state;
    fixture_as(f, "clerk");
    struct desk *other = fixture_other(f);
    assert_int_equal(desk_login(other, "admin", FIXTURE_PASSPHRASE, NULL), LOGIN_IN);
    int64_t id = desk_who(f->desk)->id, rev = fixture_number(f->desk, "SELECT rev FROM staff WHERE login = 'clerk'");
    WORKS(f, desk_staff_set_active(other, id, rev, false, NO_SECOND, &f->err));
    desk_close(other);
    REFUSED(f, ERR_DENIED, desk_session_refresh(f->desk, &f->err));
    assert_int_equal(desk_owner(f->desk)->id, 0);
    assert_int_equal(desk_login(f->desk, "clerk", FIXTURE_PASSPHRASE, NULL), LOGIN_REFUSED);
}

/* --- passphrases */

static void a_new_person_must_choose_a_passphrase_first(void **state)
{
    struct fixture *f = *state;
    int64_t id;
    fixture_as(f, "admin");
    WORKS(f, desk_staff_add(f->desk, &(struct staff_draft){ "new", "新人", LANG_EN, "first passphrase" }, &id, &f->err));
    err_clear(&f->err);
    assert_int_equal(desk_login(f->desk, "new", "first passphrase", &f->err), LOGIN_MUST_CHANGE);
    assert_int_equal(desk_who(f->desk)->id, 0);
    REFUSED(f, ERR_INPUT, desk_passphrase_change(f->desk, "new", "first passphrase", "first passphrase", &f->err));
    WORKS(f, desk_passphrase_change(f->desk, "new", "first passphrase", "a second passphrase", &f->err));
    assert_int_equal(desk_login(f->desk, "new", "a second passphrase", &f->err), LOGIN_IN);
    assert_int_equal(desk_who(f->desk)->lang, LANG_EN);
}

static void passphrases_have_thirteen_characters_on_a_real_desk(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool good;
    } cases[] = {
        { "", false }, { "twelve chars", false }, { "thirteen char", true }, { "あいうえおかきくけこさし", false },
        { "あいうえおかきくけこさしす", true }, { "with a\ttab inside", false }, { "clerk.nishikawa", false },
    };
    const struct hospital real = { .passphrase_min = 13 };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        if (passphrase_check(&real, "clerk.nishikawa", cases[i].text, "fresh", NULL) != cases[i].good)
            fail_msg("\"%s\"", cases[i].text);
}

static void nobody_changes_the_passphrase_of_another(void **state)
{
    struct fixture *f = *state;
    fixture_as(f, "clerk");
    REFUSED(f, ERR_DENIED, desk_passphrase_change(f->desk, "cashier", FIXTURE_PASSPHRASE, "another passphrase", &f->err));
}

static void a_wrong_old_passphrase_names_its_field(void **state)
{
    struct fixture *f = *state;
    fixture_as(f, "clerk");
    REFUSED(f, ERR_DENIED, desk_passphrase_change(f->desk, "clerk", "wrong old words", "another passphrase", &f->err));
    assert_string_equal(f->err.field, "old");
}

/* --- the second person */

static bool second(struct fixture *f, enum desk_action action, const char *login, const char *passphrase,
    struct second *out)
{
    err_clear(&f->err);
    return desk_second(f->desk, &(struct second_ask){ action, "payment", 5, "33,000 yen. Reason: wrong amount" }, login,
        passphrase, out, &f->err);
}

static void the_second_person_is_recorded_with_what_was_shown(void **state)
{
    struct fixture *f = *state;
    struct second who = NO_SECOND;
    fixture_as(f, "cashier");
    WORKS(f, second(f, ACT_VOID, "supervisor", FIXTURE_PASSPHRASE, &who));
    assert_string_equal(who.name, "大西");
    assert_string_equal(fixture_text(f, "SELECT a.verb || ' ' || a.object || ' ' || a.id || ' ' || s.login FROM audit a"
                                        " JOIN staff s ON s.id = a.staff ORDER BY a.seq DESC LIMIT 1"),
        "second payment 5 supervisor");
    assert_int_equal(fixture_number(f->desk, "SELECT count(*) FROM audit_body WHERE body LIKE '%33,000 yen. Reason: wrong amount%'"), 1);
}

static void nobody_is_the_own_second(void **state)
{
    struct fixture *f = *state;
    struct second who = NO_SECOND;
    fixture_as(f, "supervisor");
    REFUSED(f, ERR_DENIED, second(f, ACT_VOID, "supervisor", FIXTURE_PASSPHRASE, &who));
    assert_int_equal(who.staff, 0);
    assert_int_equal(fixture_number(f->desk, "SELECT count(*) FROM audit WHERE verb = 'second_denied'"), 1);
}

static int64_t id_of(struct fixture *f, const char *login)
{
    return fixture_number(f->desk, arena_printf(&f->arena, "SELECT id FROM staff WHERE login = '%s'", login));
}

static int64_t rev_of(struct fixture *f, const char *login)
{
    return fixture_number(f->desk, arena_printf(&f->arena, "SELECT rev FROM staff WHERE login = '%s'", login));
}

/* Another terminal at which this person is logged in. */
static struct desk *other_as(struct fixture *f, const char *login)
{
    struct desk *d = fixture_other(f);
    assert_int_equal(desk_login(d, login, FIXTURE_PASSPHRASE, NULL), LOGIN_IN);
    return d;
}

/* The own log-in as the second is refused before the passphrase is looked at, so it counts nothing. */
static void the_own_log_in_as_second_is_no_wrong_passphrase(void **state)
{
    struct fixture *f = *state;
    struct second who = NO_SECOND;
    fixture_as(f, "cashier");
    REFUSED(f, ERR_DENIED, second(f, ACT_VOID, "cashier", "not the passphrase", &who));
    assert_string_equal(fixture_said(f), "The second person must be somebody else.");
    assert_int_equal(fixture_number(f->desk, "SELECT sum(failures) FROM credential"), 0);
}

static void a_first_passphrase_confirms_nothing(void **state)
{
    struct fixture *f = *state;
    struct second who = NO_SECOND;
    struct desk *other = other_as(f, "admin");
    struct second by = NO_SECOND;
    WORKS(f, desk_second(other, &(struct second_ask){ ACT_STAFF_ROLES, "staff", 1, "reset" }, "supervisor",
                 FIXTURE_PASSPHRASE, &by, &f->err));
    WORKS(f, desk_staff_reset(other, id_of(f, "supervisor"), "another first one", by, &f->err));
    desk_close(other);
    fixture_as(f, "cashier");
    REFUSED(f, ERR_DENIED, second(f, ACT_VOID, "supervisor", "another first one", &who));
    assert_string_equal(fixture_said(f), "大西 must log in once with a passphrase of their own before confirming anything.");
}

static void a_second_whose_log_in_ended_meanwhile_counts_no_more(void **state)
{
    struct fixture *f = *state;
    struct second who = NO_SECOND;
    struct act a;
    fixture_as(f, "supervisor");
    WORKS(f, second(f, ACT_VOID, "cashier", FIXTURE_PASSPHRASE, &who));
    struct desk *other = other_as(f, "admin");
    struct second by = NO_SECOND;
    WORKS(f, desk_second(other, &(struct second_ask){ ACT_STAFF_ROLES, "staff", 1, "end" }, "supervisor",
                 FIXTURE_PASSPHRASE, &by, &f->err));
    WORKS(f, desk_staff_set_active(other, id_of(f, "cashier"), rev_of(f, "cashier"), false, by, &f->err));
    desk_close(other);
    REFUSED(f, ERR_DENIED, act_begin(f->desk, ACT_VOID, who, &f->arena, &a, &f->err));
}

/* The terminal still believes in the old roles; the transaction looks again. */
static void a_role_taken_away_elsewhere_ends_at_once(void **state)
{
    struct fixture *f = *state;
    struct act a;
    fixture_as(f, "clerk");
    struct desk *other = other_as(f, "admin");
    struct second by = NO_SECOND;
    WORKS(f, desk_second(other, &(struct second_ask){ ACT_STAFF_ROLES, "staff", 1, "roles" }, "supervisor",
                 FIXTURE_PASSPHRASE, &by, &f->err));
    WORKS(f, desk_staff_set_roles(other, id_of(f, "clerk"), rev_of(f, "clerk"), ROLE_AUDITOR, by, &f->err));
    desk_close(other);
    assert_true(desk_may(f->desk, ACT_REQUEST_TAKE));
    REFUSED(f, ERR_DENIED, act_begin(f->desk, ACT_REQUEST_TAKE, NO_SECOND, &f->arena, &a, &f->err));
    assert_int_equal(fixture_number(f->desk, "SELECT count(*) FROM audit WHERE verb = 'denied' AND object = 'take'"), 1);
    WORKS(f, desk_session_refresh(f->desk, &f->err));
    assert_false(desk_may(f->desk, ACT_REQUEST_TAKE));
}

/* Columns: clerk, booking, cashier, supervisor, admin, auditor. */
static void only_the_right_roles_may_be_second(void **state)
{
    struct fixture *f = *state;
    static const char *const logins[] = { "clerk", "booking", "cashier", "supervisor", "admin", "auditor" };
    static const struct {
        enum desk_action action;
        const char *by, *may;
    } cases[] = {
        { ACT_VOID, "cashier", "---x--" },          /* the cashier herself cannot */
        { ACT_VOID, "supervisor", "--x---" },
        { ACT_STAFF_ROLES, "admin", "---x--" },
        { ACT_POLICY_SWITCH, "supervisor", "----x-" },
        { ACT_CONFIRM_CLOSING, "cashier", "---x--" }, /* without a second of its own: who may do it */
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        for (size_t k = 0; k < COUNT_OF(logins); k++) {
            struct second who = NO_SECOND;
            fixture_as(f, cases[i].by);
            if (second(f, cases[i].action, logins[k], FIXTURE_PASSPHRASE, &who) != (cases[i].may[k] == 'x'))
                fail_msg("%s by %s, second %s", permission_of(cases[i].action)->verb, cases[i].by, logins[k]);
        }
}

static void a_wrong_second_passphrase_counts_against_its_owner(void **state)
{
    struct fixture *f = *state;
    struct second who = NO_SECOND;
    fixture_as(f, "cashier");
    for (int i = 0; i < 5; i++) {
        REFUSED(f, ERR_DENIED, second(f, ACT_VOID, "supervisor", "a wrong passphrase", &who));
        clock_advance(&f->clock, 16000);
    }
    REFUSED(f, ERR_DENIED, second(f, ACT_VOID, "supervisor", FIXTURE_PASSPHRASE, &who));
    assert_string_equal(desk_who(f->desk)->login, "cashier");
}

static void an_action_that_needs_two_is_refused_to_one(void **state)
{
    struct fixture *f = *state;
    struct act a;
    fixture_as(f, "cashier");
    REFUSED(f, ERR_DENIED, act_begin(f->desk, ACT_VOID, NO_SECOND, &f->arena, &a, &f->err));
    assert_string_equal(fixture_said(f), "This needs a second person who enters their own passphrase.");
    struct second self = { .staff = desk_who(f->desk)->id, .name = "佐藤" };
    REFUSED(f, ERR_DENIED, act_begin(f->desk, ACT_VOID, self, &f->arena, &a, &f->err));
    struct second clerk = { .staff = fixture_number(f->desk, "SELECT id FROM staff WHERE login = 'clerk'"), .name = "西川" };
    REFUSED(f, ERR_DENIED, act_begin(f->desk, ACT_VOID, clerk, &f->arena, &a, &f->err));
    struct second right = { .staff = fixture_number(f->desk, "SELECT id FROM staff WHERE login = 'supervisor'") };
    WORKS(f, act_begin(f->desk, ACT_VOID, right, &f->arena, &a, &f->err));
    WORKS(f, act_end(&a, true, &f->err));
}

/* Every action by every role through the door that all of them use; what the table says is checked in
 * tests/unit/desk/test-permission.c. */
static void every_action_of_every_role_passes_the_one_door(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *login;
        enum role role;
    } who[] = { { "clerk", ROLE_CLERK }, { "booking", ROLE_BOOKING }, { "cashier", ROLE_CASHIER },
        { "supervisor", ROLE_SUPERVISOR }, { "admin", ROLE_ADMINISTRATOR }, { "auditor", ROLE_AUDITOR } };
    for (size_t w = 0; w < COUNT_OF(who); w++) {
        fixture_as(f, who[w].login);
        for (int i = 0; i < ACT_COUNT; i++) {
            enum desk_action action = (enum desk_action)i;
            struct act a;
            struct second helper = NO_SECOND;
            if (permission_seconds(action, ROLE_SUPERVISOR))
                helper.staff = fixture_number(f->desk, who[w].role == ROLE_SUPERVISOR
                        ? "SELECT id FROM staff WHERE login = 'admin'"
                        : "SELECT id FROM staff WHERE login = 'supervisor'");
            if (action == ACT_VOID && who[w].role == ROLE_SUPERVISOR)
                helper.staff = fixture_number(f->desk, "SELECT id FROM staff WHERE login = 'cashier'");
            bool began = act_begin(f->desk, action, helper, &f->arena, &a, NULL);
            if (began)
                act_end(&a, false, NULL);
            if (began != permission_allows(action, who[w].role))
                fail_msg("%s by %s", permission_of(action)->verb, who[w].login);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(right_passphrase_brings_the_person_in),
        FIXTURE_TEST(nobody_may_do_anything_before_the_log_in),
        FIXTURE_TEST(unknown_and_wrong_say_the_same),
        FIXTURE_TEST(nobody_comes_in_as_the_program),
        FIXTURE_TEST(the_delay_doubles_and_the_fifth_locks),
        FIXTURE_TEST(a_right_one_in_time_forgets_the_wrong_ones),
        FIXTURE_TEST(wrong_ones_add_up_over_two_terminals),
        FIXTURE_TEST(a_delay_counts_for_the_other_terminal_and_after_a_restart),
        FIXTURE_TEST(a_clock_put_back_locks_nobody_out),
        FIXTURE_TEST(eight_killed_guessers_get_five_tries_together),
        FIXTURE_TEST(an_administrator_unlocks_but_not_the_own_log_in),
        FIXTURE_TEST(log_ins_failures_and_log_outs_stand_in_the_trail),
        FIXTURE_TEST(a_denied_action_stands_in_the_trail),
        FIXTURE_TEST(the_own_log_in_as_second_is_no_wrong_passphrase),
        FIXTURE_TEST(a_first_passphrase_confirms_nothing),
        FIXTURE_TEST(a_second_whose_log_in_ended_meanwhile_counts_no_more),
        FIXTURE_TEST(a_role_taken_away_elsewhere_ends_at_once),
        FIXTURE_TEST(looking_again_at_the_roles_unlocks_nothing),
        FIXTURE_TEST(a_locked_log_in_stays_locked_on_a_file_that_may_only_be_read),
        FIXTURE_TEST(a_second_factor_that_cannot_be_checked_keeps_out),
        FIXTURE_TEST(a_locked_desk_does_nothing_and_knows_whose_work_it_shows),
        FIXTURE_TEST(only_the_same_person_unlocks),
        FIXTURE_TEST(wrong_ones_at_the_lock_count_as_well),
        FIXTURE_TEST(somebody_whose_log_in_ended_is_put_out),
        FIXTURE_TEST(a_new_person_must_choose_a_passphrase_first),
        cmocka_unit_test(passphrases_have_thirteen_characters_on_a_real_desk),
        FIXTURE_TEST(nobody_changes_the_passphrase_of_another),
        FIXTURE_TEST(a_wrong_old_passphrase_names_its_field),
        FIXTURE_TEST(the_second_person_is_recorded_with_what_was_shown),
        FIXTURE_TEST(nobody_is_the_own_second),
        FIXTURE_TEST(only_the_right_roles_may_be_second),
        FIXTURE_TEST(a_wrong_second_passphrase_counts_against_its_owner),
        FIXTURE_TEST(an_action_that_needs_two_is_refused_to_one),
        FIXTURE_TEST(every_action_of_every_role_passes_the_one_door),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

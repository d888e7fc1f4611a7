/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People, roles and settings: who may change what, and that two are needed. */
#include "tests/desk/trust_desk.h"

#include <sys/stat.h>
#include <unistd.h>

#include "desk/inside.h"
#include "desk/settings.h"
#include "desk/setup.h"
#include "desk/staff.h"
#include "store/migrate.h"
#include "store/passphrase.h"
#include "store/verify.h"

static struct staff_view person(struct fixture *f, const char *login)
{
    struct staff_view *rows;
    size_t n;
    WORKS(f, desk_staff_list(f->desk, &f->arena, &rows, &n, &f->err));
    for (size_t i = 0; i < n; i++)
        if (str_eq(rows[i].login, login))
            return rows[i];
    fail_msg("no %s", login);
    return rows[0];
}

static struct second confirmed_by(struct fixture *f, const char *login)
{
    struct second second = NO_SECOND;
    WORKS(f, desk_second(f->desk, &(struct second_ask){ ACT_STAFF_ROLES, "staff", 1, "roles" }, login,
                 FIXTURE_PASSPHRASE, &second, &f->err));
    return second;
}

static void roles_take_a_second_person(void **state)
{
    struct fixture *f = *state;
    fixture_as(f, "admin");
    struct staff_view clerk = person(f, "clerk");
    REFUSED(f, ERR_DENIED, desk_staff_set_roles(f->desk, clerk.id, clerk.rev, ROLE_CASHIER, NO_SECOND, &f->err));
    WORKS(f, desk_staff_set_roles(f->desk, clerk.id, clerk.rev, ROLE_CLERK | ROLE_CASHIER, confirmed_by(f, "supervisor"),
                 &f->err));
    assert_int_equal(person(f, "clerk").roles, ROLE_CLERK | ROLE_CASHIER);
}

static void nobody_changes_the_own_roles(void **state)
{
    struct fixture *f = *state;
    fixture_as(f, "admin");
    struct staff_view self = person(f, "admin");
    REFUSED(f, ERR_RULE, desk_staff_set_roles(f->desk, self.id, self.rev, ROLE_ADMINISTRATOR | ROLE_CASHIER,
                             confirmed_by(f, "supervisor"), &f->err));
}

static void the_first_administrator_gives_the_first_roles_alone(void **state)
{
    struct fixture *f = *state; /* the fixture did: its supervisor was the first */
    assert_int_equal(fixture_number(f->desk, "SELECT count(*) FROM audit WHERE verb = 'staff_first'"), 1);
    assert_int_equal(fixture_number(f->desk, "SELECT count(*) FROM audit WHERE verb = 'staff_roles'"), 4);
}

static void whoever_could_confirm_is_taken_away_only_by_two(void **state)
{
    struct fixture *f = *state;
    fixture_as(f, "admin");
    struct staff_view supervisor = person(f, "supervisor"), clerk = person(f, "clerk");
    REFUSED(f, ERR_DENIED, desk_staff_set_active(f->desk, supervisor.id, supervisor.rev, false, NO_SECOND, &f->err));
    REFUSED(f, ERR_DENIED, desk_staff_reset(f->desk, supervisor.id, "another first one", NO_SECOND, &f->err));
    WORKS(f, desk_staff_set_active(f->desk, clerk.id, clerk.rev, false, NO_SECOND, &f->err));
    WORKS(f, desk_staff_reset(f->desk, clerk.id, "another first one", NO_SECOND, &f->err));
}

static void nobody_ends_the_own_log_in(void **state)
{
    struct fixture *f = *state;
    fixture_as(f, "admin");
    struct staff_view self = person(f, "admin");
    REFUSED(f, ERR_RULE, desk_staff_set_active(f->desk, self.id, self.rev, false, NO_SECOND, &f->err));
}

static void a_reset_passphrase_must_be_changed(void **state)
{
    struct fixture *f = *state;
    fixture_as(f, "admin");
    WORKS(f, desk_staff_reset(f->desk, person(f, "clerk").id, "another first one", NO_SECOND, &f->err));
    assert_int_equal(desk_login(f->desk, "clerk", FIXTURE_PASSPHRASE, NULL), LOGIN_REFUSED);
    clock_advance(&f->clock, 1000);
    assert_int_equal(desk_login(f->desk, "clerk", "another first one", NULL), LOGIN_MUST_CHANGE);
}

static void a_name_changed_by_two_at_once_is_stale_for_the_second(void **state)
{
    struct fixture *f = *state;
    fixture_as(f, "admin");
    struct staff_view clerk = person(f, "clerk");
    struct staff_draft first = { "clerk", "西川 花", LANG_JA, NULL }, late = { "clerk", "西川 華", LANG_JA, NULL };
    WORKS(f, desk_staff_edit(f->desk, clerk.id, clerk.rev, &first, &f->err));
    REFUSED(f, ERR_STALE, desk_staff_edit(f->desk, clerk.id, clerk.rev, &late, &f->err));
    assert_string_equal(person(f, "clerk").name, "西川 花");
}

static void bad_log_ins_and_names_are_refused_with_their_field(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *login, *name, *field;
    } cases[] = {
        { "", "名前", "login" }, { "a", "名前", "login" }, { "Nishikawa", "名前", "login" }, { "1abc", "名前", "login" },
        { "system", "名前", "login" }, { "with blank", "名前", "login" }, { "new", "", "name" },
        { "new", "bad\x1b[31m", "name" }, { "clerk", "もう一人", "login" },
    };
    fixture_as(f, "admin");
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        int64_t id;
        err_clear(&f->err);
        if (desk_staff_add(f->desk, &(struct staff_draft){ cases[i].login, cases[i].name, LANG_JA, "first passphrase" }, &id,
                &f->err)
            || !str_eq(f->err.field, cases[i].field))
            fail_msg("'%s' '%s': field '%s'", cases[i].login, cases[i].name, f->err.field);
    }
}

static void names_are_kept_as_written(void **state)
{
    struct fixture *f = *state;
    static const char *const names[] = { "髙﨑 花子", "𠮷田 一郎", "葛󠄀城 太郎", "福 﨑" };
    fixture_as(f, "admin");
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        int64_t id;
        struct staff_view v;
        const char *login = arena_printf(&f->arena, "name%d", (int)i);
        WORKS(f, desk_staff_add(f->desk, &(struct staff_draft){ login, names[i], LANG_JA, "first passphrase" }, &id, &f->err));
        WORKS(f, desk_staff_view(f->desk, id, &f->arena, &v, &f->err));
        assert_string_equal(v.name, names[i]);
    }
}

/* --- settings */

static void settings_are_stored_and_seen_at_once(void **state)
{
    struct fixture *f = *state;
    struct settings_view view;
    fixture_as(f, "admin");
    WORKS(f, desk_settings_view(f->desk, &f->arena, &view, &f->err));
    const struct setting_value values[] = { { "cash.float", "80,000" }, { "counter.name.ja", "2番窓口" },
        { "cashier.closes", "1645" }, { "idle.seconds", "300" } };
    WORKS(f, desk_settings_save(f->desk, view.rev, values, COUNT_OF(values), &f->err));
    const struct hospital *h = desk_hospital(f->desk);
    assert_int_equal(h->cash_float.v, 80000);
    assert_string_equal(h->counter_name.ja, "2番窓口");
    assert_int_equal(h->cashier_closes.min, 16 * 60 + 45);
    assert_int_equal(h->idle_seconds, 300);
}

static void settings_stored_meanwhile_make_the_rev_stale(void **state)
{
    struct fixture *f = *state;
    struct settings_view view;
    fixture_as(f, "admin");
    WORKS(f, desk_settings_view(f->desk, &f->arena, &view, &f->err));
    WORKS(f, desk_settings_save(f->desk, view.rev, &(struct setting_value){ "cash.float", "80000" }, 1, &f->err));
    REFUSED(f, ERR_STALE, desk_settings_save(f->desk, view.rev, &(struct setting_value){ "cash.float", "90000" }, 1, &f->err));
    assert_int_equal(desk_hospital(f->desk)->cash_float.v, 80000);
}

static void only_the_administrator_changes_settings(void **state)
{
    struct fixture *f = *state;
    static const char *const others[] = { "clerk", "booking", "cashier", "supervisor", "auditor" };
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        fixture_as(f, others[i]);
        REFUSED(f, ERR_DENIED, desk_settings_save(f->desk, 1, &(struct setting_value){ "cash.float", "1" }, 1, &f->err));
    }
}

static void bad_settings_name_their_field(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *key, *value;
        bool good;
    } cases[] = {
        { "idle.seconds", "120", true }, { "idle.seconds", "5", false }, { "idle.seconds", "soon", false },
        { "idle.seconds", "", false }, { "cash.float", "50,000", true }, { "cash.float", "-1", false },
        { "cashier.closes", "16:45", true }, { "cashier.closes", "25:00", false }, { "cashier.closes", "", true },
        { "cash.blind_count", "yes", true }, { "cash.blind_count", "maybe", false }, { "desk.ambiguous", "2", true },
        { "desk.ambiguous", "3", false }, { "collect.place", "cashier", true }, { "collect.place", "cash", false },
        { "issuer.registration", "T7123456789012", true }, { "issuer.registration", "7123456789012", false },
        { "issuer.registration", "T712345678901", false }, { "issuer.registration", "", true },
        { "desk.printer", "lp:counter_1", true }, { "desk.printer", "file:/tmp/papers", true },
        { "desk.printer", "lp:-o raw", false }, { "desk.printer", "counter_1", false },
        { "hospital.name.ja", "", false }, { "hospital.name.ja", "a\nb", false }, { "counter.number", "0", false },
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const char *stored;
        err_clear(&f->err);
        bool good = setting_check(settings_def(cases[i].key), cases[i].value, &f->arena, &stored, &f->err);
        if (good != cases[i].good || (!good && !str_eq(f->err.field, cases[i].key)))
            fail_msg("%s=%s", cases[i].key, cases[i].value);
    }
}

/* The worked examples of domain.md 3.2 and two slips of the fingers. */
static void registration_numbers_are_checked_for_a_warning(void **state)
{
    (void)state;
    assert_false(registration_doubtful("T7123456789012"));
    assert_false(registration_doubtful("T7010705000725"));
    assert_true(registration_doubtful("T7123456789013"));
    assert_true(registration_doubtful("T1723456789012"));
    assert_false(registration_doubtful(""));
}

/* --- a new database */

static void a_new_desk_is_for_its_account_alone(void **state)
{
    struct fixture *f = *state;
    struct stat st;
    assert_int_equal(stat(f->path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_int_equal(stat(f->folder, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0700);
}

static struct setup real_desk(struct fixture *f, const char *policy)
{
    static const struct setting_value values[] = { { "hospital.name.ja", "病院" }, { "hospital.name.en", "Hospital" },
        { "issuer.name.ja", "病院" } };
    return (struct setup){ .path = arena_printf(&f->arena, "%s/new/desk.db", f->folder), .clock = &f->clock,
        .values = values, .n_values = COUNT_OF(values), .policy = policy, .policy_bytes = strlen(policy),
        .login = "admin", .name = "管理", .passphrase = "thirteen chars" };
}

static void a_setup_that_fails_leaves_nothing(void **state)
{
    struct fixture *f = *state;
    const char *policy = fixture_text(f, "SELECT text FROM policy_version");
    struct setup short_one = real_desk(f, policy), broken = real_desk(f, "policy: [nothing"), list = real_desk(f, policy);
    short_one.passphrase = "short";
    list.holidays = "heading\n2026/13/45,no day\n";
    REFUSED(f, ERR_INPUT, desk_setup(&short_one, &f->err));
    REFUSED(f, ERR_INPUT, desk_setup(&broken, &f->err));
    REFUSED(f, ERR_INPUT, desk_setup(&list, &f->err));
    assert_int_equal(access(list.path, F_OK), -1);
    struct setup right = real_desk(f, policy);
    WORKS(f, desk_setup(&right, &f->err));
    REFUSED(f, ERR_RULE, desk_setup(&right, &f->err)); /* never written over */
}

static void a_real_desk_has_the_full_cost_and_no_shown_passphrase(void **state)
{
    struct fixture *f = *state;
    struct setup s = real_desk(f, fixture_text(f, "SELECT text FROM policy_version"));
    struct training_login *logins;
    struct desk *d;
    const char *passphrase;
    size_t n;
    WORKS(f, desk_setup(&s, &f->err));
    WORKS(f, desk_open(&(struct desk_options){ .path = s.path, .clock = &f->clock }, &d, &f->err));
    assert_int_equal(fixture_number(d, "SELECT count(*) FROM credential WHERE hash LIKE '$argon2id$v=19$m=65536,t=3,p=1$%'"), 1);
    WORKS(f, desk_training_logins(d, &f->arena, &logins, &n, &passphrase, &f->err));
    assert_int_equal(n, 0);
    assert_int_equal(fixture_number(d, "SELECT count(*) FROM setting WHERE value = 'thirteen chars'"), 0);
    assert_int_equal(desk_login(d, "admin", "thirteen chars", &f->err), LOGIN_IN);
    desk_close(d);
}

static void the_owner_of_the_file_recovers_a_log_in(void **state)
{
    struct fixture *f = *state;
    REFUSED(f, ERR_INPUT, desk_staff_recover(f->desk, "nobody", "a recovered one", &f->err));
    REFUSED(f, ERR_INPUT, desk_staff_recover(f->desk, "system", "a recovered one", &f->err));
    WORKS(f, desk_staff_recover(f->desk, "admin", "a recovered one", &f->err));
    assert_int_equal(desk_login(f->desk, "admin", "a recovered one", NULL), LOGIN_MUST_CHANGE);
    assert_int_equal(fixture_number(f->desk, "SELECT count(*) FROM audit WHERE verb = 'recover' AND staff = 1"), 1);
}

#define FIRST                                                                                                          \
    "h\n2028/1/1,元日\n2028/1/10,成人の日\n2028/2/23,天皇誕生日\n2028/3/20,春分の日\n2028/4/29,昭和の日\n2028/5/3,憲法記念日\n"  \
    "2028/5/4,みどりの日\n2028/5/5,こどもの日\n"
static void imported_holidays_count_what_is_new(void **state)
{
    struct fixture *f = *state;
    int64_t others = fixture_number(f->desk, "SELECT count(*) FROM holiday");
    int changed = -1;
    fixture_as(f, "clerk");
    REFUSED(f, ERR_DENIED, desk_import_holidays(f->desk, FIRST "2028/2/11,建国記念の日\n", "list.csv", &changed, &f->err));
    fixture_as(f, "supervisor");
    WORKS(f, desk_import_holidays(f->desk, FIRST "2028/2/11,建国記念の日\n", "list.csv", &changed, &f->err));
    assert_int_equal(changed, 9);
    WORKS(f, desk_import_holidays(f->desk, FIRST "2028/2/11,建国記念の日\n", "list.csv", &changed, &f->err));
    assert_int_equal(changed, 0);
    assert_int_equal(fixture_number(f->desk, "SELECT count(*) FROM holiday WHERE day < '2028'"), others);
    /* moved in a later edition, as the days of 2020 and 2021 were */
    WORKS(f, desk_import_holidays(f->desk, FIRST "2028/2/12,建国記念の日\n", "list.csv", &changed, &f->err));
    assert_int_equal(changed, 2);
    assert_int_equal(fixture_number(f->desk, "SELECT count(*) FROM holiday WHERE day = '2028-02-11'"), 0);
    assert_int_equal(fixture_number(f->desk, "SELECT count(*) FROM holiday WHERE day >= '2028'"), 9);
    assert_int_equal(fixture_number(f->desk, "SELECT count(*) FROM holiday WHERE day < '2028'"), others);
    REFUSED(f, ERR_INPUT, desk_import_holidays(f->desk, "2028/1/1,元日\n", "list.csv", &changed, &f->err));
    assert_int_equal(fixture_number(f->desk, "SELECT count(*) FROM holiday WHERE day >= '2028'"), 9);
}

static const char *a9(struct fixture *f)
{
    static const struct verify_options o = { .offset = 540 };
    struct verify_options now = o;
    struct verify_report r;

    now.now = desk_instant(f->desk);
    assert_true(verify_run(f->desk->db, &now, &f->arena, &r, &f->err));
    for (size_t i = 0; i < r.n; i++)
        if (str_eq(r.item[i].rule, "A9"))
            return r.item[i].which;
    return "";
}

/* A digest of other costs under the same words: made again at the log-in, and the trail keeps up with it. */
static void an_older_form_of_a_passphrase_is_made_new_and_recorded(void **state)
{
    struct fixture *f = *state;
    char hash[PASSPHRASE_HASH_TEXT];
    int64_t clerk = fixture_number(f->desk, "SELECT id FROM staff WHERE login = 'clerk'");

    assert_string_equal(a9(f), "");
    WORKS(f, passphrase_hash(FIXTURE_PASSPHRASE, false, hash, &f->err));
    fixture_number(f->desk, arena_printf(&f->arena, "UPDATE credential SET hash = '%s' WHERE staff = %lld", hash, (long long)clerk));
    assert_string_equal(a9(f), arena_printf(&f->arena, "credential %lld", (long long)clerk));
    fixture_as(f, "clerk");
    assert_string_equal(a9(f), "");
    assert_int_equal(fixture_number(f->desk, "SELECT count(*) FROM audit WHERE verb = 'rehash' AND id = (SELECT id FROM staff WHERE login = 'clerk')"), 1);
    fixture_as(f, "clerk");
    assert_int_equal(fixture_number(f->desk, "SELECT count(*) FROM audit WHERE verb = 'rehash'"), 1);
}

/* Nothing that stands in the trail is the digest itself, or holds its salt. */
static void no_digest_of_a_passphrase_stands_in_the_trail(void **state)
{
    struct fixture *f = *state;

    fixture_as(f, "clerk");
    WORKS(f, desk_passphrase_change(f->desk, "clerk", FIXTURE_PASSPHRASE, "quiet green bridge", &f->err));
    assert_string_equal(a9(f), "");
    assert_int_equal(fixture_number(f->desk, "SELECT count(*) FROM audit_body, credential c"
        " WHERE instr(body, 'argon2') OR instr(body, substr(c.hash, -43)) OR instr(body, substr(c.hash, -66, 22))"), 0);
    assert_int_equal(fixture_number(f->desk, "SELECT count(*) > 0 FROM audit_body WHERE instr(body, '\"mark\"')"), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(roles_take_a_second_person),
        FIXTURE_TEST(nobody_changes_the_own_roles),
        FIXTURE_TEST(the_first_administrator_gives_the_first_roles_alone),
        FIXTURE_TEST(whoever_could_confirm_is_taken_away_only_by_two),
        FIXTURE_TEST(nobody_ends_the_own_log_in),
        FIXTURE_TEST(a_reset_passphrase_must_be_changed),
        FIXTURE_TEST(a_name_changed_by_two_at_once_is_stale_for_the_second),
        FIXTURE_TEST(bad_log_ins_and_names_are_refused_with_their_field),
        FIXTURE_TEST(names_are_kept_as_written),
        FIXTURE_TEST(settings_are_stored_and_seen_at_once),
        FIXTURE_TEST(settings_stored_meanwhile_make_the_rev_stale),
        FIXTURE_TEST(only_the_administrator_changes_settings),
        FIXTURE_TEST(bad_settings_name_their_field),
        cmocka_unit_test(registration_numbers_are_checked_for_a_warning),
        FIXTURE_TEST(a_new_desk_is_for_its_account_alone),
        FIXTURE_TEST(a_setup_that_fails_leaves_nothing),
        FIXTURE_TEST(a_real_desk_has_the_full_cost_and_no_shown_passphrase),
        FIXTURE_TEST(the_owner_of_the_file_recovers_a_log_in),
        FIXTURE_TEST(imported_holidays_count_what_is_new),
        FIXTURE_TEST(an_older_form_of_a_passphrase_is_made_new_and_recorded),
        FIXTURE_TEST(no_digest_of_a_passphrase_stands_in_the_trail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

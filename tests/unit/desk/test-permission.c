/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may do what, written out a second time from the table in the design (schema-sketch.md, "Who may do
 * what"), action by action. A new action without a row here fails. */
#include "tests/check.h"

#include "desk/permission.h"

/* Columns: clerk, booking, cashier, supervisor, administrator, auditor. 'x' may. */
static const struct {
    enum desk_action action;
    const char *may;
    const char *second; /* the same columns for the needed second person; "" = none */
} table[] = {
    /* inquiry; call log; notes; forms handed out */
    { ACT_INQUIRY_RECORD, "xx-x--", "" },
    { ACT_INQUIRY_EDIT, "xx-x--", "" },
    { ACT_INQUIRY_DONE, "xx-x--", "" },
    { ACT_HAND_OUT, "xx-x--", "" },
    { ACT_CALL_PLAN, "xx-x--", "" },
    { ACT_CALL_RESULT, "xx-x--", "" },
    { ACT_NOTE_ADD, "xx-x--", "" },
    { ACT_NOTE_DONE, "xx-x--", "" },
    /* take, edit a request; papers; consent; identity */
    { ACT_REQUEST_TAKE, "xx-x--", "" },
    { ACT_REQUEST_EDIT, "xx-x--", "" },
    { ACT_ATTENDEES_SAVE, "xx-x--", "" },
    { ACT_CONSENT_SAVE, "xx-x--", "" },
    { ACT_PROOF_SEE, "xx-x--", "" },
    { ACT_PROOF_UNDO, "xx-x--", "" },
    { ACT_PAPER_RECORD, "xx-x--", "" },
    { ACT_PAPER_PROMISE, "xx-x--", "" },
    /* read requests */
    { ACT_REQUEST_READ, "xxxx-x", "" },
    /* materials move and return; department sheet; report sent; ends; undo; close */
    { ACT_MATERIAL_TAKE_IN, "xx-x--", "" },
    { ACT_MATERIAL_MOVE, "xx-x--", "" },
    { ACT_MATERIAL_UNDO, "xx-x--", "" },
    { ACT_REVIEW_SEND, "xx-x--", "" },
    { ACT_REVIEW_ASK_AGAIN, "xx-x--", "" },
    { ACT_REVIEW_TOLD, "xx-x--", "" },
    { ACT_REPORT_SENT, "xx-x--", "" },
    { ACT_STEP_UNDO, "xx-x--", "" },
    { ACT_REQUEST_END, "xx-x--", "" },
    { ACT_REQUEST_CLOSE, "xx-x--", "" },
    /* record a review's result, assign the specialist; book, move, cancel */
    { ACT_REVIEW_ANSWER, "-x-x--", "" },
    { ACT_DATES_OFFER, "-x-x--", "" },
    { ACT_BOOK, "-x-x--", "" },
    { ACT_BOOK_MOVE, "-x-x--", "" },
    { ACT_BOOK_CANCEL, "-x-x--", "" },
    { ACT_BOOK_TOLD, "xx-x--", "" }, /* a call to the visitor */
    /* override: clerks ask, the supervisor decides */
    { ACT_OVERRIDE, "xx-x--", "" },
    { ACT_OVERRIDE_ANSWER, "---x--", "" },
    /* check in, start, end a visit; printing what belongs to it */
    { ACT_CHECK_IN, "xxxx--", "" },
    { ACT_VISIT_START, "xxxx--", "" },
    { ACT_VISIT_END, "xxxx--", "" },
    { ACT_VISIT_UNDO, "xx-x--", "" }, /* undo of a step */
    { ACT_PAPER_PRINT, "xxxx--", "" },
    /* money */
    { ACT_MONEY_READ, "--xx-x", "" },
    { ACT_DRAWER_OPEN, "--xx--", "" },
    { ACT_CASH_MOVE, "--xx--", "" },
    { ACT_COLLECT, "--xx--", "" },
    { ACT_REPRINT, "--xx--", "" },
    { ACT_VOID, "--xx--", "--xx--" },
    { ACT_UNPAID, "--xx--", "" },
    { ACT_CASH_COUNT, "--xx--", "" },
    { ACT_CLOSE_DAY, "--xx--", "" },
    { ACT_CONFIRM_CLOSING, "--xx--", "" },
    /* prices, policy, calendar, specialists' time */
    { ACT_SPECIALIST_SAVE, "---xx-", "" },
    { ACT_CALENDAR_SAVE, "---xx-", "" },
    { ACT_HOLIDAY_IMPORT, "---xx-", "" },
    { ACT_POLICY_SWITCH, "---xx-", "---xx-" },
    /* staff, roles, unlock, backup; restore */
    { ACT_SETTING_SAVE, "----x-", "" },
    { ACT_STAFF_SAVE, "----x-", "" },
    { ACT_STAFF_ROLES, "----x-", "---xx-" },
    { ACT_STAFF_FIRST, "----x-", "" }, /* only while nobody could be the second person */
    { ACT_STAFF_UNLOCK, "----x-", "" },
    { ACT_PASSPHRASE, "xxxxxx", "" }, /* the own one */
    { ACT_OWN_LANG, "xxxxxx", "" },
    { ACT_BACKUP, "----x-", "" },
    { ACT_RESTORE, "----x-", "---xx-" },
    /* audit search, verify, reports, export */
    { ACT_TRAIL_READ, "---xxx", "" },
};

static const unsigned role_of_column[] = { ROLE_CLERK, ROLE_BOOKING, ROLE_CASHIER, ROLE_SUPERVISOR,
    ROLE_ADMINISTRATOR, ROLE_AUDITOR };

static void every_action_has_one_row_in_the_written_table(void **state)
{
    (void)state;
    int seen[ACT_COUNT] = { 0 };
    for (size_t i = 0; i < COUNT_OF(table); i++)
        seen[table[i].action]++;
    for (int a = 0; a < ACT_COUNT; a++)
        if (seen[a] != 1)
            fail_msg("%s stands %d times in the table", permission_of((enum desk_action)a)->verb, seen[a]);
}

static void every_role_may_do_what_the_table_says_and_nothing_else(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(table); i++)
        for (size_t c = 0; c < COUNT_OF(role_of_column); c++)
            if (permission_allows(table[i].action, role_of_column[c]) != (table[i].may[c] == 'x'))
                fail_msg("%s by %s", permission_of(table[i].action)->verb, role_id((enum role)role_of_column[c]));
}

static void every_second_person_is_who_the_table_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(table); i++)
        for (size_t c = 0; c < COUNT_OF(role_of_column); c++) {
            bool want = table[i].second[0] && table[i].second[c] == 'x';
            if (permission_seconds(table[i].action, role_of_column[c]) != want)
                fail_msg("second of %s by %s", permission_of(table[i].action)->verb,
                    role_id((enum role)role_of_column[c]));
        }
}

static void several_roles_add_up(void **state)
{
    (void)state;
    assert_true(permission_allows(ACT_COLLECT, ROLE_CLERK | ROLE_CASHIER));
    assert_true(permission_allows(ACT_BOOK, ROLE_BOOKING | ROLE_AUDITOR));
    assert_false(permission_allows(ACT_COLLECT, ROLE_CLERK | ROLE_BOOKING | ROLE_ADMINISTRATOR | ROLE_AUDITOR));
}

static void without_a_role_nothing_may_be_done(void **state)
{
    (void)state;
    for (int a = 0; a < ACT_COUNT; a++)
        assert_false(permission_allows((enum desk_action)a, 0));
}

static void the_program_itself_may_only_back_up(void **state)
{
    (void)state;
    for (int a = 0; a < ACT_COUNT; a++)
        assert_int_equal(permission_allows((enum desk_action)a, ROLE_SYSTEM), a == ACT_BACKUP);
}

static void every_verb_in_the_trail_is_one_of_its_own(void **state)
{
    (void)state;
    for (int a = 0; a < ACT_COUNT; a++)
        for (int b = a + 1; b < ACT_COUNT; b++)
            assert_string_not_equal(permission_of((enum desk_action)a)->verb,
                permission_of((enum desk_action)b)->verb);
}

static void roles_have_the_names_of_the_design(void **state)
{
    (void)state;
    static const char *const names[] = { "clerk", "booking", "cashier", "supervisor", "administrator", "auditor" };
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        assert_int_equal(role_of(names[i]), role_of_column[i]);
        assert_string_equal(role_id((enum role)role_of_column[i]), names[i]);
    }
    assert_int_equal(role_of("system"), 0);
    assert_int_equal(role_of(""), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_action_has_one_row_in_the_written_table),
        cmocka_unit_test(every_role_may_do_what_the_table_says_and_nothing_else),
        cmocka_unit_test(every_second_person_is_who_the_table_says),
        cmocka_unit_test(several_roles_add_up),
        cmocka_unit_test(without_a_role_nothing_may_be_done),
        cmocka_unit_test(the_program_itself_may_only_back_up),
        cmocka_unit_test(every_verb_in_the_trail_is_one_of_its_own),
        cmocka_unit_test(roles_have_the_names_of_the_design),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each action asks for its own right: the auditor, who may write nothing (schema page, permissions), is refused with
 * the words of that action, before anything else is looked at. Which role may do what is tests/unit/desk/test-permission's. */
#include "tests/check.h"

#include "tests/desk/fixture.h"

#include "desk/after.h"
#include "desk/booking.h"
#include "desk/call.h"
#include "desk/closing.h"
#include "desk/drawer.h"
#include "desk/forms.h"
#include "desk/inquiry.h"
#include "desk/note.h"
#include "desk/papers.h"
#include "desk/pay.h"
#include "desk/permission.h"
#include "desk/request.h"
#include "desk/requester.h"
#include "desk/review.h"
#include "desk/settings.h"
#include "desk/setup.h"
#include "desk/specialist.h"
#include "desk/staff.h"
#include "desk/visit.h"

#define TODAY desk_today(d)
#define CALL_DRAFT (struct call_draft){ .request = 1, .what = "papers", .channel = "phone", .whom = "", .result = "away", .next_on = TODAY }
#define CALLS(CALL)                                                                                                    \
    CALL(REPORT_SENT, desk_report_sent(d, &(struct report_draft){ .request = 1, .to = "referrer", .sent_on = TODAY, .via = "post" }, ids, e)) \
    CALL(OVERRIDE, desk_override(d, 1, "beyond_60", "先生の指示", e))                                                       \
    CALL(OVERRIDE_ANSWER, desk_override_answer(d, 1, true, e))                                                         \
    CALL(STEP_UNDO, desk_step_undo(d, 1, "papers", "入力誤り", e))                                                         \
    CALL(REQUEST_END, desk_request_end(d, 1, "withdrawn", "都合", e))                                                    \
    CALL(REQUEST_CLOSE, desk_request_close(d, 1, NULL, e))                                                             \
    CALL(DATES_OFFER, desk_dates_release(d, 1, "入力誤り", e))                                                             \
    CALL(BOOK, desk_book(d, &(struct booking_draft){ .request = 1, .op_key = "k" }, ids, ids, e))                      \
    CALL(BOOK_CANCEL, desk_booking_cancel(d, 1, "患者の都合", e))                                                           \
    CALL(BOOK_TOLD, desk_booking_told(d, 1, TODAY, "phone", e))                                                        \
    CALL(CALL_RESULT, desk_call_record(d, &CALL_DRAFT, &forms, e))                                                     \
    CALL(CALL_PLAN, desk_call_plan(d, &CALL_DRAFT, ids, e))                                                            \
    CALL(CLOSE_DAY, desk_close_day(d, &(struct closing_draft){ .day = TODAY }, NO_SECOND, a, &closed, e))              \
    CALL(CONFIRM_CLOSING, desk_confirm_closing(d, 1, "", a, e))                                                        \
    CALL(DRAWER_OPEN, desk_drawer_open(d, &(struct float_draft){ 0 }, a, e))                                           \
    CALL(CASH_MOVE, desk_cash_move(d, YEN(1000), "両替", a, e))                                                          \
    CALL(CASH_COUNT, desk_count(d, TODAY, &(struct pieces){ 0 }, a, e))                                                \
    CALL(HAND_OUT, desk_forms_hand_out(d, &(struct forms_draft){ .request = 1, .set = "all", .how = "counter", .remind_on = DAY_NONE }, &forms, e)) \
    CALL(INQUIRY_DONE, desk_inquiry_finish(d, 1, e))                                                                   \
    CALL(NOTE_ADD, desk_note_add(d, &(struct note_draft){ .text = "x", .until = DAY_NONE }, ids, e))                   \
    CALL(NOTE_DONE, desk_note_done(d, 1, e))                                                                           \
    CALL(MATERIAL_UNDO, desk_material_undo(d, 1, 1, "入力誤り", e))                                                        \
    CALL(MATERIAL_MOVE, desk_material_move(d, &(struct move_draft){ .request = 1 }, NULL, e))                                \
    CALL(COLLECT, desk_take_payment(d, &(struct payment_draft){ .request = 1, .op_key = "k" }, a, &paid, e))           \
    CALL(UNPAID, desk_unpaid(d, 1, "持ち合わせなし", day_add(TODAY, 7), a, e))                                                \
    CALL(REQUEST_EDIT, desk_request_answer(d, 1, "q.x", "yes", e))                                                     \
    CALL(ATTENDEES_SAVE, desk_requester_save(d, &(struct requester_draft){ .request = 1 }, e))                         \
    CALL(CONSENT_SAVE, desk_consent_withdraw(d, 1, 1, TODAY, e))                                                       \
    CALL(PROOF_UNDO, desk_proof_undo(d, 1, 1, "入力誤り", e))                                                              \
    CALL(REVIEW_SEND, desk_review_send(d, 1, "brain", ids, e))                                                         \
    CALL(REVIEW_ASK_AGAIN, desk_review_ask_again(d, 1, 1, e))                                                          \
    CALL(REVIEW_TOLD, desk_review_told(d, 1, "phone", ids, e))                                                         \
    CALL(VISIT_UNDO, desk_visit_undo(d, 1, "入力誤り", e))                                                                 \
    CALL(CHECK_IN, desk_check_in(d, &(struct check_in_draft){ .request = 1, .said = true }, &number, ids, e))          \
    CALL(STAFF_UNLOCK, desk_staff_unlock(d, 1, e))                                                                     \
    CALL(SPECIALIST_SAVE, desk_specialist_save(d, &(struct specialist){ .name = "森", .department = "any" }, ids, e)) \
    CALL(HOLIDAY_IMPORT, desk_import_holidays(d, "", "x", &number, e))

static void the_auditor_is_refused_with_the_words_of_each_action(void **state)
{
    struct fixture *f = *state;
    struct desk *d = f->desk;
    struct arena *a = &f->arena;
    struct err *e = &f->err;
    int64_t ids[8] = { 0 }, request = fixture_request(f);
    struct forms_done forms;
    struct payment_done paid;
    struct closing_done closed;
    int number = 0, wrong = 0;

    assert_int_equal(request, 1);
    fixture_log_in(d, "auditor");
    int64_t denials = fixture_number(f, "SELECT count(*) FROM audit WHERE verb = 'denied'");
    assert_true(denials >= 0);
#define REFUSED(action, call)                                                                                            \
    err_clear(e);                                                                                                      \
    if ((call) || e->kind != ERR_DENIED || !strstr(e->msg.arg[0], permission_of(ACT_##action)->words)) {                   \
        print_message("# %s: kind %d, %s %s\n", #action, (int)e->kind, e->msg.id, e->msg.arg[0]);                          \
        wrong++;                                                                                                       \
    }
    CALLS(REFUSED)
    assert_int_equal(wrong, 0);
    int calls = 0; /* each try is in the trail, too */
#define COUNTED(action, call) calls++;
    CALLS(COUNTED)
    assert_int_equal(fixture_number(f, "SELECT count(*) FROM audit WHERE verb = 'denied'"), denials + calls);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(the_auditor_is_refused_with_the_words_of_each_action),
    };

    return cmocka_run_group_tests_name("rights", tests, NULL, NULL);
}

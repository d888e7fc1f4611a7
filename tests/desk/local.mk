# SPDX-License-Identifier: GPL-3.0-or-later
# A desk to test on, shared by the tests of desk actions and of screens.
OWN_DESK = tests/desk/own_desk.c tests/desk/own_desk.h tests/desk/made.h tests/desk/verified.c tests/desk/verified.h
DESK_FIXTURE = tests/desk/fixture.c tests/desk/fixture.h $(OWN_DESK)
DESK_LDADD = $(LIBS_DESK) $(CMOCKA_LIBS) $(EXT_STORE)
DESK_TESTS = tests/desk/test-request
check_PROGRAMS += $(DESK_TESTS)
TESTS += $(DESK_TESTS)
tests_desk_test_request_SOURCES = tests/desk/test-request.c $(DESK_FIXTURE)
tests_desk_test_request_LDADD = $(DESK_LDADD)

# A desk that was set up and peopled by the program's own actions, for log-ins, staff, settings, drafts.
TRUST_DESK = tests/desk/trust_desk.c tests/desk/trust_desk.h $(OWN_DESK)
TRUST_DESK_TESTS = tests/desk/test-session tests/desk/test-staff tests/desk/test-draft
check_PROGRAMS += $(TRUST_DESK_TESTS)
TESTS += $(TRUST_DESK_TESTS)
tests_desk_test_session_SOURCES = tests/desk/test-session.c $(TRUST_DESK)
tests_desk_test_session_LDADD = $(LIBS_DESK) $(CMOCKA_LIBS) $(EXT_STORE)

# Money: requests whose talk is over, charged by the policy.
MONEY_FIXTURE = tests/desk/money_fixture.c tests/desk/money_fixture.h tests/desk/made.h tests/desk/verified.c tests/desk/verified.h
MONEY_TESTS = tests/desk/test-money tests/desk/test-money-closing tests/desk/test-money-race
check_PROGRAMS += $(MONEY_TESTS)
TESTS += $(MONEY_TESTS)
tests_desk_test_money_SOURCES = tests/desk/test-money.c $(MONEY_FIXTURE)
tests_desk_test_money_LDADD = $(LIBS_DESK) $(CMOCKA_LIBS) $(EXT_STORE)
tests_desk_test_money_closing_SOURCES = tests/desk/test-money-closing.c $(MONEY_FIXTURE)
tests_desk_test_money_closing_LDADD = $(LIBS_DESK) $(CMOCKA_LIBS) $(EXT_STORE)
tests_desk_test_money_race_SOURCES = tests/desk/test-money-race.c $(MONEY_FIXTURE)
tests_desk_test_money_race_LDADD = $(LIBS_DESK) $(CMOCKA_LIBS) $(EXT_STORE)
check_PROGRAMS += tests/desk/test-requester
TESTS += tests/desk/test-requester
tests_desk_test_requester_SOURCES = tests/desk/test-requester.c $(DESK_FIXTURE)
tests_desk_test_requester_LDADD = $(DESK_LDADD)
check_PROGRAMS += tests/desk/test-moment
TESTS += tests/desk/test-moment
tests_desk_test_moment_SOURCES = tests/desk/test-moment.c $(DESK_FIXTURE)
tests_desk_test_moment_LDADD = $(DESK_LDADD)
check_PROGRAMS += tests/desk/test-materials
TESTS += tests/desk/test-materials
tests_desk_test_materials_SOURCES = tests/desk/test-materials.c $(DESK_FIXTURE)
tests_desk_test_materials_LDADD = $(DESK_LDADD)
check_PROGRAMS += tests/desk/test-after
TESTS += tests/desk/test-after
tests_desk_test_after_SOURCES = tests/desk/test-after.c $(DESK_FIXTURE)
tests_desk_test_after_LDADD = $(DESK_LDADD)
tests_desk_test_staff_SOURCES = tests/desk/test-staff.c $(TRUST_DESK)
tests_desk_test_staff_LDADD = $(LIBS_DESK) $(CMOCKA_LIBS) $(EXT_STORE)
tests_desk_test_draft_SOURCES = tests/desk/test-draft.c $(TRUST_DESK)
tests_desk_test_draft_LDADD = $(LIBS_DESK) $(CMOCKA_LIBS) $(EXT_STORE)
check_PROGRAMS += tests/desk/test-rights
TESTS += tests/desk/test-rights
tests_desk_test_rights_SOURCES = tests/desk/test-rights.c $(DESK_FIXTURE)
tests_desk_test_rights_LDADD = $(DESK_LDADD)
check_PROGRAMS += tests/desk/test-front
TESTS += tests/desk/test-front
tests_desk_test_front_SOURCES = tests/desk/test-front.c $(DESK_FIXTURE)
tests_desk_test_front_LDADD = $(DESK_LDADD)
check_PROGRAMS += tests/desk/test-call
TESTS += tests/desk/test-call
tests_desk_test_call_SOURCES = tests/desk/test-call.c $(DESK_FIXTURE)
tests_desk_test_call_LDADD = $(DESK_LDADD)

# Booking and visit: specialists with hours, requests that the department has accepted.
READY_FIXTURE = tests/desk/booking_fixture.c tests/desk/booking_fixture.h $(DESK_FIXTURE)
READY_TESTS = tests/desk/test-booking tests/desk/test-visit tests/desk/test-close tests/desk/test-mixups
check_PROGRAMS += $(READY_TESTS)
TESTS += $(READY_TESTS)
tests_desk_test_booking_SOURCES = tests/desk/test-booking.c $(READY_FIXTURE)
tests_desk_test_booking_LDADD = $(DESK_LDADD)
tests_desk_test_visit_SOURCES = tests/desk/test-visit.c $(READY_FIXTURE)
tests_desk_test_visit_LDADD = $(DESK_LDADD)
tests_desk_test_close_SOURCES = tests/desk/test-close.c $(READY_FIXTURE)
tests_desk_test_close_LDADD = $(DESK_LDADD)
tests_desk_test_mixups_SOURCES = tests/desk/test-mixups.c $(READY_FIXTURE)
tests_desk_test_mixups_LDADD = $(DESK_LDADD)
check_PROGRAMS += tests/desk/test-policy-switch
TESTS += tests/desk/test-policy-switch
tests_desk_test_policy_switch_SOURCES = tests/desk/test-policy-switch.c $(READY_FIXTURE)
tests_desk_test_policy_switch_LDADD = $(DESK_LDADD)
# One day at the counter, for the board and its screens.
FRONT_DAY = tests/desk/front_day.c tests/desk/front_day.h
check_PROGRAMS += tests/desk/test-today
TESTS += tests/desk/test-today
tests_desk_test_today_SOURCES = tests/desk/test-today.c $(FRONT_DAY) $(DESK_FIXTURE) $(SCREEN_TEST)
tests_desk_test_today_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)
# The training desk against the program's words; makes it with the program itself.
check_PROGRAMS += tests/desk/test-training
TESTS += tests/desk/test-training
tests_desk_test_training_SOURCES = tests/desk/test-training.c tests/desk/made.h
tests_desk_test_training_LDADD = $(LIBS_STORE) $(CMOCKA_LIBS) $(EXT_STORE)
EXTRA_tests_desk_test_training_DEPENDENCIES = madoguchi$(EXEEXT)
check_PROGRAMS += tests/desk/test-trail
TESTS += tests/desk/test-trail
tests_desk_test_trail_SOURCES = tests/desk/test-trail.c $(DESK_FIXTURE)
tests_desk_test_trail_LDADD = $(DESK_LDADD)

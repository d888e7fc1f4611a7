# SPDX-License-Identifier: GPL-3.0-or-later
# What every test of screens needs beside its own file.
SCREEN_TEST = tests/screen/screen_test.c tests/screen/screen_test.h
READY_APP = tests/screen/ready_app.c tests/screen/ready_app.h $(READY_FIXTURE)
DESK_APP = tests/screen/desk_app.c tests/screen/desk_app.h
DEMO_SCREENS = tests/screen/demo_screens.c tests/screen/demo_screens.h

SCREEN_TESTS = tests/screen/test-toolkit
check_PROGRAMS += $(SCREEN_TESTS)
TESTS += $(SCREEN_TESTS)
tests_screen_test_toolkit_SOURCES = tests/screen/test-toolkit.c $(SCREEN_TEST) $(DEMO_SCREENS)
tests_screen_test_toolkit_LDADD = $(LIBS_TUI) $(CMOCKA_LIBS) $(EXT_TEXT)

# Money: the shell on the money fixture of tests/desk.
MONEY_SCREENS = tests/screen/money_app.c tests/screen/money_app.h
check_PROGRAMS += tests/screen/test-money tests/screen/test-keep
TESTS += tests/screen/test-money tests/screen/test-keep
tests_screen_test_keep_SOURCES = tests/screen/test-keep.c $(MONEY_SCREENS) $(MONEY_FIXTURE) $(SCREEN_TEST)
tests_screen_test_keep_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)
tests_screen_test_money_SOURCES = tests/screen/test-money.c $(MONEY_SCREENS) $(MONEY_FIXTURE) $(SCREEN_TEST)
tests_screen_test_money_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)

check_PROGRAMS += tests/screen/test-closing
TESTS += tests/screen/test-closing
tests_screen_test_closing_SOURCES = tests/screen/test-closing.c $(MONEY_SCREENS) $(MONEY_FIXTURE) $(SCREEN_TEST)
tests_screen_test_closing_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)

check_PROGRAMS += tests/screen/test-department
TESTS += tests/screen/test-department
tests_screen_test_department_SOURCES = tests/screen/test-department.c $(DESK_APP) $(DESK_FIXTURE) $(SCREEN_TEST)
tests_screen_test_department_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)
check_PROGRAMS += tests/screen/test-request
TESTS += tests/screen/test-request
tests_screen_test_request_SOURCES = tests/screen/test-request.c $(DESK_APP) $(DESK_FIXTURE) $(SCREEN_TEST)
tests_screen_test_request_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)

# Log-in, lock, second person, staff, settings, the shell.
check_PROGRAMS += tests/screen/test-trust
TESTS += tests/screen/test-trust
tests_screen_test_trust_SOURCES = tests/screen/test-trust.c $(TRUST_DESK) $(SCREEN_TEST)
tests_screen_test_trust_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)
check_PROGRAMS += tests/screen/test-requester-screens
TESTS += tests/screen/test-requester-screens
tests_screen_test_requester_screens_SOURCES = tests/screen/test-requester-screens.c $(DESK_APP) $(DESK_FIXTURE) $(SCREEN_TEST)
tests_screen_test_requester_screens_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)
check_PROGRAMS += tests/screen/test-digits
TESTS += tests/screen/test-digits
tests_screen_test_digits_SOURCES = tests/screen/test-digits.c $(DESK_APP) $(DESK_FIXTURE) $(SCREEN_TEST)
tests_screen_test_digits_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)
check_PROGRAMS += tests/screen/test-booking
TESTS += tests/screen/test-booking
tests_screen_test_booking_SOURCES = tests/screen/test-booking.c $(READY_APP) $(SCREEN_TEST)
tests_screen_test_booking_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)
check_PROGRAMS += tests/screen/test-visit
TESTS += tests/screen/test-visit
tests_screen_test_visit_SOURCES = tests/screen/test-visit.c $(READY_APP) $(SCREEN_TEST)
tests_screen_test_visit_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)
check_PROGRAMS += tests/screen/test-times
TESTS += tests/screen/test-times
tests_screen_test_times_SOURCES = tests/screen/test-times.c $(READY_APP) $(SCREEN_TEST)
tests_screen_test_times_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)
# The first contact: home, inquiry, calls, forms, notes, search.
check_PROGRAMS += tests/screen/test-front
TESTS += tests/screen/test-front
tests_screen_test_front_SOURCES = tests/screen/test-front.c tests/screen/front_app.c tests/screen/front_app.h $(FRONT_DAY) \
	$(DESK_FIXTURE) $(SCREEN_TEST)
tests_screen_test_front_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)
check_PROGRAMS += tests/screen/test-typed
TESTS += tests/screen/test-typed
tests_screen_test_typed_SOURCES = tests/screen/test-typed.c tests/screen/front_app.c tests/screen/front_app.h $(FRONT_DAY) \
	$(DESK_FIXTURE) $(SCREEN_TEST)
tests_screen_test_typed_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)
check_PROGRAMS += tests/screen/test-twelve-digits
TESTS += tests/screen/test-twelve-digits
tests_screen_test_twelve_digits_SOURCES = tests/screen/test-twelve-digits.c tests/screen/front_app.c tests/screen/front_app.h \
	$(FRONT_DAY) $(DESK_FIXTURE) $(SCREEN_TEST)
tests_screen_test_twelve_digits_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)
check_PROGRAMS += tests/screen/test-names
TESTS += tests/screen/test-names
tests_screen_test_names_SOURCES = tests/screen/test-names.c tests/screen/front_app.c tests/screen/front_app.h $(FRONT_DAY) \
	$(DESK_FIXTURE) $(SCREEN_TEST)
tests_screen_test_names_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)
# Every screen as the story reaches it.
check_PROGRAMS += tests/screen/test-walk
TESTS += tests/screen/test-walk
tests_screen_test_walk_SOURCES = tests/screen/test-walk.c $(SCREEN_TEST) src/story_chapters.inc
tests_screen_test_walk_LDADD = libcli.a $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)
check_PROGRAMS += tests/screen/test-hidden
TESTS += tests/screen/test-hidden
tests_screen_test_hidden_SOURCES = tests/screen/test-hidden.c $(SCREEN_TEST) src/story_chapters.inc
tests_screen_test_hidden_LDADD = libcli.a $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)
# The trail as it is read.
check_PROGRAMS += tests/screen/test-trail
TESTS += tests/screen/test-trail
tests_screen_test_trail_SOURCES = tests/screen/test-trail.c $(DESK_APP) $(DESK_FIXTURE) $(SCREEN_TEST)
tests_screen_test_trail_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)
# Drawing only the rows that a key changed.
check_PROGRAMS += tests/screen/test-rows
TESTS += tests/screen/test-rows
tests_screen_test_rows_SOURCES = tests/screen/test-rows.c $(DESK_APP) $(DESK_FIXTURE) $(SCREEN_TEST)
tests_screen_test_rows_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)
# The panel of the request form and what it keeps.
check_PROGRAMS += tests/screen/test-live-panel
TESTS += tests/screen/test-live-panel
tests_screen_test_live_panel_SOURCES = tests/screen/test-live-panel.c $(DESK_APP) $(DESK_FIXTURE) $(SCREEN_TEST)
tests_screen_test_live_panel_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)
# Records that cannot be read again.
check_PROGRAMS += tests/screen/test-reload
TESTS += tests/screen/test-reload
tests_screen_test_reload_SOURCES = tests/screen/test-reload.c $(DESK_APP) $(DESK_FIXTURE) $(SCREEN_TEST)
tests_screen_test_reload_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)
check_PROGRAMS += tests/screen/test-ending
TESTS += tests/screen/test-ending
tests_screen_test_ending_SOURCES = tests/screen/test-ending.c $(READY_FIXTURE) $(SCREEN_TEST)
tests_screen_test_ending_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)
check_PROGRAMS += tests/screen/test-paid
TESTS += tests/screen/test-paid
tests_screen_test_paid_SOURCES = tests/screen/test-paid.c $(MONEY_SCREENS) $(MONEY_FIXTURE) $(SCREEN_TEST)
tests_screen_test_paid_LDADD = $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)
check_PROGRAMS += tests/screen/test-grey
TESTS += tests/screen/test-grey
tests_screen_test_grey_SOURCES = tests/screen/test-grey.c $(SCREEN_TEST)
tests_screen_test_grey_LDADD = libcli.a $(LIBS_SCREENS) $(CMOCKA_LIBS) $(EXT_ALL)

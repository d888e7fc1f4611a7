# SPDX-License-Identifier: GPL-3.0-or-later
# What every test on a pseudo terminal needs beside its own file.
PTY_TEST = tests/e2e/pty.c tests/e2e/pty.h
PTY_LIBS = $(VTERM_LIBS) -lutil $(CMOCKA_LIBS)

# A program of the toolkit alone.
check_PROGRAMS += tests/e2e/demo
tests_e2e_demo_SOURCES = tests/e2e/demo.c $(DEMO_SCREENS)
tests_e2e_demo_LDADD = $(WCWIDTH_OBJECT) $(LIBS_TUI) $(EXT_TUI)

E2E_TESTS = tests/e2e/test-terminal
check_PROGRAMS += $(E2E_TESTS)
TESTS += $(E2E_TESTS)
tests_e2e_test_terminal_SOURCES = tests/e2e/test-terminal.c $(PTY_TEST)
tests_e2e_test_terminal_LDADD = $(LIBS_TUI) $(EXT_TEXT) $(PTY_LIBS)

# Stories on the whole program with a training desk.
HOUSE_TEST = tests/e2e/house.c tests/e2e/house.h $(PTY_TEST)
HOUSE_TESTS = tests/e2e/test-locked tests/e2e/test-full-disk tests/e2e/test-signal tests/e2e/test-fee \
	tests/e2e/test-race tests/e2e/test-day tests/e2e/test-read-only tests/e2e/test-two tests/e2e/test-people \
	tests/e2e/test-init tests/e2e/test-held tests/e2e/test-ending tests/e2e/test-environment
check_PROGRAMS += $(HOUSE_TESTS)
TESTS += $(HOUSE_TESTS)
tests_e2e_test_environment_SOURCES = tests/e2e/test-environment.c $(HOUSE_TEST)
tests_e2e_test_environment_LDADD = $(LIBS_TUI) $(EXT_TEXT) $(PTY_LIBS)
tests_e2e_test_day_SOURCES = tests/e2e/test-day.c $(HOUSE_TEST)
tests_e2e_test_day_LDADD = $(LIBS_TUI) $(EXT_TEXT) $(PTY_LIBS)
tests_e2e_test_two_SOURCES = tests/e2e/test-two.c tests/e2e/two.c tests/e2e/two.h $(HOUSE_TEST)
tests_e2e_test_two_LDADD = $(LIBS_TUI) $(EXT_TEXT) $(PTY_LIBS)
tests_e2e_test_ending_SOURCES = tests/e2e/test-ending.c $(HOUSE_TEST)
tests_e2e_test_ending_LDADD = $(LIBS_TUI) $(EXT_TEXT) $(PTY_LIBS)
tests_e2e_test_people_SOURCES = tests/e2e/test-people.c $(HOUSE_TEST)
tests_e2e_test_people_LDADD = $(LIBS_TUI) $(EXT_TEXT) $(PTY_LIBS)
tests_e2e_test_fee_SOURCES = tests/e2e/test-fee.c $(HOUSE_TEST)
tests_e2e_test_fee_LDADD = $(LIBS_TUI) $(EXT_TEXT) $(PTY_LIBS)
tests_e2e_test_init_SOURCES = tests/e2e/test-init.c $(HOUSE_TEST)
tests_e2e_test_init_LDADD = $(LIBS_TUI) $(EXT_TEXT) $(PTY_LIBS)
HELD_TEST = tests/e2e/held.c tests/e2e/held.h $(HOUSE_TEST)
tests_e2e_test_race_SOURCES = tests/e2e/test-race.c tests/e2e/two.c tests/e2e/two.h $(HELD_TEST)
tests_e2e_test_race_LDADD = $(LIBS_TUI) $(EXT_TEXT) $(SQLITE_LIBS) $(PTY_LIBS)
tests_e2e_test_held_SOURCES = tests/e2e/test-held.c $(HELD_TEST)
tests_e2e_test_held_LDADD = $(LIBS_TUI) $(EXT_TEXT) $(SQLITE_LIBS) $(PTY_LIBS)
DEEDS_TEST = tests/e2e/deeds.c tests/e2e/deeds.h $(HELD_TEST)
tests_e2e_test_signal_SOURCES = tests/e2e/test-signal.c $(DEEDS_TEST)
tests_e2e_test_signal_LDADD = $(LIBS_TUI) $(EXT_TEXT) $(SQLITE_LIBS) $(PTY_LIBS)
tests_e2e_test_locked_SOURCES = tests/e2e/test-locked.c $(DEEDS_TEST)
tests_e2e_test_locked_LDADD = $(LIBS_TUI) $(EXT_TEXT) $(SQLITE_LIBS) $(PTY_LIBS)
tests_e2e_test_full_disk_SOURCES = tests/e2e/test-full-disk.c tests/small_disk.c tests/small_disk.h $(DEEDS_TEST)
tests_e2e_test_full_disk_LDADD = $(LIBS_TUI) $(EXT_TEXT) $(SQLITE_LIBS) $(PTY_LIBS)
tests_e2e_test_read_only_SOURCES = tests/e2e/test-read-only.c $(DEEDS_TEST)
tests_e2e_test_read_only_LDADD = $(LIBS_TUI) $(EXT_TEXT) $(SQLITE_LIBS) $(PTY_LIBS)

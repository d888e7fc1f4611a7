# SPDX-License-Identifier: GPL-3.0-or-later
POLICY_TESTS = tests/unit/policy/test-condition tests/unit/policy/test-calendar tests/unit/policy/test-answer \
	tests/unit/policy/test-price tests/unit/policy/test-language \
	tests/unit/policy/test-load tests/unit/policy/test-policy-cmd tests/unit/policy/test-omu tests/unit/policy/test-same
check_PROGRAMS += $(POLICY_TESTS)
TESTS += $(POLICY_TESTS)
POLICY_TEST_LIBS = $(LIBS_POLICY) $(EXT_POLICY) $(CMOCKA_LIBS)
tests_unit_policy_test_condition_SOURCES = tests/unit/policy/test-condition.c tests/unit/policy/policy_test.h
tests_unit_policy_test_condition_LDADD = $(POLICY_TEST_LIBS)
tests_unit_policy_test_calendar_SOURCES = tests/unit/policy/test-calendar.c tests/unit/policy/policy_test.h
tests_unit_policy_test_calendar_LDADD = $(POLICY_TEST_LIBS)
tests_unit_policy_test_answer_SOURCES = tests/unit/policy/test-answer.c tests/unit/policy/policy_test.h
tests_unit_policy_test_answer_LDADD = $(POLICY_TEST_LIBS)
tests_unit_policy_test_price_SOURCES = tests/unit/policy/test-price.c tests/unit/policy/policy_test.h
tests_unit_policy_test_price_LDADD = $(POLICY_TEST_LIBS)
tests_unit_policy_test_language_SOURCES = tests/unit/policy/test-language.c tests/unit/policy/policy_test.h
tests_unit_policy_test_language_LDADD = $(POLICY_TEST_LIBS)
tests_unit_policy_test_load_SOURCES = tests/unit/policy/test-load.c tests/unit/policy/policy_test.h
tests_unit_policy_test_load_LDADD = $(POLICY_TEST_LIBS)
tests_unit_policy_test_policy_cmd_SOURCES = tests/unit/policy/test-policy-cmd.c tests/unit/policy/policy_test.h
tests_unit_policy_test_policy_cmd_LDADD = libcli.a libsys.a libdomain.a $(POLICY_TEST_LIBS)
EXTRA_DIST += tests/data/policy/fee-vectors.csv tests/data/policy/all-sections.yml \
	tests/data/policy/calendar-reference.py tests/data/policy/holidays-law.txt tests/data/policy/business-days.txt
tests_unit_policy_test_same_SOURCES = tests/unit/policy/test-same.c tests/unit/policy/policy_test.h
tests_unit_policy_test_same_LDADD = $(POLICY_TEST_LIBS)
tests_unit_policy_test_omu_SOURCES = tests/unit/policy/test-omu.c tests/unit/policy/policy_test.h
tests_unit_policy_test_omu_LDADD = $(POLICY_TEST_LIBS)

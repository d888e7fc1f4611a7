# SPDX-License-Identifier: GPL-3.0-or-later
STORE_TESTS = tests/unit/store/test-money-rules tests/unit/store/test-audit \
	tests/unit/store/test-verify tests/unit/store/test-backup
check_PROGRAMS += $(STORE_TESTS)
TESTS += $(STORE_TESTS)
STORE_TEST_LIBS = $(LIBS_STORE) $(EXT_STORE) $(CMOCKA_LIBS)
STORE_FIXTURE = tests/unit/store/fixture.c tests/unit/store/fixture.h
EXTRA_DIST += docs/VERIFY.md
tests_unit_store_test_money_rules_SOURCES = tests/unit/store/test-money-rules.c
tests_unit_store_test_money_rules_LDADD = $(STORE_TEST_LIBS)
tests_unit_store_test_audit_SOURCES = tests/unit/store/test-audit.c $(STORE_FIXTURE)
tests_unit_store_test_audit_LDADD = $(STORE_TEST_LIBS)
tests_unit_store_test_verify_SOURCES = tests/unit/store/test-verify.c $(STORE_FIXTURE)
tests_unit_store_test_verify_LDADD = $(STORE_TEST_LIBS)
tests_unit_store_test_backup_SOURCES = tests/unit/store/test-backup.c $(STORE_FIXTURE)
tests_unit_store_test_backup_LDADD = $(STORE_TEST_LIBS)

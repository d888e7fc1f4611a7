# SPDX-License-Identifier: GPL-3.0-or-later
STORE_TESTS = tests/unit/store/test-money-rules tests/unit/store/test-audit \
	tests/unit/store/test-verify tests/unit/store/test-verify-calm tests/unit/store/test-verify-reach tests/unit/store/test-backup \
	tests/unit/store/test-restore \
	tests/unit/store/test-fault tests/unit/store/test-db tests/unit/store/test-queue tests/unit/store/test-migrate \
	tests/unit/store/test-statements
check_PROGRAMS += $(STORE_TESTS)
TESTS += $(STORE_TESTS)
STORE_TEST_LIBS = $(LIBS_STORE) $(EXT_STORE) $(CMOCKA_LIBS)
STORE_FIXTURE = tests/unit/store/fixture.c tests/unit/store/fixture.h
# Also for the tests of desk/ and tests/fault.
STORE_FAULT = tests/unit/store/faultvfs.c tests/unit/store/faultvfs.h
EXTRA_DIST += docs/VERIFY.md tests/old-db/001.sql tests/old-db/README tests/old-db/dump
tests_unit_store_test_money_rules_SOURCES = tests/unit/store/test-money-rules.c
tests_unit_store_test_money_rules_LDADD = $(STORE_TEST_LIBS)
tests_unit_store_test_audit_SOURCES = tests/unit/store/test-audit.c $(STORE_FIXTURE)
tests_unit_store_test_audit_LDADD = $(STORE_TEST_LIBS)
tests_unit_store_test_verify_SOURCES = tests/unit/store/test-verify.c $(STORE_FIXTURE)
tests_unit_store_test_verify_LDADD = $(STORE_TEST_LIBS)
tests_unit_store_test_verify_calm_SOURCES = tests/unit/store/test-verify-calm.c $(STORE_FIXTURE)
tests_unit_store_test_verify_calm_LDADD = $(STORE_TEST_LIBS)
tests_unit_store_test_verify_reach_SOURCES = tests/unit/store/test-verify-reach.c $(STORE_FIXTURE)
tests_unit_store_test_verify_reach_LDADD = $(STORE_TEST_LIBS)
tests_unit_store_test_backup_SOURCES = tests/unit/store/test-backup.c tests/unit/store/copies.c tests/unit/store/copies.h \
	$(STORE_FIXTURE) $(STORE_FAULT)
tests_unit_store_test_backup_LDADD = $(STORE_TEST_LIBS)
tests_unit_store_test_restore_SOURCES = tests/unit/store/test-restore.c tests/unit/store/copies.c tests/unit/store/copies.h \
	$(STORE_FIXTURE) $(STORE_FAULT)
tests_unit_store_test_restore_LDADD = $(STORE_TEST_LIBS)
tests_unit_store_test_fault_SOURCES = tests/unit/store/test-fault.c $(STORE_FIXTURE) $(STORE_FAULT)
tests_unit_store_test_fault_LDADD = $(STORE_TEST_LIBS)
tests_unit_store_test_db_SOURCES = tests/unit/store/test-db.c $(STORE_FIXTURE)
tests_unit_store_test_db_LDADD = $(STORE_TEST_LIBS)
tests_unit_store_test_queue_SOURCES = tests/unit/store/test-queue.c $(STORE_FIXTURE)
tests_unit_store_test_queue_LDADD = $(STORE_TEST_LIBS)
tests_unit_store_test_migrate_SOURCES = tests/unit/store/test-migrate.c $(STORE_FIXTURE)
tests_unit_store_test_migrate_LDADD = $(STORE_TEST_LIBS)
tests_unit_store_test_statements_SOURCES = tests/unit/store/test-statements.c $(STORE_FIXTURE)
tests_unit_store_test_statements_LDADD = $(STORE_TEST_LIBS)

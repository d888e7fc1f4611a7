# SPDX-License-Identifier: GPL-3.0-or-later
SYS_TESTS = tests/unit/sys/test-files tests/unit/sys/test-process
check_PROGRAMS += $(SYS_TESTS)
TESTS += $(SYS_TESTS)
tests_unit_sys_test_files_SOURCES = tests/unit/sys/test-files.c tests/unit/sys/folder.h
tests_unit_sys_test_files_LDADD = libsys.a $(LIBS_BASE) $(CMOCKA_LIBS)
tests_unit_sys_test_process_SOURCES = tests/unit/sys/test-process.c tests/unit/sys/folder.h
tests_unit_sys_test_process_LDADD = libsys.a $(LIBS_BASE) $(CMOCKA_LIBS)

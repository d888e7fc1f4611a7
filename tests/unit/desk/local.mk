# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += tests/unit/desk/test-permission
TESTS += tests/unit/desk/test-permission
tests_unit_desk_test_permission_SOURCES = tests/unit/desk/test-permission.c
tests_unit_desk_test_permission_LDADD = libdesk.a $(LIBS_BASE) $(CMOCKA_LIBS)

# SPDX-License-Identifier: GPL-3.0-or-later
# Steps of the desk on a disk that fails, is full, read-only, held by another, or dies (scripts/run-test: not
# in the quick set; MADO_TESTS=long = every point of all four steps).
FAULT_SCENE = tests/fault/scene.c tests/fault/scene.h $(READY_FIXTURE) $(STORE_FAULT)
FAULT_TESTS = tests/fault/test-kill tests/fault/test-disk tests/fault/test-full tests/fault/test-refused
check_PROGRAMS += $(FAULT_TESTS)
TESTS += $(FAULT_TESTS)
tests_fault_test_kill_SOURCES = tests/fault/test-kill.c $(FAULT_SCENE)
tests_fault_test_kill_LDADD = $(DESK_LDADD)
tests_fault_test_disk_SOURCES = tests/fault/test-disk.c $(FAULT_SCENE)
tests_fault_test_disk_LDADD = $(DESK_LDADD)
tests_fault_test_full_SOURCES = tests/fault/test-full.c tests/small_disk.c tests/small_disk.h $(FAULT_SCENE)
tests_fault_test_full_LDADD = $(DESK_LDADD)
tests_fault_test_refused_SOURCES = tests/fault/test-refused.c $(FAULT_SCENE)
tests_fault_test_refused_LDADD = $(DESK_LDADD)

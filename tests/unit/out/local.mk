# SPDX-License-Identifier: GPL-3.0-or-later
OUT_TESTS = tests/unit/out/test-wrap tests/unit/out/test-papers tests/unit/out/test-receipt tests/unit/out/test-guide
check_PROGRAMS += $(OUT_TESTS) tests/unit/out/print-paper
TESTS += $(OUT_TESTS)
OUT_TEST_LIBS = libout.a $(LIBS_DOMAIN) $(EXT_POLICY) $(CMOCKA_LIBS)
OUT_FIXTURE = tests/unit/out/fixture.c tests/unit/out/fixture.h
tests_unit_out_test_wrap_SOURCES = tests/unit/out/test-wrap.c
tests_unit_out_test_wrap_LDADD = $(OUT_TEST_LIBS)
tests_unit_out_test_papers_SOURCES = tests/unit/out/test-papers.c $(OUT_FIXTURE)
tests_unit_out_test_papers_LDADD = $(OUT_TEST_LIBS)
tests_unit_out_test_receipt_SOURCES = tests/unit/out/test-receipt.c $(OUT_FIXTURE)
tests_unit_out_test_receipt_LDADD = $(OUT_TEST_LIBS)
tests_unit_out_test_guide_SOURCES = tests/unit/out/test-guide.c $(OUT_FIXTURE)
tests_unit_out_test_guide_LDADD = $(OUT_TEST_LIBS)
tests_unit_out_print_paper_SOURCES = tests/unit/out/print-paper.c $(OUT_FIXTURE)
tests_unit_out_print_paper_LDADD = $(OUT_TEST_LIBS)
EXTRA_DIST += tests/data/out tests/data/README.out

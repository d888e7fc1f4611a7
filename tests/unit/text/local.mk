# SPDX-License-Identifier: GPL-3.0-or-later
TEXT_TESTS = tests/unit/text/test-utf8 tests/unit/text/test-fold tests/unit/text/test-dates \
	tests/unit/text/test-catalog tests/unit/text/test-charset tests/unit/text/test-safe
check_PROGRAMS += $(TEXT_TESTS)
TESTS += $(TEXT_TESTS)
TEXT_TEST_LIBS = $(LIBS_TEXT) $(EXT_TEXT) $(CMOCKA_LIBS)
tests_unit_text_test_utf8_SOURCES = tests/unit/text/test-utf8.c tests/unit/text/data.h
tests_unit_text_test_utf8_LDADD = $(TEXT_TEST_LIBS)
tests_unit_text_test_fold_SOURCES = tests/unit/text/test-fold.c tests/unit/text/data.h
tests_unit_text_test_fold_LDADD = $(TEXT_TEST_LIBS)
tests_unit_text_test_dates_SOURCES = tests/unit/text/test-dates.c tests/unit/text/data.h
tests_unit_text_test_dates_LDADD = $(TEXT_TEST_LIBS)
tests_unit_text_test_catalog_SOURCES = tests/unit/text/test-catalog.c tests/unit/text/data.h
tests_unit_text_test_catalog_LDADD = $(TEXT_TEST_LIBS)
tests_unit_text_test_charset_SOURCES = tests/unit/text/test-charset.c tests/unit/text/data.h
tests_unit_text_test_charset_LDADD = $(TEXT_TEST_LIBS)
tests_unit_text_test_safe_SOURCES = tests/unit/text/test-safe.c
tests_unit_text_test_safe_LDADD = $(TEXT_TEST_LIBS)

# The reader is tested on what GNU msgfmt writes, in both byte orders.
check_DATA += tests/data/catalog/sample.mo tests/data/catalog/sample-big-endian.mo
MOSTLYCLEANFILES += tests/data/catalog/sample.mo tests/data/catalog/sample-big-endian.mo
tests/data/catalog/sample.mo: tests/data/catalog/sample.po
	$(AM_V_GEN)$(MKDIR_P) tests/data/catalog && \
	$(MSGFMT) --endianness=little -o $@ $(srcdir)/tests/data/catalog/sample.po
tests/data/catalog/sample-big-endian.mo: tests/data/catalog/sample.po
	$(AM_V_GEN)$(MKDIR_P) tests/data/catalog && \
	$(MSGFMT) --endianness=big -o $@ $(srcdir)/tests/data/catalog/sample.po
EXTRA_DIST += tests/data/README.text tests/data/encoding/cp932-decode.tsv \
	tests/data/kana/passport-printed.tsv tests/data/catalog/sample.po

TEXT_TESTS = tests/unit/text/test-utf8 tests/unit/text/test-fold tests/unit/text/test-dates
check_PROGRAMS += $(TEXT_TESTS)
TESTS += $(TEXT_TESTS)
tests_unit_text_test_utf8_SOURCES = tests/unit/text/test-utf8.c
tests_unit_text_test_utf8_LDADD = $(LIBS_TEXT) $(EXT_TEXT) $(CMOCKA_LIBS)
tests_unit_text_test_fold_SOURCES = tests/unit/text/test-fold.c tests/unit/text/data.h
tests_unit_text_test_fold_LDADD = $(LIBS_TEXT) $(EXT_TEXT) $(CMOCKA_LIBS)
tests_unit_text_test_dates_SOURCES = tests/unit/text/test-dates.c
tests_unit_text_test_dates_LDADD = $(LIBS_TEXT) $(EXT_TEXT) $(CMOCKA_LIBS)
EXTRA_DIST += tests/data/README.text tests/data/encoding/cp932-decode.tsv \
	tests/data/kana/passport-printed.tsv tests/data/catalog/sample.po

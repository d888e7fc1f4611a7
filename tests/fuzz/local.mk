# SPDX-License-Identifier: GPL-3.0-or-later
FUZZ_LIBS = libtui.a libdomain.a libpolicy.a libsys.a $(LIBS_TEXT) $(YAML_LIBS) $(EXT_TEXT)
if HAVE_CMOCKA
check_PROGRAMS += tests/fuzz/test-fuzz
TESTS += tests/fuzz/test-fuzz
endif
tests_fuzz_test_fuzz_SOURCES = tests/fuzz/test-fuzz.c tests/fuzz/targets.c tests/fuzz/targets.h
tests_fuzz_test_fuzz_CPPFLAGS = $(AM_CPPFLAGS) -iquote $(srcdir)/tests
tests_fuzz_test_fuzz_LDADD = $(FUZZ_LIBS) $(CMOCKA_LIBS)
# Built by check-long alone, in a tree of its own that clang instruments.
EXTRA_PROGRAMS += tests/fuzz/libfuzzer
tests_fuzz_libfuzzer_SOURCES = tests/fuzz/libfuzzer.c tests/fuzz/targets.c tests/fuzz/targets.h
tests_fuzz_libfuzzer_CPPFLAGS = $(AM_CPPFLAGS) -iquote $(srcdir)/tests
tests_fuzz_libfuzzer_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
tests_fuzz_libfuzzer_LDADD = $(FUZZ_LIBS)

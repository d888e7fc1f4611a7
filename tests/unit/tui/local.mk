tui_tests = tests/unit/tui/test-keys
check_PROGRAMS += $(tui_tests)
TESTS += $(tui_tests)
tests_unit_tui_test_keys_SOURCES = tests/unit/tui/test-keys.c
tests_unit_tui_test_keys_LDADD = $(LIBS_TUI) $(CMOCKA_LIBS) $(EXT_TEXT)

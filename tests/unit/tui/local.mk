TUI_TESTS = tests/unit/tui/test-keys tests/unit/tui/test-grid
check_PROGRAMS += $(TUI_TESTS)
TESTS += $(TUI_TESTS)
tests_unit_tui_test_keys_SOURCES = tests/unit/tui/test-keys.c
tests_unit_tui_test_keys_LDADD = $(LIBS_TUI) $(CMOCKA_LIBS) $(EXT_TEXT)
tests_unit_tui_test_grid_SOURCES = tests/unit/tui/test-grid.c
tests_unit_tui_test_grid_LDADD = $(LIBS_TUI) $(CMOCKA_LIBS) $(EXT_TEXT)

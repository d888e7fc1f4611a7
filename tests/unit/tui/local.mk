# SPDX-License-Identifier: GPL-3.0-or-later
TUI_TESTS = tests/unit/tui/test-keys tests/unit/tui/test-grid tests/unit/tui/test-gridtext \
	tests/unit/tui/test-field tests/unit/tui/test-form
check_PROGRAMS += $(TUI_TESTS)
TESTS += $(TUI_TESTS)
tests_unit_tui_test_keys_SOURCES = tests/unit/tui/test-keys.c
tests_unit_tui_test_keys_LDADD = $(LIBS_TUI) $(CMOCKA_LIBS) $(EXT_TEXT)
tests_unit_tui_test_grid_SOURCES = tests/unit/tui/test-grid.c
tests_unit_tui_test_grid_LDADD = $(LIBS_TUI) $(CMOCKA_LIBS) $(EXT_TEXT)
tests_unit_tui_test_field_SOURCES = tests/unit/tui/test-field.c tests/unit/tui/typed.h
tests_unit_tui_test_field_LDADD = $(LIBS_TUI) $(CMOCKA_LIBS) $(EXT_TEXT)
tests_unit_tui_test_form_SOURCES = tests/unit/tui/test-form.c tests/unit/tui/typed.h
tests_unit_tui_test_form_LDADD = $(LIBS_TUI) $(CMOCKA_LIBS) $(EXT_TEXT)
tests_unit_tui_test_gridtext_SOURCES = tests/unit/tui/test-gridtext.c
tests_unit_tui_test_gridtext_LDADD = $(LIBS_TUI) $(CMOCKA_LIBS) $(EXT_TEXT)

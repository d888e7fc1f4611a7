/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Screens without a terminal: type keys by their names, compare what the grid shows. A failing
 * comparison prints the whole screen. */
#ifndef TESTS_SCREEN_TEST_H
#define TESTS_SCREEN_TEST_H
#include "tests/check.h"

#include "tui/app.h"

/* Each argument is the name of a key ("F12", "Enter", "Alt+L") or text that is typed character by
 * character; the list ends with NULL. The clock goes on by half a second a key. */
#define type_keys(app, ...)                                                                        \
    screen_type_keys((app), __FILE__, __LINE__, __VA_ARGS__, (const char *)NULL)
/* Types text as it is, also "Enter" or "F1". */
void type_text(struct app *app, const char *text);
void paste_text(struct app *app, const char *text);

#define assert_shows(app, text) screen_assert_shows((app), (text), true, __FILE__, __LINE__)
#define assert_hides(app, text) screen_assert_shows((app), (text), false, __FILE__, __LINE__)
/* Row 0 is the first; trailing blanks are left out. */
#define assert_row(app, row, text) screen_assert_row((app), (row), (text), __FILE__, __LINE__)
/* Rows first .. of the screen, each ended by \n. */
#define assert_rows(app, first, text) screen_assert_rows((app), (first), (text), __FILE__, __LINE__)
/* The cursor stands right after this text on its row. */
#define assert_cursor_after(app, text) screen_assert_cursor((app), (text), __FILE__, __LINE__)
#define assert_on(app, name) screen_assert_on((app), (name), __FILE__, __LINE__)
/* The first place where text is shown has this meaning. */
#define assert_style(app, text, style)                                                             \
    screen_assert_style((app), (text), (style), __FILE__, __LINE__)

/* The catalogues of the build (po/ja.gmo of $top_builddir); lives in the arena. */
struct catalogs test_catalogs(struct arena *a);

void screen_type_keys(struct app *app, const char *file, int line, ...);
void screen_assert_shows(struct app *app, const char *text, bool shown, const char *file, int line);
void screen_assert_row(struct app *app, int row, const char *text, const char *file, int line);
void screen_assert_rows(struct app *app, int first, const char *text, const char *file, int line);
void screen_assert_cursor(struct app *app, const char *text, const char *file, int line);
void screen_assert_on(struct app *app, const char *name, const char *file, int line);
void screen_assert_style(
    struct app *app, const char *text, enum style style, const char *file, int line);
/* The action of the top screen with this id cannot be used, and its reason in the screen's language has these words. */
#define assert_grey(app, id, part) screen_assert_grey((app), (id), (part), __FILE__, __LINE__)
#define assert_lit(app, id) screen_assert_grey((app), (id), NULL, __FILE__, __LINE__)
void screen_assert_grey(struct app *app, const char *id, const char *part, const char *file, int line);
#endif

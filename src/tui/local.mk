# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libtui.a
libtui_a_SOURCES = \
	src/tui/actions.c src/tui/app.c src/tui/app.h src/tui/appdraw.c src/tui/appstate.h \
	src/tui/calendar.c src/tui/calendar.h src/tui/dialog.c src/tui/dialog.h src/tui/dialogbox.h \
	src/tui/field.c src/tui/field.h src/tui/fieldstate.h src/tui/fieldview.c \
	src/tui/form.c src/tui/form.h src/tui/formstate.h src/tui/formview.c \
	src/tui/grid.c src/tui/grid.h src/tui/gridpaste.c src/tui/gridread.c src/tui/help.c src/tui/key.c src/tui/key.h \
	src/tui/keydecode.c \
	src/tui/list.c src/tui/list.h src/tui/loop.c src/tui/loop.h src/tui/pick.c src/tui/screen.h \
	src/tui/style.h src/tui/term.c src/tui/term.h src/tui/widget.c src/tui/widget.h
# In no archive: linked as an object by every program that draws (WCWIDTH_OBJECT); named here so that
# its dependencies and its place in the dist tarball are known.
EXTRA_libtui_a_SOURCES = src/tui/wcwidth.c

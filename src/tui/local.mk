# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libtui.a
libtui_a_SOURCES = \
	src/tui/app.h src/tui/calendar.h src/tui/dialog.h src/tui/field.h src/tui/form.h \
	src/tui/grid.h src/tui/key.h src/tui/list.h src/tui/loop.h src/tui/screen.h \
	src/tui/style.h src/tui/term.h src/tui/widget.h

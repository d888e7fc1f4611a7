# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libbase.a
libbase_a_SOURCES = \
	src/base/arena.c src/base/arena.h \
	src/base/banned.h src/base/base.h \
	src/base/buf.c src/base/buf.h \
	src/base/bug.c src/base/bug.h \
	src/base/day.c src/base/day.h \
	src/base/err.c src/base/err.h \
	src/base/str.c src/base/str.h \
	src/base/json.c src/base/json.h src/base/yen.c src/base/yen.h

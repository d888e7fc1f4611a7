# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libsys.a
libsys_a_SOURCES = \
	src/sys/clock.c src/sys/clock.h \
	src/sys/env.c src/sys/env.h \
	src/sys/file.c src/sys/file.h \
	src/sys/log.c src/sys/log.h \
	src/sys/paths.c src/sys/paths.h \
	src/sys/prompt.c src/sys/prompt.h \
	src/sys/random.c src/sys/random.h \
	src/sys/signal.c src/sys/signal.h \
	src/sys/spool.c src/sys/spool.h \
	src/sys/watch.c src/sys/watch.h

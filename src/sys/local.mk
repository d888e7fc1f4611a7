# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libsys.a
libsys_a_SOURCES = \
	src/sys/clock.h src/sys/env.h src/sys/file.h src/sys/log.h src/sys/paths.h \
	src/sys/random.h src/sys/signal.h src/sys/spool.h src/sys/watch.h

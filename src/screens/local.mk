# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libscreens.a
libscreens_a_SOURCES =
libscreens_a_SOURCES += src/screens/app.h src/screens/registry.h

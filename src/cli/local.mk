# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libcli.a
libcli_a_SOURCES =
libcli_a_SOURCES += src/cli/cli.h src/cli/demo.h

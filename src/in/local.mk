# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libin.a
libin_a_SOURCES =

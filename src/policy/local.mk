# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libpolicy.a
libpolicy_a_SOURCES = \
	src/policy/answer.h \
	src/policy/calendar.h \
	src/policy/condition.h \
	src/policy/diag.h \
	src/policy/facts.h \
	src/policy/load.h \
	src/policy/policy.h

# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libpolicy.a
libpolicy_a_SOURCES = \
	src/policy/answer.c src/policy/answer.h \
	src/policy/answer_dates.c \
	src/policy/answer_documents.c \
	src/policy/answer_price.c \
	src/policy/answer_rules.c \
	src/policy/answer_steps.c \
	src/policy/calendar.c src/policy/calendar.h \
	src/policy/condition.c src/policy/condition.h src/policy/condition_tree.h \
	src/policy/condition_parse.c \
	src/policy/diag.c src/policy/diag.h \
	src/policy/fact_name.c src/policy/fact_name.h \
	src/policy/fact_table.c \
	src/policy/facts.c src/policy/facts.h \
	src/policy/facts_text.c \
	src/policy/holiday.c \
	src/policy/holiday_csv.c \
	src/policy/judging.h \
	src/policy/load.h src/policy/load_tree.h \
	src/policy/load_build.c \
	src/policy/load_calendar.c \
	src/policy/load_check.c \
	src/policy/load_cross.c \
	src/policy/load_later.c \
	src/policy/load_money.c \
	src/policy/load_people.c \
	src/policy/load_read.c \
	src/policy/load_rest.c \
	src/policy/load_table.c \
	src/policy/load_vocabulary.c \
	src/policy/load_yaml.c \
	src/policy/policy.c src/policy/policy.h \
	src/policy/reference.c

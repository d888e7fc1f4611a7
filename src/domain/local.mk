# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libdomain.a
libdomain_a_SOURCES =
libdomain_a_SOURCES += src/domain/words.c src/domain/words.h src/domain/word_lists.h src/domain/casefile.c src/domain/casefile.h src/domain/trail.h src/domain/hospital.h src/domain/journey.c src/domain/journey.h src/domain/ending.c src/domain/ending.h src/domain/judge.c src/domain/judge.h src/domain/request_check.c src/domain/request_check.h src/domain/panel.c src/domain/panel.h
libdomain_a_SOURCES += src/domain/cash.c src/domain/cash.h
libdomain_a_SOURCES += src/domain/payment.c src/domain/payment.h src/domain/receipt.c src/domain/receipt.h
libdomain_a_SOURCES += src/domain/till.c src/domain/till_hint.c src/domain/till.h
libdomain_a_SOURCES += src/domain/slot.c src/domain/slot_propose.c src/domain/slot_wishes.c src/domain/slot.h
libdomain_a_SOURCES += src/domain/inquiry.c src/domain/inquiry.h

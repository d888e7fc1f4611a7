# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libout.a
libout_a_SOURCES = \
	src/out/address_label.c src/out/appointment_slip.c src/out/appointment_slip.h \
	src/out/call_slip.c src/out/call_slip.h src/out/charge_slip.c src/out/charge_slip.h \
	src/out/consent_form.c src/out/covering_letter.c src/out/custody.c src/out/custody.h \
	src/out/day_report.c src/out/day_report.h src/out/department_sheet.c \
	src/out/department_sheet.h src/out/forms.h src/out/guide.c src/out/guide.h \
	src/out/guide_hours.c src/out/guide_hours.h src/out/letter.h src/out/not_possible.c \
	src/out/not_possible.h src/out/paper.c src/out/paper.h src/out/paper_block.c \
	src/out/paper_text.c src/out/receipt.c src/out/receipt.h src/out/reminder_letter.c \
	src/out/request_form.c src/out/void_slip.c src/out/void_slip.h

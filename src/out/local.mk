# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libout.a
libout_a_SOURCES = \
	src/out/appointment_slip.h src/out/call_slip.h src/out/charge_slip.h src/out/custody.h \
	src/out/day_report.h src/out/department_sheet.h src/out/forms.h src/out/guide.h \
	src/out/letter.h src/out/not_possible.h \
	src/out/paper.c src/out/paper.h src/out/paper_block.c src/out/paper_text.c \
	src/out/receipt.h src/out/void_slip.h src/out/wrap.c src/out/wrap.h

# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libscreens.a
libscreens_a_SOURCES =
libscreens_a_SOURCES += src/screens/app.c src/screens/app.h src/screens/registry.c src/screens/registry.h \
	src/screens/header.c src/screens/draft.c src/screens/trust.h src/screens/login.c src/screens/lock.c \
	src/screens/second.c src/screens/account.c src/screens/staff.c src/screens/staff_forms.c src/screens/settings.c
libscreens_a_SOURCES += src/screens/money.c src/screens/money.h src/screens/payments.c src/screens/pay.c src/screens/pay.h \
	src/screens/pay_draw.c src/screens/pay_keep.c src/screens/pay_state.c src/screens/drawer_open.c src/screens/receipts.c src/screens/closing.c src/screens/closing.h \
	src/screens/closing_draw.c src/screens/closing_keep.c
libscreens_a_SOURCES += src/screens/case_parts.c src/screens/case_parts.h src/screens/live_panel.c src/screens/live_panel.h src/screens/choices.c src/screens/request.c src/screens/request_form.c src/screens/request_history.c src/screens/request_values.c src/screens/request_values.h src/screens/review.c src/screens/after.c
libscreens_a_SOURCES += src/screens/request_parts.h src/screens/papers.c src/screens/materials.c src/screens/requester.c src/screens/requester_values.c src/screens/requester_values.h
libscreens_a_SOURCES += src/screens/booking.c src/screens/booking.h src/screens/booking_draw.c src/screens/booking_free.c src/screens/booking_acts.c src/screens/booking_keep.c
libscreens_a_SOURCES += src/screens/visit.c src/screens/visit.h src/screens/visit_draw.c
libscreens_a_SOURCES += src/screens/specialists.c src/screens/specialists.h src/screens/closures.c
libscreens_a_SOURCES += src/screens/front.c src/screens/front.h src/screens/today.c src/screens/today_draw.c src/screens/inquiry.c \
	src/screens/inquiries.c src/screens/call.c src/screens/handout.c src/screens/notes.c src/screens/prints.c src/screens/search.c
libscreens_a_SOURCES += src/screens/trail.c src/screens/trail.h src/screens/trail_entry.c src/screens/trail_words.c

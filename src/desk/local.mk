# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libdesk.a
libdesk_a_SOURCES =
libdesk_a_SOURCES += src/desk/permission.c src/desk/permission.h src/desk/desk.h src/desk/act.h
libdesk_a_SOURCES += src/desk/session.h src/desk/session_state.h src/desk/staff.h src/desk/settings.h src/desk/draft.h src/desk/setup.h \
	src/desk/settings_check.c src/desk/settings_load.c src/desk/settings_load.h \
	src/desk/settings.c src/desk/settings_write.h src/desk/attempt.c src/desk/attempt.h src/desk/session.c \
	src/desk/staff.c src/desk/setup.c src/desk/draft.c src/desk/keep.c src/desk/keep.h
libdesk_a_SOURCES += src/desk/inside.h src/desk/desk.c src/desk/act.c src/desk/case_view.c src/desk/case_view.h
libdesk_a_SOURCES += src/desk/charge.c src/desk/charge.h src/desk/pay.c src/desk/pay_void.c src/desk/pay_list.c src/desk/pay.h \
	src/desk/drawer.c src/desk/drawer.h src/desk/closing.c src/desk/closing.h src/desk/closing_inside.h \
	src/desk/money_day.c src/desk/money_day.h src/desk/money_paper.c src/desk/money_paper.h
libdesk_a_SOURCES += src/desk/paper_desk.c src/desk/paper_desk.h src/desk/paper_kinds.c src/desk/paper_kinds.h src/desk/paper_renderers.h
libdesk_a_SOURCES += src/desk/request.c src/desk/request.h
libdesk_a_SOURCES += src/desk/requester.c src/desk/requester.h src/desk/papers.c src/desk/papers.h src/desk/paper_custody.c
libdesk_a_SOURCES += src/desk/review.c src/desk/review.h src/desk/after.c src/desk/after.h src/desk/paper_after.c
libdesk_a_SOURCES += src/desk/specialist.h src/desk/booking.h src/desk/booking_inside.h src/desk/visit.h
libdesk_a_SOURCES += src/desk/specialist.c src/desk/booking_view.c src/desk/booking.c src/desk/booking_paper.c src/desk/visit.c \
	src/desk/visit_check_in.c
libdesk_a_SOURCES += src/desk/inquiry.c src/desk/inquiry.h src/desk/forms.c src/desk/forms.h src/desk/call.c src/desk/call.h \
	src/desk/note.c src/desk/note.h src/desk/paper_front.c
libdesk_a_SOURCES += src/desk/policy_switch.c src/desk/policy_switch.h
libdesk_a_SOURCES += src/desk/today.c src/desk/today.h src/desk/today_inside.h src/desk/today_row.c src/desk/today_words.c \
	src/desk/search.c src/desk/search.h
libdesk_a_SOURCES += src/desk/trail.c src/desk/trail.h

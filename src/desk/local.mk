noinst_LIBRARIES += libdesk.a
libdesk_a_SOURCES =
libdesk_a_SOURCES += src/desk/permission.c src/desk/permission.h src/desk/desk.h src/desk/act.h

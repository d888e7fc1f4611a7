noinst_LIBRARIES += libtext.a
libtext_a_SOURCES =
libtext_a_SOURCES += src/text/lang.c src/text/lang.h

noinst_LIBRARIES += libtext.a
libtext_a_SOURCES = \
	src/text/catalog.h src/text/charset.h src/text/cluster.h src/text/date_input.h \
	src/text/era.h src/text/fold.h src/text/kana.h src/text/lang.c src/text/lang.h \
	src/text/plural.h src/text/romaji.h src/text/safe.h src/text/utf8.h src/text/width.h

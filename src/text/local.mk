# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libtext.a
libtext_a_SOURCES = \
	src/text/catalog.c src/text/catalog.h \
	src/text/charset.c src/text/charset.h \
	src/text/cluster.c src/text/cluster.h \
	src/text/date_input.c src/text/date_input.h src/text/time_input.c \
	src/text/date_token.c src/text/date_token.h \
	src/text/era.c src/text/era.h \
	src/text/fold.c src/text/fold.h src/text/fold_variants.h \
	src/text/kana.c src/text/kana.h \
	src/text/lang.c src/text/lang.h \
	src/text/language.c src/text/language.h \
	src/text/romaji.c src/text/romaji.h \
	src/text/guard.c src/text/safe.c src/text/safe.h \
	src/text/utf8.c src/text/utf8.h \
	src/text/width.c src/text/width.h src/text/width_ambiguous.h src/text/wrap.c src/text/wrap.h

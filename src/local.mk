# SPDX-License-Identifier: GPL-3.0-or-later
# The archives in link order: what stands higher may use what stands lower (arrows: HACKING).
include src/base/local.mk
include src/sys/local.mk
include src/text/local.mk
include src/policy/local.mk
include src/domain/local.mk
include src/store/local.mk
include src/out/local.mk
include src/in/local.mk
include src/desk/local.mk
include src/tui/local.mk
include src/screens/local.mk
include src/cli/local.mk

bin_PROGRAMS += madoguchi
madoguchi_SOURCES = src/main.c src/story.c src/story.h src/story_chapters.inc
# Needed by every program that draws: our own wcwidth steers ncurses only when linked as an object.
WCWIDTH_OBJECT = src/tui/wcwidth.$(OBJEXT)

# Archives by floor, highest first. Tests link the floors that they need.
LIBS_BASE = libbase.a
LIBS_TEXT = libtext.a $(LIBS_BASE)
LIBS_POLICY = libpolicy.a $(LIBS_TEXT)
LIBS_DOMAIN = libdomain.a $(LIBS_POLICY)
LIBS_STORE = libstore.a libsys.a $(LIBS_DOMAIN)
LIBS_DESK = libdesk.a libout.a libin.a $(LIBS_STORE)
LIBS_TUI = libtui.a libsys.a $(LIBS_TEXT)
LIBS_SCREENS = libscreens.a libtui.a $(LIBS_DESK)
LIBS_ALL = libcli.a $(LIBS_SCREENS)

EXT_TEXT = $(UNISTRING_LIBS)
EXT_POLICY = $(YAML_LIBS) $(EXT_TEXT)
EXT_STORE = $(SQLITE_LIBS) $(SODIUM_LIBS) $(NETTLE_LIBS) $(EXT_POLICY)
EXT_TUI = $(NCURSES_LIBS) $(EXT_TEXT)
EXT_ALL = $(NCURSES_LIBS) $(EXT_STORE)

madoguchi_LDADD = $(WCWIDTH_OBJECT) $(LIBS_ALL) $(EXT_ALL)

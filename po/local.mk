# SPDX-License-Identifier: GPL-3.0-or-later
# The Japanese catalogue. English is the source language; each area keeps its translations in its own
# fragment po/ja.d/AREA.po. They are put together at build time (the first of two wins; the gate po.sh
# names a message with two translations). gettext's tools only, none of its run-time: text/catalog reads.
PO_FRAGMENTS = $(sort $(wildcard $(srcdir)/po/ja.d/*.po))
EXTRA_DIST += po/ja.po po/ja.d
noinst_DATA += po/ja.gmo
CLEANFILES += po/ja.gmo po/ja-merged.po po/madoguchi.pot po/potfiles

po/ja-merged.po: po/ja.po $(PO_FRAGMENTS)
	$(AM_V_GEN)$(MKDIR_P) po && $(MSGCAT) --use-first --no-wrap -o $@.tmp $(srcdir)/po/ja.po $(PO_FRAGMENTS) \
		&& mv $@.tmp $@
po/ja.gmo: po/ja-merged.po
	$(AM_V_GEN)$(MSGFMT) --check -o $@.tmp po/ja-merged.po && mv $@.tmp $@

# Every string that the sources mark, for a translator's tool: make pot
pot: po/madoguchi.pot
po/madoguchi.pot: FORCE
	$(AM_V_GEN)$(MKDIR_P) po && (cd $(srcdir) && find src -name '*.[ch]' | LC_ALL=C sort) >po/potfiles \
		&& $(XGETTEXT) --from-code=UTF-8 --directory=$(srcdir) --files-from=po/potfiles --output=$@ \
		--keyword --keyword=N_ --keyword=tr:2 \
		--add-comments=TRANSLATORS: --package-name=$(PACKAGE) --no-wrap
FORCE:

install-data-local: install-catalogues
uninstall-local: uninstall-catalogues
install-catalogues: po/ja.gmo
	$(MKDIR_P) $(DESTDIR)$(localedir)/ja/LC_MESSAGES
	$(INSTALL_DATA) po/ja.gmo $(DESTDIR)$(localedir)/ja/LC_MESSAGES/$(PACKAGE).mo
uninstall-catalogues:
	rm -f $(DESTDIR)$(localedir)/ja/LC_MESSAGES/$(PACKAGE).mo
.PHONY: pot FORCE install-catalogues uninstall-catalogues

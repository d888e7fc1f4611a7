# SPDX-License-Identifier: GPL-3.0-or-later
# docs/RULES.md is written by hand and checked; the others, and the pictures of the READMEs, are generated: make docs
# (in the source tree). The READMEs come after the screens that they show.
EXTRA_DIST += docs scripts/docs
GENERATED_DOCS = docs/schema.sql docs/SCREENS.md docs/POLICY.md README README.ja

docs: all
	for d in $(GENERATED_DOCS); do \
	  if bash $(srcdir)/scripts/docs $${d#docs/} $(abs_srcdir) $(abs_builddir) >docs.tmp 2>/dev/null; \
	  then cmp -s docs.tmp $(srcdir)/$$d || { cp docs.tmp $(srcdir)/$$d; echo "$$d is new"; }; \
	  else echo "$$d cannot be made"; fi; done; rm -f docs.tmp
check-docs: all
	top_srcdir=$(abs_srcdir) top_builddir=$(abs_builddir) bash $(srcdir)/tests/gate/docs.sh
print-tests:
	@for t in $(TESTS); do echo $$t; done
.PHONY: docs check-docs print-tests

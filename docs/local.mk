# SPDX-License-Identifier: GPL-3.0-or-later
# docs/RULES.md is written by hand and checked; the others are generated: make docs (in the source tree).
EXTRA_DIST += docs scripts/docs
GENERATED_DOCS = schema.sql SCREENS.md POLICY.md

docs: all
	for d in $(GENERATED_DOCS); do \
	  if bash $(srcdir)/scripts/docs $$d $(abs_srcdir) $(abs_builddir) >docs.tmp 2>/dev/null; \
	  then cmp -s docs.tmp $(srcdir)/docs/$$d || { cp docs.tmp $(srcdir)/docs/$$d; echo "docs/$$d is new"; }; \
	  else echo "docs/$$d cannot be made"; fi; done; rm -f docs.tmp
check-docs: all
	top_srcdir=$(abs_srcdir) top_builddir=$(abs_builddir) bash $(srcdir)/tests/gate/docs.sh
print-tests:
	@for t in $(TESTS); do echo $$t; done
.PHONY: docs check-docs print-tests

# SPDX-License-Identifier: GPL-3.0-or-later
# make bench: figures, not tests. A bench is a program (EXTRA_PROGRAMS) that prints its lines when it is run without
# arguments; its name goes to BENCHES. Deterministic figures first (bytes, fsync calls), then ratios in one run.
BENCHES =
CLEANFILES += $(BENCHES)
bench: all $(BENCHES)
	@for b in $(BENCHES); do echo "== $$b"; top_srcdir=$(abs_srcdir) top_builddir=$(abs_builddir) ./$$b || exit 1; done
.PHONY: bench

# SPDX-License-Identifier: GPL-3.0-or-later
# What no compiler says. Each gate also runs alone: bash tests/gate/style.sh (sources in the tree that it stands in,
# objects in build/). They read sources and the objects of an ordinary build; sanitizers would add their own symbols.
GATES = tests/gate/arrows.sh tests/gate/style.sh tests/gate/binary.sh tests/gate/sql.sh tests/gate/po.sh \
	tests/gate/docs.sh tests/gate/cuts.sh tests/gate/names.sh
EXTRA_DIST += $(GATES) tests/gate/tap.sh tests/gate/globals tests/gate/long-files tests/gate/released-schema
if !SANITIZERS
TESTS += $(GATES)
endif

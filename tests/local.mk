# SPDX-License-Identifier: GPL-3.0-or-later
# Every test is a TAP producer: cmocka programs and shell gates; the driver counts the cases.
# They start in this order, so those come first that wait longest (the log of each ends with what it took): what waits
# beside others costs nothing.
EXTRA_DIST += tests/check.h
if HAVE_CMOCKA
if HAVE_VTERM
include tests/e2e/local.mk
endif
endif
include tests/gate/local.mk
if HAVE_CMOCKA
include tests/fault/local.mk
include tests/unit/store/local.mk
include tests/desk/local.mk
include tests/screen/local.mk
include tests/unit/base/local.mk
include tests/unit/text/local.mk
include tests/unit/policy/local.mk
include tests/unit/domain/local.mk
include tests/unit/sys/local.mk
include tests/unit/out/local.mk
include tests/unit/in/local.mk
include tests/unit/desk/local.mk
include tests/unit/tui/local.mk
endif
include tests/cli/local.mk
include tests/bench/local.mk
include tests/fuzz/local.mk

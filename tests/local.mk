# SPDX-License-Identifier: GPL-3.0-or-later
# Every test is a TAP producer: cmocka programs and shell gates; the driver counts the cases.
EXTRA_DIST += tests/check.h
if HAVE_CMOCKA
include tests/unit/base/local.mk
include tests/unit/text/local.mk
include tests/unit/policy/local.mk
include tests/unit/domain/local.mk
include tests/unit/sys/local.mk
include tests/unit/store/local.mk
include tests/unit/out/local.mk
include tests/unit/in/local.mk
include tests/unit/desk/local.mk
include tests/unit/tui/local.mk
include tests/desk/local.mk
include tests/fault/local.mk
include tests/screen/local.mk
if HAVE_VTERM
include tests/e2e/local.mk
endif
endif
include tests/cli/local.mk
include tests/gate/local.mk
include tests/bench/local.mk
include tests/fuzz/local.mk

# SPDX-License-Identifier: GPL-3.0-or-later
# The command line of the real binary.
CLI_TESTS = tests/cli/desk.sh
EXTRA_DIST += $(CLI_TESTS)
TESTS += $(CLI_TESTS)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* madoguchi policy check FILE | ask FILE fact=value ... | reference: a hospital tries its rules
 * before a desk uses them. Opens no database. */
#ifndef CLI_POLICY_CMD_H
#define CLI_POLICY_CMD_H
#include <stdio.h>

#include "base/base.h"
#include "policy/calendar.h"
#include "text/catalog.h"

struct policy_cmd {
    FILE *out, *err;
    enum lang lang; /* --lang chooses another */
    const struct catalogs *catalogs;
    const struct calendar *calendar; /* NULL = holidays by law alone */
    day today; /* --today chooses another */
};

/* argv[0] is the word behind "policy". Returns 0 when it was done (ask: whatever the verdict), 1
 * when the file has faults or cannot be read, 2 when the command line is wrong. */
int cli_policy(int argc, char **argv, const struct policy_cmd *env);
#endif

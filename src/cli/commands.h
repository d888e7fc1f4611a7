/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands; the table is in cli.c. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H
#include "cli/cli.h"

/* Reads the official list, CP932 as published or UTF-8. */
bool cli_read_holidays(const char *path, struct arena *a, const char **utf8, struct err *e);

/* Reads and checks a policy file; says all its faults, with file and line. */
bool cli_read_policy(const struct cli *c, const char *path, const char **text, size_t *bytes, struct err *e);

int cmd_run(const struct cli *c);
int cmd_demo(const struct cli *c);
int cmd_policy(const struct cli *c);
int cmd_policy_switch(const struct cli *c);
int cmd_policy_list(const struct cli *c);
int cmd_init(const struct cli *c);
int cmd_staff_recover(const struct cli *c);
int cmd_import_holidays(const struct cli *c);
int cmd_verify(const struct cli *c);
int cmd_backup(const struct cli *c);
int cmd_restore(const struct cli *c);
int cmd_doctor(const struct cli *c);
#endif

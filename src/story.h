/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole day at the counter, played on the real screens without a terminal and printed as text: what
 * ./bootstrap run shows where there is no terminal, and what docs/SCREENS.md is made of. */
#ifndef STORY_H
#define STORY_H
#include "cli/cli.h"

/* Plays on a training desk at path, in Japanese and then in English, each on a copy of its own. The clock of c must
 * stand. Returns the exit code. */
int story_play(const struct cli *c, struct clock *clock, const char *path);
#endif

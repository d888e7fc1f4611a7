/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The training desk, made by the program's own actions under a moving clock. */
#ifndef CLI_DEMO_H
#define CLI_DEMO_H
#include "base/base.h"
#include "sys/clock.h"

struct demo_options {
    const char *path; /* the training database */
    bool fresh;       /* make it again although it is there */
    const struct clock *clock;
};
/* Makes the training desk at path unless one is there; true with the database ready to be opened. A file
 * that is no training database is refused and left alone. */
bool demo_prepare(const struct demo_options *o, struct err *e);
#endif

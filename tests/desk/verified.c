/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/desk/verified.h"

#include "tests/check.h"

#include "desk/inside.h"
#include "store/verify.h"

void verified(struct desk *d, const char *except)
{
    struct verify_report r;
    struct err e = ERR_INIT;
    struct arena a;
    const char *broken = "";

    arena_init(&a);
    if (!verify_run(d->db, &(struct verify_options){ .now = desk_instant(d) }, &a, &r, &e))
        fail_msg("verify: %s", e.msg.id);
    for (size_t i = 0; i < r.n; i++)
        if (!except || !strstr(except, r.item[i].rule))
            broken = arena_printf(&a, "%s%s (%s) ", broken, r.item[i].rule, r.item[i].which);
    if (*broken)
        fail_msg("does not hold: %s", broken);
    arena_fini(&a);
}

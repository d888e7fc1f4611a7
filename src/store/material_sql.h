/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQL for a row m of material: where its pieces are is what came to a place less what left it, and all are at the
 * desk before any move. Only literals: the SQL gate reads them. */
#ifndef STORE_MATERIAL_SQL_H
#define STORE_MATERIAL_SQL_H

#define SQL_AT_END(column) "(" column " IN ('kept','visitor','lender','destroyed'))" /* place_is_end, domain/casefile.h */
/* How many of its pieces have reached their end (policy.md, materials). */
#define SQL_PLACED                                                                                             \
    "(SELECT coalesce(sum(v.pieces * (" SQL_AT_END("v.place") " - " SQL_AT_END("v.origin") ")), 0)"             \
    " FROM material_move v WHERE v.material = m.id)"
/* How many more came to a place than left it, by all its moves or by those that the condition on x names. */
#define SQL_CAME(place, condition)                                                                             \
    "(SELECT coalesce(sum(x.pieces * ((x.place = " place ") - (x.origin = " place "))), 0)"                     \
    " FROM material_move x WHERE x.material = m.id" condition ")"
#endif

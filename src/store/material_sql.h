/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQL for a row m of material: how many of its pieces have reached their end (policy.md, materials). A move says where
 * pieces go, not whence: those that go to the department or a specialist are among those here, and after n pieces came
 * back to the counter at least n are here. So it is the least of what went to an end in all, and for each coming back
 * of pieces - n and what went to an end after it. Only literals: the SQL gate reads them. */
#ifndef STORE_MATERIAL_SQL_H
#define STORE_MATERIAL_SQL_H

#define SQL_TO_END(after)                                                                                      \
    "(SELECT coalesce(sum(v.pieces), 0) FROM material_move v WHERE v.material = m.id"                          \
    " AND v.place IN ('kept','visitor','lender','destroyed')" after ")"
#define SQL_PLACED                                                                                             \
    "min(" SQL_TO_END("") ", coalesce((SELECT min(m.pieces - b.pieces + " SQL_TO_END(" AND v.id > b.id") ")"     \
    " FROM material_move b WHERE b.material = m.id AND b.place = 'desk'), 999999))"
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folded keys by which people and hospitals are found, made again from what is written. */
#include "store/verify_inside.h"
#include "text/fold.h"

static const char SQL_PEOPLE[]
    = "SELECT id, name, kana, phone, search_name, search_kana, search_phone FROM person";
enum { P_ID, P_NAME, P_KANA, P_PHONE, P_SEARCH_NAME, P_SEARCH_KANA, P_SEARCH_PHONE };
static const char SQL_INSTITUTIONS[] = "SELECT 'institution ' || id, name, search FROM institution "
                                       "UNION ALL SELECT 'doctor ' || id, name, search FROM doctor";
enum { I_ID, I_NAME, I_SEARCH };

static bool check_people(struct verify_state *v, struct err *e)
{
    struct stmt *s = db_stmt(v->db, SQL_PEOPLE, e);
    struct arena a;

    arena_init(&a);
    while (stmt_row(s, e)) {
        if (!str_eq(col_text(s, P_SEARCH_NAME, &a), fold_name(&a, col_text(s, P_NAME, &a)))
            || !str_eq(col_text(s, P_SEARCH_KANA, &a), fold_kana(&a, col_text(s, P_KANA, &a)))
            || !str_eq(col_text(s, P_SEARCH_PHONE, &a), fold_phone(&a, col_text(s, P_PHONE, &a))))
            verify_add(v, arena_printf(&a, "person %lld", (long long)col_id(s, P_ID)));
        arena_reset(&a);
    }
    arena_fini(&a);
    return stmt_end(s);
}

bool verify_search_keys(struct verify_state *v, struct err *e)
{
    struct stmt *s;
    struct arena a;

    if (!check_people(v, e))
        return false;
    s = db_stmt(v->db, SQL_INSTITUTIONS, e);
    arena_init(&a);
    while (stmt_row(s, e)) {
        if (!str_eq(col_text(s, I_SEARCH, &a), fold_name(&a, col_text(s, I_NAME, &a))))
            verify_add(v, col_text(s, I_ID, &a));
        arena_reset(&a);
    }
    arena_fini(&a);
    return stmt_end(s);
}

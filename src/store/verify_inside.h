/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of verify share. */
#ifndef STORE_VERIFY_INSIDE_H
#define STORE_VERIFY_INSIDE_H
#include "store/db_inside.h"
#include "store/verify.h"

/* The sentence has one place: the rows. sql gives one column, the row's number or name; it may use
 * :now and :today, and the tables temp.image and temp.had_role. check instead of sql: a rule that
 * SQL cannot say. */
struct verify_state;
struct verify_rule {
    const char *id, *says, *sql;
    bool (*check)(struct verify_state *v, struct err *e); /* adds with verify_add */
};
extern const struct verify_rule verify_rules[];
extern const size_t verify_n_rules;

/* An earlier time that comes later in the trail, because the clock was set back after row seq. */
#define SET_BACK(seq, at) "EXISTS (SELECT 1 FROM audit k WHERE k.verb = 'clock_back' AND k.seq > " seq " AND k.at <= " at ")"
#define HAD_ROLE(person, roles, at) "EXISTS (SELECT 1 FROM temp.had_role h WHERE h.staff = " person              \
    " AND h.role IN (" roles ") AND (h.at <= " at " OR " SET_BACK("h.seq", at) "))"

enum { VERIFY_NAMED = 10 }; /* rows that a finding names */
struct verify_state {
    struct db *db;
    struct arena *a; /* the caller's */
    instant now;
    day today;
    int offset;
    size_t n; /* of the rule that is being looked at */
    struct buf which;
    struct verify_cases *cases; /* verify_case.c */
};
void verify_add(struct verify_state *v, const char *row);
void verify_add_id(struct verify_state *v, int64_t id);
/* verify_add of the first column of every row; sql may use :now and :today. */
bool verify_add_rows(struct verify_state *v, const char *sql, struct err *e);
/* A table or a column that is gone is named by the rules that miss it, D5 above all, so the look goes on; only a file
 * that is kept busy ends it. */
bool verify_goes_on(bool ok, struct err *trouble, struct err *e);

/* verify_image.c: the after-images of the trail as a temporary table, and A9. */
bool verify_images_load(struct verify_state *v, struct err *e);
bool verify_a9(struct verify_state *v, struct err *e);
/* verify_case.c: every request judged by its policy, once for all these rules. */
bool verify_cases_load(struct verify_state *v, struct err *e);
void verify_cases_free(struct verify_state *v);
bool verify_c1(struct verify_state *v, struct err *e);
bool verify_c2(struct verify_state *v, struct err *e);
bool verify_c3(struct verify_state *v, struct err *e);
bool verify_s4(struct verify_state *v, struct err *e);
bool verify_s5(struct verify_state *v, struct err *e);
bool verify_s8(struct verify_state *v, struct err *e);
bool verify_next_action(struct verify_state *v, struct err *e);
bool verify_policy_text(struct verify_state *v, struct err *e);
bool verify_search_keys(struct verify_state *v, struct err *e);
bool verify_schema(struct verify_state *v, struct err *e);
size_t verify_digest_tables(void); /* a test compares with the schema */
#endif

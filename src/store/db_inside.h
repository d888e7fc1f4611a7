/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of db.h, for the files of store/ that need SQLite itself (backup, verify, migrate). */
#ifndef STORE_DB_INSIDE_H
#define STORE_DB_INSIDE_H
#include <sqlite3.h>

#include "store/db.h"
#include "store/queue.h"

enum { DB_RULE_BYTES = 32 };
struct audit_entry;

struct stmt {
    struct stmt *next; /* all of the connection */
    const char *sql;   /* the literal; its address is the key */
    sqlite3_stmt *raw; /* NULL = could not be prepared */
    struct db *db;
    bool open, failed;
};

/* One row of the record that this transaction wrote; table is its place in audit_images. */
struct touched {
    size_t table;
    int64_t id;
    bool deleted; /* at least once */
};

struct db {
    sqlite3 *raw;
    char *path;
    bool read_only, in_tx;
    int busy_tries; /* of one millisecond */
    struct clock real;
    const struct clock *clock;
    struct queue queue;
    struct stmt *stmts[256]; /* by address of the literal */
    int moments;  /* begun and not ended */
    bool stepped; /* a statement was since all were last seen closed */
    enum db_trouble trouble;
    char rule[DB_RULE_BYTES];
    const char *stale_table; /* the row that was changed by somebody else (stmt_run_rev_of); NULL = not known */
    int64_t stale_id;
    struct touched *touched; /* not yet in the trail */
    size_t n_touched, cap_touched;
    struct audit_entry *said; /* the row of the trail that is to be written; NULL = none */
    size_t said_of; /* how many of touched came before it was said */
};

/* Opens the file and sets the modes without looking at application_id and user_version: for migrate.c. */
bool db_open_raw(const char *path, const struct db_options *o, struct db **out, struct err *e);
/* Whose file is it? Refuses what is not of this program or is newer than current (a version number). */
bool db_check_origin(struct db *db, int64_t *version, int64_t current, struct err *e);
/* Turns SQLite's result into err and db_trouble; always false. */
bool db_failed(struct db *db, int code, struct err *e);
bool db_pragma_int(struct db *db, const char *sql, int64_t *out, struct err *e);
/* Finalises all statements: before closing, and before the schema changes. */
void db_forget_statements(struct db *db);
#endif

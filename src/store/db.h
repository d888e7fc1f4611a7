/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite behind a dozen verbs; nothing above store/ knows it. Statements are string literals, prepared once,
 * bound by name, and always reset before a store function returns: an open SELECT would make another
 * terminal's COMMIT fail. Every write is one transaction that waited in the queue (store/queue.h).
 *
 *     struct stmt *s = db_stmt(db, SQL_X, e);
 *     bind_id(s, ":request", request);
 *     while (stmt_row(s, e))
 *         item.name = col_text(s, X_NAME, arena);
 *     return stmt_end(s);
 *
 * db_stmt never returns NULL: a statement that cannot be prepared is a failed one, whose stmt_end is false. */
#ifndef STORE_DB_H
#define STORE_DB_H
#include "base/base.h"
#include "sys/clock.h"

struct db;
struct stmt;

enum { DB_APPLICATION_ID = 0x4D41444F }; /* "MADO" */

/* What went wrong, finer than err.kind; the last failure of the connection. */
enum db_trouble {
    DB_FINE,
    DB_BUSY,
    DB_STALE,     /* an UPDATE with rev changed no row */
    DB_UNIQUE,    /* the same key is there already: an operation key, a number */
    DB_OVERLAP,   /* slot or room is taken */
    DB_CHECK,     /* a rule of the data layer refused the row; db_rule says which */
    DB_GONE,      /* the row that is pointed to does not exist */
    DB_FULL,      /* no room on the disk */
    DB_READ_ONLY,
    DB_IO,
    DB_DAMAGED
};

struct db_options {
    bool create;     /* a new file; refuses one that is there */
    bool read_only;
    const struct clock *clock; /* for waiting; NULL = the real one */
    bool unsynced;   /* a file that is only being made: whoever needs it syncs it as a whole */
    const char *vfs; /* tests only; NULL = the system's */
};

/* Opens a database of this program: refuses anything else with a sentence (another program's file, a newer
 * version, a folder, a text). The schema must be current: store/migrate.h brings it there. A file that may
 * not be written is opened for reading (db_read_only). */
bool db_open(const char *path, const struct db_options *o, struct db **out, struct err *e);
void db_close(struct db *db); /* NULL is fine */
bool db_read_only(const struct db *db);
const char *db_path(const struct db *db);

/* --- statements. sql must be a string literal: its address is its name. */
struct stmt *db_stmt(struct db *db, const char *sql, struct err *e);
void bind_int(struct stmt *s, const char *name, int64_t v);
void bind_id(struct stmt *s, const char *name, int64_t id);        /* 0 = NULL */
void bind_bool(struct stmt *s, const char *name, bool v);
void bind_text(struct stmt *s, const char *name, const char *text); /* NULL = NULL; copied */
void bind_day(struct stmt *s, const char *name, day d);            /* DAY_NONE = NULL */
void bind_yen(struct stmt *s, const char *name, yen y);
void bind_instant(struct stmt *s, const char *name, instant at);
void bind_null(struct stmt *s, const char *name);

/* True while there is a row to read. */
bool stmt_row(struct stmt *s, struct err *e);
/* Resets; true when nothing failed since db_stmt. */
bool stmt_end(struct stmt *s);
/* Runs a statement without rows to its end and resets it. */
bool stmt_run(struct stmt *s, struct err *e);
/* stmt_run of an UPDATE with "rev = :rev": ERR_STALE on field when no row was changed. */
bool stmt_run_rev(struct stmt *s, const char *field, struct err *e);
/* The same for the row id of table, so that audit_stale finds who changed it. */
bool stmt_run_rev_of(struct stmt *s, const char *table, int64_t id, const char *field, struct err *e);
/* The id that sql ("SELECT id ... WHERE op_key = :op_key") finds under an operation key: *repeated, and the step was
 * done already. */
bool stmt_repeated(struct db *db, const char *sql, const char *op_key, int64_t *id, bool *repeated, struct err *e);

/* Rows into a growing array of the caller's arena:
 *
 *     struct rows rows = ROWS_INTO(out, n, arena);
 *     struct item *x;
 *
 *     while ((x = stmt_next(s, &rows, e)))
 *         *x = (struct item){ .name = col_text(s, X_NAME, arena) };
 *     return stmt_end(s);
 *
 * out (struct item **) is NULL and n is 0 when there is no row. */
struct rows {
    void *out;
    size_t *n, cap, bytes;
    struct arena *arena;
};
#define ROWS_INTO(out_, n_, arena_) { .out = (out_), .n = (n_), .bytes = sizeof **(out_), .arena = (arena_) }
/* The place of the next row, zeroed; NULL when there is none. */
void *stmt_next(struct stmt *s, struct rows *rows, struct err *e);

int64_t col_int(const struct stmt *s, int col); /* NULL = 0 */
int64_t col_id(const struct stmt *s, int col);  /* NULL = 0 */
bool col_bool(const struct stmt *s, int col);
bool col_null(const struct stmt *s, int col);
const char *col_text(const struct stmt *s, int col, struct arena *a); /* never NULL; NULL = "" */
day col_day(const struct stmt *s, int col);                          /* NULL = DAY_NONE */
yen col_yen(const struct stmt *s, int col);
instant col_instant(const struct stmt *s, int col); /* NULL = 0 */

int64_t db_last_id(const struct db *db);
int64_t db_changes(const struct db *db);

/* --- transactions */
struct tx {
    struct db *db;
    bool open;
};
struct tx_wait {
    int max_ms;       /* 0 = 30,000 */
    const char *who;  /* written for the others to read: "Nishikawa (pts/3)" */
    /* Called about ten times a second while another process writes; false = give up. NULL = wait. */
    bool (*waiting)(void *arg, const char *holder);
    void *arg;
};
/* Queue, then BEGIN IMMEDIATE. wait may be NULL. */
bool tx_begin(struct db *db, struct tx *tx, const struct tx_wait *wait, struct err *e);
/* Commits when ok, else rolls back. A busy COMMIT is tried again, then rolled back with ERR_BUSY. */
bool tx_end(struct tx *tx, bool ok, struct err *e);
bool db_in_tx(const struct db *db);

/* What is read between the two is of one moment, and the file is locked once instead of for each statement; another
 * program's COMMIT waits for the end, so nothing in between may wait for a person. Moments may lie in each other and in a
 * transaction; none begins in them: a permission that writes its refusal is asked before. */
bool db_moment_begin(struct db *db, struct err *e);
void db_moment_end(struct db *db);

/* --- asking the connection */
bool db_quiet(struct db *db);                /* no statement and no moment is open */
bool db_data_version(struct db *db, int64_t *out, struct err *e); /* changes when another connection commits */
enum db_trouble db_trouble(const struct db *db);
/* "over_collected", "day_closed", "slot_taken" ... of the last DB_CHECK or DB_OVERLAP; "" otherwise. */
const char *db_rule(const struct db *db);

/* Runs SQL of the program's own files (schema, PRAGMAs): only store/migrate.c, backup.c, verify.c. */
bool db_exec(struct db *db, const char *sql, struct err *e);
/* SHA3-256 as 64 hexadecimal digits, the same function that SQL calls sha3(x, 256). */
enum { SHA3_TEXT = 65 };
void sha3_text(const void *bytes, size_t n, char out[SHA3_TEXT]);
#endif

#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SQL comes from literals only, names its columns, and stays in src/store. (That every statement prepares on a
# fresh database is tests/unit/store's.)
. "$(dirname "$0")/tap.sh"

# --- doors: who prepares and who executes, in code without comments and strings
sql_doors() # STRIPPED
{
    (cd "$1" && {
        grep -rnE 'sqlite3_(prepare|exec|get_table)' src | grep -vE '^src/store/(db|stmt|migrate)[a-z_]*\.[ch]:'
        grep -rnE 'sqlite3_(v?mprintf|v?snprintf|str_append)' src
    })
    return 0
}

# What is prepared is a constant: db_stmt() and friends get SQL_X, a literal, a member of a constant table (->sql, ->one)
# or a parameter named sql; and nothing that is named sql is a buffer or comes from one.
built_statements() # STRIPPED
{
    (cd "$1" && find src/store src/desk src/cli -name '*.c' 2>/dev/null | sort | xargs -r awk '
    FILENAME ~ /^src\/store\/(db|stmt|migrate|backup)[a-z_]*\.c$/ { next }
    {
        line = $0
        while (match(line, /(^|[^a-z_])(db_stmt|db_exec|db_prepare|db_query) *\(/)) {
            call = substr(line, RSTART); line = substr(line, RSTART + RLENGTH)
            if (call !~ /(SQL_[A-Z0-9_]+|""|[a-z_>.]*sql|->(one|text))/) printf "%s:%d: %s\n", FILENAME, FNR, call
        }
        if ($0 ~ /(^|[^a-z_])char +[a-z_]*sql *\[/ || $0 ~ /struct buf +([a-z_]+, *)*[a-z_]*sql[ ,;=]/ ||
            ($0 ~ /(^|[^a-z_])[a-z_]*sql *= *[a-z]/ && $0 !~ /SQL_/))
            printf "%s:%d: %s\n", FILENAME, FNR, $0
    }')
}

# --- words of SQL in literals, comments taken away but strings kept
sql_text() # ROOT: "file:line:text" of lines with a string literal, without comment lines
{
    (cd "$1" && grep -rnE '"' src --include='*.c' --include='*.h' | grep -vE '^[^:]*:[0-9]+:[ \t]*(\*|/\*|#)')
    return 0
}

statements='"[ (]*(SELECT|INSERT (OR [A-Z]+ )?INTO|UPDATE [a-z_]+ SET|DELETE FROM|CREATE (TABLE|INDEX|TRIGGER|VIEW)|PRAGMA|ATTACH|VACUUM)[ "]'

stars() # ROOT
{
    sql_text "$1" | grep -E 'SELECT +([a-z_]+\.)?\*'
    # In a schema only views and copies could do it; they too name their columns.
    (cd "$1" && grep -rnE 'SELECT +([a-z_]+\.)?\*' src/store/schema 2>/dev/null)
    return 0
}

# (A step's number and the file's mark are PRAGMAs, which cannot be bound.)
formats() { sql_text "$1" | grep -vE '^src/store/migrate\.c:.*"PRAGMA (user_version|application_id) = ' | grep -E "$statements" | grep -E '%[-0-9.*l]*[sdiuxqQw]'; return 0; }

outside() { sql_text "$1" | grep -E "$statements" | grep -v '^src/store/'; return 0; }

# --- every writing action passes the permission table: a transaction of the desk is begun by act_begin() with an
# action. Without one: making the desk, marking a paper that an action printed, and log-ins (nobody is there yet).
unasked() # STRIPPED
{
    (cd "$1" && {
        grep -rnE '(^|[^a-z_])tx_begin *\(' src | grep -vE '^src/(store/|desk/(act|paper_desk|setup)\.c:)'
        grep -rnE '(^|[^a-z_])act_begin_unasked *\(' src | grep -vE '^src/desk/(act\.[ch]|attempt\.c|session\.c|setup\.c):'
    })
    return 0
}

# --- released steps never change
released() # ROOT LIST
{
    (cd "$1" && grep -v '^#' "$2" | grep . >"$tmp/sums" && sha256sum --quiet -c "$tmp/sums" 2>&1 | grep -v '^sha256sum: WARNING')
    return 0
}

numbered() # ROOT: 001, 002, ... without a gap
{
    (cd "$1" && ls src/store/schema/*.sql | sed 's,.*/,,' | awk '{ if (substr($0, 1, 4) != sprintf("%03d-", NR)) print $0 " is not number " NR }')
}

strip "$src" "$tmp/code" src
clean "only store/db, stmt and migrate prepare and execute" sql_doors "$tmp/code"
clean "no statement is built at run time" built_statements "$tmp/code"
clean "no SELECT *" stars "$src"
clean "no statement is a format" formats "$src"
clean "no SQL outside src/store" outside "$src"
clean "no desk action writes without a permission" unasked "$tmp/code"
clean "schema steps are numbered without a gap" numbered "$src"
if grep -qv '^#' "$src/tests/gate/released-schema"; then
    clean "released schema steps are as they were released" released "$src" "$src/tests/gate/released-schema"
else
    skip "released schema steps are as they were released" "nothing is released yet"
fi

# --- planted breaches
p=$tmp/p
mkdir -p "$p/src/store/schema" "$p/src/desk"
cat >"$p/src/store/bad_store.c" <<'TXT'
static const char SQL_ALL[] = "SELECT * FROM request";
static const char SQL_JOIN[] = "SELECT r.* FROM request AS r";
bool f(struct db *d, char *buffer)
{
    snprintf(buffer, 90, "DELETE FROM request WHERE id = %d", 3);
    sqlite3_exec(d->h, buffer, 0, 0, 0);
    db_stmt(d, &slot, buffer);
    return db_stmt(d, &slot, SQL_ALL);
}
bool g(struct db *d, const char *sql)
{
    char built_sql[90];
    const char *sql = arena_printf(a, "%s", table);
    return db_stmt(d, sql, e);
}
TXT
cat >"$p/src/desk/bad.c" <<'TXT'
static const char q[] = "SELECT id FROM staff";
bool g(struct db *d) { return tx_begin(d, &tx, NULL, NULL); }
bool h(struct desk *d) { return act_begin_unasked(d, 3, NULL, &a, NULL); }
TXT
echo 'SELECT 1;' >"$p/src/store/schema/001-first.sql"
echo 'SELECT 2;' >"$p/src/store/schema/003-third.sql"
echo 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  src/store/schema/001-first.sql' >"$p/released"
strip "$p" "$tmp/bad" src
names "an exec outside the door is named" '^src/store/bad_store.c:6:' sql_doors "$tmp/bad"
names "a statement from a buffer is named" '^src/store/bad_store.c:7:' built_statements "$tmp/bad"
names "a buffer under the name of a statement is named" '^src/store/bad_store.c:12:' built_statements "$tmp/bad"
names "a statement that was put together is named" '^src/store/bad_store.c:13:' built_statements "$tmp/bad"
names "SELECT * is named" '^src/store/bad_store.c:1:' stars "$p"
names "SELECT r.* is named" '^src/store/bad_store.c:2:' stars "$p"
names "a formatted statement is named" '^src/store/bad_store.c:5:' formats "$p"
names "SQL in the desk is named" '^src/desk/bad.c:1:' outside "$p"
names "a transaction without an action is named" '^src/desk/bad.c:2:' unasked "$tmp/bad"
names "an action without a permission is named" '^src/desk/bad.c:3:' unasked "$tmp/bad"
names "a gap in the numbers is named" '003-third.sql is not number 2' numbered "$p"
names "a changed step is named" '001-first.sql: FAILED' released "$p" "$p/released"
literal() { built_statements "$tmp/bad" | grep ':8:'; return 0; }
clean "a constant statement is no breach" literal
finish

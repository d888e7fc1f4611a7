/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every statement of src/store prepares on a new database, so that a typo fails here and not at the
 * counter. The statements are read from the sources as the compiler sees them: no list to keep. */
#include "tests/unit/store/fixture.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>

#include "store/db_inside.h"

/* The text of the string literals from s on, up to anything else; they are C literals with \" \\ \n
 * only. */
static const char *literals(struct place *p, const char *s)
{
    struct buf out;

    buf_init(&out, 1 << 16);
    for (;;) {
        while (isspace((unsigned char)*s))
            s++;
        if (*s != '"')
            break;
        for (s++; *s && *s != '"'; s++) {
            if (*s == '\\')
                s++;
            buf_putc(&out, *s == 'n' && s[-1] == '\\' ? '\n' : *s);
        }
        s++;
    }
    const char *text = arena_strdup(&p->a, out.p);
    buf_fini(&out);
    return text;
}

static const char *preprocessed(struct place *p, const char *file)
{
    const char *top = getenv("top_srcdir"), *built = getenv("top_builddir"), *cc = getenv("CC");
    char piece[4096];
    struct buf out;

    top = top ? top : ".";
    FILE *f = popen(
        arena_printf(&p->a, "%s -E -P -D_GNU_SOURCE -I%s/src -I%s -I%s -I%s/src %s 2>/dev/null",
            cc ? cc : "cc", top, top, built ? built : ".", built ? built : ".", file),
        "r");
    assert_non_null(f);
    buf_init(&out, 1 << 24);
    for (size_t n = fread(piece, 1, sizeof piece, f); n > 0; n = fread(piece, 1, sizeof piece, f))
        buf_add(&out, piece, n);
    pclose(f);
    assert_false(out.full);
    const char *text = arena_strdup(&p->a, out.p);
    buf_fini(&out);
    return text;
}

/* Several statements in one literal (temporary tables of verify) are run, not prepared. */
static void prepare(struct place *p, const char *file, const char *sql)
{
    if (strstr(sql, ";")) {
        if (!db_exec(p->db, sql, &p->e))
            fail_msg("%s: %s\n%s", file, sqlite3_errmsg(p->db->raw), sql);
        return;
    }
    sqlite3_stmt *s = NULL;
    if (sqlite3_prepare_v2(p->db->raw, sql, -1, &s, NULL) != SQLITE_OK)
        fail_msg("%s: %s\n%s", file, sqlite3_errmsg(p->db->raw), sql);
    sqlite3_finalize(s);
}

static size_t prepare_file(struct place *p, const char *file)
{
    const char *text = preprocessed(p, file);
    size_t n = 0;

    for (const char *at = strstr(text, "char SQL_"); at; at = strstr(at + 1, "char SQL_")) {
        const char *equals = strchr(at, '='), *bracket = strstr(at, "[]");
        if (!equals || !bracket || bracket > equals)
            continue;
        prepare(p, file, literals(p, equals + 1));
        n++;
    }
    return n;
}

static void every_statement_fits_the_schema(void **state)
{
    struct place *p = *state;
    const char *top = getenv("top_srcdir");
    const char *folder = arena_printf(&p->a, "%s/src/store", top ? top : ".");
    size_t n = 0, files = 0;
    DIR *d = opendir(folder);

    assert_non_null(d);
    /* first, because other statements look at its tables */
    assert_true(prepare_file(p, arena_printf(&p->a, "%s/verify_image.c", folder)) > 3);
    for (struct dirent *x = readdir(d); x; x = readdir(d)) {
        size_t length = strlen(x->d_name);
        if (length < 3 || !str_eq(x->d_name + length - 2, ".c")
            || str_eq(x->d_name, "verify_image.c"))
            continue;
        n += prepare_file(p, arena_printf(&p->a, "%s/%s", folder, x->d_name));
        files++;
    }
    closedir(d);
    print_message("# %zu statements in %zu files\n", n, files);
    assert_true(n > 100);
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, place_make, place_remove)
int main(void)
{
    const struct CMUnitTest tests[] = { WITH(every_statement_fits_the_schema) };

    return cmocka_run_group_tests_name("statements", tests, NULL, NULL);
}

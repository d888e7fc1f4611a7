/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/store/copies.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

struct backup_options copy_options(struct place *p)
{
    return (struct backup_options){ .folder = arena_printf(&p->a, "%s/copies", p->folder),
        .clock = &p->clock,
        .offset = 540,
        .by = 1 };
}

struct backup_made copy_make(struct place *p)
{
    struct backup_options o = copy_options(p);
    struct backup_made m;

    if (!backup_make(p->db, &o, &p->a, &m, &p->e))
        fail_msg("%s %s %s", p->e.msg.id, p->e.msg.arg[0], p->e.msg.arg[1]);
    return m;
}

int64_t ask(const char *path, const char *sql)
{
    sqlite3 *raw = NULL;

    assert_int_equal(sqlite3_open_v2(path, &raw, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    int64_t n = bare_int(raw, sql);
    sqlite3_close(raw);
    return n;
}

size_t files_in(const char *folder)
{
    DIR *d = opendir(folder);
    size_t n = 0;

    for (struct dirent *x = d ? readdir(d) : NULL; x; x = readdir(d))
        n += !str_eq(x->d_name, ".") && !str_eq(x->d_name, "..");
    if (d)
        closedir(d);
    return n;
}

void damage(const char *path)
{
    int64_t page = ask(path, "SELECT rootpage FROM sqlite_schema WHERE name = 'change_by_object'");
    int64_t size = ask(path, "PRAGMA page_size");
    int fd = open(path, O_RDWR);

    assert_int_equal(pwrite(fd, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8, (page - 1) * size), 8);
    close(fd);
}

bool give_back_something_else(void *arg, size_t done, size_t all)
{
    struct bad_disk *x = arg;
    const char *other = arena_printf(&x->p->a, "%s/other", x->p->folder);

    if (done + 1 < all)
        return true;
    said_by(x->p, arena_printf(&x->p->a, "cat %s > %s", x->copy, other));
    sqlite3 *raw = NULL;
    assert_int_equal(sqlite3_open(other, &raw), SQLITE_OK);
    bare(raw, "UPDATE person SET address = '大阪市' WHERE id = 1");
    sqlite3_close(raw);
    said_by(x->p, arena_printf(&x->p->a, "cat %s > %s && rm %s", other, x->copy, other));
    return true;
}

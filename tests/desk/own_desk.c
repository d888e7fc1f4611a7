/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/check.h"
#include "tests/desk/own_desk.h"
#include "tests/desk/verified.h"

#include <unistd.h>

#include "sys/file.h"

void fixture_folder(struct fixture *f, int minute)
{
    day d = DAY_NONE;

    *f = (struct fixture){ .err = ERR_INIT };
    arena_init(&f->arena);
    test_folder(f->folder, sizeof f->folder);
    snprintf(f->path, sizeof f->path, "%s/desk.db", f->folder);
    snprintf(f->printer, sizeof f->printer, "file:%s", f->folder);
    assert_true(day_from_ymd(2026, 11, 24, &d));
    f->clock = clock_standing(instant_of(d, (hm){ minute }, 540));
}

void fixture_close(struct fixture *f)
{
    verified(f->desk, NULL);
    desk_close(f->desk);
    file_remove_folder(f->folder);
    arena_fini(&f->arena);
}

int fixture_set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);

    assert_non_null(f);
    fixture_open(f);
    *state = f;
    return 0;
}

int fixture_tear_down(void **state)
{
    fixture_close(*state);
    free(*state);
    return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real file system without room, where this account may mount one: a payment says so, and the same form
 * is stored when there is room. */
#include "tests/fault/scene.h"
#include "tests/small_disk.h"

#include <stdio.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

static void a_disk_without_room_says_so_and_the_same_form_is_stored_when_there_is(void **state)
{
    struct scene *s = *state;
    char folder[128], path[160], ballast[160];
    bool ok = false;
    int refused = 0;

    scene_for(s, deed_named("payment"));
    snprintf(folder, sizeof folder, "%s/small", s->r->f.folder);
    snprintf(path, sizeof path, "%s/desk.db", folder);
    snprintf(ballast, sizeof ballast, "%s/ballast", folder);
    assert_int_equal(mkdir(folder, 0700), 0);
    assert_true(small_disk(folder));
    s->path = path;
    for (int64_t room = 0; !ok; room += 8192) {
        struct err e = ERR_INIT;
        scene_fresh(s);
        struct desk *d = scene_desk(s, false, &e);
        fixture_fine(d != NULL, &e);
        small_disk_fill(ballast, room);
        ok = s->deed->act(s, d, &e);
        unlink(ballast);
        if (!ok) {
            scene_says(s, &e, SAYS_FULL | SAYS_DISK);
            assert_false(scene_stored(s));
            refused++;
        }
        scene_again(s, d);
        desk_close(d);
    }
    print_message("# a disk of %d MiB: refused %d times, 8 KiB more room each time\n", SMALL_DISK_BYTES >> 20, refused);
    assert_true(refused > 2);
    s->path = s->r->f.path;
    umount2(folder, MNT_DETACH);
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_disk_without_room_says_so_and_the_same_form_is_stored_when_there_is),
    };

    if (!small_disk_may()) {
        printf("1..0 # SKIP this account may not mount a small file system\n");
        return 0;
    }
    return cmocka_run_group_tests_name("full", tests, scene_make, scene_remove);
}

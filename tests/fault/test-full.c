/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real file system without room, where this account may mount one: a payment says so, and the same form
 * is stored when there is room (issue 24). */
#include "tests/fault/scene.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROOM_BYTES = 16 << 20 };

/* In a mount namespace of this process alone: nothing stays mounted whatever happens. */
static bool small_disk(const char *folder)
{
    char options[64];

    snprintf(options, sizeof options, "size=%d,mode=0700", ROOM_BYTES);
    return unshare(CLONE_NEWNS) == 0 && mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
        && mount("tmpfs", folder, "tmpfs", MS_NOSUID | MS_NODEV, options) == 0;
}

/* Tried in a process that ends at once. */
static bool may_mount(void)
{
    int status;
    pid_t child = fork();

    if (child == 0)
        _exit(small_disk("/tmp") ? 0 : 1);
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static void write_until_full(int fd, int64_t leave)
{
    static const char zeros[4096];

    while (write(fd, zeros, sizeof zeros) == (ssize_t)sizeof zeros)
        continue;
    assert_int_equal(errno, ENOSPC);
    assert_int_equal(ftruncate(fd, lseek(fd, 0, SEEK_END) - leave), 0);
}

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
        int fd = open(ballast, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        assert_true(fd >= 0);
        write_until_full(fd, room);
        close(fd);
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
    print_message("# a disk of %d MiB: refused %d times, 8 KiB more room each time\n", ROOM_BYTES >> 20, refused);
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

    if (!may_mount()) {
        printf("1..0 # SKIP this account may not mount a small file system\n");
        return 0;
    }
    return cmocka_run_group_tests_name("full", tests, scene_make, scene_remove);
}

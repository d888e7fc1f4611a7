/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real disk without room while a fee is taken, a date booked, a day closed, a request stored: the screen says so,
 * the form is as it was, nothing is stored; F12 stores it once there is room. */
#include <stdio.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/e2e/deeds.h"
#include "tests/e2e/held.h"
#include "tests/small_disk.h"

static const char *const full[2] = { "ディスクがいっぱいです。登録していません。入力は残っています。空きを作ってからもう一度登録してください。",
    "The disk is full. Nothing was stored; what you typed is still here. Make room, then store again." };

static const char *const kept[2] = { "下書きをディスクに保存できません。入力はこのプログラムを終えるまで残ります。",
    "The disk does not take the draft. What you typed is kept until the program ends;" };

struct small {
    char folder[128], ballast[160], path[512];
};

static struct small small_desk(struct house *h)
{
    struct small s;

    snprintf(s.folder, sizeof s.folder, "%s/small-%d", h->folder, ++h->copies);
    snprintf(s.ballast, sizeof s.ballast, "%s/ballast", s.folder);
    assert_int_equal(mkdir(s.folder, 0700), 0);
    assert_true(small_disk(s.folder));
    house_desk_in(h, s.folder, s.path);
    return s;
}

/* Longer than it takes until a pause in typing is taken for one, and the draft is written. */
static void pauses(struct pty *p)
{
    while (!pty_quiet_for(p, 2000))
        continue;
}

static void without_room(struct house *h, const struct deed *d, enum lang l)
{
    struct small s = small_desk(h);
    struct pty *p = deed_typed(h, d, l, s.path);
    struct deed_screen form;

    deed_tell(p, l, d->to_f12);
    clerk_breath(p);
    deed_look(p, &form);
    small_disk_fill(s.ballast, 0);
    pty_keys(p, "F12");
    pty_wait_text(p, full[l]);
    pauses(p); /* that there is no draft is not said over it */
    deed_as_it_was(p, &form, full[l]);
    assert_int_equal(unlink(s.ballast), 0);
    deed_stores(h, p, s.path, d, l);
    umount2(s.folder, MNT_DETACH);
}

static void a_disk_without_room_says_so_with_the_form_as_it_was(void **state)
{
    for (int i = 0; i < DEEDS * 2; i++)
        without_room(*state, &deeds[i / 2], (enum lang)(i % 2));
}

static void what_was_typed_without_room_is_there_when_the_clerk_comes_back_to_it(void **state)
{
    for (int l = 0; l < 2; l++) {
        struct small s = small_desk(*state);
        struct pty *p = clerk_in(*state, s.path, (enum lang)l, "nishikawa");
        small_disk_fill(s.ballast, 0);
        deed_tell(p, (enum lang)l, deeds[DEED_REQUEST].typed);
        pty_wait_text(p, kept[l]);
        pty_keys(p, "F11");
        wait_in(p, (enum lang)l, "本日来院", "Visits today");
        deed_tell(p, (enum lang)l, deeds[DEED_REQUEST].back);
        assert_int_equal(unlink(s.ballast), 0);
        deed_stores(*state, p, s.path, &deeds[DEED_REQUEST], (enum lang)l);
        assert_false(house_has_draft(s.path));
        umount2(s.folder, MNT_DETACH);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_disk_without_room_says_so_with_the_form_as_it_was),
        cmocka_unit_test(what_was_typed_without_room_is_there_when_the_clerk_comes_back_to_it),
    };

    if (!small_disk_may()) {
        printf("1..0 # SKIP this account may not mount a small file system\n");
        return 0;
    }
    return cmocka_run_group_tests(tests, house_make, house_remove);
}

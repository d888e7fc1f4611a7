/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that is full or fails at the Nth call of a step, once or from then on: the step says so in both
 * languages, nothing is stored, and the same step with the same key succeeds once the disk is well
 * (reliability.md 2). */
#include "tests/fault/scene.h"

#include "tests/unit/store/faultvfs.h"

struct fault {
    unsigned on;
    enum fault_kind kind;
    bool for_ever;
    unsigned says;
};

static const struct fault faults[] = {
    { FAULT_WRITE, FAULT_FULL, false, SAYS_FULL | SAYS_DISK },
    { FAULT_WRITE, FAULT_FULL, true, SAYS_FULL | SAYS_DISK },
    { FAULT_ANY, FAULT_EIO, false, SAYS_DISK },
    { FAULT_ANY, FAULT_EIO, true, SAYS_DISK },
};

/* False when the disk had no call left that could fail. */
static bool at(struct scene *s, const struct fault *f, int nth, int *refused)
{
    struct err e = ERR_INIT;

    scene_fresh(s);
    struct desk *d = scene_desk(s, true, &e);
    fixture_fine(d != NULL, &e);
    faultvfs_set(f->on, nth, f->kind, f->for_ever);
    bool ok = s->deed->act(s, d, &e), fired = faultvfs_fired();
    faultvfs_clear();
    assert_true(desk_quiet(d));
    if (!ok) {
        assert_true(fired);
        assert_int_equal(e.kind, ERR_STORE);
        scene_says(s, &e, f->says);
        assert_false(scene_stored(s));
        ++*refused;
    } else {
        assert_true(scene_stored(s));
    }
    if (!ok || !s->deed->once) /* the disk is well again: the same form is sent once more */
        scene_again(s, d);
    desk_close(d);
    return fired;
}

static void fails_everywhere(struct scene *s, const char *name, int stride)
{
    scene_for(s, deed_named(name));
    for (size_t i = 0; i < COUNT_OF(faults); i++) {
        int tried = 0, refused = 0;
        for (int nth = 1; at(s, &faults[i], nth, &refused); nth += stride)
            tried++;
        print_message("# %s: %s, %s: %d points, refused at %d\n", name,
            faults[i].kind == FAULT_FULL ? "full" : "I/O error", faults[i].for_ever ? "for ever" : "once", tried,
            refused);
        assert_true(refused > 2);
    }
}

static void a_failing_disk_costs_no_payment(void **state)
{
    fails_everywhere(*state, "payment", scene_stride(11));
}

static void a_failing_disk_costs_no_booking(void **state)
{
    fails_everywhere(*state, "booking", scene_stride(11));
}

static void a_failing_disk_costs_no_request(void **state)
{
    fails_everywhere(*state, "request", 1);
}

static void a_failing_disk_costs_no_closing(void **state)
{
    fails_everywhere(*state, "closing", 1);
}

int main(void)
{
    const struct CMUnitTest every[] = {
        cmocka_unit_test(a_failing_disk_costs_no_payment),
        cmocka_unit_test(a_failing_disk_costs_no_booking),
        cmocka_unit_test(a_failing_disk_costs_no_request),
        cmocka_unit_test(a_failing_disk_costs_no_closing),
    };
    const struct CMUnitTest some[] = { every[0], every[1] };

    if (scene_long())
        return cmocka_run_group_tests_name("disk", every, scene_make, scene_remove);
    print_message("# every 11th point; all of all four steps with MADO_TESTS=long\n");
    return cmocka_run_group_tests_name("disk", some, scene_make, scene_remove);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One database just before each of the four steps that must never be half done: storing a
 * request, booking, taking a payment, closing the day. Each step can be done again and again on a
 * fresh copy, on a disk that fails, and what is left is judged. */
#ifndef TESTS_FAULT_SCENE_H
#define TESTS_FAULT_SCENE_H
#include "tests/desk/booking_fixture.h"

#include "desk/request.h"
#include "store/db.h"

struct scene;

struct deed {
    const char *name;
    void (*before)(struct scene *s, struct desk *d); /* NULL = nothing more to prepare */
    bool (*act)(struct scene *s, struct desk *d, struct err *e); /* always with the same op key */
    const char *const *counts; /* each gives 1 when it is stored, once; NULL ends them */
    bool once; /* a second act is refused, it has no op key */
};
enum { DEEDS = 4 };
extern const struct deed deeds[DEEDS]; /* request, booking, payment, closing */
const struct deed *deed_named(const char *name);

struct scene {
    struct ready *r;
    int64_t to_book, to_pay;
    char base[128], clean[128]; /* copies of the file: before all, before this deed */
    const char *path; /* where the deed is done; the fixture's path unless a test says otherwise */
    char before[SHA3_TEXT]; /* digest of clean's content */
    const struct deed *deed;
    int waits; /* how often the queue or the file was not free */
};

int scene_make(void **state); /* Tuesday 2026-12-08 15:05 in Japan: a talk is over, the drawer open */
int scene_remove(void **state);

/* Everything is as before the deed; then, at any time, the file is that again. */
void scene_for(struct scene *s, const struct deed *deed);
void scene_fresh(struct scene *s);
/* A desk at s->path where somebody with every role is logged in. It never waits: s->waits counts how
 * often it should have. On faulty: on the disk of faultvfs.h. NULL with e when it does not open. */
struct desk *scene_desk(struct scene *s, bool faulty, struct err *e);

/* The request form that the deed "request" stores, with another key. */
bool scene_request(struct scene *s, struct desk *d, const char *key, struct request_draft *out, struct err *e);

/* Looks from outside, with a desk of its own on a well disk: true = the whole deed is stored, false =
 * nothing of it is; anything between, a rule of the record that does not hold, or a file or queue that
 * is held fails the test. */
bool scene_stored(struct scene *s);
/* Does the deed (again) on this desk: afterwards it is stored exactly once. */
void scene_again(struct scene *s, struct desk *d);

/* The sentences of store/trouble.c and store/db.c as a clerk reads them. */
enum sentence { SAYS_FULL = 1, SAYS_DISK = 2, SAYS_READ_ONLY = 4, SAYS_HELD = 8, SAYS_STOPPED = 16 };
/* The error is one of these sentences, in English and in Japanese. */
void scene_says(struct scene *s, struct err *e, unsigned sentences);

/* 1 with MADO_TESTS=long (every point), else the usual distance between points. */
int scene_stride(int usual);
bool scene_long(void);
#endif

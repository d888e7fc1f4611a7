/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the administrator sets for the hospital and this counter; checked, counted by rev, in the trail. */
#ifndef DESK_SETTINGS_H
#define DESK_SETTINGS_H
#include "desk/desk.h"

/* One setting as the screen and `madoguchi init` see it: everything is text here. */
enum setting_kind {
    SETTING_TEXT,
    SETTING_NUMBER, /* whole, within min..max */
    SETTING_YEN,
    SETTING_TIME,
    SETTING_YES_NO, /* "yes", "no" */
    SETTING_CHOICE, /* one of words, separated by '|' */
    SETTING_REGISTRATION,
    SETTING_PRINTER
};
struct setting_def {
    const char *key; /* as in the database; counter.* stand in the counter's row */
    enum setting_kind kind;
    bool needed; /* may not be empty */
    int64_t min, max; /* SETTING_NUMBER; SETTING_TEXT: max = most bytes, 0 = 200 */
    const char *words;
    const char *label; /* msgid */
};
const struct setting_def *settings_defs(size_t *n);
const struct setting_def *settings_def(const char *key); /* NULL = none */

struct setting_value {
    const char *key, *value;
};
/* Is this value good? Numbers, times and amounts are brought into their stored form in the arena. */
bool setting_check(const struct setting_def *def, const char *value, struct arena *arena, const char **stored,
    struct err *e);

struct settings_view {
    int64_t rev;
    struct setting_value *values; /* one for each of settings_defs(), in that order */
    size_t n;
};
bool desk_settings_view(struct desk *d, struct arena *arena, struct settings_view *out, struct err *e);
/* Only the given ones are checked and written, and only those that differ. A stale rev gives ERR_STALE and
 * the field that somebody else changed. */
bool desk_settings_save(struct desk *d, int64_t rev, const struct setting_value *values, size_t n, struct err *e);

/* A registration number whose check digit is wrong: allowed (individuals' numbers have none), but worth a look. */
bool registration_doubtful(const char *registration);
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new database, and what belongs to the owner of the file: no log-in stands before these. */
#ifndef DESK_SETUP_H
#define DESK_SETUP_H
#include "desk/desk.h"
#include "desk/settings.h"

struct setup {
    const char *path;
    const struct clock *clock;
    bool training; /* invented people: the passphrase is shown on the first screen and may be short */
    const struct setting_value *values; /* settings_defs(); those left out keep their proposal */
    size_t n_values;
    const char *policy; /* text of the policy file */
    size_t policy_bytes;
    const char *holidays; /* the official list in UTF-8; NULL = by law alone */
    const char *holidays_source;
    const char *login, *name, *passphrase; /* the first administrator, who chose the passphrase */
    enum lang lang;
};
/* Makes the folder (0700) and the database (0600) and fills it in one piece: refuses a file that is there,
 * leaves nothing behind when it fails. */
bool desk_setup(const struct setup *s, struct err *e);

/* Whether the file bears the mark of a training desk, whatever version of the program made it; nothing is written and
 * nothing else of it is looked at. False also when that cannot be read for certain: then it must be taken for real. */
bool desk_is_training(const char *path, const struct clock *clock);

/* For the owner of the file: a new passphrase for somebody who cannot log in any more (to be changed at the
 * next log-in), unlocked and active again. Recorded as done by the program. */
bool desk_staff_recover(struct desk *d, const char *login, const char *passphrase, struct err *e);

/* The official holiday list (ACT_HOLIDAY_IMPORT): takes the place of all rows of its years. changed: how many are new,
 * have another name or are gone. */
bool desk_import_holidays(struct desk *d, const char *utf8, const char *source, int *changed, struct err *e);
#endif

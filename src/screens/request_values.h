/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of the request form, and between them and a casefile. */
#ifndef SCREENS_REQUEST_VALUES_H
#define SCREENS_REQUEST_VALUES_H
#include "screens/case_parts.h"

void request_values_show(struct form *f, const struct casefile *c);
void request_values_person(struct form *f, const struct person *p); /* as edits */
/* Lays the form's values over c; strings live in the arena. */
bool request_values_read(const struct screen *s, const struct form *f, struct casefile *c, struct arena *a, struct err *e);
/* The same while it is being typed, for the rules: c is what lies under the form with the values over it, each text the
 * field's own, as it stands there. With an id only that field is read, which has changed; NULL = all are. A date that
 * cannot be read stays as it was, but no half typed birth date is taken for one. */
void request_values_live(const struct screen *s, const struct form *f, const char *id, const struct casefile *under,
    struct casefile *c);
/* Somebody else stored first: fields that she did not touch take the new value, those that differ are marked. */
void request_values_merge(struct form *f, const struct casefile *was, const struct casefile *now);
#endif

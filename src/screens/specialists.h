/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Specialists' time, rooms, and closed days: two plain screens. */
#ifndef SCREENS_SPECIALISTS_H
#define SCREENS_SPECIALISTS_H
#include "desk/specialist.h"
#include "screens/app.h"

extern const struct screen_ops specialists_screen, closures_screen;
extern const struct form_def specialist_form, weekly_form, exception_form, room_form, closure_form;
#endif

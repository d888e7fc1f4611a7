/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "screens/booking.h"
#include "screens/case_parts.h"
#include "screens/registry.h"
#include "screens/front.h"
#include "screens/money.h"
#include "screens/request_parts.h"
#include "screens/specialists.h"
#include "screens/trail.h"
#include "screens/trust.h"
#include "screens/visit.h"

static const struct registered rows[] = {
    /* screen, place, flags, forms */
    { &login_screen, PLACE_NONE, 0, { &login_form, &fresh_form } },
    { &lock_screen, PLACE_NONE, 0, { &lock_form } },
    { &second_screen, PLACE_NONE, 0, { &second_form } },
    { &account_screen, PLACE_ACCOUNT, 0, { &account_form } },
    { &staff_screen, PLACE_STAFF, 0, { &staff_new_form, &staff_edit_form, &staff_roles_form, &staff_reset_form } },
    { &request_screen, PLACE_REQUEST, 0, { NULL } },
    { &request_form_screen, PLACE_REQUEST_FORM, 0, { &request_form_def } },
    { &review_screen, PLACE_REVIEW, 0, { &review_form_def } },
    { &requester_screen, PLACE_REQUESTER, 0, { &requester_form_def } },
    { &papers_screen, PLACE_PAPERS, 0, { &paper_form_def, &letter_form_def } },
    { &materials_screen, PLACE_MATERIALS, 0, { &take_in_form_def, &move_form_def, &return_form_def } },
    { &after_screen, PLACE_AFTER, 0, { &after_form_def } },
    { &booking_screen, PLACE_BOOKING, 0, { &booking_form_def, &booking_free_def } },
    { &visit_screen, PLACE_VISIT, 0, { &visit_form_def } },
    { &specialists_screen, PLACE_SPECIALISTS, 0, { &specialist_form, &weekly_form, &exception_form, &room_form } },
    { &closures_screen, PLACE_CALENDAR, 0, { &closure_form } },
    { &settings_screen, PLACE_SETTINGS, 0, { &settings_form } },
    { &trail_screen, PLACE_TRAIL, 0, { &trail_form } },
    { &trail_entry_screen, PLACE_NONE, 0, { NULL } },
    { &today_screen, PLACE_HOME, 0, { NULL } },
    { &inquiry_screen, PLACE_INQUIRY, 0, { &inquiry_form } },
    { &inquiries_screen, PLACE_INQUIRIES, 0, { &inquiries_form } },
    { &call_screen, PLACE_CALL, 0, { &call_form } },
    { &handout_screen, PLACE_FORMS, 0, { &handout_form } },
    { &notes_screen, PLACE_NOTES, 0, { &note_form } },
    { &search_screen, PLACE_SEARCH, 0, { &search_form } },
    { &prints_screen, PLACE_PRINTS, 0, { NULL } },
    { &payments_screen, PLACE_PAYMENTS, SCREEN_MONEY, { &cash_form } },
    { &pay_screen, PLACE_PAY, SCREEN_MONEY, { &pay_form, &unpaid_form, &void_form, &void_record_form } },
    { &receipts_screen, PLACE_RECEIPTS, SCREEN_MONEY, { &receipts_form } },
    { &closing_screen, PLACE_CLOSING, SCREEN_MONEY, { &count_form, &closing_form } },
    { &drawer_screen, PLACE_NONE, SCREEN_MONEY, { &drawer_form } },
};

const struct registered *registry_rows(size_t *n)
{
    *n = COUNT_OF(rows);
    return rows;
}

const struct screen_ops *registry_at(enum place place)
{
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if (place != PLACE_NONE && rows[i].place == place)
            return rows[i].screen;
    return NULL;
}

const struct registered *registry_find(const struct screen_ops *screen)
{
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if (rows[i].screen == screen)
            return &rows[i];
    return NULL;
}

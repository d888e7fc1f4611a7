/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers of the desk, one line each: PAPER(kind in the database, label, function); the functions are declared
 * below or in the slice's own header. */
#ifndef DESK_PAPER_RENDERERS_H
#define DESK_PAPER_RENDERERS_H
#include "desk/money_paper.h"
#include "desk/paper_kinds.h"

#define DESK_PAPERS(PAPER)                                                                                  \
    FRONT_PAPERS(PAPER)                                                                                     \
    REQUEST_PAPERS(PAPER)                                                                                   \
    AFTER_PAPERS(PAPER)                                                                                     \
    BOOKING_PAPERS(PAPER)                                                                                   \
    MONEY_PAPERS(PAPER)

#define FRONT_PAPERS(PAPER)                                                                                 \
    PAPER("request_form", N_("Request form"), render_request_form)                                          \
    PAPER("consent_form", N_("Consent form"), render_consent_form)                                          \
    PAPER("guide", N_("Guide"), render_guide)                                                               \
    PAPER("forms_label", N_("Address label"), render_forms_label)                                           \
    PAPER("reminder_letter", N_("Letter about missing papers"), render_reminder_letter)

#define REQUEST_PAPERS(PAPER)                                                                               \
    PAPER("custody", N_("Custody receipt"), render_custody)                                                 \
    PAPER("return_slip", N_("Return slip"), render_return_slip)

#define AFTER_PAPERS(PAPER)                                                                                 \
    PAPER("department_sheet", N_("Sheet to the department"), render_department_sheet)                       \
    PAPER("not_possible", N_("Letter: not possible"), render_not_possible)                                  \
    PAPER("covering_letter", N_("Covering letter"), render_covering_letter)                                 \
    PAPER("address_label", N_("Address label"), render_address_label)

#define BOOKING_PAPERS(PAPER)                                                                               \
    PAPER("appointment_slip", N_("Appointment slip"), render_appointment_slip)                              \
    PAPER("call_slip", N_("Call number slip"), render_call_slip)

#define MONEY_PAPERS(PAPER)                                                                                 \
    PAPER("receipt", N_("Receipt"), paper_receipt)                                                         \
    PAPER("void_slip", N_("Void slip"), paper_void_slip)                                                   \
    PAPER("charge_slip", N_("Charge slip"), paper_charge_slip)                                             \
    PAPER("day_report", N_("Daily report"), paper_day_report)                                              \
    PAPER("interim_report", N_("Interim report"), paper_interim)

paper_render_fn render_request_form, render_consent_form, render_guide, render_forms_label, render_reminder_letter;
paper_render_fn render_custody, render_return_slip;
paper_render_fn render_appointment_slip, render_call_slip;
paper_render_fn render_department_sheet, render_not_possible, render_covering_letter, render_address_label;
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms of the staff screen, as tables. */
#include "screens/trust.h"

static const struct choice languages[] = {
    { "1", "ja", N_("Japanese") },
    { "2", "en", N_("English") },
    { NULL, NULL, NULL },
};
static const struct choice yes_no[] = {
    { "1", "yes", N_("Yes") },
    { "2", "no", N_("No") },
    { NULL, NULL, NULL },
};

static const struct form_field new_fields[] = {
    { .id = "login", .label = N_("Log-in"), .kind = FIELD_CODE, .cells = 24, .max_clusters = 32,
        .help = N_("A short name: small letters, digits, points. It stays for ever.") },
    { .id = "name", .label = N_("Name"), .kind = FIELD_TEXT, .cells = 30, .max_clusters = 40,
        .help = N_("As it is to stand on screens and receipts.") },
    { .id = "lang", .label = N_("Language"), .kind = FIELD_CHOICE, .cells = 12, .choices = languages,
        .help = N_("The language of the screens after this person's log-in.") },
    { .id = "passphrase", .label = N_("First passphrase"), .kind = FIELD_SECRET, .cells = 30, .max_clusters = 200,
        .help = N_("At least 13 characters. It must be changed at the first log-in.") },
};
const struct form_def staff_new_form = { .id = "staff_new", .version = 1, .house = true, .fields = new_fields,
    .n = COUNT_OF(new_fields), .label_cells = 20 };

static const struct form_field edit_fields[] = {
    { .id = "name", .label = N_("Name"), .kind = FIELD_TEXT, .cells = 30, .max_clusters = 40,
        .help = N_("As it is to stand on screens and receipts.") },
    { .id = "lang", .label = N_("Language"), .kind = FIELD_CHOICE, .cells = 12, .choices = languages,
        .help = N_("The language of the screens after this person's log-in.") },
};
const struct form_def staff_edit_form = { .id = "staff_edit", .version = 1, .house = true, .fields = edit_fields,
    .n = COUNT_OF(edit_fields), .label_cells = 20 };

#define ROLE_FIELD(role, text, what)                                                                        \
    { .id = role, .label = text, .kind = FIELD_CHOICE, .cells = 8, .choices = yes_no, .help = what }
static const struct form_field role_fields[] = {
    ROLE_FIELD("clerk", N_("Reception"), N_("Takes requests, papers, materials; checks visitors in.")),
    ROLE_FIELD("booking", N_("Booking"), N_("Also records the department's answer and books dates.")),
    ROLE_FIELD("cashier", N_("Cashier"), N_("Takes the fee, prints receipts, closes the day.")),
    ROLE_FIELD("supervisor", N_("Supervisor"), N_("All of the counter's work; approves overrides and differences.")),
    ROLE_FIELD("administrator", N_("Administrator"), N_("Staff, settings, backup; no money, no requests.")),
    ROLE_FIELD("auditor", N_("Auditor"), N_("Reads requests and the trail; changes nothing.")),
};
const struct form_def staff_roles_form = { .id = "staff_roles", .version = 1, .house = true, .fields = role_fields,
    .n = COUNT_OF(role_fields), .label_cells = 20 };

static const struct form_field reset_fields[] = {
    { .id = "passphrase", .label = N_("First passphrase"), .kind = FIELD_SECRET, .cells = 30, .max_clusters = 200,
        .help = N_("At least 13 characters. It must be changed at the next log-in.") },
};
const struct form_def staff_reset_form = { .id = "staff_reset", .version = 1, .house = true, .fields = reset_fields,
    .n = COUNT_OF(reset_fields), .label_cells = 20 };

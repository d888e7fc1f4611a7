/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of settings and what may stand in each; pure. */
#include "desk/settings.h"
#include "text/date_input.h"
#include "text/safe.h"

#define TEXT(key, needed, bytes, label) { key, SETTING_TEXT, needed, 0, bytes, NULL, label }
#define NUMBER(key, min, max, label) { key, SETTING_NUMBER, true, min, max, NULL, label }
#define OTHER(key, kind, needed, label) { key, kind, needed, 0, 0, NULL, label }
#define CHOICE(key, needed, words, label) { key, SETTING_CHOICE, needed, 0, 0, words, label }

static const struct setting_def defs[] = {
    TEXT("hospital.name.ja", true, 120, N_("Hospital (Japanese)")),
    TEXT("hospital.name.en", true, 120, N_("Hospital (English)")),
    TEXT("hospital.postal", false, 16, N_("Postal code")),
    TEXT("hospital.address.ja", false, 200, N_("Address (Japanese)")),
    TEXT("hospital.address.en", false, 200, N_("Address (English)")),
    TEXT("hospital.phone", false, 40, N_("Telephone")),
    NUMBER("counter.number", 1, 99, N_("Counter number")),
    TEXT("counter.name.ja", true, 60, N_("Counter (Japanese)")),
    TEXT("counter.name.en", true, 60, N_("Counter (English)")),
    TEXT("counter.floor.ja", false, 60, N_("Floor (Japanese)")),
    TEXT("counter.floor.en", false, 60, N_("Floor (English)")),
    TEXT("issuer.name.ja", true, 120, N_("Issuer (Japanese)")),
    TEXT("issuer.name.en", false, 120, N_("Issuer (English)")),
    OTHER("issuer.registration", SETTING_REGISTRATION, false, N_("Registration no.")),
    OTHER("receipt.stamp_exempt", SETTING_YES_NO, true, N_("No stamp duty")),
    TEXT("patient_no.label.ja", false, 40, N_("Patient no. label (Japanese)")),
    TEXT("patient_no.label.en", false, 40, N_("Patient no. label (English)")),
    OTHER("desk.printer", SETTING_PRINTER, false, N_("Printer")),
    NUMBER("idle.seconds", 30, 3600, N_("Lock after (seconds)")),
    NUMBER("idle.money_seconds", 15, 3600, N_("Lock, money (seconds)")),
    OTHER("cash.float", SETTING_YEN, true, N_("Float")),
    OTHER("cash.tolerance", SETTING_YEN, true, N_("Cash tolerance")),
    OTHER("cash.blind_count", SETTING_YES_NO, true, N_("Blind count")),
    TEXT("cash.treasury", false, 60, N_("Treasury")),
    OTHER("cashier.closes", SETTING_TIME, false, N_("Cashier closes")),
    CHOICE("collect.place", false, "counter|cashier|outside", N_("Fee is taken at")),
    NUMBER("offer.hold_days", 1, 60, N_("Dates held (days)")),
    NUMBER("inquiry.days", 7, 3650, N_("Inquiries kept (days)")),
    NUMBER("visit.come_before", 0, 240, N_("Be here before (minutes)")),
    CHOICE("desk.ambiguous", true, "1|2", N_("Cells of unclear characters")),
};

const struct setting_def *settings_defs(size_t *n)
{
    *n = COUNT_OF(defs);
    return defs;
}

const struct setting_def *settings_def(const char *key)
{
    for (size_t i = 0; i < COUNT_OF(defs); i++)
        if (str_eq(defs[i].key, key))
            return &defs[i];
    return NULL;
}

static bool text_ok(const struct setting_def *def, const char *value, struct err *e)
{
    char most[24];
    if (!safe_name(value, def->key, e))
        return false;
    if (strlen(value) <= (size_t)def->max)
        return true;
    snprintf(most, sizeof most, "%d", (int)def->max);
    return err_set(e, ERR_INPUT, def->key, N_("This is too long: at most %s bytes."), most, NULL);
}

static bool number_ok(const struct setting_def *def, const char *value, struct arena *arena, const char **stored,
    struct err *e)
{
    int64_t n = 0;
    char least[24], most[24];
    if (str_int(value, &n) && n >= def->min && n <= def->max) {
        *stored = arena_printf(arena, "%lld", (long long)n);
        return true;
    }
    snprintf(least, sizeof least, "%lld", (long long)def->min);
    snprintf(most, sizeof most, "%lld", (long long)def->max);
    return err_set(e, ERR_INPUT, def->key, N_("A whole number from %1$s to %2$s belongs here."), least, most, NULL);
}

static bool yen_ok(const struct setting_def *def, const char *value, struct arena *arena, const char **stored,
    struct err *e)
{
    yen y;
    if (!yen_parse(value, &y) || y.v < 0 || y.v > 10000000)
        return err_set(e, ERR_INPUT, def->key, N_("An amount in yen from 0 to 10,000,000 belongs here."), NULL);
    *stored = arena_printf(arena, "%lld", (long long)y.v);
    return true;
}

static bool time_ok(const struct setting_def *def, const char *value, struct arena *arena, const char **stored,
    struct err *e)
{
    hm t;
    char text[HM_TEXT];
    if (!time_input(value, def->key, &t, NULL))
        return err_set(e, ERR_INPUT, def->key, N_("A time such as 16:45 belongs here."), NULL);
    hm_text(t, text);
    *stored = arena_strdup(arena, text);
    return true;
}

static bool word_ok(const struct setting_def *def, const char *value, struct err *e)
{
    const char *words = def->kind == SETTING_YES_NO ? "yes|no" : def->words;
    size_t n = strlen(value);
    for (const char *at = words; at; at = strchr(at, '|') ? strchr(at, '|') + 1 : NULL)
        if (strncmp(at, value, n) == 0 && (at[n] == '|' || at[n] == '\0'))
            return true;
    return err_set(e, ERR_INPUT, def->key, N_("One of these belongs here: %s"), words, NULL);
}

/* T and thirteen digits (domain.md 3.2); the check digit is looked at apart, for a warning only. */
static bool registration_shaped(const char *s)
{
    return s[0] == 'T' && strlen(s) == 14 && strspn(s + 1, "0123456789") == 13;
}

/* What sys/spool takes: "file:" and an absolute folder, or "lp:" and a queue's name. */
static bool printer_shaped(const char *s)
{
    if (str_starts(s, "file:"))
        return s[5] == '/' && strlen(s) < 250;
    static const char queue[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";
    return str_starts(s, "lp:") && s[3] != '\0' && s[3] != '-' && strspn(s + 3, queue) == strlen(s + 3)
        && strlen(s) < 250;
}

bool setting_check(const struct setting_def *def, const char *value, struct arena *arena, const char **stored,
    struct err *e)
{
    *stored = arena_strdup(arena, value ? value : "");
    if (str_empty(value))
        return !def->needed || err_set(e, ERR_INPUT, def->key, N_("This may not stay empty."), NULL);
    if (!safe_name(value, def->key, e))
        return false;
    switch (def->kind) {
    case SETTING_TEXT: return text_ok(def, value, e);
    case SETTING_NUMBER: return number_ok(def, value, arena, stored, e);
    case SETTING_YEN: return yen_ok(def, value, arena, stored, e);
    case SETTING_TIME: return time_ok(def, value, arena, stored, e);
    case SETTING_YES_NO:
    case SETTING_CHOICE: return word_ok(def, value, e);
    case SETTING_REGISTRATION:
        return registration_shaped(value)
            || err_set(e, ERR_INPUT, def->key,
                N_("A registration number is T and 13 digits. Leave it empty when the hospital has none."), NULL);
    case SETTING_PRINTER:
        return printer_shaped(value)
            || err_set(e, ERR_INPUT, def->key,
                N_("Write lp:QUEUE for a printer, or file:/FOLDER to keep papers as files."), NULL);
    }
    return false;
}

bool registration_doubtful(const char *registration)
{
    if (!registration || !registration_shaped(registration))
        return !str_empty(registration);
    int sum = 0;
    for (int n = 1; n <= 12; n++) /* from the right: the last digit first */
        sum += (registration[14 - n] - '0') * (n % 2 == 1 ? 1 : 2);
    return 9 - sum % 9 != registration[1] - '0';
}

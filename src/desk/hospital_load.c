/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/inside.h"
#include "store/setting_store.h"

static bool text_of(struct db *db, const char *key, const char *otherwise, struct arena *a, const char **out,
    struct err *e)
{
    if (!setting_get(db, key, a, out, e))
        return false;
    *out = str_or(*out, otherwise);
    return true;
}

static bool number_of(struct db *db, const char *key, int64_t otherwise, struct arena *a, int64_t *out, struct err *e)
{
    const char *text;

    if (!setting_get(db, key, a, &text, e))
        return false;
    if (!str_int(text, out))
        *out = otherwise;
    return true;
}

static bool load_texts(struct db *db, struct arena *a, struct hospital *h, struct err *e)
{
    const struct {
        const char *key, *otherwise;
        const char **to;
    } texts[] = {
        { "hospital.name.ja", "", &h->name.ja },
        { "hospital.name.en", "", &h->name.en },
        { "hospital.postal", "", &h->postal },
        { "hospital.address.ja", "", &h->address.ja },
        { "hospital.address.en", "", &h->address.en },
        { "hospital.phone", "", &h->phone },
        { "issuer.name.ja", h->name.ja, &h->issuer.ja },
        { "issuer.name.en", h->name.en, &h->issuer.en },
        { "issuer.registration", "", &h->registration },
        { "patient_no.label.ja", "診察券番号", &h->patient_no_label.ja },
        { "patient_no.label.en", "Patient no.", &h->patient_no_label.en },
        { "cash.treasury", "会計課出納", &h->treasury },
        { "desk.printer", "", &h->printer },
    };

    for (size_t i = 0; i < COUNT_OF(texts); i++)
        if (!text_of(db, texts[i].key, texts[i].otherwise, a, texts[i].to, e))
            return false;
    h->issuer.ja = str_or(h->issuer.ja, h->name.ja);
    h->issuer.en = str_or(h->issuer.en, h->name.en);
    return true;
}

static bool load_numbers(struct db *db, struct arena *a, struct hospital *h, struct err *e)
{
    int64_t cash_float = 50000, tolerance = 500;
    const struct {
        const char *key;
        int64_t otherwise;
        int *to;
    } numbers[] = {
        { "desk.offset", 540, &h->offset },
        { "idle.seconds", 120, &h->idle_seconds },
        { "idle.money_seconds", 30, &h->idle_money_seconds },
        { "offer.hold_days", 7, &h->hold_days },
        { "inquiry.days", 90, &h->inquiry_days },
        { "visit.come_before", 15, &h->come_before },
        { "desk.ambiguous", 1, &h->ambiguous },
    };

    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        int64_t n;
        if (!number_of(db, numbers[i].key, numbers[i].otherwise, a, &n, e))
            return false;
        *numbers[i].to = (int)n;
    }
    if (!number_of(db, "cash.float", 50000, a, &cash_float, e)
        || !number_of(db, "cash.tolerance", 500, a, &tolerance, e))
        return false;
    h->cash_float = YEN(cash_float);
    h->cash_tolerance = YEN(tolerance);
    return true;
}

bool hospital_load(struct db *db, struct arena *a, struct hospital *out, struct err *e)
{
    struct counter_row counter;
    const char *stamp, *blind, *training, *closes;

    *out = (struct hospital){ .cashier_closes = HM_NONE };
    if (!load_texts(db, a, out, e) || !load_numbers(db, a, out, e) || !counter_load(db, a, &counter, e)
        || !text_of(db, "receipt.stamp_exempt", "yes", a, &stamp, e)
        || !text_of(db, "cash.blind_count", "yes", a, &blind, e) || !text_of(db, "training", "no", a, &training, e)
        || !text_of(db, "cashier.closes", "", a, &closes, e))
        return false;
    out->counter = counter.id;
    out->counter_number = counter.number;
    out->counter_name = (struct bilingual){ counter.name_ja, counter.name_en };
    out->counter_floor = (struct bilingual){ counter.floor_ja, counter.floor_en };
    out->stamp_exempt = str_eq(stamp, "yes");
    out->blind_count = str_eq(blind, "yes");
    out->training = str_eq(training, "yes");
    if (!hm_parse(closes, &out->cashier_closes))
        out->cashier_closes = HM_NONE;
    return true;
}

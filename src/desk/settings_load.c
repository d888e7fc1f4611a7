/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/settings_load.h"

#include "desk/inside.h"
#include "store/setting_store.h"

static const struct {
    const char *key, *value;
} proposals[] = {
    { "counter.number", "1" },
    { "counter.name.ja", "1番窓口" },
    { "counter.name.en", "Reception counter 1" },
    { "receipt.stamp_exempt", "yes" },
    { "patient_no.label.ja", "診察券番号" },
    { "patient_no.label.en", "Patient no." },
    { "idle.seconds", "120" },
    { "idle.money_seconds", "30" },
    { "cash.float", "50000" },
    { "cash.tolerance", "500" },
    { "cash.blind_count", "yes" },
    { "cash.treasury", "会計課出納" },
    { "offer.hold_days", "7" },
    { "inquiry.days", "90" },
    { "visit.come_before", "15" },
    { "desk.ambiguous", "1" },
    { "desk.offset", "540" }, /* Japan */
    { "training", "no" },
    { "passphrase.min", "13" },
};

const char *settings_proposal(const char *key)
{
    for (size_t i = 0; i < COUNT_OF(proposals); i++)
        if (str_eq(proposals[i].key, key))
            return proposals[i].value;
    return "";
}

static const struct {
    const char *key;
    size_t at; /* in struct counter_row */
} counter_texts[] = {
    { "counter.name.ja", offsetof(struct counter_row, name_ja) },
    { "counter.name.en", offsetof(struct counter_row, name_en) },
    { "counter.floor.ja", offsetof(struct counter_row, floor_ja) },
    { "counter.floor.en", offsetof(struct counter_row, floor_en) },
};

/* counter.* stand in the counter's own row. */
static bool counter_text(struct db *db, const char *key, struct arena *arena, const char **out, struct err *e)
{
    struct counter_row row;
    if (!counter_load(db, arena, &row, e))
        return false;
    if (row.id && str_eq(key, "counter.number"))
        *out = arena_printf(arena, "%d", row.number);
    for (size_t i = 0; row.id && i < COUNT_OF(counter_texts); i++)
        if (str_eq(key, counter_texts[i].key))
            *out = *(const char *const *)((const char *)&row + counter_texts[i].at);
    return true;
}

bool settings_text(struct db *db, const char *key, struct arena *arena, const char **out, struct err *e)
{
    const char *stored = "";
    *out = settings_proposal(key);
    if (str_starts(key, "counter."))
        return counter_text(db, key, arena, out, e);
    if (!setting_get(db, key, arena, &stored, e))
        return false;
    if (!str_empty(stored))
        *out = stored;
    return true;
}

/* Reads many keys; the first failure is kept. */
struct reader {
    struct db *db;
    struct arena *arena;
    struct err *e;
    bool ok;
};

static const char *text_of(struct reader *r, const char *key)
{
    const char *text = "";
    r->ok = settings_text(r->db, key, r->arena, &text, r->e) && r->ok;
    return text;
}

static int64_t number_of(struct reader *r, const char *key)
{
    int64_t n = 0;
    if (!str_int(text_of(r, key), &n) && !str_int(settings_proposal(key), &n))
        n = 0;
    return n;
}

static struct bilingual both_of(struct reader *r, const char *ja, const char *en)
{
    const char *first = text_of(r, ja);
    return (struct bilingual){ first, text_of(r, en) };
}

static bool yes_of(struct reader *r, const char *key)
{
    return str_eq(text_of(r, key), "yes");
}

static void read_names(struct reader *r, struct hospital *h)
{
    h->name = both_of(r, "hospital.name.ja", "hospital.name.en");
    h->address = both_of(r, "hospital.address.ja", "hospital.address.en");
    h->counter_name = both_of(r, "counter.name.ja", "counter.name.en");
    h->counter_floor = both_of(r, "counter.floor.ja", "counter.floor.en");
    h->issuer = both_of(r, "issuer.name.ja", "issuer.name.en");
    h->patient_no_label = both_of(r, "patient_no.label.ja", "patient_no.label.en");
    h->issuer.ja = str_or(h->issuer.ja, h->name.ja);
    h->issuer.en = str_or(h->issuer.en, h->name.en);
    h->postal = text_of(r, "hospital.postal");
    h->phone = text_of(r, "hospital.phone");
    h->registration = text_of(r, "issuer.registration");
    h->treasury = text_of(r, "cash.treasury");
    h->collect_place = text_of(r, "collect.place");
    h->printer = text_of(r, "desk.printer");
    h->desk_id = text_of(r, "desk.id");
}

static void read_numbers(struct reader *r, struct hospital *h)
{
    h->counter_number = (int)number_of(r, "counter.number");
    h->offset = (int)number_of(r, "desk.offset");
    h->idle_seconds = (int)number_of(r, "idle.seconds");
    h->idle_money_seconds = (int)number_of(r, "idle.money_seconds");
    h->cash_float = YEN(number_of(r, "cash.float"));
    h->cash_tolerance = YEN(number_of(r, "cash.tolerance"));
    h->hold_days = (int)number_of(r, "offer.hold_days");
    h->inquiry_days = (int)number_of(r, "inquiry.days");
    h->come_before = (int)number_of(r, "visit.come_before");
    h->ambiguous = (int)number_of(r, "desk.ambiguous");
    h->stamp_exempt = yes_of(r, "receipt.stamp_exempt");
    h->blind_count = yes_of(r, "cash.blind_count");
    h->training = yes_of(r, "training");
    if (!hm_parse(text_of(r, "cashier.closes"), &h->cashier_closes))
        h->cashier_closes = HM_NONE;
    /* The one weaker rule, and only where no real person is. */
    h->passphrase_min = h->training ? (int)number_of(r, "passphrase.min") : 13;
}

bool hospital_load(struct db *db, struct arena *arena, struct hospital *out, struct err *e)
{
    struct reader r = { db, arena, e, true };
    struct counter_row row;
    *out = (struct hospital){ 0 };
    if (!db_moment_begin(db, e))
        return false;
    bool ok = counter_load(db, arena, &row, e);
    if (ok) {
        out->counter = row.id;
        read_names(&r, out);
        read_numbers(&r, out);
    }
    db_moment_end(db);
    return ok && r.ok;
}

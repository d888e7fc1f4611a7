/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/person_store.h"

#include "text/fold.h"

void person_keys(const struct person *p, struct arena *a, const char **name, const char **kana, const char **phone)
{
    *name = fold_name(a, p->name);
    *kana = fold_kana(a, p->kana);
    *phone = fold_phone(a, p->phone);
}

static void bind_person(struct stmt *s, const struct person *p)
{
    const char *name, *kana, *phone;
    struct arena a;

    arena_init(&a);
    person_keys(p, &a, &name, &kana, &phone);
    bind_text(s, ":patient_no", str_empty(p->patient_no) ? NULL : p->patient_no);
    bind_text(s, ":name", p->name);
    bind_text(s, ":kana", p->kana);
    bind_text(s, ":romaji", p->romaji);
    bind_day(s, ":birth", p->birth);
    bind_text(s, ":sex", str_or(p->sex, "unknown"));
    bind_text(s, ":postal", p->postal);
    bind_text(s, ":address", p->address);
    bind_text(s, ":phone", p->phone);
    bind_text(s, ":phone2", p->phone2);
    bind_text(s, ":email", p->email);
    bind_text(s, ":nationality", p->nationality);
    bind_text(s, ":lang", lang_id(p->lang));
    bind_text(s, ":interpreter", p->interpreter);
    bind_text(s, ":search_name", name);
    bind_text(s, ":search_kana", kana);
    bind_text(s, ":search_phone", phone);
    arena_fini(&a);
}

static const char SQL_ADD[] =
    "INSERT INTO person (patient_no, name, kana, romaji, birth, sex, postal, address, phone, phone2, email,"
    " nationality, lang, interpreter, search_name, search_kana, search_phone, created_at)"
    " VALUES (:patient_no, :name, :kana, :romaji, :birth, :sex, :postal, :address, :phone, :phone2, :email,"
    " :nationality, :lang, :interpreter, :search_name, :search_kana, :search_phone, :at)";

static bool explain_number(struct db *db, struct err *e, bool ok)
{
    if (ok || db_trouble(db) != DB_UNIQUE)
        return ok;
    if (e)
        err_clear(e);
    return err_set(e, ERR_RULE, "patient_no",
        N_("This patient number already belongs to somebody else. Look at the number again, or choose that person."), NULL);
}

bool person_store_add(struct db *db, const struct person *p, instant at, int64_t *id, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_ADD, e);

    bind_person(s, p);
    bind_instant(s, ":at", at);
    bool ok = explain_number(db, e, stmt_run(s, e));
    *id = db_last_id(db);
    return ok;
}

static const char SQL_CHANGE[] =
    "INSERT INTO change (object, object_id, field, was, became, at, by)"
    " VALUES (:object, :id, :field, :was, :became, :at, :by)";

bool change_add(struct db *db, const char *object, int64_t id, const char *field, const char *was, const char *became,
    instant at, int64_t by, struct err *e)
{
    if (str_eq(str_or(was, ""), str_or(became, "")))
        return true;
    struct stmt *s = db_stmt(db, SQL_CHANGE, e);
    bind_text(s, ":object", object);
    bind_int(s, ":id", id);
    bind_text(s, ":field", field);
    bind_text(s, ":was", str_or(was, ""));
    bind_text(s, ":became", str_or(became, ""));
    bind_instant(s, ":at", at);
    bind_id(s, ":by", by);
    return stmt_run(s, e);
}

static const char SQL_CHANGES[] =
    "SELECT c.field, c.was, c.became, s.name, c.at FROM change c JOIN staff s ON s.id = c.by"
    " WHERE c.object = :object AND c.object_id = :id ORDER BY c.id DESC";
enum { CH_FIELD, CH_WAS, CH_BECAME, CH_BY, CH_AT };

bool change_list(struct db *db, const char *object, int64_t id, struct arena *a, struct change_row **out, size_t *n,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_CHANGES, e);
    struct rows rows = ROWS_INTO(out, n, a);
    struct change_row *x;

    bind_text(s, ":object", object);
    bind_int(s, ":id", id);
    while ((x = stmt_next(s, &rows, e)))
        *x = (struct change_row){ .field = col_text(s, CH_FIELD, a), .was = col_text(s, CH_WAS, a),
            .became = col_text(s, CH_BECAME, a), .by_name = col_text(s, CH_BY, a), .at = col_instant(s, CH_AT) };
    return stmt_end(s);
}

static const char SQL_EDIT[] =
    "UPDATE person SET patient_no = :patient_no, name = :name, kana = :kana, romaji = :romaji, birth = :birth,"
    " sex = :sex, postal = :postal, address = :address, phone = :phone, phone2 = :phone2, email = :email,"
    " nationality = :nationality, lang = :lang, interpreter = :interpreter, search_name = :search_name,"
    " search_kana = :search_kana, search_phone = :search_phone, rev = rev + 1 WHERE id = :id AND rev = :rev";

static bool record_changes(struct db *db, const struct person *was, const struct person *p, instant at, int64_t by,
    struct err *e)
{
    char birth_was[DAY_TEXT], birth[DAY_TEXT];
    const struct {
        const char *field, *was, *became;
    } fields[] = {
        { "patient_no", was->patient_no, p->patient_no },
        { "name", was->name, p->name },
        { "kana", was->kana, p->kana },
        { "romaji", was->romaji, p->romaji },
        { "birth", birth_was, birth },
        { "sex", was->sex, p->sex },
        { "postal", was->postal, p->postal },
        { "address", was->address, p->address },
        { "phone", was->phone, p->phone },
        { "phone2", was->phone2, p->phone2 },
        { "email", was->email, p->email },
        { "nationality", was->nationality, p->nationality },
        { "lang", lang_id(was->lang), lang_id(p->lang) },
        { "interpreter", was->interpreter, p->interpreter },
    };

    day_iso(was->birth, birth_was);
    day_iso(p->birth, birth);
    for (size_t i = 0; i < COUNT_OF(fields); i++)
        if (!change_add(db, "person", p->id, fields[i].field, fields[i].was, fields[i].became, at, by, e))
            return false;
    return true;
}

bool person_store_edit(struct db *db, const struct person *was, const struct person *p, instant at, int64_t by,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_EDIT, e);

    bind_person(s, p);
    bind_id(s, ":id", p->id);
    bind_int(s, ":rev", p->rev);
    return explain_number(db, e, stmt_run_rev_of(s, "person", p->id, "name", e)) && record_changes(db, was, p, at, by, e);
}

#define HIT_COLUMNS                                                                                 \
    "SELECT p.id, p.rev, coalesce(p.patient_no, ''), p.name, p.kana, p.romaji, p.birth, p.sex,"     \
    " p.phone, p.address, p.lang, r.id, r.year, r.number, r.ended, r.next_action"                   \
    " FROM person p LEFT JOIN request r ON r.id ="                                                  \
    " (SELECT max(q.id) FROM request q WHERE q.patient = p.id)"
enum { H_ID, H_REV, H_NO, H_NAME, H_KANA, H_ROMAJI, H_BIRTH, H_SEX, H_PHONE, H_ADDRESS, H_LANG, H_REQUEST, H_YEAR,
    H_NUMBER, H_ENDED, H_NEXT };

static bool read_hits(struct stmt *s, int limit, struct arena *a, struct person_hit **out, size_t *n, size_t *cap,
    struct err *e)
{
    while (stmt_row(s, e)) {
        int64_t id = col_id(s, H_ID);
        bool seen = *n >= (size_t)limit;
        for (size_t i = 0; i < *n; i++)
            seen |= (*out)[i].person.id == id;
        if (seen)
            continue;
        *out = arena_grow(a, *out, *n, cap, sizeof **out);
        struct person_hit *h = &(*out)[(*n)++];
        *h = (struct person_hit){ .person = { .id = id, .rev = col_int(s, H_REV), .patient_no = col_text(s, H_NO, a),
                                      .name = col_text(s, H_NAME, a), .kana = col_text(s, H_KANA, a),
                                      .romaji = col_text(s, H_ROMAJI, a), .birth = col_day(s, H_BIRTH),
                                      .sex = col_text(s, H_SEX, a), .phone = col_text(s, H_PHONE, a),
                                      .address = col_text(s, H_ADDRESS, a), .postal = "", .phone2 = "", .email = "",
                                      .nationality = "", .interpreter = "" },
            .request = col_id(s, H_REQUEST), .year = (int)col_int(s, H_YEAR), .number = (int)col_int(s, H_NUMBER),
            .ended = col_text(s, H_ENDED, a), .next_action = col_text(s, H_NEXT, a) };
        lang_of(col_text(s, H_LANG, a), &h->person.lang);
    }
    return stmt_end(s);
}

/* A prefix as a range, so that the index is used: from the text to the text followed by the last character. */
static void bind_prefix(struct stmt *s, const char *key, struct arena *a)
{
    bind_text(s, ":from", key);
    bind_text(s, ":to", arena_printf(a, "%s\xF4\x8F\xBF\xBF", key));
}

static const char SQL_BY_NO[] = HIT_COLUMNS " WHERE p.patient_no >= :from AND p.patient_no < :to ORDER BY p.patient_no LIMIT :limit";
static const char SQL_BY_NAME[] = HIT_COLUMNS " WHERE p.search_name >= :from AND p.search_name < :to ORDER BY p.search_name, p.id LIMIT :limit";
static const char SQL_BY_KANA[] = HIT_COLUMNS " WHERE p.search_kana >= :from AND p.search_kana < :to ORDER BY p.search_kana, p.id LIMIT :limit";
static const char SQL_BY_PHONE[] = HIT_COLUMNS " WHERE p.search_phone >= :from AND p.search_phone < :to ORDER BY p.search_phone, p.id LIMIT :limit";
static const char SQL_BY_BIRTH[] = HIT_COLUMNS " WHERE p.birth = :birth ORDER BY p.search_kana, p.id LIMIT :limit";

static bool by_prefix(struct db *db, const char *sql, const char *key, int limit, struct arena *a,
    struct person_hit **out, size_t *n, size_t *cap, struct err *e)
{
    if (str_empty(key) || *n >= (size_t)limit)
        return true;
    struct stmt *s = db_stmt(db, sql, e);
    bind_prefix(s, key, a);
    bind_int(s, ":limit", limit);
    return read_hits(s, limit, a, out, n, cap, e);
}

bool person_store_search(struct db *db, const char *typed, day birth, int limit, struct arena *a,
    struct person_hit **out, size_t *n, struct err *e)
{
    size_t cap = 0;
    const char *digits = fold_phone(a, typed);

    *out = NULL;
    *n = 0;
    if (day_known(birth)) {
        struct stmt *s = db_stmt(db, SQL_BY_BIRTH, e);
        bind_day(s, ":birth", birth);
        bind_int(s, ":limit", limit);
        if (!read_hits(s, limit, a, out, n, &cap, e))
            return false;
    }
    return by_prefix(db, SQL_BY_NO, fold_ascii(a, typed), limit, a, out, n, &cap, e)
        && by_prefix(db, SQL_BY_KANA, fold_kana(a, typed), limit, a, out, n, &cap, e)
        && by_prefix(db, SQL_BY_NAME, fold_name(a, typed), limit, a, out, n, &cap, e)
        && (strlen(digits) < 3 || by_prefix(db, SQL_BY_PHONE, digits, limit, a, out, n, &cap, e));
}

static const char SQL_DUPLICATES[] = HIT_COLUMNS
    " WHERE p.id <> :id AND ("
    " (p.birth = :birth AND ((:name <> '' AND p.search_name = :name) OR (:kana <> '' AND p.search_kana = :kana)))"
    " OR (p.search_phone = :phone AND :phone <> '' AND ((:name <> '' AND p.search_name = :name) OR (:kana <> '' AND p.search_kana = :kana)))"
    " OR (p.patient_no = :patient_no AND :patient_no <> ''))"
    " ORDER BY p.id DESC LIMIT 20";

bool person_store_duplicates(struct db *db, const struct person *p, struct arena *a, struct person_hit **out, size_t *n,
    struct err *e)
{
    const char *name, *kana, *phone;
    size_t cap = 0;
    struct stmt *s = db_stmt(db, SQL_DUPLICATES, e);

    *out = NULL;
    *n = 0;
    person_keys(p, a, &name, &kana, &phone);
    bind_int(s, ":id", p->id);
    bind_day(s, ":birth", p->birth);
    bind_text(s, ":name", name);
    bind_text(s, ":kana", kana);
    bind_text(s, ":phone", phone);
    bind_text(s, ":patient_no", str_or(p->patient_no, ""));
    return read_hits(s, 20, a, out, n, &cap, e);
}

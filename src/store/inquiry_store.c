/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/inquiry_store.h"

#include "base/json.h"
#include "text/fold.h"

/* One key holds all that is looked for: name, reading, digits of the telephone number, each between bars. */
static const char *search_key(const struct inquiry *x, struct arena *a)
{
    return arena_printf(a, "|%s|%s|%s|", fold_name(a, x->name), fold_kana(a, x->kana), fold_phone(a, x->phone));
}

static void answers_json(const struct inquiry *x, struct buf *out)
{
    struct json j = json_start(out);

    json_object(&j, NULL);
    json_text(&j, "doctor_told", x->screening.doctor_told);
    json_text(&j, "transfer", x->screening.transfer);
    json_text(&j, "litigation", x->screening.litigation);
    json_text(&j, "patient_knows", x->screening.patient_knows);
    json_text(&j, "minor", x->screening.minor);
    json_text(&j, "told", x->told);
    json_object_end(&j);
}

/* What the form says; the keys of a row are bound by the caller. */
static void bind_inquiry(struct stmt *s, const struct inquiry *x)
{
    struct arena a;
    struct buf answers;

    arena_init(&a);
    buf_init(&answers, 4096);
    answers_json(x, &answers);
    bind_text(s, ":via", x->via);
    bind_text(s, ":who", x->who);
    bind_text(s, ":matter", x->matter);
    bind_text(s, ":next", x->next);
    bind_text(s, ":name", x->name);
    bind_text(s, ":kana", x->kana);
    bind_text(s, ":phone", x->phone);
    bind_text(s, ":call_hours", x->call_hours);
    bind_text(s, ":voicemail", x->voicemail);
    bind_text(s, ":name_hospital", x->name_hospital);
    bind_text(s, ":answers", answers.p);
    bind_text(s, ":illness", x->illness);
    bind_text(s, ":decide_by", x->decide_by);
    bind_text(s, ":memo", x->memo);
    bind_day(s, ":due", x->due);
    bind_id(s, ":assigned", x->assigned);
    bind_text(s, ":address", x->address);
    bind_text(s, ":lang", lang_id(x->lang));
    bind_text(s, ":search", search_key(x, &a));
    buf_fini(&answers);
    arena_fini(&a);
}

static const char SQL_REPEATED[] = "SELECT id FROM inquiry WHERE op_key = :op_key";
static const char SQL_ADD[] =
    "INSERT INTO inquiry (counter, at, day, by, via, who, matter, next, name, kana, phone, call_hours, voicemail,"
    " name_hospital, answers, illness, decide_by, memo, due, assigned, address, lang, search, done_at, done_by, op_key)"
    " VALUES (:counter, :at, :day, :by, :via, :who, :matter, :next, :name, :kana, :phone, :call_hours, :voicemail,"
    " :name_hospital, :answers, :illness, :decide_by, :memo, :due, :assigned, :address, :lang, :search, :done_at,"
    " :done_by, :op_key)";

bool inquiry_store_add(struct db *db, const struct inquiry *x, const char *op_key, int64_t *id, bool *repeated,
    struct err *e)
{
    if (!stmt_repeated(db, SQL_REPEATED, op_key, id, repeated, e))
        return false;
    if (*repeated)
        return true;
    struct stmt *s = db_stmt(db, SQL_ADD, e);
    bind_inquiry(s, x);
    bind_id(s, ":counter", x->counter);
    bind_instant(s, ":at", x->at);
    bind_day(s, ":day", x->day);
    bind_id(s, ":by", x->by);
    if (x->done)
        bind_instant(s, ":done_at", x->at);
    else
        bind_null(s, ":done_at");
    bind_id(s, ":done_by", x->done ? x->by : 0);
    bind_text(s, ":op_key", op_key);
    bool ok = stmt_run(s, e);
    *id = db_last_id(db);
    return ok;
}

static const char SQL_EDIT[] =
    "UPDATE inquiry SET via = :via, who = :who, matter = :matter, next = :next, name = :name, kana = :kana,"
    " phone = :phone, call_hours = :call_hours, voicemail = :voicemail, name_hospital = :name_hospital,"
    " answers = :answers, illness = :illness, decide_by = :decide_by, memo = :memo, due = :due, assigned = :assigned,"
    " address = :address, lang = :lang, search = :search, rev = rev + 1 WHERE id = :id AND rev = :rev";

bool inquiry_store_edit(struct db *db, const struct inquiry *x, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_EDIT, e);

    bind_inquiry(s, x);
    bind_id(s, ":id", x->id);
    bind_int(s, ":rev", x->rev);
    return stmt_run_rev_of(s, "inquiry", x->id, "memo", e);
}

#define COLUMNS                                                                                                 \
    "SELECT i.id, i.rev, i.counter, i.at, i.day, i.by, b.name, i.via, i.who, i.matter, i.next, i.name, i.kana," \
    " i.phone, i.call_hours, i.voicemail, i.name_hospital,"                                                     \
    " coalesce(json_extract(i.answers, '$.doctor_told'), ''), coalesce(json_extract(i.answers, '$.transfer'), '')," \
    " coalesce(json_extract(i.answers, '$.litigation'), '')," \
    " coalesce(json_extract(i.answers, '$.patient_knows'), ''), coalesce(json_extract(i.answers, '$.minor'), '')," \
    " coalesce(json_extract(i.answers, '$.told'), ''), i.illness, i.decide_by, i.memo, i.due, i.assigned,"      \
    " coalesce(t.name, ''), i.address, i.lang, i.done_at, i.request, r.year, r.number"                          \
    " FROM inquiry i JOIN staff b ON b.id = i.by LEFT JOIN staff t ON t.id = i.assigned"                        \
    " LEFT JOIN request r ON r.id = i.request"
enum { I_ID, I_REV, I_COUNTER, I_AT, I_DAY, I_BY, I_BY_NAME, I_VIA, I_WHO, I_MATTER, I_NEXT, I_NAME, I_KANA, I_PHONE,
    I_HOURS, I_VOICEMAIL, I_HOSPITAL, I_DOCTOR, I_TRANSFER, I_LITIGATION, I_KNOWS, I_MINOR, I_TOLD, I_ILLNESS, I_DECIDE,
    I_MEMO, I_DUE, I_ASSIGNED, I_ASSIGNED_NAME, I_ADDRESS, I_LANG, I_DONE, I_REQUEST, I_YEAR, I_NUMBER };

static void read_row(struct stmt *s, struct arena *a, struct inquiry *x)
{
    *x = (struct inquiry){ .id = col_id(s, I_ID), .rev = col_int(s, I_REV), .counter = col_id(s, I_COUNTER),
        .at = col_instant(s, I_AT), .day = col_day(s, I_DAY), .by = col_id(s, I_BY), .by_name = col_text(s, I_BY_NAME, a),
        .via = col_text(s, I_VIA, a), .who = col_text(s, I_WHO, a), .matter = col_text(s, I_MATTER, a),
        .next = col_text(s, I_NEXT, a), .name = col_text(s, I_NAME, a), .kana = col_text(s, I_KANA, a),
        .phone = col_text(s, I_PHONE, a), .call_hours = col_text(s, I_HOURS, a),
        .voicemail = col_text(s, I_VOICEMAIL, a), .name_hospital = col_text(s, I_HOSPITAL, a),
        .screening = { col_text(s, I_DOCTOR, a), col_text(s, I_TRANSFER, a), col_text(s, I_LITIGATION, a),
            col_text(s, I_KNOWS, a), col_text(s, I_MINOR, a) },
        .told = col_text(s, I_TOLD, a), .illness = col_text(s, I_ILLNESS, a), .decide_by = col_text(s, I_DECIDE, a),
        .memo = col_text(s, I_MEMO, a), .due = col_day(s, I_DUE), .assigned = col_id(s, I_ASSIGNED),
        .assigned_name = col_text(s, I_ASSIGNED_NAME, a), .address = col_text(s, I_ADDRESS, a),
        .done = !col_null(s, I_DONE), .request = col_id(s, I_REQUEST), .year = (int)col_int(s, I_YEAR),
        .number = (int)col_int(s, I_NUMBER) };
    lang_of(col_text(s, I_LANG, a), &x->lang);
}

static bool read_rows(struct stmt *s, struct arena *a, struct inquiry **out, size_t *n, struct err *e)
{
    struct rows rows = ROWS_INTO(out, n, a);
    struct inquiry *x;

    while ((x = stmt_next(s, &rows, e)))
        read_row(s, a, x);
    return stmt_end(s);
}

static const char SQL_LOAD[] = COLUMNS " WHERE i.id = :id";

bool inquiry_store_load(struct db *db, int64_t id, struct arena *a, struct inquiry *out, struct err *e)
{
    struct inquiry *rows;
    size_t n;
    struct stmt *s = db_stmt(db, SQL_LOAD, e);

    bind_int(s, ":id", id);
    if (!read_rows(s, a, &rows, &n, e))
        return false;
    if (n == 0)
        return err_set(e, ERR_RULE, "", N_("There is no such inquiry."), NULL);
    *out = rows[0];
    return true;
}

static const char SQL_DONE[] =
    "UPDATE inquiry SET done_at = :at, done_by = :by, rev = rev + 1 WHERE id = :id AND done_at IS NULL";

bool inquiry_store_done(struct db *db, int64_t id, instant at, int64_t by, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_DONE, e);

    bind_instant(s, ":at", at);
    bind_id(s, ":by", by);
    bind_int(s, ":id", id);
    return stmt_run(s, e);
}

static const char SQL_LINK[] = "UPDATE inquiry SET request = :request, rev = rev + 1 WHERE id = :id AND request IS NULL";
static const char SQL_CALLS[] =
    "UPDATE call SET request = :request WHERE inquiry = :id AND request IS NULL AND result IS NULL";

bool inquiry_store_link(struct db *db, int64_t id, int64_t request, instant at, int64_t by, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_LINK, e);

    bind_id(s, ":request", request);
    bind_int(s, ":id", id);
    if (!stmt_run(s, e) || !inquiry_store_done(db, id, at, by, e))
        return false;
    s = db_stmt(db, SQL_CALLS, e);
    bind_id(s, ":request", request);
    bind_int(s, ":id", id);
    return stmt_run(s, e);
}

static const char SQL_NEWEST[] =
    COLUMNS " WHERE i.counter = :counter AND (:before = 0 OR i.id < :before) ORDER BY i.id DESC LIMIT :limit";
/* Only the newest 5,000 are looked through: older ones are deleted, or their request finds the person. */
static const char SQL_SEARCH[] = COLUMNS
    " WHERE i.counter = :counter AND i.id > (SELECT max(id) - 5000 FROM inquiry) AND (:before = 0 OR i.id < :before)"
    " AND ((:name <> '' AND instr(i.search, '|' || :name) > 0) OR (:kana <> '' AND instr(i.search, '|' || :kana) > 0)"
    " OR (:phone <> '' AND instr(i.search, '|' || :phone) > 0)) ORDER BY i.id DESC LIMIT :limit";

bool inquiry_store_search(struct db *db, int64_t counter, const char *typed, int64_t before, int limit, struct arena *a,
    struct inquiry **out, size_t *n, struct err *e)
{
    const char *digits = fold_phone(a, str_or(typed, ""));
    struct stmt *s = db_stmt(db, str_empty(typed) ? SQL_NEWEST : SQL_SEARCH, e);

    bind_id(s, ":counter", counter);
    bind_int(s, ":before", before);
    bind_int(s, ":limit", limit);
    if (!str_empty(typed)) {
        bind_text(s, ":name", fold_name(a, typed));
        bind_text(s, ":kana", fold_kana(a, typed));
        bind_text(s, ":phone", strlen(digits) >= 3 ? digits : "");
    }
    return read_rows(s, a, out, n, e);
}

static const char SQL_OLD[] =
    COLUMNS " WHERE i.counter = :counter AND i.request IS NULL AND i.day < :before ORDER BY i.id LIMIT :limit";

bool inquiry_store_old(struct db *db, int64_t counter, day before, int limit, struct arena *a, struct inquiry **out,
    size_t *n, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_OLD, e);

    bind_id(s, ":counter", counter);
    bind_day(s, ":before", before);
    bind_int(s, ":limit", limit);
    return read_rows(s, a, out, n, e);
}

static const char SQL_DUE[] = COLUMNS
    " WHERE i.done_at IS NULL AND i.counter = :counter AND i.due <= :until"
    " AND NOT EXISTS (SELECT 1 FROM call c WHERE c.result IS NULL AND c.counter = i.counter AND c.inquiry = i.id)"
    " ORDER BY i.due, i.id LIMIT :limit";

bool inquiry_store_due(struct db *db, int64_t counter, day until, int limit, struct arena *a, struct inquiry **out,
    size_t *n, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_DUE, e);

    bind_id(s, ":counter", counter);
    bind_day(s, ":until", until);
    bind_int(s, ":limit", limit);
    return read_rows(s, a, out, n, e);
}

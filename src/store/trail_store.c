/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/trail_store.h"

/* Objects whose id is the request's. */
#define OF_REQUEST_ITSELF \
    "('request', 'request_fact', 'attendee', 'consent', 'proof', 'paper', 'material', 'material_move', 'review'," \
    " 'override', 'report')"

/* The request that row a belongs to. */
#define REQUEST_OF_ROW                                                                                      \
    "CASE WHEN a.object IN " OF_REQUEST_ITSELF " THEN a.id"                                                 \
    " WHEN a.object = 'appointment' THEN (SELECT o.request FROM appointment o WHERE o.id = a.id)"           \
    " WHEN a.object = 'visit' THEN (SELECT o.request FROM visit o WHERE o.id = a.id)"                       \
    " WHEN a.object = 'payment' THEN (SELECT o.request FROM payment o WHERE o.id = a.id)"                   \
    " WHEN a.object = 'unpaid' THEN (SELECT o.request FROM unpaid o WHERE o.id = a.id)"                     \
    " WHEN a.object = 'inquiry' THEN (SELECT o.request FROM inquiry o WHERE o.id = a.id)"                   \
    " WHEN a.object = 'note' THEN (SELECT o.request FROM note o WHERE o.id = a.id) END"

/* The sequence numbers of all rows that belong to the requests of a subquery. */
#define ROWS_OF_REQUESTS(requests)                                                                          \
    "SELECT x.seq FROM audit x WHERE x.object IN " OF_REQUEST_ITSELF " AND x.id IN (" requests ")"          \
    " UNION ALL SELECT x.seq FROM appointment o JOIN audit x ON x.object = 'appointment' AND x.id = o.id"   \
    " WHERE o.request IN (" requests ")"                                                                    \
    " UNION ALL SELECT x.seq FROM visit o JOIN audit x ON x.object = 'visit' AND x.id = o.id"               \
    " WHERE o.request IN (" requests ")"                                                                    \
    " UNION ALL SELECT x.seq FROM payment o JOIN audit x ON x.object = 'payment' AND x.id = o.id"           \
    " WHERE o.request IN (" requests ")"                                                                    \
    " UNION ALL SELECT x.seq FROM unpaid o JOIN audit x ON x.object = 'unpaid' AND x.id = o.id"             \
    " WHERE o.request IN (" requests ")"                                                                    \
    " UNION ALL SELECT x.seq FROM request o JOIN audit x ON x.object = 'inquiry' AND x.id = o.inquiry"      \
    " WHERE o.id IN (" requests ")"                                                                         \
    " UNION ALL SELECT x.seq FROM note o JOIN audit x ON x.object = 'note' AND x.id = o.id"                 \
    " WHERE o.request IN (" requests ")"

/* A reason stands in the row that needed one. */
#define REASON_COLUMN(of)                                                                                   \
    "(SELECT " of " FROM (SELECT json_extract(r.value, '$.table') AS t,"                                    \
    " coalesce(nullif(json_extract(r.value, '$.row.undone_why'), ''), nullif(json_extract(r.value, '$.row.reason'), '')," \
    " nullif(json_extract(r.value, '$.row.why'), ''),"                                                     \
    " iif(json_extract(r.value, '$.row.field') = 'ended_why', json_extract(r.value, '$.row.became'), NULL)) AS why" \
    " FROM json_each(b.body, '$.rows') r) WHERE why IS NOT NULL LIMIT 1)"

#define ROWS_SHOWN(chosen)                                                                                  \
    "SELECT a.seq, a.at, a.staff, s.name, a.verb, a.object, a.id, q.id, q.year, q.number,"                  \
    " k.number, r.year, r.number,"                                                                          \
    " CASE a.object WHEN 'closing' THEN (SELECT o.day FROM closing o WHERE o.id = a.id)"                    \
    "  WHEN 'drawer_day' THEN (SELECT o.day FROM drawer_day o WHERE o.id = a.id)"                           \
    "  WHEN 'cash_move' THEN (SELECT o.day FROM cash_move o WHERE o.id = a.id)"                             \
    "  WHEN 'cash_count' THEN (SELECT o.day FROM cash_count o WHERE o.id = a.id)"                           \
    "  WHEN 'closure' THEN date(a.id * 86400, 'unixepoch') END,"                                            \
    " CASE a.object WHEN 'staff' THEN (SELECT o.name FROM staff o WHERE o.id = a.id)"                       \
    "  WHEN 'specialist' THEN (SELECT o.name FROM specialist o WHERE o.id = a.id)"                          \
    "  WHEN 'session' THEN (SELECT o.name FROM session i JOIN specialist o ON o.id = i.specialist WHERE i.id = a.id)" \
    "  WHEN 'session_exception' THEN (SELECT o.name FROM session_exception i JOIN specialist o ON o.id = i.specialist" \
    "   WHERE i.id = a.id)"                                                                                 \
    "  WHEN 'room' THEN (SELECT o.name_ja FROM room o WHERE o.id = a.id) END,"                              \
    " " REASON_COLUMN("why") ", " REASON_COLUMN("t")                                                        \
    " FROM (" chosen ") c JOIN audit a ON a.seq = c.seq JOIN staff s ON s.id = a.staff"                     \
    " LEFT JOIN audit_body b ON b.seq = a.seq"                                                              \
    " LEFT JOIN request q ON q.id = " REQUEST_OF_ROW                                                        \
    " LEFT JOIN payment p ON a.object = 'payment' AND p.id = a.id"                                          \
    " LEFT JOIN receipt r ON r.payment = coalesce(p.refund_of, p.id)"                                       \
    " LEFT JOIN counter k ON k.id = r.counter"                                                              \
    " ORDER BY a.seq DESC"
enum { T_SEQ, T_AT, T_STAFF, T_BY, T_VERB, T_OBJECT, T_ID, T_REQUEST, T_YEAR, T_NUMBER, T_COUNTER, T_R_YEAR, T_R_NUMBER,
    T_DAY, T_NAME, T_REASON, T_REASON_TABLE };

#define OLDER(source, condition) \
    ROWS_SHOWN("SELECT a.seq FROM " source " WHERE a.seq < :seq AND " condition " ORDER BY a.seq DESC LIMIT :max")
#define NEWER(source, condition) \
    ROWS_SHOWN("SELECT a.seq FROM " source " WHERE a.seq > :seq AND a.seq <= :upper AND " condition \
               " ORDER BY a.seq LIMIT :max")
#define IN_SPAN "a.at >= :from AND a.at < :until"
#define BY_STAFF "(:staff IS NULL OR a.staff = :staff)"
#define MAYBE_SPAN "(:from IS NULL OR (" IN_SPAN "))"
#define ABOUT_REQUEST "a.seq IN (" ROWS_OF_REQUESTS(":about") ") AND " BY_STAFF " AND " MAYBE_SPAN
#define ABOUT_PAYMENT                                                                                       \
    "a.object = 'payment' AND a.id IN (SELECT o.id FROM payment o WHERE :about IN (o.id, o.refund_of))"     \
    " AND " BY_STAFF " AND " MAYBE_SPAN

static const char SQL_ALL_OLDER[] = OLDER("audit a", "1");
static const char SQL_ALL_NEWER[] = NEWER("audit a", "1");
static const char SQL_STAFF_OLDER[] = OLDER("audit a INDEXED BY audit_by_staff", "a.staff = :staff AND " MAYBE_SPAN);
static const char SQL_STAFF_NEWER[] = NEWER("audit a INDEXED BY audit_by_staff", "a.staff = :staff AND " MAYBE_SPAN);
static const char SQL_SPAN_OLDER[] = OLDER("audit a", IN_SPAN);
static const char SQL_SPAN_NEWER[] = NEWER("audit a", IN_SPAN);
static const char SQL_REQUEST_OLDER[] = OLDER("audit a", ABOUT_REQUEST);
static const char SQL_REQUEST_NEWER[] = NEWER("audit a", ABOUT_REQUEST);
static const char SQL_PAYMENT_OLDER[] = OLDER("audit a", ABOUT_PAYMENT);
static const char SQL_PAYMENT_NEWER[] = NEWER("audit a", ABOUT_PAYMENT);

static struct stmt *chosen(struct db *db, const struct trail_filter *f, bool older, struct err *e)
{
    if (f->about == TRAIL_REQUEST)
        return older ? db_stmt(db, SQL_REQUEST_OLDER, e) : db_stmt(db, SQL_REQUEST_NEWER, e);
    if (f->about == TRAIL_PAYMENT)
        return older ? db_stmt(db, SQL_PAYMENT_OLDER, e) : db_stmt(db, SQL_PAYMENT_NEWER, e);
    if (f->staff)
        return older ? db_stmt(db, SQL_STAFF_OLDER, e) : db_stmt(db, SQL_STAFF_NEWER, e);
    if (f->span)
        return older ? db_stmt(db, SQL_SPAN_OLDER, e) : db_stmt(db, SQL_SPAN_NEWER, e);
    return older ? db_stmt(db, SQL_ALL_OLDER, e) : db_stmt(db, SQL_ALL_NEWER, e);
}

static void bind_filter(struct stmt *s, const struct trail_filter *f)
{
    if (f->about != TRAIL_ALL)
        bind_id(s, ":about", f->about_id);
    if (f->about != TRAIL_ALL || f->staff)
        bind_id(s, ":staff", f->staff);
    if (f->span) {
        bind_instant(s, ":from", f->from);
        bind_instant(s, ":until", f->until);
    } else if (f->about != TRAIL_ALL || f->staff) {
        bind_null(s, ":from");
        bind_null(s, ":until");
    }
}

static const char SQL_BOUNDS[] = "SELECT coalesce(min(a.seq), 1), coalesce(max(a.seq), 0) FROM audit a"
                                 " INDEXED BY audit_by_at WHERE " IN_SPAN;

bool trail_store_bounds(struct db *db, struct trail_filter *f, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_BOUNDS, e);

    bind_instant(s, ":from", f->from);
    bind_instant(s, ":until", f->until);
    if (stmt_row(s, e)) {
        f->first = col_int(s, 0);
        f->last = col_int(s, 1);
    }
    return stmt_end(s);
}

bool trail_store_list(struct db *db, const struct trail_filter *f, enum trail_way way, int64_t seq, int64_t upper, int max,
    struct arena *a, struct trail_row **out, size_t *n, struct err *e)
{
    struct rows rows = ROWS_INTO(out, n, a);
    struct stmt *s = chosen(db, f, way == TRAIL_OLDER, e);
    struct trail_row *x;

    if (f->span && way == TRAIL_OLDER && seq > f->last)
        seq = f->last + 1;
    if (f->span && way == TRAIL_NEWER) {
        seq = seq < f->first ? f->first - 1 : seq;
        upper = upper > f->last ? f->last : upper;
    }
    bind_filter(s, f);
    bind_int(s, ":seq", seq);
    bind_int(s, ":max", max);
    if (way == TRAIL_NEWER)
        bind_int(s, ":upper", upper);
    while ((x = stmt_next(s, &rows, e)))
        *x = (struct trail_row){ .seq = col_int(s, T_SEQ),
            .at = col_instant(s, T_AT),
            .staff = col_id(s, T_STAFF),
            .by_name = col_text(s, T_BY, a),
            .verb = col_text(s, T_VERB, a),
            .object = col_text(s, T_OBJECT, a),
            .id = col_id(s, T_ID),
            .request = col_id(s, T_REQUEST),
            .year = (int)col_int(s, T_YEAR),
            .number = (int)col_int(s, T_NUMBER),
            .counter_number = (int)col_int(s, T_COUNTER),
            .receipt_year = (int)col_int(s, T_R_YEAR),
            .receipt_number = (int)col_int(s, T_R_NUMBER),
            .on = col_day(s, T_DAY),
            .name = col_text(s, T_NAME, a),
            .reason = col_text(s, T_REASON, a),
            .reason_table = col_text(s, T_REASON_TABLE, a) };
    return stmt_end(s);
}

bool trail_store_row(struct db *db, int64_t seq, struct arena *a, struct trail_row *out, bool *found, struct err *e)
{
    static const struct trail_filter all = { 0 };
    struct trail_row *rows;
    size_t n;

    *found = false;
    if (!trail_store_list(db, &all, TRAIL_OLDER, seq + 1, 0, 1, a, &rows, &n, e))
        return false;
    *found = n == 1 && rows[0].seq == seq;
    if (*found)
        *out = rows[0];
    return true;
}

/* The name that stands behind a number of the record. */
#define SHOWN                                                                                               \
    "CASE WHEN k.type <> 'integer' THEN NULL"                                                               \
    " WHEN k.key IN ('by', 'approved_by', 'created_by', 'done_by', 'undone_by', 'switched_by', 'opened_by', 'arrived_by'," \
    "  'started_by', 'ended_by', 'verified_by', 'issued_by', 'sent_by', 'answered_by', 'assigned')"         \
    "  THEN (SELECT o.name FROM staff o WHERE o.id = k.value)"                                              \
    " WHEN k.key = 'specialist' THEN (SELECT o.name FROM specialist o WHERE o.id = k.value)"                \
    " WHEN k.key = 'room' THEN (SELECT o.name_ja FROM room o WHERE o.id = k.value)"                         \
    " WHEN k.key = 'request' THEN (SELECT printf('%02d-%04d', o.year % 100, o.number) FROM request o WHERE o.id = k.value)" \
    " WHEN k.key = 'patient' THEN (SELECT o.name FROM person o WHERE o.id = k.value)"                       \
    " WHEN k.key IN ('institution', 'referrer_institution') THEN (SELECT o.name FROM institution o WHERE o.id = k.value)" \
    " WHEN k.key = 'referrer_doctor' THEN (SELECT o.name FROM doctor o WHERE o.id = k.value)"               \
    " WHEN k.key = 'attendee' THEN (SELECT o.name FROM attendee o WHERE o.id = k.value)"                    \
    " WHEN k.key = 'material' THEN (SELECT o.label FROM material o WHERE o.id = k.value)"                   \
    " WHEN k.key = 'policy' THEN (SELECT o.policy || ' ' || o.valid_from FROM policy_version o WHERE o.id = k.value)" \
    " WHEN k.key IN ('payment', 'refund_of') THEN (SELECT printf('%d-%d-%05d', c.number, o.year, o.number)" \
    "  FROM receipt o JOIN counter c ON c.id = o.counter WHERE o.payment = k.value) END"

static const char SQL_VALUES[]
    = "SELECT r.key, json_extract(r.value, '$.table'),"
      " coalesce(json_extract(r.value, '$.row.id'), json_extract(r.value, '$.gone')), k.key, k.value, " SHOWN
      " FROM audit_body b JOIN json_each(b.body, '$.rows') r LEFT JOIN json_each(r.value, '$.row') k"
      " WHERE b.seq = :seq ORDER BY r.key, k.id";
enum { V_IMAGE, V_TABLE, V_ID, V_COLUMN, V_VALUE, V_SHOWN };

static bool read_values(struct stmt *s, struct arena *a, struct trail_value **out, size_t *n, struct err *e)
{
    struct rows rows = ROWS_INTO(out, n, a);
    struct trail_value *x;

    while ((x = stmt_next(s, &rows, e)))
        *x = (struct trail_value){ .image = (int)col_int(s, V_IMAGE),
            .table = col_text(s, V_TABLE, a),
            .id = col_id(s, V_ID),
            .column = col_text(s, V_COLUMN, a),
            .value = col_text(s, V_VALUE, a),
            .shown = col_text(s, V_SHOWN, a) };
    return stmt_end(s);
}

static const char SQL_BLANKED[] = "SELECT b.body IS NULL FROM audit_body b WHERE b.seq = :seq";

bool trail_store_values(struct db *db, int64_t seq, struct arena *a, struct trail_value **out, size_t *n, bool *blanked,
    struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_BLANKED, e);

    bind_int(s, ":seq", seq);
    *blanked = !stmt_row(s, e) || col_bool(s, 0);
    if (!stmt_end(s))
        return false;
    s = db_stmt(db, SQL_VALUES, e);
    bind_int(s, ":seq", seq);
    return read_values(s, a, out, n, e);
}

/* A row of the record is written by actions on the same object, on requests of the same patient, or when the desk was
 * made; the directory's rows also by other requests that name them. */
#define WHERE_IT_STANDS                                                                                     \
    "SELECT q.id FROM request q WHERE q.patient = (SELECT w.patient FROM request w WHERE w.id = :request)"  \
    " UNION ALL SELECT q.id FROM request q WHERE :table = 'institution' AND q.referrer_institution = :id"   \
    " UNION ALL SELECT q.id FROM request q WHERE :table = 'doctor' AND q.referrer_doctor = :id"
static const char SQL_BEFORE[]
    = "SELECT 0, :table, :id, k.key, k.value, " SHOWN
      " FROM json_each((SELECT json_extract(r.value, '$.row') FROM audit_body b JOIN json_each(b.body, '$.rows') r"
      "  WHERE b.seq IN (SELECT x.seq FROM audit x WHERE x.object = :object AND x.id = :object_id"
      "   UNION ALL SELECT x.seq FROM audit x WHERE x.object = 'desk' UNION ALL "
      ROWS_OF_REQUESTS(WHERE_IT_STANDS)
      "  ) AND b.seq < :seq"
      "  AND json_extract(r.value, '$.table') = :table AND json_extract(r.value, '$.row.id') = :id"
      "  ORDER BY b.seq DESC LIMIT 1)) k ORDER BY k.id";

bool trail_store_before(struct db *db, const struct trail_row *entry, const char *table, int64_t id, struct arena *a,
    struct trail_value **out, size_t *n, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_BEFORE, e);

    bind_int(s, ":seq", entry->seq);
    bind_text(s, ":object", entry->object);
    bind_int(s, ":object_id", entry->id);
    bind_id(s, ":request", entry->request);
    bind_text(s, ":table", table);
    bind_int(s, ":id", id);
    return read_values(s, a, out, n, e);
}

static const char SQL_SAID[]
    = "SELECT k.key, CASE k.type WHEN 'array' THEN json_extract(k.value, '$[0]') END,"
      " CASE WHEN k.type = 'array' THEN json_extract(k.value, '$[1]')"
      "  WHEN k.type = 'integer' AND k.key IN ('for', 'by', 'second') THEN (SELECT o.name FROM staff o WHERE o.id = k.value)"
      "  ELSE k.value END, k.type = 'array'"
      " FROM audit_body b JOIN json_each(b.body, '$.more') k WHERE b.seq = :seq ORDER BY k.id";

bool trail_store_said(struct db *db, int64_t seq, struct arena *a, struct trail_said **out, size_t *n, struct err *e)
{
    struct rows rows = ROWS_INTO(out, n, a);
    struct stmt *s = db_stmt(db, SQL_SAID, e);
    struct trail_said *x;

    bind_int(s, ":seq", seq);
    while ((x = stmt_next(s, &rows, e)))
        *x = (struct trail_said){ .key = col_text(s, 0, a), .was = col_text(s, 1, a), .value = col_text(s, 2, a),
            .both = col_bool(s, 3) };
    return stmt_end(s);
}

static const char SQL_HASH[] = "SELECT a.hash FROM audit a WHERE a.seq = :seq";

_Static_assert((int)TRAIL_HASH_TEXT == (int)SHA3_TEXT, "the link of the chain");

bool trail_store_hash(struct db *db, int64_t seq, char out[TRAIL_HASH_TEXT], struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_HASH, e);
    struct arena a;

    arena_init(&a);
    bind_int(s, ":seq", seq);
    out[0] = '\0';
    if (stmt_row(s, e))
        str_copy(out, TRAIL_HASH_TEXT, col_text(s, 0, &a));
    arena_fini(&a);
    return stmt_end(s);
}

static const char SQL_RECEIPT[]
    = "SELECT r.payment FROM receipt r JOIN counter k ON k.id = r.counter"
      " WHERE k.number = :counter AND r.year = :year AND r.number = :number";

bool trail_store_receipt(struct db *db, int counter_number, int year, int number, int64_t *payment, struct err *e)
{
    struct stmt *s = db_stmt(db, SQL_RECEIPT, e);

    bind_int(s, ":counter", counter_number);
    bind_int(s, ":year", year);
    bind_int(s, ":number", number);
    *payment = stmt_row(s, e) ? col_id(s, 0) : 0;
    return stmt_end(s);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/fault/scene.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "desk/act.h"
#include "desk/closing.h"
#include "desk/drawer.h"
#include "desk/paper_desk.h"
#include "desk/pay.h"
#include "store/verify.h"
#include "tests/desk/verified.h"
#include "tests/unit/store/faultvfs.h"
#include "text/catalog.h"

#define KEY "0000000000000000000000000000f001"
#define OTHER_KEY "0000000000000000000000000000f002"

/* --- the four deeds */

bool scene_request(struct scene *s, struct desk *d, const char *key, struct request_draft *out, struct err *e)
{
    if (!desk_request_new(d, &s->r->f.arena, out, e))
        return false;
    out->op_key = key;
    out->c.patient.name = "𠮷田 一郎";
    out->c.patient.kana = "ヨシダ イチロウ";
    out->c.patient.sex = "male";
    out->c.patient.phone = "090-1111-2222";
    out->c.patient.birth = on("1950-01-31");
    out->c.disease = "cancer";
    out->c.diagnosis = "胃がん";
    out->c.questions = "手術のほかに治療があるか";
    out->c.purposes = "opinion";
    out->c.told = out->c.patient_agrees = out->c.referrer_agrees = "yes";
    out->c.institution_name = "住吉市民病院";
    out->c.doctor_name = "田村";
    out->c.patient_attends = "yes";
    return true;
}

static bool take_request(struct scene *s, struct desk *d, struct err *e)
{
    struct request_draft draft;
    int64_t id;

    return scene_request(s, d, KEY, &draft, e) && desk_request_take(d, &draft, &id, e);
}

static bool book(struct scene *s, struct desk *d, struct err *e)
{
    struct booking_draft draft = draft_at(s->to_book, s->r->mori, "2026-12-10", 13, 0, s->r->room1, KEY);
    int64_t id, print = 0;

    draft.print = true;
    if (!desk_book(d, &draft, &id, &print, e))
        return false;
    if (print)
        desk_print_now(d, print, NULL); /* a paper that does not come is no failure of the booking */
    return true;
}

static bool collect(struct scene *s, struct desk *d, const char *key, struct err *e)
{
    struct payment_draft draft
        = { .request = s->to_pay, .method = "cash", .tendered = YEN(40000), .op_key = key };
    struct payment_done done;

    return desk_take_payment(d, &draft, &s->r->f.arena, &done, e);
}

static bool pay(struct scene *s, struct desk *d, struct err *e)
{
    return collect(s, d, KEY, e);
}

static void paid(struct scene *s, struct desk *d)
{
    fixture_fine(collect(s, d, OTHER_KEY, &s->r->f.err), &s->r->f.err);
}

static bool close_day(struct scene *s, struct desk *d, struct err *e)
{
    /* 50,000 float and one fee of 33,000 */
    struct closing_draft draft = { .day = on("2026-12-08"), .next_float = YEN(50000), .reason = "",
        .treasury = "会計課出納", .bag = "1208-1", .day_sure = true };
    struct closing_done done;
    struct second second = fixture_second(d, ACT_CONFIRM_CLOSING, "cashier2");

    draft.counted.of[0] = 8; /* 10,000 */
    draft.counted.of[3] = 3; /* 1,000 */
    return desk_close_day(d, &draft, second, &s->r->f.arena, &done, e);
}

static const char *const request_counts[] = { "SELECT count(*) FROM request WHERE op_key = '" KEY "'",
    "SELECT count(*) FROM person WHERE name = '𠮷田 一郎'",
    "SELECT count(*) FROM institution WHERE name = '住吉市民病院'",
    "SELECT count(*) FROM step s JOIN request r ON r.id = s.request WHERE r.op_key = '" KEY
    "' AND s.step = 'request'",
    "SELECT count(DISTINCT a.id) FROM audit a JOIN request r ON r.id = a.id WHERE a.verb = 'take' AND a.object = "
    "'request' AND r.op_key = '" KEY "'",
    NULL };
static const char *const booking_counts[] = { "SELECT count(*) FROM appointment WHERE op_key = '" KEY "'",
    "SELECT count(*) FROM step s JOIN appointment a ON a.request = s.request WHERE a.op_key = '" KEY
    "' AND s.step = 'booking'",
    "SELECT count(*) FROM print p JOIN appointment a ON a.id = p.object_id WHERE a.op_key = '" KEY
    "' AND p.object = 'appointment'",
    "SELECT count(*) FROM audit u JOIN appointment a ON a.id = u.id WHERE u.verb = 'book' AND u.object = "
    "'appointment' AND a.op_key = '" KEY "'",
    NULL };
static const char *const payment_counts[] = { "SELECT count(*) FROM payment", "SELECT count(*) FROM receipt",
    "SELECT count(*) FROM payment WHERE op_key = '" KEY "'", "SELECT count(*) FROM step WHERE step = 'payment'",
    "SELECT count(*) FROM print WHERE kind = 'receipt'", "SELECT count(*) FROM audit WHERE verb = 'collect'",
    NULL };
static const char *const closing_counts[]
    = { "SELECT count(*) FROM closing", "SELECT count(*) FROM closing_confirm",
          "SELECT count(*) FROM cash_count WHERE purpose = 'close'",
          "SELECT count(*) FROM audit a JOIN closing c ON c.id = a.id WHERE a.object = 'closing' AND a.seq = "
          "c.audit_seq + 1",
          NULL };

const struct deed deeds[DEEDS] = {
    { "request", NULL, take_request, request_counts, false },
    { "booking", NULL, book, booking_counts, false },
    { "payment", NULL, pay, payment_counts, false },
    { "closing", paid, close_day, closing_counts, true },
};

const struct deed *deed_named(const char *name)
{
    for (size_t i = 0; i < DEEDS; i++)
        if (str_eq(deeds[i].name, name))
            return &deeds[i];
    fail_msg("no deed %s", name);
    return NULL;
}

/* --- the file */

static bool never(void *arg, const char *holder)
{
    struct scene *s = arg;

    (void)holder;
    s->waits++;
    return false;
}

struct desk *scene_desk(struct scene *s, bool faulty, struct err *e)
{
    struct desk *d = NULL;

    faultvfs_default(faulty);
    bool ok = desk_open(&(struct desk_options){ .path = s->path, .clock = &s->r->f.clock, .terminal = "pts/7",
                            .printer = s->r->f.printer, .wait = never, .wait_arg = s },
        &d, e);
    faultvfs_default(false);
    if (!ok)
        return NULL;
    fixture_log_in(d, "all");
    return d;
}

static struct desk *well(struct scene *s)
{
    struct err e = ERR_INIT;
    struct desk *d = scene_desk(s, false, &e);

    fixture_fine(d != NULL, &e);
    return d;
}

/* A visit that is over, owing its fee, and a request ready for a date. */
static void fill(struct scene *s)
{
    struct fixture *f = &s->r->f;
    int number;

    s->to_pay = ready_request(s->r, s->r->mori);
    s->to_book = ready_request(s->r, s->r->mori);
    book_at(s->r, s->to_pay, s->r->mori, "2026-12-08", 14, 0, s->r->room1);
    fixture_at(f, "2026-12-08", 13, 50);
    fixture_fine(desk_check_in(f->desk,
                     &(struct check_in_draft){ .request = s->to_pay, .patient_came = true, .said = true }, &number,
                     NULL, &f->err)
            && desk_visit_start(f->desk, s->to_pay, &f->err) && desk_visit_end(f->desk, s->to_pay, &f->err)
            && desk_drawer_open(f->desk, &(struct float_draft){ .amount = YEN(50000) }, &f->arena, &f->err),
        &f->err);
    fixture_at(f, "2026-12-08", 15, 5);
}

int scene_make(void **state)
{
    static struct scene s;
    void *r;

    ready_set_up(&r);
    s = (struct scene){ .r = r, .path = ((struct ready *)r)->f.path };
    fill(&s);
    desk_close(s.r->f.desk);
    s.r->f.desk = NULL;
    snprintf(s.base, sizeof s.base, "%s.base", s.path);
    snprintf(s.clean, sizeof s.clean, "%s.clean", s.path);
    test_copy(s.path, s.base);
    *state = &s;
    return 0;
}

int scene_remove(void **state)
{
    struct scene *s = *state;
    struct fixture *f = &s->r->f;
    struct err e = ERR_INIT;

    faultvfs_clear();
    s->path = f->path;
    test_copy(s->base, s->path);
    f->desk = scene_desk(s, false, &e);
    fixture_fine(f->desk != NULL, &e);
    fixture_close(f);
    return 0;
}

void scene_for(struct scene *s, const struct deed *deed)
{
    s->deed = deed;
    s->path = s->r->f.path;
    test_copy(s->base, s->path);
    struct desk *d = well(s);
    if (deed->before)
        deed->before(s, d);
    fixture_fine(verify_content_digest(desk_db(d), s->before, &s->r->f.err), &s->r->f.err);
    desk_close(d);
    test_copy(s->path, s->clean);
}

void scene_fresh(struct scene *s)
{
    char journal[160];

    snprintf(journal, sizeof journal, "%s-journal", s->path);
    unlink(journal);
    test_copy(s->clean, s->path);
    s->waits = 0;
    arena_reset(&s->r->f.arena);
}

/* --- judging */

static int64_t ask(struct desk *d, const char *sql)
{
    sqlite3 *raw;
    sqlite3_stmt *row;

    assert_int_equal(sqlite3_open_v2(db_path(desk_db(d)), &raw, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    if (sqlite3_prepare_v2(raw, sql, -1, &row, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(raw));
    int64_t n = sqlite3_step(row) == SQLITE_ROW ? sqlite3_column_int64(row, 0) : -1;
    sqlite3_finalize(row);
    sqlite3_close(raw);
    return n;
}

static void once(struct scene *s, struct desk *d)
{
    for (const char *const *sql = s->deed->counts; *sql; sql++)
        if (ask(d, *sql) != 1)
            fail_msg("%s: %lld, not 1: %s", s->deed->name, (long long)ask(d, *sql), *sql);
}

bool scene_stored(struct scene *s)
{
    char now[SHA3_TEXT];
    struct err e = ERR_INIT;
    struct desk *d = well(s);
    struct tx tx;

    fixture_fine(verify_content_digest(desk_db(d), now, &e), &e);
    bool nothing = str_eq(now, s->before);
    if (!nothing)
        once(s, d);
    verified(d, NULL);
    s->waits = 0;
    fixture_fine(tx_begin(desk_db(d), &tx, &(struct tx_wait){ .waiting = never, .arg = s }, &e), &e);
    assert_false(tx_end(&tx, false, &e));
    assert_int_equal(s->waits, 0); /* whoever died holds nothing up */
    desk_close(d);
    return !nothing;
}

void scene_again(struct scene *s, struct desk *d)
{
    struct err e = ERR_INIT;

    fixture_fine(s->deed->act(s, d, &e), &e);
    once(s, d);
    verified(d, NULL);
    assert_true(desk_quiet(d));
}

static const struct {
    unsigned sentence;
    const char *en, *ja;
} sentences[] = {
    { SAYS_FULL,
        "The disk is full. Nothing was stored; what you typed is still here. Make room, then store again.",
        "ディスクがいっぱいです。登録していません。入力は残っています。空きを作ってからもう一度登録してください。" },
    { SAYS_DISK,
        "The disk did not take the entry. Nothing was stored; what you typed is still here. Try again; if it "
        "stays, tell whoever looks after the machine.",
        "ディスクに書き込めませんでした。登録していません。入力は残っています。もう一度お試しのうえ、続くときはシステムの担当者に連絡し"
        "てください。" },
    { SAYS_READ_ONLY,
        "The database may only be read here. Nothing can be stored; ask whoever looks after the machine.",
        "データベースは読み取り専用です。登録はできません。システムの担当者に連絡してください。" },
    { SAYS_HELD,
        "Another program is holding the database. Nothing was stored; what you typed is still here. Try again.",
        "ほかのプログラムがデータベースを使用中です。登録していません。入力は残っています。もう一度お試しください。" },
    { SAYS_STOPPED, "Stopped waiting. Nothing was stored; what you typed is still there.",
        "待つのをやめました。登録はしていません。入力はそのまま残っています。" },
};

void scene_says(struct scene *s, struct err *e, unsigned allowed)
{
    struct buf en;
    bool found = false;

    buf_init(&en, 4096);
    msg_text(NULL, &e->msg, &en);
    s->r->refusal = *e;
    const char *ja = said_ja(s->r);
    for (size_t i = 0; i < COUNT_OF(sentences); i++)
        found |= (allowed & sentences[i].sentence) && str_eq(en.p, sentences[i].en) && str_eq(ja, sentences[i].ja);
    if (!found)
        fail_msg("%s: said \"%s\" / \"%s\"", s->deed->name, en.p, ja);
    buf_fini(&en);
}

bool scene_long(void)
{
    return str_eq(str_or(getenv("MADO_TESTS"), ""), "long");
}

int scene_stride(int usual)
{
    return scene_long() ? 1 : usual;
}

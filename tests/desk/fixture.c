/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/check.h"

#include "tests/desk/fixture.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "desk/act.h"
#include "desk/inside.h"
#include "desk/request.h"
#include "policy/calendar.h"
#include "policy/load.h"
#include "store/holiday_store.h"
#include "store/audit.h"
#include "store/migrate.h"
#include "store/passphrase.h"
#include "store/policy_store.h"
#include "store/setting_store.h"
#include "store/staff_store.h"
#include "sys/file.h"
#include "text/catalog.h"
#include "text/charset.h"

static const struct {
    const char *login, *name, *roles;
} people[] = {
    { "clerk", "西川", "clerk" },
    { "booking", "佐藤", "booking" },
    { "cashier", "高木", "cashier" },
    { "cashier2", "中村", "cashier" },
    { "supervisor", "大森", "supervisor" },
    { "administrator", "小川", "administrator" },
    { "auditor", "辻", "auditor" },
    { "all", "西川", "administrator booking cashier clerk supervisor" },
};

void fixture_fine(bool ok, const struct err *e)
{
    struct buf b;

    if (ok)
        return;
    buf_init(&b, 4096);
    msg_text(NULL, &e->msg, &b);
    print_message("# %s: %s\n", e->field, b.p);
    buf_fini(&b);
    fail();
}

static const char *source(struct arena *a, const char *name)
{
    const char *top = getenv("top_srcdir");

    return arena_printf(a, "%s/%s", top ? top : ".", name);
}

static void put_settings(struct db *db, struct err *e)
{
    static const char *const values[][2] = {
        { "training", "yes" },
        { "hospital.name.ja", "大阪公立大学医学部附属病院" },
        { "hospital.name.en", "Osaka Metropolitan University Hospital" },
        { "hospital.postal", "545-8586" },
        { "hospital.address.ja", "大阪市阿倍野区旭町" },
        { "hospital.address.en", "Asahi-machi, Abeno-ku, Osaka" },
        { "hospital.phone", "06-0000-0000" },
        { "issuer.registration", "T7123456789012" },
        { "cashier.closes", "16:45" },
    };

    for (size_t i = 0; i < COUNT_OF(values); i++)
        fixture_fine(setting_put(db, values[i][0], values[i][1], e), e);
}

static void put_people(struct db *db, instant at, struct err *e)
{
    char hash[PASSPHRASE_HASH_TEXT];

    fixture_fine(passphrase_hash(FIXTURE_PASSPHRASE, true, hash, e), e);
    for (size_t i = 0; i < COUNT_OF(people); i++) {
        int64_t id;
        struct staff_row row = { .login = people[i].login, .name = people[i].name, .lang = "ja" };
        fixture_fine(staff_add(db, &row, at, &id, e) && staff_set_roles(db, id, 1, people[i].roles, e)
                && credential_put(db, id, hash, at, false, e),
            e);
    }
}

static bool put_holiday(void *arg, day d, const char *name, struct err *e)
{
    bool changed;

    return holiday_put(arg, d, name, "syukujitsu.csv", &changed, e);
}

static void put_holidays(struct db *db, struct arena *a, struct err *e)
{
    const char *bytes;
    size_t n;
    struct buf utf8;

    buf_init(&utf8, 1 << 20);
    fixture_fine(file_read(source(a, "data/holidays.csv"), 1 << 20, a, &bytes, &n, e), e);
    fixture_fine(charset_from_cp932(bytes, n, &utf8, e), e);
    fixture_fine(holiday_csv_each(utf8.p, put_holiday, db, e), e);
    buf_fini(&utf8);
}

static int64_t put_policy(struct db *db, instant at, struct arena *a, struct err *e)
{
    const char *text;
    size_t n;
    int64_t id;

    fixture_fine(file_read(source(a, "data/policies/omu.yml"), POLICY_BYTES_MAX, a, &text, &n, e), e);
    const struct policy *p = policy_read(text, n, a, e);
    fixture_fine(p != NULL, e);
    fixture_fine(policy_store_add(db,
                     &(struct policy_version){ .policy = p->id, .text = text, .valid_from = p->valid_from,
                         .switched_on = at, .switched_by = STAFF_SYSTEM },
                     &id, e),
        e);
    return id;
}

static void fill(struct fixture *f)
{
    struct db *db;
    struct tx tx;
    int64_t counter;
    struct err *e = &f->err;
    instant at = clock_wall(&f->clock);

    fixture_fine(migrate_create(f->path, &(struct db_options){ .clock = &f->clock }, &db, e), e);
    fixture_fine(tx_begin(db, &tx, NULL, e), e);
    put_settings(db, e);
    fixture_fine(counter_add(db,
                     &(struct counter_row){ .number = 1, .name_ja = "1番窓口", .name_en = "Reception counter 1",
                         .floor_ja = "1階", .floor_en = "1F" },
                     &counter, e),
        e);
    put_people(db, at, e);
    put_holidays(db, &f->arena, e);
    f->policy = put_policy(db, at, &f->arena, e);
    fixture_fine(audit_add(db, &(struct audit_entry){ .staff = STAFF_SYSTEM, .at = at, .verb = "init", .object = "setting" }, e),
        e);
    fixture_fine(tx_end(&tx, true, e), e);
    db_close(db);
}

static struct desk *open_desk(struct fixture *f)
{
    struct desk *d = NULL;

    fixture_fine(desk_open(&(struct desk_options){ .path = f->path, .clock = &f->clock, .terminal = "test",
                               .printer = f->printer },
                     &d, &f->err),
        &f->err);
    return d;
}

static struct made empty_desk;
static int64_t policy_of_all; /* the version that fill puts in */

static void open_and_log_in(struct fixture *f)
{
    f->policy = policy_of_all;
    f->desk = open_desk(f);
    fixture_log_in(f->desk, "all");
}

void fixture_open(struct fixture *f)
{
    fixture_folder(f, 600);
    if (!made_again(&empty_desk, f->path)) {
        fill(f);
        policy_of_all = f->policy;
        made_keep(&empty_desk, f->path);
    }
    open_and_log_in(f);
}

bool fixture_open_made(struct fixture *f, const struct made *made)
{
    if (!made->bytes)
        return false;
    fixture_folder(f, 600);
    assert_true(made_again(made, f->path));
    open_and_log_in(f);
    return true;
}

struct desk *fixture_second_desk(struct fixture *f)
{
    struct desk *d = open_desk(f);

    fixture_log_in(d, "all");
    return d;
}

/* Past the passphrase: the tests of session.c go through it. */
void fixture_log_in(struct desk *d, const char *login)
{
    struct arena a;
    struct staff_row row;
    struct err e = ERR_INIT;
    bool found;

    arena_init(&a);
    fixture_fine(staff_find(d->db, login, &a, &row, &found, &e), &e);
    assert_true(found);
    str_copy(d->session.login, sizeof d->session.login, row.login);
    str_copy(d->session.name, sizeof d->session.name, row.name);
    d->session.who = (struct who){ .id = row.id, .login = d->session.login, .name = d->session.name,
        .roles = roles_of(row.roles), .lang = LANG_JA };
    d->session.owner = d->session.who;
    arena_fini(&a);
}

struct second fixture_second(struct desk *d, enum desk_action action, const char *login)
{
    struct arena a;
    struct staff_row row;
    struct err e = ERR_INIT;
    struct second second = NO_SECOND;
    bool found;

    (void)action;
    arena_init(&a);
    fixture_fine(staff_find(d->db, login, &a, &row, &found, &e), &e);
    assert_true(found);
    second.staff = row.id;
    str_copy(second.name, sizeof second.name, row.name);
    arena_fini(&a);
    return second;
}

void fixture_at(struct fixture *f, const char *iso_day, int hour, int minute)
{
    day d;

    assert_true(day_parse_iso(iso_day, &d));
    clock_set(&f->clock, instant_of(d, (hm){ hour * 60 + minute }, 540));
}

bool fixture_sql(struct fixture *f, const char *sql, char message[128])
{
    sqlite3 *raw;

    assert_int_equal(sqlite3_open(f->path, &raw), SQLITE_OK);
    sqlite3_busy_timeout(raw, 2000);
    sqlite3_exec(raw, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
    bool ok = sqlite3_exec(raw, sql, NULL, NULL, NULL) == SQLITE_OK;
    if (message)
        str_copy(message, 128, sqlite3_errmsg(raw));
    sqlite3_close(raw);
    return ok;
}

void fixture_write(struct fixture *f, const char *sql)
{
    struct tx tx;
    struct db *db = desk_db(f->desk);
    struct audit_entry x
        = { .staff = 1, .at = desk_instant(f->desk), .verb = "given", .object = "fixture", .id = 1 };

    fixture_fine(tx_begin(db, &tx, NULL, &f->err), &f->err);
    bool ok = db_exec(db, sql, &f->err) && audit_add(db, &x, &f->err);
    fixture_fine(tx_end(&tx, ok, &f->err), &f->err);
}

int64_t fixture_request(struct fixture *f)
{
    struct request_draft draft;
    int64_t id = 0;

    fixture_fine(desk_request_new(f->desk, &f->arena, &draft, &f->err), &f->err);
    draft.c.patient.name = "髙﨑 花子";
    draft.c.patient.kana = "タカサキ ハナコ";
    draft.c.patient.sex = "female";
    draft.c.patient.phone = "090-1234-5678";
    day_parse_iso("1965-03-08", &draft.c.patient.birth);
    draft.c.disease = "cancer";
    draft.c.diagnosis = "乳がん";
    draft.c.questions = "手術の前に薬を使うか";
    draft.c.purposes = "opinion";
    draft.c.told = draft.c.patient_agrees = draft.c.referrer_agrees = "yes";
    draft.c.institution_name = "堺東病院";
    draft.c.doctor_name = "山口";
    draft.c.patient_attends = "yes";
    fixture_fine(desk_request_take(f->desk, &draft, &id, &f->err), &f->err);
    return id;
}

struct case_view fixture_take_in(struct fixture *f, int64_t request, const struct material_draft *items, size_t n)
{
    struct materials_draft draft = { .request = request, .received_on = desk_today(f->desk), .item = items, .n = n };

    fixture_fine(desk_materials_take_in(f->desk, &draft, NULL, &f->err), &f->err);
    return fixture_view(f, request);
}

void fixture_paper(struct fixture *f, int64_t request, const char *doc)
{
    struct paper_draft draft = { .request = request, .paper = { .doc = doc, .state = "received", .promised_on = DAY_NONE,
                                                         .received_on = desk_today(f->desk), .via = "counter", .dated = DAY_NONE } };

    fixture_fine(desk_paper_record(f->desk, &draft, &f->err), &f->err);
}

void fixture_papers(struct fixture *f, int64_t request)
{
    static const struct material_draft disc = { .kind = "disc", .what = "", .owner = "visitor", .pieces = 1 };

    fixture_take_in(f, request, &disc, 1);
    fixture_paper(f, request, "request_form");
    fixture_paper(f, request, "referral");
}

bool fixture_refused(struct fixture *f, bool ok, const char *field)
{
    bool named = !ok && str_eq(f->err.field, field);

    if (!named)
        print_message("# %s: field %s: %s\n", ok ? "done" : "refused", f->err.field, f->err.msg.id);
    err_clear(&f->err);
    return named;
}

struct case_view fixture_view(struct fixture *f, int64_t request)
{
    struct case_view v;

    fixture_fine(desk_case_view(f->desk, request, false, &f->arena, &v, &f->err), &f->err);
    return v;
}

const char *fixture_where(struct fixture *f, int64_t request)
{
    struct case_view v = fixture_view(f, request);
    const char *text = "";
    size_t n;
    const struct whereabouts *w = case_whereabouts(&v.c, &f->arena, &n);

    for (size_t i = 0; i < n; i++)
        text = arena_printf(&f->arena, "%s%s%s %d", text, i == 0 ? "" : w[i].of == w[i - 1].of ? " " : ", ", w[i].place, w[i].pieces);
    return text;
}

day fixture_day(const char *iso_day)
{
    day d = DAY_NONE;

    assert_true(day_parse_iso(iso_day, &d));
    return d;
}

int64_t fixture_number(struct fixture *f, const char *sql)
{
    struct err e = ERR_INIT;
    struct stmt *s = db_stmt(desk_db(f->desk), sql, &e);
    int64_t n = stmt_row(s, &e) ? col_int(s, 0) : -1;

    assert_true(stmt_end(s));
    return n;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/desk/trust_desk.h"
#include "tests/desk/made.h"

#include "desk/act.h"
#include "desk/setup.h"
#include "desk/staff.h"
#include "sys/file.h"
#include "text/catalog.h"

static const struct {
    const char *login, *name;
    unsigned role;
} people[] = {
    { "supervisor", "大西", ROLE_SUPERVISOR }, /* first: the others' roles are confirmed by this one */
    { "clerk", "西川", ROLE_CLERK },
    { "booking", "森本", ROLE_BOOKING },
    { "cashier", "佐藤", ROLE_CASHIER },
    { "auditor", "監査", ROLE_AUDITOR },
};

const char *fixture_said(struct fixture *f)
{
    struct buf b;
    buf_init(&b, 4096);
    msg_text(NULL, &f->err.msg, &b);
    const char *text = arena_strdup(&f->arena, b.p);
    buf_fini(&b);
    err_clear(&f->err);
    return text;
}

static void setup(struct fixture *f)
{
    static const struct setting_value values[] = {
        { "hospital.name.ja", "大阪公立大学医学部附属病院 (見本)" },
        { "hospital.name.en", "Osaka Metropolitan University Hospital (sample)" },
        { "issuer.name.ja", "公立大学法人大阪 (見本)" },
        { "issuer.registration", "T7123456789012" },
    };
    const char *policy;
    size_t n;
    const char *source = getenv("top_srcdir");
    const char *path = arena_printf(&f->arena, "%s/data/policies/omu.yml", source ? source : ".");
    WORKS(f, file_read(path, 1 << 20, &f->arena, &policy, &n, &f->err));
    WORKS(f, desk_setup(&(struct setup){ .path = f->path, .clock = &f->clock, .training = true, .values = values,
                 .n_values = COUNT_OF(values), .policy = policy, .policy_bytes = n, .login = "admin",
                 .name = "管理 一郎", .passphrase = FIXTURE_PASSPHRASE, .lang = LANG_JA }, &f->err));
}

static void add_person(struct fixture *f, const char *login, const char *name, unsigned role)
{
    struct second second = NO_SECOND;
    enum desk_action action;
    struct staff_view v;
    int64_t id;
    WORKS(f, desk_staff_add(f->desk, &(struct staff_draft){ login, name, LANG_JA, "first passphrase" }, &id, &f->err));
    WORKS(f, desk_staff_view(f->desk, id, &f->arena, &v, &f->err));
    WORKS(f, desk_staff_action(f->desk, &v, true, &action, &f->err));
    if (action == ACT_STAFF_ROLES)
        WORKS(f, desk_second(f->desk, &(struct second_ask){ action, "staff", id, name }, "supervisor",
                     FIXTURE_PASSPHRASE, &second, &f->err));
    WORKS(f, desk_staff_set_roles(f->desk, id, v.rev, role, second, &f->err));
    struct desk *own = fixture_other(f);
    WORKS(f, desk_passphrase_change(own, login, "first passphrase", FIXTURE_PASSPHRASE, &f->err));
    desk_close(own);
}

void fixture_open(struct fixture *f)
{
    static struct made made;

    fixture_folder(f, 642);
    if (made_again(&made, f->path)) {
        f->desk = fixture_other(f);
        return;
    }
    setup(f);
    f->desk = fixture_other(f);
    fixture_as(f, "admin");
    for (size_t i = 0; i < COUNT_OF(people); i++)
        add_person(f, people[i].login, people[i].name, people[i].role);
    WORKS(f, desk_logout(f->desk, &f->err));
    made_keep(&made, f->path);
}

struct desk *fixture_other(struct fixture *f)
{
    struct desk *d = NULL;
    WORKS(f, desk_open(&(struct desk_options){ .path = f->path, .clock = &f->clock, .terminal = "pts/7" }, &d, &f->err));
    return d;
}

void fixture_as(struct fixture *f, const char *login)
{
    err_clear(&f->err);
    if (desk_login(f->desk, login, FIXTURE_PASSPHRASE, &f->err) != LOGIN_IN)
        fail_msg("log-in of %s: %s", login, fixture_said(f));
}

int64_t fixture_number(struct desk *d, const char *sql)
{
    struct err e = ERR_INIT;
    struct stmt *s = db_stmt(desk_db(d), sql, &e);
    int64_t n = stmt_row(s, &e) ? col_int(s, 0) : -1;
    assert_true(stmt_end(s));
    return n;
}

const char *fixture_text(struct fixture *f, const char *sql)
{
    struct err e = ERR_INIT;
    struct stmt *s = db_stmt(desk_db(f->desk), sql, &e);
    const char *text = stmt_row(s, &e) ? col_text(s, 0, &f->arena) : "";
    assert_true(stmt_end(s));
    return text;
}

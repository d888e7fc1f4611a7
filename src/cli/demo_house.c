/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The house of the training desk: hospital, people, specialists. */
#include "cli/commands.h"
#include "cli/demo_inside.h"
#include "desk/session.h"
#include "desk/setup.h"
#include "desk/specialist.h"
#include "desk/staff.h"
#include "policy/calendar.h"
#include "sys/file.h"
#include "sys/paths.h"

#define PASSPHRASE "kunren-no-mado"

static const struct {
    const char *login, *name;
    unsigned roles;
} people[] = {
    { "omori", "大森", ROLE_SUPERVISOR },
    { "nishikawa", "西川", ROLE_CLERK | ROLE_BOOKING | ROLE_CASHIER },
    { "sato", "佐藤", ROLE_CLERK | ROLE_BOOKING | ROLE_CASHIER },
    { "tanaka", "田中", ROLE_CLERK },
    { "kimura", "木村", ROLE_CASHIER },
    { "tsuji", "辻", ROLE_AUDITOR },
};

bool demo_log_in(struct demo *d, const char *login)
{
    desk_logout(d->desk, NULL);
    return desk_login(d->desk, login, PASSPHRASE, d->e) == LOGIN_IN;
}

bool demo_second(struct demo *d, const struct second_ask *ask, struct second *out)
{
    return desk_second(d->desk, ask, "omori", PASSPHRASE, out, d->e);
}

bool demo_set_up(struct demo *d, const char *path)
{
    const struct setting_value values[] = {
        { "desk.printer", d->printer },
        { "hospital.name.ja", "大阪公立大学医学部附属病院 (見本)" },
        { "hospital.name.en", "Osaka Metropolitan University Hospital (sample)" },
        { "hospital.postal", "545-0000" },
        { "hospital.address.ja", "大阪市阿倍野区旭町 (見本)" },
        { "hospital.address.en", "Asahi-machi, Abeno-ku, Osaka (sample)" },
        { "hospital.phone", "06-0000-0000" },
        { "counter.number", "1" },
        { "counter.name.ja", "1番窓口" },
        { "counter.name.en", "Reception counter 1" },
        { "counter.floor.ja", "1階" },
        { "counter.floor.en", "1F" },
        { "issuer.name.ja", "公立大学法人大阪 (見本)" },
        { "issuer.name.en", "University Public Corporation Osaka (sample)" },
        { "issuer.registration", "T7123456789012" },
        { "cashier.closes", "16:45" },
        { "idle.seconds", "3600" },
        { "idle.money_seconds", "3600" },
    };
    const char *policy, *holidays;
    size_t n;
    struct setup s = { .path = path, .clock = &d->clock, .training = true, .values = values, .n_values = COUNT_OF(values),
        .holidays_source = "syukujitsu.csv", .login = "admin", .name = "小川", .passphrase = PASSPHRASE, .lang = LANG_JA };

    if (!file_read(paths_data("policies/omu.yml", &d->arena), 1 << 20, &d->arena, &policy, &n, d->e)
        || !cli_read_holidays(paths_data("holidays.csv", &d->arena), &d->arena, &holidays, d->e))
        return false;
    s.policy = policy;
    s.policy_bytes = n;
    s.holidays = holidays;
    return desk_setup(&s, d->e)
        && desk_open(&(struct desk_options){ .path = path, .clock = &d->clock, .terminal = "demo", .printer = d->printer,
                      .unsynced = true },
            &d->desk, d->e);
}

static bool add_person(struct demo *d, const char *login, const char *name, unsigned roles)
{
    struct second second = NO_SECOND;
    enum desk_action action;
    struct staff_view v;
    int64_t id;

    if (!desk_staff_add(d->desk, &(struct staff_draft){ login, name, LANG_JA, "hajime-no-kotoba" }, &id, d->e)
        || !desk_staff_view(d->desk, id, &d->arena, &v, d->e) || !desk_staff_action(d->desk, &v, true, &action, d->e))
        return false;
    if (action == ACT_STAFF_ROLES
        && !desk_second(d->desk, &(struct second_ask){ action, "staff", id, name }, "omori", PASSPHRASE, &second, d->e))
        return false;
    return desk_staff_set_roles(d->desk, id, v.rev, roles, second, d->e);
}

bool demo_staff(struct demo *d)
{
    for (size_t i = 0; i < COUNT_OF(people); i++) {
        if (!demo_log_in(d, "admin") || !add_person(d, people[i].login, people[i].name, people[i].roles))
            return false;
        desk_logout(d->desk, NULL);
        if (!desk_passphrase_change(d->desk, people[i].login, "hajime-no-kotoba", PASSPHRASE, d->e))
            return false;
    }
    return true;
}

bool demo_specialists(struct demo *d)
{
    static const struct {
        const char *name, *kana, *name_en;
        int weekday, start, end;
    } doctors[] = { { "森", "モリ", "Mori", 2, 600, 960 }, { "岡", "オカ", "Oka", 4, 780, 960 },
        { "大西", "オオニシ", "Onishi", 3, 840, 1020 },
        /* These name their dates themselves. */
        { "矢野", "ヤノ", "Yano", 0, 0, 0 }, { "横田", "ヨコタ", "Yokota", 0, 0, 0 }, { "和田", "ワダ", "Wada", 0, 0, 0 } };
    static const struct room rooms[] = { { .name = "相談室1", .name_en = "Room 1", .floor = "2階B", .floor_en = "2F B", .active = true },
        { .name = "相談室2", .name_en = "Room 2", .floor = "2階B", .floor_en = "2F B", .active = true } };

    for (size_t i = 0; i < COUNT_OF(rooms); i++)
        if (!desk_room_save(d->desk, &rooms[i], &d->room[i], d->e))
            return false;
    for (size_t i = 0; i < COUNT_OF(doctors); i++) {
        struct specialist x = { .name = doctors[i].name, .kana = doctors[i].kana, .name_en = doctors[i].name_en,
            .department = "any", .active = true };
        struct weekly w = { .weekday = doctors[i].weekday, .start_min = doctors[i].start, .end_min = doctors[i].end,
            .place = i == 1 ? "相談室2" : "相談室1", .from = d->days[0], .until = DAY_NONE };
        int64_t id;
        if (!desk_specialist_save(d->desk, &x, &d->specialist[i], d->e))
            return false;
        w.specialist = d->specialist[i];
        if (doctors[i].end && !desk_session_add(d->desk, &w, &id, d->e))
            return false;
    }
    return true;
}

static day open_day_of(struct demo *d, const struct calendar *c, int weekday, int after)
{
    day on = day_add(d->today, after);

    while (day_weekday(on) != weekday || !calendar_open(c, d->opening, on))
        on = day_add(on, 1);
    return on;
}

bool demo_exceptions(struct demo *d)
{
    const struct calendar *c = desk_calendar(d->desk, d->e);
    int64_t id;

    if (!c)
        return false;
    struct exception_day away = { .specialist = d->specialist[2], .day = open_day_of(d, c, 3, 14), .start_min = -1, .end_min = -1,
        .why = "学会" };
    struct exception_day extra = { .specialist = d->specialist[1], .day = open_day_of(d, c, 5, 14), .extra = true, .start_min = 600,
        .end_min = 720, .place = "相談室2", .why = "" };
    return desk_exception_add(d->desk, &away, &id, d->e) && desk_exception_add(d->desk, &extra, &id, d->e)
        && desk_closure_put(d->desk, open_day_of(d, c, 1, 28), "創立記念日", "Foundation day", NULL, d->e);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* madoguchi policy check, ask, reference, as a hospital's IT person meets them. */
#include "policy_test.h"

#include "cli/policy_cmd.h"

struct run {
    char *out, *err;
    size_t n_out, n_err;
    int code;
};

/* Runs "check FILE ..." with {OMU} replaced by the shipped policy's path. */
static struct run run_policy(const char *line, struct arena *a)
{
    const char *top = getenv("top_srcdir");
    struct catalogs both = { { japanese(a), NULL } };
    char *argv[32], *rest = arena_strdup(a, line), *word;
    struct run r = { .out = NULL };
    int argc = 0;

    while ((word = strsep(&rest, " ")))
        argv[argc++]
            = str_eq(word, "{OMU}") ? arena_printf(a, "%s/data/policies/omu.yml", top) : word;
    struct policy_cmd env = { .lang = LANG_EN, .catalogs = &both, .today = iso("2026-11-24") };
    env.out = open_memstream(&r.out, &r.n_out);
    env.err = open_memstream(&r.err, &r.n_err);
    r.code = cli_policy(argc, argv, &env);
    fclose(env.out);
    fclose(env.err);
    return r;
}

static void run_end(struct run *r)
{
    free(r->out);
    free(r->err);
}

/* A JSON reader that only says whether the text is JSON: RFC 8259. */
static const char *json_value(const char *s, int depth);

static const char *json_string(const char *s)
{
    if (!s || *s++ != '"')
        return NULL;
    for (; *s != '"'; s++) {
        if ((unsigned char)*s < 0x20)
            return NULL;
        if (*s == '\\' && !strchr("\"\\/bfnrtu", *++s))
            return NULL;
    }
    return s + 1;
}

static const char *json_members(const char *s, char end, int depth)
{
    if (*s == end)
        return s + 1;
    for (;;) {
        if (end == '}') {
            s = json_string(s);
            if (!s || *s++ != ':')
                return NULL;
        }
        s = json_value(s, depth + 1);
        if (!s || (*s != ',' && *s != end))
            return NULL;
        if (*s++ == end)
            return s;
    }
}

static const char *json_value(const char *s, int depth)
{
    static const char *const words[] = { "true", "false", "null" };

    if (!s || depth > 20)
        return NULL;
    if (*s == '{' || *s == '[')
        return json_members(s + 1, *s == '{' ? '}' : ']', depth);
    if (*s == '"')
        return json_string(s);
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (str_starts(s, words[i]))
            return s + strlen(words[i]);
    const char *start = s;
    s += *s == '-';
    s += strspn(s, "0123456789");
    return s > start ? s : NULL;
}

static void check_of_the_shipped_policy_finds_nothing(void **state)
{
    struct arena a;

    (void)state;
    arena_init(&a);
    struct run r = run_policy("check {OMU}", &a);
    assert_int_equal(r.code, 0);
    assert_non_null(strstr(r.out, "omu.yml: no fault found\n"));
    assert_string_equal(r.err, "");
    run_end(&r);
    arena_fini(&a);
}

static void ask_as_json_has_the_promised_keys_with_rule_and_line(void **state)
{
    static const char *const parts[] = {
        "\"verdict\":\"need\"",
        "\"pending\":[",
        "\"requesters\":[{\"rule\":\"family\",\"line\":",
        "\"documents\":[{\"id\":\"request_form\"",
        "\"refusals\":[",
        "\"price\":{\"state\":\"known\",\"net\":30000,\"tax\":3000,\"total\":33000",
        "\"lines\":[{\"rule\":\"consultation\",\"line\":",
        "\"plan\":{\"rule\":\"on_the_day\",\"line\":",
        "\"dates\":[{\"rule\":\"appointment\",\"line\":",
        "\"earliest\":\"2026-12-03\",\"latest\":\"2026-12-14\"",
        "\"steps\":[{\"id\":\"inquiry\"",
        "患者さんが同席しないため",
        "because the patient does not attend",
        "\"fact\":\"purpose\"",
    };
    struct arena a;

    (void)state;
    arena_init(&a);
    struct run r = run_policy("ask {OMU} attendee.kind=family attendee.relation=spouse "
                              "patient.capable=yes patient.birth=1952-03-08 --json",
        &a);
    assert_int_equal(r.code, 0);
    const char *end = json_value(r.out, 0);
    assert_non_null(end);
    assert_string_equal(end, "\n");
    for (size_t i = 0; i < COUNT_OF(parts); i++)
        if (!strstr(r.out, parts[i]))
            fail_msg("%s is not in %s", parts[i], r.out);
    run_end(&r);
    arena_fini(&a);
}

static void ask_is_json_for_every_kind_of_answer(void **state)
{
    static const char *const facts[] = { "", "patient.attends=yes patient.age=8",
        "purpose=litigation,transfer", "disease=other --pick deceased",
        "attendee.kind=nonfamily patient.age=70 patient.capable=yes",
        "--visit 2026-12-08 patient.birth=2008-12-01 patient.attends=yes",
        "purpose=litigation --override litigation",
        "--event documents_complete=2026-12-14 --event visit=2027-01-20" };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(facts); i++) {
        struct arena a;
        arena_init(&a);
        struct run r = run_policy(
            arena_printf(&a, "ask {OMU} --json%s%s", *facts[i] ? " " : "", facts[i]), &a);
        assert_int_equal(r.code, 0);
        const char *end = json_value(r.out, 0);
        assert_true(end && str_eq(end, "\n"));
        run_end(&r);
        arena_fini(&a);
    }
}

static void ask_as_text_speaks_the_chosen_language(void **state)
{
    struct arena a;

    (void)state;
    arena_init(&a);
    struct run r = run_policy("ask {OMU} attendee.kind=family attendee.relation=spouse "
                              "patient.capable=yes patient.birth=1952-03-08 --lang ja",
        &a);
    assert_int_equal(r.code, 0);
    assert_non_null(strstr(r.out, "大阪公立大学医学部附属病院"));
    assert_non_null(strstr(r.out, "お受けできます。書類が不足しています。 （規則 family、"));
    assert_non_null(strstr(r.out, "相談同意書: 必要、患者さんが同席しないため"));
    assert_non_null(strstr(r.out, "合計 33,000円（本体 30,000円、消費税 3,000円）"));
    assert_null(strstr(r.out, "because"));
    run_end(&r);
    r = run_policy(
        "ask {OMU} attendee.kind=patient patient.birth=1952-03-08 purpose=litigation --lang en",
        &a);
    assert_non_null(strstr(r.out, "Not possible."));
    assert_non_null(strstr(r.out,
        "[no] We cannot accept requests made for the purpose of litigation. (rule litigation, "
        "line "));
    run_end(&r);
    arena_fini(&a);
}

static void a_wrong_command_line_names_what_is_wrong(void **state)
{
    static const struct {
        const char *line, *message;
        int code;
    } cases[] = {
        { "ask {OMU} patient.agee=3", "unknown fact 'patient.agee'; did you mean 'patient.age'?\n",
            2 },
        { "ask {OMU} --today tomorrow", "'tomorrow' is no date: write it as 2026-04-01\n", 2 },
        { "ask {OMU} --colour red", "the option --colour is not known or lacks its value\n", 2 },
        { "ask {OMU} --override litigatio", "'litigatio' is no rule that anybody may override\n", 2 },
        { "ask {OMU} --pick litigation", "'litigation' is no refusal that a person chooses (chosen_by)\n", 2 },
        { "ask {OMU} patient.age=40 patient.age=4",
            "'patient.age=4': this fact is given twice; several values are written as a,b\n", 2 },
        { "ask {OMU} --event birth=2026-01-01", "'birth' is no event\n", 2 },
        { "ask {OMU} patient.attends=no attendee.kind=patient,family",
            "patient.attends=no, but the patient is among those who come: leave one of them out\n",
            2 },
        { "try {OMU}", "usage: madoguchi policy check FILE\n", 2 },
        { "check", "usage: madoguchi policy check FILE\n", 2 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena a;
        arena_init(&a);
        struct run r = run_policy(cases[i].line, &a);
        assert_int_equal(r.code, cases[i].code);
        if (!str_starts(r.err, cases[i].message))
            fail_msg("%s: %s", cases[i].line, r.err);
        assert_string_equal(r.out, "");
        run_end(&r);
        arena_fini(&a);
    }
}

static void a_file_that_is_not_there_is_a_failure_with_its_name(void **state)
{
    struct arena a;

    (void)state;
    arena_init(&a);
    struct run r = run_policy("check /nowhere/hospital.yml", &a);
    assert_int_equal(r.code, 1);
    assert_non_null(strstr(r.err, "/nowhere/hospital.yml"));
    run_end(&r);
    arena_fini(&a);
}

static void the_reference_lists_every_section(void **state)
{
    static const char *const sections[]
        = { "policy", "calendars", "diseases", "purposes", "departments", "services", "requesters",
              "documents", "refusals", "questions", "prices", "plans", "cancellations", "clocks",
              "reports", "materials", "notices", "contacts", "conduct" };
    struct arena a;

    (void)state;
    arena_init(&a);
    struct run r = run_policy("reference", &a);
    assert_int_equal(r.code, 0);
    for (size_t i = 0; i < COUNT_OF(sections); i++)
        assert_non_null(strstr(r.out, arena_printf(&a, "### `%s`", sections[i])));
    run_end(&r);
    arena_fini(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_of_the_shipped_policy_finds_nothing),
        cmocka_unit_test(ask_as_json_has_the_promised_keys_with_rule_and_line),
        cmocka_unit_test(ask_is_json_for_every_kind_of_answer),
        cmocka_unit_test(ask_as_text_speaks_the_chosen_language),
        cmocka_unit_test(a_wrong_command_line_names_what_is_wrong),
        cmocka_unit_test(a_file_that_is_not_there_is_a_failure_with_its_name),
        cmocka_unit_test(the_reference_lists_every_section),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

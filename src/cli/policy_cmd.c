/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/policy_cmd.h"

#include "cli/policy_out.h"
#include "policy/load.h"
#include "sys/file.h"

enum { DONE = 0, FAILED = 1, USAGE = 2, OUT_MAX = 4 * 1024 * 1024, LIST_MAX = 32 };

struct asking {
    const struct policy_cmd *env;
    const char *file;
    bool json;
    enum lang lang;
    day today, visit, events[EVENT_COUNT];
    const char *overridden[LIST_MAX], *picked[LIST_MAX];
    size_t n_overridden, n_picked;
    char **facts;
    int n_facts;
};

static void complain(const struct policy_cmd *env, const struct err *e)
{
    struct buf text;

    buf_init(&text, 4000);
    msg_text(env->catalogs->of[env->lang], &e->msg, &text);
    fprintf(env->err, "%s\n", text.p);
    buf_fini(&text);
}

static int usage(const struct policy_cmd *env)
{
    fprintf(env->err, "%s\n",
        tr(env->catalogs->of[env->lang],
            N_("usage: madoguchi policy check FILE\n"
               "       madoguchi policy ask FILE fact=value ... [--json] [--lang ja|en] [--today "
               "DATE] [--visit DATE]\n"
               "                            [--event EVENT=DATE] [--override RULE] [--pick RULE]\n"
               "       madoguchi policy reference")));
    return USAGE;
}

/* Reads and checks; what is found goes to that stream, with notes also what is no fault. */
static const struct policy *load(
    const char *file, const struct policy_cmd *env, bool notes, FILE *to, struct arena *a)
{
    const struct policy *p;
    const char *bytes;
    size_t n;
    struct diags found;
    struct buf text;
    struct err e = ERR_INIT;

    if (!file_read(file, POLICY_BYTES_MAX, a, &bytes, &n, &e)) {
        complain(env, &e);
        return NULL;
    }
    diags_init(&found, a);
    p = policy_load(bytes, n, a, &found);
    buf_init(&text, OUT_MAX);
    for (size_t i = 0; i < found.n; i++)
        if (notes || found.item[i].kind == DIAG_FAULT)
            diag_text(&found.item[i], file, env->catalogs->of[env->lang], &text);
    fputs(text.p, to);
    buf_fini(&text);
    return p;
}

static int policy_check(const char *file, const struct policy_cmd *env, struct arena *a)
{
    const struct policy *p = load(file, env, true, env->out, a);
    struct err e = ERR_INIT;

    if (!p)
        return FAILED;
    fprintf(env->out, "%s: %s\n", file, tr(env->catalogs->of[env->lang], N_("no fault found")));
    if (!policy_may_switch_on(p, &e))
        fprintf(env->out, "%s: %s\n", file,
            tr(env->catalogs->of[env->lang], N_("a desk cannot run on it yet, see above")));
    return DONE;
}

static bool wrong_option(const char *option, struct err *e)
{
    return err_set(
        e, ERR_INPUT, option, N_("the option %s is not known or lacks its value"), option, NULL);
}

static bool take_date(const char *value, day *out, struct err *e)
{
    if (value && day_parse_iso(value, out))
        return true;
    return err_set(e, ERR_INPUT, "date", N_("'%s' is no date: write it as 2026-04-01"),
        value ? value : "", NULL);
}

static bool take_event(const char *value, struct asking *q, struct err *e)
{
    const char *equals = value ? strchr(value, '=') : NULL;
    char name[32];
    enum event event;

    if (!equals || (size_t)(equals - value) >= sizeof name)
        return wrong_option("--event", e);
    memcpy(name, value, (size_t)(equals - value));
    name[equals - value] = '\0';
    if (!event_of(name, &event))
        return err_set(e, ERR_INPUT, "--event", N_("'%s' is no event"), name, NULL);
    return take_date(equals + 1, &q->events[event], e);
}

static bool take_option(const char *option, const char *value, struct asking *q, struct err *e)
{
    if (str_eq(option, "--today"))
        return take_date(value, &q->today, e);
    if (str_eq(option, "--visit"))
        return take_date(value, &q->visit, e);
    if (str_eq(option, "--event"))
        return take_event(value, q, e);
    if (str_eq(option, "--lang"))
        return (value && lang_of(value, &q->lang)) || wrong_option(option, e);
    if (str_eq(option, "--override") && value && q->n_overridden < LIST_MAX) {
        q->overridden[q->n_overridden++] = value;
        return true;
    }
    if (str_eq(option, "--pick") && value && q->n_picked < LIST_MAX) {
        q->picked[q->n_picked++] = value;
        return true;
    }
    return wrong_option(option, e);
}

static bool take_arguments(int argc, char **argv, struct asking *q, struct arena *a, struct err *e)
{
    q->facts = ARENA_ARRAY(a, char *, (size_t)argc + 1);
    for (int i = 0; i < argc; i++) {
        if (str_eq(argv[i], "--json")) {
            q->json = true;
        } else if (str_starts(argv[i], "--")) {
            if (!take_option(argv[i], i + 1 < argc ? argv[i + 1] : NULL, q, e))
                return false;
            i++;
        } else if (!q->file) {
            q->file = argv[i];
        } else {
            q->facts[q->n_facts++] = argv[i];
        }
    }
    return true;
}

/* What would be ignored is refused: the answer would look as if it had been taken into account. */
static bool check_rules(const struct asking *q, const struct policy *p, struct err *e)
{
    for (size_t i = 0; i < q->n_overridden; i++)
        if (!str_eq(q->overridden[i], "out_of_scope") && policy_override(p, q->overridden[i]) == OVERRIDE_NONE)
            return err_set(e, ERR_INPUT, "--override", N_("'%s' is no rule that anybody may override"), q->overridden[i], NULL);
    for (size_t i = 0; i < q->n_picked; i++) {
        const struct policy_refusal *r = policy_refusal(p, q->picked[i]);
        if (!r || !r->chosen_by)
            return err_set(e, ERR_INPUT, "--pick", N_("'%s' is no refusal that a person chooses (chosen_by)"), q->picked[i], NULL);
    }
    return true;
}

static bool is_repeated(const struct asking *q, int i)
{
    const char *equals = strchr(q->facts[i], '=');
    for (int k = 0; equals && k < i; k++)
        if (strncmp(q->facts[i], q->facts[k], (size_t)(equals - q->facts[i]) + 1) == 0)
            return true;
    return false;
}

static bool take_facts(
    const struct asking *q, const struct policy *p, struct facts *f, struct err *e)
{
    for (int i = 0; i < q->n_facts; i++)
        if (!facts_set_text(f, p, q->facts[i], e))
            return false;
        else if (is_repeated(q, i))
            return err_set(e, ERR_INPUT, q->facts[i], N_("'%s': this fact is given twice; several values are written as a,b"),
                q->facts[i], NULL);
    for (size_t i = 0; i < facts_attendees(f); i++)
        if (str_eq(facts_attendee(f, (int)i)->kind, "patient") && facts_patient_attends(f) == 0)
            return err_set(e, ERR_INPUT, "patient.attends",
                N_("patient.attends=no, but the patient is among those who come: leave one of them "
                   "out"),
                NULL);
    return true;
}

/* The dates show what would follow if the papers were complete today, unless --event says when. */
static void answer(const struct asking *q, const struct policy *p, const struct facts *f,
    struct arena *a, struct answer *out)
{
    struct answer_in in;

    answer_in_init(&in, p, f, q->env->calendar, q->today);
    in.visit = q->visit;
    memcpy(in.events, q->events, sizeof in.events);
    if (!day_known(in.events[EVENT_APPLICATION]))
        in.events[EVENT_APPLICATION] = q->today;
    if (!day_known(in.events[EVENT_DOCUMENTS_COMPLETE]))
        in.events[EVENT_DOCUMENTS_COMPLETE] = q->today;
    in.overridden = (struct strings){ (const char **)q->overridden, q->n_overridden };
    in.picked = (struct strings){ (const char **)q->picked, q->n_picked };
    policy_answer(&in, a, out);
}

static int policy_ask(int argc, char **argv, const struct policy_cmd *env, struct arena *a)
{
    struct asking q = { .env = env, .lang = env->lang, .today = env->today, .visit = DAY_NONE };
    struct policy_cmd spoken = *env;
    struct facts *f = facts_new(a);
    struct answer result;
    struct err e = ERR_INIT;
    struct buf text;

    for (size_t i = 0; i < EVENT_COUNT; i++)
        q.events[i] = DAY_NONE;
    if (!take_arguments(argc, argv, &q, a, &e)) {
        complain(env, &e);
        return USAGE;
    }
    if (!q.file)
        return usage(env);
    spoken.lang = q.lang;
    const struct policy *p = load(q.file, &spoken, false, env->err, a);
    if (!p)
        return FAILED;
    if (!check_rules(&q, p, &e) || !take_facts(&q, p, f, &e)) {
        complain(&spoken, &e);
        return USAGE;
    }
    answer(&q, p, f, a, &result);
    buf_init(&text, OUT_MAX);
    if (q.json)
        policy_json(&result, env->catalogs, a, &text);
    else
        policy_text(&result, env->catalogs->of[q.lang], q.lang, a, &text);
    fputs(text.p, env->out);
    buf_fini(&text);
    return DONE;
}

int cli_policy(int argc, char **argv, const struct policy_cmd *env)
{
    struct arena a;
    int code;

    arena_init(&a);
    if (argc == 2 && str_eq(argv[0], "check")) {
        code = policy_check(argv[1], env, &a);
    } else if (argc >= 2 && str_eq(argv[0], "ask")) {
        code = policy_ask(argc - 1, argv + 1, env, &a);
    } else if (argc == 1 && str_eq(argv[0], "reference")) {
        struct buf text;
        buf_init(&text, OUT_MAX);
        policy_reference(&text);
        fputs(text.p, env->out);
        buf_fini(&text);
        code = DONE;
    } else {
        code = usage(env);
    }
    arena_fini(&a);
    return code;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loader: every fault with its place and a sentence; nothing is ignored (policy.md). */
#include "policy_test.h"

#define HEAD "policy: { id: x, name: { ja: 院, en: H } }\n"
#define SERVICE                                                                                    \
    "services: { s: { format: in_person, steps: [ request, papers, booking, visit, close ] } }\n"
/* HEAD and SERVICE are lines 1 and 2; what is added begins in line 3. */
#define GOOD HEAD SERVICE

struct fault_case {
    const char *text, *faults; /* one a line, without "x.yml:" */
};

static const struct fault_case FAULTS[] = {
    /* the file as YAML */
    { "", "1:1: the file holds no policy" },
    { "# nothing\n", "1:1: the file holds no policy" },
    { "- a\n", "1:1: sections are expected here, as 'policy:' and 'services:'" },
    { GOOD "refusals: [ a, b\n",
        "4:1: the file cannot be read as YAML from here on: did not find expected ',' or ']'" },
    { GOOD "contacts:\n\ta: 1\n",
        "4:1: the file cannot be read as YAML from here on: found character that cannot start any "
        "token" },
    { HEAD "services: &a { s: { format: in_person, steps: [ request, close ] } }\n",
        "2:11: anchors are not allowed: '&a'" },
    { GOOD "contacts: { c: *a }\n",
        "3:16: aliases are not allowed: '*a'\n3:16: contacts.c: keys with values are expected "
        "here: { key: value }" },
    { "policy: { id: !x y, name: { ja: 院, en: H } }\n" SERVICE,
        "1:15: tags are not allowed: '!x'" },
    { HEAD SERVICE "contacts: {}\ncontacts: {}\n",
        "4:1: duplicate key 'contacts': it stands already in line 3" },
    { "policy:\n  id: x\n  name: { ja: 院, en: H }\n  id: y\n" SERVICE,
        "4:3: duplicate key 'id': it stands already in line 2" },
    { GOOD "---\na: b\n", "3:1: a second document begins here; a policy is one document" },
    { GOOD "? [ a ]\n: b\n", "3:3: a key must be one word, not a list or a map" },
    { "policy: { id: \xff }\n", "1:15: these bytes are no UTF-8 text" },
    { HEAD SERVICE "# \xe6\x97\xa5\xe6\n", "3:4: these bytes are no UTF-8 text" },
    { HEAD SERVICE "# 院\033[31m\n", "3:4: a control character (U+001B) stands here" },
    { HEAD SERVICE "# \xc2\x9b\n", "3:3: a control character (U+009B) stands here" },
    { HEAD SERVICE "# a\x7f\n", "3:4: a control character (U+007F) stands here" },
    { "\xff\xfep\0o\0", "1:1: these bytes are no UTF-8 text" }, /* UTF-16 */
    { GOOD "x: &a [ y, y ]\nz: [ *a, *a ]\n",
        "3:1: unknown section 'x'\n3:4: anchors are not allowed: '&a'\n4:1: unknown section 'z'\n"
        "4:6: aliases are not allowed: '*a'\n4:10: aliases are not allowed: '*a'" },
    /* sections and keys */
    { SERVICE, "1:1: the section 'policy' is missing" },
    { HEAD, "1:1: the section 'services' is missing" },
    { GOOD "refusal: []\n", "3:1: unknown section 'refusal'; did you mean 'refusals'?" },
    { GOOD "opening_hours: {}\n", "3:1: unknown section 'opening_hours'" },
    { GOOD "contacts: { c: { phome: 1 } }\n",
        "3:18: contacts.c: unknown key 'phome'; did you mean 'phone'?" },
    { GOOD "conduct: { dogs: no }\n",
        "3:12: conduct: unknown key 'dogs'; allowed: recording, check_in_minutes, check_in_token, "
        "check_in_at" },
    { GOOD "requesters: { a: { allow: yes } }\n",
        "3:13: requesters: a list is expected here: [ .. ] or lines that begin with '- '" },
    { GOOD "contacts: [ a ]\n",
        "3:11: contacts: keys with values are expected here: { key: value }" },
    { GOOD "requesters: [ a ]\n",
        "3:15: requesters[0]: keys with values are expected here: { key: value }" },
    { GOOD "requesters: [ { id: a } ]\n", "3:15: requesters[a]: the key 'allow' is missing" },
    { GOOD "requesters: [ { allow: yes } ]\n", "3:15: requesters[0]: the key 'id' is missing" },
    { GOOD "requesters: [ { id: a, allow: } ]\n",
        "3:31: requesters[a].allow: the value is missing" },
    { GOOD "requesters: [ { id: a, allow: [ yes ] } ]\n",
        "3:31: requesters[a].allow: one value is expected here, not a list or a map" },
    { GOOD "requesters: [ { id: a, allow: jes } ]\n",
        "3:31: requesters[a].allow: 'jes' is not allowed here; did you mean 'yes'?" },
    { GOOD "requesters: [ { id: a, allow: true } ]\n",
        "3:31: requesters[a].allow: 'true' is not allowed here; allowed: yes, no, ask" },
    { GOOD "requesters: [ { id: a, allow: ask }, { id: a, allow: ask } ]\n",
        "3:1: requesters[a]: this rule is never reached: 'a' in line 3 has no 'when' and always "
        "matches first\n"
        "3:44: requesters[a]: the id 'a' is already used in line 3" },
    { GOOD "requesters: [ { id: 2nd, allow: ask } ]\n",
        "3:21: requesters[2nd].id: '2nd' is no good id: a letter, then letters, digits and _" },
    { GOOD "diseases: { and: { title: { ja: あ, en: a } } }\n",
        "3:13: diseases.and: 'and' is no good id: a letter, then letters, digits and _" },
    /* values */
    { "policy: { id: x, name: 病院 }\n" SERVICE,
        "1:24: policy.name: both languages are needed: { ja: .., en: .. }" },
    { "policy: { id: x, name: { ja: 院 } }\n" SERVICE,
        "1:24: policy.name: both languages are needed: 'en' is missing" },
    { "policy: { id: x, name: { ja: 院, en: H, fr: H } }\n" SERVICE,
        "1:40: policy.name: unknown key 'fr'; allowed: ja, en" },
    { "policy: { id: x, name: { ja: 院, en: \"a\\e[31m\" } }\n" SERVICE,
        "1:37: policy.name.en: the text holds a control or invisible character" },
    { "policy: { id: x, name: { ja: 院, en: H }, valid_from: 2026-02-30 }\n" SERVICE,
        "1:54: policy.valid_from: '2026-02-30' is no date: write it as 2026-04-01" },
    { "policy: { id: x, name: { ja: 院, en: H }, currency: YEN }\n" SERVICE,
        "1:52: policy.currency: 'YEN' is not allowed here; allowed: JPY, USD, EUR, CNY, KRW, TWD, "
        "HKD, SGD, THB, VND, GBP, AUD" },
    { GOOD "prices: [ { id: p, shape: flat, amount: 33.5 } ]\n",
        "3:41: prices[p].amount: '33.5' is not an amount in JPY: digits only, as 33000" },
    { GOOD "prices: [ { id: p, shape: flat, amount: \"33,000\" } ]\n",
        "3:41: prices[p].amount: '33,000' is not an amount in JPY: digits only, as 33000" },
    { GOOD "prices: [ { id: p, shape: flat, amount: -1 } ]\n",
        "3:41: prices[p].amount: '-1' is not an amount in JPY: digits only, as 33000" },
    { GOOD "prices: [ { id: p, shape: flat, amount: 9223372036854775807 } ]\n",
        "3:41: prices[p].amount: '9223372036854775807' is too large for an amount" },
    { GOOD "prices: [ { id: p, shape: tiers, tiers: { 30: 99999999999999999999 } } ]\n",
        "3:47: prices[p].tiers: '99999999999999999999' is too large for an amount" },
    { GOOD "prices: [ { id: p, shape: flat, amount: 033000 } ]\n",
        "3:41: prices[p].amount: '033000' is not an amount in JPY: digits only, as 33000" },
    { GOOD "conduct: { check_in_minutes: 15min }\n",
        "3:30: conduct.check_in_minutes: '15min' is not a whole number from 0 to 240" },
    { GOOD "conduct: { check_in_minutes: 0900 }\n",
        "3:30: conduct.check_in_minutes: '0900' is not a whole number from 0 to 240" },
    { GOOD "documents: [ { id: d, title: { ja: あ, en: a }, copy_ok: maybe } ]\n",
        "3:57: documents[d].copy_ok: 'maybe' is not allowed here; allowed: yes, no" },
    { GOOD "materials: [ { id: m, kinds: [ slides ], destination: keep } ]\n",
        "3:32: materials[m].kinds: 'slides' is not allowed here; allowed: disc, film, blood_test, "
        "slide_stained, slide_unstained, block, "
        "pathology_report, imaging_report, summary, endoscopy, referral, other" },
    { GOOD "plans: [ { id: p, method: [] } ]\n",
        "3:27: plans[p].method: the list is empty: leave the key out instead" },
    /* references */
    { HEAD "services: { s: { format: in_person, calendar: desk, steps: [ request, close ] } }\n",
        "2:47: services.s.calendar: 'desk' is not in the section calendars" },
    { GOOD "departments: { d: { accept: [ cancer ] } }\n",
        "3:31: departments.d.accept: 'cancer' is not in the section diseases" },
    { GOOD "diseases: { cancer: { title: { ja: がん, en: c } } }\ndepartments: { d: { exclude: "
           "cancr } }\n",
        "4:30: departments.d.exclude: 'cancr' is not in the section diseases; did you mean "
        "'cancer'?" },
    { GOOD "documents: [ { id: d, title: { ja: あ, en: a }, due: bokking } ]\n",
        "3:53: documents[d].due: 'bokking' is no step; did you mean 'booking'?" },
    { GOOD "documents: [ { id: d, title: { ja: あ, en: a }, due: quote } ]\n",
        "3:53: documents[d].due: the step 'quote' is in no service's steps" },
    { GOOD "documents: [ { id: d, title: { ja: あ, en: a }, due: { days: 3 } } ]\n",
        "3:53: documents[d].due: one of 'before' and 'after' is needed, with an event" },
    { GOOD "clocks: [ { id: c, from: visits, to: visit, min: 1 } ]\n",
        "3:26: clocks[c].from: 'visits' is not allowed here; did you mean 'visit'?" },
    { GOOD "clocks: [ { id: c, from: visit, to: visit } ]\n",
        "3:11: clocks[c]: one of 'min' and 'max' is needed" },
    { GOOD "clocks: [ { id: c, from: visit, to: visit, min: 3, max: 2 } ]\n",
        "3:11: clocks[c]: 'min' is more than 'max'" },
    { GOOD "refusals: [ { id: r, chosen_by: clerk, effect: reroute, to: nowhere } ]\n",
        "3:61: refusals[r].to: 'nowhere' is not in the section services" },
    /* conditions stand at their place in the file */
    { GOOD "refusals: [ { id: r, when: patient.tolt, effect: warn, say: { ja: あ, en: a } } ]\n",
        "3:28: refusals[r].when: unknown fact 'patient.tolt'; did you mean 'patient.told'?" },
    { GOOD "refusals: [ { id: r, when: \"purpose = litigatoin\", effect: warn, say: { ja: あ, en: "
           "a } } ]\n",
        "3:39: refusals[r].when: 'litigatoin' is no value of purpose; did you mean 'litigation'?" },
    { GOOD "prices: [ { id: p, shape: per, amount: 1, count: patient.told } ]\n",
        "3:50: prices[p].count: patient.told is no number that can be counted" },
    /* calendars */
    { GOOD "calendars: { c: { hours: { Mo: 09:00-12:00 } } }\n",
        "3:28: calendars.c.hours: 'Mo' names no weekdays: Mon, Mon-Fri, any" },
    { GOOD "calendars: { c: { hours: { Mon-Fri: 09:00-12:00, Wed: 13:00-15:00 } } }\n",
        "3:50: calendars.c.hours: 'Wed' names a weekday a second time" },
    { GOOD "calendars: { c: { hours: { Mon: 12:00-09:00 } } }\n",
        "3:33: calendars.c.hours: '12:00-09:00' are no hours: 09:00-16:45" },
    { GOOD "calendars: { c: { closed: [ 13/01 ] } }\n",
        "3:29: calendars.c.closed: '13/01' names no days: holidays, Sat, 1st Sat, 12/29-01/03 or "
        "2026-08-14" },
    { GOOD "calendars: { c: { closed: [ 6th Sat ] } }\n",
        "3:29: calendars.c.closed: '6th Sat' names no days: holidays, Sat, 1st Sat, 12/29-01/03 or "
        "2026-08-14" },
    /* steps */
    { HEAD "services: { s: { format: in_person } }\n",
        "2:1: services.s: the key 'steps' is missing" },
    { HEAD "services: { s: { format: in_person, steps: [ request, visit ], slot_minutes: 7 } }\n",
        "2:1: services.s: the step 'close' must come last\n2:1: services.s: 'slot_minutes' goes by five minutes" },
    { HEAD "services: { s: { format: in_person, steps: [ request, inquiry, close ] } }\n",
        "2:1: services.s: the step 'inquiry' can only come first" },
    { HEAD "services: { s: { format: in_person, steps: [ request, visit, request, close ] } }\n",
        "2:62: services.s.steps: the step 'request' is there twice" },
    { HEAD "services: { s: { format: in_person, steps: [ request, vist, close ] } }\n",
        "2:55: services.s.steps: 'vist' is not allowed here; did you mean 'visit'?" },
    { HEAD
        "services: { s: { format: in_person, steps: [ request, { any: [ visit ] }, close ] } }\n",
        "2:55: services.s.steps: a step is a name, { any_order: [ .. ] } or { own: ID, title: .. "
        "}" },
    { HEAD "services: { s: { format: elsewhere, say: { ja: あ, en: a } } }\n",
        "2:11: services: no service is run here" },
    { HEAD SERVICE "x: 1\n", "3:1: unknown section 'x'" },
    /* whole entries */
    { GOOD "requesters:\n- { id: a, allow: ask }\n- { id: b, when: patient.told, allow: ask }\n",
        "5:1: requesters[b]: this rule is never reached: 'a' in line 4 has no 'when' and always "
        "matches first\n"
        "5:1: warning: requesters[b]: the last rule has a 'when': whoever matches no rule is "
        "refused without a sentence of the hospital" },
    { GOOD "prices:\n- { id: a, when: patient.told, shape: free }\n- { id: b, when: patient.told, "
           "shape: free }\n",
        "5:1: prices[b]: this rule is never reached: 'a' in line 4 has the same condition" },
    { GOOD "plans:\n- { id: a }\n- { id: b }\n",
        "5:1: plans[b]: this rule is never reached: 'a' in line 4 has no 'when' and always matches "
        "first" },
    { GOOD "requesters: [ { id: a, allow: no } ]\n",
        "3:1: requesters[a]: the key 'say' is missing" },
    { GOOD "refusals: [ { id: r, effect: refuse, say: { ja: あ, en: a } } ]\n",
        "3:1: refusals[r]: this rule would refuse everybody: it needs 'when' or 'chosen_by'" },
    { GOOD "refusals: [ { id: r, when: patient.told, chosen_by: clerk, effect: refuse, say: { ja: "
           "あ, en: a } } ]\n",
        "3:1: refusals[r]: a refusal has 'when' or 'chosen_by', not both" },
    { GOOD "refusals: [ { id: r, when: patient.told, effect: reroute } ]\n",
        "3:1: refusals[r]: 'reroute' needs 'to': the service to go to" },
    { GOOD "refusals: [ { id: r, when: patient.told, effect: warn } ]\n",
        "3:1: refusals[r]: the key 'say' is missing" },
    { GOOD "refusals: [ { id: out_of_scope, when: patient.told, effect: warn, say: { ja: あ, en: a "
           "} } ]\n",
        "3:1: refusals[out_of_scope]: the id 'out_of_scope' is reserved" },
    { GOOD "documents: [ { id: d } ]\n", "3:1: documents[d]: the key 'title' is missing" },
    { GOOD "documents: [ { id: d, title: { ja: あ, en: a } } ]\nrefusals: [ { id: d, when: "
           "patient.told, effect: warn, say: { ja: あ, en: a } } ]\n",
        "4:1: refusals[d]: the id 'd' is already used in line 3; an override could mean either" },
    { GOOD "documents: [ { id: form, serves: consent, title: { ja: あ, en: a } } ]\n",
        "3:1: documents[form]: a paper that serves 'consent' has the id 'consent'" },
    { GOOD "documents: [ { id: consent, title: { ja: あ, en: a } } ]\n",
        "3:1: documents[consent]: 'consent' is the name of a paper that requester rules ask for: "
        "add 'serves'" },
    { GOOD "documents: [ { id: identity, serves: identity, need: recommended, title: { ja: あ, en: "
           "a } } ]\n",
        "3:1: documents[identity]: a paper that serves a requester rule takes its need from there: "
        "leave 'when' and 'need' out" },
    { GOOD "questions: { q1: { title: { ja: あ, en: a }, type: choice } }\n",
        "3:1: questions.q1: the key 'choices' is missing" },
    { GOOD "notices: [ { id: n, at: visit } ]\n", "3:12: notices[n]: the key 'say' is missing" },
    /* shapes */
    { GOOD "prices: [ { id: p, shape: flat } ]\n", "3:11: prices[p]: the shape 'flat' needs the key 'amount'" },
    { GOOD "prices: [ { id: p, shape: flt, amount: 1, minutes: 60 } ]\n",
        "3:27: prices[p].shape: 'flt' is not allowed here; did you mean 'flat'?" },
    { GOOD "prices: [ { id: p, shape: flat, amount: 1, base: 2 } ]\n",
        "3:44: prices[p]: the key 'base' has no meaning for the shape 'flat'" },
    { GOOD "prices: [ { id: p, shape: tiers, tiers: { 30: 1, 20: 2 } } ]\n",
        "3:50: prices[p].tiers: tiers are minutes in rising order: '20' is not" },
    { GOOD "plans: [ { id: p, parts: [ { amount: 1, rest: yes } ] } ]\n",
        "3:28: plans[p].parts: a part has one of 'amount', 'percent' and 'rest'" },
};

static void each_class_of_fault_is_named_with_its_place(void **state)
{
    size_t wrong = 0;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(FAULTS); i++) {
        struct arena a;
        struct diags d;
        const char *want = "";
        arena_init(&a);
        diags_init(&d, &a);
        char *rest = arena_strdup(&a, FAULTS[i].faults), *line;
        while ((line = strsep(&rest, "\n")))
            want = arena_printf(&a, "%sx.yml:%s\n", want, line);
        assert_null(policy_load(FAULTS[i].text, strlen(FAULTS[i].text), &a, &d));
        if (!str_eq(diags_as_text(&d, &a), want)) {
            print_error("%s--- got\n%s--- want\n%s\n", FAULTS[i].text, diags_as_text(&d, &a), want);
            wrong++;
        }
        arena_fini(&a);
    }
    assert_int_equal(wrong, 0);
}

static void all_faults_of_a_file_are_reported_at_once_in_its_order(void **state)
{
    static const char text[]
        = "policy:\n"
          "  id: x\n"
          "  nam: { ja: 院, en: H }\n"
          "services:\n"
          "  s: { format: in_persn, steps: [ request, close ] }\n"
          "requesters:\n"
          "  - { id: a, when: patient.age >= x and patient.tolt, allow: yess }\n"
          "prices:\n"
          "  - { id: p, shape: flat, amount: many }\n";
    static const char want[]
        = "x.yml:2:3: policy: the key 'name' is missing\n"
          "x.yml:3:3: policy: unknown key 'nam'; did you mean 'name'?\n"
          "x.yml:5:16: services.s.format: 'in_persn' is not allowed here; did you mean "
          "'in_person'?\n"
          "x.yml:7:35: requesters[a].when: 'x' is no value of patient.age; allowed: 0, 1, 2 ...\n"
          "x.yml:7:41: requesters[a].when: unknown fact 'patient.tolt'; did you mean "
          "'patient.told'?\n"
          "x.yml:7:62: requesters[a].allow: 'yess' is not allowed here; did you mean 'yes'?\n"
          "x.yml:9:35: prices[p].amount: 'many' is not an amount in JPY: digits only, as 33000\n";
    struct arena a;
    struct diags d;

    (void)state;
    arena_init(&a);
    diags_init(&d, &a);
    assert_null(policy_load(text, strlen(text), &a, &d));
    assert_string_equal(diags_as_text(&d, &a), want);
    arena_fini(&a);
}

/* Files from other machines: lines end in CR LF or CR, a byte order mark stands before the text. */
static void line_ends_and_the_mark_of_other_machines_change_nothing(void **state)
{
    static const char *const ends[] = { "\n", "\r\n", "\r" };

    (void)state;
    for (size_t i = 0; i < 2 * COUNT_OF(ends); i++) {
        struct arena a;
        struct diags d;
        arena_init(&a);
        diags_init(&d, &a);
        char *rest = arena_strdup(&a, GOOD "contacts: { c: { phome: 1 } }\n"), *line;
        const char *file = i % 2 ? "\xef\xbb\xbf" : "";
        while ((line = strsep(&rest, "\n")) && rest)
            file = arena_printf(&a, "%s%s%s", file, line, ends[i / 2]);
        assert_null(policy_load(file, strlen(file), &a, &d));
        assert_string_equal(diags_as_text(&d, &a),
            "x.yml:3:18: contacts.c: unknown key 'phome'; did you mean 'phone'?\n");
        arena_fini(&a);
    }
}

static void what_is_nested_without_end_is_refused(void **state)
{
    static const char *const pieces[] = { "[", "{a: ", "- ", "? " };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(pieces); i++) {
        struct arena a;
        struct diags d;
        struct buf b;
        arena_init(&a);
        diags_init(&d, &a);
        buf_init(&b, 1000000);
        for (int k = 0; k < 100000; k++)
            buf_puts(&b, pieces[i]);
        assert_null(policy_load(b.p, b.len, &a, &d));
        assert_true(d.n > 0);
        buf_fini(&b);
        arena_fini(&a);
    }
}

static void what_probably_means_something_else_is_a_warning(void **state)
{
    static const char text[] = GOOD "requesters:\n"
                                    "  - { id: a, when: patient.told is set, allow: yes }\n"
                                    "  - { id: b, allow: no, say: { ja: あ, en: a } }\n";
    struct arena a;
    struct diags d;

    (void)state;
    arena_init(&a);
    diags_init(&d, &a);
    assert_non_null(policy_load(text, strlen(text), &a, &d));
    assert_string_equal(diags_as_text(&d, &a),
        "x.yml:4:1: warning: requesters[a]: 'is set' is never unknown, so the question is not "
        "asked; compare with a value\n");
    arena_fini(&a);
}

static void what_this_version_cannot_carry_out_loads_and_is_refused_at_switch_on(void **state)
{
    static const struct {
        const char *text, *refusal;
    } cases[] = {
        { GOOD "prices: [ { id: p, shape: quote } ]\n",
            "this version does not yet price the shape 'quote'" },
        { GOOD "prices: [ { id: p, shape: range, min: 1, max: 2 } ]\n",
            "this version does not yet price the shape 'range'" },
        { GOOD "prices: [ { id: p, shape: formula, points: 500 } ]\n",
            "this version does not yet price the shape 'formula'" },
        { GOOD "plans: [ { id: p, method: transfer } ]\n",
            "this version does not yet match transfers, invoices and apps" },
        { GOOD "plans: [ { id: p, parts: [ { percent: 50, due: booking }, { rest: yes, due: visit "
               "} ] } ]\n",
            "this version takes the fee at once, not in parts" },
        { GOOD "cancellations: [ { id: c, on: no_show, percent: 100 } ]\n",
            "this version cannot carry out everything in the section cancellations" },
        { HEAD "services: { s: { format: online, steps: [ request, close ] } }\n",
            "this version does not yet run online consultations" },
        { HEAD "services: { s: { format: in_person, sessions: 2, steps: [ request, close ] } }\n",
            "this version books one visit with one specialist" },
        { HEAD "services: { s: { format: in_person, steps: [ request, { own: call, title: { ja: "
               "電話, en: Call } }, close ] } }\n",
            "this version has no screen for own steps" },
        { "policy: { id: x, name: { ja: 院, en: H }, currency: USD }\n" SERVICE
          "prices: [ { id: p, shape: flat, amount: 550.50 } ]\n",
            "this version takes money only in yen" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arena a;
        struct err e = ERR_INIT;
        struct buf m;
        arena_init(&a);
        buf_init(&m, 1000);
        const struct policy *p = good_policy(cases[i].text, &a);
        assert_false(policy_may_switch_on(p, &e));
        msg_text(NULL, &e.msg, &m);
        assert_string_equal(m.p, cases[i].refusal);
        buf_fini(&m);
        arena_fini(&a);
    }
}

static void amounts_are_kept_in_the_smallest_unit_of_the_currency(void **state)
{
    struct arena a;

    (void)state;
    arena_init(&a);
    const struct policy *p
        = good_policy("policy: { id: x, name: { ja: 院, en: H }, currency: USD }\n" SERVICE
                      "prices: [ { id: p, when: patient.told, shape: flat, amount: 550 }, { id: q, "
                      "shape: flat, amount: 550.5 } ]\n",
            &a);
    assert_int_equal(policy_price(p, "p")->amount.v, 55000);
    assert_int_equal(policy_price(p, "q")->amount.v, 55050);
    arena_fini(&a);
}

/* policy.md: every scalar is text until its key types it */
static void words_that_yaml_would_change_stay_what_they_are(void **state)
{
    struct arena a;

    (void)state;
    arena_init(&a);
    const struct policy *p = good_policy(
        GOOD "contacts: { c: { title: { ja: 1e3, en: no }, phone: 0661234567 } }\n", &a);
    assert_string_equal(policy_contact(p, "c")->phone, "0661234567");
    assert_string_equal(policy_contact(p, "c")->rule.title.ja, "1e3");
    assert_string_equal(policy_contact(p, "c")->rule.title.en, "no");
    arena_fini(&a);
}

static void a_file_above_one_mebibyte_is_refused(void **state)
{
    struct arena a;
    struct diags d;

    (void)state;
    arena_init(&a);
    diags_init(&d, &a);
    char *large = arena_alloc(&a, POLICY_BYTES_MAX + 2);
    memset(large, '#', POLICY_BYTES_MAX + 1);
    assert_null(policy_load(large, POLICY_BYTES_MAX + 1, &a, &d));
    assert_string_equal(diags_as_text(&d, &a), "x.yml:1:1: the file is larger than 1 MiB\n");
    arena_fini(&a);
}

static void the_shipped_policy_has_no_fault_no_warning_and_can_be_switched_on(void **state)
{
    struct arena a;
    struct diags d;
    struct err e = ERR_INIT;
    size_t n;

    (void)state;
    arena_init(&a);
    diags_init(&d, &a);
    char *text = tree_file(&a, "top_srcdir", "data/policies/omu.yml", &n);
    const struct policy *p = policy_load(text, n, &a, &d);
    assert_string_equal(diags_as_text(&d, &a), "");
    assert_non_null(p);
    assert_true(policy_may_switch_on(p, &e));
    assert_string_equal(p->id, "omu");
    arena_fini(&a);
}

/* Every requirement of domain.md 1.1 that is policy is named in a comment of the shipped file. */
static void the_shipped_policy_names_the_requirements_that_it_carries(void **state)
{
    static const int ids[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
        20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35 };
    struct arena a;
    size_t n;

    (void)state;
    arena_init(&a);
    char *text = tree_file(&a, "top_srcdir", "data/policies/omu.yml", &n);
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        const char *id = arena_printf(&a, "OMU-%d", ids[i]), *at = text;
        while ((at = strstr(at, id)) && at[strlen(id)] >= '0' && at[strlen(id)] <= '9')
            at++;
        if (!at)
            fail_msg("%s is not in the file", id);
    }
    arena_fini(&a);
}

/* A policy with every section and shape loads: each key of the table is reached once. */
static void the_example_with_every_section_loads(void **state)
{
    struct arena a;
    size_t n;

    (void)state;
    arena_init(&a);
    const struct policy *p
        = good_policy(tree_file(&a, "top_srcdir", "tests/data/policy/all-sections.yml", &n), &a);
    assert_int_equal(p->n_prices, 11);
    assert_int_equal(p->n_plans, 2);
    assert_int_equal(p->services[0].n_outcomes, 1);
    assert_int_equal(policy_document(p, "letter")->n_must_state, 2);
    assert_int_equal(policy_document(p, "letter")->due.kind, DUE_EVENT);
    arena_fini(&a);
}

static uint32_t next_random(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

/* Deterministic: bytes of good files are changed, cut, doubled; the loader must answer, not crash,
 * and a policy that loads must also answer. */
static void mutated_files_never_crash_the_loader(void **state)
{
    static const char *const files[]
        = { "data/policies/omu.yml", "tests/data/policy/all-sections.yml" };
    static const char spice[] = "[]{}:,-#&*!|>'\"%@`\n \t()=<>0aé";
    uint32_t seed = 20261124;
    int loaded = 0;
    int rounds = str_eq(getenv("MADO_TESTS"), "long") ? 4000 : 300;

    (void)state;
    for (int i = 0; i < rounds; i++) {
        struct arena a;
        struct diags d;
        size_t n;
        arena_init(&a);
        diags_init(&d, &a);
        char *text = tree_file(&a, "top_srcdir", files[i % 2], &n);
        for (uint32_t k = next_random(&seed) % 4 + 1; k > 0; k--) {
            size_t at = next_random(&seed) % n;
            switch (next_random(&seed) % 4) {
            case 0:
                text[at] = spice[next_random(&seed) % (sizeof spice - 1)];
                break;
            case 1:
                memmove(text + at, text + at + 1, n - at - 1);
                n--;
                break;
            case 2:
                n = at + 1;
                break;
            default: {
                size_t length = next_random(&seed) % 60, from = next_random(&seed) % n;
                if (from + length < n && at + length < n)
                    memmove(text + at, text + from, length);
            }
            }
        }
        const struct policy *p = policy_load(text, n, &a, &d);
        assert_true(p || diags_count(&d, DIAG_FAULT) > 0);
        if (p) {
            struct answer o;
            judge_facts(p, "patient.birth=1952-03-08 attendee.kind=family", "2026-11-24", &a, &o);
            loaded++;
        }
        arena_fini(&a);
    }
    assert_true(loaded > 0 && loaded < rounds);
}

static void the_reference_in_the_docs_is_fresh(void **state)
{
    struct arena a;
    struct buf text;
    size_t n;

    (void)state;
    arena_init(&a);
    buf_init(&text, 1000000);
    policy_reference(&text);
    char *page = tree_file(&a, "top_srcdir", "docs/POLICY.md", &n);
    if (!strstr(page, text.p))
        fail_msg(
            "docs/POLICY.md is stale: put the output of `madoguchi policy reference` at its end");
    buf_fini(&text);
    arena_fini(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_class_of_fault_is_named_with_its_place),
        cmocka_unit_test(all_faults_of_a_file_are_reported_at_once_in_its_order),
        cmocka_unit_test(line_ends_and_the_mark_of_other_machines_change_nothing),
        cmocka_unit_test(what_is_nested_without_end_is_refused),
        cmocka_unit_test(what_probably_means_something_else_is_a_warning),
        cmocka_unit_test(what_this_version_cannot_carry_out_loads_and_is_refused_at_switch_on),
        cmocka_unit_test(amounts_are_kept_in_the_smallest_unit_of_the_currency),
        cmocka_unit_test(words_that_yaml_would_change_stay_what_they_are),
        cmocka_unit_test(a_file_above_one_mebibyte_is_refused),
        cmocka_unit_test(the_shipped_policy_has_no_fault_no_warning_and_can_be_switched_on),
        cmocka_unit_test(the_shipped_policy_names_the_requirements_that_it_carries),
        cmocka_unit_test(the_example_with_every_section_loads),
        cmocka_unit_test(mutated_files_never_crash_the_loader),
        cmocka_unit_test(the_reference_in_the_docs_is_fresh),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

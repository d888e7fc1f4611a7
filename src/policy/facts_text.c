/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts typed as text, and facts said in words. */
#include "policy/fact_name.h"
#include "policy/policy.h"
#include "text/catalog.h"

enum { VALUES_MAX = 32, TYPED_MAX = 512 };

struct typed {
    struct fact_ref fact;
    enum fact_type type;
    struct fact_value value[VALUES_MAX];
    bool empty[VALUES_MAX]; /* "family,,friend": the second is not known */
    size_t n;
};

/* The attendee facts go to the attendees in order; those that are not there yet are added. */
static void set_attendees(struct facts *f, const struct typed *t, struct arena *a)
{
    size_t had = facts_attendees(f), n = had > t->n ? had : t->n;
    struct attendee_facts *all = ARENA_ARRAY(a, struct attendee_facts, n ? n : 1);

    for (size_t i = 0; i < n; i++) {
        all[i] = i < had ? *facts_attendee(f, (int)i)
                         : (struct attendee_facts){ .degree = KINSHIP_UNKNOWN };
        if (i >= t->n || t->empty[i])
            continue;
        if (t->fact.id == FACT_ATTENDEE_KIND)
            all[i].kind = t->value[i].word;
        else if (t->fact.id == FACT_ATTENDEE_IS_CARER)
            all[i].is_carer = t->value[i].word;
        else if (t->fact.id == FACT_ATTENDEE_DEGREE)
            all[i].degree = t->value[i].word ? KINSHIP_NONE : (int)t->value[i].number;
        else
            all[i].relation = t->value[i].word;
    }
    facts_forget(f, FACT_ATTENDEE_KIND);
    for (size_t i = 0; i < n; i++)
        facts_add_attendee(f, &all[i]);
    facts_entered(f, FACT_ATTENDEE_KIND);
}

static void set_one(struct facts *f, const struct typed *t, struct arena *a)
{
    const struct fact_value *v = &t->value[0];
    enum doc_state state;

    switch (t->fact.id) {
    case FACT_DOC:
        BUG_IF(!doc_state_of(v->word, &state));
        facts_set_doc(f, t->fact.key, ATTENDEE_ALL, state);
        return;
    case FACT_DOC_ITEM:
        facts_set_doc_item(f, t->fact.key, t->fact.item, str_eq(v->word, "yes"));
        return;
    case FACT_QUESTION: {
        char iso[DAY_TEXT];
        day_iso((day){ (int32_t)v->number }, iso);
        facts_set_question(f, t->fact.key,
            v->word                         ? v->word
                : t->type == FACT_TYPE_DATE ? arena_strdup(a, iso)
                                            : arena_printf(a, "%lld", (long long)v->number));
        return;
    }
    case FACT_MATERIALS_COUNT:
        facts_set_materials(f, t->fact.key, v->number);
        return;
    default:
        break;
    }
    if (fact_info(t->fact.id)->attendee) {
        set_attendees(f, t, a);
        return;
    }
    facts_forget(f, t->fact.id);
    if (fact_info(t->fact.id)->several) {
        for (size_t i = 0; i < t->n; i++)
            facts_add(f, t->fact.id, v[i].word);
        facts_entered(f, t->fact.id);
    } else if (v->word) {
        facts_set(f, t->fact.id, v->word);
    } else {
        facts_set_number(f, t->fact.id, v->number);
    }
}

static bool read_values(
    struct typed *t, char *list, const struct vocabulary *v, struct arena *a, struct err *e)
{
    const char *name = fact_ref_name(t->fact, a);
    bool several = fact_info(t->fact.id)->several;

    for (char *at = list, *comma; at; at = comma) {
        comma = several ? strchr(at, ',') : NULL;
        if (comma)
            *comma++ = '\0';
        if (t->n == VALUES_MAX)
            return err_set(e, ERR_INPUT, name, N_("too many values for %s"), name, NULL);
        t->empty[t->n] = *at == '\0';
        if (*at && !fact_value_check(t->fact, t->type, at, v, &t->value[t->n], a, e))
            return false;
        t->n++;
    }
    return true;
}

bool facts_set_text(struct facts *f, const struct policy *p, const char *assignment, struct err *e)
{
    struct vocabulary v = policy_vocabulary(p);
    struct typed t = { .n = 0 };
    const char *equals = strchr(assignment, '=');
    struct arena a;
    bool ok;

    if (!equals || equals == assignment || strlen(assignment) > TYPED_MAX)
        return err_set(e, ERR_INPUT, "", N_("'%s' is not written as fact=value"), assignment, NULL);
    arena_init(&a);
    char *name = arena_strndup(&a, assignment, (size_t)(equals - assignment));
    char *value = arena_strdup(&a, equals + 1);
    if (str_eq(name, "patient.birth")) {
        day birth;
        ok = day_parse_iso(value, &birth);
        if (ok)
            facts_set_birth(f, birth);
        else
            err_set(e, ERR_INPUT, name, N_("'%s' is no date: write it as 2026-04-01"), value, NULL);
    } else if (!fact_name_find(name, &v, &t.fact, &t.type, &a, e)) {
        ok = false;
    } else if (!*value && !fact_info(t.fact.id)->several) {
        ok = err_set(e, ERR_INPUT, name,
            N_("the value of %s is missing; leave the fact out when it is not known"), name, NULL);
    } else if (*value ? !read_values(&t, value, &v, &a, e) : false) {
        ok = false;
    } else {
        set_one(f, &t, &a);
        ok = true;
    }
    arena_fini(&a);
    return ok;
}

static struct bilingual own_title(const struct policy *p, struct fact_ref r)
{
    const struct rule *rule = NULL;

    if (p && r.id == FACT_QUESTION && policy_question(p, r.key))
        rule = &policy_question(p, r.key)->rule;
    if (p && (r.id == FACT_DOC || r.id == FACT_DOC_ITEM) && policy_document(p, r.key))
        rule = &policy_document(p, r.key)->rule;
    return rule ? rule->title : (struct bilingual){ NULL, NULL };
}

void fact_label(const struct policy *p, struct fact_ref r, const struct catalog *c, enum lang l,
    struct buf *out)
{
    struct bilingual own = own_title(p, r);

    if (own.ja || own.en)
        buf_puts(out, bilingual_in(own, l));
    else
        buf_puts(out, tr(c, fact_info(r.id)->label));
}

void fact_question(const struct policy *p, struct fact_ref r, const struct catalog *c, enum lang l,
    struct buf *out)
{
    const struct policy_question *q = p && r.id == FACT_QUESTION ? policy_question(p, r.key) : NULL;

    if (q && (q->rule.say.ja || q->rule.say.en))
        buf_puts(out, bilingual_in(q->rule.say, l));
    else if (q)
        buf_puts(out, bilingual_in(q->rule.title, l));
    else if (fact_info(r.id)->question)
        buf_puts(out, tr(c, fact_info(r.id)->question));
}

/* A value in words: of the program, of the file, or as it is. */
static void value_text(const struct policy *p, struct fact_ref r, const struct fact_value *v,
    const struct catalog *c, enum lang l, struct buf *out)
{
    const struct fact_word *word = v->word ? fact_word(r.id, v->word) : NULL;
    const struct rule *rule = NULL;

    if (!v->word) {
        buf_printf(out, "%lld", (long long)v->number);
        return;
    }
    if (p && r.id == FACT_DISEASE && policy_disease(p, v->word))
        rule = &policy_disease(p, v->word)->rule;
    else if (p && r.id == FACT_PURPOSE && policy_purpose(p, v->word))
        rule = &policy_purpose(p, v->word)->rule;
    else if (p && r.id == FACT_SERVICE && policy_service(p, v->word))
        rule = &policy_service(p, v->word)->rule;
    else if (p && r.id == FACT_DEPARTMENT && policy_department(p, v->word))
        rule = &policy_department(p, v->word)->rule;
    if (rule && (rule->title.ja || rule->title.en))
        buf_puts(out, bilingual_in(rule->title, l));
    else
        buf_puts(out, word ? tr(c, word->label) : v->word);
}

void fact_clause(const struct policy *p, const struct facts *f, struct fact_ref r,
    const struct catalog *c, enum lang l, struct buf *out)
{
    const struct fact_info *info = fact_info(r.id);
    struct arena a;
    struct buf values, label;
    const char *form = info->is_value ? info->is_value : N_("%s: %s");

    arena_init(&a);
    struct fact_values v = facts_values(f, r, &a);
    if (v.n == 1 && info->is_yes
        && (str_eq(v.item[0].word, "yes") || str_eq(v.item[0].word, "no"))) {
        buf_puts(out, tr(c, str_eq(v.item[0].word, "yes") ? info->is_yes : info->is_no));
        arena_fini(&a);
        return;
    }
    buf_init(&values, 2000);
    buf_init(&label, 1000);
    for (size_t i = 0; i < v.n; i++) {
        if (i > 0)
            buf_puts(&values, tr(c, N_(", ")));
        value_text(p, r, &v.item[i], c, l, &values);
    }
    if (v.n == 0)
        buf_puts(&values, tr(c, v.unknown || v.partly ? N_("not known yet") : N_("nobody")));
    fact_label(p, r, c, l, &label);
    if (info->is_value)
        msg_format(tr(c, form), (const char *const[]){ values.p }, 1, out);
    else
        msg_format(tr(c, form), (const char *const[]){ label.p, values.p }, 2, out);
    buf_fini(&values);
    buf_fini(&label);
    arena_fini(&a);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "policy/facts.h"

enum single_kind { SINGLE_UNKNOWN, SINGLE_WORD, SINGLE_NUMBER };

struct word_list {
    const char **item;
    size_t n, cap;
    bool entered;
};

struct doc_fact {
    const char *doc, *item; /* item NULL = the state of the paper */
    int attendee;
    enum doc_state state;
    bool ticked;
};

struct keyed_fact {
    const char *key, *word;
    int64_t number;
};

struct facts {
    struct arena *arena;
    struct {
        enum single_kind kind;
        const char *word;
        int64_t number;
    } single[FACT_PLAIN_COUNT];
    struct word_list list[FACT_PLAIN_COUNT]; /* several-valued facts that are no attendee's */
    day birth, at;
    struct attendee_facts *attendees;
    size_t n_attendees, cap_attendees;
    struct doc_fact *docs;
    size_t n_docs, cap_docs;
    struct keyed_fact *questions, *materials;
    size_t n_questions, cap_questions, n_materials, cap_materials;
};

struct facts *facts_new(struct arena *a)
{
    struct facts *f = ARENA_NEW(a, struct facts);

    f->arena = a;
    f->birth = f->at = DAY_NONE;
    return f;
}

/* A list of the original may not be grown by the copy: its capacity is what it holds. */
struct facts *facts_copy(const struct facts *f, struct arena *a)
{
    struct facts *copy = ARENA_NEW(a, struct facts);

    *copy = *f;
    copy->arena = a;
#define COPY(list, n, cap, type)                                                                   \
    do {                                                                                           \
        copy->list = f->n ? ARENA_ARRAY(a, type, f->n) : NULL;                                     \
        if (f->n)                                                                                  \
            memcpy(copy->list, f->list, sizeof(type) * f->n);                                      \
        copy->cap = f->n;                                                                          \
    } while (0)
    COPY(attendees, n_attendees, cap_attendees, struct attendee_facts);
    COPY(docs, n_docs, cap_docs, struct doc_fact);
    COPY(questions, n_questions, cap_questions, struct keyed_fact);
    COPY(materials, n_materials, cap_materials, struct keyed_fact);
    for (int i = 0; i < FACT_PLAIN_COUNT; i++)
        COPY(list[i].item, list[i].n, list[i].cap, const char *);
#undef COPY
    return copy;
}

static bool same_list(const struct word_list *a, const struct word_list *b)
{
    bool same = a->n == b->n && a->entered == b->entered;

    for (size_t i = 0; same && i < a->n; i++)
        same = str_eq(a->item[i], b->item[i]);
    return same;
}

static bool same_keyed(const struct keyed_fact *a, size_t n_a, const struct keyed_fact *b, size_t n_b)
{
    bool same = n_a == n_b;

    for (size_t i = 0; same && i < n_a; i++)
        same = str_eq(a[i].key, b[i].key) && str_eq(a[i].word, b[i].word) && a[i].number == b[i].number;
    return same;
}

static bool same_docs(const struct facts *a, const struct facts *b)
{
    bool same = a->n_docs == b->n_docs;

    for (size_t i = 0; same && i < a->n_docs; i++) {
        const struct doc_fact *x = &a->docs[i], *y = &b->docs[i];
        same = str_eq(x->doc, y->doc) && str_eq(x->item, y->item) && x->attendee == y->attendee && x->state == y->state
            && x->ticked == y->ticked;
    }
    return same;
}

static bool same_attendees(const struct facts *a, const struct facts *b)
{
    bool same = a->n_attendees == b->n_attendees;

    for (size_t i = 0; same && i < a->n_attendees; i++) {
        const struct attendee_facts *x = &a->attendees[i], *y = &b->attendees[i];
        same = str_eq(x->kind, y->kind) && str_eq(x->relation, y->relation) && x->degree == y->degree
            && str_eq(x->is_carer, y->is_carer);
    }
    return same;
}

static bool same_single(const struct facts *a, const struct facts *b, int id)
{
    if (a->single[id].kind != b->single[id].kind)
        return false;
    return a->single[id].kind == SINGLE_WORD ? str_eq(a->single[id].word, b->single[id].word)
        : a->single[id].kind == SINGLE_NUMBER ? a->single[id].number == b->single[id].number
                                              : true;
}

bool facts_same(const struct facts *a, const struct facts *b)
{
    for (int i = 0; i < FACT_PLAIN_COUNT; i++)
        if (!same_single(a, b, i) || !same_list(&a->list[i], &b->list[i]))
            return false;
    return day_cmp(a->birth, b->birth) == 0 && day_cmp(a->at, b->at) == 0 && same_attendees(a, b) && same_docs(a, b)
        && same_keyed(a->questions, a->n_questions, b->questions, b->n_questions)
        && same_keyed(a->materials, a->n_materials, b->materials, b->n_materials);
}

static bool word_allowed(enum fact_id id, const char *word)
{
    const struct fact_info *info = fact_info(id);

    if (info->section || info->type == FACT_TYPE_COUNTRY || info->type == FACT_TYPE_TEXT)
        return true;
    return fact_word(id, word) || str_eq(word, "unclear");
}

void facts_set(struct facts *f, enum fact_id id, const char *word)
{
    if (str_empty(word)) {
        facts_forget(f, id);
        return;
    }
    BUG_IF(id >= FACT_PLAIN_COUNT || !word_allowed(id, word));
    if (fact_info(id)->several && !fact_info(id)->attendee) {
        facts_forget(f, id);
        facts_add(f, id, word);
        return;
    }
    f->single[id].kind = SINGLE_WORD;
    f->single[id].word = arena_strdup(f->arena, word);
}

void facts_set_number(struct facts *f, enum fact_id id, int64_t n)
{
    BUG_IF(id >= FACT_PLAIN_COUNT || fact_info(id)->type != FACT_TYPE_NUMBER);
    f->single[id].kind = SINGLE_NUMBER;
    f->single[id].number = n;
}

void facts_add(struct facts *f, enum fact_id id, const char *word)
{
    struct word_list *l = &f->list[id];

    if (str_empty(word))
        return;
    BUG_IF(id >= FACT_PLAIN_COUNT || !fact_info(id)->several || fact_info(id)->attendee
        || !word_allowed(id, word));
    for (size_t i = 0; i < l->n; i++)
        if (str_eq(l->item[i], word))
            return;
    l->item = arena_grow(f->arena, l->item, l->n, &l->cap, sizeof *l->item);
    l->item[l->n++] = arena_strdup(f->arena, word);
    l->entered = true;
}

void facts_entered(struct facts *f, enum fact_id id)
{
    BUG_IF(id >= FACT_PLAIN_COUNT || !fact_info(id)->several);
    if (fact_info(id)->attendee)
        f->list[FACT_ATTENDEE_KIND].entered = true;
    else
        f->list[id].entered = true;
}

void facts_forget(struct facts *f, enum fact_id id)
{
    BUG_IF(id >= FACT_PLAIN_COUNT);
    f->single[id].kind = SINGLE_UNKNOWN;
    f->list[id] = (struct word_list){ 0 };
    if (fact_info(id)->attendee)
        f->n_attendees = 0;
}

void facts_set_birth(struct facts *f, day birth)
{
    f->birth = birth;
}

void facts_set_day(struct facts *f, day at)
{
    f->at = at;
}

int facts_add_attendee(struct facts *f, const struct attendee_facts *who)
{
    struct attendee_facts *a;

    BUG_IF(!str_empty(who->kind) && !fact_word(FACT_ATTENDEE_KIND, who->kind));
    BUG_IF(!str_empty(who->relation) && !fact_word(FACT_ATTENDEE_RELATION, who->relation));
    f->attendees = arena_grow(
        f->arena, f->attendees, f->n_attendees, &f->cap_attendees, sizeof *f->attendees);
    a = &f->attendees[f->n_attendees];
    *a = (struct attendee_facts){
        .kind = str_empty(who->kind) ? NULL : arena_strdup(f->arena, who->kind),
        .relation = str_empty(who->relation) ? NULL : arena_strdup(f->arena, who->relation),
        .degree = who->degree,
        .is_carer = str_empty(who->is_carer) ? NULL : arena_strdup(f->arena, who->is_carer),
    };
    if (a->degree == KINSHIP_UNKNOWN)
        a->degree = relation_degree(a->relation);
    f->list[FACT_ATTENDEE_KIND].entered = true;
    return (int)f->n_attendees++;
}

size_t facts_attendees(const struct facts *f)
{
    return f->n_attendees;
}

const struct attendee_facts *facts_attendee(const struct facts *f, int index)
{
    BUG_IF(index < 0 || (size_t)index >= f->n_attendees);
    return &f->attendees[index];
}

static struct doc_fact *doc_fact(struct facts *f, const char *doc, const char *item, int attendee)
{
    for (size_t i = 0; i < f->n_docs; i++)
        if (str_eq(f->docs[i].doc, doc) && str_eq(f->docs[i].item, item)
            && f->docs[i].attendee == attendee)
            return &f->docs[i];
    f->docs = arena_grow(f->arena, f->docs, f->n_docs, &f->cap_docs, sizeof *f->docs);
    f->docs[f->n_docs] = (struct doc_fact){ .doc = arena_strdup(f->arena, doc),
        .item = arena_strdup(f->arena, item),
        .attendee = attendee };
    return &f->docs[f->n_docs++];
}

void facts_set_doc(struct facts *f, const char *doc, int attendee, enum doc_state s)
{
    doc_fact(f, doc, NULL, attendee)->state = s;
}

void facts_set_doc_item(struct facts *f, const char *doc, const char *item, bool ticked)
{
    doc_fact(f, doc, item, ATTENDEE_ALL)->ticked = ticked;
}

static struct keyed_fact *keyed(
    struct arena *a, struct keyed_fact **list, size_t *n, size_t *cap, const char *key)
{
    for (size_t i = 0; i < *n; i++)
        if (str_eq((*list)[i].key, key))
            return &(*list)[i];
    *list = arena_grow(a, *list, *n, cap, sizeof **list);
    (*list)[*n] = (struct keyed_fact){ .key = arena_strdup(a, key) };
    return &(*list)[(*n)++];
}

void facts_set_question(struct facts *f, const char *question, const char *value)
{
    struct keyed_fact *k
        = keyed(f->arena, &f->questions, &f->n_questions, &f->cap_questions, question);

    k->word = str_empty(value) ? NULL : arena_strdup(f->arena, value);
}

void facts_set_materials(struct facts *f, const char *kind, int64_t pieces)
{
    keyed(f->arena, &f->materials, &f->n_materials, &f->cap_materials, kind)->number = pieces;
}

enum doc_state facts_doc(const struct facts *f, const char *doc, int attendee)
{
    enum doc_state all = DOC_AWAITED;

    for (size_t i = 0; i < f->n_docs; i++) {
        const struct doc_fact *d = &f->docs[i];
        if (!str_eq(d->doc, doc) || d->item)
            continue;
        if (d->attendee == attendee)
            return d->state;
        if (d->attendee == ATTENDEE_ALL)
            all = d->state;
    }
    return all;
}

static bool at_a_desk(const struct facts *f)
{
    const char *format
        = f->single[FACT_FORMAT].kind == SINGLE_WORD ? f->single[FACT_FORMAT].word : NULL;

    return !str_eq(format, "written") && !str_eq(format, "documents") && !str_eq(format, "slides");
}

static bool list_has(const struct word_list *l, const char *word)
{
    for (size_t i = 0; i < l->n; i++)
        if (str_eq(l->item[i], word))
            return true;
    return false;
}

int facts_patient_attends(const struct facts *f)
{
    const char *said = f->single[FACT_PATIENT_ATTENDS].kind == SINGLE_WORD
        ? f->single[FACT_PATIENT_ATTENDS].word
        : NULL;
    bool all_known = true;

    if (str_eq(said, "yes"))
        return 1;
    if (str_eq(said, "no"))
        return 0;
    if (said) /* unclear */
        return -1;
    if (!at_a_desk(f) && f->n_attendees == 0)
        return f->list[FACT_APPLICANT_KIND].entered
            ? list_has(&f->list[FACT_APPLICANT_KIND], "patient")
            : -1;
    for (size_t i = 0; i < f->n_attendees; i++) {
        if (str_eq(f->attendees[i].kind, "patient"))
            return 1;
        all_known = all_known && f->attendees[i].kind;
    }
    return f->list[FACT_ATTENDEE_KIND].entered && all_known ? 0 : -1;
}

int facts_age(const struct facts *f)
{
    if (f->single[FACT_PATIENT_AGE].kind == SINGLE_NUMBER)
        return (int)f->single[FACT_PATIENT_AGE].number;
    if (day_known(f->birth) && day_known(f->at))
        return day_age(f->birth, f->at);
    return -1;
}

static void value_add(
    struct fact_values *v, size_t *cap, struct arena *a, const char *word, int64_t number)
{
    v->item = arena_grow(a, v->item, v->n, cap, sizeof *v->item);
    v->item[v->n++] = (struct fact_value){ word, number };
}

/* One attendee's value; false when it is not known yet. The patient has a kind, nothing else. */
static bool attendee_value(
    const struct attendee_facts *who, enum fact_id id, const char **word, int64_t *number)
{
    *word = NULL;
    *number = 0;
    switch (id) {
    case FACT_ATTENDEE_KIND:
        *word = who->kind;
        return who->kind != NULL;
    case FACT_ATTENDEE_RELATION:
        *word = who->relation;
        return who->relation != NULL;
    case FACT_ATTENDEE_IS_CARER:
        *word = who->is_carer;
        return who->is_carer != NULL;
    case FACT_ATTENDEE_DEGREE:
        if (who->degree == KINSHIP_NONE)
            *word = "none";
        *number = who->degree;
        return who->degree != KINSHIP_UNKNOWN;
    default:
        BUG_IF(true);
        return false;
    }
}

static struct fact_values attendee_values(const struct facts *f, enum fact_id id, struct arena *a)
{
    struct fact_values v = { 0 };
    size_t cap = 0;
    int attends = facts_patient_attends(f);
    bool patient_listed = false, any = false;

    if (!at_a_desk(f) && f->n_attendees == 0) { /* the applicant stands in where nobody sits */
        const struct word_list *l = &f->list[FACT_APPLICANT_KIND];
        for (size_t i = 0; id == FACT_ATTENDEE_KIND && i < l->n; i++)
            value_add(&v, &cap, a, l->item[i], 0);
        v.unknown = v.n == 0 && !(id == FACT_ATTENDEE_KIND && l->entered);
        return v;
    }
    for (size_t i = 0; i < f->n_attendees; i++) {
        const char *word;
        int64_t number;
        bool patient = str_eq(f->attendees[i].kind, "patient");
        if (patient && attends == 0)
            continue;
        any = true;
        patient_listed = patient_listed || patient;
        if (patient && id != FACT_ATTENDEE_KIND)
            continue;
        if (attendee_value(&f->attendees[i], id, &word, &number))
            value_add(&v, &cap, a, word, number);
        else
            v.partly = true;
    }
    if (attends == 1 && !patient_listed) {
        any = true;
        if (id == FACT_ATTENDEE_KIND)
            value_add(&v, &cap, a, "patient", 0);
    }
    v.unknown = !any && !f->list[FACT_ATTENDEE_KIND].entered;
    return v;
}

static struct fact_values doc_values(const struct facts *f, struct fact_ref r, struct arena *a)
{
    struct fact_values v = { 0 };
    enum doc_state worst = DOC_CHECKED;
    size_t cap = 0;
    bool each = false;

    if (r.id == FACT_DOC_ITEM) {
        const char *ticked = "no";
        for (size_t i = 0; i < f->n_docs; i++)
            if (str_eq(f->docs[i].doc, r.key) && str_eq(f->docs[i].item, r.item))
                ticked = f->docs[i].ticked ? "yes" : "no";
        value_add(&v, &cap, a, ticked, 0);
        return v;
    }
    for (size_t i = 0; i < f->n_docs; i++)
        if (str_eq(f->docs[i].doc, r.key) && !f->docs[i].item)
            each = each || f->docs[i].attendee != ATTENDEE_ALL;
    if (each) { /* the worst state among those who come, except the patient */
        for (size_t i = 0; i < f->n_attendees; i++)
            if (!str_eq(f->attendees[i].kind, "patient") && facts_doc(f, r.key, (int)i) < worst)
                worst = facts_doc(f, r.key, (int)i);
    } else {
        worst = facts_doc(f, r.key, ATTENDEE_ALL);
    }
    value_add(&v, &cap, a, doc_state_id(worst), (int64_t)worst);
    return v;
}

static struct fact_values keyed_values(
    const struct keyed_fact *list, size_t n, const char *key, struct arena *a)
{
    struct fact_values v = { .unknown = true };
    size_t cap = 0;

    for (size_t i = 0; i < n; i++)
        if (str_eq(list[i].key, key)) {
            day d;
            int64_t number = list[i].number;
            bool is_date = list[i].word && day_parse_iso(list[i].word, &d);
            if (is_date)
                number = d.n;
            else if (list[i].word && !str_int(list[i].word, &number))
                number = 0;
            value_add(&v, &cap, a, list[i].word, number);
            v.unknown = false;
        }
    return v;
}

/* Facts that follow from others unless they were set by hand. */
static bool derived_value(
    const struct facts *f, enum fact_id id, struct arena *a, struct fact_values *v)
{
    size_t cap = 0;
    int attends = facts_patient_attends(f);

    switch (id) {
    case FACT_PATIENT_ATTENDS:
        if (attends < 0)
            return false;
        value_add(v, &cap, a, attends ? "yes" : "no", 0);
        return true;
    case FACT_PATIENT_AGE:
        if (facts_age(f) < 0)
            return false;
        value_add(v, &cap, a, NULL, facts_age(f));
        return true;
    case FACT_PATIENT_SCHOOL_STAGE:
        if (!school_stage(f->birth, f->at))
            return false;
        value_add(v, &cap, a, school_stage(f->birth, f->at), 0);
        return true;
    case FACT_ATTENDEES_COUNT: {
        struct fact_values kinds = attendee_values(f, FACT_ATTENDEE_KIND, a);
        if (kinds.unknown)
            return false;
        int64_t here = (int64_t)kinds.n;
        for (size_t i = 0; kinds.partly && i < f->n_attendees; i++)
            here += f->attendees[i].kind == NULL;
        value_add(v, &cap, a, NULL, here);
        return true;
    }
    case FACT_DEPARTMENTS_COUNT:
        if (!f->list[FACT_DEPARTMENT].entered)
            return false;
        value_add(v, &cap, a, NULL, (int64_t)f->list[FACT_DEPARTMENT].n);
        return true;
    default:
        return false;
    }
}

struct fact_values facts_values(const struct facts *f, struct fact_ref r, struct arena *a)
{
    struct fact_values v = { 0 };
    size_t cap = 0;

    if (r.id == FACT_DOC || r.id == FACT_DOC_ITEM)
        return doc_values(f, r, a);
    if (r.id == FACT_QUESTION)
        return keyed_values(f->questions, f->n_questions, r.key, a);
    if (r.id == FACT_MATERIALS_COUNT)
        return keyed_values(f->materials, f->n_materials, r.key, a);
    if (fact_info(r.id)->attendee)
        return attendee_values(f, r.id, a);
    if (fact_info(r.id)->several) {
        for (size_t i = 0; i < f->list[r.id].n; i++)
            value_add(&v, &cap, a, f->list[r.id].item[i], 0);
        v.unknown = !f->list[r.id].entered;
        return v;
    }
    if (f->single[r.id].kind == SINGLE_WORD)
        value_add(&v, &cap, a, f->single[r.id].word, 0);
    else if (f->single[r.id].kind == SINGLE_NUMBER)
        value_add(&v, &cap, a, NULL, f->single[r.id].number);
    else if (!derived_value(f, r.id, a, &v))
        v.unknown = true;
    return v;
}

const char *facts_text(const struct facts *f, struct fact_ref r, struct arena *a)
{
    struct fact_values v = facts_values(f, r, a);

    if (v.n == 0)
        return NULL;
    return v.item[0].word ? v.item[0].word : arena_printf(a, "%lld", (long long)v.item[0].number);
}

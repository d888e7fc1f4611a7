/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "policy/fact_name.h"

const char *const MATERIAL_KINDS[]
    = { "disc", "film", "blood_test", "slide_stained", "slide_unstained", "block",
          "pathology_report", "imaging_report", "summary", "endoscopy", "referral", "other" };
const size_t MATERIAL_KINDS_COUNT = COUNT_OF(MATERIAL_KINDS);

bool material_kind(const char *kind)
{
    for (size_t i = 0; i < MATERIAL_KINDS_COUNT; i++)
        if (str_eq(MATERIAL_KINDS[i], kind))
            return true;
    return false;
}

/* Offers prefix + id to a did-you-mean. */
struct offered {
    struct nearest *nearest;
    const char *prefix;
    struct arena *arena;
};

static void offer(void *to, const char *id)
{
    struct offered *o = to;

    nearest_offer(o->nearest, arena_printf(o->arena, "%s%s", o->prefix, id));
}

static void offer_section(struct nearest *n, const char *section, const char *prefix,
    const struct vocabulary *v, struct arena *a)
{
    struct offered o = { n, prefix, a };

    if (v && v->each)
        v->each(v->arg, section, offer, &o);
}

static bool unknown_fact(
    const char *name, const struct vocabulary *v, struct arena *a, struct err *e)
{
    struct nearest n;

    nearest_start(&n, name);
    for (int i = 0; i < FACT_PLAIN_COUNT; i++)
        nearest_offer(&n, fact_info((enum fact_id)i)->name);
    offer_section(&n, "documents", "doc.", v, a);
    offer_section(&n, "questions", "q.", v, a);
    for (size_t i = 0; i < MATERIAL_KINDS_COUNT; i++)
        nearest_offer(&n, arena_printf(a, "materials.count.%s", MATERIAL_KINDS[i]));
    if (n.best[0])
        return err_set(
            e, ERR_INPUT, name, N_("unknown fact '%s'; did you mean '%s'?"), name, n.best, NULL);
    return err_set(e, ERR_INPUT, name, N_("unknown fact '%s'"), name, NULL);
}

static bool has(const struct vocabulary *v, const char *section, const char *id)
{
    return v && v->has && v->has(v->arg, section, id);
}

static bool find_doc(
    char *rest, const struct vocabulary *v, struct fact_ref *out, enum fact_type *type)
{
    char *dot = strchr(rest, '.');

    if (dot)
        *dot = '\0';
    if (!has(v, "documents", rest))
        return false;
    *out = (struct fact_ref){ dot ? FACT_DOC_ITEM : FACT_DOC, rest, dot ? dot + 1 : NULL };
    *type = dot ? FACT_TYPE_BOOL : FACT_TYPE_WORD;
    return !dot || (v->doc_item && v->doc_item(v->arg, rest, dot + 1));
}

bool fact_name_find(const char *name, const struct vocabulary *v, struct fact_ref *out,
    enum fact_type *type, struct arena *a, struct err *e)
{
    enum fact_id id;

    *out = (struct fact_ref){ FACT_COUNT, NULL, NULL };
    if (fact_by_name(name, &id)) {
        *out = (struct fact_ref){ id, NULL, NULL };
        *type = fact_info(id)->type;
        return true;
    }
    if (str_starts(name, "doc.") && find_doc(arena_strdup(a, name + 4), v, out, type))
        return true;
    if (str_starts(name, "q.") && v && v->question && v->question(v->arg, name + 2, type)) {
        *out = (struct fact_ref){ FACT_QUESTION, arena_strdup(a, name + 2), NULL };
        return true;
    }
    if (str_starts(name, "materials.count.") && material_kind(name + 16)) {
        *out = (struct fact_ref){ FACT_MATERIALS_COUNT, arena_strdup(a, name + 16), NULL };
        *type = FACT_TYPE_NUMBER;
        return true;
    }
    return unknown_fact(name, v, a, e);
}

static void allowed_words(struct fact_ref r, enum fact_type type, struct buf *out)
{
    const struct fact_info *info = fact_info(r.id);

    if (type == FACT_TYPE_NUMBER)
        buf_puts(out, "0, 1, 2 ...");
    if (type == FACT_TYPE_DATE)
        buf_puts(out, "2026-04-01");
    if (type == FACT_TYPE_COUNTRY)
        buf_puts(out, "JP, CN, US ...");
    for (size_t i = 0; i < info->n_words; i++)
        words_listed(out, info->words[i].id);
    if (r.id == FACT_QUESTION && (type == FACT_TYPE_BOOL || type == FACT_TYPE_ANSWER))
        buf_puts(out, "yes, no, unclear");
}

struct id_list {
    struct buf *out;
};

static void list_id(void *to, const char *id)
{
    struct id_list *l = to;

    words_listed(l->out, id);
}

static bool wrong_value(struct fact_ref r, enum fact_type type, const char *text,
    const struct vocabulary *v, struct arena *a, struct err *e)
{
    const struct fact_info *info = fact_info(r.id);
    const char *name = fact_ref_name(r, a);
    struct nearest n;
    struct buf words;

    nearest_start(&n, text);
    for (size_t i = 0; i < info->n_words; i++)
        nearest_offer(&n, info->words[i].id);
    if (info->section)
        offer_section(&n, info->section, "", v, a);
    if (n.best[0])
        return err_set(e, ERR_INPUT, name, N_("'%s' is no value of %s; did you mean '%s'?"), text,
            name, n.best, NULL);
    buf_init(&words, 1000);
    allowed_words(r, type, &words);
    if (info->section && v && v->each)
        v->each(v->arg, info->section, list_id, &(struct id_list){ &words });
    if (words.len)
        err_set(e, ERR_INPUT, name, N_("'%s' is no value of %s; allowed: %s"), text, name, words.p,
            NULL);
    else
        err_set(e, ERR_INPUT, name, N_("'%s' is no value of %s"), text, name, NULL);
    buf_fini(&words);
    return false;
}

static bool country(const char *s)
{
    return s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z' && !s[2];
}

bool fact_value_check(struct fact_ref r, enum fact_type type, const char *text,
    const struct vocabulary *v, struct fact_value *out, struct arena *a, struct err *e)
{
    const struct fact_info *info = fact_info(r.id);
    bool good = fact_word(r.id, text) != NULL;
    day d;

    *out = (struct fact_value){ arena_strdup(a, text), 0 };
    if (r.id == FACT_QUESTION && str_eq(text, "unclear"))
        return true;
    if (!good && info->section)
        good = has(v, info->section, text);
    if (good)
        return true;
    switch (type) {
    case FACT_TYPE_NUMBER:
        good = str_int(text, &out->number) && out->number >= 0;
        out->word = NULL;
        break;
    case FACT_TYPE_DATE:
        good = day_parse_iso(text, &d);
        out->number = good ? d.n : 0;
        out->word = NULL;
        break;
    case FACT_TYPE_COUNTRY:
        good = country(text);
        break;
    case FACT_TYPE_BOOL:
    case FACT_TYPE_ANSWER:
        good = r.id == FACT_QUESTION && (str_eq(text, "yes") || str_eq(text, "no"));
        break;
    case FACT_TYPE_WORD:
        good = r.id == FACT_QUESTION && v && v->question_choice
            && v->question_choice(v->arg, r.key, text);
        break;
    case FACT_TYPE_TEXT:
        good = true;
        break;
    default:
        break;
    }
    return good || wrong_value(r, type, text, v, a, e);
}

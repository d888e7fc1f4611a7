/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reference of the language in Markdown, from the loader's own tables; the part of
 * docs/POLICY.md between its markers. */
#include "policy/load_tree.h"

static const char *const TYPE_WORDS[] = {
    [KEY_TEXT] = "text",
    [KEY_BILINGUAL] = "{ ja, en }",
    [KEY_BILINGUALS] = "list of { ja, en }",
    [KEY_ID] = "id",
    [KEY_IDS] = "ids",
    [KEY_BOOL] = "yes, no",
    [KEY_INT] = "number",
    [KEY_AMOUNT] = "amount",
    [KEY_DATE] = "date",
    [KEY_CONDITION] = "condition",
    [KEY_WORD] = "",
    [KEY_WORDS] = "one or several of ",
    [KEY_TEXTS] = "text or list of texts",
    [KEY_REF] = "id of ",
    [KEY_REFS] = "ids of ",
    [KEY_STEP] = "step",
    [KEY_STEP_OR] = "step or ",
    [KEY_EVENT] = "event",
    [KEY_DUE] = "STEP, none or { before / after: EVENT, days }",
    [KEY_WITHIN] = "{ after: EVENT, days }",
    [KEY_FACT] = "fact that is a number",
    [KEY_MAP] = "keys below",
    [KEY_LIST] = "list of entries, keys below",
    [KEY_STEPS] = "list of steps",
    [KEY_HOURS] = "{ days: hours }",
    [KEY_CLOSED] = "list of days",
    [KEY_OPEN_ONLY] = "list of days with hours",
    [KEY_TIERS] = "{ minutes: amount }",
    [KEY_ACCEPT] = "",
    [KEY_SUSPENDED] = "yes or { from, until }",
    [KEY_RATES] = "law or list of { from, percent }",
};

struct listing {
    struct buf *out;
    bool more;
};

static void list_word(void *to, const char *word)
{
    struct listing *l = to;

    buf_printf(l->out, "%s%s", l->more ? ", " : "", word);
    l->more = true;
}

static void put_type(const struct key_spec *k, struct buf *out)
{
    struct listing l = { out, false };

    buf_puts(out, TYPE_WORDS[k->type]);
    if (k->type == KEY_INT && k->max)
        buf_printf(out, " %lld-%lld", (long long)k->min, (long long)k->max);
    if (k->words)
        words_each(k->words, list_word, &l);
    if (k->type == KEY_ACCEPT)
        buf_puts(out, ", list of diseases");
}

static void put_keys(const char *prefix, const struct key_spec *keys, size_t n, struct buf *out)
{
    char deeper[64];

    for (size_t i = 0; i < n; i++) {
        const struct key_spec *k = &keys[i];
        buf_printf(out, "| `%s%s`%s | ", prefix, k->name, k->required ? " *" : "");
        put_type(k, out);
        buf_printf(out, " | %s | %s |\n", k->fallback ? k->fallback : "", k->about);
        if (k->n_keys) {
            snprintf(deeper, sizeof deeper, "%s%s.", prefix, k->name);
            put_keys(deeper, k->keys, k->n_keys, out);
        }
    }
}

static void put_section(const struct section_spec *s, struct buf *out)
{
    static const char *const forms[] = {
        [SECTION_MAP] = "map of id: entry",
        [SECTION_LIST] = "list of entries with `id`",
        [SECTION_ONE] = "one map",
    };

    buf_printf(out,
        "\n### `%s` (%s)\n\n%s%s.\n\n| key | value | left out | meaning |\n|---|---|---|---|\n",
        s->name, forms[s->form], s->about,
        s->rule ? "; `when`, `title`, `say` and `why` are allowed in every entry" : "");
    put_keys("", s->keys, s->n_keys, out);
}

static void put_fact(enum fact_id id, struct buf *out)
{
    static const char *const types[] = {
        [FACT_TYPE_WORD] = "",
        [FACT_TYPE_ID] = "id of ",
        [FACT_TYPE_ANSWER] = "",
        [FACT_TYPE_BOOL] = "",
        [FACT_TYPE_NUMBER] = "number",
        [FACT_TYPE_DATE] = "date",
        [FACT_TYPE_COUNTRY] = "two letters",
        [FACT_TYPE_TEXT] = "by the question's type",
    };
    const struct fact_info *f = fact_info(id);
    struct listing l = { out, *types[f->type] != '\0' };

    buf_printf(
        out, "| `%s` | %s%s", f->name, types[f->type], f->type == FACT_TYPE_ID ? f->section : "");
    for (size_t i = 0; i < f->n_words; i++)
        list_word(&l, f->words[i].id);
    if (f->section && f->type == FACT_TYPE_WORD)
        buf_printf(out, ", ids of %s", f->section);
    buf_printf(out, " | %s%s | %s |\n",
        f->attendee      ? "each attendee"
            : f->several ? "several"
                         : "one",
        f->ordered ? ", ordered" : "", f->label);
}

void policy_reference(struct buf *out)
{
    struct listing steps = { out, false }, events = { out, false };

    buf_puts(out, "## Reference\n\nA key with * must be there. Steps: ");
    words_each(STEP_WORDS, list_word, &steps);
    buf_puts(out, ". Events: ");
    words_each(EVENT_WORDS, list_word, &events);
    buf_puts(out,
        ".\n\nIn every entry of a section of rules:\n\n| key | value | left out | meaning "
        "|\n|---|---|---|---|\n");
    put_keys("", RULE_KEYS, RULE_KEYS_COUNT, out);
    for (size_t i = 0; i < SECTIONS_COUNT; i++)
        put_section(&SECTIONS[i], out);
    buf_puts(out, "\n### Facts\n\n| fact | values | how many | what it is |\n|---|---|---|---|\n");
    for (int i = 0; i < FACT_COUNT; i++)
        put_fact((enum fact_id)i, out);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "policy/condition_tree.h"
#include "policy/fact_name.h"
#include "text/utf8.h"

enum token { TOKEN_END, TOKEN_WORD, TOKEN_OP, TOKEN_OPEN, TOKEN_CLOSE, TOKEN_COMMA, TOKEN_BAD };
enum { DEPTH_MAX = 40 };

struct parser {
    const char *text, *at; /* at: behind the present token */
    enum token token;
    char *word; /* the present token, in the arena */
    int column; /* of the present token, characters from 0 */
    int depth;
    bool failed;
    const struct vocabulary *vocabulary;
    int line, first_column;
    const char *path;
    struct diags *diags;
    struct arena *arena;
};

static void fault(struct parser *p, const char *id, const char *a, const char *b)
{
    struct msg m;

    msg_set(&m, id, a, b, NULL);
    diag_add(p->diags, DIAG_FAULT, p->line, p->first_column + p->column, p->path, &m);
    p->failed = true;
}

static bool word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
        || c == '.' || c == '-';
}

static bool blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t token_length(const char *s, enum token *kind)
{
    size_t n = 0;

    while (word_byte(s[n]))
        n++;
    if (n > 0) {
        *kind = TOKEN_WORD;
        return n;
    }
    if (*s == '(' || *s == ')' || *s == ',') {
        *kind = *s == '(' ? TOKEN_OPEN : *s == ')' ? TOKEN_CLOSE : TOKEN_COMMA;
        return 1;
    }
    if (*s == '=' || *s == '<' || *s == '>' || (*s == '!' && s[1] == '=')) {
        *kind = TOKEN_OP;
        return *s != '=' && s[1] == '=' ? 2 : 1;
    }
    *kind = TOKEN_BAD;
    const char *next = s;
    utf8_next(&next);
    return (size_t)(next - s);
}

static int characters(const char *from, const char *to)
{
    int n = 0;

    while (from < to) {
        utf8_next(&from);
        n++;
    }
    return n;
}

static void next_token(struct parser *p)
{
    size_t n;

    while (blank(*p->at))
        p->at++;
    p->column = characters(p->text, p->at);
    if (!*p->at) {
        p->token = TOKEN_END;
        p->word = arena_strdup(p->arena, "");
        return;
    }
    n = token_length(p->at, &p->token);
    p->word = arena_strndup(p->arena, p->at, n);
    p->at += n;
}

static bool is_word(const struct parser *p, const char *word)
{
    return p->token == TOKEN_WORD && str_eq(p->word, word);
}

static bool take_word(struct parser *p, const char *word)
{
    if (!is_word(p, word))
        return false;
    next_token(p);
    return true;
}

static bool keyword(const struct parser *p)
{
    static const char *const words[] = { "not", "and", "or", "in", "only", "is", "set" };

    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (is_word(p, words[i]))
            return true;
    return false;
}

static struct cond *cond_new(struct parser *p, unsigned kind)
{
    struct cond *c = ARENA_NEW(p->arena, struct cond);

    c->kind = kind;
    return c;
}

static void add_value(struct parser *p, struct cond *c, const char *word, int64_t number)
{
    c->values = arena_grow(p->arena, c->values, c->n_values, &c->cap_values, sizeof *c->values);
    c->values[c->n_values++] = (struct cond_value){ word, number };
}

struct member_list {
    struct parser *parser;
    struct cond *cond;
    size_t found;
};

static void add_member(void *to, const char *id)
{
    struct member_list *list = to;

    add_value(list->parser, list->cond, arena_strdup(list->parser->arena, id), 0);
    list->found++;
}

static void take_value(struct parser *p, struct cond *c)
{
    struct fact_value v;
    struct err e = ERR_INIT;

    if (p->token != TOKEN_WORD) {
        fault(p,
            p->token == TOKEN_END ? N_("a value is missing at the end of the condition")
                                  : N_("'%s' is not a value"),
            p->word, NULL);
        return;
    }
    if (c->fact.id != FACT_COUNT
        && !fact_value_check(c->fact, c->type, p->word, p->vocabulary, &v, p->arena, &e)) {
        diag_add(p->diags, DIAG_FAULT, p->line, p->first_column + p->column, p->path, &e.msg);
        p->failed = true;
    } else if (c->fact.id != FACT_COUNT) {
        const struct fact_info *info = fact_info(c->fact.id);
        add_value(p, c, v.word, v.number);
        if (info->section && p->vocabulary && p->vocabulary->members) {
            struct member_list list = { p, c, 0 };
            p->vocabulary->members(p->vocabulary->arg, info->section, p->word, add_member, &list);
        }
    }
    next_token(p);
}

/* "(a, b)"; for only also one value without parentheses. */
static void take_values(struct parser *p, struct cond *c)
{
    if (p->token != TOKEN_OPEN) {
        if (c->op == COND_IN) {
            fault(p, N_("after 'in' comes a list: in (a, b)"), NULL, NULL);
            return;
        }
        take_value(p, c);
        return;
    }
    next_token(p);
    while (!p->failed || p->token == TOKEN_WORD) {
        take_value(p, c);
        if (p->token != TOKEN_COMMA)
            break;
        next_token(p);
    }
    if (p->token == TOKEN_CLOSE)
        next_token(p);
    else if (!p->failed)
        fault(p, N_("the list is not closed: ')' is missing"), NULL, NULL);
}

static enum cond_op op_of(const char *s)
{
    return str_eq(s, "=") ? COND_EQUAL
        : str_eq(s, "!=") ? COND_NOT_EQUAL
        : str_eq(s, "<")  ? COND_LESS
        : str_eq(s, "<=") ? COND_AT_MOST
        : str_eq(s, ">")  ? COND_MORE
                          : COND_AT_LEAST;
}

static bool yes_no(const struct cond *c)
{
    return c->type == FACT_TYPE_ANSWER || c->type == FACT_TYPE_BOOL;
}

/* A wrong operator is fault enough: its value is not checked then. */
static void check_operator(struct parser *p, struct cond *c, const char *name)
{
    const struct fact_info *info = fact_info(c->fact.id);
    bool ordered = info->ordered
        || (c->fact.id == FACT_QUESTION
            && (c->type == FACT_TYPE_NUMBER || c->type == FACT_TYPE_DATE));

    if (c->op >= COND_LESS && c->op <= COND_AT_LEAST && !ordered)
        fault(p, N_("%s has no order: compare it with = or in"), name, NULL);
    else if (c->op == COND_ONLY && !info->several)
        fault(p, N_("'only' is for facts with several values; %s has one"), name, NULL);
    else
        return;
    c->fact.id = FACT_COUNT;
}

static struct cond *parse_comparison(struct parser *p)
{
    struct cond *c = cond_new(p, COND_COMPARISON);
    struct err e = ERR_INIT;
    const char *name = p->word;

    if (p->token != TOKEN_WORD || keyword(p)) {
        fault(p,
            p->token == TOKEN_END ? N_("the condition ends where a fact is expected")
                                  : N_("'%s' stands where a fact is expected"),
            p->word, NULL);
        return c;
    }
    if (!fact_name_find(p->word, p->vocabulary, &c->fact, &c->type, p->arena, &e)) {
        diag_add(p->diags, DIAG_FAULT, p->line, p->first_column + p->column, p->path, &e.msg);
        p->failed = true;
        c->fact.id = FACT_COUNT; /* go on with the grammar, check no values */
    }
    next_token(p);
    if (take_word(p, "is")) {
        c->op = COND_IS_SET;
        if (!take_word(p, "set"))
            fault(
                p, N_("after 'is' only 'set' can follow; values are compared with ="), NULL, NULL);
        return c;
    }
    if (p->token == TOKEN_OP || is_word(p, "in") || is_word(p, "only")) {
        bool one = p->token == TOKEN_OP;
        c->op = one ? op_of(p->word) : is_word(p, "in") ? COND_IN : COND_ONLY;
        if (c->fact.id != FACT_COUNT)
            check_operator(p, c, name);
        next_token(p);
        if (one)
            take_value(p, c);
        else
            take_values(p, c);
        if (c->op >= COND_LESS && c->op <= COND_AT_LEAST && c->n_values && c->values[0].word
            && c->type != FACT_TYPE_WORD)
            fault(p, N_("order comparisons need a number, not '%s'"), c->values[0].word, NULL);
        return c;
    }
    c->op = COND_EQUAL;
    if (c->fact.id != FACT_COUNT && !yes_no(c))
        fault(p, N_("%s is no yes-or-no fact: compare it with a value"), name, NULL);
    add_value(p, c, "yes", 0);
    return c;
}

static struct cond *parse_or(struct parser *p);

static struct cond *parse_not(struct parser *p)
{
    struct cond *c;

    if (++p->depth > DEPTH_MAX) {
        fault(p, N_("the condition is nested too deeply"), NULL, NULL);
        c = cond_new(p, COND_COMPARISON);
    } else if (take_word(p, "not")) {
        c = cond_new(p, COND_NOT);
        c->first = parse_not(p);
    } else if (p->token == TOKEN_OPEN) {
        next_token(p);
        c = parse_or(p);
        if (p->token == TOKEN_CLOSE)
            next_token(p);
        else if (!p->failed)
            fault(p, N_("')' is missing"), NULL, NULL);
    } else {
        c = parse_comparison(p);
    }
    p->depth--;
    return c;
}

static struct cond *parse_joined(
    struct parser *p, const char *word, unsigned kind, struct cond *(*part)(struct parser *))
{
    struct cond *first = part(p), *last = first;

    if (!is_word(p, word))
        return first;
    struct cond *all = cond_new(p, kind);
    all->first = first;
    while (take_word(p, word)) {
        last->next = part(p);
        last = last->next;
    }
    return all;
}

static struct cond *parse_and(struct parser *p)
{
    return parse_joined(p, "and", COND_AND, parse_not);
}

static struct cond *parse_or(struct parser *p)
{
    return parse_joined(p, "or", COND_OR, parse_and);
}

struct condition *condition_parse(const char *text, const struct vocabulary *v, int line,
    int column, const char *path, struct diags *d, struct arena *a)
{
    struct parser p = { .text = text,
        .at = text,
        .vocabulary = v,
        .line = line,
        .first_column = column,
        .path = path,
        .diags = d,
        .arena = a };
    struct condition *c = ARENA_NEW(a, struct condition);

    next_token(&p);
    if (p.token == TOKEN_END) {
        fault(&p, N_("the condition is empty: leave 'when' out instead"), NULL, NULL);
        return NULL;
    }
    c->text = arena_strdup(a, text);
    c->root = parse_or(&p);
    if (!p.failed && p.token != TOKEN_END)
        fault(&p, N_("'%s' is too much: join comparisons with 'and' or 'or'"), p.word, NULL);
    return p.failed ? NULL : c;
}

bool id_is_good(const char *id)
{
    static const char *const reserved[] = { "not", "and", "or", "in", "only", "is", "set" };
    size_t n = 0;

    for (size_t i = 0; i < COUNT_OF(reserved); i++)
        if (str_eq(id, reserved[i]))
            return false;
    if (!((id[0] >= 'a' && id[0] <= 'z') || (id[0] >= 'A' && id[0] <= 'Z')))
        return false;
    while (word_byte(id[n]) && id[n] != '.' && id[n] != '-')
        n++;
    return id[n] == '\0' && n <= 40;
}

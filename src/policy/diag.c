/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "policy/diag.h"

#include "text/catalog.h"

void diags_init(struct diags *d, struct arena *a)
{
    *d = (struct diags){ .arena = a };
}

void diag_add(struct diags *d, enum diag_kind kind, int line, int column, const char *path,
    const struct msg *m)
{
    d->item = arena_grow(d->arena, d->item, d->n, &d->cap, sizeof *d->item);
    d->item[d->n++]
        = (struct diag){ kind, line, column, arena_strdup(d->arena, path ? path : ""), *m };
}

size_t diags_count(const struct diags *d, enum diag_kind kind)
{
    size_t n = 0;

    for (size_t i = 0; i < d->n; i++)
        n += d->item[i].kind == kind;
    return n;
}

static int by_place(const void *a, const void *b)
{
    const struct diag *x = a, *y = b;

    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    if (x->column != y->column)
        return x->column < y->column ? -1 : 1;
    return (x->kind > y->kind) - (x->kind < y->kind);
}

/* Insertion sort: stable, and lists are short. */
void diags_sort(struct diags *d)
{
    for (size_t i = 1; i < d->n; i++) {
        struct diag one = d->item[i];
        size_t at = i;
        for (; at > 0 && by_place(&d->item[at - 1], &one) > 0; at--)
            d->item[at] = d->item[at - 1];
        d->item[at] = one;
    }
}

void diag_text(const struct diag *d, const char *file, const struct catalog *c, struct buf *out)
{
    static const char *const words[] = {
        [DIAG_FAULT] = "",
        [DIAG_WARNING] = N_("warning: "),
        [DIAG_LATER] = N_("not yet: "),
    };

    buf_printf(out, "%s:%d:%d: ", file, d->line, d->column);
    if (d->kind != DIAG_FAULT)
        buf_puts(out, tr(c, words[d->kind]));
    if (!str_empty(d->path))
        buf_printf(out, "%s: ", d->path);
    msg_text(c, &d->msg, out);
    buf_putc(out, '\n');
}

void words_listed(struct buf *list, const char *word)
{
    static const char more[] = ", ...";
    size_t tail = sizeof more - 1;

    if (list->len >= tail && str_eq(list->p + list->len - tail, more))
        return;
    if (list->len + strlen(word) + 2 + tail >= MSG_ARG_BYTES)
        buf_puts(list, more);
    else
        buf_printf(list, "%s%s", list->len ? ", " : "", word);
}

void nearest_start(struct nearest *n, const char *word)
{
    size_t length = strlen(word);

    n->word = word;
    n->best[0] = '\0';
    n->distance = length < 4 ? 2 : length < 8 ? 3 : 4; /* one more than allowed */
}

void nearest_offer(struct nearest *n, const char *candidate)
{
    int distance = str_distance(n->word, candidate, n->distance);

    if (distance < n->distance) {
        n->distance = distance;
        str_copy(n->best, sizeof n->best, candidate);
    }
}

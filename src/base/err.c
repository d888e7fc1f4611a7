/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base.h"

#include <stdarg.h>

static void msg_fill(struct msg *m, const char *id, va_list words)
{
    m->id = id;
    m->n = 0;
    for (;;) {
        const char *word = va_arg(words, const char *);
        if (!word)
            return;
        BUG_IF(m->n == MSG_ARGS);
        str_copy(m->arg[m->n], MSG_ARG_BYTES, word);
        m->n++;
    }
}

void msg_set(struct msg *m, const char *id, ...)
{
    va_list words;

    va_start(words, id);
    msg_fill(m, id, words);
    va_end(words);
}

const char *msg_word(const char *id, char out[MSG_ARG_BYTES])
{
    out[0] = MSG_WORD[0];
    BUG_IF(!str_copy(out + 1, MSG_ARG_BYTES - 1, id));
    return out;
}

const char *msg_nest(const struct msg *m, char out[MSG_ARG_BYTES])
{
    struct buf b;

    buf_init(&b, (size_t)(MSG_ARGS + 2) * MSG_ARG_BYTES);
    buf_puts(&b, MSG_WORD);
    buf_puts(&b, m->id ? m->id : "");
    for (int i = 0; i < m->n; i++) {
        size_t from = b.len + 1;
        buf_putc(&b, '\n');
        buf_puts(&b, m->arg[i]);
        for (char *p = b.p + from; (p = strchr(p, '\n'));) /* an argument is one line */
            *p = ' ';
    }
    str_copy(out, MSG_ARG_BYTES, b.p);
    buf_fini(&b);
    return out;
}

bool err_set(struct err *e, enum err_kind kind, const char *field, const char *id, ...)
{
    va_list words;

    BUG_IF(kind == ERR_NONE);
    if (!e || e->kind != ERR_NONE)
        return false;
    e->kind = kind;
    str_copy(e->field, sizeof e->field, field ? field : "");
    va_start(words, id);
    msg_fill(&e->msg, id, words);
    va_end(words);
    return false;
}

void err_clear(struct err *e)
{
    *e = ERR_INIT;
}

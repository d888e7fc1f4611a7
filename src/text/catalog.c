/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/catalog.h"

#include "base/base.h"
#include "text/utf8.h"

/* The .mo format: GNU gettext manual, "The Format of GNU MO Files". */
enum { HEADER_BYTES = 28, ROW_BYTES = 8, CONTEXT_END = 4, FOUND_BITS = 9 };
#define MAGIC 0x950412DEU

/* Where a msgid of the program was found. A screen asks for the same literals at every key, so their place in
 * memory finds the slot; the text decides whether it is the one (memory may be used again for another). */
struct found {
    const char *msgid, *source, *text;
};

struct catalog {
    const char *bytes;
    size_t n;
    bool swapped; /* written on a machine of the other byte order */
    uint32_t count, sources, translations;
    struct found *found; /* 1 << FOUND_BITS */
};

static uint32_t word_of(const struct catalog *c, size_t at)
{
    uint32_t v;

    memcpy(&v, c->bytes + at, sizeof v);
    return c->swapped ? __builtin_bswap32(v) : v;
}

struct piece {
    const char *p; /* NUL behind p[bytes] */
    size_t bytes;
};

/* Row i of the table at `table`, whose own bounds are checked; false when the text lies outside. */
static bool piece_at(const struct catalog *c, uint32_t table, uint32_t i, struct piece *out)
{
    size_t row = (size_t)table + (size_t)i * ROW_BYTES;
    size_t bytes = word_of(c, row), at = word_of(c, row + 4);

    if (at >= c->n || bytes >= c->n - at || c->bytes[at + bytes] != '\0')
        return false;
    *out = (struct piece){ c->bytes + at, bytes };
    return true;
}

/* Any of eight bytes below a blank: nearly never, and then each is looked at. */
static bool low_byte_in_eight(const char *s)
{
    uint64_t w;

    memcpy(&w, s, sizeof w);
    return ((w - 0x2020202020202020U) & ~w & 0x8080808080808080U) != 0;
}

static bool has_control(const char *s, size_t n)
{
    bool low = n < 8 || low_byte_in_eight(s + n - 8);

    for (size_t at = 0; !low && at + 8 < n; at += 8)
        low = low_byte_in_eight(s + at);
    for (size_t at = 0; low && at < n; at++)
        if ((unsigned char)s[at] < 0x20 && s[at] != '\n' && s[at] != '\t' && s[at] != CONTEXT_END)
            return true;
    return false;
}

/* UTF-8 without controls in each of its parts (plural forms are parted by NUL). */
static bool piece_good(struct piece t)
{
    const char *end = t.p + t.bytes;

    size_t n;
    for (const char *p = t.p; p <= end; p += n + 1) {
        n = strlen(p);
        if (utf8_check(p, n) != n || has_control(p, n))
            return false;
    }
    return true;
}

static bool tables_inside(const struct catalog *c)
{
    uint64_t bytes = (uint64_t)c->count * ROW_BYTES;

    return c->sources + bytes <= c->n && c->translations + bytes <= c->n;
}

/* Every text in its bounds and well formed, the sources in order, so that lookups need not doubt.
 */
static bool rows_good(const struct catalog *c)
{
    const char *before = NULL;

    for (uint32_t i = 0; i < c->count; i++) {
        struct piece source, translation;
        if (!piece_at(c, c->sources, i, &source) || !piece_at(c, c->translations, i, &translation)
            || !piece_good(source) || !piece_good(translation))
            return false;
        if (before && strcmp(before, source.p) >= 0)
            return false;
        before = source.p;
    }
    return true;
}

/* source may be NULL. */
static bool find_both(const struct catalog *c, const char *key, struct piece *source, struct piece *out)
{
    uint32_t low = 0, high = c->count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        struct piece at;
        if (!piece_at(c, c->sources, middle, &at))
            return false;
        int order = strcmp(key, at.p);
        if (order == 0) {
            if (source)
                *source = at;
            return piece_at(c, c->translations, middle, out);
        }
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

static bool find(const struct catalog *c, const char *key, struct piece *out)
{
    return find_both(c, key, NULL, out);
}

/* The charset, from the translation of "". */
static bool header_good(const struct catalog *c)
{
    struct piece header;

    if (!find(c, "", &header))
        return c->count == 0;
    return strstr(header.p, "charset=UTF-8") || strstr(header.p, "charset=utf-8");
}

bool catalog_load(
    const void *bytes, size_t n, struct arena *a, const struct catalog **out, struct err *e)
{
    struct catalog *c = ARENA_NEW(a, struct catalog);

    c->found = ARENA_ARRAY(a, struct found, (size_t)1 << FOUND_BITS);
    c->bytes = bytes;
    c->n = n;
    if (n >= HEADER_BYTES) {
        c->swapped = word_of(c, 0) == __builtin_bswap32(MAGIC);
        c->count = word_of(c, 8);
        c->sources = word_of(c, 12);
        c->translations = word_of(c, 16);
    }
    if (n < HEADER_BYTES || word_of(c, 0) != MAGIC || word_of(c, 4) >> 16 > 1 || !tables_inside(c)
        || !rows_good(c) || !header_good(c))
        return err_set(e, ERR_INPUT, "catalogue",
            N_("The message catalogue is damaged. The program speaks English; install it again."),
            NULL);
    *out = c;
    return true;
}

/* If an argument stands at p ("%s", "%2$s"): its bytes, and which one; a plain one is the next. */
static size_t argument_at(const char *p, size_t *next, size_t *which)
{
    if (p[0] != '%')
        return 0;
    if (p[1] == 's') {
        *which = (*next)++;
        return 2;
    }
    if (p[1] >= '1' && p[1] <= '9' && p[2] == '$' && p[3] == 's') {
        *which = (size_t)(p[1] - '1');
        return 4;
    }
    return 0;
}

/* Which arguments a format uses, as bits. */
static unsigned arguments_of(const char *format)
{
    unsigned used = 0;
    size_t next = 0, which = 0;

    for (const char *p = strchr(format, '%'); p; p = strchr(p, '%')) {
        size_t n = p[1] == '%' ? 2 : argument_at(p, &next, &which);
        if (n > 2 || (n == 2 && p[1] == 's'))
            used |= 1U << (which < 31 ? which : 31);
        p += n ? n : 1;
    }
    return used;
}

static const char *trusted(const char *source, const char *translation)
{
    if (*translation == '\0' || arguments_of(source) != arguments_of(translation))
        return source;
    return translation;
}

const char *tr(const struct catalog *c, const char *msgid)
{
    struct piece source, t;

    if (!msgid)
        return "";
    if (!c || *msgid == '\0')
        return msgid;
    struct found *f = &c->found[(uint64_t)(uintptr_t)msgid * 0x9E3779B97F4A7C15U >> (64 - FOUND_BITS)];
    if (f->msgid == msgid && strcmp(f->source, msgid) == 0)
        return f->text;
    if (!find_both(c, msgid, &source, &t))
        return msgid;
    const char *text = trusted(msgid, t.p);
    if (text == t.p)
        *f = (struct found){ msgid, source.p, text };
    return text;
}

void msg_format(const char *format, const char *const *words, size_t n, struct buf *out)
{
    size_t next = 0, which = 0;

    for (;;) {
        const char *percent = strchr(format, '%');
        if (!percent)
            break;
        buf_add(out, format, (size_t)(percent - format));
        size_t bytes = argument_at(percent, &next, &which);
        if (bytes > 0) {
            buf_puts(out, which < n ? words[which] : "");
            format = percent + bytes;
        } else {
            buf_putc(out, '%');
            format = percent + (percent[1] == '%' ? 2 : 1);
        }
    }
    buf_puts(out, format);
}

void msg_nested(const struct catalog *c, const char *text, struct buf *out)
{
    const char *words[MSG_ARGS];
    size_t n = 0;
    struct arena a;

    arena_init(&a);
    char *line = arena_strdup(&a, text);
    const char *id = line;
    while ((line = strchr(line, '\n')) && n < MSG_ARGS) {
        *line++ = '\0';
        words[n++] = line;
    }
    for (size_t i = 0; i < n; i++)
        words[i] = words[i][0] == MSG_WORD[0] ? tr(c, words[i] + 1) : words[i];
    msg_format(tr(c, id), words, n, out);
    arena_fini(&a);
}

static const char *nested(const struct catalog *c, const char *text, struct arena *a)
{
    struct buf b;

    if (!strchr(text, '\n'))
        return tr(c, text);
    buf_init(&b, 4096);
    msg_nested(c, text, &b);
    const char *said = arena_strdup(a, b.p);
    buf_fini(&b);
    return said;
}

void msg_text(const struct catalog *c, const struct msg *m, struct buf *out)
{
    const char *words[MSG_ARGS];
    struct arena a;
    size_t n = m->n < 0 ? 0 : m->n > MSG_ARGS ? MSG_ARGS : (size_t)m->n;

    if (!m->id)
        return;
    arena_init(&a);
    for (size_t i = 0; i < n; i++)
        words[i] = m->arg[i][0] == MSG_WORD[0] ? nested(c, m->arg[i] + 1, &a) : m->arg[i];
    msg_format(tr(c, m->id), words, n, out);
    arena_fini(&a);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/json.h"

#include "base/base.h"

struct json json_start(struct buf *out)
{
    return (struct json){ .out = out };
}

static void quoted(struct buf *out, const char *text)
{
    buf_putc(out, '"');
    for (const char *p = text; *p; p++) {
        unsigned char c = (unsigned char)*p;
        if (c == '"' || c == '\\')
            buf_putc(out, '\\');
        if (c < 0x20)
            buf_printf(out, "\\u%04x", c);
        else
            buf_putc(out, *p);
    }
    buf_putc(out, '"');
}

static void begin(struct json *j, const char *key)
{
    if (j->comma)
        buf_putc(j->out, ',');
    j->comma = true;
    if (key) {
        quoted(j->out, key);
        buf_putc(j->out, ':');
    }
}

void json_object(struct json *j, const char *key)
{
    begin(j, key);
    buf_putc(j->out, '{');
    j->comma = false;
}

void json_object_end(struct json *j)
{
    buf_putc(j->out, '}');
    j->comma = true;
}

void json_array(struct json *j, const char *key)
{
    begin(j, key);
    buf_putc(j->out, '[');
    j->comma = false;
}

void json_array_end(struct json *j)
{
    buf_putc(j->out, ']');
    j->comma = true;
}

void json_text(struct json *j, const char *key, const char *text)
{
    if (!text) {
        json_null(j, key);
        return;
    }
    begin(j, key);
    quoted(j->out, text);
}

void json_int(struct json *j, const char *key, int64_t n)
{
    begin(j, key);
    buf_printf(j->out, "%lld", (long long)n);
}

void json_bool(struct json *j, const char *key, bool v)
{
    begin(j, key);
    buf_puts(j->out, v ? "true" : "false");
}

void json_day(struct json *j, const char *key, day d)
{
    char text[DAY_TEXT];

    day_iso(d, text);
    json_text(j, key, day_known(d) ? text : NULL);
}

void json_yen(struct json *j, const char *key, yen y)
{
    json_int(j, key, y.v);
}

void json_null(struct json *j, const char *key)
{
    begin(j, key);
    buf_puts(j->out, "null");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/charset.h"

#include <iconv.h>

#include "base/base.h"
#include "text/kana.h"
#include "text/utf8.h"

/* 〓 in CP932 */
static const char stand_in[] = "\x81\xAC";

static bool open_as(const char *to, const char *from, iconv_t *out, struct err *e)
{
    *out = iconv_open(to, from);
    if (*out != (iconv_t)-1)
        return true;
    return err_set(e, ERR_STORE, "charset",
        N_("This system cannot convert CP932. Install the character sets of the C library "
           "(gconv)."),
        NULL);
}

/* One character through cd into out[size]; the bytes made, 0 when it has no counterpart. */
static size_t convert(iconv_t cd, const char *in, size_t n, char *out, size_t size)
{
    char bytes[UTF8_MAX], *from = bytes, *to = out;
    size_t left = n, room = size;

    memcpy(bytes, in, n);
    iconv(cd, NULL, NULL, NULL, NULL);
    if (iconv(cd, &from, &left, &to, &room) != 0 || left != 0)
        return 0;
    return size - room;
}

static void note_loss(struct charset_loss *loss, size_t at, size_t line, uint32_t c)
{
    if (loss->shown < CHARSET_SHOWN) {
        loss->first[loss->shown].at = at;
        loss->first[loss->shown].line = line;
        loss->first[loss->shown].c = c;
        loss->shown++;
    }
    loss->count++;
}

/* Takes a character, a kana together with the combining mark that follows. */
static uint32_t next_joined(const char **s)
{
    uint32_t c = utf8_next(s);
    const char *behind = *s;
    uint32_t mark = utf8_next(&behind);
    uint32_t joined = mark == 0x3099 || mark == 0x309A ? kana_with_mark(c, mark) : 0;

    if (!joined)
        return c;
    *s = behind;
    return joined;
}

bool charset_to_cp932(const char *s, struct buf *out, struct charset_loss *loss, struct err *e)
{
    const char *start = s;
    size_t line = 1;
    iconv_t cd;

    *loss = (struct charset_loss){ 0 };
    if (!open_as("CP932", "UTF-8", &cd, e))
        return false;
    while (*s) {
        size_t at = (size_t)(s - start);
        uint32_t c = next_joined(&s);
        char utf8[UTF8_MAX], bytes[8];
        if (c < 0x80) {
            buf_putc(out, (char)c);
            line += c == '\n';
            continue;
        }
        if (c == 0xA5) /* glibc makes a backslash of it */
            c = 0xFFE5;
        size_t n = convert(cd, utf8, utf8_encode(c, utf8), bytes, sizeof bytes);
        if (n > 0 && (unsigned char)bytes[0] >= 0x80) {
            buf_add(out, bytes, n);
            continue;
        }
        note_loss(loss, at, line, c);
        if (!utf8_is_selector(c))
            buf_puts(out, stand_in);
    }
    iconv_close(cd);
    return true;
}

/* How many bytes the character that begins with b has; 0 when none begins so. */
static size_t cp932_bytes(unsigned char b)
{
    if ((b > 0 && b < 0x80) || (b >= 0xA1 && b <= 0xDF))
        return 1;
    return (b >= 0x81 && b <= 0x9F) || (b >= 0xE0 && b <= 0xFC) ? 2 : 0;
}

static bool not_cp932(const char *bytes, size_t n, size_t at, struct err *e)
{
    char line[24], byte[24], code[8];
    size_t lines = 1;

    for (size_t i = 0; i < at; i++)
        lines += bytes[i] == '\n';
    snprintf(line, sizeof line, "%zu", lines);
    snprintf(byte, sizeof byte, "%zu", at + 1);
    snprintf(code, sizeof code, at + 1 < n ? "%02X%02X" : "%02X", (unsigned char)bytes[at],
        at + 1 < n ? (unsigned char)bytes[at + 1] : 0);
    return err_set(e, ERR_INPUT, "charset",
        N_("Line %1$s, byte %2$s of the file: %3$s is no CP932 (Shift_JIS) character. Nothing was "
           "read; save the file as CP932 or UTF-8 and try again."),
        line, byte, code, NULL);
}

bool charset_from_cp932(const char *bytes, size_t n, struct buf *out, struct err *e)
{
    iconv_t cd;

    if (!open_as("UTF-8", "CP932", &cd, e))
        return false;
    for (size_t at = 0; at < n;) {
        size_t step = cp932_bytes((unsigned char)bytes[at]);
        char utf8[8];
        size_t made = 0;
        if (step > 0 && step <= n - at && (unsigned char)bytes[at] < 0x80) {
            utf8[0] = bytes[at];
            made = 1;
        } else if (step > 0 && step <= n - at) {
            made = convert(cd, bytes + at, step, utf8, sizeof utf8);
        }
        if (made == 0 || utf8_check(utf8, made) != made) {
            iconv_close(cd);
            return not_cp932(bytes, n, at, e);
        }
        buf_add(out, utf8, made);
        at += step;
    }
    iconv_close(cd);
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CP932 there and back; the only user of iconv. Never SHIFT_JIS, which refuses 髙 and ～. */
#ifndef TEXT_CHARSET_H
#define TEXT_CHARSET_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"

enum { CHARSET_SHOWN = 8 };

/* What could not be written. The caller shows it before anything leaves the house. */
struct charset_loss {
    size_t count;
    size_t shown; /* entries of first[] that are filled */
    struct {
        size_t at; /* byte offset in the source */
        size_t line; /* from 1 */
        uint32_t c; /* the character */
    } first[CHARSET_SHOWN];
};

/* Adds checked UTF-8 as CP932 to out. ¥ U+00A5 is written as ￥; kana with combining marks are
 * joined; what CP932 has not becomes 〓 and is counted in *loss, a variation selector is left out
 * and counted. False only when iconv has no CP932. */
bool charset_to_cp932(const char *s, struct buf *out, struct charset_loss *loss, struct err *e);

/* Adds CP932 bytes as UTF-8 to out, strictly: the first bytes that are no character (or a NUL) stop
 * it with an ERR_INPUT that names line and byte. Byte 5C stays a backslash. */
bool charset_from_cp932(const char *bytes, size_t n, struct buf *out, struct err *e);
#endif

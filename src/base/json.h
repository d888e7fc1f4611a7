/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes canonical JSON into a buffer: no blanks, keys in the order given, the same escapes always. So equal
 * values are equal bytes, which the trail's digests need. */
#ifndef BASE_JSON_H
#define BASE_JSON_H
#include "base/buf.h"
#include "base/day.h"
#include "base/yen.h"

struct json {
    struct buf *out;
    bool comma; /* the next value of this object or array needs one */
};

struct json json_start(struct buf *out);
/* key NULL = inside an array, or the outermost value */
void json_object(struct json *j, const char *key);
void json_object_end(struct json *j);
void json_array(struct json *j, const char *key);
void json_array_end(struct json *j);
void json_text(struct json *j, const char *key, const char *text); /* NULL = null */
void json_int(struct json *j, const char *key, int64_t n);
void json_bool(struct json *j, const char *key, bool v);
void json_day(struct json *j, const char *key, day d); /* DAY_NONE = null */
void json_yen(struct json *j, const char *key, yen y);
void json_null(struct json *j, const char *key);
#endif

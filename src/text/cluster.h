/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person calls one character (extended grapheme clusters, UAX 29): a kanji with its
 * variation selector, か with a combining mark, a family emoji. All places are byte offsets into
 * checked, NUL-terminated UTF-8 and lie on cluster borders. */
#ifndef TEXT_CLUSTER_H
#define TEXT_CLUSTER_H
#include <stddef.h>

size_t cluster_next(const char *s, size_t at); /* behind the cluster at `at`; `at` at the end */
size_t cluster_prev(
    const char *s, size_t at); /* start of the cluster before `at`; 0 at the start */
size_t cluster_count(const char *s);

/* What Backspace and Delete take away: a whole cluster, but of half-width ｶﾞ only the mark, since
 * it was typed with a key of its own. Backspace removes [result, at), Delete removes [at, result).
 */
size_t cluster_erase_before(const char *s, size_t at);
size_t cluster_erase_after(const char *s, size_t at);
#endif

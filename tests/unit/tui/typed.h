/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys as a test writes them: "山<Left><Backspace>". */
#ifndef TESTS_TUI_TYPED_H
#define TESTS_TUI_TYPED_H
#include "tests/check.h"

#include "base/base.h"
#include "tui/key.h"

/* The first key of *text, which goes on behind it. */
static inline struct key typed_key(const char **text)
{
    const char *end = **text == '<' ? strchr(*text, '>') : NULL;
    char name[KEY_NAME] = "";
    struct key k = key_char(*text);

    if (!end) {
        *text += strlen(k.text);
        return k;
    }
    memcpy(name, *text + 1, (size_t)(end - *text - 1));
    if (!key_parse(name, &k))
        fail_msg("%s is no key", name);
    *text = end + 1;
    return k;
}
#endif

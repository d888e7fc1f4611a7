/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/lang.h"

#include "base/base.h"

const char *bilingual_in(struct bilingual b, enum lang l)
{
    return l == LANG_JA ? str_or(b.ja, str_or(b.en, "")) : str_or(b.en, str_or(b.ja, ""));
}

const char *lang_id(enum lang l)
{
    return l == LANG_JA ? "ja" : "en";
}

bool lang_of(const char *id, enum lang *out)
{
    if (str_eq(id, "ja"))
        *out = LANG_JA;
    else if (str_eq(id, "en"))
        *out = LANG_EN;
    else
        return false;
    return true;
}

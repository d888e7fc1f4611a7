/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sys/env.h"

#include <langinfo.h>
#include <locale.h>
#include <unistd.h>

#include "base/base.h"

enum { VALUE_MOST = 1024 };

/* Letters, digits and a few signs; above all no '/', which would name a file. */
static bool is_name(const char *value)
{
    if (value[0] == '.' || value[0] == '-' || strlen(value) > 64)
        return false;
    for (; *value; value++) {
        bool good = (*value >= 'A' && *value <= 'Z') || (*value >= 'a' && *value <= 'z')
            || (*value >= '0' && *value <= '9') || strchr("+-._@", *value);
        if (!good)
            return false;
    }
    return true;
}

static bool is_absolute(const char *value)
{
    return value[0] == '/' && strlen(value) < VALUE_MOST && !strchr(value, '\n');
}

static const struct {
    const char *name;
    bool (*good)(const char *value);
} kept[]
    = { { "TERM", is_name }, { "LANG", is_name }, { "LC_ALL", is_name }, { "LC_CTYPE", is_name },
          { "LC_MESSAGES", is_name }, { "HOME", is_absolute }, { "XDG_STATE_HOME", is_absolute } };

void env_clean(void)
{
    char values[COUNT_OF(kept)][VALUE_MOST];
    const char *ssh = getenv("SSH_CONNECTION");
    bool under_ssh = ssh && *ssh;

    for (size_t i = 0; i < COUNT_OF(kept); i++) {
        const char *value = getenv(kept[i].name);
        if (!value || !kept[i].good(value) || !str_copy(values[i], VALUE_MOST, value))
            values[i][0] = '\0';
    }
    BUG_IF(clearenv() != 0);
    for (size_t i = 0; i < COUNT_OF(kept); i++) {
        if (values[i][0])
            BUG_IF(setenv(kept[i].name, values[i], 1) != 0);
    }
    BUG_IF(setenv("PATH", "/usr/bin:/bin", 1) != 0);
    if (under_ssh)
        BUG_IF(setenv("SSH_CONNECTION", "1", 1) != 0);
}

bool env_has_terminal(struct err *e)
{
    const char *term = getenv("TERM");

    if (term && *term && !str_eq(term, "dumb") && !str_eq(term, "unknown"))
        return true;
    return err_set(e, ERR_INPUT, "TERM",
        N_("The kind of terminal is not known. Set TERM, for example: TERM=xterm-256color "
           "madoguchi"),
        NULL);
}

static bool utf8_now(void)
{
    return str_eq(nl_langinfo(CODESET), "UTF-8");
}

enum env_locale env_set_locale(void)
{
    if (setlocale(LC_CTYPE, "") && utf8_now())
        return ENV_LOCALE_OWN;
    if ((setlocale(LC_CTYPE, "C.UTF-8") || setlocale(LC_CTYPE, "en_US.UTF-8")) && utf8_now())
        return ENV_LOCALE_FALLBACK;
    return ENV_LOCALE_NONE;
}

bool env_wants_japanese(void)
{
    static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

    for (size_t i = 0; i < COUNT_OF(names); i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return str_starts(value, "ja");
    }
    return false;
}

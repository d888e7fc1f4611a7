/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/date_input.h"

#include "base/base.h"
#include "text/fold.h"
#include "text/utf8.h"

enum { TIME_CHARS = 24 };

/* Takes head off the front of *s. */
static bool take(const char **s, const char *head)
{
    if (!str_starts(*s, head))
        return false;
    *s += strlen(head);
    return true;
}

/* The typed text without blanks, folded; false when it is too long for a time. */
static bool tidy(const char *typed, char *out, size_t size)
{
    size_t n = 0;

    while (*typed) {
        uint32_t c = fold_ascii_char(utf8_next(&typed));
        if (c == ' ')
            continue;
        if (n + UTF8_MAX >= size)
            return false;
        n += utf8_encode(c, out + n);
    }
    out[n] = '\0';
    return true;
}

/* One or two digits. */
static bool take_number(const char **s, int *out)
{
    int n = 0;

    for (*out = 0; n < 2 && **s >= '0' && **s <= '9'; n++, (*s)++)
        *out = *out * 10 + (**s - '0');
    return n > 0;
}

static bool read_minutes(const char *s, int *minutes)
{
    *minutes = 0;
    if (*s == '\0')
        return true;
    if (take(&s, "半")) {
        *minutes = 30;
        return *s == '\0';
    }
    if (!take_number(&s, minutes))
        return false;
    take(&s, "分");
    return *s == '\0';
}

/* "9:30", "9.30", "9時", "9時半", "9時30分", "14". */
static bool read_hours(const char *s, int *hours, int *minutes)
{
    *minutes = 0;
    if (!take_number(&s, hours))
        return false;
    if (*s == '\0')
        return true;
    if (take(&s, "時"))
        return read_minutes(s, minutes);
    return (take(&s, ":") || take(&s, ".")) && strlen(s) == 2 && read_minutes(s, minutes);
}

static bool read_time(const char *s, hm *out)
{
    int hours, minutes;
    bool afternoon = take(&s, "午後"), morning = !afternoon && take(&s, "午前");
    hm digits;

    if (hm_parse(s, &digits)) {
        hours = digits.min / 60;
        minutes = digits.min % 60;
    } else if (!read_hours(s, &hours, &minutes)) {
        return false;
    }
    if ((afternoon || morning) && hours > 12)
        return false;
    if (afternoon && hours < 12)
        hours += 12;
    if (morning && hours == 12) /* 午前12時30分 is half past midnight */
        hours = 0;
    if (hours > 23 || minutes > 59)
        return false;
    out->min = hours * 60 + minutes;
    return true;
}

bool time_input(const char *typed, const char *field, hm *out, struct err *e)
{
    char text[TIME_CHARS * UTF8_MAX];

    bool tidied = tidy(typed, text, sizeof text);
    if (tidied && text[0] == '\0')
        return err_set(e, ERR_INPUT, field, N_("Enter a time, for example 9:30."), NULL);
    if (tidied && read_time(text, out))
        return true;
    return err_set(e, ERR_INPUT, field,
        N_("\"%s\" is not a time. Write it like 9:30, 930 or 14:00."), typed, NULL);
}

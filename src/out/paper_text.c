/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of papers: amounts, dates, names in the paper's language. */
#include "out/paper.h"

#include <stdarg.h>

#include "domain/receipt.h"

enum { FORMAT_MAX = 16 * 1024, DAYS_MAX = 16 * 1024 };

static const struct catalog *catalog_of(const struct sheet *p, enum lang l)
{
    return p->ctx->catalogs->of[l];
}

const char *paper_tr(struct sheet *p, const char *msgid)
{
    return str_empty(msgid) ? "" : tr(catalog_of(p, p->lang), msgid);
}

const char *paper_label(struct sheet *p, const char *msgid)
{
    enum lang other = p->lang == LANG_JA ? LANG_EN : LANG_JA;

    if (!p->both || str_eq(paper_tr(p, msgid), tr(catalog_of(p, other), msgid)))
        return paper_tr(p, msgid);
    return arena_printf(&p->arena, "%s / %s", paper_tr(p, msgid), tr(catalog_of(p, other), msgid));
}

const char *paper_format(struct sheet *p, const char *msgid, ...)
{
    const char *word[MSG_ARGS];
    size_t n = 0;
    struct buf b;
    const char *result;
    va_list ap;

    va_start(ap, msgid);
    for (const char *w; (w = va_arg(ap, const char *)) != NULL;) {
        BUG_IF(n == MSG_ARGS);
        word[n++] = w;
    }
    va_end(ap);
    buf_init(&b, FORMAT_MAX);
    msg_format(paper_tr(p, msgid), word, n, &b);
    p->body.full = p->body.full || b.full; /* never a paper with half a sentence */
    result = arena_strndup(&p->arena, b.p, b.len);
    buf_fini(&b);
    return result;
}

const char *paper_word(struct sheet *p, const struct words *w, const char *id)
{
    return words_has(w, id) ? paper_tr(p, words_label(w, id)) : str_or(id, "");
}

const char *paper_method(struct sheet *p, const char *method)
{
    if (str_eq(method, "transfer")) /* booked by the cashier, never chosen at this counter */
        return paper_tr(p, N_("Bank transfer"));
    return paper_word(p, &WORDS_METHOD, method);
}

const char *paper_bilingual(struct sheet *p, struct bilingual b)
{
    return bilingual_in(b, p->lang);
}

const char *paper_policy(struct sheet *p, struct bilingual say)
{
    static const char spoken[] = "患者さん", written[] = "患者様";
    const char *s = paper_bilingual(p, say), *at;
    char *out = arena_strdup(&p->arena, s);

    for (char *from = out; (at = strstr(from, spoken)) != NULL;) {
        size_t head = (size_t)(at - out);

        out = arena_printf(&p->arena, "%.*s%s%s", (int)head, out, written, at + sizeof spoken - 1);
        from = out + head + sizeof written - 1;
    }
    return out;
}

const char *paper_label_of(struct sheet *p, struct bilingual b)
{
    const char *ja = bilingual_in(b, LANG_JA), *en = bilingual_in(b, LANG_EN);

    if (!p->both || str_eq(ja, en))
        return paper_bilingual(p, b);
    return p->lang == LANG_JA ? arena_printf(&p->arena, "%s / %s", ja, en)
                              : arena_printf(&p->arena, "%s / %s", en, ja);
}

const char *paper_number(struct sheet *p, int64_t n)
{
    char text[YEN_TEXT];

    yen_format(YEN(n), text);
    return arena_strdup(&p->arena, text);
}

const char *paper_yen(struct sheet *p, yen y)
{
    return paper_format(p, N_("%s yen"), paper_number(p, y.v), NULL);
}

const char *paper_yen_large(struct sheet *p, yen y)
{
    const char *s = paper_number(p, y.v);
    char *out = arena_alloc(&p->arena, strlen(s) * 3 + 1), *to = out;

    for (; *s; s++) { /* U+FF01..FF5E are ASCII 21..7E at double width */
        unsigned c = (unsigned char)*s - 0x20u + 0xFF00u;

        *to++ = (char)(0xE0 | c >> 12);
        *to++ = (char)(0x80 | (c >> 6 & 0x3F));
        *to++ = (char)(0x80 | (c & 0x3F));
    }
    return paper_format(p, N_("%s yen"), out, NULL);
}

static const char *date_in(struct sheet *p, day d, const char *weekday)
{
    char text[DATE_TEXT], era[DATE_TEXT];
    int y, m, dd;

    if (!day_known(d))
        return "";
    if (p->lang == LANG_EN)
        return arena_strdup(
            &p->arena, date_text(d, LANG_EN, *weekday ? DATE_PAPER_WEEKDAY : DATE_PAPER, text));
    day_to_ymd(d, &y, &m, &dd);
    if (!*era_year_text(d, LANG_JA, era))
        return arena_printf(&p->arena, "%d年%d月%d日%s", y, m, dd, weekday);
    return arena_printf(&p->arena, "%s(%d年)%d月%d日%s", era, y, m, dd, weekday);
}

const char *paper_date(struct sheet *p, day d)
{
    const char *text = date_in(p, d, "");
    enum lang own = p->lang;

    if (!p->both || !*text)
        return text;
    p->lang = own == LANG_JA ? LANG_EN : LANG_JA;
    text = arena_printf(&p->arena, "%s / %s", text, date_in(p, d, ""));
    p->lang = own;
    return text;
}

const char *paper_date_weekday(struct sheet *p, day d)
{
    if (!day_known(d))
        return "";
    return date_in(p, d, arena_printf(&p->arena, "(%s)", weekday_short(day_weekday(d), p->lang)));
}

const char *paper_date_short(struct sheet *p, day d)
{
    char text[DATE_TEXT];

    return arena_strdup(&p->arena, date_text(d, p->lang, DATE_WEEKDAY, text));
}

const char *paper_time(struct sheet *p, int minutes)
{
    char text[HM_TEXT];

    hm_text((hm){ minutes }, text);
    return arena_strdup(&p->arena, text);
}

const char *paper_clock(struct sheet *p, instant at)
{
    day d;
    hm t;

    instant_civil(at, p->ctx->hospital->offset, &d, &t);
    return paper_time(p, t.min);
}

const char *paper_case_number(struct sheet *p, int year, int number)
{
    char text[CASE_NUMBER_TEXT];

    if (number == 0)
        return "";
    case_number_text(year, number, text);
    return arena_strdup(&p->arena, text);
}

const char *paper_receipt_number(struct sheet *p, int counter, int year, int number)
{
    char text[RECEIPT_TEXT];

    receipt_number_text(counter, year, number, text);
    return arena_strdup(&p->arena, text);
}

const char *paper_addressed(struct sheet *p, const char *name)
{
    if (str_empty(name) || p->lang == LANG_EN)
        return str_or(name, "");
    return paper_format(p, N_("Mr/Ms %s"), name, NULL);
}

const char *paper_person(struct sheet *p, const struct person *who)
{
    if (p->lang == LANG_EN && !str_empty(who->romaji))
        return who->romaji;
    return paper_addressed(p, who->name);
}

/* One wish: "2026-12-03 am". Anything else was typed freely and stays. */
static const char *one_day(struct sheet *p, const char *s, size_t n)
{
    char *text = arena_strndup(&p->arena, s, n);
    char *blank = strchr(text, ' ');
    const char *part = "";
    day d;

    if (blank && str_eq(blank + 1, "am"))
        part = paper_tr(p, N_(" morning"));
    else if (blank && str_eq(blank + 1, "pm"))
        part = paper_tr(p, N_(" afternoon"));
    else if (blank)
        return text;
    if (blank)
        *blank = '\0';
    if (!day_parse_iso(text, &d)) {
        if (blank)
            *blank = ' ';
        return text;
    }
    return arena_printf(&p->arena, "%s%s", paper_date_weekday(p, d), part);
}

const char *paper_days(struct sheet *p, const char *days)
{
    struct buf b;
    const char *result;

    buf_init(&b, DAYS_MAX);
    for (const char *s = str_or(days, ""); *s;) {
        size_t n = strcspn(s, ";\n");

        while (*s == ' ' && n > 0) {
            s++;
            n--;
        }
        if (n > 0) {
            if (b.len > 0)
                buf_putc(&b, '\n');
            buf_puts(&b, one_day(p, s, n));
        }
        s += n + (s[n] != '\0');
    }
    p->body.full = p->body.full || b.full;
    result = arena_strndup(&p->arena, b.p, b.len);
    buf_fini(&b);
    return result;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/today_inside.h"
#include "domain/words.h"
#include "text/catalog.h"
#include "text/era.h"
#include "text/language.h"

struct bilingual two_same(const char *text)
{
    return (struct bilingual){ str_or(text, ""), str_or(text, "") };
}

bool two_empty(struct bilingual b)
{
    return str_empty(b.ja) && str_empty(b.en);
}

struct bilingual two_word(const struct today_in *in, const char *msgid)
{
    const struct catalogs *c = desk_catalogues(in->d);

    return (struct bilingual){ tr(c->of[LANG_JA], msgid), tr(c->of[LANG_EN], msgid) };
}

struct bilingual two_say(const struct today_in *in, const char *msgid, struct bilingual first, struct bilingual second)
{
    const struct catalogs *c = desk_catalogues(in->d);
    struct bilingual out;
    struct buf text;

    buf_init(&text, 4096);
    msg_format(tr(c->of[LANG_JA], msgid), (const char *[]){ str_or(first.ja, ""), str_or(second.ja, "") }, 2, &text);
    out.ja = arena_strdup(in->a, text.p);
    buf_clear(&text);
    msg_format(tr(c->of[LANG_EN], msgid), (const char *[]){ str_or(first.en, ""), str_or(second.en, "") }, 2, &text);
    out.en = arena_strdup(in->a, text.p);
    buf_fini(&text);
    return out;
}

struct bilingual two_number(const struct today_in *in, const char *msgid, int n)
{
    return two_say(in, msgid, two_same(arena_printf(in->a, "%d", n)), two_same(""));
}

static const char *joined(struct arena *a, const char *x, const char *y)
{
    return str_empty(x) ? y : str_empty(y) ? x : arena_printf(a, "%s %s", x, y);
}

struct bilingual two_join(const struct today_in *in, struct bilingual a, struct bilingual b)
{
    return (struct bilingual){ joined(in->a, str_or(a.ja, ""), str_or(b.ja, "")),
        joined(in->a, str_or(a.en, ""), str_or(b.en, "")) };
}

static struct bilingual day_words(const struct today_in *in, day d)
{
    char ja[DATE_TEXT], en[DATE_TEXT];

    if (day_diff(d, in->today) == 0)
        return two_word(in, N_("today"));
    if (day_diff(d, in->today) == 1)
        return two_word(in, N_("tomorrow"));
    date_text(d, LANG_JA, DATE_SHORT, ja);
    date_text(d, LANG_EN, DATE_SHORT, en);
    return (struct bilingual){ arena_strdup(in->a, ja), arena_strdup(in->a, en) };
}

struct bilingual two_when(const struct today_in *in, day d, int minute)
{
    char time[HM_TEXT];

    if (!day_known(d))
        return two_same("");
    if (minute < 0)
        return day_words(in, d);
    hm_text((hm){ minute }, time);
    struct bilingual at = two_same(arena_strdup(in->a, time));
    return day_diff(d, in->today) == 0 ? at : two_join(in, day_words(in, d), at);
}

/* "family:spouse family:child" one after the other. */
static const char *next_with(const char *at, struct arena *a, const char **kind, const char **relation)
{
    size_t n = strcspn(at, " "), colon = strcspn(at, ":");

    *kind = arena_strndup(a, at, colon < n ? colon : n);
    *relation = colon < n ? arena_strndup(a, at + colon + 1, n - colon - 1) : "";
    return at[n] ? at + n + 1 : at + n;
}

struct bilingual today_with(const struct today_in *in, const struct door_row *v, bool counted)
{
    bool patient = !str_eq(v->patient_attends, "no");
    struct bilingual others = two_same(""), text = patient ? two_word(in, N_("Patient")) : two_same("");
    const char *kind, *relation;
    int n = 0;

    for (const char *at = v->with; *at;) {
        at = next_with(at, in->a, &kind, &relation);
        const char *word = str_empty(relation) ? words_label(&WORDS_ATTENDEE_KIND, kind)
                                               : words_label(&WORDS_RELATION, relation);
        others = two_join(in, others, two_word(in, word));
        n++;
    }
    if (counted && n > 1)
        others = two_number(in, N_("%s people"), n);
    if (!two_empty(others))
        others = two_say(in, patient ? N_("+ %s") : N_("%s only"), others, two_same(""));
    text = two_join(in, text, others);
    if (!patient && v->consent && !counted)
        text = two_join(in, text, two_word(in, N_("signed")));
    if (!str_empty(v->interpreter))
        text = two_join(in, text,
            counted ? two_word(in, N_("interp."))
                    : two_say(in, N_("interp. %s"), language_name(in->a, v->interpreter), two_same("")));
    return text;
}

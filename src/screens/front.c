/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "screens/front.h"

#include "domain/words.h"
#include "text/catalog.h"
#include "text/era.h"

/* The key is that of the choice that stands there now: also when it stood there before. */
static bool answers(const struct form_field *d, const char *value, struct key k)
{
    struct key folded = key_fold(k);

    for (const struct choice *c = d->choices; c->value; c++)
        if (str_eq(c->value, value))
            return str_eq(c->key, folded.text);
    return false;
}

enum form_result front_form_key(struct form *f, struct key k)
{
    bool answer = k.code == K_CHAR && !k.mods && form_active(f)->kind == FIELD_CHOICE;
    enum form_result r = form_key(f, k);

    if (answer && (r == FORM_EDITED || r == FORM_MOVED) && answers(form_active(f), form_get(f, form_focus(f)), k))
        form_key(f, (struct key){ .code = K_ENTER });
    return r;
}

void front_say_call(struct screen *s, day due, const char *today_msgid, const char *later_msgid)
{
    char on[DATE_TEXT];

    if (!day_known(due) || day_cmp(due, desk_today(desk_of(s))) <= 0)
        app_say(s->app, SAY_NOTICE, today_msgid, NULL);
    else
        app_say(s->app, SAY_NOTICE, later_msgid, date_text(due, lang_of_screen(s), DATE_SHORT_WEEKDAY, on), NULL);
}

void front_say_printed(struct screen *s, const struct forms_done *done, const char *good_msgid)
{
    if (done->n && !done->printed)
        app_say_msg(s->app, SAY_WARN, &done->failure);
    else
        app_say(s->app, SAY_NOTICE, good_msgid, NULL);
}

void front_person(const struct grid *g, const char *name, const char *number, int age, struct buf *out)
{
    buf_puts(out, money_name(g, name, str_or(number, "***")));
    if (age >= 0)
        buf_printf(out, " %d", age);
}

struct step front_refresh(struct screen *s)
{
    app_reload(s->app);
    return step_stay();
}

static void one_word(const struct grid *g, const char *msgid, const char *answer, struct buf *out)
{
    const char *word = str_eq(answer, "yes") ? N_("allowed") : str_eq(answer, "no") ? N_("not allowed") : N_("not asked");

    money_put(out, g->catalog, msgid, tr(g->catalog, word), NULL);
}

void front_contact(const struct grid *g, const struct call_contact *c, struct buf *out)
{
    const char *may = str_empty(c->may_know) ? N_("not asked") : words_label(&WORDS_MAY_KNOW, c->may_know);

    one_word(g, N_("Message: %s"), c->voicemail, out);
    buf_puts(out, "  ");
    one_word(g, N_("Hospital's name: %s"), c->name_hospital, out);
    buf_puts(out, "  ");
    money_put(out, g->catalog, N_("May be told: %s"), tr(g->catalog, may), NULL);
}

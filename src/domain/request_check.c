/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/request_check.h"

#include <string.h>

#include "domain/words.h"
#include "text/kana.h"
#include "text/safe.h"
#include "text/utf8.h"

static const char MY_NUMBER_HELD[] =
    N_("Twelve digits here could be a My Number, which must not be kept. Leave it out, or say that it is another number.");

bool free_text_check(const char *text, const char *field, bool asked_other, struct err *e)
{
    struct text_span span;

    if (str_empty(text))
        return true;
    if (!safe_name(text, field, e))
        return false;
    if (!asked_other && safe_my_number(text, 0, &span))
        return err_set(e, ERR_RULE, field, MY_NUMBER_HELD, NULL);
    return true;
}

bool remark_check(const char *text, const char *field, struct err *e)
{
    struct err held = ERR_INIT;

    if (free_text_check(text, field, false, &held))
        return true;
    if (!is_number_question(&held))
        return free_text_check(text, field, false, e);
    return err_set(e, ERR_RULE, field, N_("Twelve digits here could be a My Number, which must not be kept. Leave them out."), NULL);
}

bool is_number_question(const struct err *e)
{
    return e->kind == ERR_RULE && e->msg.id == MY_NUMBER_HELD;
}

bool past_check(day d, day today, const char *field, struct err *e)
{
    return !day_known(d) || day_cmp(d, today) <= 0
        || err_set(e, ERR_RULE, field, N_("This date is still to come. Enter a date up to today."), NULL);
}

bool reason_check(const char *reason, struct err *e)
{
    if (str_empty(reason))
        return err_set(e, ERR_RULE, "reason", N_("Give a reason; it stays in the history."), NULL);
    return remark_check(reason, "reason", e);
}

static bool kana_ok(const char *kana, struct err *e)
{
    if (str_empty(kana) || kana_only(kana))
        return true;
    return err_set(e, ERR_INPUT, "kana", N_("Only kana belong here. Write the reading in katakana or hiragana."), NULL);
}

/* A number to call has a digit in it; "only at night" belongs into the words. */
static bool phone_ok(const char *phone, const char *field, struct err *e)
{
    for (const char *s = phone; s && *s;) {
        uint32_t c = utf8_next(&s);
        if ((c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19))
            return true;
    }
    if (str_empty(phone))
        return true;
    return err_set(e, ERR_INPUT, field, N_("A telephone number has digits. Enter the number, or leave the field empty."), NULL);
}

/* "@" with something on both sides: more cannot be known here. */
static bool email_ok(const char *email, struct err *e)
{
    const char *at = str_empty(email) ? NULL : strchr(email, '@');

    if (str_empty(email) || (at && at > email && at[1] && !strchr(email, ' ')))
        return true;
    return err_set(e, ERR_INPUT, "email", N_("This is no e-mail address. Write it as name@place, or leave the field empty."), NULL);
}

bool patient_no_check(const char *no, struct err *e)
{
    size_t signs = 0, others = 0;

    for (const char *s = no; s && *s;) {
        uint32_t c = utf8_next(&s);
        bool sign = (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c >= 0x80;
        signs += sign;
        others += !sign && c != '-' && c != ' ';
    }
    if (str_empty(no) || (signs > 0 && others == 0))
        return true;
    return err_set(e, ERR_INPUT, "patient_no", N_("This is no patient number. Copy it from the card, or leave the field empty."), NULL);
}

/* Emoji and other pictures: they stand in no register, and no printer has them. */
static bool no_pictures(const char *name, const char *field, struct err *e)
{
    for (const char *s = name; s && *s;) {
        uint32_t c = utf8_next(&s);
        if ((c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF))
            return err_set(e, ERR_INPUT, field, N_("Pictures do not belong into a name. Write it as on the form."), NULL);
    }
    return true;
}

bool person_check(const struct person *p, day today, struct err *e)
{
    const struct {
        const char *text, *field;
    } texts[] = { { p->name, "name" }, { p->kana, "kana" }, { p->romaji, "romaji" }, { p->address, "address" },
        { p->phone, "phone" }, { p->phone2, "phone2" }, { p->email, "email" }, { p->patient_no, "patient_no" },
        { p->interpreter, "interpreter" }, { p->nationality, "nationality" } };

    if (str_empty(p->name))
        return err_set(e, ERR_RULE, "name", N_("The patient's name is missing. Write it as on the form."), NULL);
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        if (!str_empty(texts[i].text) && !safe_name(texts[i].text, texts[i].field, e))
            return false;
    return no_pictures(p->name, "name", e) && no_pictures(p->romaji, "romaji", e) && kana_ok(p->kana, e)
        && phone_ok(p->phone, "phone", e) && phone_ok(p->phone2, "phone2", e) && email_ok(p->email, e)
        && patient_no_check(p->patient_no, e) && past_check(p->birth, today, "birth", e) && words_check(&WORDS_SEX, p->sex, "sex", e);
}

bool request_check(const struct casefile *c, day today, struct err *e)
{
    const struct {
        const char *text, *field;
    } texts[] = { { c->diagnosis, "diagnosis" }, { c->condition, "condition" }, { c->questions, "questions" },
        { c->other_name, "other_name" }, { c->call_hours, "call_hours" }, { c->careful_why, "careful_why" },
        { c->institution_name, "institution" }, { c->doctor_name, "doctor" }, { c->wanted_doctor, "wanted_doctor" },
        { c->wishes, "wishes" }, { c->bad_days, "bad_days" } };

    if (!day_known(c->received_on))
        return err_set(e, ERR_RULE, "received_on", N_("The day of arrival is missing. t is today."), NULL);
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        if (!str_empty(texts[i].text) && !safe_name(texts[i].text, texts[i].field, e))
            return false;
    return person_check(&c->patient, today, e) && phone_ok(c->other_phone, "other_phone", e)
        && phone_ok(c->institution_phone, "institution_phone", e) && past_check(c->received_on, today, "received_on", e)
        && words_check(&WORDS_RECEIVED_VIA, c->received_via, "received_via", e)
        && words_check(&WORDS_ANSWER, c->told, "told", e)
        && words_check(&WORDS_ANSWER, c->referrer_agrees, "referrer_agrees", e)
        && words_check(&WORDS_ANSWER, c->patient_agrees, "patient_agrees", e)
        && words_check(&WORDS_ANSWER, c->inpatient, "inpatient", e)
        && words_check(&WORDS_MAY_KNOW, c->patient_may_know, "patient_may_know", e)
        && words_check(&WORDS_MAY_KNOW, c->other_may_know, "other_may_know", e);
}

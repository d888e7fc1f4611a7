/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "screens/request_values.h"

#include "text/kana.h"

#define TEXT(key, text, n, what) { .id = key, .label = text, .kind = FIELD_TEXT, .cells = n, .max_clusters = 200, .help = what }
#define CODE(key, text, n, what) { .id = key, .label = text, .kind = FIELD_CODE, .cells = n, .max_clusters = 60, .help = what }
#define DATE(key, text, what) { .id = key, .label = text, .kind = FIELD_DATE, .cells = 11, .help = what }
#define PICK(key, text, n, of, what)                                                                        \
    { .id = key, .label = text, .kind = FIELD_CHOICE, .cells = n, .choices = of, .flags = FORM_NO_OPTIONS, .help = what }
#define SECTION(text) { .row = ROW_SECTION, .label = text }

/* For the gate only: at work the policy's own diseases stand here. */
static const struct choice any_disease[] = { { "9", "other", N_("Other") }, { NULL, NULL, NULL } };

static const struct form_field fields[] = {
    SECTION(N_("Patient")),
    TEXT("name", N_("Name"), 28, N_("As on the form, with the characters the person uses. F9: is the person known?")),
    { .id = "kana", .label = N_("Kana"), .kind = FIELD_KANA, .cells = 28, .max_clusters = 100,
        .help = N_("The reading; hiragana become katakana. F9 finds people by it.") },
    DATE("birth", N_("Birth date"), N_("S39.7.2, 1964-7-2 or 3390702. The age is shown.")),
    PICK("sex", N_("Sex"), 14, CHOICE_SEX, N_("1 female, 2 male, 3 other, 9 not stated.")),
    CODE("patient_no", N_("Patient no."), 16, N_("The number on the hospital's card; may be empty until the visit.")),
    CODE("phone", N_("Telephone"), 18, N_("The number to call first.")),
    CODE("phone2", N_("Telephone 2"), 18, N_("Another number.")),
    CODE("postal", N_("Postal code"), 10, N_("For letters and parcels.")),
    TEXT("address", N_("Address"), 28, N_("For letters and parcels.")),
    CODE("email", N_("E-mail"), 28, N_("Only if the person wants it used.")),
    TEXT("romaji", N_("Roman name"), 28, N_("As in the passport, for English papers.")),
    CODE("nationality", N_("Nationality"), 4, N_("Two letters, for example JP, VN. Empty = not asked.")),
    PICK("lang", N_("Papers in"), 10, CHOICE_LANG, N_("The language of the visitor's papers, whatever the screen's.")),
    TEXT("interpreter", N_("Interpreter"), 20, N_("Which language is needed; empty = none.")),
    SECTION(N_("Illness")),
    PICK("disease", N_("Disease"), 24, any_disease, N_("The group of the disease, as the hospital's rules name it.")),
    TEXT("diagnosis", N_("Diagnosis"), 28, N_("As written on the form.")),
    TEXT("condition", N_("Condition"), 28, N_("How the patient is now, in short.")),
    PICK("told", N_("Told?"), 17, CHOICE_ANSWER, N_("Does the patient know the diagnosis?")),
    TEXT("questions", N_("Questions"), 28, N_("What the visitor wants to ask.")),
    PICK("purpose", N_("Purpose"), 26, CHOICE_PURPOSE, N_("Why a second opinion is wished. The rules look at it.")),
    PICK("patient_agrees", N_("Agrees?"), 17, CHOICE_ANSWER, N_("Does the patient agree to a second opinion?")),
    SECTION(N_("Present hospital")),
    TEXT("institution", N_("Hospital"), 28, N_("F9 shows hospitals that are known, with the doctor used last.")),
    TEXT("institution_address", N_("Its address"), 28, N_("For the label; known hospitals fill it in.")),
    CODE("institution_phone", N_("Its phone"), 18, N_("For questions about the letter.")),
    TEXT("doctor_department", N_("Department"), 20, N_("The doctor's department there.")),
    TEXT("doctor", N_("Doctor"), 20, N_("The present doctor, without a title. The report goes there.")),
    PICK("referrer_agrees", N_("Doctor ok?"), 17, CHOICE_ANSWER, N_("Has the present doctor been told and does not object?")),
    PICK("inpatient", N_("In hospital?"), 17, CHOICE_ANSWER, N_("Is the patient staying in a hospital now?")),
    SECTION(N_("Dates")),
    DATE("received_on", N_("Received"), N_("The day on which the form arrived. t is today.")),
    PICK("received_via", N_("How"), 18, CHOICE_VIA, N_("1 counter, 2 post, 3 fax, 4 other hospital.")),
    TEXT("wishes", N_("Wishes"), 28, N_("Days that suit, the best first.")),
    TEXT("bad_days", N_("Bad days"), 28, N_("Days that do not suit.")),
    DATE("treatment_from", N_("Treatment"), N_("When treatment is to begin; the date should be before it.")),
    TEXT("wanted_doctor", N_("Wants doctor"), 20, N_("A specialist that was asked for by name.")),
    SECTION(N_("Contact")),
    PICK("patient_may_know", N_("To patient"), 14, CHOICE_MAY_KNOW, N_("What may be said when the patient is called?")),
    PICK("patient_voicemail", N_("Voicemail"), 8, CHOICE_YES_NO, N_("May a message be left?")),
    PICK("patient_name_hospital", N_("Name us"), 8, CHOICE_YES_NO, N_("May the hospital be named on the phone?")),
    TEXT("other_name", N_("Other person"), 28, N_("One other contact beside the patient.")),
    PICK("other_relation", N_("Relation"), 20, CHOICE_RELATION, N_("The other person's relation to the patient.")),
    CODE("other_phone", N_("Telephone"), 18, N_("The other person's number.")),
    PICK("other_may_know", N_("May know"), 14, CHOICE_MAY_KNOW, N_("What may be said to the other person?")),
    PICK("other_voicemail", N_("Voicemail"), 8, CHOICE_YES_NO, N_("May a message be left?")),
    PICK("other_name_hospital", N_("Name us"), 8, CHOICE_YES_NO, N_("May the hospital be named on the phone?")),
    TEXT("call_hours", N_("Call at"), 20, N_("When to call.")),
    PICK("careful", N_("With care"), 8, CHOICE_YES_NO, N_("Shows only a neutral mark on screens. Say why in the next field.")),
    TEXT("careful_why", N_("Why"), 28, N_("Only in this form, never printed, never on the board.")),
    TEXT("memo", N_("Memo"), 28, N_("No card numbers, no insurance numbers.")),
};
const struct form_def request_form_def = { .id = "request_form", .version = 1, .fields = fields, .n = COUNT_OF(fields),
    .label_cells = 13 };

/* Plain texts: the field and the place in the casefile. */
static const struct {
    const char *id;
    size_t at;
} texts[] = {
#define AT(id, member) { id, offsetof(struct casefile, member) }
    AT("name", patient.name), AT("kana", patient.kana), AT("sex", patient.sex), AT("patient_no", patient.patient_no),
    AT("phone", patient.phone), AT("phone2", patient.phone2), AT("postal", patient.postal),
    AT("address", patient.address), AT("email", patient.email), AT("romaji", patient.romaji),
    AT("nationality", patient.nationality), AT("interpreter", patient.interpreter), AT("disease", disease),
    AT("diagnosis", diagnosis), AT("condition", condition), AT("told", told), AT("questions", questions),
    AT("purpose", purposes), AT("patient_agrees", patient_agrees), AT("institution", institution_name),
    AT("institution_address", institution_address), AT("institution_phone", institution_phone),
    AT("doctor_department", doctor_department), AT("doctor", doctor_name), AT("referrer_agrees", referrer_agrees),
    AT("inpatient", inpatient), AT("received_via", received_via), AT("wishes", wishes), AT("bad_days", bad_days),
    AT("wanted_doctor", wanted_doctor), AT("patient_may_know", patient_may_know),
    AT("patient_voicemail", patient_voicemail), AT("patient_name_hospital", patient_name_hospital),
    AT("other_name", other_name), AT("other_relation", other_relation), AT("other_phone", other_phone),
    AT("other_may_know", other_may_know), AT("other_voicemail", other_voicemail),
    AT("other_name_hospital", other_name_hospital), AT("call_hours", call_hours), AT("careful_why", careful_why),
    AT("memo", memo),
#undef AT
};

static const char *text_at(const struct casefile *c, size_t at)
{
    const char *text;

    memcpy(&text, (const char *)c + at, sizeof text);
    return text ? text : "";
}

void request_values_show(struct form *f, const struct casefile *c)
{
    char iso[DAY_TEXT];

    for (size_t i = 0; i < COUNT_OF(texts); i++)
        form_set(f, texts[i].id, text_at(c, texts[i].at));
    form_set(f, "birth", day_field(c->patient.birth, iso));
    form_set(f, "received_on", day_field(c->received_on, iso));
    form_set(f, "treatment_from", day_field(c->treatment_from, iso));
    form_set(f, "lang", lang_id(c->id ? c->lang : c->patient.lang));
    form_set(f, "careful", c->careful ? "yes" : "");
}

void request_values_person(struct form *f, const struct person *p)
{
    char iso[DAY_TEXT];
    const char *const pairs[][2] = { { "name", p->name }, { "kana", p->kana }, { "sex", p->sex },
        { "patient_no", p->patient_no }, { "phone", p->phone }, { "phone2", p->phone2 }, { "postal", p->postal },
        { "address", p->address }, { "email", p->email }, { "romaji", p->romaji }, { "nationality", p->nationality },
        { "interpreter", p->interpreter }, { "birth", day_field(p->birth, iso) }, { "lang", lang_id(p->lang) } };

    for (size_t i = 0; i < COUNT_OF(pairs); i++)
        form_edit(f, pairs[i][0], pairs[i][1] ? pairs[i][1] : "");
}

static const struct {
    const char *id;
    enum date_bias bias;
    size_t at;
    bool always; /* an empty field does not take it away */
} days[] = {
    { "birth", DATE_BIRTH, offsetof(struct casefile, patient.birth), false },
    { "received_on", DATE_PAST, offsetof(struct casefile, received_on), true },
    { "treatment_from", DATE_FUTURE, offsetof(struct casefile, treatment_from), false },
};

static bool read_day(const struct screen *s, const struct form *f, size_t i, struct casefile *c, struct err *e)
{
    day d;

    if (!form_day(s, f, days[i].id, days[i].bias, &d, e))
        return false;
    if (day_known(d) || !days[i].always)
        memcpy((char *)c + days[i].at, &d, sizeof d);
    return true;
}

/* What follows from the texts. */
static void read_choices(const struct form *f, struct casefile *c)
{
    if (str_empty(c->patient.sex))
        c->patient.sex = "unknown";
    if (lang_of(form_get(f, "lang"), &c->lang))
        c->patient.lang = c->lang;
    c->careful = str_eq(form_get(f, "careful"), "yes");
}

bool request_values_read(const struct screen *s, const struct form *f, struct casefile *c, struct arena *a, struct err *e)
{
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        const char *text = arena_strdup(a, form_get(f, texts[i].id));
        memcpy((char *)c + texts[i].at, &text, sizeof text);
    }
    c->patient.kana = kana_to_katakana(a, c->patient.kana);
    read_choices(f, c);
    for (size_t i = 0; i < COUNT_OF(days); i++)
        if (!read_day(s, f, i, c, e))
            return false;
    return true;
}

void request_values_live(const struct screen *s, const struct form *f, const char *id, const struct casefile *under,
    struct casefile *c)
{
    struct err quiet = ERR_INIT;

    if (!id)
        *c = *under;
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        if (!id || str_eq(texts[i].id, id)) {
            const char *text = form_get(f, texts[i].id);
            memcpy((char *)c + texts[i].at, &text, sizeof text);
        }
    read_choices(f, c);
    for (size_t i = 0; i < COUNT_OF(days); i++)
        if (!id || str_eq(days[i].id, id)) {
            memcpy((char *)c + days[i].at, (const char *)under + days[i].at, sizeof(day));
            if (!read_day(s, f, i, c, &quiet) && days[i].bias == DATE_BIRTH)
                c->patient.birth = DAY_NONE; /* half typed, it is nobody's */
        }
}

static void merge(struct form *f, const char *id, const char *was, const char *now)
{
    if (str_eq(was, now))
        return;
    form_mark(f, id, true);
    if (!form_field_dirty(f, id))
        form_set(f, id, now);
}

void request_values_merge(struct form *f, const struct casefile *was, const struct casefile *now)
{
    const struct {
        const char *id;
        day was, now;
    } both[] = { { "birth", was->patient.birth, now->patient.birth }, { "received_on", was->received_on, now->received_on },
        { "treatment_from", was->treatment_from, now->treatment_from } };
    char before[DAY_TEXT], after[DAY_TEXT];

    for (size_t i = 0; i < COUNT_OF(texts); i++)
        merge(f, texts[i].id, text_at(was, texts[i].at), text_at(now, texts[i].at));
    for (size_t i = 0; i < COUNT_OF(both); i++)
        merge(f, both[i].id, day_field(both[i].was, before), day_field(both[i].now, after));
    merge(f, "lang", lang_id(was->lang), lang_id(now->lang));
    merge(f, "careful", was->careful ? "yes" : "", now->careful ? "yes" : "");
}

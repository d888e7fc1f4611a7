/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The facts of the policy language: what they are called, which words they take, how one asks for
 * them. */
#include "policy/facts.h"

static const struct fact_word KINDS[] = {
    { "patient", N_("the patient") },
    { "guardian", N_("a guardian of the minor") },
    { "legal_representative", N_("a legal representative") },
    { "family", N_("family") },
    { "nonfamily", N_("somebody who is not family") },
    { "physician", N_("a physician") },
    { "institution", N_("an institution") },
};
static const struct fact_word RELATIONS[] = {
    { "spouse", N_("spouse") },
    { "parent", N_("parent") },
    { "child", N_("child") },
    { "sibling", N_("brother or sister") },
    { "grandparent", N_("grandparent") },
    { "grandchild", N_("grandchild") },
    { "child_spouse", N_("child's spouse") },
    { "other_relative", N_("other relative") },
    { "friend", N_("friend") },
    { "other", N_("other") },
};
/* Numbers are allowed too; "none" is farther than every number. */
static const struct fact_word DEGREES[] = { { "none", N_("no kinship") } };
static const struct fact_word ANSWERS[] = {
    { "yes", N_("yes") },
    { "no", N_("no") },
    { "unclear", N_("not sure") },
};
static const struct fact_word YES_NO[] = { { "yes", N_("yes") }, { "no", N_("no") } };
static const struct fact_word STAGES[] = {
    { "none", N_("not yet at school") },
    { "primary", N_("primary school") },
    { "junior_high", N_("junior high school") },
    { "high", N_("high school") },
    { "after", N_("older than high school") },
};
static const struct fact_word FORMATS[] = {
    { "in_person", N_("in person") },
    { "online", N_("online") },
    { "written", N_("in writing") },
    { "documents", N_("by documents") },
    { "slides", N_("by pathology slides") },
    { "outgoing", N_("records for another hospital") },
    { "elsewhere", N_("not at this counter") },
};
static const struct fact_word GROUPS[] = {
    { "own", N_("own hospital group") },
    { "other", N_("another hospital") },
};
static const struct fact_word RANKS[] = {
    { "staff", N_("staff doctor") },
    { "lecturer", N_("lecturer") },
    { "associate_professor", N_("associate professor") },
    { "professor", N_("professor") },
    { "chief", N_("chief physician") },
    { "director", N_("director") },
    { "other", N_("other") },
};
static const struct fact_word PAYERS[] = {
    { "patient", N_("the patient") },
    { "family", N_("family") },
    { "company", N_("a company") },
    { "insurer", N_("an insurer") },
    { "other", N_("other") },
};
static const struct fact_word PURPOSES[] = {
    { "opinion", N_("an opinion on the treatment") },
    { "treatment_here", N_("treatment at this hospital") },
    { "transfer", N_("transfer to another hospital") },
    { "wants_referral", N_("referral to another hospital") },
    { "litigation", N_("a lawsuit") },
    { "malpractice", N_("a question of malpractice") },
    { "complaint", N_("a complaint about a doctor or hospital") },
    { "past_treatment", N_("judging past treatment") },
    { "outcome_evaluation", N_("judging the outcome of treatment") },
    { "cost_benefit", N_("costs and benefits") },
    { "other", N_("other") },
};
static const struct fact_word DOC_WORDS[] = {
    { "none", N_("there is none") },
    { "awaited", N_("awaited") },
    { "promised", N_("promised for later") },
    { "received", N_("received") },
    { "waived", N_("not asked for") },
    { "checked", N_("checked") },
};
/* A disease outside the list has a word of its own, because "unknown" would be asked again. */
static const struct fact_word DISEASE_WORDS[]
    = { { "other", N_("another illness") }, { "unclear", N_("not sure") } };
static const struct fact_word COUNTRY_WORDS[] = { { "unclear", N_("not sure") } };

#define WORDS(list) .words = (list), .n_words = COUNT_OF(list)
#define ANSWER .type = FACT_TYPE_ANSWER, WORDS(ANSWERS)

static const struct fact_info FACTS[FACT_COUNT] = {
    [FACT_SERVICE] = { "service", .type = FACT_TYPE_ID, .section = "services",
        .label = N_("Service"), .question = N_("Which service would you like?") },
    [FACT_FORMAT]
    = { "format", .type = FACT_TYPE_WORD, WORDS(FORMATS), .label = N_("Way of the consultation") },
    [FACT_DEPARTMENT]
    = { "department", .type = FACT_TYPE_ID, .several = true, .section = "departments",
        .label = N_("Department"), .question = N_("Which department is this about?") },
    [FACT_DEPARTMENTS_COUNT] = { "departments.count", .type = FACT_TYPE_NUMBER, .ordered = true,
        .label = N_("Number of departments") },
    [FACT_DISEASE] = { "disease", .type = FACT_TYPE_ID, .section = "diseases", WORDS(DISEASE_WORDS),
        .label = N_("Illness"), .question = N_("Which illness is the consultation about?") },
    [FACT_APPLICANT_KIND]
    = { "applicant.kind", .type = FACT_TYPE_WORD, .several = true, WORDS(KINDS),
        .label = N_("Who hands in the request"), .question = N_("Who is handing in the request?"),
        .is_value = N_("the person who hands in the request is %s") },
    [FACT_ATTENDEE_KIND] = { "attendee.kind", .type = FACT_TYPE_WORD, .several = true,
        .attendee = true, WORDS(KINDS), .label = N_("Who comes to the consultation"),
        .question = N_("Who will come to the consultation?"),
        .is_value = N_("those who come are: %s") },
    [FACT_ATTENDEE_RELATION] = { "attendee.relation", .type = FACT_TYPE_WORD, .several = true,
        .attendee = true, WORDS(RELATIONS), .label = N_("Relationship to the patient"),
        .question = N_("What is your relationship to the patient?"),
        .is_value = N_("the relationship to the patient is: %s") },
    [FACT_ATTENDEE_DEGREE] = { "attendee.degree", .type = FACT_TYPE_NUMBER, .several = true,
        .attendee = true, .ordered = true, WORDS(DEGREES), .label = N_("Degree of kinship"),
        .question = N_("What is your relationship to the patient?"),
        .is_value = N_("the degree of kinship is %s") },
    [FACT_ATTENDEE_IS_CARER] = { "attendee.is_carer", .type = FACT_TYPE_BOOL, .several = true,
        .attendee = true, WORDS(YES_NO), .label = N_("Cares for the patient"),
        .question = N_("Do you take care of the patient?"), .is_yes = N_("a carer comes"),
        .is_no = N_("no carer comes") },
    [FACT_ATTENDEES_COUNT] = { "attendees.count", .type = FACT_TYPE_NUMBER, .ordered = true,
        .label = N_("Number of people who come"), .question = N_("How many of you will come?"),
        .is_value = N_("the number of people who come is %s") },
    [FACT_PATIENT_ATTENDS] = { "patient.attends", ANSWER, .label = N_("Patient attends"),
        .question = N_("Will the patient come to the consultation?"),
        .is_yes = N_("the patient attends"), .is_no = N_("the patient does not attend") },
    [FACT_PATIENT_CAN_ATTEND]
    = { "patient.can_attend", ANSWER, .label = N_("Patient is able to come"),
        .question = N_("Is the patient able to come?"), .is_yes = N_("the patient is able to come"),
        .is_no = N_("the patient is not able to come") },
    [FACT_PATIENT_CAPABLE]
    = { "patient.capable", ANSWER, .label = N_("Patient can decide for themselves"),
        .question = N_("Is the patient able to decide and to sign a consent form?"),
        .is_yes = N_("the patient can decide for themselves"),
        .is_no = N_("the patient cannot decide for themselves") },
    [FACT_PATIENT_TOLD] = { "patient.told", ANSWER, .label = N_("Patient knows the diagnosis"),
        .question = N_("Has the patient been told the diagnosis?"),
        .is_yes = N_("the patient knows the diagnosis"),
        .is_no = N_("the patient has not been told the diagnosis") },
    [FACT_PATIENT_AGREES]
    = { "patient.agrees", ANSWER, .label = N_("Patient agrees to a second opinion"),
        .question = N_("Does the patient wish to have a second opinion?"),
        .is_yes = N_("the patient agrees to a second opinion"),
        .is_no = N_("the patient does not agree to a second opinion") },
    [FACT_PATIENT_RESIDENT]
    = { "patient.resident", ANSWER, .label = N_("Patient lives in this country"),
        .question = N_("Does the patient live in Japan?"),
        .is_yes = N_("the patient lives in this country"),
        .is_no = N_("the patient lives abroad") },
    [FACT_PATIENT_INSURED] = { "patient.insured", ANSWER, .label = N_("Japanese health insurance"),
        .question = N_("Does the patient have Japanese health insurance?"),
        .is_yes = N_("the patient has Japanese health insurance"),
        .is_no = N_("the patient has no Japanese health insurance") },
    [FACT_PATIENT_INPATIENT_ELSEWHERE]
    = { "patient.inpatient_elsewhere", ANSWER, .label = N_("In hospital elsewhere"),
        .question = N_("Is the patient in another hospital at present?"),
        .is_yes = N_("the patient is in another hospital"),
        .is_no = N_("the patient is in no other hospital") },
    [FACT_PATIENT_OWN]
    = { "patient.own", ANSWER, .label = N_("Already treated here for this illness"),
        .question = N_("Is the patient being treated at this hospital for this illness?"),
        .is_yes = N_("the patient is treated here for this illness"),
        .is_no = N_("the patient is not treated here for this illness") },
    [FACT_PATIENT_DECEASED] = { "patient.deceased", ANSWER, .label = N_("Patient has died"),
        .is_yes = N_("the patient has died"), .is_no = N_("the patient is living") },
    [FACT_PATIENT_AGE] = { "patient.age", .type = FACT_TYPE_NUMBER, .ordered = true,
        .label = N_("Patient's age"), .question = N_("What is the patient's date of birth?"),
        .is_value = N_("the patient is %s years old") },
    [FACT_PATIENT_SCHOOL_STAGE]
    = { "patient.school_stage", .type = FACT_TYPE_WORD, .ordered = true, WORDS(STAGES),
        .label = N_("School stage"), .question = N_("What is the patient's date of birth?") },
    [FACT_PATIENT_NATIONALITY]
    = { "patient.nationality", .type = FACT_TYPE_COUNTRY, WORDS(COUNTRY_WORDS),
        .label = N_("Nationality"), .question = N_("What is the patient's nationality?") },
    [FACT_REFERRER_AGREES] = { "referrer.agrees", ANSWER, .label = N_("Present doctor agrees"),
        .question = N_("Does your present doctor know of and agree to the second opinion?"),
        .is_yes = N_("the present doctor agrees"),
        .is_no = N_("the present doctor does not agree") },
    [FACT_REFERRER_GROUP]
    = { "referrer.group", .type = FACT_TYPE_WORD, WORDS(GROUPS), .label = N_("Present hospital"),
        .question = N_("Which hospital are you going to at present?") },
    [FACT_PURPOSE] = { "purpose", .type = FACT_TYPE_WORD, .several = true, .section = "purposes",
        WORDS(PURPOSES), .label = N_("Purpose of the consultation"),
        .question = N_(
            "What would you like from the consultation? Is it about a transfer or a legal matter?"),
        .is_value = N_("the purpose is: %s") },
    [FACT_DOCTOR_RANK] = { "doctor.rank", .type = FACT_TYPE_WORD, WORDS(RANKS),
        .label = N_("Rank of the specialist") },
    [FACT_MINUTES]
    = { "minutes", .type = FACT_TYPE_NUMBER, .ordered = true, .label = N_("Minutes of the talk") },
    [FACT_PAYER] = { "payer", .type = FACT_TYPE_WORD, WORDS(PAYERS), .label = N_("Who pays"),
        .question = N_("Who will pay?") },
    [FACT_REQUEST_AGE] = { "request.age", .type = FACT_TYPE_NUMBER, .ordered = true,
        .label = N_("Days since the request") },
    [FACT_DOC]
    = { "doc.ID", .type = FACT_TYPE_WORD, WORDS(DOC_WORDS), .label = N_("State of a document") },
    [FACT_DOC_ITEM]
    = { "doc.ID.ITEM", .type = FACT_TYPE_BOOL, WORDS(YES_NO), .label = N_("Stated in a document") },
    [FACT_QUESTION] = { "q.ID", .type = FACT_TYPE_TEXT, .label = N_("The policy's own question") },
    [FACT_MATERIALS_COUNT] = { "materials.count.KIND", .type = FACT_TYPE_NUMBER, .ordered = true,
        .label = N_("Number of pieces"), .question = N_("How many pieces have you brought?") },
};

const struct fact_info *fact_info(enum fact_id id)
{
    BUG_IF(id >= FACT_COUNT);
    return &FACTS[id];
}

bool fact_by_name(const char *name, enum fact_id *out)
{
    for (int i = 0; i < FACT_PLAIN_COUNT; i++)
        if (str_eq(FACTS[i].name, name)) {
            *out = (enum fact_id)i;
            return true;
        }
    return false;
}

const struct fact_word *fact_word(enum fact_id id, const char *word)
{
    const struct fact_info *info = fact_info(id);

    for (size_t i = 0; i < info->n_words; i++)
        if (str_eq(info->words[i].id, word))
            return &info->words[i];
    return NULL;
}

bool fact_ref_eq(struct fact_ref a, struct fact_ref b)
{
    return a.id == b.id && str_eq(a.key, b.key) && str_eq(a.item, b.item);
}

const char *fact_ref_name(struct fact_ref r, struct arena *a)
{
    switch (r.id) {
    case FACT_DOC:
        return arena_printf(a, "doc.%s", r.key);
    case FACT_DOC_ITEM:
        return arena_printf(a, "doc.%s.%s", r.key, r.item);
    case FACT_QUESTION:
        return arena_printf(a, "q.%s", r.key);
    case FACT_MATERIALS_COUNT:
        return arena_printf(a, "materials.count.%s", r.key);
    default:
        return FACTS[r.id].name;
    }
}

const char *doc_state_id(enum doc_state s)
{
    BUG_IF((size_t)s >= COUNT_OF(DOC_WORDS));
    return DOC_WORDS[s].id;
}

bool doc_state_of(const char *id, enum doc_state *out)
{
    for (size_t i = 0; i < COUNT_OF(DOC_WORDS); i++)
        if (str_eq(DOC_WORDS[i].id, id)) {
            *out = (enum doc_state)i;
            return true;
        }
    return false;
}

int relation_degree(const char *relation)
{
    static const struct {
        const char *relation;
        int degree;
    } degrees[] = { /* civil code art. 726; in-laws as the spouse's (policy language) */
        { "spouse", 0 }, { "parent", 1 }, { "child", 1 }, { "sibling", 2 }, { "grandparent", 2 },
        { "grandchild", 2 }, { "child_spouse", 1 }, { "friend", KINSHIP_NONE },
        { "other", KINSHIP_NONE }
    };

    for (size_t i = 0; i < COUNT_OF(degrees); i++)
        if (str_eq(degrees[i].relation, relation))
            return degrees[i].degree;
    return KINSHIP_UNKNOWN;
}

const char *school_stage(day birth, day at)
{
    int y, m, d, age;
    day april;

    if (!day_known(birth) || !day_known(at))
        return NULL;
    day_to_ymd(at, &y, &m, &d);
    BUG_IF(!day_from_ymd(m < 4 ? y - 1 : y, 4, 1, &april));
    /* The school year begins on 1 April with those who are six by then; by the age law a child born
     * on 1 April is six on 31 March, which day_age on 1 April gives as well. */
    age = day_age(birth, april);
    return age < 6 ? "none"
        : age < 12 ? "primary"
        : age < 15 ? "junior_high"
        : age < 18 ? "high"
                   : "after";
}

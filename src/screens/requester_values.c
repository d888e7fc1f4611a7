/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "screens/requester_values.h"

#include "text/kana.h"
#include "text/safe.h"

/* One person and what he or she showed. No field for a number of a paper: none may be kept (counter.md, Privacy). */
#define PERSON(N, heading) \
    { .row = ROW_SECTION, .label = heading }, \
    { .id = "kind" N, .label = N_("Who"), .kind = FIELD_CHOICE, .cells = 30, .choices = CHOICE_ATTENDEE, .flags = FORM_NO_OPTIONS, \
        .help = N_("1 patient, 2 family, 3 guardian, 4 legal representative, 5 not family.") }, \
    { .id = "name" N, .label = N_("Name"), .kind = FIELD_TEXT, .cells = 30, .max_clusters = 60, \
        .help = N_("As the person writes it; variants such as those of family registers are kept.") }, \
    { .id = "kana" N, .label = N_("Kana"), .kind = FIELD_KANA, .cells = 30, .max_clusters = 60, .help = N_("The reading in katakana.") }, \
    { .id = "relation" N, .label = N_("Relation"), .kind = FIELD_CHOICE, .cells = 22, .choices = CHOICE_RELATION, \
        .flags = FORM_NO_OPTIONS, .help = N_("What this person is to the patient. F1 lists the choices.") }, \
    { .id = "phone" N, .label = N_("Telephone"), .kind = FIELD_CODE, .cells = 18, .max_clusters = 24, \
        .help = N_("Where this person can be reached.") }, \
    { .id = "id" N "_kind", .label = N_("Identity"), .kind = FIELD_CHOICE, .choices = CHOICE_IDENTITY, .flags = FORM_NO_OPTIONS, \
        .help = N_("The paper that was shown; its number is not written down. F1 lists them.") }, \
    { .id = "id" N "_expires", .label = N_("Expires"), .kind = FIELD_DATE, .cells = 12, \
        .help = N_("The last day on which that paper holds; empty when it has none.") }, \
    { .id = "rel" N "_kind", .label = N_("Kinship"), .kind = FIELD_CHOICE, .choices = CHOICE_RELATION_PAPER, .flags = FORM_NO_OPTIONS, \
        .help = N_("Shows relationship, or parental authority (family register only). F1 lists.") }, \
    { .id = "rel" N "_issued", .label = N_("Issued"), .kind = FIELD_DATE, .cells = 12, \
        .help = N_("The day on which that paper was issued.") }

static const struct form_field fields[] = {
    { .id = "applicant_kind", .label = N_("Applicant"), .kind = FIELD_CHOICE, .cells = 30, .choices = CHOICE_ATTENDEE,
        .flags = FORM_NO_OPTIONS, .help = N_("Who hands in the form: 1 patient, 2 family, 3 guardian ...") },
    { .id = "applicant_name", .label = N_("Name"), .kind = FIELD_TEXT, .cells = 30, .max_clusters = 60,
        .help = N_("The name of the person who hands in the form.") },
    { .id = "patient_attends", .label = N_("Attends"), .kind = FIELD_CHOICE, .cells = 18, .choices = CHOICE_ANSWER,
        .flags = FORM_NO_OPTIONS, .help = N_("Does the patient sit in the consultation? 1 yes, 2 no, 3 not known yet.") },
    { .id = "patient_capable", .label = N_("Can decide"), .kind = FIELD_CHOICE, .cells = 18, .choices = CHOICE_ANSWER,
        .flags = FORM_NO_OPTIONS, .help = N_("Can the patient decide and consent? 1 yes, 2 no, 3 not known.") },
    PERSON("1", N_("Who comes")),
    { .row = ROW_SECTION, .label = N_("Consent form") },
    { .id = "issued_on", .label = N_("Handed out"), .kind = FIELD_DATE, .cells = 12, .help = N_("The day on which the blank form went out. t is today.") },
    { .id = "issued_how", .label = N_("How"), .kind = FIELD_CHOICE, .cells = 20, .choices = CHOICE_FORMS_WAY, .flags = FORM_NO_OPTIONS,
        .help = N_("1 by hand here, 2 post, 3 fax.") },
    { .id = "received_on", .label = N_("Received it"), .kind = FIELD_DATE, .cells = 12,
        .help = N_("The day it came back. t is today. A form without a signature is not taken.") },
    { .id = "signer", .label = N_("Signed by"), .kind = FIELD_CHOICE, .cells = 28, .choices = CHOICE_SIGNER, .flags = FORM_NO_OPTIONS,
        .help = N_("1 the patient, 2 written for the patient, 3 a legal representative.") },
    { .id = "signed_on", .label = N_("Signed on"), .kind = FIELD_DATE, .cells = 12, .help = N_("The date that stands beside the signature.") },
    { .id = "why_not_self", .label = N_("Why written"), .kind = FIELD_TEXT, .cells = 30, .max_clusters = 100,
        .help = N_("Why the patient could not sign with his or her own hand.") },
    { .id = "writer", .label = N_("Written by"), .kind = FIELD_TEXT, .cells = 30, .max_clusters = 60, .help = N_("Who wrote it for the patient.") },
    { .id = "verified", .label = N_("Checked"), .kind = FIELD_CHOICE, .cells = 12, .choices = CHOICE_YES_NO,
        .help = N_("1 yes: name, signature and date have been looked at.") },
    PERSON("2", N_("Who comes as well")),
    PERSON("3", N_("A third person")),
};
const struct form_def requester_form_def = { .id = "requester", .version = 1, .fields = fields, .n = COUNT_OF(fields),
    .label_cells = 12 };

static const char *const about_request[] = { "applicant_kind", "applicant_name", "patient_attends", "patient_capable" };
static const char *const about_person[] = { "kind", "name", "kana", "relation", "phone" };
static const char *const about_consent[] = { "issued_on", "issued_how", "received_on", "signer", "signed_on", "why_not_self",
    "writer", "verified" };
const char *const requester_free_texts[] = { "applicant_name", "name1", "name2", "name3", "why_not_self", "writer", NULL };

enum { ID_BYTES = 32 };
static const char *person_id(const char *what, int slot, char out[ID_BYTES])
{
    snprintf(out, ID_BYTES, "%.12s%d", what, slot + 1);
    return out;
}

static const char *proof_id(int slot, int sort, const char *what, char out[ID_BYTES])
{
    snprintf(out, ID_BYTES, "%s%d_%.12s", sort == PROOF_IDENTITY ? "id" : "rel", slot + 1, what);
    return out;
}

static const char *date_what(int sort)
{
    return sort == PROOF_IDENTITY ? "expires" : "issued";
}

static const char *of_slot(const struct form *f, const char *what, int slot)
{
    char id[ID_BYTES];

    return form_get(f, person_id(what, slot, id));
}

/* What a paper of the second sort proves follows from who the person is. */
static const char *proof_of(const char *kind, int sort)
{
    if (sort == PROOF_IDENTITY)
        return "identity";
    return str_eq(kind, "guardian") ? "parental_authority"
        : str_eq(kind, "legal_representative") ? "legal_representative"
                                               : "relationship";
}

/* ---------------------------------------------------------------- what is asked */
static bool person_asked(const struct form *f, int slot, const char *what)
{
    const char *kind = of_slot(f, "kind", slot);
    bool attends = str_eq(form_get(f, "patient_attends"), "yes"), patient = str_eq(kind, "patient");

    if (str_eq(what, "kind"))
        return slot == 0 || !str_empty(of_slot(f, "kind", slot - 1));
    if (str_empty(kind))
        return false;
    if (str_starts(what, "id"))
        return patient || !attends; /* companions need no papers: OMU-27 */
    if (str_starts(what, "rel") && !str_starts(what, "relation"))
        return !attends && (str_eq(kind, "family") || str_eq(kind, "guardian") || str_eq(kind, "legal_representative"));
    if (str_eq(what, "relation"))
        return !patient && !str_eq(kind, "physician") && !str_eq(kind, "institution");
    return !patient;
}

static bool consent_asked(const struct form *f, const char *id)
{
    bool back = !str_empty(form_get(f, "received_on"));

    if (str_eq(form_get(f, "patient_attends"), "yes") && str_empty(form_get(f, "issued_on")) && !back)
        return false;
    if (str_eq(id, "issued_on") || str_eq(id, "received_on"))
        return true;
    if (str_eq(id, "issued_how"))
        return !str_empty(form_get(f, "issued_on"));
    if (str_eq(id, "why_not_self") || str_eq(id, "writer"))
        return back && str_eq(form_get(f, "signer"), "written_for");
    return back;
}

static bool is_one_of(const char *id, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(list[i], id))
            return true;
    return false;
}

bool requester_asked(const struct form *f, const char *id)
{
    const char *digit = strpbrk(id, "123");
    char what[ID_BYTES];

    if (is_one_of(id, about_consent, COUNT_OF(about_consent)))
        return consent_asked(f, id);
    if (!digit)
        return true;
    snprintf(what, sizeof what, "%.*s", (int)(digit - id), id);
    return person_asked(f, *digit - '1', what);
}

/* ---------------------------------------------------------------- showing */
struct shower {
    struct form *f;
    bool all;
};

static void put(const struct shower *to, const char *id, const char *text)
{
    if (to->all || !form_field_dirty(to->f, id))
        form_set(to->f, id, str_or(text, ""));
}

static void put_day(const struct shower *to, const char *id, day d)
{
    char iso[DAY_TEXT];

    put(to, id, day_field(d, iso));
}

static const struct proof *find_proof(const struct casefile *c, const struct attendee *x, int sort, day today)
{
    for (size_t i = 0; x && i < c->n_proofs; i++) {
        const struct proof *p = &c->proofs[i];
        bool over = day_known(p->expires) && day_cmp(p->expires, today) < 0;
        if (p->attendee == x->id && str_eq(p->of, proof_of(x->kind, sort)) && !over)
            return p;
    }
    return NULL;
}

static void set_readonly(struct form_field *table, const char *id, bool on)
{
    for (size_t i = 0; i < COUNT_OF(fields); i++)
        if (str_eq(str_or(table[i].id, ""), id))
            table[i].flags = on ? table[i].flags | FORM_READONLY : table[i].flags & ~(unsigned)FORM_READONLY;
}

static void show_proof(const struct shower *to, struct form_field *table, const struct proof *p, int slot, int sort, int64_t *shown)
{
    char kind[ID_BYTES], date[ID_BYTES];

    proof_id(slot, sort, "kind", kind);
    proof_id(slot, sort, date_what(sort), date);
    set_readonly(table, kind, p != NULL);
    set_readonly(table, date, p != NULL);
    if (p) {
        form_set(to->f, kind, p->kind);
        put_day(&(struct shower){ to->f, true }, date, sort == PROOF_IDENTITY ? p->expires : p->issued);
    } else if (*shown || to->all) {
        form_set(to->f, kind, "");
        form_set(to->f, date, "");
    }
    *shown = p ? p->id : 0;
}

static void show_consent(const struct shower *to, const struct consent *k)
{
    put_day(to, "issued_on", k ? k->issued_on : DAY_NONE);
    put(to, "issued_how", k ? k->issued_how : "");
    put_day(to, "received_on", k ? k->received_on : DAY_NONE);
    put(to, "signer", k ? k->signer : "");
    put_day(to, "signed_on", k ? k->signed_on : DAY_NONE);
    put(to, "why_not_self", k ? k->why_not_self : "");
    put(to, "writer", k ? k->writer : "");
    put(to, "verified", k && k->verified ? "yes" : "");
}

void requester_show(struct form *f, struct form_field *table, const struct casefile *c, day today, struct requester_slots *slots,
    bool all)
{
    const struct shower to = { f, all };
    char id[ID_BYTES];

    put(&to, "applicant_kind", c->applicant_kind);
    put(&to, "applicant_name", c->applicant_name);
    put(&to, "patient_attends", c->patient_attends);
    put(&to, "patient_capable", c->patient_capable);
    show_consent(&to, case_consent(c));
    for (int i = 0; i < REQUESTER_SLOTS; i++) {
        const struct attendee *x = (size_t)i < c->n_attendees ? &c->attendees[i] : NULL;
        struct requester_slot *slot = &slots->of[i];
        slot->id = x ? x->id : 0;
        slot->rev = x ? x->rev : 0;
        put(&to, person_id("kind", i, id), x ? x->kind : "");
        put(&to, person_id("name", i, id), x ? x->name : "");
        put(&to, person_id("kana", i, id), x ? x->kana : "");
        put(&to, person_id("relation", i, id), x ? x->relation : "");
        put(&to, person_id("phone", i, id), x ? x->phone : "");
        for (int sort = 0; sort < PROOF_SORTS; sort++)
            show_proof(&to, table, find_proof(c, x, sort, today), i, sort, &slot->proof[sort]);
    }
    slots->more = c->n_attendees > REQUESTER_SLOTS ? c->n_attendees - REQUESTER_SLOTS : 0;
}

/* ---------------------------------------------------------------- reading */
static struct attendee read_person(const struct form *f, const struct requester_slot *slot, int i)
{
    return (struct attendee){ .id = slot->id, .rev = slot->rev, .kind = of_slot(f, "kind", i), .name = of_slot(f, "name", i),
        .kana = of_slot(f, "kana", i), .relation = of_slot(f, "relation", i), .phone = of_slot(f, "phone", i), .came = "" };
}

void requester_read_people(const struct form *f, const struct requester_slots *slots, const struct casefile *c, int64_t rev,
    struct requester_draft *out)
{
    *out = (struct requester_draft){ .request = c->id, .rev = rev, .applicant_kind = form_get(f, "applicant_kind"),
        .applicant_name = form_get(f, "applicant_name"), .patient_attends = form_get(f, "patient_attends"),
        .patient_capable = form_get(f, "patient_capable") };
    for (int i = 0; i < REQUESTER_SLOTS; i++)
        out->attendees[out->n_attendees++] = read_person(f, &slots->of[i], i);
    for (size_t i = REQUESTER_SLOTS; i < c->n_attendees && out->n_attendees < ATTENDEES_MAX; i++)
        out->attendees[out->n_attendees++] = c->attendees[i];
}

bool requester_read_consent(const struct screen *s, const struct form *f, const struct casefile *c, struct consent_draft *out,
    struct err *e)
{
    const struct consent *k = case_consent(c);

    *out = (struct consent_draft){ .request = c->id, .id = k ? k->id : 0, .rev = k ? k->rev : 0,
        .issued_how = form_get(f, "issued_how"), .signer = form_get(f, "signer"), .why_not_self = form_get(f, "why_not_self"),
        .writer = form_get(f, "writer"), .verified = str_eq(form_get(f, "verified"), "yes") };
    return form_day(s, f, "issued_on", DATE_PAST, &out->issued_on, e) && form_day(s, f, "received_on", DATE_PAST, &out->received_on, e)
        && form_day(s, f, "signed_on", DATE_PAST, &out->signed_on, e);
}

bool requester_proof_typed(const struct form *f, int slot, int sort)
{
    char id[ID_BYTES];

    proof_id(slot, sort, "kind", id);
    return !str_empty(form_get(f, id)) && form_field_dirty(f, id) && requester_asked(f, id);
}

bool requester_read_proof(const struct screen *s, const struct form *f, int slot, int sort, struct proof_draft *out, struct err *e)
{
    char id[ID_BYTES];
    day d;

    *out = (struct proof_draft){ .of = proof_of(of_slot(f, "kind", slot), sort), .kind = form_get(f, proof_id(slot, sort, "kind", id)),
        .shown_by = of_slot(f, "name", slot), .issued = DAY_NONE, .expires = DAY_NONE };
    bool ok = form_day(s, f, proof_id(slot, sort, date_what(sort), id), sort == PROOF_IDENTITY ? DATE_FUTURE : DATE_PAST, &d, e);
    *(sort == PROOF_IDENTITY ? &out->expires : &out->issued) = d;
    return ok;
}

/* ---------------------------------------------------------------- the casefile as typed */
static bool is_there(const struct attendee *x)
{
    return !str_empty(x->kind) || !str_empty(x->name);
}

static void lay_people(const struct form *f, const struct requester_slots *slots, struct casefile *c, struct arena *a)
{
    struct attendee *people = ARENA_ARRAY(a, struct attendee, REQUESTER_SLOTS + slots->more + 1);
    size_t n = 0;

    for (int i = 0; i < REQUESTER_SLOTS; i++) {
        struct attendee x = read_person(f, &slots->of[i], i);
        const struct attendee *was = x.id ? case_attendee(c, x.id) : NULL;
        if (!is_there(&x))
            continue;
        x.id = x.id ? x.id : -(i + 1); /* new ones: a number of their own, so that their papers find them */
        x.came = was ? was->came : "";
        x.kind = arena_strdup(a, x.kind);
        x.name = arena_strdup(a, x.name);
        x.kana = arena_strdup(a, x.kana);
        x.relation = arena_strdup(a, x.relation);
        x.phone = arena_strdup(a, x.phone);
        people[n++] = x;
    }
    for (size_t i = REQUESTER_SLOTS; i < c->n_attendees; i++)
        people[n++] = c->attendees[i];
    c->attendees = people;
    c->n_attendees = n;
}

static void lay_proofs(const struct screen *s, const struct form *f, const struct requester_slots *slots, struct casefile *c,
    struct arena *a)
{
    struct proof *proofs = ARENA_ARRAY(a, struct proof, c->n_proofs + REQUESTER_SLOTS * PROOF_SORTS + 1);
    struct err quiet = ERR_INIT;
    struct proof_draft x;

    for (size_t i = 0; i < c->n_proofs; i++)
        proofs[i] = c->proofs[i];
    for (int i = 0; i < REQUESTER_SLOTS; i++)
        for (int sort = 0; sort < PROOF_SORTS; sort++) {
            if (!requester_proof_typed(f, i, sort) || !requester_read_proof(s, f, i, sort, &x, &quiet))
                continue;
            proofs[c->n_proofs++] = (struct proof){ .attendee = slots->of[i].id ? slots->of[i].id : -(i + 1), .of = x.of,
                .kind = arena_strdup(a, x.kind), .shown_by = "", .by_name = "", .issued = x.issued, .expires = x.expires };
        }
    c->proofs = proofs;
}

static void lay_consent(const struct screen *s, const struct form *f, struct casefile *c, struct arena *a)
{
    struct consent *consents = ARENA_ARRAY(a, struct consent, c->n_consents + 1);
    const struct consent *was = case_consent(c);
    struct err quiet = ERR_INIT;
    struct consent_draft x;
    size_t at = was ? (size_t)(was - c->consents) : c->n_consents;

    if (!requester_consent_dirty(f) || !requester_read_consent(s, f, c, &x, &quiet))
        return;
    for (size_t i = 0; i < c->n_consents; i++)
        consents[i] = c->consents[i];
    if (!was)
        consents[at] = (struct consent){ .kind = "form", .issued_how = "", .issued_by_name = "", .verified_by_name = "",
            .withdrawn_on = DAY_NONE };
    consents[at].issued_on = x.issued_on;
    consents[at].received_on = x.received_on;
    consents[at].signed_on = x.signed_on;
    consents[at].signer = arena_strdup(a, x.signer);
    consents[at].why_not_self = arena_strdup(a, x.why_not_self);
    consents[at].writer = arena_strdup(a, x.writer);
    consents[at].verified = x.verified;
    c->consents = consents;
    c->n_consents += !was;
}

void requester_lay(const struct screen *s, const struct form *f, const struct requester_slots *slots, struct casefile *c,
    struct arena *a)
{
    c->applicant_kind = arena_strdup(a, form_get(f, "applicant_kind"));
    c->applicant_name = arena_strdup(a, form_get(f, "applicant_name"));
    c->patient_attends = arena_strdup(a, form_get(f, "patient_attends"));
    c->patient_capable = arena_strdup(a, form_get(f, "patient_capable"));
    lay_people(f, slots, c, a);
    lay_proofs(s, f, slots, c, a);
    lay_consent(s, f, c, a);
}

/* ---------------------------------------------------------------- what differs */
static bool any_dirty(const struct form *f, const char *const *ids, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (form_field_dirty(f, ids[i]))
            return true;
    return false;
}

static void clean(struct form *f, const char *id)
{
    struct buf text;

    buf_init(&text, 1 << 16);
    buf_puts(&text, form_get(f, id));
    form_set(f, id, text.p);
    buf_fini(&text);
}

bool requester_people_dirty(const struct form *f)
{
    char id[ID_BYTES];
    bool dirty = any_dirty(f, about_request, COUNT_OF(about_request));

    for (int i = 0; i < REQUESTER_SLOTS; i++)
        for (size_t k = 0; k < COUNT_OF(about_person); k++)
            dirty |= form_field_dirty(f, person_id(about_person[k], i, id));
    return dirty;
}

bool requester_consent_dirty(const struct form *f)
{
    return any_dirty(f, about_consent, COUNT_OF(about_consent));
}

void requester_people_clean(struct form *f)
{
    char id[ID_BYTES];

    for (size_t i = 0; i < COUNT_OF(about_request); i++)
        clean(f, about_request[i]);
    for (int i = 0; i < REQUESTER_SLOTS; i++)
        for (size_t k = 0; k < COUNT_OF(about_person); k++)
            clean(f, person_id(about_person[k], i, id));
}

void requester_consent_clean(struct form *f)
{
    for (size_t i = 0; i < COUNT_OF(about_consent); i++)
        clean(f, about_consent[i]);
}

/* ---------------------------------------------------------------- errors find their field */
static bool is_at_fault(const struct form *f, const char *what, int slot)
{
    const char *text = of_slot(f, what, slot);
    struct err quiet = ERR_INIT;

    if (str_eq(what, "kind"))
        return str_empty(text) && !str_empty(of_slot(f, "name", slot));
    return !str_empty(text) && !str_eq(what, "relation") && !safe_name(text, "", &quiet);
}

void requester_people_error(const struct form *f, struct err *e)
{
    char what[12]; /* the longest is "relation" */

    if (!is_one_of(e->field, about_person, COUNT_OF(about_person)))
        return;
    str_copy(what, sizeof what, e->field);
    person_id(what, 0, e->field);
    for (int i = 0; i < REQUESTER_SLOTS; i++)
        if (is_at_fault(f, what, i)) {
            person_id(what, i, e->field);
            return;
        }
}

void requester_proof_error(int slot, int sort, struct err *e)
{
    bool date = str_eq(e->field, "issued") || str_eq(e->field, "expires");

    if (date || str_eq(e->field, "kind") || str_eq(e->field, "of"))
        proof_id(slot, sort, date ? date_what(sort) : "kind", e->field);
}

void requester_mark(struct form *f)
{
    for (size_t i = 0; i < COUNT_OF(fields); i++)
        if (fields[i].row == ROW_FIELD && form_field_dirty(f, fields[i].id))
            form_mark(f, fields[i].id, true);
}

static bool is_taken(const struct requester_slots *slots, int64_t id)
{
    for (int i = 0; i < REQUESTER_SLOTS; i++)
        if (slots->of[i].id == id)
            return true;
    return false;
}

void requester_match(const struct form *f, struct requester_slots *slots, const struct casefile *c)
{
    for (int i = 0; i < REQUESTER_SLOTS; i++) {
        struct requester_slot *slot = &slots->of[i];
        struct attendee typed = read_person(f, slot, i);
        if (!is_there(&typed))
            *slot = (struct requester_slot){ 0 };
        for (size_t k = 0; slot->id == 0 && is_there(&typed) && k < c->n_attendees; k++)
            if (str_eq(c->attendees[k].kind, typed.kind) && str_eq(c->attendees[k].name, typed.name)
                && !is_taken(slots, c->attendees[k].id))
                slot->id = c->attendees[k].id;
        const struct attendee *x = slot->id ? case_attendee(c, slot->id) : NULL;
        slot->rev = x ? x->rev : 0;
    }
}

void requester_kana(struct form *f, struct arena *a)
{
    char id[ID_BYTES];

    for (int i = 0; i < REQUESTER_SLOTS; i++)
        if (form_field_dirty(f, person_id("kana", i, id)))
            form_edit(f, id, kana_to_katakana(a, form_get(f, id)));
}

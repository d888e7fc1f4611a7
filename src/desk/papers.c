/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/papers.h"

#include "desk/act.h"
#include "desk/paper_desk.h"
#include "domain/request_check.h"
#include "domain/words.h"
#include "store/paper_store.h"
#include "text/safe.h"

static const char *const touched[] = { "requester", "papers", NULL };

static bool future_check(day d, day today, const char *field, struct err *e)
{
    return !day_known(d) || day_cmp(d, today) >= 0
        || err_set(e, ERR_RULE, field, N_("This date is already over. Enter today or a later day."), NULL);
}

bool paper_check(const struct paper_draft *draft, const struct policy *p, day today, struct err *e)
{
    const struct paper *x = &draft->paper;
    const struct policy_document *doc = policy_document(p, x->doc);

    if (!doc)
        return err_set(e, ERR_RULE, "doc", N_("The policy does not know this paper."), NULL);
    if (!words_has(&WORDS_PAPER_STATE, x->state))
        return err_set(e, ERR_INPUT, "state", N_("Choose one of the numbers beside the field."), NULL);
    if (str_eq(x->state, "promised") && !day_known(x->promised_on))
        return err_set(e, ERR_RULE, "promised_on", N_("When will the paper be brought? Enter the date."), NULL);
    if ((str_eq(x->state, "received") || str_eq(x->state, "checked")) && !day_known(x->received_on))
        return err_set(e, ERR_RULE, "received_on", N_("Enter the day on which the paper came. t is today."), NULL);
    return future_check(x->promised_on, today, "promised_on", e) && past_check(x->received_on, today, "received_on", e)
        && past_check(x->dated, today, "dated", e) && remark_check(x->note, "note", e)
        && (str_empty(x->tracking) || safe_name(x->tracking, "tracking", e));
}

/* Who may do without a paper is the policy's word: none, clerk or supervisor; the reason is theirs. */
static bool may_waive(const struct act *a, const struct policy_document *doc, const char *note, struct err *e)
{
    bool may = doc->waive == OVERRIDE_CLERK
        || (doc->waive == OVERRIDE_SUPERVISOR && (desk_who(a->desk)->roles & ROLE_SUPERVISOR));

    if (may)
        return !str_empty(note)
            || err_set(e, ERR_RULE, "note", N_("Why is this paper not asked for? Write the reason; it stays in the history."), NULL);
    return err_set(e, ERR_DENIED, "state",
        doc->waive == OVERRIDE_SUPERVISOR ? N_("Only a supervisor may do without this paper.")
                                          : N_("The policy does not let anybody do without this paper."),
        NULL);
}

static enum desk_action action_of(const struct paper *x)
{
    return str_eq(x->state, "promised") ? ACT_PAPER_PROMISE : ACT_PAPER_RECORD;
}

bool desk_paper_record(struct desk *d, const struct paper_draft *draft, struct err *e)
{
    struct act a;
    struct casefile *c;

    if (!act_begin(d, action_of(&draft->paper), NO_SECOND, NULL, &a, e))
        return false;
    bool ok = act_case(&a, draft->request, &c, e);
    const struct policy *p = ok ? desk_policy(d, c->policy, e) : NULL;
    ok = p && paper_check(draft, p, a.today, e)
        && (!str_eq(draft->paper.state, "waived") || may_waive(&a, policy_document(p, draft->paper.doc), draft->paper.note, e))
        && paper_store_save(a.db, c->id, &draft->paper, a.at, a.by, e) && act_trail(&a, "paper", c->id, NULL, e)
        && act_settle(&a, c->id, touched, e);
    return act_end(&a, ok, e);
}

const char *place_of_destination(const char *destination)
{
    return str_eq(destination, "keep") ? "kept" : str_eq(destination, "destroy") ? "destroyed" : destination;
}

static bool material_check(const struct material_draft *x, struct err *e)
{
    if (!words_has(&WORDS_MATERIAL, x->kind))
        return err_set(e, ERR_RULE, "kind", N_("What is it? Choose one of the numbers."), NULL);
    if (x->pieces < 1 || x->pieces > 9999)
        return err_set(e, ERR_RULE, "pieces", N_("How many pieces? Enter a number from 1."), NULL);
    return remark_check(x->what, "what", e);
}

/* The policy says where each kind goes, and what it does not name goes back; back is to whose it is (counter.md 12). */
static const char *destination_of(const struct judgement *j, const struct material_draft *x, struct arena *a)
{
    const struct policy_material *m = policy_material(j->policy, x->kind, j->facts, a);
    const char *destination = m ? m->destination : "visitor";

    return place_is_back(destination) ? str_or(x->owner, destination) : destination;
}

/* Materials are the policy's "records": with the first of them that paper is here. */
static bool records_are_here(struct act *a, const struct casefile *c, const struct judgement *j, day on, struct err *e)
{
    const struct paper *was = case_paper(c, "records");
    struct paper x = was ? *was : (struct paper){ .promised_on = DAY_NONE, .dated = DAY_NONE };

    if (!policy_document(j->policy, "records")
        || (was && (str_eq(was->state, "received") || str_eq(was->state, "checked"))))
        return true;
    x.doc = "records";
    x.state = "received";
    x.received_on = on;
    return paper_store_save(a->db, c->id, &x, a->at, a->by, e);
}

static bool take_in(struct act *a, const struct materials_draft *draft, int64_t *print_id, struct err *e)
{
    struct casefile *c;
    struct judgement *j;
    char number[CASE_NUMBER_TEXT];
    int64_t id;

    if (!act_case(a, draft->request, &c, e) || !act_judge(a, c, &j, e))
        return false;
    case_number_text(c->year, c->number, number);
    for (size_t i = 0; i < draft->n; i++) {
        const struct material_draft *x = &draft->item[i];
        const char *destination = destination_of(j, x, a->arena);
        struct material m = { .kind = x->kind, .what = x->what, .pieces = x->pieces, .destination = destination,
            .owner = str_or(x->owner, str_eq(destination, "lender") ? "lender" : "visitor"), .received_on = draft->received_on };
        if (!material_store_add(a->db, c->id, number, &m, a->at, a->by, &id, e))
            return false;
    }
    return records_are_here(a, c, j, draft->received_on, e)
        && (!draft->print || act_print(a, "custody", "request", c->id, c->lang, print_id, e))
        && act_trail(a, "material", c->id, NULL, e) && act_settle(a, c->id, touched, e);
}

bool desk_materials_take_in(struct desk *d, const struct materials_draft *draft, int64_t *print_id, struct err *e)
{
    struct act a;
    int64_t print = 0;

    if (draft->n == 0)
        return err_set(e, ERR_RULE, "pieces", N_("Nothing is entered yet. Enter how many pieces of each kind came."), NULL);
    for (size_t i = 0; i < draft->n; i++)
        if (!material_check(&draft->item[i], e))
            return false;
    if (!past_check(draft->received_on, desk_today(d), "received_on", e))
        return false;
    bool ok = act_begin(d, ACT_MATERIAL_TAKE_IN, NO_SECOND, NULL, &a, e);
    ok = ok && act_end(&a, take_in(&a, draft, &print, e), e);
    if (ok && print_id)
        *print_id = print;
    return ok;
}

static const struct material *find_material(const struct casefile *c, int64_t id)
{
    for (size_t i = 0; i < c->n_materials; i++)
        if (c->materials[i].id == id)
            return &c->materials[i];
    return NULL;
}

bool desk_material_undo(struct desk *d, int64_t request, int64_t material, const char *why, struct err *e)
{
    struct act a;
    struct casefile *c;

    if (!reason_check(why, e))
        return false;
    if (!act_begin(d, ACT_MATERIAL_UNDO, NO_SECOND, NULL, &a, e))
        return false;
    bool ok = act_case(&a, request, &c, e);
    const struct material *m = ok ? find_material(c, material) : NULL;
    if (ok && !m)
        ok = err_set(e, ERR_RULE, "material", N_("This piece is no longer on the list."), NULL);
    else if (ok && case_pieces_at(c, m, "desk") < m->pieces)
        ok = err_set(e, ERR_RULE, "material", N_("This piece has been moved since. Move it back to the counter first."), NULL);
    ok = ok && material_store_undo(a.db, request, material, a.at, a.by, why, e)
        && act_trail(&a, "material", request, NULL, e) && act_settle(&a, request, touched, e);
    return act_end(&a, ok, e);
}

static bool move_one(struct act *a, const struct casefile *c, const struct material *m, const struct move_draft *x, struct err *e)
{
    int there = case_pieces_at(c, m, x->origin);
    char number[16];

    if (!words_has(&WORDS_PLACE, x->place))
        return err_set(e, ERR_RULE, "place", N_("Where does it go? Choose one of the numbers."), NULL);
    if (str_eq(x->place, x->origin))
        return err_set(e, ERR_RULE, "place", N_("It is there already. Choose another place."), NULL);
    if (there == 0)
        return err_set(e, ERR_RULE, "pieces", N_("That many pieces are not there. Look at the list again."), NULL);
    snprintf(number, sizeof number, "%d", there);
    if (x->pieces < 1 || x->pieces > there)
        return err_set(e, ERR_RULE, "pieces", N_("Pieces there: %s. Enter that many or fewer."), number, NULL);
    day on = day_cmp(a->today, m->received_on) < 0 ? m->received_on : a->today; /* a clock that was set back in between */
    struct material_move move = { .material = m->id, .origin = x->origin, .place = x->place, .how = x->how,
        .tracking = x->tracking, .signed_by = x->signed_by, .pieces = x->pieces, .day = on };
    return material_store_move(a->db, &move, a->at, a->by, e);
}

/* What went where, for the labels of what is posted. */
struct gone {
    bool any, visitor, lender;
};

/* A parcel needs an address: what is known is printed, and where nothing is known the parcel is labelled by hand. */
static bool labels(struct act *a, const struct casefile *c, const struct gone *gone, int64_t prints[RETURN_PRINTS], struct err *e)
{
    bool to_visitor = gone->visitor && !str_empty(c->patient.address);
    bool to_lender = gone->lender && !str_empty(c->institution_address);

    return (!to_visitor || act_print(a, "forms_label", "request", c->id, c->lang, &prints[1], e))
        && (!to_lender || act_print(a, "address_label", "request", c->id, LANG_JA, &prints[2], e));
}

bool desk_material_move(struct desk *d, const struct move_draft *draft, int64_t print_ids[RETURN_PRINTS], struct err *e)
{
    static const char *const returns[] = { "return", NULL };
    struct act a;
    struct casefile *c;
    struct gone gone = { true, str_eq(draft->place, "visitor"), str_eq(draft->place, "lender") };
    int64_t prints[RETURN_PRINTS] = { 0 };

    if (!act_begin(d, ACT_MATERIAL_MOVE, NO_SECOND, NULL, &a, e))
        return false;
    bool ok = act_case(&a, draft->request, &c, e);
    const struct material *m = ok ? find_material(c, draft->material) : NULL;
    if (ok && !m)
        ok = err_set(e, ERR_RULE, "material", N_("This piece is no longer on the list."), NULL);
    ok = ok && move_one(&a, c, m, draft, e)
        && (!print_ids || !str_eq(draft->how, "post") || labels(&a, c, &gone, prints, e))
        && act_trail(&a, "material_move", draft->request, NULL, e)
        && (place_is_end(draft->place) || act_step_undone(&a, c->id, "return", "a piece came back", e))
        && act_settle(&a, draft->request, returns, e);
    ok = act_end(&a, ok, e);
    if (ok && print_ids)
        memcpy(print_ids, prints, sizeof prints);
    return ok;
}

static bool return_all(struct act *a, const struct casefile *c, const struct move_draft *how, struct gone *gone, struct err *e)
{
    size_t n;
    const struct whereabouts *w = case_whereabouts(c, a->arena, &n);

    for (size_t i = 0; i < n; i++) {
        struct move_draft x = *how;
        if (place_is_end(w[i].place))
            continue;
        x.pieces = w[i].pieces;
        x.origin = w[i].place;
        x.place = place_of_destination(w[i].of->destination);
        if (!place_is_back(x.place)) /* no parcel, and nobody takes it */
            x.how = x.tracking = x.signed_by = "";
        gone->any = true;
        gone->visitor |= str_eq(x.place, "visitor");
        gone->lender |= str_eq(x.place, "lender");
        if (!move_one(a, c, w[i].of, &x, e))
            return false;
    }
    return gone->any || err_set(e, ERR_RULE, "material", N_("Every piece is already where it belongs."), NULL);
}

/* The slip is of what is given back; what is kept or destroyed leaves nobody's signature behind. */
static bool return_papers(struct act *a, const struct casefile *c, bool posted, const struct gone *gone,
    int64_t prints[RETURN_PRINTS], struct err *e)
{
    return ((!gone->visitor && !gone->lender) || act_print(a, "return_slip", "request", c->id, c->lang, &prints[0], e))
        && (!posted || labels(a, c, gone, prints, e));
}

bool desk_materials_return(struct desk *d, int64_t request, const char *how, const char *tracking, const char *signed_by,
    int64_t print_ids[RETURN_PRINTS], struct err *e)
{
    static const char *const returns[] = { "return", NULL };
    struct act a;
    struct casefile *c;
    struct gone gone = { false, false, false };
    int64_t prints[RETURN_PRINTS] = { 0 };

    bool ok = act_begin(d, ACT_MATERIAL_MOVE, NO_SECOND, NULL, &a, e);
    if (ok) {
        struct move_draft x = { .request = request, .how = how, .tracking = tracking, .signed_by = signed_by };
        ok = act_case(&a, request, &c, e) && return_all(&a, c, &x, &gone, e)
            && (!print_ids || return_papers(&a, c, str_eq(how, "post"), &gone, prints, e))
            && act_trail(&a, "material_move", request, NULL, e) && act_settle(&a, request, returns, e);
        ok = act_end(&a, ok, e);
    }
    if (ok && print_ids)
        memcpy(print_ids, prints, sizeof prints);
    return ok;
}

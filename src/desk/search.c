/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/search.h"

#include "desk/case_view.h"
#include "desk/inquiry.h"
#include "desk/pay.h"
#include "desk/request.h"
#include "desk/today_inside.h"
#include "domain/words.h"
#include "store/case_store.h"
#include "text/fold.h"

struct finding {
    struct today_in in;
    struct found *item;
    size_t n;
};

/* The first open step, or how it ended. */
static struct bilingual state_of(const struct finding *f, const char *ended, const char *next)
{
    if (!str_empty(ended))
        return two_word(&f->in, words_label(&WORDS_ENDED, ended));
    if (str_empty(next))
        return two_same("");
    return two_word(&f->in, words_label(&WORDS_STEP, arena_strndup(f->in.a, next, strcspn(next, " "))));
}

static bool known(const struct finding *f, enum found_kind kind, int64_t request)
{
    for (size_t i = 0; i < f->n; i++)
        if (f->item[i].request == request && (f->item[i].kind == kind || f->item[i].kind == FOUND_REQUEST))
            return true;
    return false;
}

static struct found *next_of(struct finding *f)
{
    struct found *x = f->n < FOUND_MAX ? &f->item[f->n++] : NULL;

    if (x)
        *x = (struct found){ .name = "", .kana = "", .phone = "", .patient_no = "", .sex = "", .birth = DAY_NONE,
            .on = DAY_NONE };
    return x;
}

static bool by_number(struct finding *f, const char *typed, struct err *e)
{
    struct casefile *c = ARENA_NEW(f->in.a, struct casefile);
    int64_t id;

    if (!desk_case_find(f->in.d, typed, &id, e))
        return false;
    if (!id)
        return true;
    if (!case_load(desk_db(f->in.d), id, f->in.a, c, e))
        return false;
    struct found *x = next_of(f);
    x->kind = FOUND_REQUEST;
    x->id = x->request = id;
    case_number_text(c->year, c->number, x->number);
    x->name = c->patient.name;
    x->kana = c->patient.kana;
    x->phone = c->patient.phone;
    x->patient_no = c->patient.patient_no;
    x->birth = c->patient.birth;
    x->sex = c->patient.sex;
    x->state = state_of(f, c->ended, c->next_action);
    return true;
}

static bool people(struct finding *f, const char *typed, struct err *e)
{
    struct person_found *rows;
    size_t n;

    if (!desk_person_search(f->in.d, typed, FOUND_MAX, f->in.a, &rows, &n, e))
        return false;
    for (size_t i = 0; i < n; i++) {
        const struct person_found *p = &rows[i];
        struct found *x = p->request && known(f, FOUND_PERSON, p->request) ? NULL : next_of(f);
        if (!x)
            continue;
        x->kind = FOUND_PERSON;
        x->id = p->person.id;
        x->request = p->request;
        str_copy(x->number, sizeof x->number, p->number);
        x->name = p->person.name;
        x->kana = p->person.kana;
        x->phone = p->person.phone;
        x->patient_no = p->person.patient_no;
        x->birth = p->person.birth;
        x->sex = p->person.sex;
        x->state = p->request ? state_of(f, p->ended, p->next_action) : two_same("");
    }
    return true;
}

static bool inquiries(struct finding *f, const char *typed, struct err *e)
{
    struct inquiry *rows;
    size_t n;

    if (!desk_inquiries(f->in.d, typed, 0, f->in.a, &rows, &n, e))
        return false;
    for (size_t i = 0; i < n && i < 15; i++) {
        struct found *x = next_of(f);
        if (!x)
            break;
        x->kind = FOUND_INQUIRY;
        x->id = rows[i].id;
        x->request = rows[i].request;
        if (rows[i].request)
            case_number_text(rows[i].year, rows[i].number, x->number);
        x->name = rows[i].name;
        x->kana = rows[i].kana;
        x->phone = rows[i].phone;
        x->on = rows[i].day;
        x->state = two_word(&f->in, words_label(&WORDS_INQUIRY_MATTER, rows[i].matter));
    }
    return true;
}

static bool receipts(struct finding *f, const char *typed, struct err *e)
{
    struct receipt_row *rows;
    size_t n;

    if (!desk_may(f->in.d, ACT_MONEY_READ) || fold_any(f->in.a, typed).kind != FOLD_DIGITS)
        return true;
    if (!desk_receipts(f->in.d, typed, f->in.a, &rows, &n, e))
        return false;
    for (size_t i = 0; i < n && i < 10; i++) {
        struct found *x = next_of(f);
        if (!x)
            break;
        x->kind = FOUND_RECEIPT;
        x->id = rows[i].payment;
        x->request = rows[i].request;
        snprintf(x->number, sizeof x->number, "%d-%d-%05d", rows[i].counter_number, rows[i].year, rows[i].number);
        x->name = rows[i].name;
        x->on = rows[i].paid_on;
        x->state = rows[i].voided ? two_word(&f->in, N_("voided")) : two_same("");
    }
    return true;
}

bool desk_search(struct desk *d, const char *typed, struct arena *a, struct found **out, size_t *n, struct err *e)
{
    struct finding f = { .in = { d, a, desk_today(d), desk_now(d) }, .item = ARENA_ARRAY(a, struct found, FOUND_MAX) };

    *out = f.item;
    *n = 0;
    if (!act_may_read(d, ACT_REQUEST_READ, e))
        return false;
    bool ok = fold_any(a, typed).kind == FOLD_EMPTY
        || (by_number(&f, typed, e) && people(&f, typed, e) && receipts(&f, typed, e) && inquiries(&f, typed, e));
    *n = f.n;
    return ok;
}

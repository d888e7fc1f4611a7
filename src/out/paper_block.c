/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks that many papers share: head, marks, whose paper it is, materials, signatures. */
#include "out/paper.h"

#include "text/cluster.h"

enum { SPACED_CELLS = 14, SIGN_CELLS = 34, MATERIAL_CELLS = 27 };

/* 領 収 書: short titles in Japanese are set wide, as on printed papers. */
static const char *spaced(struct sheet *p, const char *s)
{
    struct buf b;
    const char *result;

    if (p->lang != LANG_JA || width_text(s) > SPACED_CELLS)
        return s;
    buf_init(&b, strlen(s) * 4 + 1);
    for (size_t at = 0, to; s[at]; at = to) {
        to = cluster_next(s, at);
        if (at > 0)
            buf_puts(&b, "　");
        buf_add(&b, s + at, to - at);
    }
    result = arena_strndup(&p->arena, b.p, b.len);
    buf_fini(&b);
    return result;
}

void paper_title(struct sheet *p, const char *label)
{
    const char *text = paper_tr(p, label);
    enum lang other = p->lang == LANG_JA ? LANG_EN : LANG_JA;

    p->title = text;
    text = spaced(p, text);
    if (p->both)
        text = arena_printf(&p->arena, "%s    %s", text, tr(p->ctx->catalogs->of[other], label));
    paper_rule(p);
    paper_centre(p, text);
    paper_rule(p);
}

static const char *counter_line(struct sheet *p)
{
    const struct hospital *h = p->ctx->hospital;
    const char *floor = paper_bilingual(p, h->counter_floor),
               *name = paper_bilingual(p, h->counter_name);

    if (*floor)
        name = paper_format(p, N_("%1$s (%2$s)"), name, floor, NULL);
    if (str_empty(h->phone))
        return name;
    return paper_format(p, N_("%1$s   Tel. %2$s"), name, h->phone, NULL);
}

void paper_house(struct sheet *p)
{
    paper_text(p, 0, paper_bilingual(p, p->ctx->hospital->name));
    paper_text(p, 0, counter_line(p));
}

void paper_letterhead(struct sheet *p)
{
    paper_left_right(p, paper_bilingual(p, p->ctx->hospital->name), paper_date(p, p->ctx->today));
    paper_text(p, 0, counter_line(p));
}

void paper_letter_to(struct sheet *p, const char *addressee, const struct person *patient)
{
    paper_letterhead(p);
    paper_blank(p);
    paper_text(p, 0, str_empty(addressee) ? paper_person(p, patient) : paper_addressed(p, addressee));
    paper_blank(p);
}

void paper_internal(struct sheet *p)
{
    paper_right(p, paper_tr(p, N_("[For use inside the hospital only]")));
}

void paper_duplicate(struct sheet *p)
{
    if (p->ctx->copy >= 2)
        paper_right(p,
            arena_printf(&p->arena, "%s  %s", paper_label(p, N_("[DUPLICATE]")),
                paper_format(p, N_("copy no. %1$s, printed on %2$s"), paper_number(p, p->ctx->copy),
                    paper_date(p, p->ctx->today), NULL)));
}

void paper_contact(struct sheet *p)
{
    paper_rule(p);
    paper_pair(p, N_("Questions to"), paper_bilingual(p, p->ctx->hospital->name));
    paper_pair(p, "", counter_line(p));
}

void paper_birth(struct sheet *p, const struct person *who)
{
    const char *sex
        = who->sex && !str_eq(who->sex, "unknown") ? paper_word(p, &WORDS_SEX, who->sex) : "";

    if (day_known(who->birth))
        paper_pair(p, N_("Date of birth"),
            arena_printf(&p->arena, "%s  %s", paper_date(p, who->birth), sex));
    else if (*sex)
        paper_pair(p, N_("Sex"), sex);
}

void paper_subject(struct sheet *p, int year, int number, const struct person *patient)
{
    const char *case_number = paper_case_number(p, year, number);

    p->mark = case_number;
    if (*case_number)
        paper_pair(p, N_("Request number"), case_number);
    if (!str_empty(patient->patient_no))
        paper_pair(p, paper_bilingual(p, p->ctx->hospital->patient_no_label), patient->patient_no);
    paper_pair(p, N_("Patient's name"), paper_person(p, patient));
}

static const char *owner_text(struct sheet *p, const char *owner)
{
    if (str_eq(owner, "visitor"))
        return paper_tr(p, N_("The visitor"));
    if (str_eq(owner, "lender"))
        return paper_tr(p, N_("The lender"));
    return str_or(owner, "");
}

static const char *kind_and_what(struct sheet *p, const struct material *m)
{
    const char *kind = paper_word(p, &WORDS_MATERIAL, m->kind);

    if (str_empty(m->what))
        return kind;
    return arena_printf(&p->arena, "%s%s%s", kind,
        width_text(kind) + PAPER_GAP + width_text(m->what) <= MATERIAL_CELLS ? "  " : "\n",
        m->what);
}

void paper_materials(struct sheet *p, const struct material *m, size_t n)
{
    static const struct paper_column c[5] = { { 11, WIDTH_LEFT }, { MATERIAL_CELLS, WIDTH_LEFT },
        { 4, WIDTH_RIGHT }, { 12, WIDTH_LEFT }, { 14, WIDTH_LEFT } };
    const char *head[5] = { paper_label(p, N_("Custody no.")), paper_label(p, N_("Material")),
        paper_label(p, N_("Pcs")), paper_label(p, N_("Belongs to")),
        paper_label(p, N_("Afterwards")) };
    int64_t total = 0;

    paper_row(p, c, 5, head);
    paper_rule(p);
    for (size_t i = 0; i < n; i++) {
        const char *cell[5] = { m[i].label, kind_and_what(p, &m[i]), paper_number(p, m[i].pieces),
            owner_text(p, m[i].owner), paper_word(p, &WORDS_DESTINATION, m[i].destination) };

        paper_row(p, c, 5, cell);
        total += m[i].pieces;
    }
    paper_rule(p);
    const char *sum[5]
        = { "", paper_label(p, N_("Pieces in all")), paper_number(p, total), "", "" };
    paper_row(p, c, 5, sum);
}

void paper_sign(struct sheet *p, const char *label)
{
    struct paper_column c[3] = { { PAPER_LABEL, WIDTH_LEFT }, { SIGN_CELLS, WIDTH_LEFT },
        { PAPER_WIDTH - PAPER_LABEL - SIGN_CELLS - 2 * PAPER_GAP, WIDTH_LEFT } };
    const char *cell[3] = { paper_label(p, label), "__________________________________",
        paper_tr(p, N_("Date ____/__/__")) };

    paper_blank(p);
    paper_row(p, c, 3, cell);
}

void paper_charge(
    struct sheet *p, const char *item, const char *quantity, const char *unit, const char *amount)
{
    static const struct paper_column columns[]
        = { { 34, WIDTH_LEFT }, { 6, WIDTH_RIGHT }, { 14, WIDTH_RIGHT }, { 16, WIDTH_RIGHT } };
    const char *const cell[] = { item, quantity, unit, amount };

    paper_row(p, columns, COUNT_OF(columns), cell);
}

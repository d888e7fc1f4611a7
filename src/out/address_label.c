/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "out/letter.h"

enum { TO_INDENT = 6, FROM_INDENT = 38 };

static void some(struct sheet *p, int indent, const char *text)
{
    if (!str_empty(text))
        paper_text(p, indent, text);
}

/* 御中 stands behind the last line of an address without a person. */
static const char *to_house(struct sheet *p, const char *name)
{
    return p->lang == LANG_EN ? name : paper_format(p, N_("Messrs. %s"), name, NULL);
}

static void to_part(struct sheet *p, const struct address_label *in)
{
    bool nobody = str_empty(in->person), house = str_empty(in->department);

    some(p, TO_INDENT, nobody && house ? to_house(p, in->institution) : in->institution);
    some(p, TO_INDENT, nobody && !house ? to_house(p, in->department) : in->department);
    if (!nobody)
        paper_text(p, TO_INDENT,
            in->doctor ? paper_format(p, N_("To Dr %s"), in->person, NULL)
                       : paper_addressed(p, in->person));
}

static void address_part(struct sheet *p, int indent, const char *postal, const char *address)
{
    const char *code = str_empty(postal) ? "" : paper_format(p, N_("Postal code %s"), postal, NULL);

    some(p, indent, p->lang == LANG_JA ? code : address);
    some(p, indent, p->lang == LANG_JA ? address : code);
}

static void from_part(struct sheet *p, const struct address_label *in)
{
    const struct hospital *h = p->ctx->hospital;

    paper_text(p, FROM_INDENT, paper_tr(p, N_("Sender")));
    if (p->lang == LANG_JA)
        address_part(p, FROM_INDENT, h->postal, paper_bilingual(p, h->address));
    if (!in->without_sender_name) {
        some(p, FROM_INDENT, paper_bilingual(p, h->name));
        some(p, FROM_INDENT, paper_bilingual(p, h->counter_name));
    }
    if (p->lang == LANG_EN)
        address_part(p, FROM_INDENT, h->postal, paper_bilingual(p, h->address));
}

/* In Japanese the address stands above the name, in English below it. */
bool out_address_label(const struct address_label *in, const struct paper_ctx *ctx, struct buf *out)
{
    struct sheet p;

    paper_begin(&p, ctx, out);
    for (int i = 0; i < 3; i++)
        paper_blank(&p);
    if (p.lang == LANG_JA) {
        address_part(&p, TO_INDENT, in->postal, in->address);
        paper_blank(&p);
    }
    to_part(&p, in);
    if (p.lang == LANG_EN)
        address_part(&p, TO_INDENT, in->postal, in->address);
    paper_blank(&p);
    paper_text(&p, TO_INDENT, paper_tr(&p, N_("PERSONAL")));
    for (int i = 0; i < 3; i++)
        paper_blank(&p);
    from_part(&p, in);
    return paper_end(&p);
}

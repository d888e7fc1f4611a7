/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/word_lists.h"
#include "screens/case_parts.h"

#define CHOICE(key, id, label) { (const char[]){ key, '\0' }, id, label },
#define CHOICES(NAME, LIST) const struct choice NAME[] = { LIST(CHOICE) { NULL, NULL, NULL } }

CHOICES(CHOICE_YES_NO, LIST_YES_NO);
CHOICES(CHOICE_ANSWER, LIST_ANSWER);
CHOICES(CHOICE_SEX, LIST_SEX);
CHOICES(CHOICE_LANG, LIST_LANG);
CHOICES(CHOICE_VIA, LIST_RECEIVED_VIA);
CHOICES(CHOICE_RELATION, LIST_RELATION);
CHOICES(CHOICE_MAY_KNOW, LIST_MAY_KNOW);
CHOICES(CHOICE_ATTENDEE, LIST_ATTENDEE_KIND);
CHOICES(CHOICE_SIGNER, LIST_CONSENT_SIGNER);
CHOICES(CHOICE_HANDOVER, LIST_HANDOVER);
CHOICES(CHOICE_IDENTITY, LIST_IDENTITY_PAPER);
CHOICES(CHOICE_RELATION_PAPER, LIST_RELATION_PAPER);
CHOICES(CHOICE_PAPER_STATE, LIST_PAPER_STATE);
CHOICES(CHOICE_PLACE, LIST_PLACE);
CHOICES(CHOICE_VERDICT, LIST_REVIEW_VERDICT);
CHOICES(CHOICE_DECLINE, LIST_DECLINE_CODE);
CHOICES(CHOICE_PURPOSE, LIST_PURPOSE);

/* How blank forms go out: nothing is handed over by telephone. */
const struct choice CHOICE_FORMS_WAY[] = {
    { "1", "counter", N_("By hand here") },
    { "2", "post", N_("Post") },
    { "3", "fax", N_("Fax") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_OWNER[] = {
    { "1", "visitor", N_("Visitor's") },
    { "2", "lender", N_("Borrowed") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_SEALED[] = {
    { "1", "sealed", N_("Sealed") },
    { "2", "opened", N_("Opened") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_ADDRESSED[] = {
    { "1", "us", N_("To us") },
    { "2", "other", N_("To others") },
    { NULL, NULL, NULL },
};

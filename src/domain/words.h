/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The closed vocabularies of the counter: what is stored is the id, what is shown is the label in the
 * reader's language. Words: counter.md "Words", domain.md 8. */
#ifndef DOMAIN_WORDS_H
#define DOMAIN_WORDS_H
#include "base/base.h"

struct word {
    const char *id;    /* stored */
    const char *label; /* English source of the label, marked N_() */
};

struct words {
    const struct word *item;
    size_t n;
};

extern const struct words WORDS_INQUIRY_VIA;    /* phone, counter, fax, institution, phone_en */
extern const struct words WORDS_INQUIRY_WHO;    /* patient, family, institution, other */
extern const struct words WORDS_INQUIRY_MATTER; /* wants, papers, date, fee, records_out, result, other */
extern const struct words WORDS_INQUIRY_NEXT;   /* done, call_back, send_forms, will_come, request */
extern const struct words WORDS_YES_NO;         /* yes, no */
extern const struct words WORDS_ANSWER;         /* yes, no, unclear */
extern const struct words WORDS_SEX;            /* female, male, other, unknown */
extern const struct words WORDS_LANG;           /* ja, en */
extern const struct words WORDS_RECEIVED_VIA;   /* counter, post, fax, institution */
extern const struct words WORDS_ATTENDEE_KIND;  /* the policy's attendee.kind */
extern const struct words WORDS_RELATION;       /* the policy's attendee.relation */
extern const struct words WORDS_MAY_KNOW;       /* everything, date_only, nothing */
extern const struct words WORDS_PURPOSE;        /* the policy's purpose */
extern const struct words WORDS_CONSENT_SIGNER; /* patient, written_for, representative */
extern const struct words WORDS_PROOF_OF;       /* identity, relationship, parental_authority, legal_representative */
extern const struct words WORDS_IDENTITY_PAPER; /* papers that show who somebody is, as of late 2026 */
extern const struct words WORDS_RELATION_PAPER; /* papers that show a relationship or authority */
extern const struct words WORDS_MATERIAL;       /* disc, film, slide_stained ... */
extern const struct words WORDS_PLACE;          /* desk, department, specialist, kept, visitor, lender, destroyed */
extern const struct words WORDS_DESTINATION;    /* keep, visitor, lender, destroy */
extern const struct words WORDS_HANDOVER;       /* hand, post */
extern const struct words WORDS_PAPER_STATE;    /* awaited, promised, none, received, checked, waived */
extern const struct words WORDS_REVIEW_VERDICT; /* accepted, more_papers, not_possible */
extern const struct words WORDS_DECLINE_CODE;   /* r1 .. r18, r99: domain.md 2.4 */
extern const struct words WORDS_CALL_WHAT;      /* papers, date, answer, day_before, fee, other */
extern const struct words WORDS_CALL_RESULT;    /* reached, away, voicemail, sent, wrong_number */
extern const struct words WORDS_CHANNEL;        /* phone, post, fax, counter */
extern const struct words WORDS_METHOD;         /* cash, card, other, outside */
extern const struct words WORDS_PAYER;          /* patient, payer, other */
extern const struct words WORDS_ORIGINAL;       /* collected, lost */
extern const struct words WORDS_ENDED;          /* declined, withdrawn, no_show, deceased, closed */
extern const struct words WORDS_APPOINTMENT;    /* held, booked, arrived, done, moved, cancelled, expired, no_show */
extern const struct words WORDS_ROLE;           /* clerk, booking, cashier, supervisor, administrator, auditor */
extern const struct words WORDS_STEP;           /* inquiry, request, requester ... close */
extern const struct words WORDS_FORM_SET;       /* all, request_form, consent_form, guide */

/* The word with this id; NULL when there is none (also for NULL and ""). */
const struct word *words_find(const struct words *w, const char *id);
/* Its label, or the id itself when it is not in the list, or "" for NULL: never NULL. Not translated. */
const char *words_label(const struct words *w, const char *id);
bool words_has(const struct words *w, const char *id);
/* ERR_INPUT on field when id is neither empty nor in the list. */
bool words_check(const struct words *w, const char *id, const char *field, struct err *e);
#endif

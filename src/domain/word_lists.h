/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vocabularies that are also the choices of a field, once for both (domain/words.c, screens/choices.c):
 * WORD(key that is typed, id that is stored, label). */
#ifndef DOMAIN_WORD_LISTS_H
#define DOMAIN_WORD_LISTS_H

#define LIST_YES_NO(WORD) \
    WORD('1', "yes", N_("Yes")) \
    WORD('2', "no", N_("No"))

#define LIST_ANSWER(WORD) \
    WORD('1', "yes", N_("Yes")) \
    WORD('2', "no", N_("No")) \
    WORD('3', "unclear", N_("Does not know"))

#define LIST_SEX(WORD) \
    WORD('1', "female", N_("Female")) \
    WORD('2', "male", N_("Male")) \
    WORD('3', "other", N_("Other")) \
    WORD('9', "unknown", N_("Not stated"))

#define LIST_LANG(WORD) \
    WORD('1', "ja", N_("Japanese")) \
    WORD('2', "en", N_("English"))

#define LIST_RECEIVED_VIA(WORD) \
    WORD('1', "counter", N_("At the counter")) \
    WORD('2', "post", N_("Post")) \
    WORD('3', "fax", N_("Fax")) \
    WORD('4', "institution", N_("Other hospital"))

#define LIST_RELATION(WORD) \
    WORD('1', "spouse", N_("Spouse")) \
    WORD('2', "parent", N_("Parent")) \
    WORD('3', "child", N_("Child")) \
    WORD('4', "sibling", N_("Sibling")) \
    WORD('5', "grandparent", N_("Grandparent")) \
    WORD('6', "grandchild", N_("Grandchild")) \
    WORD('7', "child_spouse", N_("Child's spouse")) \
    WORD('8', "other_relative", N_("Other relative")) \
    WORD('9', "friend", N_("Friend")) \
    WORD('0', "other", N_("Other"))

#define LIST_MAY_KNOW(WORD) \
    WORD('1', "everything", N_("Everything")) \
    WORD('2', "date_only", N_("Date only")) \
    WORD('3', "nothing", N_("Nothing"))

#define LIST_ATTENDEE_KIND(WORD) \
    WORD('1', "patient", N_("Patient")) \
    WORD('2', "family", N_("Family")) \
    WORD('3', "guardian", N_("Guardian (parent of a minor)")) \
    WORD('4', "legal_representative", N_("Legal representative")) \
    WORD('5', "nonfamily", N_("Not family")) \
    WORD('6', "physician", N_("Physician")) \
    WORD('7', "institution", N_("Institution"))

#define LIST_CONSENT_SIGNER(WORD) \
    WORD('1', "patient", N_("Patient")) \
    WORD('2', "written_for", N_("Written for the patient")) \
    WORD('3', "representative", N_("Legal representative"))

#define LIST_CHANNEL(WORD) \
    WORD('1', "phone", N_("Telephone")) \
    WORD('2', "post", N_("Post")) \
    WORD('3', "fax", N_("Fax")) \
    WORD('4', "counter", N_("At the counter"))

#define LIST_HANDOVER(WORD) \
    WORD('1', "hand", N_("By hand")) \
    WORD('2', "post", N_("Post"))

#define LIST_IDENTITY_PAPER(WORD) \
    WORD('1', "my_number_card", N_("My Number Card (front)")) \
    WORD('2', "driving_licence", N_("Driver's licence")) \
    WORD('3', "passport", N_("Passport")) \
    WORD('4', "residence_card", N_("Residence card")) \
    WORD('5', "eligibility_certificate", N_("Eligibility certificate (weak)")) \
    WORD('6', "seen_by_app", N_("Checked with the card-reading app")) \
    WORD('7', "special_permanent", N_("Special permanent resident certificate")) \
    WORD('8', "driving_record", N_("Driving record certificate")) \
    WORD('9', "other", N_("Other"))

#define LIST_RELATION_PAPER(WORD) \
    WORD('1', "family_register", N_("Family register")) \
    WORD('2', "residence_certificate", N_("Certificate of residence with relationship")) \
    WORD('3', "eligibility_certificate", N_("Eligibility certificate of a dependant")) \
    WORD('4', "maternal_handbook", N_("Maternal and child handbook")) \
    WORD('5', "guardianship_certificate", N_("Certificate of guardianship")) \
    WORD('6', "foreign_certificate", N_("Foreign certificate with translation")) \
    WORD('7', "power_of_attorney", N_("Power of attorney")) \
    WORD('9', "other", N_("Other"))

#define LIST_PAPER_STATE(WORD) \
    WORD('1', "received", N_("Received")) \
    WORD('2', "promised", N_("Promised for later")) \
    WORD('3', "none", N_("There is none")) \
    WORD('4', "waived", N_("Not asked for")) \
    WORD('5', "checked", N_("Checked")) \
    WORD('6', "awaited", N_("Awaited"))

#define LIST_PLACE(WORD) \
    WORD('1', "desk", N_("At the counter")) \
    WORD('2', "department", N_("Department")) \
    WORD('3', "specialist", N_("Specialist")) \
    WORD('4', "kept", N_("Kept in the file")) \
    WORD('5', "visitor", N_("With the visitor")) \
    WORD('6', "lender", N_("With the lender")) \
    WORD('7', "destroyed", N_("Destroyed"))

#define LIST_REVIEW_VERDICT(WORD) \
    WORD('1', "accepted", N_("Accepted")) \
    WORD('2', "more_papers", N_("More papers wanted")) \
    WORD('3', "not_possible", N_("Not possible"))

#define LIST_DECLINE_CODE(WORD) \
    WORD('a', "r1", N_("The patient does not agree")) \
    WORD('b', "r2", N_("The present doctor does not agree")) \
    WORD('c', "r3", N_("Transfer or treatment here is wished")) \
    WORD('d', "r4", N_("Lawsuit or malpractice")) \
    WORD('e', "r5", N_("Complaint about a doctor or hospital")) \
    WORD('f', "r6", N_("The patient has died")) \
    WORD('g', "r7", N_("Question of medical costs")) \
    WORD('h', "r8", N_("Judging past treatment")) \
    WORD('i', "r9", N_("Letter or data missing or insufficient")) \
    WORD('j', "r10", N_("No consent form or identity paper")) \
    WORD('k', "r11", N_("No appointment")) \
    WORD('l', "r12", N_("No specialist here for this field")) \
    WORD('m', "r13", N_("The patient does not know the diagnosis")) \
    WORD('n', "r14", N_("Neither patient nor family")) \
    WORD('o', "r15", N_("Outside the ages or fields seen here")) \
    WORD('p', "r16", N_("A foreign language would be needed")) \
    WORD('q', "r17", N_("Already treated in this hospital group")) \
    WORD('r', "r18", N_("Tumour seen elsewhere only")) \
    WORD('z', "r99", N_("Other"))

#define LIST_PURPOSE(WORD) \
    WORD('1', "opinion", N_("Opinion on treatment")) \
    WORD('2', "treatment_here", N_("Treatment here")) \
    WORD('3', "transfer", N_("Transfer here")) \
    WORD('4', "wants_referral", N_("Referral elsewhere")) \
    WORD('5', "litigation", N_("Lawsuit")) \
    WORD('6', "malpractice", N_("Malpractice")) \
    WORD('7', "complaint", N_("Complaint")) \
    WORD('8', "past_treatment", N_("Judging past treatment")) \
    WORD('a', "outcome_evaluation", N_("Judging an outcome")) \
    WORD('b', "cost_benefit", N_("Costs and benefits")) \
    WORD('9', "other", N_("Other"))
#endif

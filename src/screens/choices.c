/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vocabularies of domain/words.c as choices of fields (a test compares them): a digit where the word has one,
 * else a letter. */
#include "screens/case_parts.h"

const struct choice CHOICE_YES_NO[] = {
    { "1", "yes", N_("Yes") },
    { "2", "no", N_("No") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_ANSWER[] = {
    { "1", "yes", N_("Yes") },
    { "2", "no", N_("No") },
    { "3", "unclear", N_("Does not know") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_SEX[] = {
    { "1", "female", N_("Female") },
    { "2", "male", N_("Male") },
    { "3", "other", N_("Other") },
    { "9", "unknown", N_("Not stated") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_LANG[] = {
    { "1", "ja", N_("Japanese") },
    { "2", "en", N_("English") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_VIA[] = {
    { "1", "counter", N_("At the counter") },
    { "2", "post", N_("Post") },
    { "3", "fax", N_("Fax") },
    { "4", "institution", N_("Other hospital") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_RELATION[] = {
    { "1", "spouse", N_("Spouse") },
    { "2", "parent", N_("Parent") },
    { "3", "child", N_("Child") },
    { "4", "sibling", N_("Brother or sister") },
    { "5", "grandparent", N_("Grandparent") },
    { "6", "grandchild", N_("Grandchild") },
    { "7", "child_spouse", N_("Child's spouse") },
    { "8", "other_relative", N_("Other relative") },
    { "9", "friend", N_("Friend") },
    { "0", "other", N_("Other") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_MAY_KNOW[] = {
    { "1", "everything", N_("Everything") },
    { "2", "date_only", N_("Date only") },
    { "3", "nothing", N_("Nothing") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_ATTENDEE[] = {
    { "1", "patient", N_("Patient") },
    { "2", "family", N_("Family") },
    { "3", "guardian", N_("Guardian (parent of a minor)") },
    { "4", "legal_representative", N_("Legal representative") },
    { "5", "nonfamily", N_("Not family") },
    { "6", "physician", N_("Physician") },
    { "7", "institution", N_("Institution") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_SIGNER[] = {
    { "1", "patient", N_("Patient") },
    { "2", "written_for", N_("Written for the patient") },
    { "3", "representative", N_("Legal representative") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_CHANNEL[] = {
    { "1", "phone", N_("Telephone") },
    { "2", "post", N_("Post") },
    { "3", "fax", N_("Fax") },
    { "4", "counter", N_("At the counter") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_HANDOVER[] = {
    { "1", "hand", N_("By hand") },
    { "2", "post", N_("Post") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_PROOF_OF[] = {
    { "1", "identity", N_("Identity") },
    { "2", "relationship", N_("Relationship") },
    { "3", "parental_authority", N_("Parental authority") },
    { "4", "legal_representative", N_("Legal representation") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_IDENTITY[] = {
    { "1", "my_number_card", N_("My Number Card (front)") },
    { "2", "driving_licence", N_("Driver's licence") },
    { "3", "passport", N_("Passport") },
    { "4", "residence_card", N_("Residence card") },
    { "5", "eligibility_certificate", N_("Eligibility certificate (weak)") },
    { "6", "seen_by_app", N_("Checked with the card-reading app") },
    { "7", "special_permanent", N_("Special permanent resident certificate") },
    { "8", "driving_record", N_("Driving record certificate") },
    { "9", "other", N_("Other") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_RELATION_PAPER[] = {
    { "1", "family_register", N_("Family register") },
    { "2", "residence_certificate", N_("Certificate of residence with relationship") },
    { "3", "eligibility_certificate", N_("Eligibility certificate of a dependant") },
    { "4", "maternal_handbook", N_("Maternal and child handbook") },
    { "5", "guardianship_certificate", N_("Certificate of guardianship") },
    { "6", "foreign_certificate", N_("Foreign certificate with translation") },
    { "7", "power_of_attorney", N_("Power of attorney") },
    { "9", "other", N_("Other") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_MATERIAL[] = {
    { "1", "disc", N_("Image disc") },
    { "2", "film", N_("X-ray film") },
    { "3", "blood_test", N_("Blood test results") },
    { "4", "slide_stained", N_("Pathology slides (stained)") },
    { "5", "slide_unstained", N_("Pathology slides (unstained)") },
    { "6", "block", N_("Paraffin block") },
    { "7", "pathology_report", N_("Pathology report") },
    { "8", "imaging_report", N_("Imaging report") },
    { "a", "summary", N_("Discharge summary") },
    { "b", "endoscopy", N_("Endoscopy pictures") },
    { "c", "referral", N_("Referral letter") },
    { "9", "other", N_("Other") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_PAPER_STATE[] = {
    { "1", "awaited", N_("Awaited") },
    { "2", "received", N_("Received") },
    { "3", "promised", N_("Promised for later") },
    { "4", "none", N_("There is none") },
    { "5", "checked", N_("Checked") },
    { "6", "waived", N_("Not asked for") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_PLACE[] = {
    { "1", "desk", N_("At the counter") },
    { "2", "department", N_("Department") },
    { "3", "specialist", N_("Specialist") },
    { "4", "kept", N_("Kept in the file") },
    { "5", "visitor", N_("Given to the visitor") },
    { "6", "lender", N_("Sent back to the lender") },
    { "7", "destroyed", N_("Destroyed") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_VERDICT[] = {
    { "1", "accepted", N_("Accepted") },
    { "2", "more_papers", N_("More papers wanted") },
    { "3", "not_possible", N_("Not possible") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_DECLINE[] = {
    { "a", "r1", N_("The patient does not agree") },
    { "b", "r2", N_("The present doctor does not agree") },
    { "c", "r3", N_("Transfer or treatment here is wished") },
    { "d", "r4", N_("Lawsuit or malpractice") },
    { "e", "r5", N_("Complaint about a doctor or hospital") },
    { "f", "r6", N_("The patient has died") },
    { "g", "r7", N_("Question of medical costs") },
    { "h", "r8", N_("Judging past treatment") },
    { "i", "r9", N_("Letter or data missing or insufficient") },
    { "j", "r10", N_("No consent form or identity paper") },
    { "k", "r11", N_("No appointment") },
    { "l", "r12", N_("No specialist here for this field") },
    { "m", "r13", N_("The patient does not know the diagnosis") },
    { "n", "r14", N_("Neither patient nor family") },
    { "o", "r15", N_("Outside the ages or fields seen here") },
    { "p", "r16", N_("A foreign language would be needed") },
    { "q", "r17", N_("Already treated in this hospital group") },
    { "r", "r18", N_("Tumour seen elsewhere only") },
    { "z", "r99", N_("Other") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_ENDED[] = {
    { "1", "declined", N_("Not accepted") },
    { "2", "withdrawn", N_("Withdrawn") },
    { "3", "no_show", N_("Did not come") },
    { "4", "deceased", N_("Ended") },
    { NULL, NULL, NULL },
};
const struct choice CHOICE_PURPOSE[] = {
    { "1", "opinion", N_("Opinion on treatment") },
    { "2", "treatment_here", N_("Treatment here") },
    { "3", "transfer", N_("Transfer here") },
    { "4", "wants_referral", N_("Referral elsewhere") },
    { "5", "litigation", N_("Lawsuit") },
    { "6", "malpractice", N_("Malpractice") },
    { "7", "complaint", N_("Complaint") },
    { "8", "past_treatment", N_("Judging past treatment") },
    { "a", "outcome_evaluation", N_("Judging an outcome") },
    { "b", "cost_benefit", N_("Costs and benefits") },
    { "9", "other", N_("Other") },
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may do what (schema-sketch.md): the one table through which every writing action passes. An action
 * is added by adding a line here; without a line it has no name and nothing that uses it compiles. */
#ifndef DESK_PERMISSION_H
#define DESK_PERMISSION_H
#include "base/base.h"

enum role {
    ROLE_CLERK = 1 << 0,
    ROLE_BOOKING = 1 << 1,
    ROLE_CASHIER = 1 << 2,
    ROLE_SUPERVISOR = 1 << 3,
    ROLE_ADMINISTRATOR = 1 << 4,
    ROLE_AUDITOR = 1 << 5,
    ROLE_SYSTEM = 1 << 6 /* the program itself, by ownership of the file; no person has it */
};

#define ROLES_RECEPTION (ROLE_CLERK | ROLE_BOOKING | ROLE_SUPERVISOR)
#define ROLES_BOOKING (ROLE_BOOKING | ROLE_SUPERVISOR)
#define ROLES_MONEY (ROLE_CASHIER | ROLE_SUPERVISOR)
#define ROLES_VISIT (ROLE_CLERK | ROLE_BOOKING | ROLE_CASHIER | ROLE_SUPERVISOR)
#define ROLES_CALENDAR (ROLE_SUPERVISOR | ROLE_ADMINISTRATOR)
#define ROLES_ANYBODY (ROLES_VISIT | ROLE_ADMINISTRATOR | ROLE_AUDITOR)

/* X(id, verb in the trail, roles that may, roles of the needed second person or 0, words for a refusal) */
#define DESK_ACTIONS(X)                                                                                     \
    X(INQUIRY_RECORD, "inquiry", ROLES_RECEPTION, 0, N_("record an inquiry"))                              \
    X(INQUIRY_EDIT, "inquiry_edit", ROLES_RECEPTION, 0, N_("change an inquiry"))                           \
    X(INQUIRY_DONE, "inquiry_done", ROLES_RECEPTION, 0, N_("finish an inquiry"))                           \
    X(HAND_OUT, "hand_out", ROLES_RECEPTION, 0, N_("hand out forms"))                                      \
    X(CALL_PLAN, "call_plan", ROLES_RECEPTION, 0, N_("plan a call"))                                       \
    X(CALL_RESULT, "call", ROLES_RECEPTION, 0, N_("record a call"))                                        \
    X(NOTE_ADD, "note", ROLES_RECEPTION, 0, N_("write a handover note"))                                       \
    X(NOTE_DONE, "note_done", ROLES_RECEPTION, 0, N_("remove a handover note"))                                \
    X(REQUEST_TAKE, "take", ROLES_RECEPTION, 0, N_("take a request"))                                      \
    X(REQUEST_EDIT, "edit", ROLES_RECEPTION, 0, N_("change a request"))                                    \
    X(REQUEST_READ, "read", ROLES_VISIT | ROLE_AUDITOR, 0, N_("read requests"))                        \
    X(ATTENDEES_SAVE, "attendees", ROLES_RECEPTION, 0, N_("record who comes"))                             \
    X(CONSENT_SAVE, "consent", ROLES_RECEPTION, 0, N_("record the consent form"))                          \
    X(PROOF_SEE, "proof", ROLES_RECEPTION, 0, N_("record a paper that was seen"))                              \
    X(PROOF_UNDO, "proof_undo", ROLES_RECEPTION, 0, N_("undo a paper that was seen"))                      \
    X(PAPER_RECORD, "paper", ROLES_RECEPTION, 0, N_("record a paper"))                                         \
    X(PAPER_PROMISE, "promise", ROLES_RECEPTION, 0, N_("accept a paper for later"))                        \
    X(MATERIAL_TAKE_IN, "material", ROLES_RECEPTION, 0, N_("take in materials"))                           \
    X(MATERIAL_MOVE, "material_move", ROLES_RECEPTION, 0, N_("move materials"))                            \
    X(MATERIAL_UNDO, "material_undo", ROLES_RECEPTION, 0, N_("undo materials"))                            \
    X(REVIEW_SEND, "review_send", ROLES_RECEPTION, 0, N_("send a case to the department"))                 \
    X(REVIEW_ASK_AGAIN, "review_again", ROLES_RECEPTION, 0, N_("ask the department again"))                \
    X(REVIEW_ANSWER, "review", ROLES_BOOKING, 0, N_("record the department's answer"))                     \
    X(REVIEW_TOLD, "review_told", ROLES_RECEPTION, 0, N_("record that the visitor was told"))              \
    X(DATES_OFFER, "offer", ROLES_BOOKING, 0, N_("offer dates"))                                           \
    X(BOOK, "book", ROLES_BOOKING, 0, N_("confirm an appointment"))                                        \
    X(BOOK_MOVE, "book_move", ROLES_BOOKING, 0, N_("move an appointment"))                                 \
    X(BOOK_CANCEL, "book_cancel", ROLES_BOOKING, 0, N_("cancel an appointment"))                           \
    X(BOOK_TOLD, "book_told", ROLES_RECEPTION, 0, N_("record that the date was told"))                     \
    X(OVERRIDE, "override", ROLES_RECEPTION, 0, N_("override a rule"))                                     \
    X(OVERRIDE_ANSWER, "override_answer", ROLE_SUPERVISOR, 0, N_("approve an override"))                   \
    X(CHECK_IN, "check_in", ROLES_VISIT, 0, N_("check in a visitor"))                                      \
    X(VISIT_START, "visit_start", ROLES_VISIT, 0, N_("start a consultation"))                              \
    X(VISIT_END, "visit_end", ROLES_VISIT, 0, N_("end a consultation"))                                    \
    X(VISIT_UNDO, "visit_undo", ROLES_RECEPTION, 0, N_("undo a check-in"))                                 \
    X(MONEY_READ, "read_money", ROLES_MONEY | ROLE_AUDITOR, 0, N_("see payments"))                         \
    X(DRAWER_OPEN, "drawer_open", ROLES_MONEY, 0, N_("open the cash drawer"))                              \
    X(CASH_MOVE, "cash_move", ROLES_MONEY, 0, N_("put cash in or take it out"))                            \
    X(COLLECT, "collect", ROLES_MONEY, 0, N_("take a payment"))                                            \
    X(REPRINT, "reprint", ROLES_MONEY, 0, N_("print a receipt again"))                                     \
    X(VOID, "void", ROLES_MONEY, ROLES_MONEY, N_("void a receipt"))                                        \
    X(UNPAID, "unpaid", ROLES_MONEY, 0, N_("record an unpaid fee"))                                        \
    X(CASH_COUNT, "count", ROLES_MONEY, 0, N_("count the cash"))                                                \
    X(CLOSE_DAY, "close", ROLES_MONEY, 0, N_("close the day"))                                             \
    X(CONFIRM_CLOSING, "close_confirm", ROLES_MONEY, 0, N_("confirm a closing"))                           \
    X(REPORT_SENT, "report", ROLES_RECEPTION, 0, N_("record the report"))                                  \
    X(STEP_UNDO, "undo", ROLES_RECEPTION, 0, N_("undo a step"))                                            \
    X(REQUEST_END, "end", ROLES_RECEPTION, 0, N_("end a request"))                                         \
    X(REQUEST_CLOSE, "close_request", ROLES_RECEPTION, 0, N_("close a request"))                           \
    X(PAPER_PRINT, "print", ROLES_VISIT, 0, N_("print a paper"))                                           \
    X(SPECIALIST_SAVE, "specialist", ROLES_CALENDAR, 0, N_("change specialists' hours"))                   \
    X(CALENDAR_SAVE, "calendar", ROLES_CALENDAR, 0, N_("change the calendar"))                             \
    X(HOLIDAY_IMPORT, "holidays", ROLES_CALENDAR, 0, N_("import holidays"))                                \
    X(POLICY_SWITCH, "policy", ROLES_CALENDAR, ROLES_CALENDAR, N_("switch on a policy"))                   \
    X(SETTING_SAVE, "setting", ROLE_ADMINISTRATOR, 0, N_("change settings"))                               \
    X(STAFF_SAVE, "staff", ROLE_ADMINISTRATOR, 0, N_("change staff"))                                      \
    X(STAFF_ROLES, "staff_roles", ROLE_ADMINISTRATOR, ROLES_CALENDAR, N_("change somebody's roles"))       \
    X(STAFF_FIRST, "staff_first", ROLE_ADMINISTRATOR, 0, N_("give roles alone (nobody else could confirm)"))      \
    X(STAFF_UNLOCK, "staff_unlock", ROLE_ADMINISTRATOR, 0, N_("unlock a log-in"))                          \
    X(PASSPHRASE, "passphrase", ROLES_ANYBODY, 0, N_("change your own passphrase"))                         \
    X(OWN_LANG, "own_lang", ROLES_ANYBODY, 0, N_("choose the own language"))                               \
    X(TRAIL_READ, "trail", ROLES_CALENDAR | ROLE_AUDITOR, 0, N_("read the trail"))                         \
    X(BACKUP, "backup", ROLE_ADMINISTRATOR | ROLE_SYSTEM, 0, N_("make a backup"))                          \
    X(RESTORE, "restore", ROLE_ADMINISTRATOR, ROLES_CALENDAR, N_("restore a backup"))

#define DESK_ACTION_ENUM(id, verb, roles, second, words) ACT_##id,
enum desk_action { DESK_ACTIONS(DESK_ACTION_ENUM) ACT_COUNT };

struct permission {
    const char *verb; /* in the trail */
    unsigned roles, second;
    const char *words; /* English source: "take a payment" */
};

const struct permission *permission_of(enum desk_action a);
bool permission_allows(enum desk_action a, unsigned roles);
/* Somebody with these roles may be the second person of this action. */
bool permission_seconds(enum desk_action a, unsigned roles);
/* "clerk" -> ROLE_CLERK; 0 when there is no such role. */
unsigned role_of(const char *id);
const char *role_id(enum role r);
/* "clerk cashier", as the database lists them, to a set of enum role. */
unsigned roles_of(const char *ids);
/* What is said to whom a right is missing, before the key works and when it is tried: %s are the action's words. */
extern const char permission_missing[];
#endif

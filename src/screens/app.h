/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shell around all screens: who is at the desk, row 1, the keys that hold everywhere, locking, hiding
 * names, drafts of forms, the second person, and opening each other's screens. struct app is the toolkit's
 * (tui/app.h); this is its root, reached with shell_of(s). */
#ifndef SCREENS_APP_H
#define SCREENS_APP_H
#include "desk/desk.h"
#include "desk/draft.h"
#include "desk/session.h"
#include "tui/app.h"
#include "tui/dialog.h"
#include "tui/form.h"
#include "tui/screen.h"

struct shell {
    struct desk *desk;
    struct app *app;
    const struct catalogs *catalogs;
    bool hide_names;             /* a visitor can see the screen: numbers instead of names (Alt+M) */
    bool fallback_locale;        /* the terminal's own locale could not be used; said once */
    bool missed;                 /* somebody stored something while the desk was locked */
    const struct screen_ops *home; /* after the log-in */
    bool (*drain)(void *arg);    /* empties the watched descriptor; NULL = nothing to empty */
    void *drain_arg;
};

struct shell_options {
    struct desk *desk;
    const struct catalogs *catalogs;
    enum lang lang;
    int rows, cols;
    bool fallback_locale;
    const struct screen_ops *home; /* NULL = what stands in the registry */
    bool (*drain)(void *arg);
    void *drain_arg;
};
/* Makes the application and opens the log-in screen. Free with shell_free; the desk stays the caller's. */
struct shell *shell_new(const struct shell_options *o);
void shell_free(struct shell *sh);
/* The database was written by somebody: reads again what is shown (the loop calls it; tests too). */
void shell_watched(struct shell *sh);

/* What the person at the desk begins with. */
const struct screen_ops *shell_home(const struct shell *sh);

struct shell *shell_of(const struct screen *s);
struct desk *desk_of(const struct screen *s);
const struct hospital *hospital_of(const struct screen *s);
enum lang lang_of_screen(const struct screen *s);

/* Names and free texts are hidden from now on, or shown. */
void shell_hide(struct shell *sh, bool on);
/* A person's name as it may be shown now: the name, or number while names are hidden. */
const char *shell_name(const struct screen *s, const char *name, const char *number);

/* --- other screens. What a screen wants to know when it opens; zero = not said. */
struct place_arg {
    int64_t request, inquiry, payment, appointment;
    const char *step; /* of the request; NULL = where it stands */
    const char *text; /* what was typed, e.g. into a search; the form of a request: the field to begin in */
    day day;
};
enum place {
    PLACE_NONE,
    PLACE_HOME,
    PLACE_SEARCH,
    PLACE_INQUIRY,   /* a new one, or arg.inquiry */
    PLACE_INQUIRIES, /* of before; arg.text typed, "old" = past their term */
    PLACE_CALL,      /* of arg.request or arg.inquiry */
    PLACE_FORMS,     /* handed out for arg.request or arg.inquiry */
    PLACE_NOTES,
    PLACE_PRINTS,    /* papers that did not come out */
    PLACE_REQUEST,      /* one request; without one: the form of a new request */
    PLACE_REQUEST_FORM, /* to take (also from an inquiry) or to change */
    PLACE_REQUESTER,
    PLACE_PAPERS,
    PLACE_MATERIALS,
    PLACE_REVIEW,
    PLACE_AFTER,
    PLACE_BOOKING,
    PLACE_VISIT,
    PLACE_PAYMENTS, /* who has to pay: the list */
    PLACE_PAY,      /* one request's fee */
    PLACE_RECEIPTS, /* by number, day or name: print again, void */
    PLACE_CLOSING,
    PLACE_SPECIALISTS,
    PLACE_CALENDAR,
    PLACE_STAFF,
    PLACE_SETTINGS,
    PLACE_TRAIL,
    PLACE_ACCOUNT,
    PLACE_COUNT
};
/* Opens it on top (tag comes back in the result), or in the present one's place. */
struct step shell_open(struct screen *s, enum place place, const struct place_arg *arg, int tag);
struct step shell_replace(struct screen *s, enum place place, const struct place_arg *arg);
bool shell_has(enum place place);
/* For an action's usable(): may the person at the desk do this? why is filled when not. */
bool shell_may(const struct screen *s, enum desk_action a, struct msg *why);

/* Asks whether twelve digits are another number than a My Number (is_number_question; answer 1 with this tag). */
struct step shell_ask_number(struct screen *s, const struct err *e, int tag);
/* What was typed cannot be stored: its field is marked, and the twelve digits are asked about or the error is said. */
struct step shell_refused(struct screen *s, struct form *f, const struct err *e, int tag);

/* F2 on a form: what was set stands there again; asks when something typed would go (answer 1 with this tag: call
 * shell_clear). Ctrl+Z brings everything back. */
struct step shell_clear_ask(struct screen *s, struct form *f, int tag);
struct step shell_clear(struct screen *s, struct form *f);

/* --- drafts of a form. The key is the screen's name and the record's id (0 = new). */
/* In open(), after the stored values were set: brings back the person's draft as edits and says so. True when
 * there was one. A record that changed since then is said as well. */
bool shell_draft_offer(struct screen *s, struct form *f, int64_t object, int64_t rev);
/* In pause() and close(): keeps what was typed, or drops the draft when the form is as stored. */
void shell_draft_keep(struct screen *s, const struct form *f, int64_t object, int64_t rev);
/* After the form was stored; then mark the form clean (form_set_clean), so that close() keeps nothing. */
void shell_draft_drop(struct screen *s, int64_t object);
/* For a screen that keeps more than one form, or decides itself what may come back: the person's draft under a name
 * (a-z 0-9 _), in the screen's arena; and keeps this text there (NULL drops it). */
bool shell_draft_find(struct screen *s, const char *name, int64_t object, struct draft *out);
void shell_draft_write(struct screen *s, const char *name, int64_t object, int64_t rev, const char *text);
/* Says msgid with day (%1$s) and time (%2$s) of the draft. */
void shell_draft_say(struct screen *s, const struct draft *draft, enum say kind, const char *msgid);

/* --- the second person: a dialog that shows what is about to happen (amount, reason) and takes the other
 * person's log-in and passphrase. Push with shell_second; in result(): answer 1, value const struct second *. */
struct second_arg {
    enum desk_action action;
    const char *object;
    int64_t id;
    struct msg what; /* shown and recorded: e.g. "Void receipt 1-2026-00310, 33,000 yen. Reason: ..." */
    int reason;      /* which of its words was typed freely, counted from 1, and is hidden while names are; 0 = none */
};
extern const struct screen_ops second_screen;
struct step shell_second(struct screen *s, const struct second_arg *arg, int tag);

/* --- screens of this floor that everybody may open */
extern const struct screen_ops login_screen, lock_screen, staff_screen, settings_screen, account_screen;
#endif

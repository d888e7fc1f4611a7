/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a fallible function said no. Copied by value, owns nothing, never points to freed text.
 * A function returns bool and takes struct err * last: untouched on success, first failure kept. */
#ifndef BASE_ERR_H
#define BASE_ERR_H
#include <stdbool.h>

enum { MSG_ARGS = 6, MSG_ARG_BYTES = 256 };

/* A message before translation: English source text with %s or %1$s, and its words in order. */
struct msg {
    const char *id; /* a string literal marked with N_(); NULL = no message */
    int n;
    char arg[MSG_ARGS][MSG_ARG_BYTES]; /* cut at a character border when longer */
};

enum err_kind {
    ERR_NONE,
    ERR_INPUT, /* what was typed or read cannot be understood */
    ERR_RULE,  /* understood, but a rule forbids it; the clerk can mend it */
    ERR_BUSY,  /* another process holds the database; try again */
    ERR_STALE, /* somebody else changed the record since it was read */
    ERR_STORE, /* disk, file or database trouble */
    ERR_DENIED /* this person may not do that */
};

/* An argument that begins with this mark is itself a message id and is translated with the rest.
 * msg_word puts the mark before id in out and returns out. */
#define MSG_WORD "\001"
const char *msg_word(const char *id, char out[MSG_ARG_BYTES]);

/* The message as an argument of another one, or as a record keeps it (without the mark): its id and its arguments, a
 * line each. Cut at the end when longer than out. */
const char *msg_nest(const struct msg *m, char out[MSG_ARG_BYTES]);

struct err {
    enum err_kind kind;
    char field[48]; /* id of the field or rule that spoke; "" when none */
    struct msg msg;
};

/* The empty error, to start with. */
#define ERR_INIT ((struct err){ .kind = ERR_NONE })

/* Fills m from a format id and up to MSG_ARGS words; the list of words ends with NULL. */
void msg_set(struct msg *m, const char *id, ...);

/* Fills e unless it is already filled (first failure kept) or NULL; always returns false, so that
 * "return err_set(...)" reads well. The words end with NULL. */
bool err_set(struct err *e, enum err_kind kind, const char *field, const char *id, ...);

/* Forgets the failure. */
void err_clear(struct err *e);
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout of papers as text: A4 upright, 80 cells wide, 62 lines a page, pages parted by a form
 * feed. A paper is written in its own language, never in the screen's. Every text goes through
 * text/safe, is wrapped by cells and never cut. Own texts use no characters of ambiguous width. */
#ifndef OUT_PAPER_H
#define OUT_PAPER_H
#include "base/base.h"
#include "domain/casefile.h"
#include "domain/hospital.h"
#include "domain/words.h"
#include "text/catalog.h"
#include "text/era.h"
#include "text/lang.h"
#include "text/width.h"

enum {
    PAPER_CELLS = 80, /* the widest line, margins included */
    PAPER_MARGIN = 2, /* blank on either side */
    PAPER_WIDTH = PAPER_CELLS - 2 * PAPER_MARGIN,
    PAPER_LINES = 62, /* of one page */
    PAPER_LABEL = 20, /* usual cells of a label */
    PAPER_LABEL_BOTH = 32,
    PAPER_GAP = 2, /* between columns */
    PAPER_COLUMNS = 8, /* most columns of a row */
    PAPER_MAX = 512 * 1024 /* a good maximum for the caller's buf */
};

/* What every paper needs beside its own input. */
struct paper_ctx {
    const struct hospital *hospital;
    const struct catalogs *catalogs;
    enum lang lang; /* of the paper */
    day today; /* the date of printing */
    int copy; /* 1 = the original; from 2 on the paper is marked 再発行 / DUPLICATE */
    bool both; /* labels in the other language too: a receipt in both (screens-ja.md 4) */
};

/* A paper being written. */
struct sheet {
    const struct paper_ctx *ctx;
    struct buf *out; /* the caller's */
    struct buf body; /* before it is parted into pages */
    struct arena arena; /* texts made on the way */
    enum lang lang;
    bool both; /* as in ctx; only receipts ask for it */
    bool roomy; /* blank forms: a line of air above each line to write on */
    const char *title; /* for the foot of further pages */
    const char *mark; /* number of the request or receipt, for the same */
};

/* Every paper begins and ends with these. paper_end is false when out's maximum was reached: such a
 * paper must not be printed. */
void paper_begin(struct sheet *p, const struct paper_ctx *ctx, struct buf *out);
bool paper_end(struct sheet *p);

/* Texts; results live until paper_end. msgid is an English source marked N_(). */
const char *paper_tr(struct sheet *p, const char *msgid);
const char *paper_label(
    struct sheet *p, const char *msgid); /* "ja / en" when the paper is in both */
/* The words end with NULL; they are put in as they are. */
const char *paper_format(struct sheet *p, const char *msgid, ...) __attribute__((sentinel));
const char *paper_word(struct sheet *p, const struct words *w, const char *id);
const char *paper_method(struct sheet *p, const char *method); /* of a payment */
const char *paper_bilingual(struct sheet *p, struct bilingual b);
/* A sentence of the policy, which is made for screens and for reading aloud: 患者さん is 患者様 on
 * paper (counter.md "Words"). */
const char *paper_policy(struct sheet *p, struct bilingual say);
const char *paper_label_of(
    struct sheet *p, struct bilingual b); /* "ja / en" when the paper is in both */
const char *paper_number(struct sheet *p, int64_t n); /* "1,234" */
const char *paper_yen(struct sheet *p, yen y); /* "33,000円" | "33,000 yen" */
const char *paper_yen_large(
    struct sheet *p, yen y); /* the one amount that counts, in full-width digits */
/* "令和8年(2026年)11月24日" | "24 November 2026"; "" when not known. */
const char *paper_date(struct sheet *p, day d);
const char *paper_date_weekday(
    struct sheet *p, day d); /* "…24日(火)" | "Tuesday, 24 November 2026" */
const char *paper_date_short(struct sheet *p, day d); /* "2026-11-24(火)" | "24 Nov 2026 (Tue)" */
const char *paper_time(struct sheet *p, int minutes); /* "14:00" */
const char *paper_clock(struct sheet *p, instant at); /* the same in the desk's zone */
/* "26-0415", "1-2026-00310"; "" for number 0. */
const char *paper_case_number(struct sheet *p, int year, int number);
const char *paper_receipt_number(struct sheet *p, int counter, int year, int number);
/* Person as addressed on paper: "髙﨑 花子 様"; in English the person's own Latin spelling when
 * known. */
const char *paper_person(struct sheet *p, const struct person *who);
const char *paper_addressed(
    struct sheet *p, const char *name); /* "… 様"; the bare name in English */
/* Days as the request holds them ("2026-12-03 am;2026-12-08") written out; other text as it is. */
const char *paper_days(struct sheet *p, const char *days);

/* Lines. label is a msgid and is translated (a text already in the paper's language may stand there
 * too); text and value are not. */
void paper_blank(struct sheet *p);
void paper_rule(struct sheet *p);
void paper_heading(struct sheet *p, const char *label); /* "-- Patient -----…" */
void paper_title(struct sheet *p, const char *label); /* short Japanese titles are spaced */
void paper_centre(struct sheet *p, const char *text);
void paper_right(struct sheet *p, const char *text);
void paper_text(struct sheet *p, int indent, const char *text); /* a wrapped paragraph */
void paper_item(struct sheet *p, const char *mark, const char *text); /* "* text", hanging */
void paper_say(struct sheet *p, const char *msgid); /* a translated paragraph */
void paper_point(struct sheet *p, const char *msgid); /* a translated item with a star */
void paper_choice(struct sheet *p, const char *label, const char *msgid); /* boxes to tick */
void paper_pair(struct sheet *p, const char *label, const char *value);
void paper_pair_wide(struct sheet *p, int label_cells, const char *label, const char *value);
void paper_two(struct sheet *p, const char *label1, const char *value1, const char *label2,
    const char *value2);
void paper_left_right(struct sheet *p, const char *left, const char *right); /* one line, or two */
void paper_field(struct sheet *p, const char *label, int lines); /* room to write on, with a line */
void paper_write(struct sheet *p, const char *label, const char *label2); /* two such in one line */
void paper_sign(struct sheet *p, const char *label); /* signature and date */
void paper_next_page(struct sheet *p);

struct paper_column {
    int cells;
    enum width_align align;
};
/* One row of a table; each cell is wrapped in its own column. The cells and the gaps between them
 * take at most PAPER_WIDTH. */
void paper_row(
    struct sheet *p, const struct paper_column *column, size_t n, const char *const *text);

/* Blocks that most papers share. */
void paper_house(struct sheet *p); /* hospital, counter, telephone */
void paper_letterhead(struct sheet *p); /* the same with the date */
/* Letterhead and whom the letter is for: the addressee's name, or the patient when it is empty. */
void paper_letter_to(struct sheet *p, const char *addressee, const struct person *patient);
void paper_internal(struct sheet *p); /* 院内限り */
void paper_duplicate(struct sheet *p); /* the mark of further copies; nothing for the first */
void paper_contact(struct sheet *p); /* whom to ask: counter, floor, telephone */
void paper_birth(struct sheet *p, const struct person *who); /* date of birth and sex, when known */
void paper_subject(
    struct sheet *p, int year, int number, const struct person *patient); /* whose paper */
/* One line of what is charged, and of its sums. */
void paper_charge(
    struct sheet *p, const char *item, const char *quantity, const char *unit, const char *amount);
/* The list of materials with custody number, kind, pieces, owner and destination. */
void paper_materials(struct sheet *p, const struct material *m, size_t n);
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "screens/money.h"

#include <stdarg.h>

#include "domain/words.h"
#include "text/catalog.h"

bool money_pressed(const struct screen *s, int64_t *last)
{
    int64_t now = app_ms(s->app);
    bool fresh = now - *last >= MONEY_DEAD_MS;

    *last = now;
    return fresh;
}

const char *money_name(const struct grid *g, const char *name, const char *number)
{
    const struct shell *sh = g->user;

    return sh && sh->hide_names ? number : name;
}

static void put(struct buf *out, const struct catalog *c, const char *msgid, va_list words)
{
    const char *word[MSG_ARGS];
    size_t n = 0;

    for (const char *w = va_arg(words, const char *); w; w = va_arg(words, const char *)) {
        BUG_IF(n == MSG_ARGS);
        word[n++] = w;
    }
    msg_format(tr(c, msgid), word, n, out);
}

void money_put(struct buf *out, const struct catalog *c, const char *msgid, ...)
{
    va_list words;

    va_start(words, msgid);
    put(out, c, msgid, words);
    va_end(words);
}

const char *money_words(struct arena *a, const struct catalog *c, const char *msgid, ...)
{
    struct buf text;
    va_list words;

    buf_init(&text, 1024);
    va_start(words, msgid);
    put(&text, c, msgid, words);
    va_end(words);
    const char *out = arena_strdup(a, text.p);
    buf_fini(&text);
    return out;
}

int money_line(struct grid *g, int row, int col, int cells, enum style style, const char *msgid, ...)
{
    struct buf text;
    va_list words;

    buf_init(&text, 1024);
    va_start(words, msgid);
    put(&text, g->catalog, msgid, words);
    va_end(words);
    int end = grid_clip(g, row, col, cells, style, text.p);
    buf_fini(&text);
    return end;
}

void money_right(struct grid *g, int row, int col, int cells, enum style style, yen amount)
{
    char text[YEN_TEXT];

    yen_format(amount, text);
    grid_right(g, row, col, cells, style, text);
}

void money_say_printed(struct screen *s, const struct printed *p, const struct msg *good)
{
    if (p->done)
        app_say_msg(s->app, SAY_NOTICE, good);
    else
        app_say_msg(s->app, SAY_WARN, &p->failure);
}

struct step money_refresh(struct screen *s)
{
    app_reload(s->app);
    return step_stay();
}

/* --- voiding */

static const struct choice originals[] = {
    { "1", "collected", N_("collected") },
    { "2", "lost", N_("lost, signed") },
    { NULL, NULL, NULL },
};
static const struct form_field void_fields[] = {
    { .id = "original", .label = N_("Original receipt"), .kind = FIELD_CHOICE, .cells = 14, .choices = originals,
        .help = N_("1: collected and kept with the void slip. 2: lost, the payer signs the slip.") },
    { .id = "reason", .label = N_("Reason"), .kind = FIELD_TEXT, .cells = 44, .max_clusters = 60,
        .help = N_("Why the receipt is voided, shortly: wrong amount, paid by card instead ...") },
};
const struct form_def void_form = { .id = "void", .version = 1, .fields = void_fields, .n = COUNT_OF(void_fields),
    .label_cells = 18 };

/* Paid at the main cashier: its receipt is not ours to collect, only our record of it is wrong. */
static const struct form_field record_fields[] = {
    { .id = "reason", .label = N_("Reason"), .kind = FIELD_TEXT, .cells = 44, .max_clusters = 60,
        .help = N_("Why the record is taken back, shortly: wrong number, another request ...") },
};
const struct form_def void_record_form = { .id = "void_record", .version = 1, .fields = record_fields, .n = COUNT_OF(record_fields),
    .label_cells = 18 };

/* What goes back by each way of paying; cash is the first. done: %s = the amount. */
static const struct giving_back {
    const char *method, *asked, *done;
} giving_back[] = {
    { "cash", N_("The money goes back to the visitor. A second person confirms it."),
        N_("Voided. Hand back %s yen; the payer signs the void slip.") },
    { "card", N_("The card payment is cancelled at the card terminal; no cash goes back. A second person confirms it."),
        N_("Voided. Cancel the %s yen at the card terminal, give no cash; the payer signs the void slip.") },
    { "other", N_("What was paid with goes back, no cash. A second person confirms it."),
        N_("Voided. Give back what the %s yen were paid with, no cash; the payer signs the void slip.") },
    { "outside", N_("Only our record is taken back; the money is the main cashier's. A second person confirms it."),
        N_("The record is taken back. The main cashier has the %s yen and gives them back; nothing leaves this counter.") },
};

static const struct giving_back *way_back(const struct void_flow *f)
{
    for (size_t i = 0; i < COUNT_OF(giving_back); i++)
        if (str_eq(giving_back[i].method, f->method))
            return &giving_back[i];
    return &giving_back[0];
}

static bool is_record(const struct void_flow *f)
{
    return str_eq(f->method, "outside");
}

static struct void_draft draft_of(const struct void_flow *f)
{
    return (struct void_draft){ f->payment, f->original, f->reason, f->op_key };
}

/* Everything that can be refused is refused before anybody else is called to the desk. */
static bool check_asked(void *user, struct form *form, struct err *e)
{
    struct screen *s = ((void **)user)[0];
    struct void_flow *f = ((void **)user)[1];
    struct msg words;

    str_copy(f->original, sizeof f->original, is_record(f) ? "" : form_get(form, "original"));
    str_copy(f->reason, sizeof f->reason, form_get(form, "reason"));
    struct void_draft d = draft_of(f);
    return desk_void_words(desk_of(s), &d, &s->view, &words, e);
}

struct step void_start(struct screen *s, struct void_flow *f, int64_t payment, const char *method)
{
    void **user = ARENA_ARRAY(&s->arena, void *, 2);

    f->payment = payment;
    str_copy(f->method, sizeof f->method, method);
    struct form_arg arg = { .title = is_record(f) ? N_("Take back the record") : N_("Void a receipt"),
        .def = is_record(f) ? &void_record_form : &void_form, .check = check_asked, .commit = N_("Ask") };
    desk_op_key(f->op_key);
    user[0] = s;
    user[1] = f;
    arg.user = user;
    msg_set(&arg.text, way_back(f)->asked, NULL);
    return dialog_form(s, &arg, TAG_VOID_ASK);
}

static struct step ask_second(struct screen *s, struct void_flow *f)
{
    struct second_arg arg = { .action = ACT_VOID, .object = "payment", .id = f->payment, .reason = 3 };
    struct void_draft d = draft_of(f);
    struct err e = ERR_INIT;

    if (desk_void_words(desk_of(s), &d, &s->view, &arg.what, &e))
        return shell_second(s, &arg, TAG_VOID_SECOND);
    app_say_err(s->app, &e);
    return step_stay();
}

static bool do_void(struct screen *s, struct void_flow *f, struct second second)
{
    struct void_draft d = draft_of(f);
    struct void_done out;
    struct err e = ERR_INIT;
    struct msg good;
    char back[YEN_TEXT];

    if (!desk_void(desk_of(s), &d, second, &s->view, &out, &e)) {
        app_say_err(s->app, &e);
        return false;
    }
    app_reload(s->app); /* out holds no text of the view */
    yen_format(out.back, back);
    msg_set(&good, way_back(f)->done, back, NULL);
    money_say_printed(s, &out.printed, &good);
    return true;
}

bool void_result(struct screen *s, struct void_flow *f, const struct result *r, struct step *step, bool *done)
{
    *done = false;
    *step = step_stay();
    if (r->tag != TAG_VOID_ASK && r->tag != TAG_VOID_SECOND)
        return false;
    if (r->answer == 0)
        return true;
    if (r->tag == TAG_VOID_ASK)
        *step = ask_second(s, f);
    else
        *done = do_void(s, f, *(const struct second *)r->value);
    return true;
}

/* --- cash in and out */

static const struct choice ways[] = {
    { "1", "in", N_("into the drawer") },
    { "2", "out", N_("out of the drawer") },
    { NULL, NULL, NULL },
};
static const struct form_field cash_fields[] = {
    { .id = "way", .label = N_("Which way"), .kind = FIELD_CHOICE, .cells = 20, .choices = ways,
        .help = N_("1: coins were topped up. 2: money was taken out, e.g. to be changed.") },
    { .id = "amount", .label = N_("Amount"), .kind = FIELD_YEN, .cells = 12,
        .help = N_("How much, in yen. It is an entry of its own and never changed afterwards.") },
    { .id = "reason", .label = N_("Reason"), .kind = FIELD_TEXT, .cells = 44, .max_clusters = 60,
        .help = N_("What for: change from the bank, exchanged a note ...") },
};
const struct form_def cash_form = { .id = "cash", .version = 1, .fields = cash_fields, .n = COUNT_OF(cash_fields),
    .label_cells = 12 };

static bool check_cash(void *user, struct form *f, struct err *e)
{
    struct screen *s = user;
    yen amount;

    if (form_get(f, "way")[0] == '\0')
        return err_set(e, ERR_INPUT, "way", N_("Does the cash go into the drawer or out of it?"), NULL);
    if (!money_input(form_get(f, "amount"), YEN(0), "amount", &amount, e))
        return false;
    if (str_eq(form_get(f, "way"), "out"))
        amount = YEN(-amount.v);
    return desk_cash_move(desk_of(s), amount, form_get(f, "reason"), &s->view, e);
}

struct step cash_start(struct screen *s, int tag)
{
    struct form_arg arg = { .title = N_("Cash in and out"), .def = &cash_form, .user = s, .check = check_cash };

    msg_set(&arg.text, N_("Not for payments: only for change and the like."), NULL);
    return dialog_form(s, &arg, tag);
}

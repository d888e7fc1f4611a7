/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings of the hospital and this counter, one long form. What was typed is kept when somebody else
 * stored first: the fields that differ are marked. */
#include "desk/settings.h"
#include "screens/case_parts.h"
#include "screens/trust.h"

static const struct choice yes_no[] = {
    { "1", "yes", N_("Yes") },
    { "2", "no", N_("No") },
    { NULL, NULL, NULL },
};
static const struct choice places[] = {
    { "1", "counter", N_("Counter") },
    { "2", "cashier", N_("Main cashier") },
    { "3", "outside", N_("Outside") },
    { NULL, NULL, NULL },
};
static const struct choice one_two[] = {
    { "1", "1", N_("1 cell") },
    { "2", "2", N_("2 cells") },
    { NULL, NULL, NULL },
};

#define TEXT(key, text, n, what) { .id = key, .label = text, .kind = FIELD_TEXT, .cells = n, .max_clusters = 100, .help = what }
#define CODE(key, text, n, what) { .id = key, .label = text, .kind = FIELD_CODE, .cells = n, .max_clusters = 200, .help = what }
#define NUMBER(key, text, n, what) { .id = key, .label = text, .kind = FIELD_NUMBER, .cells = n, .help = what }
#define MONEY(key, text, n, what) { .id = key, .label = text, .kind = FIELD_YEN, .cells = n, .help = what }
#define ONE_OF(key, text, of, what) { .id = key, .label = text, .kind = FIELD_CHOICE, .cells = 14, .choices = of, .help = what }
#define SECTION(text) { .row = ROW_SECTION, .label = text }

static const struct form_field fields[] = {
    SECTION(N_("Hospital")),
    TEXT("hospital.name.ja", N_("Hospital (Japanese)"), 44, N_("The hospital's name on Japanese screens and papers.")),
    TEXT("hospital.name.en", N_("Hospital (English)"), 44, N_("The hospital's name on English screens and papers.")),
    CODE("hospital.postal", N_("Postal code"), 10, N_("With a hyphen, as it stands on envelopes.")),
    TEXT("hospital.address.ja", N_("Address (Japanese)"), 44, N_("The address on Japanese papers.")),
    TEXT("hospital.address.en", N_("Address (English)"), 44, N_("The address on English papers.")),
    CODE("hospital.phone", N_("Telephone"), 20, N_("The number that visitors call.")),
    SECTION(N_("Counter")),
    NUMBER("counter.number", N_("Counter number"), 4, N_("1 = Reception counter 1. It begins every receipt number.")),
    TEXT("counter.name.ja", N_("Counter (Japanese)"), 30, N_("The name on row 1 of Japanese screens.")),
    TEXT("counter.name.en", N_("Counter (English)"), 30, N_("The name on row 1 of English screens.")),
    TEXT("counter.floor.ja", N_("Floor (Japanese)"), 30, N_("Building and floor, for slips that say where to come.")),
    TEXT("counter.floor.en", N_("Floor (English)"), 30, N_("Building and floor, for slips that say where to come.")),
    SECTION(N_("Receipts")),
    TEXT("issuer.name.ja", N_("Issuer (Japanese)"), 44, N_("Who issues receipts: often the university corporation.")),
    TEXT("issuer.name.en", N_("Issuer (English)"), 44, N_("The issuer's name on English receipts.")),
    CODE("issuer.registration", N_("Registration no."), 16,
        N_("T and 13 digits for qualified invoices. Empty: plain receipts.")),
    ONE_OF("receipt.stamp_exempt", N_("No stamp duty"), yes_no, N_("Prints the line that no stamp duty is due.")),
    TEXT("patient_no.label.ja", N_("Patient no. label (Japanese)"), 20,
        N_("What this hospital calls the patient's number, for example on the card.")),
    TEXT("patient_no.label.en", N_("Patient no. label (English)"), 20,
        N_("What this hospital calls the patient's number in English.")),
    CODE("desk.printer", N_("Printer"), 40, N_("lp:QUEUE for a printer, file:/FOLDER to keep papers as files.")),
    SECTION(N_("Work")),
    NUMBER("idle.seconds", N_("Lock after (seconds)"), 6, N_("The desk locks after so many seconds without a key.")),
    NUMBER("idle.money_seconds", N_("Lock, money (seconds)"), 6, N_("The same on the screens where money is taken.")),
    MONEY("cash.float", N_("Float"), 12, N_("The change that the drawer holds in the morning.")),
    MONEY("cash.tolerance", N_("Cash tolerance"), 12, N_("A greater difference needs the supervisor to close the day.")),
    ONE_OF("cash.blind_count", N_("Blind count"), yes_no, N_("The expected sum is hidden until the count is done.")),
    TEXT("cash.treasury", N_("Treasury"), 30, N_("Where the day's cash goes.")),
    { .id = "cashier.closes", .label = N_("Cashier closes"), .kind = FIELD_TIME, .cells = 7,
        .help = N_("Consultations that end later are marked when a date is booked.") },
    { .id = "collect.place", .label = N_("Fee is taken at"), .kind = FIELD_CHOICE, .cells = 16, .choices = places,
        .flags = FORM_NO_OPTIONS, .help = N_("Elsewhere a charge slip is printed. Empty: as the policy says. F1 lists all.") },
    NUMBER("offer.hold_days", N_("Dates held (days)"), 4, N_("How long an offered date is held for the family.")),
    NUMBER("inquiry.days", N_("Inquiries kept (days)"), 5, N_("After this an inquiry without a request is listed for deletion.")),
    NUMBER("visit.come_before", N_("Be here before (minutes)"), 4, N_("How early visitors are asked to be here.")),
    ONE_OF("desk.ambiguous", N_("Cells of unclear characters"), one_two,
        N_("Two when lines are crooked in this terminal's font.")),
};
static void echo(const void *user, const struct form *f, const char *id, const struct grid *g, struct buf *out)
{
    (void)user;
    if (str_eq(id, "cashier.closes"))
        echo_time(f, id, g, out);
}

const struct form_def settings_form = { .id = "settings", .version = 1, .house = true, .fields = fields, .n = COUNT_OF(fields),
    .label_cells = 30, .echo = echo };

struct settings {
    struct form *form;
    struct settings_view view; /* as read when the form was filled */
};

static void fill(struct settings *me)
{
    for (size_t i = 0; i < me->view.n; i++)
        form_set(me->form, me->view.values[i].key, me->view.values[i].value);
    form_set_clean(me->form);
}

static bool settings_open(struct screen *s, const void *arg, struct err *err)
{
    struct settings *me = s->state;
    (void)arg;
    if (!desk_settings_view(desk_of(s), &s->arena, &me->view, err))
        return false;
    me->form = form_new(&settings_form, me);
    fill(me);
    shell_draft_offer(s, me->form, 0, me->view.rev);
    return true;
}

static void settings_pause(struct screen *s)
{
    struct settings *me = s->state;
    shell_draft_keep(s, me->form, 0, me->view.rev);
}

static void settings_close(struct screen *s)
{
    struct settings *me = s->state;
    if (!me->form)
        return;
    settings_pause(s);
    form_free(me->form);
}

static const char *value_of(const struct settings_view *v, const char *key)
{
    for (size_t i = 0; i < v->n; i++)
        if (str_eq(v->values[i].key, key))
            return v->values[i].value;
    return "";
}

/* Somebody stored first: her typed values stay, what the other changed comes in elsewhere and is marked. */
static void take_theirs(struct screen *s)
{
    struct settings *me = s->state;
    struct settings_view now;
    struct err e = ERR_INIT;
    if (!desk_settings_view(desk_of(s), &s->arena, &now, &e))
        return;
    for (size_t i = 0; i < now.n; i++) {
        const char *key = now.values[i].key;
        if (str_eq(now.values[i].value, value_of(&me->view, key)))
            continue;
        form_mark(me->form, key, true);
        if (!form_field_dirty(me->form, key))
            form_set(me->form, key, now.values[i].value);
    }
    me->view = now;
}

static struct step settings_save(struct screen *s)
{
    struct settings *me = s->state;
    struct err e = ERR_INIT;
    size_t n = 0;
    struct setting_value *changed = ARENA_ARRAY(&s->arena, struct setting_value, me->view.n + 1);
    for (size_t i = 0; i < me->view.n; i++)
        if (form_field_dirty(me->form, me->view.values[i].key))
            changed[n++] = (struct setting_value){ me->view.values[i].key, form_get(me->form, me->view.values[i].key) };
    if (n == 0) {
        app_say(s->app, SAY_GUIDE, N_("Nothing was changed."), NULL);
        return step_stay();
    }
    if (!desk_settings_save(desk_of(s), me->view.rev, changed, n, &e)) {
        if (e.kind == ERR_STALE)
            take_theirs(s);
        form_mark_error(me->form, &e);
        app_say_err(s->app, &e);
        return step_stay();
    }
    bool doubtful = registration_doubtful(form_get(me->form, "issuer.registration"));
    if (desk_settings_view(desk_of(s), &s->arena, &me->view, &e))
        fill(me);
    shell_draft_drop(s, 0);
    if (doubtful)
        app_say(s->app, SAY_CONFIRM,
            N_("Stored. The check digit of the registration number is not that of a corporation: compare it once more."),
            NULL);
    else
        app_say(s->app, SAY_NOTICE, N_("Stored."), NULL);
    return step_stay();
}

static struct step settings_key(struct screen *s, struct key k)
{
    struct settings *me = s->state;
    return form_key(me->form, k) == FORM_UNUSED ? step_unused() : step_stay();
}

static void settings_draw(const struct screen *s, struct grid *g)
{
    const struct settings *me = screen_state(s);
    form_draw(me->form, g, (struct rect){ g->body.row + 1, 1, g->body.rows - 1, g->cols - 2 }, true);
}

static const struct form *settings_shown(const struct screen *s)
{
    const struct settings *me = screen_state(s);
    return me->form;
}

static const struct action settings_actions[] = {
    { .id = "settings.save", .key = "F12", .label = N_("Save"), .rank = 1, .help = N_("Stores the settings."),
        .run = settings_save },
    { .id = NULL },
};

const struct screen_ops settings_screen = { .name = "settings", .title = N_("Settings"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct settings), .actions = settings_actions, .open = settings_open,
    .close = settings_close, .pause = settings_pause, .key = settings_key, .draw = settings_draw,
    .form = settings_shown };

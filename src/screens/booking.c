/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "screens/booking.h"

#include "screens/case_parts.h"

static const struct choice slips[] = { { "1", "print", N_("Hand out") }, { "2", "post", N_("Post") }, { "3", "none", N_("None") },
    { NULL, NULL, NULL } };

static const struct choice channels[] = { { "1", "phone", N_("Telephone") }, { "2", "post", N_("Post") }, { "3", "fax", N_("Fax") },
    { "4", "counter", N_("Counter") }, { NULL, NULL, NULL } };

static const struct form_field fields[] = {
    { .id = "place", .label = N_("Place"), .kind = FIELD_TEXT, .cells = 10, .max_clusters = 60, .label_cells = 6,
        .help = N_("A room of the list is checked; any other place in words is not.") },
    { .id = "come", .label = N_("Come at"), .kind = FIELD_TIME, .cells = 6, .flags = FORM_SAME_ROW,
        .help = N_("When to be at the counter; empty follows the rule.") },
    { .id = "told_how", .label = N_("Was told"), .kind = FIELD_CHOICE, .cells = 11, .choices = channels,
        .flags = FORM_SAME_ROW | FORM_NO_OPTIONS, .help = N_("How the visitor was told today; empty: not told yet.") },
    { .id = "slip", .label = N_("Slip"), .kind = FIELD_CHOICE, .cells = 11, .choices = slips,
        .flags = FORM_SAME_ROW | FORM_NO_OPTIONS, .help = N_("The appointment slip: 1 hand out, 2 post, 3 none.") },
};
/* There is no room beside the field. */
static void left(void *user, struct form *f, const char *id)
{
    const struct booking *me = user;
    struct err e = ERR_INIT;
    hm come;

    if (str_eq(id, "come") && !form_time(f, id, &come, &e))
        app_say_err(me->screen->app, &e);
}

const struct form_def booking_form_def = { .id = "booking", .version = 1, .fields = fields, .n = COUNT_OF(fields),
    .label_cells = 6, .left = left };

/* --- what is shown */

static bool is_shown(const struct specialist *x, const struct booking *me)
{
    return x->active || x->id == me->view.specialist;
}

int booking_columns(const struct booking *me)
{
    int n = 0;

    for (size_t i = 0; i < me->view.offer.n_specialists; i++)
        n += is_shown(&me->view.offer.specialists[i], me);
    return n;
}

const struct specialist *booking_column(const struct booking *me, int column)
{
    for (size_t i = 0; i < me->view.offer.n_specialists; i++)
        if (is_shown(&me->view.offer.specialists[i], me) && column-- == 0)
            return &me->view.offer.specialists[i];
    return NULL;
}

bool booking_day_closed(const struct booking *me, day d)
{
    return !booking_day(&me->view, d).open;
}

/* From the first to the last half hour in which anything is; the working day when nothing is. */
void booking_rows(const struct booking *me, int *first_min, int *last_min)
{
    int first = DAY_MINUTES, last = 0;
    struct slot_day slots;

    for (int c = 0; c < booking_columns(me); c++) {
        slot_day_of(&me->view.offer, booking_column(me, c)->id, me->month.chosen,
            booking_day_closed(me, me->month.chosen), &slots);
        for (int u = 0; u < SLOT_UNITS; u++)
            if (slots.state[u] != UNIT_NOT_OFFERED) {
                first = u * SLOT_MINUTES < first ? u * SLOT_MINUTES : first;
                last = u * SLOT_MINUTES > last ? u * SLOT_MINUTES : last;
            }
    }
    *first_min = first == DAY_MINUTES ? 540 : first / GRID_STEP * GRID_STEP;
    *last_min = first == DAY_MINUTES ? 990 : last / GRID_STEP * GRID_STEP;
}

int booking_places(const struct booking *me, day d)
{
    int places = 0;
    bool offered = false;
    struct slot_day slots;

    for (int c = 0; c < booking_columns(me); c++) {
        slot_day_of(&me->view.offer, booking_column(me, c)->id, d, booking_day_closed(me, d), &slots);
        places += slot_places(&slots, me->view.minutes);
        for (int u = 0; u < SLOT_UNITS && !offered; u++)
            offered = slots.state[u] == UNIT_FREE || slots.state[u] == UNIT_TAKEN;
    }
    return offered ? places : -1;
}

static void mark(const void *user, day d, struct day_mark *out)
{
    static const char *const numbers[] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15",
        "16", "17", "18", "19", "20", "20+" };
    const struct booking *me = user;
    int places;

    if (wish_names(me->view.wishes, me->view.n_wishes, d))
        out->sign = '*';
    else if (wish_names(me->view.bad, me->view.n_bad, d))
        out->sign = 'x';
    if (booking_day_closed(me, d)) {
        out->word = N_("off");
        out->style = STYLE_DIM;
        return;
    }
    if (day_cmp(d, me->view.v.today) < 0 || (places = booking_places(me, d)) < 0)
        return;
    out->style = places ? STYLE_OK : STYLE_DIM;
    out->word = places == 0 ? N_("nil") : numbers[places < 21 ? places : 21];
}

size_t booking_lines(const struct booking *me, struct booking_line out[BOOKING_LINES])
{
    size_t n = 0;

    for (size_t i = 0; i < me->view.n_held && n < BOOKING_LINES && !me->offering; i++) {
        const struct appointment *h = me->view.held[i];
        out[n++] = (struct booking_line){ .held = h,
            .place = { h->specialist, h->day, h->start_min, h->minutes, h->room, h->place, h->come_min } };
    }
    for (size_t i = 0; i < me->view.n_proposals && n < BOOKING_LINES; i++) {
        const struct proposal *p = &me->view.proposals[i];
        out[n++] = (struct booking_line){ .proposal = p,
            .place = { p->specialist, p->day, p->start_min, p->minutes, p->room, p->place, -1 } };
    }
    return n;
}

/* --- choosing */

static void fill_form(struct screen *s)
{
    struct booking *me = s->state;
    char come[HM_TEXT] = "";
    int before = me->view.v.policy->check_in_minutes;
    int min = me->place.come_min >= 0 ? me->place.come_min
                                      : slot_come(me->place.start_min, before >= 0 ? before : hospital_of(s)->come_before);

    hm_text((hm){ min }, come);
    me->place_shown = arena_strdup(&s->arena, room_words(&me->view.offer, me->place.room, me->place.place, lang_of_screen(s)));
    form_set(me->form, "place", me->place_shown);
    form_set(me->form, "come", come);
}

void booking_choose(struct screen *s, const struct booking_place *p, int64_t held)
{
    struct booking *me = s->state;
    struct arena a;
    char late[MSG_ARG_BYTES] = "";

    arena_init(&a);
    me->place = *p;
    me->chosen = true;
    me->chosen_held = held;
    me->outside = false;
    me->override_reason[0] = '\0';
    me->month.chosen = p->day;
    for (int c = 0; c < booking_columns(me); c++)
        if (booking_column(me, c)->id == p->specialist)
            me->column = c;
    me->row = p->start_min / GRID_STEP * GRID_STEP;
    fill_form(s);
    if (booking_after_cashier(hospital_of(s), p->start_min, p->minutes ? p->minutes : me->view.minutes))
        msg_word(N_(" It ends after the cashier closes."), late);
    app_say(s->app, SAY_CONFIRM, me->view.booked ? N_("%1$s %2$s is chosen. V moves the booking there.%3$s")
                                                 : N_("%1$s %2$s is chosen. F12 books it and prints the slip.%3$s"),
        place_words(p, me->view.minutes, me->view.v.today, lang_of_screen(s), &a),
        specialist_words(&me->view.offer, p->specialist, lang_of_screen(s)),
        late, NULL);
    arena_fini(&a);
}

static void toggle_offered(struct booking *me, const struct booking_place *p)
{
    for (size_t i = 0; i < me->n_offered; i++)
        if (me->offered[i].specialist == p->specialist && day_cmp(me->offered[i].day, p->day) == 0
            && me->offered[i].start_min == p->start_min) {
            me->offered[i] = me->offered[--me->n_offered];
            return;
        }
    if (me->n_offered < OFFERED_MAX)
        me->offered[me->n_offered++] = *p;
}

static struct step pick(struct screen *s, size_t index)
{
    struct booking *me = s->state;
    struct booking_line lines[BOOKING_LINES];

    if (index >= booking_lines(me, lines))
        return step_unused();
    if (me->offering)
        toggle_offered(me, &lines[index].place);
    else
        booking_choose(s, &lines[index].place, lines[index].held ? lines[index].held->id : 0);
    return step_stay();
}

static struct step run_offering(struct screen *s)
{
    struct booking *me = s->state;

    me->offering = !me->offering;
    me->n_offered = 0;
    if (me->offering)
        app_say(s->app, SAY_GUIDE, N_("Mark one to three dates with 1, 2, 3; F12 holds them until the answer."), NULL);
    return step_stay();
}

static struct step run_free(struct screen *s)
{
    return booking_free_open(s, TAG_SILENT);
}

/* A free cell of the day: the rule finds its room. */
static struct step choose_cell(struct screen *s)
{
    struct booking *me = s->state;
    const struct specialist *who = booking_column(me, me->column);
    struct proposal_in in = booking_proposals(&me->view, hospital_of(s));
    struct proposal p;
    struct slot_day slots;

    if (!who)
        return step_stay();
    slot_day_of(&me->view.offer, who->id, me->month.chosen, booking_day_closed(me, me->month.chosen), &slots);
    if (!slot_offered(&slots, me->row, me->view.minutes)) {
        app_say(s->app, SAY_GUIDE, N_("This time is not free. 4 takes any time in words."), NULL);
        return step_stay();
    }
    struct booking_place at = { .specialist = who->id, .day = me->month.chosen, .start_min = me->row, .come_min = -1, .place = "" };
    if (slot_find_next(&in, who->id, me->month.chosen, me->row, 1, &p) && p.start_min == me->row) {
        at.room = p.room;
        at.place = p.place;
    } else
        at.room = room_for(&me->view.offer, slots.room[me->row / SLOT_MINUTES], slots.place[me->row / SLOT_MINUTES],
            me->month.chosen, me->row, me->view.minutes);
    if (me->offering)
        toggle_offered(me, &at);
    else
        booking_choose(s, &at, 0);
    return step_stay();
}

/* --- the screen itself */

static bool booking_reload(struct screen *s, struct err *e)
{
    struct booking *me = s->state;

    if (!desk_booking_view(desk_of(s), me->id, false, me->month.chosen, &s->view, &me->view, e))
        return false;
    case_subject(s, &me->view.v.c);
    return true;
}

/* Where the clerk looks first: the booked day, an offered one, the best proposal, the next open day. */
static day first_day(const struct booking_view *v)
{
    day next = v->v.today;

    if (v->booked)
        return v->booked->day;
    if (v->n_held)
        return v->held[0]->day;
    if (v->n_proposals)
        return v->proposals[0].day;
    return calendar_open_from(v->v.calendar, v->opening, day_add(next, 1), &next) ? next : v->v.today;
}

static bool booking_open(struct screen *s, const void *arg, struct err *e)
{
    const struct place_arg *place = arg;
    struct booking *me = s->state;

    me->id = place->request;
    me->screen = s;
    me->month = (struct month_calendar){ .chosen = desk_today(desk_of(s)), .first = DAY_NONE, .last = DAY_NONE, .mark = mark,
        .user = me };
    if (!desk_booking_view(desk_of(s), me->id, true, me->month.chosen, &s->view, &me->view, e))
        return false;
    case_subject(s, &me->view.v.c);
    me->month.chosen = first_day(&me->view);
    me->form = form_new(&booking_form_def, me);
    form_set(me->form, "slip", "print");
    form_set_clean(me->form);
    me->row = 540;
    booking_start_again(me);
    if (!booking_reload(s, e)) {
        form_free(me->form);
        return false;
    }
    booking_draft_offer(s);
    return true;
}

static void booking_close(struct screen *s)
{
    struct booking *me = s->state;

    booking_draft_keep(s);
    form_free(me->form);
}

static void month_moved(struct screen *s, day before)
{
    struct booking *me = s->state;
    int first, last, y, m, d, y2, m2;

    day_to_ymd(before, &y, &m, &d);
    day_to_ymd(me->month.chosen, &y2, &m2, &d);
    if ((y != y2 || m != m2) && !app_reload(s->app)) {
        me->month.chosen = before; /* whose times are known */
        return;
    }
    booking_rows(me, &first, &last);
    me->row = first;
    me->went = true;
}

static struct step grid_key(struct screen *s, struct key k)
{
    struct booking *me = s->state;
    int n = booking_columns(me), first, last;

    booking_rows(me, &first, &last);
    switch (k.code) {
    case K_UP:
        me->row -= me->row >= GRID_STEP ? GRID_STEP : 0;
        return step_stay();
    case K_DOWN:
        me->row += me->row + GRID_STEP < DAY_MINUTES ? GRID_STEP : 0;
        return step_stay();
    case K_LEFT:
        me->column -= me->column > 0;
        return step_stay();
    case K_RIGHT:
        me->column += me->column + 1 < n;
        return step_stay();
    case K_ENTER:
        return choose_cell(s);
    default:
        return step_unused();
    }
}

static struct step month_key(struct screen *s, struct key k)
{
    struct booking *me = s->state;
    day before = me->month.chosen;
    enum calendar_result r = calendar_key(&me->month, k);

    if (r == CALENDAR_MOVED)
        month_moved(s, before);
    if (r == CALENDAR_OPEN) {
        int first, last;
        booking_rows(me, &first, &last);
        me->focus = FOCUS_GRID;
        me->row = first;
    }
    return r == CALENDAR_UNUSED ? step_unused() : step_stay();
}

static struct step form_keys(struct screen *s, struct key k)
{
    struct booking *me = s->state;
    enum form_result r = form_key(me->form, k);

    if (r == FORM_END) {
        me->focus = FOCUS_MONTH;
        return step_stay();
    }
    return r == FORM_UNUSED ? step_unused() : step_stay();
}

static struct step booking_key(struct screen *s, struct key k)
{
    struct booking *me = s->state;
    struct key digit = key_fold(k);
    bool shift = k.mods & MOD_SHIFT;

    if (me->focus == FOCUS_FORM) {
        struct step used = form_keys(s, k);
        if (used.kind != STEP_UNUSED || k.code != K_TAB)
            return used;
    }
    if (k.code == K_TAB) {
        me->focus = (enum booking_focus)((me->focus + (shift ? 2 : 1)) % 3);
        if (me->focus == FOCUS_FORM)
            form_focus_first(me->form);
        return step_stay();
    }
    if (digit.code == K_CHAR && !digit.mods && digit.text[0] >= '1' && digit.text[0] <= '3')
        return pick(s, (size_t)(digit.text[0] - '1'));
    return me->focus == FOCUS_GRID ? grid_key(s, k) : month_key(s, k);
}

static struct step run_today(struct screen *s)
{
    struct booking *me = s->state;
    day before = me->month.chosen;

    me->month.chosen = me->view.v.today;
    month_moved(s, before);
    app_reload(s->app);
    return step_stay();
}

static struct step run_month(struct screen *s, int months)
{
    struct booking *me = s->state;
    day before = me->month.chosen;

    calendar_month(&me->month, months);
    month_moved(s, before);
    return step_stay();
}

static struct step run_before(struct screen *s)
{
    return run_month(s, -1);
}

static struct step run_after(struct screen *s)
{
    return run_month(s, 1);
}

static const struct form *booking_form(const struct screen *s)
{
    const struct booking *me = screen_state(s);

    return me->focus == FOCUS_FORM ? me->form : NULL;
}

static const char *booking_help(const struct screen *s)
{
    const struct booking *me = screen_state(s);

    if (me->focus == FOCUS_FORM)
        return NULL;
    return me->focus == FOCUS_GRID ? N_("Arrows: time and doctor. Enter takes it. Late: ends after the cashier closes.")
                                   : N_("1-5 choose. Arrows: day. Enter: its times. Tab: place, told, slip.");
}

static const struct action booking_actions[] = {
    { .id = "booking.commit", .key = "F12", .label = N_("Book"), .rank = 1,
        .help = N_("Books the chosen place, or holds the marked dates."), .usable = booking_can_commit, .run = booking_commit },
    { .id = "booking.cancel", .key = "F4", .label = N_("Cancel"), .rank = 3,
        .help = N_("Cancels the booking, or releases the offered dates, with a reason."), .usable = booking_can_cancel, .run = booking_cancel },
    { .id = "booking.before", .key = "F6", .label = N_("Prev mo."), .rank = 6, .help = N_("The month before."), .run = run_before },
    { .id = "booking.after", .key = "F7", .label = N_("Next mo."), .rank = 7, .help = N_("The next month."), .run = run_after },
    { .id = "booking.slip", .key = "F8", .label = N_("Slip"), .rank = 4, .help = N_("Prints the appointment slip again."),
        .usable = booking_can_print, .run = booking_slip },
    { .id = "booking.today", .key = "F5", .label = N_("Today"), .rank = 0, .help = N_("Goes to today and reads everything again."),
        .run = run_today },
    { .id = "booking.move", .key = "v", .second = "Alt+V", .label = N_("Move"), .rank = 2,
        .help = N_("Moves the booking to the chosen place, with a reason."), .usable = booking_can_move, .run = booking_move },
    { .id = "booking.told", .key = "t", .second = "Alt+T", .label = N_("Was told"), .rank = 5,
        .help = N_("Notes that the visitor was told the date today, and how."), .usable = booking_can_tell, .run = booking_told },
    { .id = "booking.history", .key = "Alt+D", .label = N_("History"), .rank = 0,
        .help = N_("Every date that was offered, booked, moved or cancelled, with who and why."), .run = booking_history_open },
    { .id = "booking.free", .key = "4", .second = "Alt+N", .label = N_("Freely"), .rank = 8,
        .help = N_("Date, time, doctor and place written freely."), .usable = booking_can_choose, .run = run_free },
    { .id = "booking.hold", .key = "h", .second = "5", .label = N_("Hold"), .rank = 9,
        .help = N_("Offers dates to the visitor and holds them until the answer."), .usable = booking_can_choose, .run = run_offering },
    { .id = NULL },
};

const struct screen_ops booking_screen = { .name = "booking", .title = N_("Booking"), .kind = SCREEN_PAGE,
    .state_bytes = sizeof(struct booking), .actions = booking_actions, .open = booking_open, .close = booking_close,
    .pause = booking_draft_keep, .reload = booking_reload, .key = booking_key, .result = booking_result, .draw = booking_draw,
    .help = booking_help, .form = booking_form };

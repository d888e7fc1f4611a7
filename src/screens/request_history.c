/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was changed in a request since it was taken: which field, from what to what, by whom and when. */
#include "desk/request.h"
#include "screens/request_parts.h"
#include "text/era.h"

/* Columns whose fields have another name on the form. */
static const struct {
    const char *column, *field;
} renamed[] = { { "purposes", "purpose" }, { "referrer_institution", "institution" }, { "referrer_doctor", "doctor" } };

static const struct form_field *field_of(const char *column)
{
    static const struct form_def *const forms[] = { &request_form_def, &requester_form_def };

    for (size_t i = 0; i < COUNT_OF(renamed); i++)
        if (str_eq(renamed[i].column, column))
            column = renamed[i].field;
    for (size_t i = 0; i < COUNT_OF(forms); i++)
        for (size_t k = 0; k < forms[i]->n; k++)
            if (str_eq(forms[i]->fields[k].id, column))
                return &forms[i]->fields[k];
    return NULL;
}

static const char *value_text(const struct screen *s, const struct policy *p, const struct form_field *f, const char *value,
    struct arena *a)
{
    char on[DATE_TEXT];
    day d;

    if (*value == '\0')
        return "-";
    if (f->kind == FIELD_DATE && day_parse_iso(value, &d))
        return arena_strdup(a, date_text(d, lang_of_screen(s), DATE_ERA_SHORT, on));
    for (const struct choice *c = f->choices; c && c->value; c++)
        if (str_eq(c->value, value))
            return tr(app_catalog(s->app), c->label);
    const struct policy_group *disease = str_eq(f->id, "disease") ? policy_disease(p, value) : NULL;
    return disease ? bilingual_in(disease->rule.title, lang_of_screen(s)) : value;
}

/* The directory's own numbers say nothing to a reader. */
static bool is_number_of_directory(const char *column)
{
    return str_starts(column, "referrer_") && !str_eq(column, "referrer_agrees");
}

static const char *change_text(const struct screen *s, const struct case_view *v, const struct field_change *x, struct arena *a)
{
    const struct form_field *f = field_of(x->field);
    char on[DATE_TEXT], time[HM_TEXT];
    day d;
    hm t;

    instant_civil(x->at, hospital_of(s)->offset, &d, &t);
    hm_text(t, time);
    const char *head = arena_printf(a, "%s %s  %s", date_text(d, lang_of_screen(s), DATE_SHORT, on), time,
        f ? tr(app_catalog(s->app), f->label) : !str_eq(x->field, "ended_why") ? x->field
            : tr(app_catalog(s->app), str_empty(x->was) ? N_("Ended") : N_("Not ended after all")));
    if (str_eq(x->field, "ended_why"))
        return arena_printf(a, "%s  %s", head, x->became);
    if (!f || is_number_of_directory(x->field))
        return head;
    return arena_printf(a, "%s  %s -> %s", head, value_text(s, v->policy, f, x->was, a),
        value_text(s, v->policy, f, x->became, a));
}

/* Patient and request both keep the language of the papers: one answer of the form is one line. */
static bool said_before(const struct field_change *rows, size_t i)
{
    for (size_t k = i; k > 0 && rows[k - 1].at.s == rows[i].at.s; k--)
        if (str_eq(rows[k - 1].field, rows[i].field) && str_eq(rows[k - 1].was, rows[i].was)
            && str_eq(rows[k - 1].became, rows[i].became))
            return true;
    return false;
}

struct step request_history_open(struct screen *s, const struct case_view *v, int tag)
{
    struct pick_arg arg = { .title = N_("Changes of this request") };
    struct field_change *rows;
    struct err e = ERR_INIT;
    size_t n;

    if (!desk_request_history(desk_of(s), &v->c, &s->view, &rows, &n, &e)) {
        app_say_err(s->app, &e);
        return step_stay();
    }
    if (n == 0) {
        app_say(s->app, SAY_GUIDE, N_("Nothing was changed since the request was taken."), NULL);
        return step_stay();
    }
    struct pick_item *items = ARENA_ARRAY(&s->view, struct pick_item, n);
    for (size_t i = 0; i < n; i++) {
        if (said_before(rows, i))
            continue;
        items[arg.n++] = (struct pick_item){ .text = change_text(s, v, &rows[i], &s->view), .hint = rows[i].by_name,
            .dim = true, .personal = true };
    }
    arg.items = items;
    return dialog_pick(s, &arg, tag);
}

const struct override_row *request_to_approve(const struct casefile *c)
{
    for (size_t i = 0; i < c->n_overrides; i++)
        if (!c->overrides[i].answered)
            return &c->overrides[i];
    return NULL;
}

struct step request_approval_ask(struct screen *s, const struct override_row *o, int tag)
{
    const struct catalog *c = app_catalog(s->app);
    const struct pick_item items[] = { { .text = tr(c, N_("approve")), .id = 1 }, { .text = tr(c, N_("do not approve")), .id = 2 } };
    struct pick_arg arg = { .title = N_("Approval"), .personal = true, .items = items, .n = COUNT_OF(items) };

    msg_set(&arg.text, N_("%1$s, to be approved: %2$s"), o->by_name, o->reason, NULL);
    return dialog_pick(s, &arg, tag);
}

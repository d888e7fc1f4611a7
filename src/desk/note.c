/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/note.h"

#include "desk/act.h"
#include "domain/request_check.h"
#include "store/note_store.h"

bool desk_note_add(struct desk *d, const struct note_draft *x, int64_t *id, struct err *e)
{
    struct act a;

    if (str_empty(x->text))
        return err_set(e, ERR_INPUT, "text", N_("The note is empty. Write what the others must know."), NULL);
    if (!free_text_check(x->text, "text", x->other_number, e))
        return false;
    if (day_known(x->until) && day_cmp(x->until, desk_today(d)) < 0)
        return err_set(e, ERR_RULE, "until", N_("This date has passed. Enter today or a later day."), NULL);
    if (!act_begin(d, ACT_NOTE_ADD, NO_SECOND, NULL, &a, e))
        return false;
    bool ok = note_store_add(a.db,
             &(struct note){ .counter = desk_hospital(d)->counter, .request = x->request, .text = x->text, .at = a.at,
                 .by = a.by, .until = x->until },
             id, e)
        && act_trail(&a, "note", *id, NULL, e);
    return act_end(&a, ok, e);
}

bool desk_note_done(struct desk *d, int64_t id, struct err *e)
{
    struct act a;

    if (!act_begin(d, ACT_NOTE_DONE, NO_SECOND, NULL, &a, e))
        return false;
    return act_end(&a, note_store_done(a.db, id, a.at, a.by, e) && act_trail(&a, "note", id, NULL, e), e);
}

bool desk_notes(struct desk *d, struct arena *a, struct note_line **out, size_t *n, struct err *e)
{
    const struct hospital *h = desk_hospital(d);
    struct note *rows;
    hm ignored;

    *n = 0;
    if (!act_may_read(d, ACT_REQUEST_READ, e) || !note_store_list(desk_db(d), h->counter, desk_today(d), a, &rows, n, e))
        return false;
    *out = ARENA_ARRAY(a, struct note_line, *n + 1);
    for (size_t i = 0; i < *n; i++) {
        (*out)[i] = (struct note_line){ .id = rows[i].id, .request = rows[i].request, .year = rows[i].year,
            .number = rows[i].number, .text = rows[i].text, .by_name = rows[i].by_name, .until = rows[i].until };
        instant_civil(rows[i].at, h->offset, &(*out)[i].on, &ignored);
    }
    return true;
}

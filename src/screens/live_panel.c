/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "screens/live_panel.h"

#include "desk/request.h"

/* The panel as it was drawn, and for what. Small: it is drawn in a grid of its own. */
struct picture {
    bool drawn;
    bool other;
    struct grid grid; /* and in which language */
};

struct live_panel {
    struct arena kept, asking; /* of the judgement; of what is asked at the present key */
    const struct casefile *c;
    struct answer_in asked;
    bool judged;
    struct judgement j;
    struct picture *picture; /* its own memory: drawing changes nothing else */
};

struct live_panel *live_panel_new(void)
{
    struct live_panel *p = calloc(1, sizeof *p);

    BUG_IF(!p);
    p->picture = calloc(1, sizeof *p->picture);
    BUG_IF(!p->picture);
    arena_init(&p->kept);
    arena_init(&p->asking);
    grid_init(&p->picture->grid, 1, 1);
    return p;
}

void live_panel_free(struct live_panel *p)
{
    if (!p)
        return;
    grid_fini(&p->picture->grid);
    free(p->picture);
    arena_fini(&p->kept);
    arena_fini(&p->asking);
    free(p);
}

void live_panel_forget(struct live_panel *p)
{
    p->judged = p->picture->drawn = false;
}

bool live_panel_judge(struct live_panel *p, struct desk *d, const struct casefile *c)
{
    struct err e = ERR_INIT;
    struct answer_in asked;

    arena_reset(&p->asking);
    if (!desk_request_ask(d, c, &p->asking, &asked, &e)) {
        bool was = p->judged;
        live_panel_forget(p);
        return was;
    }
    if (p->judged && answer_in_same(&asked, &p->asked))
        return false;
    struct arena before = p->kept;
    p->kept = p->asking; /* what was asked is kept with the answer */
    p->asking = before;
    live_panel_forget(p);
    p->c = c;
    p->asked = asked;
    judge_answer(&asked, &p->kept, &p->j);
    p->judged = true;
    return true;
}

const struct policy *live_panel_policy(const struct live_panel *p)
{
    return p->judged ? p->j.policy : NULL;
}

void live_panel_draw(const struct live_panel *p, const struct screen *s, struct grid *g, struct rect at, bool other)
{
    struct picture *x = p->picture;

    if (x->grid.rows != at.rows || x->grid.cols != at.cols) {
        grid_resize(&x->grid, at.rows, at.cols);
        x->drawn = false;
    }
    if (!x->drawn || x->grid.lang != g->lang || x->grid.veiled != g->veiled || x->other != other) {
        grid_clear(&x->grid);
        x->grid.catalog = g->catalog;
        x->grid.lang = g->lang;
        x->grid.user = g->user;
        x->grid.veiled = g->veiled;
        case_panel_draw(s, &x->grid, (struct rect){ 0, 0, at.rows, at.cols }, p->c, &p->j, other, 0);
        x->drawn = true;
        x->other = other;
    }
    grid_paste(g, at.row, at.col, &x->grid);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/formstate.h"

static bool is_field(const struct form_def *def, size_t i)
{
    return def->fields[i].row == ROW_FIELD;
}

/* --- memory */

static char *copy_text(const char *s)
{
    char *copy = strdup(s);

    BUG_IF(!copy);
    return copy;
}

static void wipe_text(char *s)
{
    if (s)
        explicit_bzero(s, strlen(s));
    free(s);
}

/* --- ids: a form of fifty fields is read at every key */

static size_t hash_of(const char *id)
{
    uint32_t h = 2166136261U; /* FNV-1a */

    for (; *id; id++)
        h = (h ^ (unsigned char)*id) * 16777619U;
    return h;
}

/* The place in by_id where this id stands, or would. */
static size_t *slot_of(const struct form *f, const char *id)
{
    size_t at = hash_of(id) % f->slots;

    while (f->by_id[at] < f->def->n && !str_eq(f->def->fields[f->by_id[at]].id, id))
        at = (at + 1) % f->slots;
    return &f->by_id[at];
}

static void index_ids(struct form *f)
{
    f->slots = f->def->n * 2;
    f->by_id = calloc(f->slots, sizeof *f->by_id);
    BUG_IF(!f->by_id);
    for (size_t i = 0; i < f->slots; i++)
        f->by_id[i] = f->def->n; /* nobody */
    for (size_t i = 0; i < f->def->n; i++)
        if (is_field(f->def, i) && f->def->fields[i].id)
            *slot_of(f, f->def->fields[i].id) = i;
}

static size_t index_of(const struct form *f, const char *id)
{
    size_t i = *slot_of(f, id);

    BUG_IF(i == f->def->n); /* no such field: a misspelt id */
    return i;
}

/* What the present key changes is drawn again: see form_key_rows. */
static void touch(struct form *f, size_t i)
{
    f->key_first = i < f->key_first ? i : f->key_first;
    f->key_end = i + 1 > f->key_end ? i + 1 : f->key_end;
}

struct form *form_new(const struct form_def *def, void *user)
{
    struct form *f = calloc(1, sizeof *f);

    BUG_IF(!f || def->n == 0);
    f->def = def;
    f->user = user;
    f->cells = calloc(def->n, sizeof *f->cells);
    f->spans = calloc(def->n, sizeof *f->spans);
    BUG_IF(!f->cells || !f->spans);
    f->rows = form_spans(def, f->spans);
    index_ids(f);
    for (size_t i = 0; i < def->n; i++) {
        const struct form_field *d = &def->fields[i];
        if (!is_field(def, i))
            continue;
        BUG_IF(d->kind == FIELD_LINES && d->cells == 0);
        struct field_spec spec = { .kind = d->kind,
            .cells = d->cells > 0 ? d->cells : 20,
            .rows = d->rows,
            .max_clusters = d->max_clusters,
            .max_bytes = d->max_bytes,
            .choices = d->choices };
        f->cells[i].field = field_new(&spec);
        f->cells[i].base = copy_text("");
    }
    form_focus_first(f);
    return f;
}

static void drop_cleared(struct form *f)
{
    for (size_t i = 0; f->cleared && i < f->def->n; i++)
        wipe_text(f->cleared[i]);
    free(f->cleared);
    f->cleared = NULL;
}

void form_free(struct form *f)
{
    if (!f)
        return;
    drop_cleared(f);
    for (size_t i = 0; i < f->def->n; i++) {
        field_free(f->cells[i].field);
        wipe_text(f->cells[i].base);
    }
    free(f->cells);
    free(f->spans);
    free(f->by_id);
    free(f);
}

const struct form_def *form_def(const struct form *f)
{
    return f->def;
}

/* --- texts */

const char *form_get(const struct form *f, const char *id)
{
    return field_text(f->cells[index_of(f, id)].field);
}

static void set_base(struct form *f, size_t i)
{
    wipe_text(f->cells[i].base);
    f->cells[i].base = copy_text(field_text(f->cells[i].field));
}

void form_set(struct form *f, const char *id, const char *text)
{
    size_t i = index_of(f, id);

    field_set(f->cells[i].field, text);
    set_base(f, i);
    f->cells[i].marked = false;
    touch(f, i);
}

static void changed(struct form *f, size_t i)
{
    f->cells[i].marked = false;
    f->cells[i].touched = true;
    touch(f, i);
    if (f->def->changed)
        f->def->changed(f->user, f, f->def->fields[i].id);
}

void form_edit(struct form *f, const char *id, const char *text)
{
    size_t i = index_of(f, id);

    if (field_replace(f->cells[i].field, text) == FIELD_EDITED)
        changed(f, i);
}

static bool cell_dirty(const struct form_cell *c)
{
    return c->field && !str_eq(field_text(c->field), c->base);
}

bool form_field_dirty(const struct form *f, const char *id)
{
    return cell_dirty(&f->cells[index_of(f, id)]);
}

bool form_dirty(const struct form *f)
{
    for (size_t i = 0; i < f->def->n; i++)
        if (cell_dirty(&f->cells[i]))
            return true;
    return false;
}

void form_set_clean(struct form *f)
{
    for (size_t i = 0; i < f->def->n; i++)
        if (f->cells[i].field)
            set_base(f, i);
}

void form_clear(struct form *f)
{
    char **before = calloc(f->def->n, sizeof *before);

    BUG_IF(!before);
    drop_cleared(f);
    for (size_t i = 0; i < f->def->n; i++) {
        if (!f->cells[i].field || (f->def->fields[i].flags & FORM_READONLY))
            continue;
        before[i] = copy_text(field_text(f->cells[i].field));
        if (cell_dirty(&f->cells[i]) && field_replace(f->cells[i].field, f->cells[i].base) == FIELD_EDITED)
            changed(f, i);
    }
    drop_cleared(f);
    f->cleared = before;
    form_focus_first(f);
}

static void bring_back(struct form *f)
{
    char **texts = f->cleared;

    f->cleared = NULL;
    for (size_t i = 0; i < f->def->n; i++)
        if (texts[i] && field_replace(f->cells[i].field, texts[i]) == FIELD_EDITED)
            changed(f, i);
    drop_cleared(f);
    f->cleared = texts;
    drop_cleared(f);
}

bool form_undo(struct form *f)
{
    if (f->cleared) {
        bring_back(f);
        return true;
    }
    if (!field_undo(f->cells[f->focus].field))
        return false;
    changed(f, f->focus);
    return true;
}

/* --- the cursor */

bool form_is_asked(const struct form *f, size_t i)
{
    return !f->def->asked || f->def->asked(f->user, f, f->def->fields[i].id);
}

static bool can_focus(const struct form *f, size_t i)
{
    return f->cells[i].field && !(f->def->fields[i].flags & FORM_READONLY) && form_is_asked(f, i);
}

static void leave(struct form *f)
{
    struct form_cell *c = &f->cells[f->focus];

    if (!c->field)
        return;
    touch(f, f->focus);
    if (field_leave(c->field))
        changed(f, f->focus);
    bool touched = c->touched;
    c->touched = false;
    c->marked = c->marked || (touched && field_wrong(c->field));
    if (touched && f->def->left)
        f->def->left(f->user, f, f->def->fields[f->focus].id);
}

static void go_to(struct form *f, size_t i)
{
    if (i != f->focus)
        leave(f);
    f->focus = i;
    touch(f, i);
    if (f->cells[i].field)
        field_enter(f->cells[i].field);
}

/* The next place for the cursor in a direction; f->focus when there is none. */
static size_t beside(const struct form *f, size_t from, int direction)
{
    for (size_t i = from;;) {
        if (direction < 0 ? i == 0 : i + 1 == f->def->n)
            return from;
        i = direction < 0 ? i - 1 : i + 1;
        if (can_focus(f, i))
            return i;
    }
}

void form_focus_first(struct form *f)
{
    size_t i = 0;

    if (!can_focus(f, i))
        i = beside(f, 0, 1);
    go_to(f, i);
}

const char *form_focus(const struct form *f)
{
    return str_or(f->def->fields[f->focus].id, "");
}

void form_set_focus(struct form *f, const char *id)
{
    go_to(f, index_of(f, id));
}

const struct form_field *form_active(const struct form *f)
{
    return &f->def->fields[f->focus];
}

bool form_full(const struct form *f)
{
    const struct field *field = f->cells[f->focus].field;

    return field && field_full(field);
}

const char *form_help(const struct form *f)
{
    return form_active(f)->help;
}

/* First table row of the screen row on which i stands. */
static size_t row_start(const struct form *f, size_t i)
{
    while (i > 0 && (f->def->fields[i].flags & FORM_SAME_ROW))
        i--;
    return i;
}

/* The field a screen row up or down, as far along its row as the present one. */
static size_t above_below(const struct form *f, int direction)
{
    size_t start = row_start(f, f->focus), along = f->focus - start, i = f->focus;

    for (;;) {
        size_t next = beside(f, i, direction);
        if (next == i)
            return f->focus;
        i = next;
        if (row_start(f, i) != start)
            break;
    }
    size_t best = i, other = row_start(f, i);
    for (size_t j = other; j < f->def->n && row_start(f, j) == other && j - other <= along; j++)
        if (can_focus(f, j))
            best = j;
    return best;
}

/* --- keys */

static bool takes_shortcuts(enum field_kind kind)
{
    return kind == FIELD_YEN || kind == FIELD_DATE || kind == FIELD_TIME || kind == FIELD_NUMBER;
}

static bool shortcut(struct form *f, struct key k)
{
    struct form_cell *c = &f->cells[f->focus];
    const struct form_field *d = form_active(f);
    struct buf out;
    bool used = false;

    if (!f->def->shortcut || k.code != K_CHAR || k.mods || !takes_shortcuts(d->kind))
        return false;
    buf_init(&out, 1024);
    used = f->def->shortcut(f->user, f, d->id, key_fold(k), field_text(c->field), &out);
    if (used && field_replace(c->field, out.p) == FIELD_EDITED)
        changed(f, f->focus);
    buf_fini(&out);
    return used;
}

static enum form_result move_focus(struct form *f, size_t to, enum form_result at_edge)
{
    if (to == f->focus) {
        if (at_edge == FORM_END)
            leave(f);
        return at_edge;
    }
    go_to(f, to);
    return FORM_MOVED;
}

static enum form_result focus_key(struct form *f, struct key k)
{
    switch (k.code) {
    case K_ENTER:
        return k.mods ? FORM_UNUSED : move_focus(f, beside(f, f->focus, 1), FORM_END);
    case K_TAB:
        return k.mods & MOD_SHIFT ? move_focus(f, beside(f, f->focus, -1), FORM_UNUSED)
                                  : move_focus(f, beside(f, f->focus, 1), FORM_END);
    case K_UP:
    case K_DOWN:
        return move_focus(f, above_below(f, k.code == K_UP ? -1 : 1), FORM_UNUSED);
    default:
        return FORM_UNUSED;
    }
}

static bool is_undo(struct key k)
{
    return k.code == K_CHAR && (k.mods == MOD_CTRL || k.mods == MOD_ALT) && str_eq(k.text, "z");
}

enum form_result form_key(struct form *f, struct key k)
{
    struct form_cell *c = &f->cells[f->focus];

    f->key_focus = f->key_first = f->focus;
    f->key_end = f->focus + 1;
    if (!can_focus(f, f->focus))
        return focus_key(f, k);
    if (is_undo(k) && f->cleared)
        return form_undo(f) ? FORM_EDITED : FORM_UNUSED;
    if (shortcut(f, k)) {
        drop_cleared(f);
        return FORM_EDITED;
    }
    switch (field_key(c->field, k)) {
    case FIELD_EDITED:
        drop_cleared(f);
        changed(f, f->focus);
        return FORM_EDITED;
    case FIELD_MOVED:
    case FIELD_FULL:
        return FORM_MOVED;
    case FIELD_UNUSED:
        break;
    }
    return focus_key(f, k);
}

/* --- marks */

/* Nobody sees what stands in a secret that was refused: what is typed next would be added to it. The secrets
 * below it repeat it. */
static void clear_secrets(struct form *f, size_t from)
{
    for (size_t i = from; i < f->def->n; i++)
        if (is_field(f->def, i) && f->def->fields[i].kind == FIELD_SECRET) {
            field_set(f->cells[i].field, "");
            touch(f, i);
        }
}

bool form_mark_error(struct form *f, const struct err *e)
{
    for (size_t i = 0; i < f->def->n; i++)
        if (is_field(f->def, i) && str_eq(f->def->fields[i].id, e->field)) {
            f->cells[i].marked = true;
            touch(f, i);
            if (can_focus(f, i))
                go_to(f, i);
            if (f->def->fields[i].kind == FIELD_SECRET)
                clear_secrets(f, i);
            return true;
        }
    return false;
}

void form_mark(struct form *f, const char *id, bool on)
{
    size_t i = index_of(f, id);

    f->cells[i].marked = on;
    touch(f, i);
}

/* --- drafts */

static bool drafted(const struct form_field *d)
{
    return d->row == ROW_FIELD && d->kind != FIELD_SECRET && (d->kind != FIELD_YEN || d->flags & FORM_YEN_DRAFT)
        && !(d->flags & (FORM_NO_DRAFT | FORM_READONLY));
}

void form_save(const struct form *f, struct buf *out)
{
    buf_printf(out, "form %s %d\n", f->def->id, f->def->version);
    for (size_t i = 0; i < f->def->n; i++) {
        const struct form_field *d = &f->def->fields[i];
        if (!drafted(d) || !cell_dirty(&f->cells[i]))
            continue;
        buf_printf(out, "%s=", d->id);
        for (const char *s = field_text(f->cells[i].field); *s; s++) {
            if (*s == '\n' || *s == '\\')
                buf_puts(out, *s == '\n' ? "\\n" : "\\\\");
            else
                buf_putc(out, *s);
        }
        buf_putc(out, '\n');
    }
}

static bool head_matches(const struct form *f, const char *draft)
{
    char head[128];

    snprintf(head, sizeof head, "form %s %d\n", f->def->id, f->def->version);
    return str_starts(draft, head);
}

/* One "<field>=<text>" of n bytes; false when the form has no such field, or it takes no such
 * choice. */
static bool load_line(struct form *f, const char *line, size_t n)
{
    const char *equals = memchr(line, '=', n);
    struct buf text;
    bool taken = false;

    if (!equals)
        return false;
    buf_init(&text, 64 * 1024);
    for (const char *s = equals + 1; s < line + n; s++) {
        bool escaped = *s == '\\' && s + 1 < line + n;
        s += escaped;
        buf_putc(&text, escaped && *s == 'n' ? '\n' : *s);
    }
    for (size_t i = 0; i < f->def->n; i++) {
        const struct form_field *d = &f->def->fields[i];
        if (!drafted(d) || strlen(d->id) != (size_t)(equals - line) || !str_starts(line, d->id))
            continue;
        if (field_replace(f->cells[i].field, text.p) == FIELD_EDITED)
            changed(f, i);
        taken = !field_empty(f->cells[i].field) || text.len == 0;
    }
    explicit_bzero(text.p, text.len);
    buf_fini(&text);
    return taken;
}

bool form_load(struct form *f, const char *draft, int *skipped, struct err *e)
{
    int left_out = 0;

    if (!head_matches(f, draft))
        return err_set(e, ERR_INPUT, "draft",
            N_("This draft was kept by another version of the form and cannot be filled in. Please "
               "type it again."),
            NULL);
    for (const char *line = strchr(draft, '\n') + 1; *line;) {
        const char *end = strchr(line, '\n');
        size_t n = end ? (size_t)(end - line) : strlen(line);
        left_out += !load_line(f, line, n);
        line += n + (end != NULL);
    }
    if (skipped)
        *skipped = left_out;
    return true;
}

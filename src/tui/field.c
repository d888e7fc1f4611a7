/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/fieldstate.h"

#include "text/cluster.h"
#include "text/date_input.h"
#include "text/fold.h"
#include "text/kana.h"
#include "text/safe.h"
#include "text/utf8.h"

/* --- caps and memory */

static const struct {
    int clusters, bytes;
} default_caps[] = {
    [FIELD_TEXT] = { 120, 600 },
    [FIELD_KANA] = { 120, 600 },
    [FIELD_CODE] = { 40, 40 },
    [FIELD_NUMBER] = { 9, 9 },
    [FIELD_YEN] = { 12, 12 },
    [FIELD_DATE] = { 24, 96 },
    [FIELD_TIME] = { 16, 64 },
    [FIELD_CHOICE] = { 64, 64 },
    [FIELD_SECRET] = { 128, 512 },
    [FIELD_LINES] = { 2000, 8000 },
};

struct field *field_new(const struct field_spec *spec)
{
    struct field *f = calloc(1, sizeof *f);

    BUG_IF(!f || spec->cells < 1);
    f->spec = *spec;
    if (f->spec.max_clusters <= 0)
        f->spec.max_clusters = default_caps[spec->kind].clusters;
    if (f->spec.max_bytes <= 0)
        f->spec.max_bytes = spec->max_clusters > default_caps[spec->kind].clusters
            ? spec->max_clusters * 8
            : default_caps[spec->kind].bytes;
    if (spec->kind != FIELD_LINES || f->spec.rows < 1)
        f->spec.rows = 1;
    f->text = calloc(1, (size_t)f->spec.max_bytes + 1);
    BUG_IF(!f->text);
    return f;
}

static void snaps_free(struct snap *snaps, int *n)
{
    while (*n > 0) {
        char *text = snaps[--*n].text;
        explicit_bzero(text, strlen(text));
        free(text);
    }
}

void field_free(struct field *f)
{
    if (!f)
        return;
    snaps_free(f->undo, &f->undo_n);
    snaps_free(f->redo, &f->redo_n);
    explicit_bzero(f->text, (size_t)f->spec.max_bytes);
    free(f->text);
    free(f);
}

const struct field_spec *field_spec(const struct field *f)
{
    return &f->spec;
}

const char *field_text(const struct field *f)
{
    return f->text;
}

bool field_empty(const struct field *f)
{
    return f->len == 0;
}

int field_clusters(const struct field *f)
{
    return (int)cluster_count(f->text);
}

int field_cursor_cluster(const struct field *f)
{
    int n = 0;

    for (size_t at = 0; at < f->at; at = cluster_next(f->text, at))
        n++;
    return n;
}

/* --- undo */

static void snap_push(struct snap *snaps, int *n, const struct field *f)
{
    if (*n == UNDO_MAX) {
        explicit_bzero(snaps[0].text, strlen(snaps[0].text));
        free(snaps[0].text);
        memmove(snaps, snaps + 1, (UNDO_MAX - 1) * sizeof *snaps);
        --*n;
    }
    char *copy = strdup(f->text);
    BUG_IF(!copy);
    snaps[(*n)++] = (struct snap){ copy, f->at };
}

/* Before an edit. Characters typed in a row, and erased in a row, are one step. */
static void remember(struct field *f, enum edit kind)
{
    if (f->spec.kind == FIELD_SECRET)
        return;
    if (kind == EDIT_OTHER || kind != f->last || f->undo_n == 0)
        snap_push(f->undo, &f->undo_n, f);
    f->last = kind;
    snaps_free(f->redo, &f->redo_n);
}

static void put_text(struct field *f, const char *text, size_t at)
{
    size_t n = strlen(text);

    BUG_IF(n > (size_t)f->spec.max_bytes);
    memmove(f->text, text, n);
    explicit_bzero(f->text + n, (size_t)f->spec.max_bytes + 1 - n);
    f->len = n;
    f->at = at;
    field_keep_seen(f);
}

static bool take_back(struct field *f, struct snap *from, int *from_n, struct snap *to, int *to_n)
{
    if (*from_n == 0)
        return false;
    snap_push(to, to_n, f);
    struct snap s = from[--*from_n];
    put_text(f, s.text, s.at);
    explicit_bzero(s.text, strlen(s.text));
    free(s.text);
    f->last = EDIT_NONE;
    return true;
}

bool field_undo(struct field *f)
{
    return take_back(f, f->undo, &f->undo_n, f->redo, &f->redo_n);
}

bool field_redo(struct field *f)
{
    return take_back(f, f->redo, &f->redo_n, f->undo, &f->undo_n);
}

/* --- which characters a kind takes */

static bool folds(enum field_kind kind)
{
    return kind == FIELD_CODE || kind == FIELD_NUMBER || kind == FIELD_YEN || kind == FIELD_DATE
        || kind == FIELD_TIME;
}

static bool takes(enum field_kind kind, uint32_t c)
{
    switch (kind) {
    case FIELD_NUMBER:
    case FIELD_YEN:
        return c >= '0' && c <= '9';
    case FIELD_TIME:
        return (c >= '0' && c <= '9') || c == ':' || c == '.' || c == '+' || c == '-' || c >= 0x80; /* 午後2時半; +2 is told to be none */
    case FIELD_CODE:
        return c >= ' ' && c < 0x7F;
    case FIELD_LINES:
        return c == '\n' || c >= ' ';
    default:
        return c >= ' ';
    }
}

/* A joiner belongs to the emoji before it, which may stand in notes and not in names. */
static bool joins_emoji(const struct field *f, uint32_t c, const struct buf *before)
{
    const char *text = before->len > 0 ? before->p : f->text;
    size_t end = before->len > 0 ? before->len : f->at, last = utf8_before(text, end);
    char pair[2 * UTF8_MAX + 1] = "";
    struct safe_finding found;

    if (c != 0x200D || f->spec.kind != FIELD_LINES || end == last)
        return false;
    memcpy(pair, text + last, end - last);
    utf8_encode(c, pair + (end - last));
    return safe_check(pair, true, &found);
}

/* What of a text may stand in this field: unsafe characters and those its kind does not take are
 * left out; on one line, line ends become a blank. */
static void admit(const struct field *f, const char *text, struct buf *out)
{
    enum field_kind kind = f->spec.kind;
    bool gap = false;

    while (*text) {
        struct safe_finding found;
        uint32_t c = utf8_next(&text);
        char bytes[UTF8_MAX + 1] = "";
        if (c == '\t' || (c == '\n' && kind != FIELD_LINES) || c == 0x2028 || c == 0x2029) {
            gap = out->len > 0;
            continue;
        }
        if (folds(kind))
            c = fold_ascii_char(c);
        utf8_encode(c, bytes);
        if (!takes(kind, c) || !(safe_check(bytes, true, &found) || joins_emoji(f, c, out)))
            continue;
        if (gap && takes(kind, ' '))
            buf_putc(out, ' ');
        gap = false;
        buf_puts(out, bytes);
    }
}

/* --- changing */

static void to_border(struct field *f)
{
    size_t at = 0;

    while (at < f->at)
        at = cluster_next(f->text, at);
    f->at = at;
}

/* The head of ins that fits into the caps between head and tail of the present text. */
static size_t fitting(const struct field *f, const char *ins)
{
    size_t room = (size_t)f->spec.max_bytes - f->len, n = 0;
    int left = f->spec.max_clusters - (int)cluster_count(f->text);
    /* a mark that joins the cluster before the cursor takes no cluster of its own */
    int joins = 1;

    while (ins[n]) {
        size_t next = cluster_next(ins, n);
        if (next > room || left + joins <= 0)
            break;
        n = next;
        left--;
    }
    return n;
}

static bool over_caps(const struct field *f, const char *text)
{
    return (int)cluster_count(text) > f->spec.max_clusters
        || strlen(text) > (size_t)f->spec.max_bytes;
}

static enum field_result insert_admitted(struct field *f, const char *ins, enum edit kind)
{
    struct buf text;
    size_t n = fitting(f, ins);

    buf_init(&text, (size_t)f->spec.max_bytes + 64 * 1024);
    for (;;) {
        buf_clear(&text);
        buf_add(&text, f->text, f->at);
        buf_add(&text, ins, n);
        buf_puts(&text, f->text + f->at);
        if (n == 0 || !over_caps(f, text.p))
            break;
        n = cluster_prev(ins, n);
    }
    f->full = ins[n] != '\0';
    if (n > 0) {
        remember(f, kind);
        put_text(f, text.p, f->at + n);
        to_border(f);
        field_keep_seen(f);
    }
    buf_fini(&text);
    return n > 0 ? FIELD_EDITED : FIELD_FULL;
}

static enum field_result insert(struct field *f, const char *text, enum edit kind)
{
    struct buf admitted;
    enum field_result result = FIELD_UNUSED;

    if (f->spec.kind == FIELD_CHOICE)
        return FIELD_UNUSED;
    buf_init(&admitted, PASTE_MAX);
    admit(f, text, &admitted);
    if (admitted.len > 0)
        result = insert_admitted(f, admitted.p, kind);
    buf_fini(&admitted);
    return result;
}

enum field_result field_insert(struct field *f, const char *text)
{
    return insert(f, text, EDIT_OTHER);
}

static const struct choice *choice_of(const struct field *f, const char *value)
{
    for (const struct choice *c = f->spec.choices; c && c->value; c++)
        if (str_eq(c->value, value))
            return c;
    return NULL;
}

/* Text from outside, cut to the caps; for a choice only a value of its table. */
static void set_capped(struct field *f, const char *text)
{
    char *copy = calloc(1, (size_t)f->spec.max_bytes + 1);

    BUG_IF(!copy);
    if (f->spec.kind != FIELD_CHOICE || choice_of(f, text)) {
        size_t n = 0;
        for (int i = 0; i < f->spec.max_clusters; i++) {
            size_t next = cluster_next(text, n);
            if (next > (size_t)f->spec.max_bytes)
                break;
            n = next;
        }
        memcpy(copy, text, n);
    }
    put_text(f, copy, strlen(copy));
    explicit_bzero(copy, strlen(copy));
    free(copy);
}

void field_set(struct field *f, const char *text)
{
    snaps_free(f->undo, &f->undo_n);
    snaps_free(f->redo, &f->redo_n);
    f->last = EDIT_NONE;
    set_capped(f, text ? text : "");
}

enum field_result field_replace(struct field *f, const char *text)
{
    if (str_eq(f->text, text))
        return FIELD_MOVED;
    remember(f, EDIT_OTHER);
    set_capped(f, text);
    return FIELD_EDITED;
}

enum field_result field_clear(struct field *f)
{
    return field_replace(f, "");
}

static enum field_result erase(struct field *f, size_t from, size_t to)
{
    if (from >= to)
        return FIELD_UNUSED;
    remember(f, EDIT_ERASE);
    memmove(f->text + from, f->text + to, f->len - to + 1);
    f->len -= to - from;
    explicit_bzero(f->text + f->len, (size_t)f->spec.max_bytes + 1 - f->len);
    f->at = from;
    to_border(f);
    field_keep_seen(f);
    return FIELD_EDITED;
}

/* --- choices */

const struct choice *field_choice(const struct field *f)
{
    return f->len ? choice_of(f, f->text) : NULL;
}

static enum field_result choose_by(struct field *f, int direction)
{
    const struct choice *table = f->spec.choices, *now = field_choice(f);
    int n = 0;

    while (table && table[n].value)
        n++;
    if (n == 0)
        return FIELD_UNUSED;
    int at = now ? (int)(now - table) + direction : direction > 0 ? 0 : n - 1;
    return field_replace(f, table[(at + n) % n].value);
}

static enum field_result choice_key(struct field *f, struct key k)
{
    struct key folded = key_fold(k);

    if (k.code == K_LEFT || k.code == K_RIGHT)
        return choose_by(f, k.code == K_LEFT ? -1 : 1);
    if (k.code == K_BACKSPACE || k.code == K_DELETE)
        return field_empty(f) ? FIELD_UNUSED : field_clear(f);
    if (folded.code != K_CHAR || folded.mods)
        return FIELD_UNUSED;
    if (str_eq(folded.text, " "))
        return choose_by(f, 1);
    for (const struct choice *c = f->spec.choices; c && c->value; c++)
        if (str_eq(c->key, folded.text))
            return field_replace(f, c->value);
    return FIELD_UNUSED;
}

/* --- keys */

static enum field_result move_to(struct field *f, size_t at)
{
    f->last = EDIT_NONE;
    if (at == f->at)
        return FIELD_UNUSED;
    f->at = at;
    field_keep_seen(f);
    return FIELD_MOVED;
}

static enum field_result control_key(struct field *f, const char *letter)
{
    bool changed = false;

    if (str_eq(letter, "z"))
        changed = field_undo(f);
    else if (str_eq(letter, "y"))
        changed = field_redo(f);
    else
        return FIELD_UNUSED;
    return changed ? FIELD_EDITED : FIELD_UNUSED;
}

static enum field_result text_key(struct field *f, struct key k)
{
    switch (k.code) {
    case K_LEFT:
        return move_to(f, cluster_prev(f->text, f->at));
    case K_RIGHT:
        return move_to(f, cluster_next(f->text, f->at));
    case K_HOME:
        move_to(f, 0);
        return FIELD_MOVED;
    case K_END:
        move_to(f, f->len);
        return FIELD_MOVED;
    case K_BACKSPACE:
        return erase(f, f->at ? cluster_erase_before(f->text, f->at) : 0, f->at);
    case K_DELETE:
        return erase(f, f->at, cluster_erase_after(f->text, f->at));
    case K_UP:
    case K_DOWN:
        f->last = EDIT_NONE;
        return field_line_move(f, k.code == K_UP ? -1 : 1) ? FIELD_MOVED : FIELD_UNUSED;
    case K_ENTER:
        return k.mods == MOD_ALT && f->spec.kind == FIELD_LINES ? insert(f, "\n", EDIT_OTHER)
                                                                : FIELD_UNUSED;
    case K_CHAR:
        return k.mods ? FIELD_UNUSED : insert(f, k.text, EDIT_TYPE);
    default:
        return FIELD_UNUSED;
    }
}

bool field_full(const struct field *f)
{
    return f->full;
}

enum field_result field_key(struct field *f, struct key k)
{
    f->full = false;
    if (k.code == K_CHAR && (k.mods == MOD_CTRL || k.mods == MOD_ALT))
        return control_key(f, k.text);
    if (f->spec.kind == FIELD_CHOICE)
        return choice_key(f, k);
    if (k.code == K_PASTE) {
        enum field_result result = field_insert(f, k.paste);
        f->full = f->full || k.cut;
        return result;
    }
    return text_key(f, k);
}

/* --- coming and going */

static bool leave_as(struct field *f, const char *text)
{
    if (str_eq(text, f->text))
        return false;
    remember(f, EDIT_OTHER);
    set_capped(f, text);
    return true;
}

bool field_leave(struct field *f)
{
    struct arena a;
    char time[HM_TEXT];
    hm t;
    bool changed = false;

    arena_init(&a);
    if (f->spec.kind == FIELD_KANA)
        changed = leave_as(f, kana_to_katakana(&a, f->text));
    if (f->spec.kind == FIELD_TIME && time_input(f->text, "", &t, NULL)) {
        hm_text(t, time);
        changed = leave_as(f, time);
    }
    arena_fini(&a);
    f->last = EDIT_NONE;
    if (f->spec.kind != FIELD_LINES)
        f->scroll = 0;
    return changed;
}

bool field_wrong(const struct field *f)
{
    hm t;

    return f->spec.kind == FIELD_TIME && f->len > 0 && !time_input(f->text, "", &t, NULL);
}

void field_enter(struct field *f)
{
    f->last = EDIT_NONE;
    f->at = f->len;
    field_keep_seen(f);
}

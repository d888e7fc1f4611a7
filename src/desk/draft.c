/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/draft.h"
#include "desk/inside.h"
#include "desk/session.h"
#include "sys/file.h"
#include "sys/paths.h"

/* A file is a head of lines "word value", an empty line, and the form's text. */
#define DRAFT_MARK "madoguchi draft 1"
#define DRAFT_SUFFIX ".draft"
enum { HEAD_MAX = 512 };

static bool screen_name_ok(const char *s)
{
    return !str_empty(s) && strlen(s) <= 40 && strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(s);
}

static const char *draft_folder(const struct desk *d, struct arena *a)
{
    return paths_join(paths_folder(db_path(d->db), a), "drafts", a);
}

/* Ids only: what a folder listing shows tells nothing about anybody. */
static const char *draft_file(const struct desk *d, const struct draft_key *key, struct arena *a)
{
    BUG_IF(!screen_name_ok(key->screen));
    return paths_join(draft_folder(d, a),
        arena_printf(a, "%lld-%s-%lld" DRAFT_SUFFIX, (long long)d->session.owner.id, key->screen,
            (long long)key->object),
        a);
}

/* ---------------------------------------------------------------- where they are kept: a file, or memory */
struct memory_draft {
    struct memory_draft *next;
    char *path, *bytes; /* as the file would be called and would hold */
    size_t n;
};

static struct memory_draft **memory_at(struct desk *d, const char *path)
{
    struct memory_draft **at = &d->drafts;

    while (*at && !str_eq((*at)->path, path))
        at = &(*at)->next;
    return at;
}

static void memory_remove(struct desk *d, const char *path)
{
    struct memory_draft **at = memory_at(d, path), *gone = *at;

    if (!gone)
        return;
    *at = gone->next;
    free(gone->path);
    free(gone->bytes);
    free(gone);
}

void memory_drafts_free(struct desk *d)
{
    while (d->drafts)
        memory_remove(d, d->drafts->path);
}

static void memory_keep(struct desk *d, const char *path, const char *bytes, size_t n)
{
    struct memory_draft *kept = calloc(1, sizeof *kept);
    char *copy = malloc(n + 1);

    memory_remove(d, path);
    BUG_IF(!kept || !copy);
    memcpy(copy, bytes, n);
    copy[n] = '\0'; /* as file_read gives it */
    *kept = (struct memory_draft){ .next = d->drafts, .path = strdup(path), .bytes = copy, .n = n };
    BUG_IF(!kept->path);
    d->drafts = kept;
}

/* A full disk costs no form either. */
static bool kept_write(struct desk *d, const char *path, const struct buf *b, struct err *e)
{
    struct arena a;
    struct err cause = ERR_INIT;

    memory_keep(d, path, b->p, b->len);
    if (desk_read_only(d))
        return true;
    arena_init(&a);
    bool ok = paths_make_private(draft_folder(d, &a), &cause) && file_write(path, b->p, b->len, FILE_QUICK, &cause);
    arena_fini(&a);
    if (ok)
        memory_remove(d, path);
    return ok || err_set(e, ERR_STORE, "",
        N_("The disk does not take the draft. What you typed is kept until the program ends; tell whoever looks after the machine."), NULL);
}

static bool kept_remove(struct desk *d, const char *path, struct err *e)
{
    memory_remove(d, path);
    return desk_read_only(d) || file_remove(path, e);
}

static bool kept_read(struct desk *d, const char *path, struct arena *arena, const char **bytes, size_t *n)
{
    const struct memory_draft *kept = *memory_at(d, path);
    struct err lost = ERR_INIT;

    if (!kept)
        return file_read(path, DRAFT_BYTES_MAX + HEAD_MAX, arena, bytes, n, &lost);
    *bytes = kept->bytes;
    *n = kept->n;
    return true;
}

bool desk_draft_keep(struct desk *d, const struct draft_key *key, int64_t rev, const char *text, struct err *e)
{
    if (d->session.owner.id == 0)
        return true;
    struct arena a;
    struct buf b;
    arena_init(&a);
    buf_init(&b, DRAFT_BYTES_MAX + HEAD_MAX);
    buf_printf(&b, DRAFT_MARK "\ndesk %s\nowner %lld\nscreen %s\nobject %lld\nrev %lld\nat %lld\n\n",
        d->hospital.desk_id, (long long)d->session.owner.id, key->screen, (long long)key->object, (long long)rev,
        (long long)desk_instant(d).s);
    buf_puts(&b, text);
    bool ok = !b.full
        ? kept_write(d, draft_file(d, key, &a), &b, e)
        : err_set(e, ERR_INPUT, "", N_("The draft is too long to be kept. Store the form."), NULL);
    buf_fini(&b);
    arena_fini(&a);
    return ok;
}

/* The value of the next line "word value\n"; at moves behind it. NULL when it is another line. */
static const char *head_line(char **at, const char *word)
{
    char *line = *at, *end = strchr(line, '\n');
    size_t n = strlen(word);
    if (!end || strncmp(line, word, n) != 0 || line[n] != ' ')
        return NULL;
    *end = '\0';
    *at = end + 1;
    return line + n + 1;
}

static bool head_number(char **at, const char *word, int64_t *out)
{
    const char *value = head_line(at, word);
    return value && str_int(value, out);
}

/* Fills out from the bytes of a file; false when it is no draft of this person at this desk. */
static bool draft_read(const struct desk *d, const char *bytes, size_t n, struct arena *arena, struct draft *out)
{
    char *at = arena_strndup(arena, bytes, n);
    int64_t of = 0, when = 0;
    size_t mark = strlen(DRAFT_MARK "\n");
    if (strlen(at) != n || strncmp(at, DRAFT_MARK "\n", mark) != 0)
        return false;
    at += mark;
    if (!str_eq(head_line(&at, "desk"), d->hospital.desk_id) || !head_number(&at, "owner", &of)
        || of != d->session.owner.id)
        return false;
    out->key.screen = head_line(&at, "screen");
    if (!screen_name_ok(out->key.screen) || !head_number(&at, "object", &out->key.object)
        || !head_number(&at, "rev", &out->rev) || !head_number(&at, "at", &when) || *at != '\n')
        return false;
    out->at = (instant){ when };
    out->text = at + 1;
    return true;
}

static bool expired(const struct desk *d, const struct draft *draft)
{
    return desk_instant(d).s - draft->at.s > (int64_t)DRAFT_DAYS * 24 * 60 * 60;
}

/* Reads one; gone or unreadable: false without a word. */
static bool load(struct desk *d, const char *path, struct arena *arena, struct draft *out)
{
    const char *bytes;
    size_t n;
    return kept_read(d, path, arena, &bytes, &n) && draft_read(d, bytes, n, arena, out);
}

bool desk_draft_find(struct desk *d, const struct draft_key *key, struct arena *arena, struct draft *out,
    bool *found, struct err *e)
{
    *found = false;
    if (d->session.owner.id == 0)
        return true;
    const char *path = draft_file(d, key, arena);
    if (!*memory_at(d, path) && !file_exists(path))
        return true;
    if (!load(d, path, arena, out) || !str_eq(out->key.screen, key->screen) || out->key.object != key->object)
        return kept_remove(d, path, e);
    *found = !expired(d, out);
    return true;
}

bool desk_draft_drop(struct desk *d, const struct draft_key *key, struct err *e)
{
    if (d->session.owner.id == 0)
        return true;
    struct arena a;
    arena_init(&a);
    bool ok = kept_remove(d, draft_file(d, key, &a), e);
    arena_fini(&a);
    return ok;
}

/* The names of the owner's files. */
static bool own_files(struct desk *d, struct arena *a, const char ***out, size_t *n, struct err *e)
{
    const char *const *names;
    size_t all = 0, cap = 0;
    const char *head = arena_printf(a, "%lld-", (long long)d->session.owner.id);
    *n = 0;
    *out = NULL;
    if (d->session.owner.id == 0)
        return true;
    if (!paths_make_private(draft_folder(d, a), e) || !file_names(draft_folder(d, a), DRAFT_SUFFIX, a, &names, &all, e))
        return false;
    for (size_t i = 0; i < all; i++)
        if (str_starts(names[i], head)) {
            *out = arena_grow(a, *out, *n, &cap, sizeof **out);
            (*out)[(*n)++] = paths_join(draft_folder(d, a), names[i], a);
        }
    return true;
}

bool desk_drafts_expire(struct desk *d, int *gone, struct err *e)
{
    struct arena a;
    const char **paths;
    size_t files = 0;
    *gone = 0;
    arena_init(&a);
    bool ok = own_files(d, &a, &paths, &files, e);
    for (size_t i = 0; ok && i < files; i++) {
        struct draft draft = { 0 };
        if (load(d, paths[i], &a, &draft) && !expired(d, &draft))
            continue;
        ok = file_remove(paths[i], e);
        *gone += draft.text != NULL;
    }
    arena_fini(&a);
    return ok;
}

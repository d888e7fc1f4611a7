/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/e2e/pty.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vterm.h>

#include "text/utf8.h"
#include "tui/key.h"

enum { ENV_MAX = 64 };

struct pty {
    int fd, pid, rows, cols;
    VTerm *vt;
    VTermScreen *screen;
    bool visible, alternate, bracketed;
    bool closed; /* nothing more will come */
    int status; /* of waitpid; -1 = still runs */
    size_t bytes;
    char row[4096];
    char tail[8]; /* end of the last output, for sequences that are split */
};

/* --- the clock of the deadlines: the test's own, the program has another */

static int64_t now_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* --- starting */

static void answer(const char *s, size_t n, void *user)
{
    pty_send(user, s, n);
}

static int on_property(VTermProp prop, VTermValue *value, void *user)
{
    struct pty *p = user;

    if (prop == VTERM_PROP_CURSORVISIBLE)
        p->visible = value->boolean;
    if (prop == VTERM_PROP_ALTSCREEN)
        p->alternate = value->boolean;
    return 1;
}

static const VTermScreenCallbacks callbacks = { .settermprop = on_property };

static bool same_name(const char *a, const char *b)
{
    size_t n = strcspn(a, "=");

    return n == strcspn(b, "=") && strncmp(a, b, n) == 0;
}

static void make_env(const struct pty_options *o, const char **env)
{
    static const char *const base[]
        = { "TERM=xterm-256color", "LC_ALL=C.UTF-8", "TZ=UTC", "PATH=/usr/bin:/bin" };
    int n = 0;

    for (size_t i = 0; i < COUNT_OF(base); i++)
        env[n++] = base[i];
    for (const char *const *e = o->env; e && *e; e++) {
        int at = 0;
        while (at < n && !same_name(env[at], *e))
            at++;
        if (!strchr(*e, '=')) {
            if (at < n)
                env[at] = env[--n];
            continue;
        }
        assert_true(at < ENV_MAX - 1);
        env[at] = *e;
        n += at == n;
    }
    env[n] = NULL;
}

struct pty *pty_start(const struct pty_options *o, const char *const argv[])
{
    const char *env[ENV_MAX];
    struct pty *p = calloc(1, sizeof *p);
    struct winsize size = { .ws_row = (unsigned short)(o->rows ? o->rows : 24),
        .ws_col = (unsigned short)(o->cols ? o->cols : 80) };

    assert_non_null(p);
    make_env(o, env);
    p->rows = size.ws_row;
    p->cols = size.ws_col;
    p->status = -1;
    p->visible = true;
    p->pid = forkpty(&p->fd, NULL, NULL, &size);
    assert_true(p->pid >= 0);
    if (p->pid == 0) {
        if (o->dir && chdir(o->dir) != 0)
            _exit(126);
        execve(argv[0], (char *const *)argv, (char *const *)env);
        _exit(127);
    }
    p->vt = vterm_new(p->rows, p->cols);
    vterm_set_utf8(p->vt, 1);
    vterm_output_set_callback(p->vt, answer, p);
    p->screen = vterm_obtain_screen(p->vt);
    vterm_screen_set_callbacks(p->screen, &callbacks, p);
    vterm_screen_enable_altscreen(p->screen, 1);
    vterm_screen_reset(p->screen, 1);
    return p;
}

void pty_free(struct pty *p)
{
    if (!p)
        return;
    if (p->status < 0) {
        kill(p->pid, SIGKILL);
        waitpid(p->pid, &p->status, 0);
    }
    close(p->fd);
    vterm_free(p->vt);
    free(p);
}

/* --- reading */

/* libvterm 0.1 does not tell whether pastes are bracketed: looked for in the bytes. */
static void look_for_bracketing(struct pty *p, const char *bytes, size_t n)
{
    char window[8 + 4096 + 1];
    size_t tail = strlen(p->tail);

    memcpy(window, p->tail, tail);
    memcpy(window + tail, bytes, n);
    window[tail + n] = '\0';
    for (size_t i = 0; i + 8 <= tail + n; i++) {
        if (memcmp(window + i, "\033[?2004h", 8) == 0)
            p->bracketed = true;
        if (memcmp(window + i, "\033[?2004l", 8) == 0)
            p->bracketed = false;
    }
    size_t keep = tail + n < 7 ? tail + n : 7;
    memcpy(p->tail, window + tail + n - keep, keep);
    p->tail[keep] = '\0';
}

/* Reads once what comes within ms; false when nothing came. */
static bool pump(struct pty *p, int ms)
{
    char bytes[4096];
    struct pollfd poll_fd = { .fd = p->fd, .events = POLLIN };

    if (p->closed || poll(&poll_fd, 1, ms) <= 0)
        return false;
    ssize_t n = read(p->fd, bytes, sizeof bytes);
    if (n <= 0) {
        p->closed = n == 0 || (errno != EINTR && errno != EAGAIN);
        return false;
    }
    p->bytes += (size_t)n;
    look_for_bracketing(p, bytes, (size_t)n);
    vterm_input_write(p->vt, bytes, (size_t)n);
    vterm_screen_flush_damage(p->screen);
    return true;
}

static void cell_text(const VTermScreenCell *cell, char out[32])
{
    size_t n = 0;

    out[0] = '\0';
    if (cell->chars[0] == (uint32_t)-1)
        return;
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i] && n + UTF8_MAX < 32; i++)
        n += utf8_encode(cell->chars[i], out + n);
    if (n == 0)
        out[n++] = ' ';
    out[n] = '\0';
}

struct pty_cell pty_cell(const struct pty *p, int row, int col)
{
    struct pty_cell out = { .width = 1 };
    VTermScreenCell cell;
    VTermColor fg, bg;

    vterm_screen_get_cell(p->screen, (VTermPos){ .row = row, .col = col }, &cell);
    cell_text(&cell, out.text);
    out.width = out.text[0] ? cell.width : 0;
    out.bold = cell.attrs.bold;
    out.reverse = cell.attrs.reverse;
    vterm_state_get_default_colors(vterm_obtain_state(p->vt), &fg, &bg);
    out.coloured = !VTERM_COLOR_IS_DEFAULT_FG(&cell.fg);
    return out;
}

const char *pty_row(struct pty *p, int row)
{
    size_t n = 0;

    for (int col = 0; row >= 0 && row < p->rows && col < p->cols; col++) {
        struct pty_cell cell = pty_cell(p, row, col);
        size_t bytes = strlen(cell.text);
        if (n + bytes + 1 < sizeof p->row) {
            memcpy(p->row + n, cell.text, bytes);
            n += bytes;
        }
    }
    while (n > 0 && p->row[n - 1] == ' ')
        n--;
    p->row[n] = '\0';
    return p->row;
}

int pty_find_row(struct pty *p, const char *text)
{
    for (int row = 0; row < p->rows; row++)
        if (strstr(pty_row(p, row), text))
            return row;
    return -1;
}

bool pty_has(struct pty *p, const char *text)
{
    return pty_find_row(p, text) >= 0;
}

void pty_cursor(const struct pty *p, int *row, int *col, bool *visible)
{
    VTermPos pos;

    vterm_state_get_cursorpos(vterm_obtain_state(p->vt), &pos);
    *row = pos.row;
    *col = pos.col;
    if (visible)
        *visible = p->visible;
}

bool pty_alternate(const struct pty *p)
{
    return p->alternate;
}

bool pty_bracketed(const struct pty *p)
{
    return p->bracketed;
}

size_t pty_bytes(const struct pty *p)
{
    return p->bytes;
}

int pty_pid(const struct pty *p)
{
    return p->pid;
}

/* --- doing */

void pty_send(struct pty *p, const char *bytes, size_t n)
{
    int64_t deadline = now_ms() + PTY_DEADLINE_MS;

    while (n > 0 && !p->closed) {
        struct pollfd poll_fd = { .fd = p->fd, .events = POLLIN | POLLOUT };
        if (now_ms() > deadline)
            fail_msg("the program takes no more input");
        poll(&poll_fd, 1, 1000);
        if (poll_fd.revents & POLLIN) /* or both sides would wait for each other */
            pump(p, 0);
        if (!(poll_fd.revents & POLLOUT))
            continue;
        ssize_t wrote = write(p->fd, bytes, n > 1024 ? 1024 : n);
        if (wrote < 0 && errno != EINTR && errno != EAGAIN)
            return;
        if (wrote > 0) {
            bytes += wrote;
            n -= (size_t)wrote;
        }
    }
}

void pty_text(struct pty *p, const char *text)
{
    pty_send(p, text, strlen(text));
}

static const char *xterm_bytes(enum key_code code)
{
    static const struct {
        enum key_code code;
        const char *bytes;
    } keys[] = { { K_ENTER, "\r" }, { K_TAB, "\t" }, { K_ESC, "\033" }, { K_BACKSPACE, "\177" },
        { K_DELETE, "\033[3~" }, { K_INSERT, "\033[2~" }, { K_UP, "\033[A" }, { K_DOWN, "\033[B" },
        { K_RIGHT, "\033[C" }, { K_LEFT, "\033[D" }, { K_HOME, "\033[H" }, { K_END, "\033[F" },
        { K_PGUP, "\033[5~" }, { K_PGDN, "\033[6~" }, { K_F1, "\033OP" }, { K_F2, "\033OQ" },
        { K_F3, "\033OR" }, { K_F4, "\033OS" }, { K_F5, "\033[15~" }, { K_F6, "\033[17~" },
        { K_F7, "\033[18~" }, { K_F8, "\033[19~" }, { K_F9, "\033[20~" }, { K_F10, "\033[21~" },
        { K_F11, "\033[23~" }, { K_F12, "\033[24~" } };

    for (size_t i = 0; i < COUNT_OF(keys); i++)
        if (keys[i].code == code)
            return keys[i].bytes;
    return "";
}

static void send_key(struct pty *p, struct key k)
{
    char control[2] = { (char)(k.text[0] & 0x1F), '\0' };

    if (k.code == K_TAB && (k.mods & MOD_SHIFT)) {
        pty_text(p, "\033[Z");
        return;
    }
    if (k.mods & MOD_ALT)
        pty_text(p, "\033");
    if (k.code == K_CHAR)
        pty_text(p, k.mods & MOD_CTRL ? control : k.text);
    else
        pty_text(p, xterm_bytes(k.code));
}

void pty_type(struct pty *p, ...)
{
    va_list names;
    const char *name;

    va_start(names, p);
    while ((name = va_arg(names, const char *)) != NULL) {
        struct key k;
        if (key_parse(name, &k))
            send_key(p, k);
        else
            pty_text(p, name);
    }
    va_end(names);
}

void pty_resize(struct pty *p, int rows, int cols)
{
    struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };

    while (pump(p, 0))
        continue;
    p->rows = rows;
    p->cols = cols;
    /* libvterm writes the second half of a wide character of a one-column screen through a null pointer. */
    vterm_set_size(p->vt, rows, cols > 1 ? cols : 2);
    ioctl(p->fd, TIOCSWINSZ, &size);
}

void pty_signal(struct pty *p, int signal)
{
    kill(p->pid, signal);
}

/* --- waiting */

static void fail_with_screen(
    struct pty *p, const char *what, const char *text, const char *file, int line)
{
    int row, col;

    pty_cursor(p, &row, &col, NULL);
    print_error("%s: \"%s\"; cursor %d,%d%s\n", what, text, row, col,
        p->closed ? "; the program has ended" : "");
    for (int i = 0; i < p->rows; i++)
        print_error("%s\n", pty_row(p, i));
    _fail(file, line);
}

void pty_expect_until(struct pty *p, bool (*cond)(struct pty *p, const void *arg), const void *arg,
    const char *what, const char *file, int line)
{
    int64_t deadline = now_ms() + PTY_DEADLINE_MS;

    while (!cond(p, arg)) {
        if (now_ms() > deadline || (p->closed && !cond(p, arg)))
            fail_with_screen(p, "this did not become true", what, file, line);
        pump(p, 100);
    }
}

static bool shows(struct pty *p, const void *text)
{
    return pty_has(p, text);
}

static bool hides(struct pty *p, const void *text)
{
    return !pty_has(p, text);
}

void pty_expect(struct pty *p, const char *text, bool shown, const char *file, int line)
{
    pty_expect_until(p, shown ? shows : hides, text, text, file, line);
}

static bool cursor_is(struct pty *p, const void *place)
{
    const int *want = place;
    int row, col;

    pty_cursor(p, &row, &col, NULL);
    return row == want[0] && col == want[1];
}

void pty_expect_cursor(struct pty *p, int row, int col, const char *file, int line)
{
    const int place[2] = { row, col };
    char what[64];

    snprintf(what, sizeof what, "cursor at %d,%d", row, col);
    pty_expect_until(p, cursor_is, place, what, file, line);
}

int pty_expect_exit(struct pty *p, const char *file, int line)
{
    int64_t deadline = now_ms() + PTY_DEADLINE_MS;

    while (p->status < 0 || !p->closed) {
        int status;
        pump(p, 10);
        if (p->status < 0 && waitpid(p->pid, &status, WNOHANG) == p->pid)
            p->status = status;
        if (now_ms() > deadline)
            fail_with_screen(p, "still running", "", file, line);
    }
    return WIFSIGNALED(p->status) ? 128 + WTERMSIG(p->status) : WEXITSTATUS(p->status);
}

void pty_wait_stopped(struct pty *p)
{
    int64_t deadline = now_ms() + PTY_DEADLINE_MS;
    int status = 0;

    while (waitpid(p->pid, &status, WUNTRACED | WNOHANG) != p->pid) {
        pump(p, 10);
        if (now_ms() > deadline)
            fail_msg("the program did not stop");
    }
    assert_true(WIFSTOPPED(status));
}

bool pty_quiet_for(struct pty *p, int ms)
{
    int64_t until = now_ms() + ms;

    while (now_ms() < until)
        if (pump(p, (int)(until - now_ms())))
            return false;
    return true;
}

void pty_settle(struct pty *p)
{
    while (!pty_quiet_for(p, 50))
        continue;
}

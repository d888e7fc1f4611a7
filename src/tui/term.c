/* SPDX-License-Identifier: GPL-3.0-or-later */
#define NCURSES_WIDECHAR 1
#include "tui/term.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <sys/ioctl.h>
#define term curses_terminal /* curses has a struct of that name too */
#include <term.h>
#undef term
#include <unistd.h>
#include <wchar.h>

#include "sys/log.h"
#include "text/utf8.h"
#include "text/width.h"

struct term {
    SCREEN *screen;
    struct log *log;
    struct grid shown;
    cchar_t *cells; /* of one row */
    bool all; /* draw all rows next time */
    bool colours, cursor_on, paste;
    enum theme theme;
};

/* The listed exception: the terminal to put right when the program must stop at once. */
static struct term *terminal_in_use;

struct look {
    short colour[THEME_PLAIN]; /* by theme: curses colour, -1 = the terminal's own */
    attr_t attr;
};

/* The active field has bold brackets and the cursor, but plain text: a typed character is then one
 * character on the line, as a predicting terminal (mosh) expects it. Themes differ in what can be
 * read on their ground; yellow and cyan are for dark ones. */
static const struct look looks[STYLE_COUNT] = {
    [STYLE_NORMAL] = { { -1, -1 }, 0 },
    [STYLE_TITLE] = { { -1, -1 }, A_BOLD },
    [STYLE_LABEL] = { { COLOR_CYAN, COLOR_BLUE }, 0 },
    [STYLE_FIELD] = { { -1, -1 }, 0 },
    [STYLE_FIELD_ACTIVE] = { { -1, -1 }, 0 },
    [STYLE_NEED] = { { COLOR_YELLOW, COLOR_MAGENTA }, A_BOLD },
    [STYLE_OK] = { { COLOR_GREEN, COLOR_GREEN }, 0 },
    [STYLE_DIM] = { { -1, -1 }, A_DIM },
    [STYLE_KEY] = { { -1, -1 }, A_BOLD },
    [STYLE_ERROR] = { { COLOR_RED, COLOR_RED }, A_BOLD },
    [STYLE_TRAINING] = { { COLOR_MAGENTA, COLOR_MAGENTA }, A_BOLD | A_REVERSE },
    [STYLE_SELECTED] = { { -1, -1 }, A_REVERSE },
    [STYLE_BIG] = { { -1, -1 }, A_BOLD },
};

bool term_is_remote(void)
{
    return getenv("SSH_CONNECTION") || getenv("SSH_TTY");
}

/* --- taking and giving back */

static void write_all(const char *s)
{
    size_t n = strlen(s);

    while (n > 0) {
        ssize_t wrote = write(STDOUT_FILENO, s, n);
        if (wrote <= 0)
            return; /* the terminal is gone; the loop will see it */
        s += wrote;
        n -= (size_t)wrote;
    }
}

static void give_back(struct term *t)
{
    if (t->paste)
        write_all("\033[?2004l");
    curs_set(1);
    endwin();
}

/* What stands on standard error is lost with the window: the log keeps the place. */
static void restore_for_bug(const char *file, int line)
{
    const char *name = strrchr(file, '/');

    if (!terminal_in_use)
        return;
    give_back(terminal_in_use);
    log_event(terminal_in_use->log, "bug", name ? name + 1 : file, line, 0);
}

static void window_size(int *rows, int *cols)
{
    struct winsize size;

    *rows = 24;
    *cols = 80;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
        *rows = size.ws_row;
        *cols = size.ws_col;
    }
}

static void setup_colours(struct term *t)
{
    t->colours = t->theme != THEME_PLAIN && has_colors() && start_color() == OK && COLORS >= 8
        && use_default_colors() == OK;
    if (!t->colours)
        return;
    for (int i = 0; i < STYLE_COUNT; i++)
        if (looks[i].colour[t->theme] >= 0)
            init_pair((short)(i + 1), looks[i].colour[t->theme], -1);
}

/* Asked of terminfo first: newterm would write to the screen, and leaks when it says no. */
static bool terminal_usable(struct err *e)
{
    const char *kind = getenv("TERM");
    int status = 0;

    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return err_set(e, ERR_INPUT, "TERM",
            N_("Standard input and output are no terminal. Start the program in a terminal."),
            NULL);
    if (str_empty(kind))
        return err_set(e, ERR_INPUT, "TERM",
            N_("TERM is not set. Set it to the kind of your terminal, for example: export "
               "TERM=xterm"),
            NULL);
    if (setupterm(kind, STDOUT_FILENO, &status) != OK)
        return err_set(e, ERR_INPUT, "TERM",
            N_("The terminal kind \"%s\" (TERM) is not known on this machine. Try: export "
               "TERM=xterm"),
            kind, NULL);
    bool moves = cursor_address != NULL;
    del_curterm(cur_term);
    return moves
        || err_set(e, ERR_INPUT, "TERM",
            N_("A terminal of kind \"%s\" (TERM) cannot place its cursor. Try: export TERM=xterm"),
            kind, NULL);
}

static void shown_size(struct term *t, int rows, int cols)
{
    grid_resize(&t->shown, rows, cols);
    free(t->cells);
    t->cells = calloc((size_t)cols, sizeof *t->cells);
    BUG_IF(!t->cells);
}

struct term *term_open(const struct term_options *options, struct err *err)
{
    int rows, cols;

    if (!terminal_usable(err))
        return NULL;
    struct term *t = calloc(1, sizeof *t);
    BUG_IF(!t);
    width_set_ambiguous(options->ambiguous == 2 ? 2 : 1);
    t->theme = options->theme;
    t->log = options->log;
    use_env(FALSE);
    use_tioctl(TRUE);
    t->screen = newterm(NULL, stdout, stdin);
    BUG_IF(!t->screen);
    terminal_in_use = t;
    bug_set_hook(restore_for_bug);
    raw();
    noecho();
    nonl();
    typeahead(-1); /* the loop itself skips drawing while keys are waiting */
    endwin(); /* before the first one curses writes at every move of the cursor, so that rows would come one by one */
    reset_prog_mode();
    setup_colours(t);
    window_size(&rows, &cols);
    resizeterm(rows, cols);
    shown_size(t, rows, cols);
    t->all = t->cursor_on = t->paste = true;
    write_all("\033[?2004h");
    return t;
}

void term_close(struct term *t)
{
    if (!t)
        return;
    bug_set_hook(NULL);
    terminal_in_use = NULL;
    give_back(t);
    delscreen(t->screen);
    grid_fini(&t->shown);
    free(t->cells);
    free(t);
}

void term_suspend(struct term *t)
{
    give_back(t);
}

void term_resume(struct term *t)
{
    write_all("\033[?2004h");
    term_resized(t);
    term_repaint(t);
}

int term_input_fd(const struct term *t)
{
    (void)t;
    return STDIN_FILENO;
}

void term_size(const struct term *t, int *rows, int *cols)
{
    *rows = t->shown.rows;
    *cols = t->shown.cols;
}

void term_resized(struct term *t)
{
    int rows, cols;

    window_size(&rows, &cols);
    resizeterm(rows, cols);
    shown_size(t, rows, cols);
    t->all = true;
    clearok(curscr, TRUE);
}

void term_repaint(struct term *t)
{
    t->all = true;
    clearok(curscr, TRUE);
}

/* --- drawing */

/* Without colours a warning is at least bold, and what is chosen stays reversed. */
static void curses_cell(
    const struct term *t, const struct grid *g, const struct cell *c, cchar_t *out)
{
    wchar_t text[1 + CELL_MARKS + 1] = { (wchar_t)c->ch };
    enum theme theme = t->theme == THEME_LIGHT ? THEME_LIGHT : THEME_DARK;
    const struct look *look = &looks[c->style];
    bool coloured = t->colours && look->colour[theme] >= 0;

    for (int i = 0; c->marks && i < CELL_MARKS; i++)
        text[1 + i] = (wchar_t)g->marks[c->marks - 1].c[i];
    setcchar(out, text, look->attr, coloured ? (short)(c->style + 1) : 0, NULL);
}

static void show_row(
    struct term *t, const struct grid *g, int row, int from, int to)
{
    cchar_t *cells = t->cells;
    int n = 0;

    for (int col = from; col < to; col++) {
        const struct cell *c = &g->cells[row * g->cols + col];
        if (c->width > 0)
            curses_cell(t, g, c, &cells[n++]);
    }
    mvadd_wchnstr(row, from, cells, n);
}

void term_show(struct term *t, const struct grid *g)
{
    bool same_size = g->rows == t->shown.rows && g->cols == t->shown.cols;
    bool on = g->cursor_row >= 0, changed = false;

    for (int row = 0; same_size && row < g->rows; row++) {
        int from = 0, to = g->cols;
        if (!t->all && !grid_row_diff(g, &t->shown, row, &from, &to))
            continue;
        show_row(t, g, row, from, to);
        changed = true;
    }
    if (changed)
        grid_copy(&t->shown, g);
    if (same_size)
        t->all = false;
    if (on != t->cursor_on)
        curs_set(on);
    t->cursor_on = on;
    move(on ? g->cursor_row : g->rows - 1, on ? g->cursor_col : 0);
    refresh();
}

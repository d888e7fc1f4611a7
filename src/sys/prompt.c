/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sys/prompt.h"

#include <errno.h>
#include <termios.h>
#include <unistd.h>

#include "base/base.h"

enum { CTRL_C = 3 };

bool prompt_is_terminal(void)
{
    return isatty(STDIN_FILENO) == 1;
}

/* A line that cannot be an answer. */
static bool wrong(char *out, size_t size, struct err *e)
{
    explicit_bzero(out, size);
    return err_set(e, ERR_INPUT, "", N_("The answer is too long or holds characters that do not belong there."), NULL);
}

/* Byte by byte, so that nothing after the line is taken from what others read. */
static bool read_line(char *out, size_t size, struct err *e)
{
    size_t n = 0;
    bool cut = false;
    for (;;) {
        char c;
        ssize_t got = read(STDIN_FILENO, &c, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got == 1 && c == CTRL_C) {
            explicit_bzero(out, size);
            return err_set(e, ERR_STORE, "", N_("Stopped by Ctrl+C. Nothing was changed."), NULL);
        }
        if (got <= 0) {
            out[n] = '\0';
            return n > 0 && !cut ? true : err_set(e, ERR_STORE, "", N_("The input ended before the answer."), NULL);
        }
        if (c == '\n')
            break;
        if (n + 1 < size)
            out[n++] = c;
        else
            cut = true;
    }
    if (n > 0 && out[n - 1] == '\r')
        n--;
    out[n] = '\0';
    if (cut || strlen(out) != n)
        return wrong(out, size, e);
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)out[i] < 0x20 || out[i] == 0x7f)
            return wrong(out, size, e);
    return true;
}

static void ask(const char *question)
{
    if (prompt_is_terminal()) {
        fputs(question, stderr);
        fflush(stderr);
    }
}

bool prompt_line(const char *question, char *out, size_t size, struct err *e)
{
    ask(question);
    return read_line(out, size, e);
}

bool prompt_secret(const char *question, char *out, size_t size, struct err *e)
{
    struct termios before, quiet;
    bool terminal = prompt_is_terminal() && tcgetattr(STDIN_FILENO, &before) == 0;
    if (terminal) { /* before the question: what follows it is not shown, and not thrown away */
        quiet = before;
        quiet.c_lflag &= ~(tcflag_t)(ECHO | ISIG); /* an interrupt would leave the terminal without echo: */
        quiet.c_cc[VEOL] = CTRL_C;                 /* it ends the line, and read_line stops there */
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ask(question);
    bool ok = read_line(out, size, e);
    if (terminal) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        fputc('\n', stderr);
    }
    return ok;
}

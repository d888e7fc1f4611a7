/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions on the terminal before there are screens. Without a terminal the answers come from standard
 * input, one a line, and no question is written. */
#ifndef SYS_PROMPT_H
#define SYS_PROMPT_H
#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

bool prompt_is_terminal(void); /* standard input is one */

/* Writes the question to standard error and reads one line without its end. False with ERR_INPUT for a line that
 * does not fit or holds control characters: it may be asked again; with ERR_STORE when the input ended or Ctrl+C was
 * typed. */
bool prompt_line(const char *question, char *out, size_t size, struct err *e);
/* The same without showing what is typed. Wipe out after use. */
bool prompt_secret(const char *question, char *out, size_t size, struct err *e);
#endif

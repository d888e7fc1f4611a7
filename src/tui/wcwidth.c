/* SPDX-License-Identifier: GPL-3.0-or-later */
/* curses asks the C library how wide a character is; this answers in its place, so that there is
 * one truth about widths. Works only when linked as an object and visible to the dynamic linker: in
 * an archive it silently has no effect (dependencies.md 1). */
#include <wchar.h>

#include "base/base.h"
#include "text/width.h"

__attribute__((visibility("default"))) int wcwidth(wchar_t c)
{
    return width_char((uint32_t)c);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The day of 2026-11-24 at Reception counter 1; only story.c includes this. */
/* clang-format off */
    { "ログイン", "Log in", 0, "" },
    { "今日", "Today", 1, "nishikawa<Enter>kunren-no-mado<F12>" },

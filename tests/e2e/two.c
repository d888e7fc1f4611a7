/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/e2e/two.h"

struct two two_sit_down(struct house *h, char db[512])
{
    const char *path = house_desk(h, db);

    return (struct two){ { clerk_in(h, path, LANG_JA, "nishikawa"), clerk_in(h, path, LANG_EN, "sato") } };
}

void two_get_up(struct two *t)
{
    clerk_leaves(t->of[0]);
    clerk_leaves(t->of[1]);
}

void two_open(struct two *t, const char *number, const char *key, const char *ja, const char *en)
{
    for (int i = 0; i < 2; i++) {
        pty_keys(t->of[i], number, "Enter");
        pty_wait_text(t->of[i], i ? "Needed" : "必要なもの");
        pty_keys(t->of[i], key);
        pty_wait_text(t->of[i], i ? en : ja);
    }
}

void two_open_drawer(struct two *t)
{
    clerk_breath(t->of[0]);
    pty_keys(t->of[0], "F12");
    pty_wait_text(t->of[0], "現金箱を開ける");
    clerk_breath(t->of[0]);
    pty_keys(t->of[0], "F12");
    pty_wait_text(t->of[0], "現金箱を開けました");
}

void two_ready_to_book(struct two *t)
{
    struct pty *p = t->of[0];

    pty_keys(p, "26-0017", "Enter");
    pty_wait_text(p, "必要なもの");
    pty_keys(p, "5");
    pty_wait_text(p, "返事待ち");
    pty_keys(p, "1", "Enter", "Enter", "3", "Enter", "F12");
    pty_wait_text(p, "返事を登録しました。");
    pty_wait_text(p, "受入可 森");
    pty_keys(t->of[1], "26-0013", "Enter");
    pty_wait_text(t->of[1], "Needed");
    for (int i = 0; i < 2; i++) {
        pty_keys(t->of[i], "6");
        pty_wait_text(t->of[i], i ? "free" : "空き");
        pty_keys(t->of[i], "1");
        pty_wait_text(t->of[i], i ? ">free" : ">空き");
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real desk made on a terminal, as somebody types who makes mistakes: wrong answers are asked again, leaving halfway
 * leaves nothing, the first administrator logs in, and "staff recover" lets her in again. */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "tests/e2e/house.h"

#define PASSPHRASE "correct horse battery"
#define RECOVERED "given by the owner"
#define OWN "chosen by herself"

struct desk_to_be {
    struct house *h;
    enum lang l;
    char folder[512], db[600];
};

static struct desk_to_be to_be(struct house *h, enum lang l)
{
    struct desk_to_be d = { .h = h, .l = l };

    snprintf(d.folder, sizeof d.folder, "%s/new-%d", h->folder, ++h->copies);
    snprintf(d.db, sizeof d.db, "%s/desk.db", d.folder);
    return d;
}

static struct pty *command(const struct desk_to_be *d, const char *word, const char *second, const char *third)
{
    const char *const argv[] = { d->h->program, "--db", d->db, "--lang", in(d->l, "ja", "en"), word, second, third, NULL };

    return house_start(d->h, argv, NULL);
}

static void says(const struct desk_to_be *d, struct pty *p, const char *ja, const char *en)
{
    wait_in(p, d->l, ja, en);
}

static bool at_cursor(struct pty *p, const void *text)
{
    int row, col;

    pty_cursor(p, &row, &col, NULL);
    return strstr(pty_row(p, row), text) != NULL;
}

/* The question stands where the cursor is. */
static void asks(const struct desk_to_be *d, struct pty *p, const char *ja, const char *en)
{
    pty_wait_until(p, at_cursor, in(d->l, ja, en));
}

/* Answers the question that stands below everything else, then the next one stands there. */
static void answer(const struct desk_to_be *d, struct pty *p, const char *typed, const char *ja, const char *en)
{
    pty_keys(p, typed, "Enter");
    says(d, p, ja, en);
}

static struct pty *at_the_telephone(const struct desk_to_be *d)
{
    struct pty *p = command(d, "init", NULL, NULL);

    says(d, p, "病院名 (日本語):", "Hospital (Japanese):");
    answer(d, p, "", "空欄にはできません。", "This may not stay empty.");
    answer(d, p, "大阪公立大学病院", "病院名 (英語):", "Hospital (English):");
    answer(d, p, "OMU Hospital", "郵便番号:", "Postal code:");
    answer(d, p, "545-8586", "所在地 (日本語):", "Address (Japanese):");
    answer(d, p, "大阪市阿倍野区", "所在地 (英語):", "Address (English):");
    answer(d, p, "Abeno-ku, Osaka", "電話:", "Telephone:");
    return p;
}

static struct pty *at_the_passphrase(const struct desk_to_be *d)
{
    struct pty *p = at_the_telephone(d);

    pty_keys(p, "06-1", "Left"); /* no arrows here: asked again, nothing before it is lost */
    answer(d, p, "", "使えない文字が入っています。", "characters that do not belong there.");
    answer(d, p, "06-0000-0000", "窓口の番号 [1]:", "Counter number [1]:");
    answer(d, p, "", "窓口名 (日本語) [1番窓口]:", "Counter (Japanese) [1番窓口]:");
    answer(d, p, "", "窓口名 (英語) [Reception counter 1]:", "Counter (English) [Reception counter 1]:");
    answer(d, p, "", "階 (日本語):", "Floor (Japanese):");
    answer(d, p, "1階", "階 (英語):", "Floor (English):");
    answer(d, p, "1F", "発行者 (日本語):", "Issuer (Japanese):");
    answer(d, p, "大阪公立大学", "発行者 (英語):", "Issuer (English):");
    answer(d, p, "OMU", "登録番号:", "Registration no.:");
    answer(d, p, "", "規則ファイル [", "Policy file [");
    answer(d, p, "nowhere.yml", "nowhere.yml を読めません", "nowhere.yml cannot be read");
    answer(d, p, "", "最初の管理者のログイン名 [admin]:", "Log-in of the first administrator [admin]:");
    answer(d, p, "Ogawa", "最初の管理者の氏名:", "Name of the first administrator:");
    answer(d, p, "小川", "ログイン名は英小文字で始まる", "A log-in");
    answer(d, p, "ogawa", "パスフレーズ (13文字以上):", "Passphrase (13 characters or more):");
    return p;
}

static void twice(struct pty *p, const struct desk_to_be *d, const char *first, const char *second)
{
    asks(d, p, "パスフレーズ", "assphrase");
    pty_keys(p, first, "Enter");
    asks(d, p, "もう一度:", "Once more:");
    pty_keys(p, second, "Enter");
}

static void ends(struct pty *p, int code)
{
    assert_int_equal(pty_wait_exit(p), code);
    assert_false(pty_has(p, "horse"));
    pty_free(p);
}

static void make_desk(const struct desk_to_be *d)
{
    struct pty *p = at_the_passphrase(d);

    twice(p, d, PASSPHRASE, "correct horse batterie");
    says(d, p, "2つのパスフレーズが違います。両方とも入れ直してください。", "The two passphrases differ. Type both again.");
    asks(d, p, "パスフレーズ (13文字以上):", "Passphrase (13 characters or more):");
    answer(d, p, "horse", "パスフレーズは13文字以上にしてください。", "A passphrase has at least 13 characters."); /* not asked for twice */
    assert_int_equal(access(d->folder, F_OK), -1);
    twice(p, d, PASSPHRASE, PASSPHRASE);
    says(d, p, "窓口ができました:", "The desk is ready:");
    ends(p, 0);
}

/* The screens, until the passphrase is typed. */
static struct pty *logs_in(const struct desk_to_be *d, const char *passphrase)
{
    struct pty *p = command(d, "run", NULL, NULL);

    says(d, p, "ログイン", "Log-in");
    assert_false(pty_has(p, "訓練") || pty_has(p, "TRAINING"));
    pty_keys(p, "ogawa", "Enter", passphrase, "F12");
    return p;
}

static void wrong_answers_are_asked_again_and_the_first_administrator_logs_in(void **state)
{
    for (int l = 0; l < 2; l++) {
        struct desk_to_be d = to_be(*state, (enum lang)l);
        make_desk(&d);
        struct pty *p = logs_in(&d, PASSPHRASE);
        says(&d, p, "小川(管理者)", "小川 (Administrator)");
        clerk_leaves(p);
        ends(command(&d, "verify", NULL, NULL), 0);
    }
}

static void leaving_halfway_leaves_nothing(void **state)
{
    static const char *const stopped[2] = { "Ctrl+C で中止しました。何も変更していません。", "Stopped by Ctrl+C. Nothing was changed." };

    for (int l = 0; l < 2; l++) {
        struct desk_to_be d = to_be(*state, (enum lang)l);
        struct pty *p = at_the_telephone(&d);
        pty_keys(p, "Ctrl+C");
        ends(p, 128 + SIGINT);
        p = at_the_telephone(&d);
        pty_keys(p, "Ctrl+D");
        says(&d, p, "答えの前に入力が終わりました。", "The input ended before the answer.");
        ends(p, 1);
        p = at_the_passphrase(&d);
        pty_keys(p, "correct", "Ctrl+C");
        says(&d, p, stopped[LANG_JA], stopped[LANG_EN]);
        ends(p, 1);
        p = at_the_passphrase(&d);
        pty_keys(p, "correct horse", "Enter");
        asks(&d, p, "もう一度:", "Once more:");
        pty_keys(p, "Ctrl+C");
        says(&d, p, stopped[LANG_JA], stopped[LANG_EN]);
        ends(p, 1);
        assert_int_equal(access(d.folder, F_OK), -1);
    }
}

/* In the language of the command line; the screens are in the one she took at init. */
static void the_owner_of_the_file_lets_her_in_again(void **state)
{
    struct desk_to_be d = to_be(*state, LANG_JA);

    make_desk(&d);
    for (int l = 0; l < 2; l++) {
        d.l = (enum lang)l;
        struct pty *p = command(&d, "staff", "recover", "ogawa");
        twice(p, &d, RECOVERED, "given by the horse");
        says(&d, p, "2つのパスフレーズが違います。", "The two passphrases differ.");
        twice(p, &d, RECOVERED, RECOVERED);
        says(&d, p, "ogawa のパスフレーズを作り直しました。次のログインで本人が変えます。",
            "ogawa has a new passphrase, to be changed at the next log-in.");
        ends(p, 0);
    }
    d.l = LANG_JA;
    struct pty *p = logs_in(&d, RECOVERED);
    says(&d, p, "渡されたパスフレーズ", "");
    pty_keys(p, OWN, "Enter", OWN, "F12");
    says(&d, p, "小川(管理者)", "");
    clerk_leaves(p);
    p = logs_in(&d, OWN);
    says(&d, p, "小川(管理者)", "");
    clerk_leaves(p);
    p = logs_in(&d, PASSPHRASE);
    says(&d, p, "ログイン名とパスフレーズが合いません。", "");
    clerk_leaves(p);
    ends(command(&d, "verify", NULL, NULL), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrong_answers_are_asked_again_and_the_first_administrator_logs_in),
        cmocka_unit_test(leaving_halfway_leaves_nothing),
        cmocka_unit_test(the_owner_of_the_file_lets_her_in_again),
    };

    return cmocka_run_group_tests(tests, house_make, house_remove);
}

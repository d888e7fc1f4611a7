/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who comes, papers, materials: the screens in both languages at 80x24. */
#include "tests/screen/desk_app.h"

#include "desk/papers.h"
#include "desk/request.h"
#include "desk/requester.h"
#include "screens/registry.h"
#include "screens/request_parts.h"

static int set_up(void **state)
{
    desk_app_set_up(state);
    struct desk_app *t = *state;
    t->id = fixture_request(&t->f);
    return 0;
}

static void open_at(struct desk_app *t, const struct screen_ops *screen, enum lang lang)
{
    desk_app_open(t, screen, t->id, lang, 24, 80);
}

static struct case_view view(struct desk_app *t)
{
    return fixture_view(&t->f, t->id);
}

static void the_other_contact_is_copied_as_who_comes(void **state)
{
    struct desk_app *t = *state;
    struct request_draft draft = { .c = view(t).c };

    draft.c.other_name = "渡邉 由美";
    draft.c.other_relation = "child", draft.c.other_phone = "090-1234-5678";
    fixture_fine(desk_request_edit(t->f.desk, &draft, &t->f.err), &t->f.err);
    open_at(t, &requester_screen, LANG_JA);
    type_keys(t->app, "F3", "F12");
    struct case_view v = view(t);
    assert_string_equal(v.c.applicant_name, "渡邉 由美");
    assert_string_equal(v.c.attendees[0].relation, "child");
    assert_string_equal(v.c.attendees[0].phone, "090-1234-5678");
}

/* A daughter comes, her mother does not: the fields from the first one on. */
static void type_family(struct desk_app *t)
{
    type_keys(t->app, "2", "Enter"); /* applicant: family */
    type_text(t->app, "渡邉 由美");
    type_keys(t->app, "Enter", "2", "Enter", "1", "Enter"); /* does not attend, can decide */
    type_keys(t->app, "2", "Enter"); /* who comes: family */
    type_text(t->app, "渡邉 由美");
    type_keys(t->app, "Enter");
    type_text(t->app, "わたなべ ゆみ");
    type_keys(t->app, "Enter", "3", "Enter"); /* child */
    type_text(t->app, "０９０－１２３４－５６７８");
    type_keys(t->app, "Enter");
}

/* From the first paper to the end of the consent form: shown today, signed by the patient. */
static void type_papers_and_consent(struct desk_app *t)
{
    type_keys(t->app, "1", "Enter", "2031-3-8", "Enter"); /* My Number card */
    type_keys(t->app, "1", "Enter", "11/2", "Enter"); /* family register */
    type_keys(t->app, "11/18", "Enter", "4", "Enter"); /* handed out at the counter */
    type_keys(t->app, "t", "Enter", "1", "Enter", "11/20", "Enter", "1"); /* back today, signed by the patient */
}

/* OMU-25 to 27 */
static void family_without_the_patient_sees_at_once_that_the_consent_form_is_missing(void **state)
{
    struct desk_app *t = *state;

    open_at(t, &requester_screen, LANG_JA);
    assert_hides(t->app, "不足  相談同意書");
    type_family(t);
    desk_app_show(t);
    assert_shows(t->app, "不足   相談同意書");
    assert_shows(t->app, "不足   続柄のわかる書類");
    assert_shows(t->app, "患者さんが同席しないため");
    assert_int_equal(view(t).c.n_attendees, 0); /* nothing is stored yet */
}

static void what_was_shown_and_signed_is_stored_and_the_panel_says_done(void **state)
{
    struct desk_app *t = *state;

    open_at(t, &request_screen, LANG_JA);
    type_keys(t->app, "2");
    type_family(t);
    type_papers_and_consent(t);
    desk_app_show(t);
    assert_shows(t->app, "済     相談同意書");
    type_keys(t->app, "F12");
    desk_app_show(t);
    assert_on(t->app, "request");
    assert_shows(t->app, "登録しました: 相談者、相談同意書、見た書類 2");
    assert_shows(t->app, "渡邉 由美");
    struct case_view v = view(t);
    assert_int_equal(v.c.n_attendees, 1);
    assert_string_equal(v.c.attendees[0].kana, "ワタナベ ユミ");
    assert_string_equal(v.c.attendees[0].phone, "090-1234-5678");
    assert_int_equal(v.c.n_proofs, 2);
    assert_int_equal(v.c.proofs[0].attendee, v.c.attendees[0].id);
    assert_string_equal(v.c.proofs[1].of, "relationship");
    assert_true(v.c.consents[0].verified);
    assert_string_equal(v.c.consents[0].signer, "patient");
    type_keys(t->app, "2");
    desk_app_show(t);
    assert_on(t->app, "requester");
    assert_shows(t->app, "済     相談同意書");
    assert_shows(t->app, "済     続柄のわかる書類");
    assert_shows(t->app, "4/6");
}

static void a_form_nobody_signed_is_refused_at_its_field_and_nothing_is_stored(void **state)
{
    struct desk_app *t = *state;

    open_at(t, &requester_screen, LANG_EN);
    type_family(t);
    type_keys(t->app, "Enter", "Enter", "Enter", "Enter", "Enter"); /* no papers, not handed out */
    assert_shows(t->app, "Received it");
    type_keys(t->app, "t", "F12");
    desk_app_show(t);
    assert_shows(t->app, "Who signed?");
    assert_shows(t->app, "1 the patient, 2 written for the patient"); /* the cursor is there */
    assert_int_equal(view(t).c.n_attendees, 0);
    type_keys(t->app, "2", "F12");
    assert_shows(t->app, "The form was written for the patient");
}

static void an_expired_paper_is_refused_at_its_own_field(void **state)
{
    struct desk_app *t = *state;

    open_at(t, &requester_screen, LANG_JA);
    type_family(t);
    type_keys(t->app, "3", "Enter", "2026-11-23", "F12");
    desk_app_show(t);
    assert_shows(t->app, "期限");
    assert_shows(t->app, "2026-11-23");
    assert_int_equal(view(t).c.n_proofs, 0);
    assert_on(t->app, "requester");
}

static void a_guardian_shows_the_register_and_nothing_else(void **state)
{
    struct desk_app *t = *state;

    open_at(t, &request_screen, LANG_EN);
    type_keys(t->app, "2", "Enter", "Enter", "2", "Enter", "Enter", "3", "Enter"); /* guardian */
    type_text(t->app, "Maria Santos");
    type_keys(t->app, "Enter", "Enter", "2", "Enter", "Enter", "Enter", "Enter", "4", "F12"); /* maternal handbook */
    desk_app_show(t);
    assert_shows(t->app, "Only the family register shows parental authority");
    type_keys(t->app, "1", "F12");
    assert_on(t->app, "request");
    assert_string_equal(view(t).c.proofs[0].of, "parental_authority");
}

static void the_language_changes_at_once_and_the_half_filled_form_stays(void **state)
{
    struct desk_app *t = *state;

    open_at(t, &requester_screen, LANG_JA);
    type_keys(t->app, "2", "Enter");
    type_text(t->app, "葛󠄀城 太郎");
    type_keys(t->app, "Enter", "2", "Alt+L");
    desk_app_show(t);
    assert_shows(t->app, "葛󠄀城 太郎");
    assert_shows(t->app, "Applicant");
    assert_shows(t->app, "need");
    type_keys(t->app, "Alt+L");
    assert_shows(t->app, "葛󠄀城 太郎");
    assert_shows(t->app, "申込者");
}

/* 葛 + U+E0100 is one character for the clerk: one Backspace takes both. */
static void a_name_with_a_variation_selector_stays_one(void **state)
{
    struct desk_app *t = *state;

    open_at(t, &requester_screen, LANG_JA);
    type_keys(t->app, "2", "Enter");
    type_text(t->app, "葛󠄀城");
    type_keys(t->app, "F12", "Enter"); /* stored */
    assert_string_equal(view(t).c.applicant_name, "葛󠄀城");
}

static void numbers_of_cards_are_warned_of(void **state)
{
    struct desk_app *t = *state;

    open_at(t, &requester_screen, LANG_JA);
    type_keys(t->app, "Enter");
    type_text(t->app, "渡邉 記号");
    desk_app_show(t);
    assert_shows(t->app, "番号とQRコードを隠してください");
}

static void the_draft_comes_back_after_the_terminal_is_gone(void **state)
{
    struct desk_app *t = *state;

    open_at(t, &requester_screen, LANG_JA);
    type_family(t);
    app_pause(t->app);
    shell_free(t->shell);
    open_at(t, &requester_screen, LANG_JA);
    desk_app_show(t);
    assert_shows(t->app, "渡邉 由美");
    assert_shows(t->app, "不足   相談同意書");
}

static void a_paper_seen_is_undone_with_a_reason_and_asked_again(void **state)
{
    struct desk_app *t = *state;

    open_at(t, &requester_screen, LANG_JA);
    type_family(t);
    type_papers_and_consent(t);
    type_keys(t->app, "F12");
    shell_free(t->shell);
    open_at(t, &requester_screen, LANG_JA);
    type_keys(t->app, "F4");
    desk_app_show(t);
    assert_shows(t->app, "戸籍");
    type_keys(t->app, "2");
    type_text(t->app, "別の方の戸籍だった");
    type_keys(t->app, "F12");
    desk_app_show(t);
    assert_on(t->app, "requester");
    assert_int_equal(view(t).c.n_proofs, 1);
    assert_shows(t->app, "不足   続柄のわかる書類");
}

static void a_consent_taken_back_is_missing_again(void **state)
{
    struct desk_app *t = *state;

    open_at(t, &request_screen, LANG_EN);
    type_keys(t->app, "2");
    type_family(t);
    type_papers_and_consent(t);
    type_keys(t->app, "F12", "2", "F4", "3");
    desk_app_show(t);
    assert_on(t->app, "confirm");
    type_keys(t->app, "F12");
    desk_app_show(t);
    assert_shows(t->app, "need   Consent form");
    struct case_view v = view(t);
    assert_null(case_consent(&v.c));
    assert_true(day_known(v.c.consents[0].withdrawn_on));
}

/* 123456789018 has the check digit of a My Number (domain page 3.2). */
static void twelve_digits_are_held_until_the_clerk_says_another_number(void **state)
{
    struct desk_app *t = *state;

    open_at(t, &request_screen, LANG_JA);
    type_keys(t->app, "2", "Enter");
    type_text(t->app, "渡邉 123456789018");
    type_keys(t->app, "F12");
    desk_app_show(t);
    assert_on(t->app, "confirm");
    assert_shows(t->app, "1 別の番号");
    assert_string_equal(view(t).c.applicant_name, "");
    type_keys(t->app, "1");
    assert_on(t->app, "request");
    assert_string_equal(view(t).c.applicant_name, "渡邉 123456789018");
}

static void somebody_else_was_quicker_and_nothing_typed_is_lost(void **state)
{
    struct desk_app *t = *state;
    struct case_view v = view(t);
    struct requester_draft other = { .request = t->id, .rev = v.c.rev, .applicant_kind = "patient", .applicant_name = "髙﨑 花子",
        .patient_attends = "yes", .patient_capable = "yes" };

    open_at(t, &requester_screen, LANG_JA);
    type_family(t);
    fixture_fine(desk_requester_save(t->f.desk, &other, &t->f.err), &t->f.err);
    type_keys(t->app, "F12");
    desk_app_show(t);
    assert_on(t->app, "requester");
    assert_int_equal(view(t).c.n_attendees, 0);
    assert_shows(t->app, "渡邉 由美");
    type_keys(t->app, "F12"); /* looked, and meant it */
    assert_string_equal(view(t).c.applicant_name, "渡邉 由美");
}

static void the_list_says_what_is_missing_and_a_promised_paper_has_its_day(void **state)
{
    struct desk_app *t = *state;

    open_at(t, &papers_screen, LANG_JA);
    desk_app_show(t);
    assert_shows(t->app, "申込書");
    assert_shows(t->app, "診療情報提供書");
    type_keys(t->app, "1");
    desk_app_show(t);
    assert_shows(t->app, "登録しました: 申込書 受領。");
    type_keys(t->app, "Down", "2");
    assert_shows(t->app, "後日持参");
    type_keys(t->app, "F12");
    assert_shows(t->app, "いつ");
    type_keys(t->app, "12/1", "F12");
    desk_app_show(t);
    assert_shows(t->app, " 申込書"); /* nothing scrolls away while there is room */
    assert_shows(t->app, "12/1");
    struct case_view v = view(t);
    assert_string_equal(case_paper(&v.c, "request_form")->state, "received");
    assert_string_equal(case_paper(&v.c, "referral")->state, "promised");
}

static void a_referral_letter_is_recorded_with_its_envelope(void **state)
{
    struct desk_app *t = *state;

    open_at(t, &papers_screen, LANG_EN);
    type_keys(t->app, "Down", "Enter");
    desk_app_show(t);
    assert_shows(t->app, "Envelope");
    type_keys(t->app, "Enter", "Enter", "1", "Enter", "Enter", "11/10", "Enter", "1", "Enter", "1", "F12");
    desk_app_show(t);
    struct case_view v = view(t);
    const struct paper *p = case_paper(&v.c, "referral");
    assert_non_null(p);
    assert_string_equal(p->state, "received");
    assert_string_equal(p->sealed, "sealed");
    assert_string_equal(p->addressed, "us");
    assert_string_equal(p->via, "counter");
}

static void materials_get_custody_numbers_and_the_receipt_is_printed(void **state)
{
    struct desk_app *t = *state;

    open_at(t, &materials_screen, LANG_JA);
    desk_app_show(t);
    assert_shows(t->app, "お預かりした資料はまだありません");
    type_keys(t->app, "n", "2", "Enter");
    type_text(t->app, "CT 2026-10-02");
    type_keys(t->app, "Enter", "Enter", "Enter", "５");
    desk_app_show(t);
    type_keys(t->app, "F12");
    desk_app_show(t);
    assert_shows(t->app, "26-0001-1");
    assert_shows(t->app, "26-0001-2");
    assert_shows(t->app, "CT 2026-10-02");
    assert_shows(t->app, "お預かりしました");
    assert_shows(t->app, "7点");
    struct case_view v = view(t);
    assert_string_equal(v.c.materials[1].kind, "slide_stained");
    assert_int_equal(v.c.materials[1].pieces, 5);
    type_keys(t->app, "F8");
    assert_shows(t->app, "もう一度印刷しました");
}

/* 12 for 1 and 2 happens; hundreds of one kind are asked about once, and may be right. */
static void very_many_pieces_are_asked_about_once(void **state)
{
    struct desk_app *t = *state;

    open_at(t, &materials_screen, LANG_JA);
    type_keys(t->app, "n", "9", "9", "9", "9", "F12");
    assert_shows(t->app, "9999点は多すぎませんか");
    assert_int_equal(view(t).c.n_materials, 0);
    type_keys(t->app, "Backspace", "Backspace", "F12");
    assert_int_equal(view(t).c.materials[0].pieces, 99);
    type_keys(t->app, "n", "2", "5", "0", "F12", "F12");
    assert_int_equal(view(t).c.materials[1].pieces, 250);
}

static void take_in(struct desk_app *t)
{
    static const struct material_draft items[] = { { .kind = "disc", .what = "CT", .owner = "visitor", .pieces = 1 },
        { .kind = "block", .what = "", .owner = "lender", .pieces = 2 } };

    fixture_take_in(&t->f, t->id, items, 2);
}

static void a_piece_moves_and_all_go_back(void **state)
{
    struct desk_app *t = *state;

    take_in(t);
    open_at(t, &materials_screen, LANG_EN);
    type_keys(t->app, "m", "2", "F12");
    desk_app_show(t);
    assert_string_equal(fixture_where(&t->f, t->id), "department 1, desk 2");
    assert_shows(t->app, "Department");
    type_keys(t->app, "Enter");
    desk_app_show(t);
    assert_shows(t->app, "taken in");
    type_keys(t->app, "Esc", "a");
    desk_app_show(t);
    assert_shows(t->app, "Everything goes where it belongs (3 pc.), also 1 pc."); /* the disc */
    type_keys(t->app, "Enter");
    type_text(t->app, "Hanako Takasaki");
    type_keys(t->app, "F12");
    desk_app_show(t);
    assert_shows(t->app, "Everything is where it belongs");
    struct case_view v = view(t);
    assert_int_equal(case_pieces_here(&v.c), 0);
    assert_string_equal(fixture_where(&t->f, t->id), "visitor 1, lender 2");
    assert_string_equal(v.c.moves[v.c.n_moves - 1].signed_by, "Hanako Takasaki");
}

/* Of five films three go to the department and two of those on to the specialist: a row for each place, and a move
 * starts from the row. In both languages, and the request's page says the same in one line. */
static void each_place_of_a_lot_has_its_row(void **state)
{
    static const struct material_draft films = { .kind = "film", .what = "CT", .owner = "visitor", .pieces = 5 };
    static const struct {
        const char *desk, *department, *specialist, *now, *too_many, *page;
    } says[LANG_COUNT] = {
        [LANG_JA] = { "2/5 来院者へ       窓口 ", "1/5 来院者へ       診療科", "2/5 来院者へ       担当医",
            "現在 診療科", "そこにあるのは 1点です", "5点 窓口2点 診療科1点 担当医2点" },
        [LANG_EN] = { "2/5 To the visitor At the counter", "1/5 To the visitor Department", "2/5 To the visitor Specialist",
            "now: Department", "Pieces there: 1. Enter that many or fewer.", "5 pc. At the counter 2 pc. Department 1 pc." },
    };
    struct desk_app *t = *state;

    fixture_take_in(&t->f, t->id, &films, 1);
    open_at(t, &materials_screen, LANG_EN);
    type_keys(t->app, "m", "2", "Enter", "Backspace", "3", "F12"); /* to the department */
    type_keys(t->app, "Down", "m", "3", "Enter", "Backspace", "2", "F12"); /* on to the specialist */
    assert_string_equal(fixture_where(&t->f, t->id), "desk 2 department 1 specialist 2");
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        shell_free(t->shell);
        open_at(t, &materials_screen, (enum lang)lang);
        desk_app_show(t);
        assert_shows(t->app, says[lang].desk);
        assert_shows(t->app, says[lang].department);
        assert_shows(t->app, says[lang].specialist);
        type_keys(t->app, "Down", "m");
        assert_shows(t->app, says[lang].now);
        type_keys(t->app, "5", "Enter", "Backspace", "2", "F12");
        desk_app_show(t);
        assert_shows(t->app, says[lang].too_many);
        type_keys(t->app, "Esc", "Esc");
        shell_free(t->shell);
        desk_app_open(t, &request_screen, t->id, (enum lang)lang, 40, 120);
        desk_app_show(t);
        assert_shows(t->app, says[lang].page);
    }
}

/* The list below the dialog changes when somebody else carries the pieces away: the dialog stays about its own. */
static void a_move_of_pieces_that_somebody_else_took_away_is_refused(void **state)
{
    struct desk_app *t = *state;

    take_in(t);
    open_at(t, &materials_screen, LANG_JA);
    type_keys(t->app, "m", "5");
    struct case_view v = view(t);
    struct move_draft x = { .request = t->id, .material = v.c.materials[0].id, .origin = "desk", .place = "department", .pieces = 1,
        .how = "hand", .tracking = "", .signed_by = "" };
    struct desk *other = fixture_second_desk(&t->f);
    fixture_log_in(other, "clerk");
    fixture_fine(desk_material_move(other, &x, NULL, &t->f.err), &t->f.err);
    desk_close(other);
    app_reload(t->app);
    type_keys(t->app, "F12");
    desk_app_show(t);
    assert_shows(t->app, "その点数はそこにありません");
    assert_string_equal(fixture_where(&t->f, t->id), "department 1, desk 2");
}

static void a_piece_that_is_posted_prints_its_label(void **state)
{
    struct desk_app *t = *state;

    take_in(t);
    fixture_write(&t->f, "UPDATE person SET address = '大阪市阿倍野区旭町1-2-7'");
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        open_at(t, &materials_screen, (enum lang)lang);
        if (lang == LANG_EN)
            type_keys(t->app, "Down");
        type_keys(t->app, lang == LANG_JA ? "m" : "2", "5", "Enter", "Backspace", "1", "Enter", "2", "F12");
        desk_app_show(t);
        assert_shows(t->app, lang == LANG_JA ? "移動を登録し、宛名ラベルを印刷しました。" : "The move is recorded and the address label is printed.");
        shell_free(t->shell);
        t->shell = NULL;
    }
}

static void taking_in_is_undone_with_a_reason(void **state)
{
    struct desk_app *t = *state;

    take_in(t);
    open_at(t, &materials_screen, LANG_JA);
    type_keys(t->app, "F4", "F12");
    assert_int_equal(view(t).c.n_materials, 2); /* without a reason nothing happens */
    type_text(t->app, "別の患者さんの資料");
    type_keys(t->app, "F12");
    desk_app_show(t);
    assert_int_equal(view(t).c.n_materials, 1);
    assert_shows(t->app, "入力を取り消しました");
}

static void what_cannot_be_printed_stays_stored_and_is_said(void **state)
{
    struct desk_app *t = *state;

    open_at(t, &materials_screen, LANG_JA);
    str_copy(t->f.printer, sizeof t->f.printer, "file:/nowhere/at/all");
    desk_close(t->f.desk);
    t->f.desk = NULL;
    shell_free(t->shell);
    t->f.desk = fixture_second_desk(&t->f);
    open_at(t, &materials_screen, LANG_JA);
    type_keys(t->app, "n", "1", "F12");
    desk_app_show(t);
    assert_int_equal(view(t).c.n_materials, 1);
    assert_hides(t->app, "資料預り証を印刷しました");
    assert_shows(t->app, "ファイル /nowhere/at/all/");
}

static void every_label_fits_in_both_languages(void **state)
{
    static const struct {
        const struct form_def *form;
        int cols;
    } forms[] = { { &requester_form_def, 45 }, { &paper_form_def, 68 }, { &letter_form_def, 68 }, { &take_in_form_def, 68 },
        { &move_form_def, 68 }, { &return_form_def, 68 } };
    static const struct screen_ops *const screens[] = { &requester_screen, &papers_screen, &materials_screen };
    struct desk_app *t = *state;
    struct catalogs c = test_catalogs(&t->f.arena);
    struct buf problems;

    buf_init(&problems, 1 << 16);
    for (int l = 0; l < 2; l++) {
        for (size_t i = 0; i < COUNT_OF(forms); i++)
            form_check(forms[i].form, c.of[l], forms[i].cols, &problems);
        for (size_t i = 0; i < COUNT_OF(screens); i++)
            for (const struct action *a = screens[i]->actions; a->id; a++)
                if (cells_of(tr(c.of[l], a->label)) > LABEL_CELLS || str_empty(a->help))
                    buf_printf(&problems, "%s: %s\n", a->id, tr(c.of[l], a->label));
    }
    if (problems.len)
        fail_msg("%s", problems.p);
    buf_fini(&problems);
    open_at(t, &requester_screen, LANG_JA);
}

static void a_described_piece_without_a_number_is_asked_for(void **state)
{
    struct desk_app *t = *state;

    open_at(t, &materials_screen, LANG_JA);
    type_keys(t->app, "n", "Enter"); /* past the number of discs, to what is on them */
    type_text(t->app, "CT 3月");
    type_keys(t->app, "F12");
    desk_app_show(t);
    assert_shows(t->app, "CT 3月"); /* still there */
    assert_shows(t->app, "点数を 1 以上で");
    assert_int_equal(view(t).c.n_materials, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, desk_app_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_described_piece_without_a_number_is_asked_for),
        TEST(family_without_the_patient_sees_at_once_that_the_consent_form_is_missing),
        TEST(what_was_shown_and_signed_is_stored_and_the_panel_says_done),
        TEST(a_form_nobody_signed_is_refused_at_its_field_and_nothing_is_stored),
        TEST(an_expired_paper_is_refused_at_its_own_field),
        TEST(a_guardian_shows_the_register_and_nothing_else),
        TEST(the_language_changes_at_once_and_the_half_filled_form_stays),
        TEST(a_name_with_a_variation_selector_stays_one),
        TEST(numbers_of_cards_are_warned_of),
        TEST(the_draft_comes_back_after_the_terminal_is_gone),
        TEST(a_paper_seen_is_undone_with_a_reason_and_asked_again),
        TEST(a_consent_taken_back_is_missing_again),
        TEST(twelve_digits_are_held_until_the_clerk_says_another_number),
        TEST(somebody_else_was_quicker_and_nothing_typed_is_lost),
        TEST(the_list_says_what_is_missing_and_a_promised_paper_has_its_day),
        TEST(a_referral_letter_is_recorded_with_its_envelope),
        TEST(materials_get_custody_numbers_and_the_receipt_is_printed),
        TEST(very_many_pieces_are_asked_about_once),
        TEST(a_piece_moves_and_all_go_back),
        TEST(each_place_of_a_lot_has_its_row),
        TEST(a_move_of_pieces_that_somebody_else_took_away_is_refused),
        TEST(a_piece_that_is_posted_prints_its_label),
        TEST(taking_in_is_undone_with_a_reason),
        TEST(what_cannot_be_printed_stays_stored_and_is_said),
        TEST(the_other_contact_is_copied_as_who_comes),
        TEST(every_label_fits_in_both_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

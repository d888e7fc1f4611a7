/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The receipt against the list of a qualified invoice's contents and the other lines of
 * domain.md 4.1; letters and closing sheets against counter.md. */
#include "tests/unit/out/fixture.h"

#include "out/day_report.h"
#include "out/department_sheet.h"
#include "out/letter.h"
#include "out/not_possible.h"
#include "out/receipt.h"
#include "out/void_slip.h"

static const char *print(struct fixture *f, const struct receipt *r)
{
    struct paper_ctx ctx = fixture_ctx(f, r->lang);
    const char *text;
    struct buf out;

    buf_init(&out, PAPER_MAX);
    assert_true(out_receipt(r, &ctx, &out));
    text = arena_strdup(&f->arena, out.p);
    buf_fini(&out);
    return text;
}

/* One line of text holds both. */
static void line_has(const char *text, const char *label, const char *value)
{
    for (const char *s = text; *s;) {
        size_t n = strcspn(s, "\n");
        char line[512];

        assert_true(n < sizeof line);
        memcpy(line, s, n);
        line[n] = '\0';
        if (strstr(line, label) && strstr(line, value))
            return;
        s += n + (s[n] != '\0');
    }
    fail_msg("no line with %s and %s in:\n%s", label, value, text);
}

/* Item 6: papers are in the visitor's language, whatever the screen's is. */
static void a_receipt_is_in_the_visitors_language_whatever_the_screens(void **state)
{
    struct fixture *f = *state;
    struct receipt en = fixture_receipt(f, LANG_EN);
    struct paper_ctx ctx = fixture_ctx(f, LANG_JA);
    struct buf out;

    buf_init(&out, PAPER_MAX);
    assert_true(out_receipt(&en, &ctx, &out));
    line_has(out.p, "Date of payment", "24 November 2026");
    assert_null(strstr(out.p, "領収日"));
    buf_fini(&out);
}

static void a_receipt_holds_every_item_of_a_qualified_invoice(void **state)
{
    static const struct {
        const char *item, *ja_label, *ja, *en_label, *en;
    } items[] = {
        { "issuer's name", "発行者名", "公立大学法人大阪", "Issued by",
            "University Public Corporation Osaka" },
        { "T number", "登録番号", "T7123456789012", "Registration number", "T7123456789012" },
        { "date", "領収日", "令和8年(2026年)11月24日", "Date of payment", "24 November 2026" },
        { "description", "セカンドオピニオン料", "33,000円", "Second opinion fee", "33,000 yen" },
        { "total per rate and the rate", "10% 対象 合計", "33,000円", "10% taxable, total",
            "33,000 yen" },
        { "tax per rate", "うち消費税 10%", "3,000円", "consumption tax 10%", "3,000 yen" },
        { "recipient's name", "宛名", "髙﨑 花子 様", "Received from", "髙﨑 花子" },
    };
    struct fixture *f = *state;
    struct receipt ja = fixture_receipt(f, LANG_JA), en = fixture_receipt(f, LANG_EN);

    for (size_t i = 0; i < COUNT_OF(items); i++) {
        line_has(print(f, &ja), items[i].ja_label, items[i].ja);
        line_has(print(f, &en), items[i].en_label, items[i].en);
    }
}

static void a_receipt_holds_the_further_fields_of_a_ryoshusho(void **state)
{
    struct fixture *f = *state;
    struct receipt r = fixture_receipt(f, LANG_JA);
    const char *text = print(f, &r);

    assert_non_null(strstr(text, "領　収　書"));
    line_has(text, "領収書番号", "1-2026-00310");
    line_has(text, "(自費)", "33,000円");
    line_has(text, "お支払い方法", "現金");
    line_has(text, "お預り", "40,000円");
    line_has(text, "お釣り", "7,000円");
    line_has(text, "1番窓口", "西川");
    assert_non_null(strstr(text, "大阪公立大学医学部附属病院"));
    assert_non_null(strstr(text, "大阪市阿倍野区旭町1-5-7"));
    line_has(text, "印紙税", "非課税");
    assert_null(strstr(text, "再発行"));
    assert_null(strstr(text, "医療費控除")); /* no promise about income tax */
}

static void a_receipt_names_no_department_and_no_disease(void **state)
{
    struct fixture *f = *state;

    for (int l = 0; l < LANG_COUNT; l++) {
        struct receipt r = fixture_receipt(f, (enum lang)l);
        const char *text = print(f, &r);

        assert_string_equal(
            r.lines[0].item.ja, "消化器外科 胃がん相談"); /* what the policy calls it */
        assert_null(strstr(text, "外科"));
        assert_null(strstr(text, "がん"));
        assert_null(strstr(text, "ancer"));
    }
}

static void a_hospital_without_registration_prints_a_plain_receipt(void **state)
{
    struct fixture *f = *state;
    struct receipt r = fixture_receipt(f, LANG_JA);

    r.registration = "";
    f->hospital.stamp_exempt = false;
    assert_null(strstr(print(f, &r), "登録番号"));
    assert_null(strstr(print(f, &r), "T7123456789012"));
    assert_null(strstr(print(f, &r), "印紙"));
}

static void taxes_are_those_of_the_worked_examples(void **state)
{
    static const struct {
        int64_t total;
        const char *total_text, *tax_text;
    } cases[] = {
        /* domain.md 4.1 */
        { 33000, "33,000円", " 3,000円" },
        { 44000, "44,000円", " 4,000円" },
        { 110000, "110,000円", " 10,000円" },
        { 38500, "38,500円", " 3,500円" },
        { 5500, "5,500円", " 500円" },
    };
    struct fixture *f = *state;

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct receipt r = fixture_receipt(f, LANG_JA);

        r.total = YEN(cases[i].total);
        r.tax = yen_tax_inside(r.total, 10);
        line_has(print(f, &r), "10% 対象 合計", cases[i].total_text);
        line_has(print(f, &r), "うち消費税 10%", cases[i].tax_text);
    }
}

static void the_large_amount_is_written_in_full_width_digits(void **state)
{
    struct fixture *f = *state;
    struct receipt r = fixture_receipt(f, LANG_JA);

    assert_non_null(strstr(print(f, &r), "金  ３３，０００円"));
}

static void a_copy_is_marked_with_its_number_and_date(void **state)
{
    struct fixture *f = *state;
    struct receipt r = fixture_receipt(f, LANG_JA);

    r.copy = 3;
    assert_true(day_from_ymd(2026, 12, 1, &r.printed_on));
    line_has(print(f, &r), "[再発行]", "3枚目  発行日 令和8年(2026年)12月1日");
    line_has(print(f, &r), "領収日", "11月24日"); /* the date of receiving stays */
    r.lang = LANG_EN;
    line_has(print(f, &r), "[DUPLICATE]", "copy no. 3, printed on 1 December 2026");
}

static void a_voided_receipt_says_that_it_is_void(void **state)
{
    struct fixture *f = *state;
    struct receipt r = fixture_receipt(f, LANG_JA);

    assert_null(strstr(print(f, &r), "取り消されました"));
    r.voided = true;
    assert_non_null(strstr(print(f, &r), "この領収書は取り消されました。無効です。"));
    r.lang = LANG_EN;
    assert_non_null(strstr(print(f, &r), "This receipt was voided and is not valid."));
}

static void a_card_shows_its_slip_and_no_change(void **state)
{
    struct fixture *f = *state;
    struct receipt r = fixture_receipt(f, LANG_JA);

    r.method = "card";
    r.slip = "00412";
    line_has(print(f, &r), "お支払い方法", "カード");
    line_has(print(f, &r), "伝票番号", "00412");
    assert_null(strstr(print(f, &r), "お釣り"));
}

static void a_receipt_to_somebody_else_also_names_the_patient(void **state)
{
    struct fixture *f = *state;
    struct receipt r = fixture_receipt(f, LANG_JA);

    assert_null(strstr(print(f, &r), "患者氏名"));
    r.addressee = "𠮷田商店";
    line_has(print(f, &r), "宛名", "𠮷田商店 様");
    line_has(print(f, &r), "患者氏名", "髙﨑 花子 様");
}

static void a_void_slip_is_signed_and_a_lost_original_is_declared(void **state)
{
    struct fixture *f = *state;
    struct paper_ctx ctx = fixture_ctx(f, LANG_JA);
    struct void_slip in = { .receipt = fixture_receipt(f, LANG_JA),
        .voided_on = ctx.today,
        .back = YEN(33000),
        .original = "collected",
        .reason = "二重",
        .by = "西川",
        .approved_by = "佐藤",
        .copy = 1 };
    struct buf out;

    buf_init(&out, PAPER_MAX);
    assert_true(out_void_slip(&in, &ctx, &out));
    line_has(out.p, "[x] 回収した", "[ ] 紛失");
    assert_null(strstr(out.p, "原本を紛失しました"));
    line_has(out.p, "支払者 ご署名", "____");
    buf_clear(&out);
    in.original = "lost";
    assert_true(out_void_slip(&in, &ctx, &out));
    line_has(out.p, "[ ] 回収した", "[x] 紛失");
    assert_non_null(strstr(out.p, "領収書の原本を紛失しました"));
    line_has(out.p, "責任者確認", "佐藤");
    buf_fini(&out);
}

/* The sentences without the ends of their lines. */
static const char *unwrapped(struct fixture *f, const char *text)
{
    char *out = arena_alloc(&f->arena, strlen(text) + 1), *to = out;

    for (; *text; text++)
        if (strncmp(text, "\n  ", 3) == 0)
            text += 2;
        else
            *to++ = *text;
    return out;
}

static const char *letter(struct fixture *f, const char *code, enum lang l)
{
    struct person who = { .name = "髙﨑 花子", .romaji = "", .patient_no = "" };
    struct not_possible in
        = { .case_year = 2026, .case_number = 1, .patient = &who, .addressee = "", .code = code };
    struct paper_ctx ctx = fixture_ctx(f, l);
    const char *text;
    struct buf out;

    buf_init(&out, PAPER_MAX);
    assert_true(out_not_possible(&in, &ctx, &out));
    text = unwrapped(f, out.p);
    buf_fini(&out);
    return text;
}

static void a_letter_of_refusal_gives_no_reason_that_hurts_or_tells(void **state)
{
    static const char *const neutral[] = { "r1", "r5", "r6", "r13", "r18", "r99", "" };
    struct fixture *f = *state;

    for (int l = 0; l < LANG_COUNT; l++)
        for (size_t i = 0; i < COUNT_OF(neutral); i++)
            assert_string_equal(
                letter(f, neutral[i], (enum lang)l), letter(f, "unknown", (enum lang)l));
    assert_non_null(
        strstr(letter(f, "r4", LANG_JA), "セカンドオピニオン外来ではお受けしておりません"));
    assert_non_null(strstr(letter(f, "r3", LANG_JA), "初診のご予約をご案内いたします"));
    assert_string_not_equal(letter(f, "r12", LANG_EN), letter(f, "r99", LANG_EN));
}

static void every_code_has_a_letter(void **state)
{
    struct fixture *f = *state;

    for (size_t i = 0; i < WORDS_DECLINE_CODE.n; i++)
        assert_non_null(
            strstr(letter(f, WORDS_DECLINE_CODE.item[i].id, LANG_JA), "今回はお受けできません"));
}

static const char *label(struct fixture *f, struct address_label in, enum lang l)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    const char *text;
    struct buf out;

    buf_init(&out, PAPER_MAX);
    assert_true(out_address_label(&in, &ctx, &out));
    text = arena_strdup(&f->arena, out.p);
    buf_fini(&out);
    return text;
}

static void a_label_addresses_doctor_person_and_house_as_is_due(void **state)
{
    struct fixture *f = *state;
    struct address_label doctor
        = { "530-0001", "大阪市", "市立中央病院", "外科", "山田", true, false };
    struct address_label person = { "530-0001", "大阪市", "", "", "髙﨑 花子", false, true };
    struct address_label house = { "530-0001", "大阪市", "市立中央病院", "", "", false, false };

    assert_non_null(strstr(label(f, doctor, LANG_JA), "山田 先生"));
    assert_non_null(strstr(label(f, person, LANG_JA), "髙﨑 花子 様"));
    assert_non_null(strstr(label(f, house, LANG_JA), "市立中央病院 御中"));
    assert_non_null(strstr(label(f, doctor, LANG_JA), "大阪公立大学"));
    /* this household must not hear the hospital's name: only where to send it back */
    assert_null(strstr(label(f, person, LANG_JA), "病院"));
    assert_null(strstr(label(f, person, LANG_EN), "Hospital"));
    assert_non_null(strstr(label(f, person, LANG_JA), "旭町1-5-7"));
}

static const char *report(struct fixture *f, const struct day_report *in)
{
    struct paper_ctx ctx = fixture_ctx(f, LANG_JA);
    const char *text;
    struct buf out;

    buf_init(&out, PAPER_MAX);
    assert_true(out_day_report(in, &ctx, &out));
    text = arena_strdup(&f->arena, out.p);
    buf_fini(&out);
    return text;
}

static void a_closing_report_holds_what_the_day_sheet_needs(void **state)
{
    static const struct {
        const char *label, *value;
    } lines[] = {
        /* domain.md 4.2 */
        { "釣銭準備金", "50,000円" },
        { "現金 受領", "2件" },
        { "カード", "33,000" },
        { "帳簿の現金", "116,000円" },
        { "実際の現金", "115,000円" },
        { "差額", "-1,000円" },
        { "理由", "原因不明" },
        { "10,000", "8枚          80,000" },
        { "納める金額", "65,000円" },
        { "翌日の釣銭準備金", "50,000円" },
        { "納金袋", "1124-1" },
        { "1-2026-00310", "1-2026-00312 (3件)" },
        { "領収取消", "0件" },
        { "26-0417", "佐々木 健 様" },
        { "報告書 未発送", "2件" },
        { "預り資料", "3点" },
        { "累計 (今回まで)", "7,722,000円" },
        { "操作記録 番号", "10,412" },
        { "操作記録 照合値", "10a2b3c4 d5e6f708 10a2b3c4 d5e6f708 10a2b3c4 d5e6f708" },
        { "日締め 担当", "西川  17:04" },
        { "責任者確認", "佐藤  17:06" },
    };
    struct fixture *f = *state;
    struct till till;
    struct closing closing;
    struct day_report in;
    const char *text, *signature;

    fixture_day(f, &till, &closing, &in, LANG_JA);
    text = report(f, &in);
    for (size_t i = 0; i < COUNT_OF(lines); i++)
        line_has(text, lines[i].label, lines[i].value);
    signature = strstr(text, "ご署名");
    assert_non_null(signature);
    assert_non_null(strstr(signature + 1, "ご署名")); /* two people sign */
}

static void a_day_without_cash_says_that_nothing_was_counted(void **state)
{
    struct fixture *f = *state;
    struct till till;
    struct closing closing;
    struct day_report in;

    fixture_day(f, &till, &closing, &in, LANG_JA);
    closing.cash_count = 0;
    assert_non_null(strstr(report(f, &in), "数えずに締めました"));
    assert_null(strstr(report(f, &in), "金種"));
}

static void an_interim_sheet_is_no_closing(void **state)
{
    struct fixture *f = *state;
    struct till till;
    struct closing closing;
    struct day_report in;

    fixture_day(f, &till, &closing, &in, LANG_JA);
    in.closing = NULL;
    assert_non_null(strstr(report(f, &in), "仮　の　日　計　表"));
    assert_null(strstr(report(f, &in), "ご署名"));
    assert_null(strstr(report(f, &in), "照合値"));
}

static void the_department_learns_no_more_than_it_needs(void **state)
{
    struct fixture *f = *state;
    struct person who = { .name = "髙﨑 花子",
        .romaji = "",
        .patient_no = "07654321",
        .phone = "090-1111-2222",
        .postal = "543-0001",
        .address = "天王寺区上本町",
        .email = "h@example.jp" };
    struct department_sheet in = { .case_year = 2026,
        .case_number = 1,
        .round = 1,
        .patient = &who,
        .department = { "循環器内科", "Cardiology" },
        .questions = "薬について",
        .wishes = "2026-12-03 pm",
        .bad_days = "",
        .treatment_from = DAY_NONE,
        .who_comes = "本人",
        .sent_on = DAY_NONE,
        .asked_again_on = DAY_NONE,
        .answer_by = DAY_NONE,
        .sent_by = "西川" };
    struct paper_ctx ctx = fixture_ctx(f, LANG_JA);
    struct buf out;

    buf_init(&out, PAPER_MAX);
    assert_true(out_department_sheet(&in, &ctx, &out));
    line_has(out.p, "患者番号", "07654321");
    line_has(out.p, "希望日", "令和8年(2026年)12月3日(木) 午後");
    assert_null(strstr(out.p, who.phone));
    assert_null(strstr(out.p, who.address));
    assert_null(strstr(out.p, who.email));
    buf_fini(&out);
}

/* counter.md 6: the sheet goes to a department also when nobody has chosen one here: by hand, on a line. */
static void a_sheet_without_a_department_has_a_line_for_it(void **state)
{
    struct fixture *f = *state;
    static const char *const says[][2] = { { "未定 ______", "令和8年(2026年)11月30日(月)" },
        { "not chosen yet: ______", "Monday, 30 November 2026" } };

    for (int l = 0; l < LANG_COUNT; l++) {
        struct paper_ctx ctx = fixture_ctx(f, (enum lang)l);
        struct person who = { .name = "髙﨑 花子" };
        struct department_sheet in = { .case_year = 2026, .case_number = 1, .round = 1, .patient = &who, .department = { "", "" },
            .treatment_from = DAY_NONE, .sent_on = DAY_NONE, .asked_again_on = DAY_NONE, .answer_by = DAY_NONE };
        struct buf out;
        buf_init(&out, PAPER_MAX);
        assert_true(day_parse_iso("2026-11-30", &in.asked_again_on));
        assert_true(out_department_sheet(&in, &ctx, &out));
        line_has(out.p, l == LANG_JA ? "依頼先" : "To the department", says[l][0]);
        line_has(out.p, l == LANG_JA ? "再依頼日" : "Asked again on", says[l][1]);
        buf_fini(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FIXTURE_TEST(a_receipt_holds_every_item_of_a_qualified_invoice),
        FIXTURE_TEST(a_receipt_is_in_the_visitors_language_whatever_the_screens),
        FIXTURE_TEST(a_receipt_holds_the_further_fields_of_a_ryoshusho),
        FIXTURE_TEST(a_receipt_names_no_department_and_no_disease),
        FIXTURE_TEST(a_hospital_without_registration_prints_a_plain_receipt),
        FIXTURE_TEST(taxes_are_those_of_the_worked_examples),
        FIXTURE_TEST(the_large_amount_is_written_in_full_width_digits),
        FIXTURE_TEST(a_copy_is_marked_with_its_number_and_date),
        FIXTURE_TEST(a_voided_receipt_says_that_it_is_void),
        FIXTURE_TEST(a_card_shows_its_slip_and_no_change),
        FIXTURE_TEST(a_receipt_to_somebody_else_also_names_the_patient),
        FIXTURE_TEST(a_void_slip_is_signed_and_a_lost_original_is_declared),
        FIXTURE_TEST(a_letter_of_refusal_gives_no_reason_that_hurts_or_tells),
        FIXTURE_TEST(every_code_has_a_letter),
        FIXTURE_TEST(a_label_addresses_doctor_person_and_house_as_is_due),
        FIXTURE_TEST(a_closing_report_holds_what_the_day_sheet_needs),
        FIXTURE_TEST(a_day_without_cash_says_that_nothing_was_counted),
        FIXTURE_TEST(an_interim_sheet_is_no_closing),
        FIXTURE_TEST(the_department_learns_no_more_than_it_needs),
        FIXTURE_TEST(a_sheet_without_a_department_has_a_line_for_it),
    };

    return cmocka_run_group_tests_name("out/receipt", tests, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/out/fixture.h"

#include <stdio.h>

#include "out/appointment_slip.h"
#include "out/call_slip.h"
#include "out/charge_slip.h"
#include "out/custody.h"
#include "out/day_report.h"
#include "out/department_sheet.h"
#include "out/forms.h"
#include "out/guide.h"
#include "out/letter.h"
#include "out/not_possible.h"
#include "out/receipt.h"
#include "out/void_slip.h"
#include "policy/load.h"

char *fixture_file(struct arena *a, const char *root_variable, const char *path, size_t *n)
{
    const char *root = getenv(root_variable);
    char *name = arena_printf(a, "%s/%s", root ? root : ".", path), *text;
    FILE *f = fopen(name, "rb");
    long size;
    if (!f)
        return NULL;
    fseek(f, 0, SEEK_END);
    size = ftell(f);
    rewind(f);
    text = arena_alloc(a, (size_t)size + 1);
    *n = fread(text, 1, (size_t)size, f);
    fclose(f);
    return text;
}

void fixture_init(struct fixture *f)
{
    struct err e = ERR_INIT;
    const char *mo;
    size_t n = 0;
    *f = (struct fixture){ .copy = 1 };
    arena_init(&f->arena);
    mo = fixture_file(&f->arena, "top_builddir", "po/ja.gmo", &n);
    assert_non_null(mo);
    assert_true(catalog_load(mo, n, &f->arena, &f->catalogs.of[LANG_JA], &e));
    f->hospital = (struct hospital){
        .name = { "大阪公立大学医学部附属病院", "Osaka Metropolitan University Hospital" },
        .address = { "大阪市阿倍野区旭町1-5-7", "1-5-7 Asahi-machi, Abeno-ku, Osaka" },
        .counter_name = { "1番窓口", "Reception counter 1" },
        .counter_floor = { "1階", "1st floor" },
        .issuer = { "公立大学法人大阪", "University Public Corporation Osaka" },
        .counter = 1,
        .counter_number = 1,
        .postal = "545-8586",
        .phone = "06-0000-2121",
        .registration = "T7123456789012",
        .stamp_exempt = true,
        .patient_no_label = { "患者番号", "Patient number" },
        .offset = 540,
        .treasury = "会計課出納",
    };
}

void fixture_fini(struct fixture *f)
{
    arena_fini(&f->arena);
}

static day on(int y, int m, int d)
{
    day out;
    assert_true(day_from_ymd(y, m, d, &out));
    return out;
}

static const char *or_strange(const struct fixture *f, const char *usual)
{
    return f->strange ? f->strange : usual;
}

struct paper_ctx fixture_ctx(struct fixture *f, enum lang l)
{
    return (struct paper_ctx){ &f->hospital, &f->catalogs, l, on(2026, 11, 24), f->copy, false };
}

static struct person hanako(const struct fixture *f)
{
    return (struct person){ .id = 7,
        .patient_no = or_strange(f, "07654321"),
        .name = or_strange(f, "髙﨑 花子"),
        .kana = or_strange(f, "タカサキ ハナコ"),
        .romaji = or_strange(f, "TAKASAKI Hanako"),
        .birth = on(1965, 3, 8),
        .sex = "female",
        .postal = "543-0001",
        .address = or_strange(f, "大阪市天王寺区上本町"),
        .phone = "06-0000-1234",
        .phone2 = "",
        .email = "",
        .nationality = "",
        .lang = LANG_JA,
        .interpreter = "" };
}

static struct person taro(const struct fixture *f)
{
    struct person p = hanako(f);
    p.patient_no = "";
    p.name = or_strange(f, "葛󠄀城 太郎");
    p.romaji = or_strange(f, "");
    p.birth = on(2018, 5, 1);
    p.sex = "male";
    return p;
}

static size_t materials(const struct fixture *f, const struct material **out)
{
    struct material *m = ARENA_ARRAY((struct arena *)&f->arena, struct material, 4);
    m[0] = (struct material){ .kind = "referral",
        .what = or_strange(f, "市立中央病院 11/02"),
        .pieces = 1,
        .label = or_strange(f, "26-0388-1"),
        .owner = "visitor",
        .destination = "keep" };
    m[1] = (struct material){ .kind = "disc",
        .what = or_strange(f, "CT 2026-10-02"),
        .pieces = 2,
        .label = or_strange(f, "26-0388-2"),
        .owner = "visitor",
        .destination = "visitor" };
    m[2] = (struct material){ .kind = "slide_stained",
        .what = or_strange(f, "S26-1189"),
        .pieces = 12,
        .label = or_strange(f, "26-0388-3"),
        .owner = "lender",
        .destination = "lender" };
    m[3] = (struct material){ .kind = "imaging_report",
        .what = or_strange(f, ""),
        .pieces = 1,
        .label = or_strange(f, "26-0388-4"),
        .owner = or_strange(f, "吉備総合病院"),
        .destination = "destroy" };
    *out = m;
    return 4;
}

static bool request_form(struct fixture *f, enum lang l, struct buf *out)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    struct blank_form in = { YEN(33000), 60 };
    return out_request_form(&in, &ctx, out);
}

static bool consent_form(struct fixture *f, enum lang l, struct buf *out)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    struct blank_form in = { YEN(33000), 60 };
    return out_consent_form(&in, &ctx, out);
}

/* From the shipped policy of Osaka Metropolitan University Hospital. */
static bool guide(struct fixture *f, enum lang l, struct buf *out)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    struct guide in = { NULL, "in_person" };
    struct err e = ERR_INIT;
    size_t n = 0;
    const char *text = fixture_file(&f->arena, "top_srcdir", "data/policies/omu.yml", &n);
    assert_non_null(text);
    in.policy = policy_read(text, n, &f->arena, &e);
    assert_non_null(in.policy);
    return out_guide(&in, &ctx, out);
}

static bool custody_receipt(struct fixture *f, enum lang l, struct buf *out)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    struct person who = hanako(f);
    struct custody_receipt in = { .case_year = 2026,
        .case_number = 388,
        .patient = &who,
        .received_on = on(2026, 11, 10),
        .handed_in_by = or_strange(f, "髙﨑 健一"),
        .taken_by = or_strange(f, "西川") };
    in.n_materials = materials(f, &in.materials);
    return out_custody_receipt(&in, &ctx, out);
}

static bool return_slip(struct fixture *f, enum lang l, struct buf *out)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    struct person who = hanako(f);
    struct return_slip in = { .case_year = 2026,
        .case_number = 388,
        .patient = &who,
        .returned_on = on(2026, 11, 24),
        .part = { { .place = "visitor", .to = or_strange(f, "髙﨑 花子"), .how = "hand", .tracking = or_strange(f, "") } },
        .n_parts = 1,
        .given_by = or_strange(f, "西川") };
    in.part[0].n_materials = materials(f, &in.part[0].materials) - 2;
    in.part[0].materials++; /* the referral letter is kept, the report destroyed */
    return out_return_slip(&in, &ctx, out);
}

static bool department_sheet(struct fixture *f, enum lang l, struct buf *out)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    struct person who = hanako(f);
    struct department_sheet in = { .case_year = 2026,
        .case_number = 388,
        .round = 2,
        .patient = &who,
        .department = { or_strange(f, "消化器外科"), or_strange(f, "Gastrointestinal surgery") },
        .wanted_doctor = or_strange(f, ""),
        .questions = or_strange(f,
            "手術と薬の治療のどちらがよいか。手術の場合、腹腔鏡でできるか。\n"
            "仕事を続けながらの治療はできるか。"),
        .wishes = or_strange(f, "2026-12-03 am;2026-12-08"),
        .bad_days = or_strange(f, "2026-12-04;毎週月曜"),
        .treatment_from = on(2026, 12, 21),
        .who_comes = or_strange(f, l == LANG_JA ? "本人、夫" : "Patient, spouse"),
        .interpreter = or_strange(f, ""),
        .asked_for = or_strange(f, "病理標本 (染色済) 12枚"),
        .sent_on = on(2026, 11, 20),
        .asked_again_on = DAY_NONE,
        .answer_by = on(2026, 11, 27),
        .sent_by = or_strange(f, "西川") };
    in.n_materials = materials(f, &in.materials);
    return out_department_sheet(&in, &ctx, out);
}

static bool appointment_slip(struct fixture *f, enum lang l, struct buf *out)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    struct person who = hanako(f);
    struct appointment a = { .specialist_name = or_strange(f, "森 正彦"),
        .specialist_name_en = or_strange(f, "Masahiko Mori"),
        .department = or_strange(f, "surgery"),
        .day = on(2026, 12, 8),
        .start_min = 14 * 60,
        .minutes = 60,
        .room = 1,
        .room_name = or_strange(f, "相談室1"),
        .room_name_en = or_strange(f, "Consultation room 1"),
        .room_floor = or_strange(f, "2階B"),
        .room_floor_en = or_strange(f, "2nd floor, block B"),
        .place = or_strange(f, ""),
        .come_min = 13 * 60 + 45,
        .state = "booked" };
    struct bilingual bring = { or_strange(f, "相談同意書"), or_strange(f, "Consent form") };
    struct appointment_slip in = { .case_year = 2026,
        .case_number = 388,
        .patient = &who,
        .appointment = &a,
        .who_comes = or_strange(f, l == LANG_JA ? "本人、夫" : "Patient, spouse"),
        .bring = &bring,
        .n_bring = 1,
        .identity_needed = true,
        .fee = YEN(33000),
        .fee_minutes = 60,
        .at_cashier = false };
    return out_appointment_slip(&in, &ctx, out);
}

static bool not_possible(struct fixture *f, enum lang l, struct buf *out)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    struct person who = hanako(f);
    struct not_possible in = { .case_year = 2026,
        .case_number = 388,
        .patient = &who,
        .addressee = or_strange(f, ""),
        .code = "r12",
        .say = { f->strange, f->strange },
        .materials_held = true };
    return out_not_possible(&in, &ctx, out);
}

static bool covering_letter(struct fixture *f, enum lang l, struct buf *out)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    struct person who = taro(f);
    struct enclosure more = { or_strange(f, l == LANG_JA ? "病理標本" : "Pathology slides"), 12 };
    struct covering_letter in = { .case_year = 2026,
        .case_number = 409,
        .patient = &who,
        .institution = or_strange(f, "市立中央病院"),
        .department = or_strange(f, "外科"),
        .doctor = or_strange(f, "山田 太郎"),
        .consulted_on = on(2026, 11, 24),
        .report = true,
        .more = &more,
        .n_more = 1,
        .tracking = or_strange(f, "1234-5678-9011"),
        .by = or_strange(f, "西川") };
    return out_covering_letter(&in, &ctx, out);
}

static bool address_label(struct fixture *f, enum lang l, struct buf *out)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    struct address_label in = { .postal = or_strange(f, "530-0001"),
        .address = or_strange(f, "大阪市北区梅田1丁目2番3号"),
        .institution = or_strange(f, "市立中央病院"),
        .department = or_strange(f, "外科"),
        .person = or_strange(f, "山田 太郎"),
        .doctor = true };

    return out_address_label(&in, &ctx, out);
}

static bool reminder_letter(struct fixture *f, enum lang l, struct buf *out)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    struct person who = taro(f);
    struct missing_paper missing[2] = {
        { { or_strange(f, "親権の書類 (戸籍)"),
              or_strange(f, "Family register (parental authority)") },
            { or_strange(f, "未成年の患者様が同席されないため"),
                or_strange(f, "because the patient is under age and does not attend") },
            DAY_NONE },
        { { or_strange(f, "病理標本 5枚"), or_strange(f, "Pathology slides, 5") }, { NULL, NULL },
            on(2026, 11, 27) },
    };
    struct reminder_letter in = { .case_year = 2026,
        .case_number = 409,
        .patient = &who,
        .addressee = or_strange(f, "葛󠄀城 恵"),
        .missing = missing,
        .n_missing = 2,
        .wanted_by = on(2026, 12, 1) };

    return out_reminder_letter(&in, &ctx, out);
}

struct receipt fixture_receipt(struct fixture *f, enum lang l)
{
    struct receipt_line *line = ARENA_NEW(&f->arena, struct receipt_line);

    /* a policy's own title may name a department: it must not reach the receipt */
    *line = (struct receipt_line){ { "消化器外科 胃がん相談", "Stomach cancer" }, 1, YEN(33000),
        YEN(33000), 10 };
    return (struct receipt){ .payment = 1,
        .request = 1,
        .counter_number = 1,
        .year = 2026,
        .number = 310,
        .case_year = 2026,
        .case_number = 388,
        .paid_on = on(2026, 11, 24),
        .business_day = on(2026, 11, 24),
        .addressee = or_strange(f, "髙﨑 花子"),
        .patient_name = or_strange(f, "髙﨑 花子"),
        .patient_no = or_strange(f, "07654321"),
        .lines = line,
        .n_lines = 1,
        .total = YEN(33000),
        .tax = YEN(3000),
        .tax_percent = 10,
        .method = "cash",
        .tendered = YEN(40000),
        .change = YEN(7000),
        .slip = or_strange(f, ""),
        .other_kind = or_strange(f, ""),
        .registration = "T7123456789012",
        .clerk = or_strange(f, "西川"),
        .lang = l,
        .copy = f->copy,
        .printed_on = on(2026, 11, 24) };
}

static bool receipt(struct fixture *f, enum lang l, struct buf *out)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    struct receipt in = fixture_receipt(f, l);

    return out_receipt(&in, &ctx, out);
}

static bool receipt_again(struct fixture *f, enum lang l, struct buf *out)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    struct receipt in = fixture_receipt(f, l);

    in.copy = 2;
    in.printed_on = on(2026, 11, 25);
    return out_receipt(&in, &ctx, out);
}

static bool receipt_both(struct fixture *f, enum lang l, struct buf *out)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    struct receipt in = fixture_receipt(f, l);

    ctx.both = true;
    in.method = "card";
    in.slip = or_strange(f, "00412");
    in.addressee = or_strange(f, "髙﨑 健一");
    return out_receipt(&in, &ctx, out);
}

static bool receipt_void(struct fixture *f, enum lang l, struct buf *out)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    struct receipt in = fixture_receipt(f, l);

    in.voided = true;
    in.registration = "";
    return out_receipt(&in, &ctx, out);
}

static bool void_slip(struct fixture *f, enum lang l, struct buf *out)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    struct void_slip in = { .receipt = fixture_receipt(f, l),
        .voided_on = on(2026, 11, 24),
        .back = YEN(33000),
        .original = "lost",
        .reason = or_strange(f, "カードで支払い直すため"),
        .by = or_strange(f, "西川"),
        .approved_by = or_strange(f, "佐藤"),
        .copy = f->copy };

    return out_void_slip(&in, &ctx, out);
}

static bool charge_slip(struct fixture *f, enum lang l, struct buf *out)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    struct receipt r = fixture_receipt(f, l);
    struct charge_slip in = { .request = 1,
        .case_year = 2026,
        .case_number = 388,
        .patient_name = or_strange(f, "𠮷田 一郎"),
        .patient_no = or_strange(f, "07654321"),
        .day = on(2026, 11, 24),
        .call_number = 101,
        .lines = r.lines,
        .n_lines = 1,
        .total = YEN(33000),
        .tax = YEN(3000),
        .tax_percent = 10,
        .lang = l,
        .clerk = or_strange(f, "西川"),
        .copy = f->copy };

    return out_charge_slip(&in, &ctx, out);
}

static bool call_slip(struct fixture *f, enum lang l, struct buf *out)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    struct call_slip in = { 101, on(2026, 11, 24), 10 * 60 + 12, 10 * 60 + 30 };

    return out_call_slip(&in, &ctx, out);
}

static void day_rows(struct fixture *f, struct day_report *out)
{
    struct till_row *r = ARENA_ARRAY(&f->arena, struct till_row, 3);
    static const char *const name[] = { "髙﨑 花子", "グエン ラン", "𠮷田 一郎" };

    for (int i = 0; i < 3; i++)
        r[i] = (struct till_row){ .payment = i + 1,
            .request = i + 1,
            .kind = "collect",
            .method = i == 1 ? "card" : "cash",
            .amount = YEN(33000),
            .tendered = YEN(i == 1 ? 0 : 40000),
            .change = YEN(i == 1 ? 0 : 7000),
            .year = 2026,
            .number = 310 + i,
            .name = or_strange(f, name[i]),
            .case_year = 2026,
            .case_number = 388 + i,
            .slip = or_strange(f, i == 1 ? "00412" : ""),
            .paid_on = on(2026, 11, 24),
            .at = instant_of(on(2026, 11, 24), (hm){ 702 + i * 132 }, 540),
            .by_name = or_strange(f, "西川") };
    out->rows = r;
    out->n_rows = 3;
}

void fixture_day(struct fixture *f, struct till *till, struct closing *closing,
    struct day_report *out, enum lang l)
{
    day today = on(2026, 11, 24);
    struct closing_name *unpaid = ARENA_NEW(&f->arena, struct closing_name);

    *unpaid = (struct closing_name){ or_strange(f, "佐々木 健"),
        or_strange(f, "持ち合わせがないため"), 2026, 417, YEN(33000), on(2026, 11, 26) };
    *till = (struct till){ .day = today,
        .float_yen = YEN(50000),
        .expected_cash = YEN(116000),
        .income = YEN(99000),
        .all = YEN(99000),
        .first_year = 2026,
        .first_number = 310,
        .last_year = 2026,
        .last_number = 312,
        .n_receipts = 3 };
    till->in[TILL_CASH] = till->net[TILL_CASH] = YEN(66000);
    till->n_in[TILL_CASH] = 2;
    till->in[TILL_CARD] = till->net[TILL_CARD] = YEN(33000);
    till->n_in[TILL_CARD] = 1;
    *closing = (struct closing){ .id = 1,
        .seq = 231,
        .cash_count = 1,
        .counted = { { 8, 2, 0, 15, 10, 35, 20, 50, 0, 0 } },
        .sum = { .counted_cash = YEN(115000),
            .difference = YEN(-1000),
            .deposit = YEN(65000),
            .next_float = YEN(50000),
            .reason_needed = true,
            .supervisor_needed = true },
        .card_counted = YEN(33000),
        .perpetual_before = YEN(7623000),
        .perpetual_after = YEN(7722000),
        .bag = or_strange(f, "1124-1"),
        .treasury = or_strange(f, "会計課出納"),
        .treasury_person = or_strange(f, ""),
        .reason = or_strange(f, "原因不明"),
        .first_receipt = "1-2026-00310",
        .last_receipt = "1-2026-00312",
        .at = instant_of(today, (hm){ 17 * 60 + 4 }, 540),
        .by = 2,
        .by_name = or_strange(f, "西川"),
        .confirmed_by = 3,
        .confirmed_name = or_strange(f, "佐藤"),
        .confirmed_at = instant_of(today, (hm){ 17 * 60 + 6 }, 540),
        .audit_seq = 10412,
        .audit_hash = "10a2b3c4d5e6f70810a2b3c4d5e6f70810a2b3c4d5e6f70810a2b3c4d5e6f708" };
    *out = (struct day_report){ .till = till,
        .closing = closing,
        .counter_number = 1,
        .drawer = 1,
        .open = { .unpaid = unpaid, .n_unpaid = 1, .reports_unsent = 2, .pieces_held = 3 },
        .opened_by = or_strange(f, "西川"),
        .opened_at = instant_of(today, (hm){ 8 * 60 + 52 }, 540),
        .lang = l,
        .copy = f->copy };
    day_rows(f, out);
}

static bool day_closing(struct fixture *f, enum lang l, struct buf *out)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    struct till till;
    struct closing closing;
    struct day_report in;

    fixture_day(f, &till, &closing, &in, l);
    return out_day_report(&in, &ctx, out);
}

static bool day_interim(struct fixture *f, enum lang l, struct buf *out)
{
    struct paper_ctx ctx = fixture_ctx(f, l);
    struct till_move move = { YEN(-5000), or_strange(f, "両替"),
        instant_of(on(2026, 11, 24), (hm){ 600 }, 540), or_strange(f, "西川") };
    struct till till;
    struct closing closing;
    struct day_report in;

    fixture_day(f, &till, &closing, &in, l);
    in.closing = NULL;
    in.moves = &move;
    in.n_moves = 1;
    till.moves = YEN(-5000);
    till.expected_cash = YEN(111000);
    return out_day_report(&in, &ctx, out);
}

const struct fixture_paper FIXTURE_PAPERS[] = {
    { "request-form", request_form },
    { "consent-form", consent_form },
    { "guide", guide },
    { "custody-receipt", custody_receipt },
    { "return-slip", return_slip },
    { "department-sheet", department_sheet },
    { "appointment-slip", appointment_slip },
    { "not-possible", not_possible },
    { "charge-slip", charge_slip },
    { "receipt", receipt },
    { "receipt-again", receipt_again },
    { "receipt-both", receipt_both },
    { "receipt-void", receipt_void },
    { "void-slip", void_slip },
    { "covering-letter", covering_letter },
    { "address-label", address_label },
    { "reminder-letter", reminder_letter },
    { "day-closing", day_closing },
    { "day-interim", day_interim },
    { "call-slip", call_slip },
};
const size_t FIXTURE_PAPERS_N = COUNT_OF(FIXTURE_PAPERS);

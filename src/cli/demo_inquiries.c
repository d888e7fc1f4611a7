/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who asked something in the last days, and what the next shift must know. */
#include "cli/demo_inside.h"
#include "desk/inquiry.h"
#include "desk/note.h"

struct asked {
    const char *via, *who, *matter, *next, *name, *kana, *phone, *memo;
    int in_days; /* open days until the promised next thing; -1 = no day */
};

static bool record(struct demo *d, const struct asked *q, int64_t *id)
{
    struct inquiry_draft x;
    struct inquiry_done done;
    bool english = str_eq(q->via, "phone_en");

    if (!desk_inquiry_new(d->desk, &d->arena, &x, d->e))
        return false;
    x.x.via = q->via;
    x.x.who = q->who;
    x.x.matter = q->matter;
    x.x.next = q->next;
    x.x.name = q->name;
    x.x.kana = q->kana;
    x.x.phone = q->phone;
    x.x.memo = q->memo;
    x.x.lang = english ? LANG_EN : LANG_JA;
    x.x.address = english ? "大阪市北区 (見本)" : "";
    x.x.due = q->in_days < 0 ? DAY_NONE : d->days[DAYS_BACK + q->in_days];
    if (!desk_inquiry_record(d->desk, &x, &done, d->e))
        return false;
    *id = done.id;
    return true;
}

bool demo_first_inquiry(struct demo *d)
{
    static const struct asked kim = { "counter", "patient", "wants", "request", "Kim Ji-woo", "キム ジウ", "06-0000-2207", "弟さんが代わりに来られる予定", -1 };

    return record(d, &kim, &d->inquiry);
}

bool demo_inquiries(struct demo *d)
{
    static const struct asked asked[] = {
        { "phone", "family", "wants", "call_back", "平野", "ヒラノ", "06-0000-2201", "母の治療について。11 時以降に折り返し", 0 },
        { "phone", "family", "fee", "done", "原", "ハラ", "06-0000-2202", "", -1 },
        { "phone", "family", "papers", "call_back", "堀", "ホリ", "06-0000-2203", "紹介状の宛先", 0 },
        { "fax", "institution", "records_out", "done", "住之江病院 連携室", "", "06-0000-2204", "画像の返却先の確認", -1 },
        { "institution", "other", "result", "done", "枚方中央病院 外来", "", "06-0000-2205", "報告書は発送済みとお伝えした", -1 },
        { "phone_en", "patient", "other", "send_forms", "Alice Brown", "", "06-0000-2206", "Wants the guide in English", -1 },
        { "phone", "patient", "date", "will_come", "今井", "イマイ", "06-0000-2208", "日程の相談に窓口へ", 1 },
    };
    struct note_draft note = { .text = "2番の印刷機は用紙切れ。領収書は1番から。", .until = DAY_NONE };
    struct note_draft old = { .text = "両替は月曜の朝に会計課へ。", .until = DAY_NONE };
    int64_t id;

    for (size_t i = 0; i < COUNT_OF(asked); i++)
        if (!record(d, &asked[i], &id))
            return false;
    return desk_note_add(d->desk, &old, &id, d->e) && desk_note_done(d->desk, id, d->e) && desk_note_add(d->desk, &note, &id, d->e);
}

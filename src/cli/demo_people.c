/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/demo_people.h"

#include "base/base.h"

#define SELF .comes = "patient"
#define FAMILY(who, reading, how) .comes = "family", .attendee = who, .attendee_kana = reading, .relation = how

const struct demo_person demo_people[] = {
    { "渡邉 光子", "ワタナベ ミツコ", "", "1952-03-08", "female", "06-0000-1101", "", "", "ja", "", "cancer", "膵がん",
        "手術のほかに方法があるか", "堺東病院", "外科", "山口", FAMILY("渡邉 由美", "ワタナベ ユミ", "child"), DEMO_TAKEN, 4, 0, "", 1 },
    { "斎藤 実", "サイトウ ミノル", "", "1945-06-21", "male", "06-0000-1102", "", "", "ja", "", "heart", "大動脈弁狭窄症",
        "手術の時期", "北浜クリニック", "循環器内科", "村井", FAMILY("斎藤 美咲", "サイトウ ミサキ", "child"), DEMO_TAKEN, 8, 0, "", 2 },
    { "葛\U000E0100城 太郎", "カツラギ タロウ", "", "2018-05-02", "male", "06-0000-1103", "", "", "ja", "", "heart", "心室中隔欠損",
        "手術が必要か", "住吉こども病院", "小児科", "野上", .comes = "guardian", .attendee = "葛\U000E0100城 恵", .attendee_kana = "カツラギ メグミ",
        .relation = "parent", DEMO_TAKEN, 6, 0, "", 2 },
    { "佐々木 健", "ササキ ケン", "", "1960-01-15", "male", "06-0000-1104", "", "", "ja", "", "cancer", "肺がん", "薬の選び方", "港南病院",
        "呼吸器内科", "井関", SELF, .stage = DEMO_PROMISED, .days_ago = 5, .specialist = 1 },
    { "森本 恵子", "モリモト ケイコ", "", "1965-09-30", "female", "06-0000-1105", "01234567", "", "ja", "", "cancer", "胃がん",
        "腹腔鏡の手術はできるか", "枚方中央病院", "消化器外科", "長田", SELF, .stage = DEMO_ACCEPTED, .days_ago = 9, .specialist = 1 },
    { "中川 勝", "ナカガワ マサル", "", "1958-12-01", "male", "06-0000-1106", "", "", "ja", "", "brain", "未破裂脳動脈瘤",
        "経過を見てよいか", "天王寺脳神経クリニック", "脳神経外科", "柏木", SELF, .stage = DEMO_SENT, .days_ago = 7, .specialist = 3 },
    { "\uFA19谷 明", "カミヤ アキラ", "", "1970-02-11", "male", "06-0000-1107", "", "", "ja", "", "cancer", "前立腺がん",
        "放射線と手術の違い", "泉大津病院", "泌尿器科", "古川", SELF, .stage = DEMO_SENT, .days_ago = 6, .specialist = 1 },
    { "小林 文", "コバヤシ フミ", "", "1949-07-07", "female", "06-0000-1108", "", "", "ja", "", "heart", "狭心症", "カテーテル治療の適応",
        "豊中第一病院", "循環器科", "三宅", SELF, .stage = DEMO_COMPLETE, .days_ago = 3, .specialist = 2 },
    { "岡田 進", "オカダ ススム", "", "1955-04-19", "male", "06-0000-1109", "", "", "ja", "", "brain", "もやもや病", "手術を急ぐか",
        "守口病院", "脳外科", "千葉", SELF, .stage = DEMO_OFFERED, .days_ago = 10, .specialist = 3 },
    { "髙\uFA11 花子", "タカサキ ハナコ", "", "1965-03-08", "female", "06-0000-1110", "07654321", "", "ja", "", "cancer", "乳がん",
        "手術の前に薬を使うか", "堺東病院", "乳腺外科", "山口", SELF, .stage = DEMO_BOOKED, .days_ago = 14, .visit = 0, .time = "10:30", .specialist = 1 },
    { "Nguyễn Thị Lan", "グエン ティ ラン", "NGUYEN THI LAN", "1981-10-20", "female", "06-0000-1111", "08811223", "VN", "en", "Vietnamese",
        "heart", "僧帽弁逆流", "Repair or replacement?", "北浜クリニック", "循環器内科", "村井", SELF, .stage = DEMO_BOOKED, .days_ago = 13, .visit = 0,
        .time = "13:30", .specialist = 2 },
    { "𠮷田 一郎", "ヨシダ イチロウ", "", "1957-08-25", "male", "06-0000-1112", "05550001", "", "ja", "", "brain", "聴神経腫瘍", "放射線治療の選択",
        "守口病院", "脳外科", "千葉", FAMILY("𠮷田 和子", "ヨシダ カズコ", "spouse"), DEMO_BOOKED, 13, 0, "15:00", 3 },
    { "𠮷田 春樹", "ヨシダ ハルキ", "", "1988-01-30", "male", "06-0000-1113", "", "", "ja", "", "cancer", "大腸がん", "抗がん剤の期間", "港南病院",
        "消化器内科", "井関", SELF, .stage = DEMO_BOOKED, .days_ago = 12, .visit = 1, .time = "10:00", .specialist = 1 },
    { "石井 京子", "イシイ キョウコ", "", "1962-11-11", "female", "06-0000-1114", "", "", "ja", "", "cancer", "子宮体がん", "手術の範囲",
        "泉大津病院", "婦人科", "有馬", SELF, .stage = DEMO_BOOKED, .days_ago = 11, .visit = 3, .time = "11:00", .specialist = 1 },
    { "前田 勇", "マエダ イサム", "", "1951-05-05", "male", "06-0000-1115", "03330001", "", "ja", "", "heart", "腹部大動脈瘤", "ステントで治るか",
        "豊中第一病院", "心臓血管外科", "三宅", SELF, .stage = DEMO_UNPAID, .days_ago = 18, .visit = -3, .time = "10:00", .specialist = 2 },
    { "藤田 幸", "フジタ サチ", "", "1973-03-03", "female", "06-0000-1116", "03330002", "", "ja", "", "cancer", "甲状腺がん", "経過観察でよいか",
        "住之江病院", "外科", "夏目", SELF, .stage = DEMO_PAID, .days_ago = 20, .visit = -3, .time = "11:00", .specialist = 1 },
    { "坂本 良", "サカモト リョウ", "", "1966-06-16", "male", "06-0000-1117", "03330003", "", "ja", "", "brain", "髄膜腫", "手術の合併症",
        "守口病院", "脳外科", "千葉", SELF, .stage = DEMO_REPORTED, .days_ago = 22, .visit = -6, .time = "14:00", .specialist = 3 },
    { "村上 光", "ムラカミ ヒカル", "", "1979-09-09", "other", "06-0000-1118", "03330004", "", "ja", "", "cancer", "悪性リンパ腫", "治療の順番",
        "港南病院", "血液内科", "井関", SELF, .stage = DEMO_CLOSED, .days_ago = 24, .visit = -8, .time = "10:00", .specialist = 1 },
    { "長谷川 茂", "ハセガワ シゲル", "", "1948-02-02", "male", "06-0000-1119", "", "", "ja", "", "cancer", "肝がん", "移植の可能性", "枚方中央病院",
        "消化器内科", "長田", SELF, .stage = DEMO_DECLINED, .days_ago = 15, .specialist = 1 },
    { "近藤 泉", "コンドウ イズミ", "", "1984-12-24", "female", "06-0000-1120", "", "", "ja", "", "heart", "心筋症", "薬の効果", "豊中第一病院",
        "循環器科", "三宅", SELF, .stage = DEMO_WITHDRAWN, .days_ago = 12, .specialist = 2 },
};
const unsigned demo_people_n = sizeof demo_people / sizeof demo_people[0];

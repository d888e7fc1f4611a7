/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/language.h"

#include "base/base.h"
#include "text/fold.h"

/* Those that hospitals of Osaka are asked for, then the others of Europe and Asia. Names of the same language
 * that people write as well stand in rows of their own, each with the name that is shown. */
static const struct language {
    const char *code; /* ISO 639-1; "" = this row is another name */
    struct bilingual name;
    const char *also_ja, *also_en;
} languages[] = {
    { "en", { "英語", "English" }, "", "" },
    { "zh", { "中国語", "Chinese" }, "", "" },
    { "", { "中国語(普通話)", "Mandarin" }, "北京語", "Mandarin Chinese" },
    { "", { "広東語", "Cantonese" }, "", "" },
    { "", { "台湾語", "Taiwanese" }, "", "Taiwanese Hokkien" },
    { "ko", { "韓国語", "Korean" }, "韓国・朝鮮語", "" },
    { "vi", { "ベトナム語", "Vietnamese" }, "ヴェトナム語", "" },
    { "tl", { "タガログ語", "Tagalog" }, "フィリピノ語", "Filipino" },
    { "ne", { "ネパール語", "Nepali" }, "", "Nepalese" },
    { "id", { "インドネシア語", "Indonesian" }, "", "Bahasa Indonesia" },
    { "ms", { "マレー語", "Malay" }, "マレーシア語", "" },
    { "th", { "タイ語", "Thai" }, "", "" },
    { "my", { "ミャンマー語", "Burmese" }, "ビルマ語", "" },
    { "km", { "クメール語", "Khmer" }, "カンボジア語", "Cambodian" },
    { "lo", { "ラオス語", "Lao" }, "ラーオ語", "Laotian" },
    { "hi", { "ヒンディー語", "Hindi" }, "ヒンディ語", "" },
    { "ur", { "ウルドゥー語", "Urdu" }, "ウルドゥ語", "" },
    { "bn", { "ベンガル語", "Bengali" }, "", "Bangla" },
    { "si", { "シンハラ語", "Sinhala" }, "", "Sinhalese" },
    { "ta", { "タミル語", "Tamil" }, "", "" },
    { "mn", { "モンゴル語", "Mongolian" }, "", "" },
    { "pt", { "ポルトガル語", "Portuguese" }, "", "" },
    { "es", { "スペイン語", "Spanish" }, "", "" },
    { "fr", { "フランス語", "French" }, "", "" },
    { "de", { "ドイツ語", "German" }, "", "" },
    { "it", { "イタリア語", "Italian" }, "", "" },
    { "nl", { "オランダ語", "Dutch" }, "", "" },
    { "pl", { "ポーランド語", "Polish" }, "", "" },
    { "ro", { "ルーマニア語", "Romanian" }, "", "" },
    { "el", { "ギリシャ語", "Greek" }, "ギリシア語", "" },
    { "ru", { "ロシア語", "Russian" }, "", "" },
    { "uk", { "ウクライナ語", "Ukrainian" }, "", "" },
    { "tr", { "トルコ語", "Turkish" }, "", "" },
    { "ar", { "アラビア語", "Arabic" }, "", "" },
    { "fa", { "ペルシア語", "Persian" }, "ペルシャ語", "Farsi" },
    { "he", { "ヘブライ語", "Hebrew" }, "", "" },
    { "uz", { "ウズベク語", "Uzbek" }, "", "" },
    { "sw", { "スワヒリ語", "Swahili" }, "", "" },
    { "", { "手話", "sign language" }, "日本手話", "Japanese sign language" },
};

static bool is(struct arena *a, const char *key, const char *name)
{
    return *name && str_eq(key, fold_name(a, name));
}

static const char *without(struct arena *a, const char *key, const char *end)
{
    size_t n = strlen(key), m = strlen(end);

    return n > m && str_eq(key + n - m, end) ? arena_strndup(a, key, n - m) : key;
}

struct bilingual language_name(struct arena *a, const char *typed)
{
    const char *key = fold_name(a, str_or(typed, ""));

    key = without(a, without(a, key, "interpreter"), fold_name(a, "通訳"));
    for (size_t i = 0; *key && i < COUNT_OF(languages); i++) {
        const struct language *l = &languages[i];
        if (is(a, key, l->code) || is(a, key, l->name.ja) || is(a, key, l->name.en) || is(a, key, l->also_ja)
            || is(a, key, l->also_en))
            return l->name;
    }
    return (struct bilingual){ str_or(typed, ""), str_or(typed, "") };
}

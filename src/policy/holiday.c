/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The holidays of Japan as the law makes them (Act on National Holidays, Act 178 of 1948 with its
 * amendments; domain.md 5.1). Equinoxes by the usual formula, which the gazette has always
 * confirmed. */
#include "policy/calendar.h"

enum rule_kind { FIXED, MONDAY, EQUINOX_SPRING, EQUINOX_AUTUMN };

struct law_day {
    const char *ja, *en;
    enum rule_kind kind;
    int month, day; /* MONDAY: which one; equinox: 0 */
    int from, to; /* years, both included */
    enum holiday_kind makes;
};

#define ON 9999
static const struct law_day LAW[] = {
    { "元日", "New Year's Day", FIXED, 1, 1, 1949, ON, HOLIDAY_NAMED },
    { "成人の日", "Coming of Age Day", FIXED, 1, 15, 1949, 1999, HOLIDAY_NAMED },
    { "成人の日", "Coming of Age Day", MONDAY, 1, 2, 2000, ON, HOLIDAY_NAMED },
    { "建国記念の日", "National Foundation Day", FIXED, 2, 11, 1967, ON, HOLIDAY_NAMED },
    { "天皇誕生日", "Emperor's Birthday", FIXED, 2, 23, 2020, ON, HOLIDAY_NAMED },
    { "春分の日", "Vernal Equinox Day", EQUINOX_SPRING, 3, 0, 1949, ON, HOLIDAY_NAMED },
    { "天皇誕生日", "Emperor's Birthday", FIXED, 4, 29, 1949, 1988, HOLIDAY_NAMED },
    { "みどりの日", "Greenery Day", FIXED, 4, 29, 1989, 2006, HOLIDAY_NAMED },
    { "昭和の日", "Showa Day", FIXED, 4, 29, 2007, ON, HOLIDAY_NAMED },
    { "憲法記念日", "Constitution Memorial Day", FIXED, 5, 3, 1949, ON, HOLIDAY_NAMED },
    { "みどりの日", "Greenery Day", FIXED, 5, 4, 2007, ON, HOLIDAY_NAMED },
    { "こどもの日", "Children's Day", FIXED, 5, 5, 1949, ON, HOLIDAY_NAMED },
    { "海の日", "Marine Day", FIXED, 7, 20, 1996, 2002, HOLIDAY_NAMED },
    { "海の日", "Marine Day", MONDAY, 7, 3, 2003, 2019, HOLIDAY_NAMED },
    { "海の日", "Marine Day", MONDAY, 7, 3, 2022, ON, HOLIDAY_NAMED },
    { "山の日", "Mountain Day", FIXED, 8, 11, 2016, 2019, HOLIDAY_NAMED },
    { "山の日", "Mountain Day", FIXED, 8, 11, 2022, ON, HOLIDAY_NAMED },
    { "敬老の日", "Respect for the Aged Day", FIXED, 9, 15, 1966, 2002, HOLIDAY_NAMED },
    { "敬老の日", "Respect for the Aged Day", MONDAY, 9, 3, 2003, ON, HOLIDAY_NAMED },
    { "秋分の日", "Autumnal Equinox Day", EQUINOX_AUTUMN, 9, 0, 1949, ON, HOLIDAY_NAMED },
    { "体育の日", "Health and Sports Day", FIXED, 10, 10, 1966, 1999, HOLIDAY_NAMED },
    { "体育の日", "Health and Sports Day", MONDAY, 10, 2, 2000, 2019, HOLIDAY_NAMED },
    { "スポーツの日", "Sports Day", MONDAY, 10, 2, 2022, ON, HOLIDAY_NAMED },
    { "文化の日", "Culture Day", FIXED, 11, 3, 1949, ON, HOLIDAY_NAMED },
    { "勤労感謝の日", "Labour Thanksgiving Day", FIXED, 11, 23, 1949, ON, HOLIDAY_NAMED },
    { "天皇誕生日", "Emperor's Birthday", FIXED, 12, 23, 1989, 2018, HOLIDAY_NAMED },
    /* Olympic law: 2020 and 2021 were moved for the games. */
    { "海の日", "Marine Day", FIXED, 7, 23, 2020, 2020, HOLIDAY_NAMED },
    { "スポーツの日", "Sports Day", FIXED, 7, 24, 2020, 2020, HOLIDAY_NAMED },
    { "山の日", "Mountain Day", FIXED, 8, 10, 2020, 2020, HOLIDAY_NAMED },
    { "海の日", "Marine Day", FIXED, 7, 22, 2021, 2021, HOLIDAY_NAMED },
    { "スポーツの日", "Sports Day", FIXED, 7, 23, 2021, 2021, HOLIDAY_NAMED },
    { "山の日", "Mountain Day", FIXED, 8, 8, 2021, 2021, HOLIDAY_NAMED },
    /* Days by a law of their own. */
    { "結婚の儀", "Imperial wedding", FIXED, 4, 10, 1959, 1959, HOLIDAY_SPECIAL },
    { "大喪の礼", "Imperial funeral", FIXED, 2, 24, 1989, 1989, HOLIDAY_SPECIAL },
    { "即位礼正殿の儀", "Enthronement ceremony", FIXED, 11, 12, 1990, 1990, HOLIDAY_SPECIAL },
    { "結婚の儀", "Imperial wedding", FIXED, 6, 9, 1993, 1993, HOLIDAY_SPECIAL },
    { "休日（祝日扱い）", "Accession of the Emperor", FIXED, 5, 1, 2019, 2019, HOLIDAY_SPECIAL },
    { "休日（祝日扱い）", "Enthronement ceremony", FIXED, 10, 22, 2019, 2019, HOLIDAY_SPECIAL },
};

static int floor_div(int a, int b)
{
    return a / b - (a % b < 0);
}

/* In millionths of a day; the constants of the three ranges are the ones of the common almanac
 * formula. */
static int equinox(int year, bool spring)
{
    int base = year < 1980 ? (spring ? 20835700 : 23258800)
        : year < 2100      ? (spring ? 20843100 : 23248800)
                           : (spring ? 21851000 : 24248800);

    return (base + 242194 * (year - 1980)) / 1000000 - floor_div(year - 1980, 4);
}

static day law_day(const struct law_day *l, int year)
{
    day d;
    int dd = l->day;

    if (l->kind == EQUINOX_SPRING || l->kind == EQUINOX_AUTUMN)
        dd = equinox(year, l->kind == EQUINOX_SPRING);
    if (l->kind == MONDAY) {
        BUG_IF(!day_from_ymd(year, l->month, 1, &d));
        return day_add(d, (8 - day_weekday(d)) % 7 + (l->day - 1) * 7);
    }
    BUG_IF(!day_from_ymd(year, l->month, dd, &d));
    return d;
}

static size_t find(const struct holiday *list, size_t n, day d)
{
    for (size_t i = 0; i < n; i++)
        if (day_cmp(list[i].day, d) == 0)
            return i;
    return n;
}

static void insert(
    struct holiday *list, size_t *n, day d, const char *ja, const char *en, enum holiday_kind kind)
{
    size_t at = *n;

    BUG_IF(*n == HOLIDAYS_PER_YEAR_MAX);
    for (; at > 0 && day_cmp(list[at - 1].day, d) > 0; at--)
        list[at] = list[at - 1];
    list[at] = (struct holiday){ d, { ja, en }, kind, false };
    (*n)++;
}

static day ymd(int y, int m, int d)
{
    day out;

    BUG_IF(!day_from_ymd(y, m, d, &out));
    return out;
}

struct named_days {
    struct holiday day[HOLIDAYS_PER_YEAR_MAX];
    size_t n;
};

/* Article 3 (2): since 1973-04-12 the day after a holiday on a Sunday; since 2007 the next day that
 * is no holiday (before, no two lay so). Days by a law of their own count as holidays. */
static void add_substitutes(const struct named_days *named, struct holiday *list, size_t *n)
{
    for (size_t i = 0; i < named->n; i++) {
        day d = named->day[i].day;
        if (day_weekday(d) != 0 || day_cmp(d, ymd(1973, 4, 12)) < 0)
            continue;
        do
            d = day_add(d, 1);
        while (find(named->day, named->n, d) < named->n);
        insert(list, n, d, "振替休日", "Substitute holiday", HOLIDAY_SUBSTITUTE);
    }
}

/* Article 3 (3): since 1985-12-27 a day between two holidays, when it is none itself; before 2007
 * no Sunday either. */
static void add_citizens(const struct named_days *named, struct holiday *list, size_t *n)
{
    for (size_t i = 0; i + 1 < named->n; i++) {
        day d = day_add(named->day[i].day, 1);
        if (day_diff(named->day[i + 1].day, d) == 1 && day_cmp(d, ymd(1985, 12, 27)) >= 0
            && day_weekday(d) != 0 && find(list, *n, d) == *n)
            insert(list, n, d, "国民の休日", "Citizens' holiday", HOLIDAY_CITIZENS);
    }
}

size_t holidays_by_law(int year, struct holiday out[HOLIDAYS_PER_YEAR_MAX])
{
    struct named_days named = { .n = 0 };

    if (year < 1949 || year > 2150)
        return 0;
    for (size_t i = 0; i < COUNT_OF(LAW); i++)
        if (year >= LAW[i].from && year <= LAW[i].to)
            insert(named.day, &named.n, law_day(&LAW[i], year), LAW[i].ja, LAW[i].en, LAW[i].makes);
    size_t n = named.n;
    memcpy(out, named.day, sizeof *out * n);
    add_substitutes(&named, out, &n);
    add_citizens(&named, out, &n);
    return n;
}

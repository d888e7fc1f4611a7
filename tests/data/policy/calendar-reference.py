#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes holidays-law.txt and business-days.txt beside it: the holidays of Japan and the counter's open days,
reckoned apart from the program. Written from the text of the Act on National Holidays (1948, Act 178) with its
amendments; the equinoxes come from the sun (Meeus, Astronomical Algorithms, chapter 27), not from a formula of days.
The official list (data/holidays.csv) is compared on the way: a difference stops the script."""
import datetime as dt
import math
import os
import random

HERE = os.path.dirname(os.path.abspath(__file__))
ONE = dt.timedelta(1)

# Meeus, table 27.C: A, B, C of S = sum of A cos(B + C T)
TERMS = [(485, 324.96, 1934.136), (203, 337.23, 32964.467), (199, 342.08, 20.186), (182, 27.85, 445267.112),
         (156, 73.14, 45036.886), (136, 171.52, 22518.443), (77, 222.54, 65928.934), (74, 296.72, 3034.906),
         (70, 243.58, 9037.513), (58, 119.81, 33718.147), (52, 297.17, 150.678), (50, 21.02, 2281.226),
         (45, 247.54, 29929.562), (44, 325.15, 31555.956), (29, 60.93, 4443.417), (18, 155.12, 67555.328),
         (17, 288.79, 4562.452), (16, 198.04, 62894.029), (14, 199.76, 31436.921), (12, 95.39, 14577.848),
         (12, 287.11, 31931.756), (12, 320.81, 34777.259), (9, 227.73, 1222.114), (8, 15.45, 16859.074)]


def equinox_moment(year, spring):
    """Days since 0001-01-01 (its midnight is 1.0) in Japan's time."""
    y = (year - 2000) / 1000
    if spring:
        jde = 2451623.80984 + 365242.37404 * y + 0.05169 * y**2 - 0.00411 * y**3 - 0.00057 * y**4
    else:
        jde = 2451810.21715 + 365242.01767 * y - 0.11575 * y**2 + 0.00337 * y**3 + 0.00078 * y**4
    t = (jde - 2451545.0) / 36525
    w = math.radians(35999.373 * t - 2.47)
    lam = 1 + 0.0334 * math.cos(w) + 0.0007 * math.cos(2 * w)
    s = sum(a * math.cos(math.radians(b + c * t)) for a, b, c in TERMS)
    jde += 0.00001 * s / lam
    delta = 62.92 + 0.32217 * (year - 2000) + 0.005589 * (year - 2000)**2 if year >= 1986 else 45 + (year - 1955) * 0.35
    return jde - delta / 86400 + 9 / 24 + 0.5 - 1721425


def equinox(year, spring):
    return dt.date.fromordinal(int(math.floor(equinox_moment(year, spring))))


def too_close(year):
    """How fast the earth will turn decides whether it is before or after midnight."""
    return year > 2099 and any(min(m % 1, 1 - m % 1) < 30 / 1440
                               for m in (equinox_moment(year, True), equinox_moment(year, False)))


def monday(year, month, nth):
    d = dt.date(year, month, 1)
    while d.weekday() != 0:
        d += ONE
    return d + 7 * (nth - 1) * ONE


def national(y):
    """Days named in article 2, and those that a law of its own made a holiday."""
    days, special = set(), set()
    add = lambda m, d: days.add(dt.date(y, m, d))
    add(1, 1)
    days.add(dt.date(y, 1, 15) if y < 2000 else monday(y, 1, 2))
    if y >= 1967:
        add(2, 11)
    days.add(equinox(y, True))
    add(4, 29)
    add(5, 3)
    add(5, 5)
    if y >= 2007:
        add(5, 4)
    if y in (2020, 2021):  # moved for the games
        for m, d in ((7, 23), (7, 24), (8, 10)) if y == 2020 else ((7, 22), (7, 23), (8, 8)):
            add(m, d)
    else:
        if y >= 1996:
            days.add(dt.date(y, 7, 20) if y < 2003 else monday(y, 7, 3))
        if y >= 2016:
            add(8, 11)
        if y >= 1966:
            days.add(dt.date(y, 10, 10) if y < 2000 else monday(y, 10, 2))
    if y >= 1966:
        days.add(dt.date(y, 9, 15) if y < 2003 else monday(y, 9, 3))
    days.add(equinox(y, False))
    add(11, 3)
    add(11, 23)
    if 1989 <= y <= 2018:
        add(12, 23)
    if y >= 2020:
        add(2, 23)
    for d in ("1959-04-10", "1989-02-24", "1990-11-12", "1993-06-09", "2019-05-01", "2019-10-22"):
        if int(d[:4]) == y:
            special.add(dt.date.fromisoformat(d))
    return days, special


def holidays(y):
    days, special = national(y)
    both = days | special
    kind = {d: "N" for d in days}
    kind.update({d: "L" for d in special})
    for d in sorted(both):  # article 3 (2)
        if d.weekday() == 6 and d >= dt.date(1973, 4, 12):
            n = d + ONE
            while n in both and y >= 2007:
                n += ONE
            if n not in both:
                kind[n] = "S"
    d = dt.date(y, 1, 2)
    while d.year == y:  # article 3 (3)
        if d not in kind and d - ONE in both and d + ONE in both and d >= dt.date(1985, 12, 27) \
                and (y >= 2007 or d.weekday() != 6):
            kind[d] = "C"
        d += ONE
    return kind


def official():
    path = os.path.join(HERE, "..", "..", "..", "data", "holidays.csv")
    rows = open(path, encoding="cp932").read().split("\n")[1:]
    return {dt.date(*map(int, r.split(",")[0].split("/"))) for r in rows if r.strip()}


def main():
    kinds = {}
    for y in range(1949, 2151):
        kinds.update(holidays(y))
    listed = official()
    mine = {d for d in kinds if 1955 <= d.year <= max(listed).year}
    assert mine == listed, sorted(mine ^ listed)
    with open(os.path.join(HERE, "holidays-law.txt"), "w", encoding="ascii") as f:
        f.write("# Made by calendar-reference.py: N named, L by a law of its own, S substitute, C citizens' holiday.\n")
        for y in (y for y in range(1949, 2151) if not too_close(y)):
            f.write("%d %s\n" % (y, " ".join(d.strftime("%m%d") + kinds[d] for d in sorted(kinds) if d.year == y)))

    def opens(d):
        return d.weekday() < 5 and d not in kinds and (d.month, d.day) not in (
            (12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3))

    chance = random.Random(1948)
    with open(os.path.join(HERE, "business-days.txt"), "w", encoding="ascii") as f:
        f.write("# Made by calendar-reference.py: from, how many open days after it, the day reached, closed days between.\n")
        starts = [dt.date(1955, 1, 1) + ONE * chance.randrange(86 * 365) for _ in range(260)]
        starts += [dt.date(y, m, d) for y in (1972, 1987, 2007, 2019, 2024, 2026, 2027, 2032, 2040)
                   for m, d in ((2, 28), (4, 26), (9, 17), (12, 21), (12, 28))]
        for start in sorted(starts):
            n = chance.choice((1, 7, 7, 14, 14, 20, 40))
            d = start
            while not opens(d):  # arrived on a closed day: day 0 is the next open one
                d += ONE
            left, skipped = n, 0
            while left:
                d += ONE
                left -= opens(d)
                skipped += not opens(d)
            f.write("%s %d %s %d\n" % (start, n, d, skipped))


main()

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz/targets.h"

#include "base/base.h"
#include "domain/casefile.h"
#include "domain/cash.h"
#include "domain/receipt.h"
#include "policy/calendar.h"
#include "policy/diag.h"
#include "policy/load.h"
#include "text/catalog.h"
#include "text/charset.h"
#include "text/cluster.h"
#include "text/date_input.h"
#include "text/fold.h"
#include "text/safe.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/wrap.h"
#include "tui/key.h"

#define MUST(condition) BUG_IF(!(condition))

/* The bytes as text, as the edges hand it on: up to the first NUL, NULL when it is no UTF-8. */
static const char *as_text(const uint8_t *bytes, size_t n, struct arena *a)
{
    const char *s = arena_strndup(a, (const char *)bytes, n);
    return utf8_ok(s) ? s : NULL;
}

static void fuzz_catalogue(const uint8_t *bytes, size_t n)
{
    struct arena a;
    struct err e = ERR_INIT;
    const struct catalog *c = NULL;
    struct msg m;
    struct buf b;

    arena_init(&a);
    buf_init(&b, 1 << 20);
    if (catalog_load(bytes, n, &a, &c, &e)) {
        MUST(tr(c, "Receipt") && tr(c, "Open") && tr(c, "%s slide"));
        msg_set(&m, "%1$s is closed: %2$s.", "a", "b", NULL);
        msg_text(c, &m, &b);
        MUST(utf8_check(b.p, b.len) == b.len);
    } else {
        MUST(e.kind != ERR_NONE);
    }
    buf_fini(&b);
    arena_fini(&a);
}

static void fuzz_policy(const uint8_t *bytes, size_t n)
{
    struct arena a;
    struct diags found;
    struct buf b;

    arena_init(&a);
    buf_init(&b, 1 << 22);
    diags_init(&found, &a);
    const struct policy *p = policy_load((const char *)bytes, n, &a, &found);
    MUST((p == NULL) == (diags_count(&found, DIAG_FAULT) > 0));
    for (size_t i = 0; i < found.n; i++)
        diag_text(&found.item[i], "file.yml", NULL, &b);
    buf_fini(&b);
    arena_fini(&a);
}

static void fuzz_holidays(const uint8_t *bytes, size_t n)
{
    struct arena a;
    struct err e = ERR_INIT;
    struct buf b;

    arena_init(&a);
    buf_init(&b, 1 << 20);
    if (charset_from_cp932((const char *)bytes, n, &b, &e)) {
        struct calendar *c = calendar_new(&a);
        MUST(utf8_check(b.p, b.len) == b.len);
        MUST(calendar_add_csv(c, b.p, &e) || e.kind != ERR_NONE);
    }
    buf_fini(&b);
    arena_fini(&a);
}

/* The first byte says where the stream is cut into reads. */
static void fuzz_keys(const uint8_t *bytes, size_t n)
{
    struct keys *keys = keys_new(ESC_DELAY_MS);
    struct key k;
    size_t step = n ? (size_t)bytes[0] % 7 + 1 : 1;
    int64_t now = 0;

    for (size_t at = 1; at < n; at += step, now += bytes[0] % 40) {
        keys_feed(keys, (const char *)bytes + at, at + step <= n ? step : n - at, now);
        keys_tick(keys, now);
    }
    keys_tick(keys, now + 2000);
    MUST(keys_wait_ms(keys, now + 2000) < 0);
    while (keys_next(keys, &k)) {
        MUST(utf8_ok(k.text));
        if (k.code == K_PASTE)
            MUST(utf8_ok(k.paste) && strlen(k.paste) <= PASTE_MAX);
    }
    keys_free(keys);
}

static void fuzz_dates(const uint8_t *bytes, size_t n)
{
    struct arena a;
    struct date_context c = { .bias = DATE_ANY, .field = "date" };
    struct err e = ERR_INIT;
    day d;
    hm t;

    MUST(day_parse_iso("2026-04-01", &c.today));
    arena_init(&a);
    const char *s = as_text(bytes, n, &a);
    for (int bias = DATE_PAST; s && bias <= DATE_BIRTH; bias++) {
        c.bias = (enum date_bias)bias;
        err_clear(&e);
        MUST(date_input(s, &c, &d, &e) ? day_known(d) : e.kind != ERR_NONE);
    }
    err_clear(&e);
    MUST(!s || time_input(s, "time", &t, &e) || e.kind != ERR_NONE);
    arena_fini(&a);
}

static void fuzz_numbers(const uint8_t *bytes, size_t n)
{
    struct arena a;
    struct err e = ERR_INIT;
    yen y;
    int counter = 1, year = 2026, number;
    int64_t i;

    arena_init(&a);
    const char *s = as_text(bytes, n, &a);
    if (s) {
        MUST(money_input(s, YEN(33000), "tendered", &y, &e) || e.kind != ERR_NONE);
        if (receipt_number_parse(s, &counter, &year, &number))
            MUST(number > 0);
        if (case_number_parse(s, 2026, &year, &number))
            MUST(number > 0);
        (void)str_int(s, &i);
        (void)yen_parse(s, &y);
    }
    arena_fini(&a);
}

/* Whatever is shown or printed: filtered, folded, measured, wrapped; nothing is lost or read
 * outside. */
static void fuzz_words(const uint8_t *bytes, size_t n)
{
    struct arena a;
    struct buf b;
    struct safe_finding found;

    arena_init(&a);
    buf_init(&b, 1 << 20);
    const char *s = as_text(bytes, n, &a);
    if (s) {
        size_t at = 0, clusters = 0;
        while (s[at]) {
            size_t to = cluster_next(s, at);
            MUST(to > at);
            at = to;
            clusters++;
        }
        MUST(clusters == cluster_count(s));
        safe_text(s, true, &b);
        MUST(utf8_check(b.p, b.len) == b.len);
        (void)safe_check(s, false, &found);
        for (size_t from = 0; s[from];) {
            size_t next;
            MUST(wrap_line(s + from, 10, &next) <= next && next > 0);
            from += next;
        }
    }
    buf_fini(&b);
    arena_fini(&a);
}

const struct fuzz_target fuzz_targets[] = {
    { "catalogue", "@tests/data/catalog/sample.mo", 3000, fuzz_catalogue },
    { "policy", "data/policies/omu.yml", 200, fuzz_policy },
    { "holidays", "data/holidays.csv", 60, fuzz_holidays },
    { "keys", "=3\033[15~\033OP\033[200~abc\033[201~\343\201\213\343\202\231\033a\033[1;5D\r\t",
        3000, fuzz_keys },
    { "dates", "=R8.4.1", 5000, fuzz_dates },
    { "numbers", "=1-2026-00310", 5000, fuzz_numbers },
    { "words", "=\350\221\233\363\240\204\200\345\237\216 \357\275\266\357\276\236 Smith, 03-1234",
        3000, fuzz_words },
};
const size_t fuzz_targets_n = COUNT_OF(fuzz_targets);

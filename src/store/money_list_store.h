/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists about money that cashiers look at: who owes, and receipts. */
#ifndef STORE_MONEY_LIST_STORE_H
#define STORE_MONEY_LIST_STORE_H
#include "domain/receipt.h"
#include "store/db.h"

struct owing_row {
    int64_t request;
    int year, number;
    const char *name, *kana;
    int call_number; /* of a visit on that day; 0 = none */
    bool talk_over;
    instant talk_ended;
    yen owed;
    bool unpaid; /* recorded as having left without paying */
    day promised_on;
    const char *reason;
};
/* Live requests of a counter that owe something: the talk over first, then here, then unpaid ones. */
bool money_list_owing(struct db *db, int64_t counter, day today, struct arena *arena, struct owing_row **out,
    size_t *n, struct err *e);

bool money_list_receipts_of_day(struct db *db, int64_t counter, day business_day, struct arena *arena,
    struct receipt_row **out, size_t *n, struct err *e);
bool money_list_receipt(struct db *db, int counter_number, int year, int number, struct arena *arena,
    struct receipt_row **out, size_t *n, struct err *e);
bool money_list_receipts_of_case(struct db *db, int64_t counter, int year, int number, struct arena *arena,
    struct receipt_row **out, size_t *n, struct err *e);
/* Of people whose folded name or reading begins with the keys; "" = do not look there. Newest first. */
bool money_list_receipts_of_name(struct db *db, const char *name_key, const char *kana_key, int max,
    struct arena *arena, struct receipt_row **out, size_t *n, struct err *e);

extern const char *const MONEY_LIST_STORE_SQL[];
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one hospital and its counter are: the settings that screens, papers and rules of thumb need. */
#ifndef DOMAIN_HOSPITAL_H
#define DOMAIN_HOSPITAL_H
#include "base/base.h"
#include "text/lang.h"

struct hospital {
    struct bilingual name, address, counter_name, counter_floor, issuer;
    int64_t counter;           /* id of the counter row that this desk serves */
    int counter_number;        /* 1 = Reception counter 1 */
    const char *postal, *phone;
    const char *registration;  /* T number of the issuer; "" = a plain receipt */
    bool stamp_exempt;         /* the line "no stamp duty" on receipts */
    struct bilingual patient_no_label;
    int offset;                /* minutes east of UTC */
    int idle_seconds, idle_money_seconds;
    yen cash_float, cash_tolerance;
    int hold_days;             /* how long an offered date is held */
    int inquiry_days;          /* after how many days an inquiry without a request is listed for deletion */
    int come_before;           /* minutes before the appointment to be here */
    bool blind_count;
    const char *treasury;      /* where the day's cash goes */
    hm cashier_closes;         /* places that end later are marked */
    const char *collect_place; /* counter, cashier, outside; "" = as the policy's plan says */
    int ambiguous;             /* cells of an ambiguous character: 1 or 2 */
    bool training;
    const char *printer;
    const char *desk_id;       /* made with the database: tells drafts of another one apart */
    int passphrase_min;        /* characters; less than 13 on a training desk only */
};
#endif

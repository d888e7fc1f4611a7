/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money: whole yen, never a floating-point number, never plain arithmetic by accident. */
#ifndef BASE_YEN_H
#define BASE_YEN_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    int64_t v;
} yen;

#define YEN(n) ((yen){ (n) })
enum { YEN_TEXT = 32 };

bool yen_add(yen a, yen b, yen *out); /* false when it would overflow */
bool yen_sub(yen a, yen b, yen *out);
bool yen_times(yen a, int64_t n, yen *out);
int yen_cmp(yen a, yen b); /* <0, 0, >0 */

/* "33,000", "-1,000"; out holds YEN_TEXT bytes. */
void yen_format(yen y, char out[YEN_TEXT]);

/* Reads ASCII digits with optional commas in groups of three and optional trailing unit already
 * removed: "33000", "33,000". Refuses "3,30", "", "+5", "1.5". */
bool yen_parse(const char *s, yen *out);

/* The tax inside a tax-included amount, rounded down: 33,000 at 10 percent gives 3,000 (domain 4.1). */
yen yen_tax_inside(yen total, int percent);
#endif

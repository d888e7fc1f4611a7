/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/charge_store.h"

static const char SQL_ADD[] =
    "INSERT INTO charge (request, item, item_en, quantity, unit_yen, yen, tax_percent, tax_yen, rule, policy,"
    " payer, void_of, reason, at, by)"
    " VALUES (:request, :item, :item_en, :quantity, :unit, :yen, :percent, :tax, :rule, :policy,"
    " :payer, :void_of, :reason, :at, :by)";

const char *const CHARGE_STORE_SQL[] = { SQL_ADD, NULL };

bool charge_store_add(struct db *db, const struct charge_insert *in, int64_t *id, struct err *e)
{
    const struct charge *c = in->charge;
    struct stmt *s = db_stmt(db, SQL_ADD, e);

    bind_id(s, ":request", in->request);
    bind_text(s, ":item", c->item);
    bind_text(s, ":item_en", c->item_en);
    bind_int(s, ":quantity", c->quantity);
    bind_yen(s, ":unit", c->unit);
    bind_yen(s, ":yen", c->amount);
    bind_int(s, ":percent", c->tax_percent);
    bind_yen(s, ":tax", c->tax);
    bind_text(s, ":rule", c->rule);
    bind_id(s, ":policy", c->policy);
    bind_text(s, ":payer", str_or(in->payer, "patient"));
    bind_id(s, ":void_of", c->void_of);
    bind_text(s, ":reason", str_or(c->reason, ""));
    bind_instant(s, ":at", in->at);
    bind_id(s, ":by", in->by);
    if (!stmt_run(s, e))
        return false;
    *id = db_last_id(db);
    return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The digest of a schema (D5): of the text of all tables, indexes and triggers. */
#ifndef STORE_SCHEMA_DIGEST_SQL_H
#define STORE_SCHEMA_DIGEST_SQL_H
static const char SQL_SCHEMA_DIGEST[]
    = "SELECT lower(hex(sha3((SELECT group_concat(sql, char(10)) FROM"
      " (SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name)), 256)))";
#endif

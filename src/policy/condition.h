/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The `when:` of a rule: comparisons joined by not, and, or; three values (docs/POLICY.md,
 * "Conditions"). */
#ifndef POLICY_CONDITION_H
#define POLICY_CONDITION_H
#include "base/base.h"
#include "policy/diag.h"
#include "policy/facts.h"

struct condition;

enum truth { TRUTH_NO, TRUTH_UNKNOWN, TRUTH_YES };

/* The ids that a file adds to the language; NULL functions = nothing of that kind. */
struct vocabulary {
    void *arg;
    /* is there an entry with this id in that section ("diseases", "documents" ...)? */
    bool (*has)(void *arg, const char *section, const char *id);
    /* calls back with every id of the section */
    void (*each)(void *arg, const char *section, void (*offer)(void *to, const char *id), void *to);
    /* the type of the policy's own question; false = no such question */
    bool (*question)(void *arg, const char *id, enum fact_type *type);
    bool (*question_choice)(void *arg, const char *id, const char *choice);
    bool (*doc_item)(void *arg, const char *doc, const char *item);
    /* calls back with every member of a group of diseases or purposes */
    void (*members)(void *arg, const char *section, const char *group,
        void (*offer)(void *to, const char *id), void *to);
};

/* Parses and checks the types. NULL when there was a fault; faults are added to d with line and
 * column (column of the first character of text) and path. Everything lives in the arena. */
struct condition *condition_parse(const char *text, const struct vocabulary *v, int line,
    int column, const char *path, struct diags *d, struct arena *a);

/* What a condition rests on. */
struct fact_refs {
    struct fact_ref *item;
    size_t n, cap;
};
void fact_refs_add(struct fact_refs *list, struct fact_ref r, struct arena *a); /* each once */

/* NULL is always true. When the result is unknown, the facts that would decide it are added to
 * unknown (NULL = not wanted); when it is known, those that decided it are added to because (NULL
 * likewise). */
enum truth condition_eval(const struct condition *c, const struct facts *f, struct arena *a,
    struct fact_refs *unknown, struct fact_refs *because);

bool condition_uses_is_set(const struct condition *c);
/* The text it was made from. */
const char *condition_text(const struct condition *c);
/* Is the name reserved or malformed as an id of the file? Ids: letters, digits, _ ; not a number.
 */
bool id_is_good(const char *id);
#endif

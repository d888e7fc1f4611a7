/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/permission.h"

#define DESK_ACTION_ROW(id, verb, roles, second, words) [ACT_##id] = { verb, roles, second, words },
static const struct permission permissions[] = { DESK_ACTIONS(DESK_ACTION_ROW) };

static const struct {
    const char *id;
    enum role role;
} roles[] = {
    { "clerk", ROLE_CLERK },
    { "booking", ROLE_BOOKING },
    { "cashier", ROLE_CASHIER },
    { "supervisor", ROLE_SUPERVISOR },
    { "administrator", ROLE_ADMINISTRATOR },
    { "auditor", ROLE_AUDITOR },
};

const struct permission *permission_of(enum desk_action a)
{
    BUG_IF((int)a < 0 || a >= ACT_COUNT);
    return &permissions[a];
}

bool permission_allows(enum desk_action a, unsigned having)
{
    return (permission_of(a)->roles & having) != 0;
}

bool permission_seconds(enum desk_action a, unsigned having)
{
    return (permission_of(a)->second & having) != 0;
}

unsigned role_of(const char *id)
{
    for (size_t i = 0; i < COUNT_OF(roles); i++)
        if (str_eq(roles[i].id, id))
            return roles[i].role;
    return 0;
}

const char *role_id(enum role r)
{
    for (size_t i = 0; i < COUNT_OF(roles); i++)
        if (roles[i].role == r)
            return roles[i].id;
    return "";
}

unsigned roles_of(const char *ids)
{
    char word[32];
    unsigned set = 0;

    while (*ids) {
        size_t n = strcspn(ids, " ");
        if (n > 0 && n < sizeof word) {
            memcpy(word, ids, n);
            word[n] = '\0';
            set |= role_of(word);
        }
        ids += n + (ids[n] == ' ');
    }
    return set;
}

const char permission_missing[] = N_("Your role does not allow this: %s. Ask somebody who may.");

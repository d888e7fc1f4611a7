/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The training desk as the program makes it, against the program's own words: every state and kind that domain/words.h
 * knows is met on it, so that everything can be practised. What cannot be met on a desk that opens is named with the
 * reason. */
#include "tests/desk/made.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <sqlite3.h>

#include "base/base.h"
#include "domain/words.h"
#include "store/db.h"

extern char **environ;

struct training {
    char folder[64], path[96];
    struct db *db;
};

/* ---------------------------------------------------------------- the desk, made by the program itself */
static int run(const char *const argv[])
{
    posix_spawn_file_actions_t files;
    pid_t pid;
    int status;

    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
    assert_int_equal(posix_spawn(&pid, argv[0], &files, NULL, (char *const *)argv, environ), 0);
    posix_spawn_file_actions_destroy(&files);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void make(struct training *t, const char *now)
{
    const char *top = getenv("top_builddir");
    char program[512];
    struct err e = ERR_INIT;

    test_folder(t->folder, sizeof t->folder);
    snprintf(t->path, sizeof t->path, "%s/desk.db", t->folder);
    snprintf(program, sizeof program, "%s/madoguchi", top ? top : ".");
    /* Without a terminal the screens are refused; the desk is made before that. */
    run((const char *const[]){ program, "demo", "--db", t->path, "--now", now, NULL });
    assert_int_equal(run((const char *const[]){ program, "verify", "--db", t->path, "--now", now, NULL }), 0);
    if (!db_open(t->path, &(struct db_options){ .read_only = true }, &t->db, &e))
        fail_msg("no training desk was made at %s", now);
}

/* The desk of that Tuesday: the first is made, the next are copies of its file. */
static void make_tuesday(struct training *t)
{
    static struct made made;
    struct err e = ERR_INIT;

    if (!made.bytes) {
        make(t, "2026-11-24T09:40");
        made_keep(&made, t->path);
        return;
    }
    test_folder(t->folder, sizeof t->folder);
    snprintf(t->path, sizeof t->path, "%s/desk.db", t->folder);
    assert_true(made_again(&made, t->path));
    assert_true(db_open(t->path, &(struct db_options){ .read_only = true }, &t->db, &e));
}

static void unmake(struct training *t)
{
    db_close(t->db);
    assert_int_equal(run((const char *const[]){ "/bin/rm", "-rf", t->folder, NULL }), 0);
}

static int make_now(void **state)
{
    static struct training t;

    make_tuesday(&t);
    *state = &t;
    return 0;
}

static int unmake_now(void **state)
{
    unmake(*state);
    return 0;
}

/* ---------------------------------------------------------------- counting */
static int count(struct training *t, const char *sql, const char *word)
{
    struct err e = ERR_INIT;
    struct stmt *s = db_stmt(t->db, sql, &e);

    if (word)
        bind_text(s, ":word", word);
    int n = stmt_row(s, &e) ? (int)col_int(s, 0) : -1;
    if (!stmt_end(s))
        fail_msg("%s", sql);
    return n;
}

#define IN(table, column) "SELECT count(*) FROM " table " WHERE " column " = :word"

/* Where each list of words is stored. */
static const struct {
    const char *name; /* in words.h */
    const struct words *words;
    const char *sql;
} lists[] = {
    { "WORDS_INQUIRY_VIA", &WORDS_INQUIRY_VIA, IN("inquiry", "via") },
    { "WORDS_INQUIRY_WHO", &WORDS_INQUIRY_WHO, IN("inquiry", "who") },
    { "WORDS_INQUIRY_MATTER", &WORDS_INQUIRY_MATTER, IN("inquiry", "matter") },
    { "WORDS_INQUIRY_NEXT", &WORDS_INQUIRY_NEXT, IN("inquiry", "next") },
    { "WORDS_YES_NO", &WORDS_YES_NO, IN("visit", "patient_came") },
    { "WORDS_ANSWER", &WORDS_ANSWER,
        "SELECT min(n) FROM (SELECT sum(told = :word) AS n FROM request UNION ALL SELECT sum(inpatient = :word) FROM request"
        " UNION ALL SELECT sum(referrer_agrees = :word) FROM request)" },
    { "WORDS_SEX", &WORDS_SEX, IN("person", "sex") },
    { "WORDS_LANG", &WORDS_LANG, IN("request", "lang") },
    { "WORDS_RECEIVED_VIA", &WORDS_RECEIVED_VIA, IN("request", "received_via") },
    { "WORDS_ATTENDEE_KIND", &WORDS_ATTENDEE_KIND, IN("attendee", "kind") },
    { "WORDS_RELATION", &WORDS_RELATION, IN("attendee", "relation") },
    { "WORDS_MAY_KNOW", &WORDS_MAY_KNOW, "SELECT count(*) FROM request WHERE :word IN (patient_may_know, other_may_know)" },
    { "WORDS_PURPOSE", &WORDS_PURPOSE,
        "SELECT count(*) FROM request WHERE ' ' || purposes || ' ' LIKE '% ' || :word || ' %'" },
    { "WORDS_CONSENT_SIGNER", &WORDS_CONSENT_SIGNER, IN("consent", "signer") },
    { "WORDS_PROOF_OF", &WORDS_PROOF_OF, IN("proof", "of") },
    { "WORDS_IDENTITY_PAPER", &WORDS_IDENTITY_PAPER, "SELECT count(*) FROM proof WHERE of = 'identity' AND kind = :word" },
    { "WORDS_RELATION_PAPER", &WORDS_RELATION_PAPER, "SELECT count(*) FROM proof WHERE of <> 'identity' AND kind = :word" },
    { "WORDS_MATERIAL", &WORDS_MATERIAL, IN("material", "kind") },
    { "WORDS_PLACE", &WORDS_PLACE,
        "SELECT count(*) FROM material m WHERE undone_at IS NULL AND 0 < (SELECT coalesce(sum(v.pieces * ((v.place = :word)"
        " - (v.origin = :word))), 0) + (:word = 'desk') * m.pieces FROM material_move v WHERE v.material = m.id)" },
    { "WORDS_DESTINATION", &WORDS_DESTINATION, IN("material", "destination") },
    { "WORDS_HANDOVER", &WORDS_HANDOVER,
        "SELECT min((SELECT count(*) FROM report WHERE via = :word), (SELECT count(*) FROM material_move WHERE how = :word))" },
    { "WORDS_PAPER_STATE", &WORDS_PAPER_STATE, IN("paper", "state") },
    { "WORDS_REVIEW_VERDICT", &WORDS_REVIEW_VERDICT, IN("review", "verdict") },
    { "WORDS_DECLINE_CODE", &WORDS_DECLINE_CODE, IN("review", "code") },
    { "WORDS_CALL_WHAT", &WORDS_CALL_WHAT, IN("call", "what") },
    { "WORDS_CALL_RESULT", &WORDS_CALL_RESULT, IN("call", "result") },
    { "WORDS_CHANNEL", &WORDS_CHANNEL, IN("call", "channel") },
    { "WORDS_METHOD", &WORDS_METHOD, IN("payment", "method") },
    { "WORDS_PAYER", &WORDS_PAYER, IN("payment", "payer") },
    { "WORDS_ORIGINAL", &WORDS_ORIGINAL, IN("payment", "original") },
    { "WORDS_ENDED", &WORDS_ENDED, IN("request", "ended") },
    { "WORDS_APPOINTMENT", &WORDS_APPOINTMENT, IN("appointment", "state") },
    { "WORDS_ROLE", &WORDS_ROLE, IN("staff_role", "role") },
    { "WORDS_STEP", &WORDS_STEP, IN("step", "step") },
    { "WORDS_FORM_SET", &WORDS_FORM_SET, IN("print", "kind") },
};

/* A word that no desk has when it opens, and why. */
static const struct {
    const struct words *words;
    const char *id; /* NULL = every word of the list that is not met; then one of them must be */
    const char *why;
} not_met[] = {
    { &WORDS_DECLINE_CODE, NULL, "nineteen reasons of one state; a counter with all of them at once is none" },
    { &WORDS_PAPER_STATE, "waived", "the hospital's policy lets nobody do without a paper" },
    { &WORDS_DESTINATION, "destroy", "the hospital's policy destroys no kind of material" },
    { &WORDS_STEP, "quote", "the hospital's service has a flat price and no quote" },
    { &WORDS_FORM_SET, "all", "a whole set is stored as its three papers" },
};

static bool excused(const struct words *w, const char *id)
{
    for (size_t i = 0; i < COUNT_OF(not_met); i++)
        if (not_met[i].words == w && (!not_met[i].id || str_eq(not_met[i].id, id)))
            return true;
    return false;
}

static void every_word_of_the_program_is_met_on_the_training_desk(void **state)
{
    int lacking = 0;

    for (size_t i = 0; i < COUNT_OF(lists); i++) {
        int met = 0;
        for (size_t k = 0; k < lists[i].words->n; k++) {
            const char *id = lists[i].words->item[k].id;
            int n = count(*state, lists[i].sql, id);
            met += n > 0;
            if (n > 0 || excused(lists[i].words, id))
                continue;
            print_message("# %s: nobody on the training desk is '%s'\n", lists[i].name, id);
            lacking++;
        }
        assert_true(met > 0);
    }
    assert_int_equal(lacking, 0);
}

static void an_excuse_is_withdrawn_when_the_word_is_met(void **state)
{
    for (size_t i = 0; i < COUNT_OF(not_met); i++)
        for (size_t k = 0; not_met[i].id && k < COUNT_OF(lists); k++)
            if (lists[k].words == not_met[i].words && count(*state, lists[k].sql, not_met[i].id) > 0)
                fail_msg("%s is met: take it from the list (%s)", not_met[i].id, not_met[i].why);
}

/* words.h is the list of lists. */
static void no_list_of_words_is_forgotten(void **state)
{
    static const char begin[] = "extern const struct words ";
    const char *top = getenv("top_srcdir");
    char path[512], line[256];

    (void)state;
    snprintf(path, sizeof path, "%s/src/domain/words.h", top ? top : "..");
    FILE *f = fopen(path, "r");
    assert_non_null(f);
    size_t found = 0;
    while (fgets(line, sizeof line, f)) {
        if (strncmp(line, begin, sizeof begin - 1) != 0)
            continue;
        line[strcspn(line, ";")] = '\0';
        bool known = false;
        for (size_t i = 0; i < COUNT_OF(lists); i++)
            known |= strcmp(lists[i].name, line + sizeof begin - 1) == 0;
        if (!known)
            fail_msg("%s stands in words.h and not here", line + sizeof begin - 1);
        found++;
    }
    fclose(f);
    assert_int_equal(found, COUNT_OF(lists));
}

/* States that are no words of their own. */
static void every_other_state_is_met_too(void **state)
{
    static const struct {
        const char *what, *sql;
    } states[] = {
        { "a request that waits for its requester's papers", "SELECT count(*) FROM request WHERE ended = '' AND complete_on IS NULL" },
        { "a request that came from an inquiry",
            "SELECT count(*) FROM request r JOIN inquiry q ON q.id = r.inquiry AND q.request = r.id" },
        { "a request to be closed or ended each way, still open", "SELECT count(*) FROM request WHERE ended = ''" },
        { "a request with care needed", "SELECT count(*) FROM request WHERE careful = 1" },
        { "an inquiry whose next thing is open", "SELECT count(*) FROM inquiry WHERE done_at IS NULL" },
        { "an inquiry that is done", "SELECT count(*) FROM inquiry WHERE done_at IS NOT NULL" },
        { "a call that is still to be made", "SELECT count(*) FROM call WHERE result IS NULL" },
        { "a visitor who waits", "SELECT count(*) FROM visit WHERE undone_at IS NULL AND started_at IS NULL" },
        { "a talk that is going on", "SELECT count(*) FROM visit WHERE started_at IS NOT NULL AND ended_at IS NULL" },
        { "a talk that is over today and not paid",
            "SELECT count(*) FROM visit v WHERE v.day = '2026-11-24' AND v.ended_at IS NOT NULL"
            " AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.request = v.request)" },
        { "a check-in that was taken back", "SELECT count(*) FROM change WHERE field = 'patient_attends' UNION ALL"
                                            " SELECT count(*) FROM charge WHERE void_of IS NOT NULL ORDER BY 1 DESC" },
        { "a charge that stands", "SELECT count(*) FROM charge c WHERE void_of IS NULL AND NOT EXISTS"
                                  " (SELECT 1 FROM charge w WHERE w.void_of = c.id)" },
        { "a charge that was reversed", "SELECT count(*) FROM charge WHERE void_of IS NOT NULL" },
        { "money that was collected", "SELECT count(*) FROM payment WHERE kind = 'collect'" },
        { "a receipt that was taken back", "SELECT count(*) FROM payment WHERE kind = 'void'" },
        { "a fee that is not paid",
            "SELECT count(*) FROM unpaid u WHERE NOT EXISTS (SELECT 1 FROM payment p WHERE p.request = u.request)" },
        { "a receipt that was printed again", "SELECT count(*) FROM print WHERE kind = 'receipt' AND copy > 1" },
        { "a paper that did not come out", "SELECT count(*) FROM print WHERE printed_at IS NULL" },
        { "cash that was put in and taken out", "SELECT min(sum(yen > 0), sum(yen < 0)) FROM cash_move" },
        { "a count between times", "SELECT count(*) FROM cash_count WHERE purpose = 'interim'" },
        { "a closing that is confirmed", "SELECT count(*) FROM closing_confirm" },
        { "a closing that is not confirmed", "SELECT count(*) FROM closing c WHERE NOT EXISTS"
                                             " (SELECT 1 FROM closing_confirm k WHERE k.closing = c.id)" },
        { "a consent form that was handed out", "SELECT count(*) FROM consent WHERE received_on IS NULL" },
        { "a consent form that came and is not checked", "SELECT count(*) FROM consent WHERE received_on IS NOT NULL AND verified_at IS NULL" },
        { "a consent form that is verified", "SELECT count(*) FROM consent WHERE verified_at IS NOT NULL AND withdrawn_on IS NULL" },
        { "a consent that was taken back", "SELECT count(*) FROM consent WHERE withdrawn_on IS NOT NULL" },
        { "materials of a closed request, all in their places", "SELECT count(*) FROM request WHERE ended = 'closed' AND next_action = ''" },
        { "a piece that was entered wrongly", "SELECT count(*) FROM material WHERE undone_at IS NOT NULL" },
        { "a department that has not answered", "SELECT count(*) FROM review WHERE verdict = ''" },
        { "a department that was asked again", "SELECT count(*) FROM review WHERE asked_again_on IS NOT NULL" },
        { "a second round with the department", "SELECT count(*) FROM review WHERE round = 2" },
        { "an answer that the visitor does not know yet", "SELECT count(*) FROM review WHERE verdict = 'not_possible' AND told_on IS NULL" },
        { "an override that waits", "SELECT count(*) FROM override o WHERE NOT EXISTS (SELECT 1 FROM override_answer w WHERE w.override = o.id)" },
        { "an override that was approved", "SELECT count(*) FROM override_answer WHERE approved = 1" },
        { "an override that was refused", "SELECT count(*) FROM override_answer WHERE approved = 0" },
        { "a step that was opened again", "SELECT count(*) FROM step WHERE kind = 'undone'" },
        { "a specialist who is away", "SELECT count(*) FROM session_exception WHERE kind = 'away'" },
        { "a specialist who offers more", "SELECT count(*) FROM session_exception WHERE kind = 'extra'" },
        { "a day on which the hospital is closed", "SELECT count(*) FROM closure" },
        { "a handover note", "SELECT count(*) FROM note WHERE done_at IS NULL" },
        { "a handover note that is done", "SELECT count(*) FROM note WHERE done_at IS NOT NULL" },
        { "a minor with a guardian", "SELECT count(*) FROM attendee WHERE kind = 'guardian'" },
        { "equal surnames on neighbouring days", "SELECT count(*) FROM person WHERE name LIKE '𠮷田 %' HAVING count(*) > 1" },
    };
    int lacking = 0;

    for (size_t i = 0; i < COUNT_OF(states); i++)
        if (count(*state, states[i].sql, NULL) <= 0) {
            print_message("# the training desk lacks %s\n", states[i].what);
            lacking++;
        }
    assert_int_equal(lacking, 0);
}

/* At night, on a Saturday, around the New Year: a desk that can be practised on, also with somebody in the house. */
static void the_desk_is_made_at_any_hour_of_any_day(void **state)
{
    static const char *const moments[] = { "2026-11-24T00:02", "2026-11-24T23:58", "2026-11-21T11:00", "2026-01-01T10:30" };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(moments); i++) {
        struct training t;
        make(&t, moments[i]);
        assert_int_equal(count(&t, "SELECT count(*) FROM visit WHERE undone_at IS NULL AND day = substr(:word, 1, 10)", moments[i]), 3);
        unmake(&t);
    }
}

/* --- a desk that another version made */

/* Past the program. */
static void change(const char *path, const char *sql)
{
    sqlite3 *raw;

    assert_int_equal(sqlite3_open(path, &raw), SQLITE_OK);
    assert_int_equal(sqlite3_exec(raw, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(raw);
}

static int verified(const struct training *t)
{
    char program[512];
    const char *top = getenv("top_builddir");

    snprintf(program, sizeof program, "%s/madoguchi", top ? top : ".");
    return run((const char *const[]){ program, "verify", "--db", t->path, "--now", "2026-11-24T09:40", NULL });
}

static void demo_fresh(const struct training *t)
{
    char program[512];
    const char *top = getenv("top_builddir");

    snprintf(program, sizeof program, "%s/madoguchi", top ? top : ".");
    run((const char *const[]){ program, "demo", "--fresh", "--db", t->path, "--now", "2026-11-24T09:40", NULL });
}

static const char *const versions[] = { "PRAGMA user_version = 99", "PRAGMA user_version = 0",
    "CREATE TABLE of_another_version (x)", "DROP TABLE note" };

static void a_training_desk_of_any_version_is_replaced_by_a_fresh_one(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(versions); i++) {
        struct training t;
        make_tuesday(&t);
        change(t.path, versions[i]);
        assert_int_not_equal(verified(&t), 0);
        demo_fresh(&t);
        assert_int_equal(verified(&t), 0);
        unmake(&t);
    }
}

static void what_does_not_say_that_it_is_for_training_is_never_replaced(void **state)
{
    static const char *const real[] = { "UPDATE setting SET value = 'no' WHERE key = 'training'",
        "DELETE FROM setting WHERE key = 'training'", "ALTER TABLE setting RENAME TO settings" };

    (void)state;
    for (size_t r = 0; r < COUNT_OF(real); r++)
        for (size_t i = 0; i < COUNT_OF(versions); i++) {
            struct training t;
            struct stat before, after;
            make_tuesday(&t);
            change(t.path, real[r]);
            change(t.path, versions[i]);
            assert_int_equal(stat(t.path, &before), 0);
            demo_fresh(&t);
            assert_int_equal(stat(t.path, &after), 0);
            assert_true(before.st_ino == after.st_ino); /* a fresh one would have come by another name */
            unmake(&t);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_of_the_program_is_met_on_the_training_desk),
        cmocka_unit_test(an_excuse_is_withdrawn_when_the_word_is_met),
        cmocka_unit_test(no_list_of_words_is_forgotten),
        cmocka_unit_test(every_other_state_is_met_too),
        cmocka_unit_test(the_desk_is_made_at_any_hour_of_any_day),
        cmocka_unit_test(a_training_desk_of_any_version_is_replaced_by_a_fresh_one),
        cmocka_unit_test(what_does_not_say_that_it_is_for_training_is_never_replaced),
    };

    return cmocka_run_group_tests(tests, make_now, unmake_now);
}

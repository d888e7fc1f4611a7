/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who types without looking knows a digit once: it means the same beside the list and in its dialog, on one screen and on the
 * next. */
#include "tests/screen/desk_app.h"

#include "screens/front.h"
#include "screens/registry.h"
#include "screens/request_parts.h"
#include "screens/visit.h"

static const struct form_field *field_of(const struct form_def *def, const char *id)
{
    for (size_t i = 0; i < def->n; i++)
        if (def->fields[i].id && str_eq(def->fields[i].id, id))
            return &def->fields[i];
    fail_msg("no field %s", id);
    return NULL;
}

/* The digit of a value; "" = it cannot be chosen. */
static const char *digit_of(const struct form_def *def, const char *id, const char *value)
{
    for (const struct choice *c = field_of(def, id)->choices; c->value; c++)
        if (str_eq(c->value, value))
            return c->key;
    return "";
}

static void the_digits_of_the_list_of_papers_are_those_of_its_dialog(void **state)
{
    struct desk_app *t = *state;

    desk_app_open(t, &papers_screen, fixture_request(&t->f), LANG_JA, 24, 80);
    assert_shows(t->app, "1受領 2後日持参 3なし 4求めない");
    type_keys(t->app, "Enter", "1");
    assert_shows(t->app, "[1 受領");
    type_keys(t->app, "2");
    assert_shows(t->app, "[2 後日持参");
    type_keys(t->app, "3");
    assert_shows(t->app, "[3 なし");
    type_keys(t->app, "4");
    assert_shows(t->app, "[4 求めない");
}

static void a_form_goes_out_by_the_same_digits_everywhere(void **state)
{
    static const char *const ways[] = { "counter", "post", "fax" };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(ways); i++) {
        const char *digit = digit_of(&handout_form, "how", ways[i]);
        assert_string_equal(digit_of(&requester_form_def, "issued_how", ways[i]), digit);
        assert_string_equal(digit_of(&request_form_def, "received_via", ways[i]), digit);
    }
    assert_string_equal(digit_of(&requester_form_def, "issued_how", "phone"), "");
}

static void whoever_comes_beside_the_patient_is_not_the_patient(void **state)
{
    (void)state;
    assert_string_equal(digit_of(&visit_form_def, "new_kind", "patient"), "");
    for (const struct choice *c = field_of(&visit_form_def, "new_kind")->choices; c->value; c++) {
        assert_string_equal(digit_of(&requester_form_def, "kind1", c->value), c->key);
        assert_string_equal(c->label, words_label(&WORDS_ATTENDEE_KIND, c->value));
    }
}

static void no_two_fields_of_the_check_in_have_one_name(void **state)
{
    struct desk_app *t = *state;

    desk_app_open(t, &papers_screen, fixture_request(&t->f), LANG_JA, 24, 80); /* brings the catalogues */
    assert_non_null(t->catalogs.of[LANG_JA]);
    for (size_t i = 0; i < visit_form_def.n; i++)
        for (size_t k = 0; k < i; k++)
            for (int lang = 0; lang < LANG_COUNT; lang++) {
                const struct catalog *c = t->catalogs.of[lang];
                assert_string_not_equal(tr(c, visit_form_def.fields[i].label), tr(c, visit_form_def.fields[k].label));
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_APP_TEST(the_digits_of_the_list_of_papers_are_those_of_its_dialog),
        DESK_APP_TEST(a_form_goes_out_by_the_same_digits_everywhere),
        DESK_APP_TEST(whoever_comes_beside_the_patient_is_not_the_patient),
        DESK_APP_TEST(no_two_fields_of_the_check_in_have_one_name),
    };
    return cmocka_run_group_tests_name("a digit means the same everywhere", tests, NULL, NULL);
}

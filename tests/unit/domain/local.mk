# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += tests/unit/domain/test-payment tests/unit/domain/test-payment-till
TESTS += tests/unit/domain/test-payment tests/unit/domain/test-payment-till
tests_unit_domain_test_payment_SOURCES = tests/unit/domain/test-payment.c
tests_unit_domain_test_payment_LDADD = $(LIBS_DOMAIN) $(EXT_POLICY) $(CMOCKA_LIBS)
tests_unit_domain_test_payment_till_SOURCES = tests/unit/domain/test-payment-till.c
tests_unit_domain_test_payment_till_LDADD = $(LIBS_DOMAIN) $(EXT_POLICY) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/domain/test-slot
TESTS += tests/unit/domain/test-slot
tests_unit_domain_test_slot_SOURCES = tests/unit/domain/test-slot.c
tests_unit_domain_test_slot_LDADD = $(LIBS_DOMAIN) $(EXT_POLICY) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/domain/test-journey
TESTS += tests/unit/domain/test-journey
tests_unit_domain_test_journey_SOURCES = tests/unit/domain/test-journey.c tests/unit/policy/policy_test.h
tests_unit_domain_test_journey_LDADD = $(LIBS_DOMAIN) $(EXT_POLICY) $(CMOCKA_LIBS)

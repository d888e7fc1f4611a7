# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libstore.a
libstore_a_SOURCES =
libstore_a_SOURCES += src/store/db.c src/store/db.h src/store/db_inside.h src/store/stmt.c src/store/trouble.c \
	src/store/queue.c src/store/queue.h src/store/sha3.c src/store/sha3.h src/store/migrate.c src/store/migrate.h src/store/migrate_inside.h \
	src/store/audit.c src/store/audit.h src/store/audit_images.h src/store/audit_inside.h \
	src/store/trail_store.c src/store/trail_store.h src/store/touched.c src/store/touched.h src/store/case_store.c src/store/case_store.h src/store/case_sql.h src/store/material_sql.h

libstore_a_SOURCES += src/store/verify.c src/store/verify.h src/store/verify_inside.h src/store/verify_rules.c
libstore_a_SOURCES += src/store/verify_image.c src/store/verify_case.c src/store/verify_keys.c src/store/verify_digest.c
libstore_a_SOURCES += src/store/backup.c src/store/backup.h src/store/backup_inside.h src/store/backup_keep.c
libstore_a_SOURCES += src/store/db_copy.c src/store/restore.c

# The schema's steps become strings of the program, one line of SQL a literal.
SCHEMA_STEPS = src/store/schema/001-first.sql
EXTRA_DIST += $(SCHEMA_STEPS)
BUILT_SOURCES += src/store/schema_steps.inc
CLEANFILES += src/store/schema_steps.inc
src/store/schema_steps.inc: $(SCHEMA_STEPS)
	$(AM_V_GEN)$(MKDIR_P) src/store && for f in $(SCHEMA_STEPS); do \
	  sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/^/"/' -e 's/$$/\\n"/' "$(srcdir)/$$f"; echo ','; done > $@.tmp && mv $@.tmp $@
src/store/migrate.$(OBJEXT): src/store/schema_steps.inc src/store/schema_digest.inc
libstore_a_SOURCES += src/store/migrate_digest.c src/store/migrate_digest.h

# Their digest, computed once at build time (D5).
noinst_PROGRAMS += src/store/schema-digest
src_store_schema_digest_SOURCES = src/store/migrate_digest_main.c src/store/migrate_digest.c
src_store_schema_digest_LDADD = libbase.a $(SQLITE_LIBS) $(SODIUM_LIBS)
src/store/migrate_digest_main.$(OBJEXT): src/store/schema_steps.inc
BUILT_SOURCES += src/store/schema_digest.inc
CLEANFILES += src/store/schema_digest.inc
src/store/schema_digest.inc: src/store/schema-digest$(EXEEXT)
	$(AM_V_GEN)src/store/schema-digest$(EXEEXT) >$@.tmp && mv $@.tmp $@
libstore_a_SOURCES += src/store/setting_store.c src/store/setting_store.h src/store/staff_store.c src/store/staff_store.h \
	src/store/passphrase.c src/store/passphrase.h src/store/policy_store.c src/store/policy_store.h \
	src/store/holiday_store.c src/store/holiday_store.h
libstore_a_SOURCES += src/store/step_store.c src/store/step_store.h src/store/print_store.c src/store/print_store.h \
	src/store/person_store.c src/store/person_store.h src/store/institution_store.c src/store/institution_store.h \
	src/store/request_store.c src/store/request_store.h \
	src/store/review_store.c src/store/review_store.h src/store/end_store.c src/store/end_store.h src/store/requester_store.c src/store/requester_store.h src/store/paper_store.c src/store/paper_store.h
libstore_a_SOURCES += src/store/charge_store.c src/store/charge_store.h \
	src/store/payment_store.c src/store/payment_store.h \
	src/store/drawer_store.c src/store/drawer_store.h \
	src/store/closing_store.c src/store/closing_store.h \
	src/store/money_list_store.c src/store/money_list_store.h
libstore_a_SOURCES += src/store/specialist_store.c src/store/specialist_store.h src/store/appointment_store.c \
	src/store/appointment_store.h src/store/visit_store.c src/store/visit_store.h src/store/override_store.c \
	src/store/override_store.h
libstore_a_SOURCES += src/store/inquiry_store.c src/store/inquiry_store.h src/store/call_store.c src/store/call_store.h \
	src/store/note_store.c src/store/note_store.h
libstore_a_SOURCES += src/store/today_store.c src/store/today_store.h

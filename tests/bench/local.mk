# SPDX-License-Identifier: GPL-3.0-or-later
# make bench: figures, not tests. A bench is a program (EXTRA_PROGRAMS) that prints its lines when it is run without
# arguments; its name goes to BENCHES. Deterministic figures first (bytes, fsync calls; a missed goal is exit code 1),
# then ratios in one run (a missed goal is only said).
BENCHES =
BENCH_FLOORS =
BENCH_TABLE = tests/bench/table.c tests/bench/table.h
if HAVE_CMOCKA
if HAVE_VTERM
BENCHES += tests/bench/bench-bytes tests/bench/bench-save tests/bench/bench-keys
BENCH_FLOORS += tests/bench/floor_list tests/bench/floor_db tests/e2e/demo
endif
endif
BENCH_ALL = tests/bench/bench-bytes tests/bench/bench-save tests/bench/bench-keys \
	tests/bench/floor_list tests/bench/floor_db
EXTRA_PROGRAMS += $(BENCH_ALL)
tests_bench_bench_bytes_SOURCES = tests/bench/bench-bytes.c $(BENCH_TABLE) tests/e2e/pty.c tests/e2e/pty.h \
	$(DESK_FIXTURE)
tests_bench_bench_bytes_LDADD = $(LIBS_SCREENS) $(EXT_ALL) $(VTERM_LIBS) -lutil $(CMOCKA_LIBS)
tests_bench_bench_save_SOURCES = tests/bench/bench-save.c $(BENCH_TABLE) tests/fault/scene.c tests/fault/scene.h \
	$(READY_FIXTURE) tests/unit/store/faultvfs.c tests/unit/store/faultvfs.h
tests_bench_bench_save_LDADD = $(LIBS_DESK) $(CMOCKA_LIBS) $(EXT_STORE)
tests_bench_bench_keys_SOURCES = tests/bench/bench-keys.c tests/bench/meter.c tests/bench/meter.h $(BENCH_TABLE) \
	$(DESK_FIXTURE)
tests_bench_bench_keys_LDADD = $(LIBS_DESK) $(CMOCKA_LIBS) $(EXT_STORE) -lutil
tests_bench_floor_list_SOURCES = tests/bench/floor_list.c
tests_bench_floor_list_LDADD = $(NCURSES_LIBS)
tests_bench_floor_db_SOURCES = tests/bench/floor_db.c
tests_bench_floor_db_LDADD = $(NCURSES_LIBS) $(SQLITE_LIBS)
CLEANFILES += $(BENCH_ALL)
bench: all $(BENCHES) $(BENCH_FLOORS)
	@[ -n "$(BENCHES)" ] || echo "bench: skipped, libvterm or cmocka is missing"
	@rc=0; for b in $(BENCHES); do echo "== $$b"; \
	top_srcdir=$(abs_top_srcdir) top_builddir=$(abs_top_builddir) ./$$b || rc=1; done; exit $$rc
.PHONY: bench

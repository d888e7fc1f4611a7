noinst_LIBRARIES += libout.a
libout_a_SOURCES =

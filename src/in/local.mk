noinst_LIBRARIES += libin.a
libin_a_SOURCES =

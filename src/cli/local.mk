# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libcli.a
libcli_a_SOURCES =
libcli_a_SOURCES += src/cli/cli.c src/cli/cli.h src/cli/commands.h src/cli/demo.h src/cli/desk_cmd.c src/cli/init.c src/cli/keep_cmd.c src/cli/doctor.c
libcli_a_SOURCES += src/cli/policy_cmd.c src/cli/policy_cmd.h
libcli_a_SOURCES += src/cli/policy_json.c src/cli/policy_out.h src/cli/policy_text.c
libcli_a_SOURCES += src/cli/policy_switch.c
libcli_a_SOURCES += src/cli/demo_desk.c src/cli/demo_house.c src/cli/demo_path.c src/cli/demo_events.c src/cli/demo_inquiries.c src/cli/demo_cmd.c src/cli/demo_inside.h src/cli/demo_people.c src/cli/demo_people.h

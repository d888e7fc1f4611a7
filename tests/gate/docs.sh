#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Generated documents are fresh, and docs/RULES.md is true: every requirement of the counter has a key of the policy
# file (or "program"), a function that exists, and a test that exists and is run.
. "$(dirname "$0")/tap.sh"

# --- generated ones
stale() # NAME SOURCE MAKER...: compares SOURCE/NAME with what the maker prints
{
    local name=$1 root=$2
    shift 2
    "$@" >"$tmp/made" 2>"$tmp/made.err" || { echo "$name cannot be made:"; tail -n 3 "$tmp/made.err"; return; }
    [ -s "$tmp/made" ] || { echo "$name: nothing is made"; return; }
    [ -f "$root/$name" ] || { echo "$name is missing: make docs"; return; }
    cmp -s "$tmp/made" "$root/$name" && return
    echo "$name is stale: make docs"
    diff "$root/$name" "$tmp/made" | head -n 12
}

fresh() # NAME
{
    if [ ! -f "$src/$1" ] && ! bash "$src/scripts/docs" "${1#docs/}" "$src" "$build" >/dev/null 2>&1; then
        skip "$1 is fresh" "there is neither the document nor what makes it"
    else
        clean "$1 is fresh" stale "$1" "$src" bash "$src/scripts/docs" "${1#docs/}" "$src" "$build"
    fi
}

# --- docs/RULES.md: rows "| OMU-1 | what | policy key or program | function | test |", several in a cell with commas
cells() { grep -E '^\| *[A-Z]+-[0-9]+ *\|' "$1" | sed 's/^| *//; s/ *| */\t/g' | tr -d '`'; }

ids() # RULES: every requirement of counter 1 has its row, once
{
    cells "$1" | cut -f1 | sort >"$tmp/ids"
    for n in $(seq 35); do grep -qx "OMU-$n" "$tmp/ids" || echo "OMU-$n has no row"; done
    uniq -d "$tmp/ids" | sed 's/$/ has two rows/'
}

each() # RULES COLUMN: "id word" for every word of a cell
{
    cells "$1" | awk -F '\t' -v c="$2" '{ n = split($c, w, /, */); if ($c == "") print $1, "-"; for (i = 1; i <= n; i++) if (w[i] != "") print $1, w[i] }'
}

# A key is a path whose first part is a section of the file; the other parts are keys or ids inside that section.
keys() # RULES POLICY
{
    each "$1" 3 | while read -r id key; do
        [ "$key" = program ] && continue
        awk -v key="$key" '
        BEGIN { n = split(key, part, "."); at = 0 }
        /^[a-z_]+:/ { name = $1; sub(/:.*/, "", name); inside = (name == part[1]); if (inside) found[1] = 1 }
        inside { for (i = 2; i <= n; i++) if ($0 ~ ("(^|[^A-Za-z0-9_-])" part[i] ":") || $0 ~ ("id: *\"?" part[i] "\"?([ ,}]|$)")) found[i] = 1 }
        END { for (i = 1; i <= n; i++) if (!(i in found)) exit 1 }' "$2" || echo "$id: the policy has no key $key"
    done
}

functions() # RULES ROOT
{
    each "$1" 4 | while read -r id name; do
        (cd "$2" && grep -rqE "^[A-Za-z_].*\b$name\(" src --include='*.c') || echo "$id: no function $name"
    done
}

sources_of() # BUILD NAMES-OF-TESTS: "program source" for every program of the suite
{
    sed -e ':a' -e '/\\$/N; s/\\\n/ /; ta' "$1/Makefile" | awk '
    NR == FNR { canon = $1; gsub(/[^A-Za-z0-9_@]/, "_", canon); program[canon "_SOURCES"] = $1; next }
    ($1 in program) && $2 == "=" { for (i = 3; i <= NF; i++) print program[$1], $i }' "$2" -
}

tests() # RULES ROOT BUILD
{
    env -u MAKEFLAGS -u MAKEOVERRIDES -u MFLAGS make -s -C "$3" print-tests >"$tmp/suite" 2>/dev/null
    sources_of "$3" "$tmp/suite" >"$tmp/sources"
    each "$1" 5 | while read -r id name; do
        # Defined and named once more (registered); what is defined alone would not even compile.
        file=$(cd "$2" && grep -rwc "$name" tests --include='test-*.c' --include='*.sh' | awk -F: '$2 >= 2 { print $1; exit }')
        if [ -z "$file" ]; then echo "$id: no test $name"; continue; fi
        awk -v f="$file" '$2 == f { found = 1 } END { exit !found }' "$tmp/sources" || grep -qF "$file" "$tmp/suite" ||
            echo "$id: the test $name ($file) is not run"
    done
}

# --- the manual page names the commands that the program names, and no others
commands_of() # PROGRAM: "policy check" for "  madoguchi policy check FILE | ask FILE | reference"
{
    "$1" --help --lang en </dev/null 2>/dev/null | awk '
    $1 == "madoguchi" && /^  [a-z]/ {
        gsub(/[][]/, "", $2); first = $2; second = 0
        sub(/^ *madoguchi +[^ ]+ */, "")
        n = split($0, part, / \| /)
        for (i = 1; i <= n; i++) { split(part[i], w, " "); if (w[1] ~ /^[a-z]+$/) { print first " " w[1]; second = 1 } }
        if (!second) print first
    }' | sort -u
}

manual() # PROGRAM PAGE
{
    commands_of "$1" >"$tmp/told"
    sed -nE 's/^\.(B|BI|BR) "?madoguchi ([a-z]+)( ([a-z]+))?"?( .*)?$/\2 \4/p' "$2" | sed 's/ *$//' | sort -u >"$tmp/written"
    comm -23 "$tmp/told" "$tmp/written" | sed 's/^/the manual page does not know: /'
    comm -13 "$tmp/told" "$tmp/written" | sed 's/^/the program does not know: /'
}

if [ -n "$(commands_of "$build/madoguchi")" ]; then
    clean "the manual page knows the commands of the program" manual "$build/madoguchi" "$src/data/madoguchi.1"
else
    skip "the manual page knows the commands of the program" "the program lists none"
fi
# --- the pictures in the READMEs are rows of docs/SCREENS.md, set in by four columns
pictures() # README SCREENS
{
    sed -n '/^    [ >-]/s/^    //p' "$1" >"$tmp/rows"
    [ -s "$tmp/rows" ] || echo "${1##*/}: no picture"
    grep -vxFf "$2" "$tmp/rows" | sed "s/^/${1##*/}: not on any screen: /"
}

# --- every screen of the table has its picture, in both languages; so have the dialogs that matter
names_of() # SRC: the name of every screen in screens/registry.c
{
    grep -oE '&[a-z_]+_screen,' "$1/screens/registry.c" | tr -d '&,' | sort -u | while read -r ops; do
        grep -rhoE "struct screen_ops $ops = \{ *\.name = \"[a-z0-9_-]+\"" "$1/screens" | sed 's/.*"\(.*\)"/\1/' | grep . ||
            echo "$ops-without-name"
    done
}

weighty="second drawer lock pick confirm form-dialog menu" # approval, another's closing, void
unseen() # SRC SCREENS: what lacks a picture in one of the languages
{
    { names_of "$1"; tr ' ' '\n' <<<"$weighty"; } | sort -u | while read -r name; do
        for part in 日本語 English; do
            awk -v part="# $part" -v fence="\`\`\` $name" '/^# / { inside = ($0 == part) } inside && $0 == fence { found = 1 }
                END { exit !found }' "$2" || echo "$name has no picture under \"$part\""
        done
    done
}

clean "every screen and every dialog of weight has a picture" unseen "$src/src" "$src/docs/SCREENS.md"
fresh docs/schema.sql
fresh docs/SCREENS.md
fresh README
fresh README.ja
clean "the pictures in README are screens of the story" pictures "$src/README" "$src/docs/SCREENS.md"
clean "the pictures in README.ja are screens of the story" pictures "$src/README.ja" "$src/docs/SCREENS.md"
fresh docs/POLICY.md
clean "every requirement has one row in docs/RULES.md" ids "$src/docs/RULES.md"
clean "every policy key in docs/RULES.md exists" keys "$src/docs/RULES.md" "$src/data/policies/omu.yml"
clean "every function in docs/RULES.md exists" functions "$src/docs/RULES.md" "$src"
clean "every test in docs/RULES.md exists and is run" tests "$src/docs/RULES.md" "$src" "$build"

# --- planted breaches
p=$tmp/p
mkdir -p "$p/docs" "$p/src" "$p/tests" "$p/b"
echo 'old' >"$p/docs/schema.sql"
printf '#!/bin/sh\necho "  madoguchi [run] [--db FILE]"\necho "  madoguchi policy check FILE | ask FILE"\n' >"$p/program"
chmod +x "$p/program"
printf '.BR "madoguchi run" " (or none)"\n.B madoguchi verify\n' >"$p/page.1"
names "a command that the manual lacks is named" 'page does not know: policy ask' manual "$p/program" "$p/page.1"
names "a command that the program lacks is named" 'program does not know: verify' manual "$p/program" "$p/page.1"
printf '     one\n    > two\n' >"$p/README"
printf ' one\n' >"$p/SCREENS.md"
names "a picture that is no screen is named" 'README: not on any screen: > two' pictures "$p/README" "$p/SCREENS.md"
mkdir -p "$p/screens"
printf '    { &one_screen, PLACE_ONE },\n    { &two_screen, PLACE_TWO },\n' >"$p/screens/registry.c"
printf 'const struct screen_ops one_screen = { .name = "one" };\nconst struct screen_ops two_screen = { .name = "two-2" };\n' >"$p/screens/x.c"
printf '# 日本語\n``` one\n``` two-2\n# English\n``` one\n' >"$p/SCREENS2.md"
names "a screen without a picture is named" 'two-2 has no picture under "English"' unseen "$p" "$p/SCREENS2.md"
names "a dialog without a picture is named" 'second has no picture under "日本語"' unseen "$p" "$p/SCREENS2.md"
names "a stale document is named" 'docs/schema.sql is stale' stale docs/schema.sql "$p" echo new
names "a missing document is named" 'docs/POLICY.md is missing' stale docs/POLICY.md "$p" echo new
names "a maker that fails is named" 'docs/schema.sql cannot be made' stale docs/schema.sql "$p" false
cat >"$p/docs/RULES.md" <<'TXT'
| id | rule | policy | function | test |
|---|---|---|---|---|
| OMU-1 | one | `documents.consent` | `judge` | `a_test_that_runs` |
| OMU-2 | two | `documents.passport` | `judged` | `a_test_that_does_not_run` |
| OMU-2 | two again | program | `judge` | `no_such_test` |
TXT
printf 'services:\n  - id: passport\ndocuments:\n  - id: consent\n' >"$p/omu.yml"
echo 'int judge(int a)' >"$p/src/judge.c"
printf 'void a_test_that_runs(void) {}\ncmocka_unit_test(a_test_that_runs),\n' >"$p/tests/test-a.c"
printf 'void a_test_that_does_not_run(void) {}\ncmocka_unit_test(a_test_that_does_not_run),\n' >"$p/tests/test-b.c"
printf 'tests_test_a_SOURCES = tests/test-a.c\nprint-tests:\n\t@echo tests/test-a\n' >"$p/b/Makefile"
names "a requirement without row is named" 'OMU-35 has no row' ids "$p/docs/RULES.md"
names "a requirement with two rows is named" 'OMU-2 has two rows' ids "$p/docs/RULES.md"
names "a key of another section is named" 'OMU-2: the policy has no key documents.passport' keys "$p/docs/RULES.md" "$p/omu.yml"
names "a function that is gone is named" 'OMU-2: no function judged' functions "$p/docs/RULES.md" "$p"
names "a test that is gone is named" 'OMU-2: no test no_such_test' tests "$p/docs/RULES.md" "$p" "$p/b"
names "a test that is not run is named" 'a_test_that_does_not_run \(tests/test-b.c\) is not run' tests "$p/docs/RULES.md" "$p" "$p/b"
true_row() { { ids "$p/docs/RULES.md"; keys "$p/docs/RULES.md" "$p/omu.yml"; functions "$p/docs/RULES.md" "$p"
    tests "$p/docs/RULES.md" "$p" "$p/b"; } | grep '^OMU-1[: ]'; return 0; }
clean "a true row is no breach" true_row
finish

#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sizes, banned functions, no floating point, no #if forest, licence lines, clean white space.
. "$(dirname "$0")/tap.sh"

# A function's body opens with "{" alone in column 1 (or at the end of a line that begins in column 1) and closes
# with "}" in column 1; its length counts from the line that names it.
long_functions() # STRIPPED
{
    (cd "$1" && find . -name '*.[ch]' -printf '%P\n' | sort | xargs -r awk '
    FNR == 1 { body = 0 }
    /^[A-Za-z_].*\)[ \t]*\{[ \t]*$/ { start = FNR; name = $0; body = 1; next }
    /^[A-Za-z_]/ && !body { start = FNR; name = $0 }
    /^\{/ { body = 1 }
    /^\}/ {
        if (body && FNR - start + 1 > 80) printf "%s:%d: %d lines: %s\n", FILENAME, start, FNR - start + 1, name
        body = 0
    }')
}

long_files() # ROOT STRIPPED; constant tables listed in long-files may be longer
{
    local f n why
    files "$1" src tests -- '*.c' '*.h' | (cd "$1" && xargs -r wc -l) | awk '$2 != "total" && $1 > 600 { print $2, $1 }' |
        while read -r f n; do
            awk -v f="$f" '$1 == f { found = 1 } END { exit !found }' "$1/tests/gate/long-files" || echo "$f: $n lines"
        done
    # What is excused must be a table, not a program with many functions.
    grep -v '^#' "$1/tests/gate/long-files" | while read -r f why; do
        [ -n "$f" ] || continue
        [ -f "$1/$f" ] || { echo "long-files: $f is gone"; continue; }
        [ -n "$why" ] || echo "long-files: $f without a reason"
        [ "$(wc -l <"$1/$f")" -gt 600 ] || echo "long-files: $f is short enough"
        n=$(grep -c '^{' "$2/$f")
        [ "$n" -le 6 ] || echo "long-files: $f has $n functions, it is no table"
    done
}

# Words stay in one piece, and a table's row with its sentence: what stands inside strings is not counted.
wide_lines() # STRIPPED
{
    (cd "$1" && find . -name '*.[ch]' -printf '%P\n' | sort | xargs -r awk '
    length($0) > 140 { printf "%s:%d: %d columns beside the words\n", FILENAME, FNR, length($0) }')
}

banned() # STRIPPED
{
    (cd "$1" && grep -rnE '\b(strcpy|strcat|sprintf|vsprintf|strtok|atoi|atol|atoll|atof|gets|system|popen|localtime|strncpy|strncat|setjmp|longjmp|alloca) *\(' src)
    return 0
}

# Amounts and dates are everywhere (base/base.h): nothing in the program needs a fraction.
floats() # STRIPPED
{
    (cd "$1" && grep -rnE '\b(float|double)\b|\b[0-9]+\.[0-9]' src)
    return 0
}

conditionals() # STRIPPED: no #if inside a function, fewer than 1 per 1,000 lines outside the include guards
{
    (cd "$1" && find src -name '*.[ch]' | sort | xargs -r awk '
    FNR == 1 { body = 0; guard = 0 }
    /^\{/ || /^[A-Za-z_].*\)[ \t]*\{[ \t]*$/ { body = 1 }
    /^\}/ { body = 0 }
    /^[ \t]*#[ \t]*if/ {
        if (body) printf "%s:%d: #if inside a function\n", FILENAME, FNR
        else if (FILENAME ~ /\.h$/ && !guard) guard = 1
        else n++
    }
    END { if (n > 8 && n * 1000 > NR) printf "%d conditionals in %d lines\n", n, NR }')
}

unlicensed() # ROOT: the SPDX line is the first, after #! the second
{
    (cd "$1" && files . src tests scripts po data bootstrap configure.ac Makefile.am .ci/run -- \
        '*.c' '*.h' '*.sh' '*.sql' '*.po' '*.yml' '*.mk' '*.py' '*.awk' '*.am' '*.ac' bootstrap run run-test check-long '*.1' |
        while read -r f; do
            head -n 2 "$f" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' || echo "${f#./}: no SPDX line"
        done)
}

blanks() # ROOT
{
    (cd "$1" && files . src tests po docs scripts bootstrap README README.ja HACKING NEWS configure.ac Makefile.am -- \
        '*.c' '*.h' '*.sh' '*.sql' '*.po' '*.md' '*.mk' bootstrap README README.ja HACKING NEWS configure.ac Makefile.am |
        sed 's,^\./,,' >"$tmp/list"
    grep -v '\.md$' "$tmp/list" | xargs -r grep -nE '[[:blank:]]$' /dev/null
    grep '\.[ch]$' "$tmp/list" | xargs -r grep -nP '\t' /dev/null
    while read -r f; do
        [ ! -s "$f" ] || [ -z "$(tail -c 1 "$f")" ] || echo "$f: no newline at the end"
    done <"$tmp/list")
}

strip "$src" "$tmp/code" src tests
clean "functions have at most 80 lines" long_functions "$tmp/code"
clean "files have at most 600 lines" long_files "$src" "$tmp/code"
clean "lines of src and tests have at most 140 columns beside their words" wide_lines "$tmp/code"
clean "no banned function is called" banned "$tmp/code"
clean "nothing is computed in floating point" floats "$tmp/code"
clean "no forest of #if" conditionals "$tmp/code"
clean "every file names its licence" unlicensed "$src"
clean "no trailing blanks, tabs in C, or missing last newline" blanks "$src"

# The same with one breach of each kind.
mkdir -p "$tmp/p/src/x" "$tmp/p/tests/gate"
echo 'src/x/gone.c table' >"$tmp/p/tests/gate/long-files"
{
    printf 'int long_one(void)\n{\n'
    for _ in $(seq 90); do echo '    work();'; done
    printf '}\n'
} >"$tmp/p/src/x/long.c"
{
    printf 'static const char text[] = "%s";\n' "$(printf 'word %.0s' $(seq 40))"
    printf 'int wide = 0%s;\n' "$(printf ' + 1%.0s' $(seq 33))"
} >"$tmp/p/src/x/wide.c"
for _ in $(seq 601); do echo '/* line */'; done >"$tmp/p/src/x/file.c"
sed 's,[$][$]$,  ,' >"$tmp/p/src/x/bad.c" <<'TXT'
/* strcpy (a, b) in a comment and "sprintf(" in a string are no breach: 'x' " 1.5 */
static const char text[] = "atoi(1.5) float \" gets(", quote = '"', other = '\''; // system(1.5)
int f(char *a)
{
#ifdef X
    strcpy(a, text);
#endif
    double share = 1;$$
    return a[0] * 0.1;
}
TXT
strip "$tmp/p" "$tmp/bad" src
names "a long function is named" 'src/x/long.c:1: 93 lines: int long_one' long_functions "$tmp/bad"
names "a wide line is named" 'src/x/wide.c:2: 14[1-9] columns' wide_lines "$tmp/bad"
names "a long file is named" 'src/x/file.c: 601 lines' long_files "$tmp/p" "$tmp/bad"
names "an excuse for a file that is gone is named" 'long-files: src/x/gone.c is gone' long_files "$tmp/p" "$tmp/bad"
names "a banned call is named with its line" '^src/x/bad.c:6:' banned "$tmp/bad"
names "a double is named" '^src/x/bad.c:8:' floats "$tmp/bad"
names "a fraction is named" '^src/x/bad.c:9:' floats "$tmp/bad"
names "#if inside a function is named" '^src/x/bad.c:5: #if inside' conditionals "$tmp/bad"
names "a file without licence is named" '^src/x/bad.c: no SPDX' unlicensed "$tmp/p"
names "a trailing blank is named" '^src/x/bad.c:8:' blanks "$tmp/p"
quiet() { { banned "$1"; floats "$1"; } | grep -E '^src/x/bad.c:[12]:'; return 0; }
clean "what stands in comments and strings is no breach" quiet "$tmp/bad"
finish

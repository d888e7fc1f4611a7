# SPDX-License-Identifier: GPL-3.0-or-later
# What every gate reads first: TAP, the two trees, and readers of C text. A gate has a function that prints one
# line per breach and prints nothing when all is well; `clean` runs it on the project, `names` plants a breach in a
# copy and wants it named. Runs under make check and alone (then the build tree is build/ below the source).
set -u
LC_ALL=C.UTF-8
export LC_ALL
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
src=${top_srcdir:-$(cd "$here/../.." && pwd)}
build=${top_builddir:-$src/build}
CC=${CC:-gcc}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cases=0

ok() { cases=$((cases + 1)); echo "ok $cases - $1"; }
not_ok() { cases=$((cases + 1)); echo "not ok $cases - $1"; }
skip() { cases=$((cases + 1)); echo "ok $cases - $1 # SKIP $2"; }
finish() { echo "1..$cases"; }

# clean SENTENCE COMMAND...: the command prints no breach (and does not fail).
clean()
{
    local what=$1 rc=0
    shift
    "$@" >"$tmp/breaches" 2>&1 || rc=$?
    if [ ! -s "$tmp/breaches" ] && [ "$rc" -eq 0 ]; then
        ok "$what"
    else
        not_ok "$what"
        head -n 60 "$tmp/breaches" | sed 's/^/# /'
    fi
}

# names SENTENCE PATTERN COMMAND...: the command, run where a breach was planted, prints a line with the pattern.
names()
{
    local what=$1 pattern=$2
    shift 2
    "$@" >"$tmp/breaches" 2>&1
    if grep -qE -- "$pattern" "$tmp/breaches"; then
        ok "$what"
    else
        not_ok "$what"
        echo "# the planted breach was not named ($pattern):"
        head -n 20 "$tmp/breaches" | sed 's/^/# /'
    fi
}

# files ROOT FOLDERS... -- NAMES...: the project's own files below a root, by name pattern, without build trees.
files()
{
    local root=$1 folders=() tests=()
    shift
    while [ "$1" != -- ]; do [ -e "$root/$1" ] && folders+=("$1"); shift; done
    shift
    for name in "$@"; do tests+=(-o -name "$name"); done
    [ "${#folders[@]}" -gt 0 ] || return 0
    (cd "$root" && find "${folders[@]}" -type f \( -false "${tests[@]}" \) | LC_ALL=C sort)
}

# strip ROOT DEST FOLDERS...: the C files below ROOT copied to DEST without comments and without the inside of
# strings and character constants; lines keep their numbers.
strip()
{
    local root=$1 dest=$2
    shift 2
    files "$root" "$@" -- '*.c' '*.h' >"$tmp/strip"
    sed 's,/[^/]*$,,' "$tmp/strip" | sort -u | while read -r d; do mkdir -p "$dest/$d"; done
    # shellcheck disable=SC2046
    (cd "$root" && [ -s "$tmp/strip" ] && awk -v dest="$dest" '
    FNR == 1 { if (out) close(out); out = dest "/" FILENAME; inside = 0 }
    {
        rest = $0; line = ""
        while (rest != "") {
            if (inside) {
                at = index(rest, "*/")
                if (!at) break
                inside = 0; rest = substr(rest, at + 2); continue
            }
            if (!match(rest, /["\047]|\/\*|\/\//)) { line = line rest; break }
            line = line substr(rest, 1, RSTART - 1); mark = substr(rest, RSTART, RLENGTH)
            rest = substr(rest, RSTART + RLENGTH)
            if (mark == "/*") { inside = 1; line = line " "; continue }
            if (mark == "//") break
            while (rest != "" && substr(rest, 1, 1) != mark) {
                if (!match(rest, /[\\"\047]/)) { rest = ""; break }
                if (substr(rest, RSTART, 1) == "\\") rest = substr(rest, RSTART + 2)
                else if (substr(rest, RSTART, 1) == mark) rest = substr(rest, RSTART)
                else rest = substr(rest, RSTART + 1)
            }
            line = line mark mark; rest = substr(rest, 2)
        }
        print line >out
    }' $(cat "$tmp/strip"))
    return 0
}

#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The project speaks of itself alone: no place on somebody's machine, no host that a machine takes its packages from,
# no unfinished place in what ships.
. "$(dirname "$0")/tap.sh"

# Everything that ships, binary files apart.
listed() # ROOT
{
    files "$1" src tests po data docs scripts bootstrap .ci configure.ac Makefile.am README README.ja HACKING NEWS -- '*'
}

search() # ROOT PATTERN
{
    listed "$1" | (cd "$1" && tr '\n' '\0' | xargs -0 -r grep -nIE -e "$2" /dev/null)
    return 0
}

# A tree somebody works in: the home of an account, or the folder this tree itself stands in (unless that is short).
places()
{
    local place HOME=${HOME:-/}
    search "$1" '(^|[^A-Za-z0-9_.$/}])/(root|Users|work)/[A-Za-z0-9.]'
    [ "${#HOME}" -le 6 ] || listed "$1" | (cd "$1" && tr '\n' '\0' | xargs -0 -r grep -nIF -e "$HOME/" /dev/null)
    place=$(dirname "$2")
    [ "${#place}" -le 6 ] || listed "$1" | (cd "$1" && tr '\n' '\0' | xargs -0 -r grep -nIF -e "$place/" /dev/null)
    return 0
}

# The mirrors that this machine is set to; Debian's own name is everybody's.
hosts()
{
    local h
    h=$(cat "$2"/sources.list "$2"/sources.list.d/* 2>/dev/null | grep -ohE '://[^/ ]+' | sed 's,://,,' | grep -v 'debian\.org$' |
        sort -u | sed 's/[.]/\\./g' | paste -sd'|')
    [ -z "$h" ] || search "$1" "$h"
}

unfinished() { search "$1" '\b(T[O]DO|F[I]XME|X[X]X)\b|not [i]mplemented|[l]anguage model|[s]ub-?agent' | grep -v '^tests/gate/names.sh:'; return 0; }

clean "no machine's places" places "$src" "$src"
clean "no machine's package hosts" hosts "$src" /etc/apt
clean "no unfinished places" unfinished "$src"

mkdir -p "$tmp/p/src" "$tmp/p/docs" "$tmp/apt/sources.list.d"
printf '/* see /%s/notes.txt and /%s/alice/x */\n/* TO%s: later */\n' root home DO >"$tmp/p/src/a.c"
printf 'Packages come from mirror.example.net.\nIt was built in %s/x.\n' "$tmp/where" >"$tmp/p/docs/a.md"
echo 'deb https://mirror.example.net/debian bookworm main' >"$tmp/apt/sources.list.d/a.list"
names "a place of the administrator is named" '^src/a.c:1:' places "$tmp/p" "$tmp/where/it"
mine() { HOME=/home/alice places "$@"; }
names "the account's home is named" '/home/alice' mine "$tmp/p" "$tmp/where/it"
names "the folder of the tree is named" '^docs/a.md:2:' places "$tmp/p" "$tmp/where/it"
names "a mirror is named" '^docs/a.md:1:' hosts "$tmp/p" "$tmp/apt"
names "an unfinished place is named" '^src/a.c:2:' unfinished "$tmp/p"
finish

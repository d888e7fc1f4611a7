#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Who may include whom and who may call whom. The table is read from HACKING ("Arrows"), so that what is written
# there is what holds. Three proofs: what the preprocessor really reads for every file (gcc -M), what every object
# of every archive really calls (nm), and that every archive is complete with only what it may use (--whole-archive).
. "$(dirname "$0")/tap.sh"

floors=$(awk '/^Arrows/ { on = 1; next } on && /^[^ ]/ { exit } on && /^  [a-z]+:/ { sub(/:/, "", $1); print $1 }' "$src/HACKING")

arrows() # prints "floor allowed" pairs; allowed is a floor or floor/file
{
    awk '/^Arrows/ { on = 1; next }
        on && /^[^ ]/ { exit }
        on && /^  [a-z]+:/ { sub(/:/, "", $1); print $1, $1; for (i = 2; i <= NF; i++) if ($i != "nothing") print $1, $i }' "$src/HACKING"
}

# --- what is included. Input of the judge: lines "file dependency", both as src/floor/name.
judge_includes()
{
    awk '
    NR == FNR { may[$1, $2] = 1; next }
    {
        split($1, a, "/"); floor = a[2]
        if (split($2, b, "/") >= 3 && b[1] == "src") {
            base = b[3]; sub(/\.[a-z]+$/, "", base)
            head = base; sub(/_.*/, "", head)
            if (floor ~ /\./ || floor == b[2] || may[floor, b[2]] || may[floor, b[2] "/" base] || may[floor, b[2] "/" head]) next
            print $1 " includes " $2
        }
        else if ($2 ~ /\/(curses|ncurses|term|panel|form|menu)\.h$/ && $1 !~ /^src\/tui\/term/) print $1 " includes curses"
        else if ($2 ~ /\/sqlite3\.h$/ && $1 !~ /^src\/store\//) print $1 " includes sqlite3.h"
        else if ($2 ~ /\/yaml\.h$/ && $1 !~ /^src\/policy\/load/) print $1 " includes yaml.h"
        else if ($2 ~ /\/iconv\.h$/ && $1 !~ /^src\/text\/charset/) print $1 " includes iconv.h"
        else if ($2 ~ /\/(sodium|nettle\/[a-z0-9-]+)\.h$/ && $1 !~ /^src\/(store|desk|sys)\//) print $1 " includes " $2
    }' <(arrows) - | LC_ALL=C sort -u
}

options() # BUILD: what a compiler is told in the root of the sources
{
    printf '%s\n' -D_GNU_SOURCE '-DPKGDATADIR=""' '-DLOCALEDIR=""' -iquote src -iquote . -iquote "$1/src" -iquote "$1"
    pkg-config --cflags ncursesw sqlite3 yaml-0.1 libsodium nettle 2>/dev/null | xargs -n 1
}

pairs() # BUILD: from the compiler's rules "file dependency"; the file stands first after a target, and below src/
{
    sed "s,$1/,,g" | awk '
        {
            for (i = 1; i <= NF; i++) {
                if ($i == "\\") continue
                if ($i ~ /:$/) { fresh = 1; continue }
                if (!fresh) { if (index($i, root) == 1) $i = substr($i, length(root) + 1); print file, $i; continue }
                fresh = 0; file = $i; at = match(file, /(^|\/)src\/[^\/]+(\/[^\/]+)?$/)
                if (at && substr(file, at, 1) == "/") at++
                root = at > 1 ? substr(file, 1, at - 1) : ""
                file = substr(file, length(root) + 1)
            }
        }'
}

# Headers that no C file of their name, compiled since, has as its first line of code: what is proven of that file
# (it compiles, and what it reads is judged) is proven of its header.
headers_alone() # ROOT BUILD
{
    files "$1" src -- '*.h' | while read -r f; do
        first=
        [ -f "$1/${f%h}c" ] && [ "$2/${f%h}o" -nt "$1/$f" ] &&
            while IFS= read -r line; do case $line in '#'*) first=$line; break ;; esac; done <"$1/${f%h}c"
        [ "$first" = "#include \"${f#src/}\"" ] || echo "$f"
    done
}

# What was read for an object stands beside it (gcc -MD writes it, automake keeps it in .deps). C files without such a
# note are asked about, headers that must be compiled alone say it then.
includes() # ROOT BUILD: "file dependency" for every C file and header below ROOT/src
{
    local f told=()
    mapfile -t told < <(options "$2")
    : >"$tmp/lonely"
    (
        cd "$1" || exit
        find "$2/src" -name '*.Po' -exec cat {} + 2>/dev/null | pairs "$2" >"$tmp/noted"
        files . src -- '*.c' | comm -23 - <(cut -d ' ' -f 1 "$tmp/noted" | sort -u) |
            xargs -r -n 40 "${CC##* }" -M "${told[@]}" | pairs "$2" >"$tmp/asked"
        headers_alone . "$2" | while read -r f; do
            "${CC##* }" -std=c11 -fsyntax-only -x c -MD -MF "$tmp/rule" "${told[@]}" "$f" >"$tmp/err" 2>&1 </dev/null ||
                { echo "$f does not compile alone"; head -n 3 "$tmp/err"; } >>"$tmp/lonely"
            cat "$tmp/rule"
        done | pairs "$2" >"$tmp/alone"
    ) 2>"$tmp/includes.err"
    files "$1" src -- '*.c' | comm -13 - <(cut -d ' ' -f 1 "$tmp/noted" | sort -u) >"$tmp/gone" # a note that outlived its file
    cat "$tmp/noted" "$tmp/asked" "$tmp/alone" | awk 'FILENAME == ARGV[1] { gone[$1] = 1; next } !($1 in gone)' "$tmp/gone" -
    cat "$tmp/includes.err" >&2
}

include_breaches() { includes "$1" "$2" >"$tmp/includes"; judge_includes <"$tmp/includes"; }

ban_list_missing() # ROOT, after include_breaches: every C file reads base/banned.h
{
    awk '$2 ~ /base\/banned\.h$/ { print $1 }' "$tmp/includes" | sort -u >"$tmp/with"
    files "$1" src -- '*.c' | sort | comm -23 - "$tmp/with" | sed 's/$/: does not include base\/base.h/'
}

lonely_headers() { cat "$tmp/lonely"; } # after include_breaches: a header compiles alone

# --- what is called. Symbols as "archive member symbol"; owners as "symbol archive member".
archives() { (cd "$1" && ls lib*.a 2>/dev/null | sed 's/^lib//; s/\.a$//'); }

undefined() { (cd "$1" && for a in lib*.a; do nm -A -u "$a" 2>/dev/null; done | sed 's/^lib\([a-z]*\)\.a:\([^:]*\)\.o: *[UvwVW] */\1 \2 /' | awk '{ sub(/@.*/, "", $3); print }'); }
defined() { (cd "$1" && for a in lib*.a; do nm -A -g --defined-only "$a" 2>/dev/null; done | sed 's/^lib\([a-z]*\)\.a:\([^:]*\)\.o: */\1 \2 /' | awk '{ print $NF, $1, $2 }'); }

calls_across() # BUILD: calls to our own archives against the arrows
{
    defined "$1" >"$tmp/defined"
    undefined "$1" >"$tmp/undefined"
    awk '
    FILENAME == ARGV[1] { may[$1, $2] = 1; next }
    FILENAME == ARGV[2] { owner[$1] = $2; member[$1] = $3; own[$1, $2] = 1; next }
    ($3 in owner) && !(($3, $1) in own) {
        to = owner[$3]
        head = member[$3]; sub(/_.*/, "", head)
        if (may[$1, to] || may[$1, to "/" member[$3]] || may[$1, to "/" head]) next
        print "lib" $1 ".a(" $2 ") calls " $3 " of lib" to ".a(" member[$3] ")"
    }' <(arrows) "$tmp/defined" "$tmp/undefined"
}

twice() # BUILD: one name, two functions; which one a program gets would depend on the order of its archives
{
    defined "$1" | LC_ALL=C sort | awk '$1 == name && $2 " " $3 != place { print $1 " is defined in lib" a ".a(" m ") and in lib" $2 ".a(" $3 ")" }
        { name = $1; a = $2; m = $3; place = $2 " " $3 }'
}

shadows() # BUILD: a name of ours that a library has too; wcwidth is meant to be
{
    [ -s "$tmp/owners" ] || owners_of_libraries >"$tmp/owners" || return 1
    defined "$1" | awk 'NR == FNR { owner[$1] = $2; next } ($1 in owner) && $1 != "wcwidth" && $1 != "wcswidth" {
        print "lib" $2 ".a(" $3 ") defines " $1 ", which is a name of " owner[$1] }' "$tmp/owners" -
}

# Which library owns a symbol is asked of the library itself.
owners_of_libraries()
{
    local flags lib path
    flags=$(pkg-config --libs ncursesw sqlite3 yaml-0.1 libsodium nettle 2>/dev/null)
    echo 'int main(void) { return 0; }' >"$tmp/probe.c"
    # shellcheck disable=SC2086
    "${CC##* }" -o "$tmp/probe" "$tmp/probe.c" -Wl,--no-as-needed $flags -lunistring || return 1
    ldd "$tmp/probe" | awk '/=> \// { print $1, $3 }' | while read -r lib path; do
        case $lib in
        libncurses* | libtinfo*) lib=curses ;;
        libsqlite3*) lib=sqlite3 ;;
        libyaml*) lib=yaml ;;
        libsodium*) lib=sodium ;;
        libnettle*) lib=nettle ;;
        libunistring*) lib=unistring ;;
        *) continue ;;
        esac
        nm -D --defined-only "$path" | awk -v lib="$lib" '{ sub(/@.*/, "", $NF); print $NF, lib }'
    done
    for s in iconv iconv_open iconv_close; do echo "$s" iconv; done
    for s in time clock_gettime gettimeofday timespec_get clock ftime times; do echo "$s" clock; done
    for s in localtime_r mktime timelocal tzset strftime; do echo "$s" zone; done
    for s in setlocale newlocale uselocale; do echo "$s" locale; done
    for s in sleep usleep nanosleep clock_nanosleep; do echo "$s" sleep; done
    for s in posix_spawn posix_spawnp fork vfork execv execve execvp execl execlp popen system; do echo "$s" process; done
}

doors() # BUILD: who may call a library directly
{
    [ -s "$tmp/owners" ] || owners_of_libraries >"$tmp/owners" || return 1
    undefined "$1" >"$tmp/undefined"
    defined "$1" >"$tmp/defined"
    awk '
    FILENAME == ARGV[1] { owner[$1] = $2; next }
    FILENAME == ARGV[2] { ours[$1] = 1; next }
    ($3 in owner) && !($3 in ours) {
        o = owner[$3]
        ok = (o == "curses" && $1 == "tui" && $2 ~ /^(term|wcwidth)/) || (o == "sqlite3" && $1 == "store") ||
            (o == "yaml" && $1 == "policy" && $2 ~ /^load/) || (o == "iconv" && $1 == "text" && $2 ~ /^charset/) ||
            (o == "unistring" && $1 == "text") || (o == "sodium" && $1 ~ /^(sys|store|desk)$/) ||
            (o == "nettle" && $1 ~ /^(store|desk)$/) || (o == "clock" && $1 == "sys" && $2 ~ /^clock/) ||
            (o ~ /^(zone|sleep)$/ && $1 == "sys") ||
            (o == "locale" && ($1 == "sys" || ($1 == "tui" && $2 ~ /^term/))) || (o == "process" && $1 == "sys" && $2 ~ /^spool/)
        if (!ok) print "lib" $1 ".a(" $2 ") calls " $3 " (" o ")"
    }' "$tmp/owners" "$tmp/defined" "$tmp/undefined" | sort -u
}

# --- what links. An archive wholly inside a program that has only what the arrows give it (and what those need).
may_link() # FLOOR: itself and all floors below, in link order from the highest
{
    arrows | awk -v floor="$1" '
    { sub(/\/.*/, "", $2); if ($1 != $2) { uses[$1] = uses[$1] " " $2 } }
    END {
        split("cli screens tui desk in out store domain policy text sys base", order, " ")
        todo[floor] = 1; more = 1
        while (more) { more = 0; for (f in todo) { n = split(uses[f], u, " "); for (i = 1; i <= n; i++) if (!(u[i] in todo)) { todo[u[i]] = 1; more = 1 } } }
        for (i = 1; i <= 12; i++) if ((order[i] in todo) && order[i] != floor) print order[i]
    }'
}

links() # BUILD FLOOR
{
    local below libs=() f flags
    below=$(may_link "$2")
    for f in $below; do libs+=("$1/lib$f.a"); done
    flags=
    for f in $2 $below; do
        case $f in
        text) flags="$flags -lunistring" ;;
        policy) flags="$flags $(pkg-config --libs yaml-0.1)" ;;
        store) flags="$flags $(pkg-config --libs sqlite3 libsodium nettle)" ;;
        sys | desk) flags="$flags $(pkg-config --libs libsodium)" ;;
        tui) flags="$flags $(pkg-config --libs ncursesw)" ;;
        esac
    done
    echo 'int main(void) { return 0; }' >"$tmp/whole.c"
    # shellcheck disable=SC2086
    "${CC##* }" -o "$tmp/whole" "$tmp/whole.c" -Wl,--whole-archive "$1/lib$2.a" -Wl,--no-whole-archive "${libs[@]}" $flags 2>&1 |
        grep -E 'undefined reference|cannot find|multiple definition' | head -n 20
    return 0
}

[ "$(wc -w <<<"$floors")" -eq 12 ] && ok "HACKING names twelve floors" || not_ok "HACKING names twelve floors"
clean "no file includes what its floor may not see" include_breaches "$src" "$build"
clean "every C file reads the list of banned functions" ban_list_missing "$src"
clean "every header compiles alone" lonely_headers "$src" "$build"
clean "no archive calls a floor that it may not use" calls_across "$build"
clean "no name is defined twice" twice "$build"
clean "no name of ours hides a library's" shadows "$build"
clean "curses, sqlite3, yaml, iconv, clock and the others have one door each" doors "$build"
for floor in $floors; do
    clean "lib$floor.a links whole with only what it may use" links "$build" "$floor"
done

# --- planted breaches
p=$tmp/p
mkdir -p "$p/src/base" "$p/src/sys" "$p/src/screens" "$p/src/store" "$p/src/out" "$p/src/tui" "$p/b"
cp "$src"/src/base/*.h "$p/src/base/"
echo 'int db_open(void);' >"$p/src/store/db.h"
echo 'int peek(int);' >"$p/src/screens/peek.h"
printf '#include "base/base.h"\n#include "screens/peek.h"\n#include "store/db.h"\n#include <curses.h>\nint peek(int a) { initscr(); return db_open() + a; }\n' >"$p/src/screens/peek.c"
printf '#include "missing_type.h"\n' >"$p/src/out/alone.h"
printf '#include <time.h>\n#include <sqlite3.h>\nlong when(void); long when(void) { return (long)time(0) + sqlite3_libversion_number(); }\n' >"$p/src/out/when.c"
echo 'int db_open(void); int db_open(void) { return 1; }' >"$p/src/store/db.c"
mkdir -p "$p/b/src/sys/.deps" # as the build leaves it: an object, and what was read for it
echo '#include "screens/peek.h"' >"$p/src/sys/near.h"
echo '#include "sys/near.h"' >"$p/src/sys/near.c"
(cd "$p/b" && "${CC##* }" -c -MD -MF src/sys/.deps/near.Po -iquote ../src -o src/sys/near.o ../src/sys/near.c) || not_ok "the planted file sys/near compiles"
names "what the header of a compiled file includes is named" '^src/sys/near.c includes src/screens/peek.h' include_breaches "$p" "$p/b"
names "a screen that includes the store is named" '^src/screens/peek.c includes src/store/db.h' include_breaches "$p" "$p/b"
names "a screen that includes curses is named" '^src/screens/peek.c includes curses' include_breaches "$p" "$p/b"
names "a paper that includes sqlite3 is named" '^src/out/when.c includes sqlite3.h' include_breaches "$p" "$p/b"
names "a file without the list of banned functions is named" '^src/out/when.c: does not' ban_list_missing "$p"
names "a header that needs another is named" '^src/out/alone.h does not compile alone' lonely_headers "$p" "$p/b"
for f in screens/peek out/when store/db; do
    (cd "$p" && "${CC##* }" -c -D_GNU_SOURCE -iquote src -o "b/$(basename $f).o" "src/$f.c" &&
        ar cr "b/lib${f%/*}.a" "b/$(basename $f).o") || not_ok "the planted file $f compiles"
done
names "a screen that calls the store is named" '^libscreens.a\(peek\) calls db_open of libstore.a\(db\)' calls_across "$p/b"
echo 'int db_open(void); int db_open(void) { return 2; } int initscr(void); int initscr(void) { return 3; }' >"$p/again.c"
"${CC##* }" -c -o "$p/b/again.o" "$p/again.c" && mkdir "$p/c" && cp "$p"/b/lib*.a "$p/c/" && ar cr "$p/c/libdesk.a" "$p/b/again.o"
names "a name that is defined twice is named" 'db_open is defined in libdesk.a\(again\) and in libstore.a\(db\)' twice "$p/c"
names "a name that hides a library's is named" 'libdesk.a\(again\) defines initscr' shadows "$p/c"
names "a screen that calls curses is named" '^libscreens.a\(peek\) calls initscr \(curses\)' doors "$p/b"
names "a paper that reads the clock is named" '^libout.a\(when\) calls time \(clock\)' doors "$p/b"
names "a paper that calls sqlite3 is named" '^libout.a\(when\) calls sqlite3_libversion_number \(sqlite3\)' doors "$p/b"
for f in base text policy domain; do ar cr "$p/b/lib$f.a"; done
names "a paper that needs sqlite3 does not link" 'undefined reference to .sqlite3_libversion_number' links "$p/b" out
finish

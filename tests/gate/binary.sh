#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What the compiler really made: no mutable globals but the listed ones; a program hardened as configure asked.
. "$(dirname "$0")/tap.sh"

mutable() # FOLDER: objects that live in writable memory after start (not .data.rel.ro), static ones inside functions too
{
    (cd "$1" && for a in lib*.a; do objdump -t "$a" 2>/dev/null; done) | awk '
    /file format/ { sub(/:.*/, ""); file = $0 }
    / O \.(data|bss|tdata|tbss)/ || / O \*COM\*/ {
        section = $0; sub(/^.* O /, "", section); sub(/[ \t].*/, "", section)
        if (section ~ /^\.data\.rel\.ro/) next
        print $NF, file
    }' | sed 's/\.[0-9]* / /' | LC_ALL=C sort -u
}

global_breaches() # FOLDER LIST
{
    mutable "$1" | awk '
    NR == FNR { if ($0 !~ /^#/ && NF) { may[$1 " " $2] = 1; if (NF < 3) print "globals: " $1 " without a reason" } next }
    !(($1 " " $2) in may) { print $2 ": " $1 " is a mutable global" }' "$2" -
}

unused_permissions() # FOLDER LIST
{
    mutable "$1" >"$tmp/mutable"
    awk 'NR == FNR { is[$1 " " $2] = 1; next } $0 !~ /^#/ && NF && !(($1 " " $2) in is) { print "globals: " $1 " in " $2 " is gone" }' \
        "$tmp/mutable" "$2"
}

hardening() # PROGRAM
{
    readelf -hW "$1" | grep -qE 'Type: +DYN' || echo "not position independent"
    readelf -dW "$1" | grep -qE 'FLAGS_1.* PIE' || echo "not marked PIE"
    readelf -dW "$1" | grep -qE 'BIND_NOW|FLAGS_1.*NOW' || echo "symbols are bound lazily (no -z now)"
    readelf -lW "$1" | grep -q GNU_RELRO || echo "no RELRO"
    readelf -lW "$1" | awk '/GNU_STACK/ && $7 ~ /E/ { print "the stack is executable" }'
    readelf -dW "$1" | grep -qE '\((RPATH|RUNPATH)\)' && echo "has an rpath"
    readelf --dyn-syms -W "$1" | grep -q '__stack_chk_fail' || echo "no stack protector"
    return 0
}

fortified() # FOLDER: some calls in the archives are the checked ones (compilers fortify only when they optimise)
{
    (cd "$1" && nm -u lib*.a 2>/dev/null) | grep -qE '__(v?snprintf|v?fprintf|memcpy|strcpy|read)_chk' || echo "no call is fortified"
}

optimised() { grep -qE "^CFLAGS = .*-O[1-9s]" "$build/Makefile"; }

clean "no mutable globals but the listed ones" global_breaches "$build" "$src/tests/gate/globals"
clean "every listed global still exists" unused_permissions "$build" "$src/tests/gate/globals"
clean "the program is PIE, RELRO, bound at start, with a stack protector" hardening "$build/madoguchi"
if optimised; then
    clean "library calls are fortified" fortified "$build"
else
    skip "library calls are fortified" "the build does not optimise"
fi

# --- planted breaches
cat >"$tmp/g.c" <<'TXT'
#include <stdio.h>
#include <string.h>
static const char *const names[] = { "a", "b" };
static int counter;
const char *last = "x";
int next_number(char *out) { static int n = 3; puts(names[n & 1]); memset(out, counter, 3); counter = n; return n++ + counter + last[0]; }
int main(int argc, char **argv) { return next_number(argv[argc - 1]); }
TXT
"${CC##* }" -O1 -fPIE -c -o "$tmp/g.o" "$tmp/g.c" && ar cr "$tmp/libg.a" "$tmp/g.o"
echo 'counter g.o' >"$tmp/list"
echo 'gone g.o nobody needs it' >>"$tmp/list"
names "a global is named" '^g.o: last is a mutable global' global_breaches "$tmp" "$tmp/list"
names "a static inside a function is named" '^g.o: (next_number\.)?n is a mutable global' global_breaches "$tmp" "$tmp/list" # clang says whose it is
names "a listed global without a reason is named" 'counter without a reason' global_breaches "$tmp" "$tmp/list"
names "a listed global that is gone is named" 'gone in g.o is gone' unused_permissions "$tmp" "$tmp/list"
constant() { global_breaches "$tmp" "$tmp/list" | grep -w names; return 0; }
clean "a constant table of pointers is no breach" constant
names "a call that is not fortified is named" 'no call is fortified' fortified "$tmp"
"${CC##* }" -O1 -no-pie -fno-pie -fno-stack-protector -Wl,-z,norelro,-z,lazy,-z,execstack -o "$tmp/soft" "$tmp/g.c" 2>/dev/null
for word in 'not position independent' 'bound lazily' 'no RELRO' 'stack is executable' 'no stack protector'; do
    names "a soft program is named: $word" "$word" hardening "$tmp/soft"
done
finish

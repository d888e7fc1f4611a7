#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The command line of the real binary: what it refuses, with which sentence and exit code, in both languages.
set -u
top_srcdir=${top_srcdir:-$(cd "$(dirname "$0")/../.." && pwd)}
top_builddir=${top_builddir:-$top_srcdir/build}
M=$top_builddir/madoguchi
dir=$(mktemp -d "${MADO_TEST_FOLDER:-/tmp}/mado-cli-XXXXXX")
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
export TERM=xterm LC_ALL=C
omu=$top_srcdir/data/policies/omu.yml
n=0

# ok WHAT: the result of the command before it
result() # STATUS WHAT
{
    n=$((n + 1))
    if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else
        echo "not ok $n - $2"
        sed 's/^/# /' "$dir/out" "$dir/err" 2>/dev/null
    fi
}

# run RC ARGS...: runs with standard input from $dir/in (or nothing); true when the exit code is RC
run()
{
    local want=$1 rc
    shift
    [ -f "$dir/in" ] || : >"$dir/in"
    "$M" "$@" <"$dir/in" >"$dir/out" 2>"$dir/err"
    rc=$?
    rm -f "$dir/in"
    [ "$rc" -eq "$want" ]
}
says() { grep -qF -- "$1" "$dir/out" "$dir/err"; }
check() { # WHAT RC SENTENCE ARGS...
    local what=$1 rc=$2 sentence=$3
    shift 3
    run "$rc" "$@" && says "$sentence"
    result $? "$what"
}

cat >"$dir/batch" <<'X'
# answers for a new desk
hospital.name.ja=大阪公立大学医学部附属病院
hospital.name.en=Osaka Metropolitan University Hospital
issuer.name.ja=公立大学法人大阪
issuer.registration=T7123456789012
login=admin
name=髙﨑 花子
lang=ja
X
db=$dir/desk/desk.db

# --- arguments
check "help lists the commands" 0 "madoguchi init" --help
check "help is Japanese when asked" 0 "新しい窓口" --help --lang ja
check "the version is one line" 0 "madoguchi " --version
check "an unknown command is named" 2 'There is no command "frobnicate"' frobnicate
check "a slip of the fingers is answered with the right command" 2 "madoguchi verify [--db FILE]" verfy
check "of several commands with one first word that of the second is shown" 2 "policy check FILE" polcy check x
check "the official list decides what is projected: 2027 is on it, 2028 is not" 0 \
    "2028-01-10 Coming of Age Day (projected)" policy ask "$omu" --event documents_complete=2028-01-05
check "the same in Japanese" 0 "2028-01-10 成人の日 (見込み)" \
    policy ask "$omu" --event documents_complete=2028-01-05 --lang ja
run 0 policy ask "$omu" --event documents_complete=2027-01-05 && says "2027-01-11 Coming of Age Day" && ! says "(projected)"
result $? "no holiday of the official list is projected"
check "an unknown language is refused" 2 "--lang is ja or en" --lang fr verify
check "an option without its value is refused" 2 "--db needs a value" verify --db
check "an option is no value of another" 2 "--db needs a value" --db --lang en
check "a wrong option is told in the language that is asked for" 2 "--now は" --now yesterday --lang ja
check "a second word that is wrong is named with the first" 2 'no command "staff recoverr"' staff recoverr admin
check "a second word that is missing is shown" 2 "staff recover LOGIN" staff
check "the story takes no other words" 2 "madoguchi demo" demo --story extra
check "a date that is none is refused" 2 "2026-11-24T10:42" --now yesterday verify
check "too many words show how it is written" 2 "madoguchi verify" verify now
check "recover without a log-in shows how it is written" 2 "staff recover LOGIN" staff recover
check "an unknown theme is refused" 2 "dark, light or plain" --theme pink

# --- no desk yet
check "running without a desk says how to make one" 1 "madoguchi init" --db "$db"
check "the same in Japanese" 1 "「madoguchi init」で作ってください" --db "$db" --lang ja
check "verify without a desk says so" 1 "$db" verify --db "$db"

# --- setting up
check "init without a terminal asks for a file" 1 "--batch FILE" init --db "$db"
sed 's/^issuer.registration=.*/issuer.registration=7123/' "$dir/batch" >"$dir/bad"
echo "thirteen characters" >"$dir/in"
check "a bad value is named by its key" 1 "issuer.registration: A registration number" init --db "$db" --batch "$dir/bad"
echo "hospital.colour=blue" >"$dir/bad"
check "an unknown key is named" 1 "hospital.colour: There is no setting" init --db "$db" --batch "$dir/bad"
printf 'policy: [\n' >"$dir/policy.yml"
{ cat "$dir/batch"; echo "policy=$dir/policy.yml"; } >"$dir/bad"
check "a policy with faults is refused with file and line" 1 "$dir/policy.yml:" init --db "$db" --batch "$dir/bad"
echo "short" >"$dir/in"
check "a short passphrase is refused" 1 "at least 13 characters" init --db "$db" --batch "$dir/batch"
[ ! -e "$db" ]
result $? "what failed left no file"
echo "thirteen characters" >"$dir/in"
check "a desk is made" 0 "The desk is ready" init --db "$db" --batch "$dir/batch"
[ "$(stat -c %a "$db")" = 600 ] && [ "$(stat -c %a "$dir/desk")" = 700 ]
result $? "the file is 600 in a folder 700"
echo "thirteen characters" >"$dir/in"
check "a desk that is there is never written over" 1 "never written over" init --db "$db" --batch "$dir/batch"
check "a new desk verifies" 0 "rules hold" verify --db "$db"
check "verify speaks Japanese" 0 "規則すべてに合っています" verify --db "$db" --lang ja

# --- terminal, clock
TERM= check "without TERM one sentence says what to set" 1 "Set TERM" --db "$db"
TERM=dumb check "a terminal that can do nothing counts as none" 1 "Set TERM" --db "$db"
check "another time is refused on a real desk" 1 "training desks only" --now 2026-11-24T10:42 --db "$db"

# --- people
echo "a recovered passphrase" >"$dir/in"
check "a log-in is recovered by the owner of the file" 0 "has a new passphrase" staff recover admin --db "$db"
echo "a recovered passphrase" >"$dir/in"
check "recovering nobody is refused" 1 "log-in nobody" staff recover nobody --db "$db"
printf 'admin\na recovered passphrase\n' >"$dir/in"
check "a first passphrase opens no command" 1 "changed first" import holidays "$top_srcdir/data/holidays.csv" --db "$db"
printf 'admin\na wrong passphrase\n' >"$dir/in"
check "a wrong passphrase is refused" 1 "do not belong together" import holidays "$top_srcdir/data/holidays.csv" --db "$db"
printf 'admin\n' >"$dir/in"
check "an input that ends too early is said" 1 "input ended" import holidays "$top_srcdir/data/holidays.csv" --db "$db"

db2=$dir/second/desk.db
echo "thirteen characters" >"$dir/in"
run 0 init --db "$db2" --batch "$dir/batch"
printf 'admin\nthirteen characters\n' >"$dir/in"
check "the official list is taken over" 0 "Holidays taken over" import holidays "$top_srcdir/data/holidays.csv" --db "$db2"
printf '\xff\xfe\x00bad' >"$dir/list.csv"
printf 'admin\nthirteen characters\n' >"$dir/in"
run 1 import holidays "$dir/list.csv" --db "$db2"
result $? "a list that is none is refused"

# --- copies
check "a backup is made and verified" 0 "rules hold" backup --db "$db2"
copy=$(ls "$dir"/second/backup/*.db)
(cd "$(dirname "$copy")" && sha256sum -c --quiet ./*.sha256) >"$dir/out" 2>&1
result $? "sha256sum agrees with the backup"
(ulimit -f 100; run 1 backup "$dir/small" --db "$db2" && says "could not be made" && [ -z "$(ls -A "$dir/small")" ])
result $? "a limit on the size of files is said and leaves nothing, and does not end the program"
printf 'admin\nthirteen characters\nadmin\nthirteen characters\nyes\n' >"$dir/in"
check "nobody restores with himself as the second" 1 "somebody else" restore "$copy" --db "$db2"
rm "$db2"
printf 'yes\n' >"$dir/in"
check "the owner restores what is lost" 0 "The backup is in place" restore "$copy" --db "$db2"
check "what was restored verifies" 0 "rules hold" verify --db "$db2"

# --- other files
echo "no database at all" >"$dir/text.db"
check "a text is no database" 1 "no database" --db "$dir/text.db"
check "the same in Japanese" 1 "データベース" --db "$dir/text.db" --lang ja
mkdir "$dir/folder.db"
: >"$dir/empty.db"
for _ in $(seq 64); do printf '\001\377\200\033[31m\002 no text = nothing\n'; done >"$dir/binary.db"
for command in run verify backup doctor "staff recover admin" "policy list" "import holidays" demo; do
    file=
    [ "$command" != "import holidays" ] || file=$top_srcdir/data/holidays.csv
    # shellcheck disable=SC2086
    check "$command: a folder is no database" 1 "$dir/folder.db" $command $file --db "$dir/folder.db"
    # shellcheck disable=SC2086
    check "$command: an empty file is called empty" 1 "$dir/empty.db is empty" $command $file --db "$dir/empty.db"
    # shellcheck disable=SC2086
    check "$command: bytes of something else are no database" 1 "$dir/binary.db is damaged or no database" $command $file --db "$dir/binary.db"
done
check "an empty file is called empty in Japanese" 1 "空で、データベースがありません" verify --db "$dir/empty.db" --lang ja
check "what is no batch file is named by its line, its bytes are not shown" 1 "binary.db:1:" init --db "$dir/new.db" --batch "$dir/binary.db"
[ "$(tr -d '[:print:]\n' <"$dir/err" | wc -c)" -eq 0 ]
result $? "nothing but text reaches the terminal"
printf 'policy: [\n' >"$dir/policy.yml"
check "policy switch names the faults of the file" 1 "$dir/policy.yml:" policy switch "$dir/policy.yml" --db "$db"
mkfifo "$dir/pipe.db"
timeout 20 "$M" verify --db "$dir/pipe.db" >"$dir/out" 2>"$dir/err"
[ $? -eq 1 ]
result $? "a pipe is no database, and nobody waits for it"
if command -v sqlite3 >/dev/null; then
    sqlite3 "$dir/other.db" "CREATE TABLE t (x); PRAGMA application_id = 7;"
    check "another program's database is refused" 1 "$dir/other.db" --db "$dir/other.db"
    [ ! -e "$dir/other.db.gate" ] && [ ! -e "$dir/other.db.turn" ]
    result $? "nothing is put beside another program's database"
    cp "$db" "$dir/newer.db"
    sqlite3 "$dir/newer.db" "PRAGMA user_version = 999"
    check "a newer database is refused" 1 "newer" --db "$dir/newer.db"
    cp "$db" "$dir/changed.db"
    sqlite3 "$dir/changed.db" "DROP TRIGGER payment_no_update"
    check "a dropped trigger keeps the desk closed" 1 "madoguchi verify" --db "$dir/changed.db"
    check "and verify names it" 1 "D5" verify --db "$dir/changed.db"
else
    for what in other beside newer changed named; do
        n=$((n + 1))
        echo "ok $n - $what # SKIP no sqlite3 shell"
    done
fi

# --- a file that may only be read, as somebody who is not root
as_other="setpriv --reuid=65534 --regid=65534 --clear-groups"
[ "$(id -u)" -ne 0 ] && as_other=
cp "$db" "$dir/readonly.db"
chmod 444 "$dir/readonly.db"
if [ -z "$as_other" ] || $as_other test -x "$M"; then
    cp "$db" "$dir/hidden.db"
    chmod 000 "$dir/hidden.db"
    $as_other "$M" verify --db "$dir/hidden.db" >"$dir/out" 2>"$dir/err"
    [ $? -eq 1 ] && says "$dir/hidden.db may not be read by this account"
    result $? "a file that may not be read is named"
    $as_other "$M" verify --db "$dir/readonly.db" >"$dir/out" 2>"$dir/err"
    [ $? -eq 0 ]
    result $? "a file that may only be read can be verified"
    echo "another passphrase" | $as_other "$M" staff recover admin --db "$dir/readonly.db" >"$dir/out" 2>"$dir/err"
    [ $? -eq 1 ] && says "only be read"
    result $? "nothing is written into a file that may only be read, and the sentence says so"
else
    n=$((n + 3))
    echo "ok $((n - 2)) - hidden # SKIP the build cannot be reached by another account"
    echo "ok $((n - 1)) - read-only # SKIP the build cannot be reached by another account"
    echo "ok $n - read-only # SKIP the build cannot be reached by another account"
fi

# --- the training desk
cp "$db" "$dir/real.db"
check "a real desk is no training desk" 1 "is left alone" demo --db "$dir/real.db"
check "and it is not made new" 1 "is left alone" demo --fresh --db "$dir/real.db" --lang en
cmp -s "$db" "$dir/real.db"
result $? "the real desk is as it was"
mkdir -m 700 "$dir/here"
case $M in /*) program=$M ;; *) program=$PWD/$M ;; esac
(cd "$dir/here" && "$program" demo --db training.db </dev/null >"$dir/out" 2>"$dir/err"
    [ -f training.db ] && [ ! -e training.db.new ] && [ ! -e training.db.new-journal ])
result $? "the training desk is made in the folder where one is, by a name without a folder"
check "what the training desk's own actions made is as the rules say" 0 "" verify --db "$dir/here/training.db"

check "doctor lists what is to be looked at" 1 "No printer is set" doctor --db "$db"
check "doctor speaks Japanese" 1 "印刷機が決まっていません" doctor --db "$db" --lang ja
echo "1..$n"

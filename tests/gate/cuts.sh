#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# No picture of docs/SCREENS.md cuts the program's own words: what stands before ".." is what people wrote, never the
# beginning of a message or of its Japanese. (80 columns, both languages: what a clerk sees.)
. "$(dirname "$0")/tap.sh"

command -v msgcat >/dev/null || { echo "1..0 # SKIP msgcat is not installed"; exit 0; }

# One line per piece of a message between its arguments, in either language.
pieces() # ROOT
{
    msgcat --use-first --no-wrap "$1/po/ja.po" "$1"/po/ja.d/*.po | LC_ALL=C awk '
    function text(s) { sub(/^[^"]*"/, "", s); sub(/"$/, "", s); return s }
    function flush(   n, i, part) {
        gsub(/\\n/, "\001", said); gsub(/%([0-9]+[$])?s/, "\001", said)
        n = split(said, part, "\001")
        for (i = 1; i <= n; i++) { sub(/^[ (:\/]+/, "", part[i]); if (part[i] != "") print part[i] }
        said = ""
    }
    /^#/ || /^$/ { next }
    /^msg/ { flush(); said = text($0); next }
    /^"/ { said = said text($0) }
    END { flush() }'
}

# The cell before "..", and every end of it that begins at a word: one of them, of more than one letter or kana,
# begins a message that is longer.
cut_words() # ROOT PICTURES
{
    pieces "$1" | LC_ALL=C sort -u >"$tmp/pieces"
    LC_ALL=C awk '
    NR == FNR { k = substr($0, 1, 1); list[k] = list[k] "\n" $0; next }
    function longer(x,   all, at, rest) { # x begins a piece that goes on
        all = list[substr(x, 1, 1)]
        at = index(all, "\n" x)
        if (!at) return ""
        for (rest = substr(all, at + 1); rest != ""; ) {
            split(rest, one, "\n")
            if (length(one[1]) > length(x)) return one[1]
            rest = substr(rest, length(one[1]) + 1)
            at = index(rest, "\n" x)
            rest = at ? substr(rest, at + 1) : ""
        }
        return ""
    }
    function check(cell,   x, said) {
        sub(/ +$/, "", cell)
        for (x = cell; x != ""; ) {
            sub(/^[ \/(:>]+/, "", x)
            if (x !~ /^(.?|\343[\201\202].)$/ && (said = longer(x)) != "") { print FILENAME ":" FNR ": " cell "..   (" said ")"; return }
            if (!match(x, /[ \/(:]/)) return
            x = substr(x, RSTART)
        }
    }
    /^```/ { picture = !picture; next }
    !picture { next }
    {
        line = $0
        while (match(line, /[^.]\.\.([^.]|$)/)) {
            before = substr(line, 1, RSTART)
            line = substr(line, RSTART + 3)
            gsub(/.*(\||  )/, "", before)
            check(before)
        }
    }' "$tmp/pieces" "$2" | sed "s|$1/||"
}

if [ ! -f "$src/docs/SCREENS.md" ]; then
    skip "no picture cuts the program's own words" "docs/SCREENS.md is not there"
else
    clean "no picture cuts the program's own words" cut_words "$src" "$src/docs/SCREENS.md"
fi

# --- planted breaches
p=$tmp/p
mkdir -p "$p/po/ja.d"
printf 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n' | tee "$p/po/ja.po" >"$p/po/ja.d/x.po"
printf 'msgid "interpreter %%s"\nmsgstr "%%s通訳"\n\nmsgid "because %%s"\nmsgstr "%%sため"\n' >>"$p/po/ja.po"
printf 'msgid "Guardian"\nmsgstr "親権者"\n\nmsgid "Back to the lender"\nmsgstr "借り主に返す"\n' >>"$p/po/ja.d/x.po"
cat >"$p/SCREENS.md" <<'TXT'
Text between pictures may say interprete..
``` today
 | Patient interprete.. expected
 26-0016 太郎 8 /親..  申込書
 5 Back to the .. At the counter
 because 山本先生が.. 26-0018 Kim Gua-dal..
 Kim Ji-woo 36 /Other things 1, 2 ...
```
TXT
names "a word that is cut is named" ':3: *Patient interprete' cut_words "$p" "$p/SCREENS.md"
names "a Japanese word that is cut is named" ':4: .*(親権者)' cut_words "$p" "$p/SCREENS.md"
names "a label that is cut between its words is named" ':5: *5 Back to the' cut_words "$p" "$p/SCREENS.md"
others() { cut_words "$p" "$p/SCREENS.md" | grep -v ':[345]:'; return 0; }
clean "what people wrote may be cut" others
finish

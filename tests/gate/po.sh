#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every string that the sources mark has its Japanese, none of it fuzzy, with the same arguments; no message has two
# translations in two fragments; nothing is translated that nobody says. (That labels fit is the forms' own test.)
. "$(dirname "$0")/tap.sh"

for tool in xgettext msgcat msgmerge msgattrib; do
    command -v "$tool" >/dev/null || { echo "1..0 # SKIP $tool is not installed"; exit 0; }
done

template() # ROOT OUT
{
    (cd "$1" && find src -name '*.[ch]' | LC_ALL=C sort | xgettext --from-code=UTF-8 --files-from=- --output="$2" \
        --keyword --keyword=N_ --keyword=tr:2 --no-wrap --force-po 2>&1)
}

merged() { msgcat --use-first --no-wrap -o "$2" "$1/po/ja.po" "$1"/po/ja.d/*.po 2>&1; }

# One line per entry: flags, context, msgid, msgstr (the first form), separated by tabs.
entries()
{
    msgcat --no-wrap "$1" | awk '
    function text(s) { sub(/^[^"]*"/, "", s); sub(/"$/, "", s); return s }
    function flush() { if (have && id != "") print flags "\t" context "\t" id "\t" str; have = 0; flags = context = id = str = "" }
    /^$/ { flush(); next }
    /^#, / { flags = $0; next }
    /^#/ { next }
    /^msgctxt / { context = text($0); at = "c"; next }
    /^msgid_plural / { at = ""; next }
    /^msgid / { id = text($0); at = "i"; have = 1; next }
    /^msgstr(\[0\])? / { str = text($0); at = "s"; next }
    /^msgstr/ { at = ""; next }
    /^"/ { t = text($0); if (at == "i") id = id t; else if (at == "s") str = str t; else if (at == "c") context = context t }
    END { flush() }'
}

prepare() # ROOT: template, catalogue and what both together say
{
    template "$1" "$tmp/all.pot" && merged "$1" "$tmp/ja.po" &&
        msgmerge --quiet --no-fuzzy-matching --no-wrap -o "$tmp/merged.po" "$tmp/ja.po" "$tmp/all.pot"
}

untranslated() { prepare "$1" && msgattrib --untranslated --no-obsolete --no-wrap "$tmp/merged.po" >"$tmp/u.po" && entries "$tmp/u.po" | cut -f3 | sed 's/^/no Japanese: /'; }

fuzzy() { prepare "$1" && entries "$tmp/ja.po" | grep '^#.*fuzzy' | cut -f3 | sed 's/^/fuzzy: /'; return 0; }

unused() # what is translated and never said
{
    prepare "$1" && msgattrib --only-obsolete --no-wrap "$tmp/merged.po" | sed -n 's/^#~ msgid "\(.*\)"$/nobody says: \1/p' | grep -v '"$'
    return 0
}

# Only %s and %1$s (struct msg), the same arguments in both languages; no other directive anywhere.
arguments()
{
    prepare "$1" && entries "$tmp/ja.po" | awk -F '\t' '
    function used(s, out,    n, k, d) {
        n = 0
        gsub(/%%/, "", s)
        while (match(s, /%([0-9]+\$)?./)) {
            d = substr(s, RSTART, RLENGTH); s = substr(s, RSTART + RLENGTH)
            if (d == "%s") k = ++n
            else if (d ~ /^%[0-9]+\$s$/) k = substr(d, 2) + 0
            else return "? " d
            out[k] = 1
        }
        k = ""
        for (d = 1; d <= 9; d++) if (d in out) k = k " " d
        return k
    }
    {
        split("", a); split("", b)
        x = used($3, a); y = used($4, b)
        if (x != y || x ~ /^\?/) print "arguments differ:" x " |" y ": " $3 " = " $4
    }'
}

conflicts() # ROOT: one message, two translations
{
    for f in "$1"/po/ja.po "$1"/po/ja.d/*.po; do
        entries "$f" | awk -F '\t' -v f="${f##*/}" '{ print $2 "\004" $3 "\t" $4 "\t" f }'
    done | awk -F '\t' '($1 in first) && first[$1] != $2 { sub(/.*\004/, "", $1); print where[$1] $3 ": " $1 " = " $2 ", elsewhere " first["\004" $1]; next }
        !($1 in first) { first[$1] = $2 }'
}

broken() { for f in "$1"/po/ja.po "$1"/po/ja.d/*.po; do msgfmt --check-format -o /dev/null "$f" 2>&1; done; return 0; }

clean "each fragment is a correct po file" broken "$src"
clean "every marked string has its Japanese" untranslated "$src"
clean "no translation is fuzzy" fuzzy "$src"
clean "arguments are %s, the same in both languages" arguments "$src"
clean "no message has two translations" conflicts "$src"
clean "nothing is translated that nobody says" unused "$src"

# A line that chooses by language between words of its own: they belong into the catalogue. (Dates are text/era's.)
mixed()
{
    (cd "$1" && find src -name '*.[ch]' ! -path 'src/text/*' | LC_ALL=C sort | LC_ALL=C xargs -r grep -nE \
        $'LANG_(JA|EN).*\\?.*"[^"]*(\xe3[\x81\x82]|\xe3\x83[\x80-\xba]|[\xe4-\xe9])' /dev/null | # kana and kanji, no marks
        sed 's/\(:[0-9]*:\).*/\1 words beside the catalogue/')
    return 0
}
clean "no source chooses between words of two languages by itself" mixed "$src"

# --- planted breaches
p=$tmp/p
mkdir -p "$p/src" "$p/po/ja.d"
cp "$src/po/ja.po" "$p/po/ja.po"
cat >"$p/src/a.c" <<'TXT'
const char *a = N_("Save %s for %s"), *b = N_("Not yet"), *c = N_("Old"), *d = N_("Twice"), *e = N_("%1$s and %2$s");
TXT
cp "$src/po/ja.po" "$p/po/ja.d/one.po"
printf '\nmsgid "Save %%s for %%s"\nmsgstr "%%sを保存"\n\n#, fuzzy\nmsgid "Old"\nmsgstr "旧"\n\nmsgid "Twice"\nmsgstr "二度"\n\nmsgid "%%1$s and %%2$s"\nmsgstr "%%2$sと%%1$s"\n' >>"$p/po/ja.d/one.po"
cp "$src/po/ja.po" "$p/po/ja.d/two.po"
printf '\nmsgid "Twice"\nmsgstr "2回"\n\nmsgid "Gone"\nmsgstr "なし"\n\nmsgid "%%d slides"\nmsgstr "%%d枚"\n' >>"$p/po/ja.d/two.po"
names "a string without Japanese is named" 'no Japanese: Not yet' untranslated "$p"
names "a fuzzy translation is named" 'fuzzy: Old' fuzzy "$p"
names "a lost argument is named" 'arguments differ: 1 2 \| 1: Save' arguments "$p"
names "a directive other than %s is named" 'arguments differ:. %d' arguments "$p"
swapped() { arguments "$p" | grep ' and '; return 0; }
clean "numbered arguments may change places" swapped
names "two translations are named" 'two.po: Twice = 2回, elsewhere 二度' conflicts "$p"
names "a translation that nobody says is named" 'nobody says: Gone' unused "$p"
printf 'msgid "x"\nmsgid "y"\n' >"$p/po/ja.d/three.po"
names "a broken fragment is named" 'three.po:2' broken "$p"
printf 'const char *f(int l) { return l == LANG_JA ? "%%d歳" : "age %%d"; }\n' >"$p/src/b.c"
names "words of two languages in a source are named" 'src/b.c:1: words beside' mixed "$p"
finish

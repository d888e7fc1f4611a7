/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/key.h"

static const struct {
    const char *name;
    enum key_code code;
} names[] = {
    { "Enter", K_ENTER },
    { "Tab", K_TAB },
    { "Esc", K_ESC },
    { "Backspace", K_BACKSPACE },
    { "Delete", K_DELETE },
    { "Insert", K_INSERT },
    { "Up", K_UP },
    { "Down", K_DOWN },
    { "Left", K_LEFT },
    { "Right", K_RIGHT },
    { "Home", K_HOME },
    { "End", K_END },
    { "PgUp", K_PGUP },
    { "PgDn", K_PGDN },
    { "F1", K_F1 },
    { "F2", K_F2 },
    { "F3", K_F3 },
    { "F4", K_F4 },
    { "F5", K_F5 },
    { "F6", K_F6 },
    { "F7", K_F7 },
    { "F8", K_F8 },
    { "F9", K_F9 },
    { "F10", K_F10 },
    { "F11", K_F11 },
    { "F12", K_F12 },
};

/* screens.md, "Keys": the same meaning on every screen, and a way for terminals that swallow
 * function keys. The first route of each key is the one that is named in help. Kept parsed too:
 * they are compared at every key. */
static const struct {
    const char *name;
    struct key route;
    enum key_code code;
} routes[] = {
    { "Alt+H", { .code = K_CHAR, .mods = MOD_ALT, .text = "h" }, K_F1 },
    { "Alt+2", { .code = K_CHAR, .mods = MOD_ALT, .text = "2" }, K_F2 },
    { "Alt+3", { .code = K_CHAR, .mods = MOD_ALT, .text = "3" }, K_F3 },
    { "Alt+4", { .code = K_CHAR, .mods = MOD_ALT, .text = "4" }, K_F4 },
    { "Alt+5", { .code = K_CHAR, .mods = MOD_ALT, .text = "5" }, K_F5 },
    { "PgUp", { .code = K_PGUP }, K_F6 },
    { "PgDn", { .code = K_PGDN }, K_F7 },
    { "Alt+8", { .code = K_CHAR, .mods = MOD_ALT, .text = "8" }, K_F8 },
    { "Ctrl+P", { .code = K_CHAR, .mods = MOD_CTRL, .text = "p" }, K_F8 },
    { "Ctrl+F", { .code = K_CHAR, .mods = MOD_CTRL, .text = "f" }, K_F9 },
    { "Alt+9", { .code = K_CHAR, .mods = MOD_ALT, .text = "9" }, K_F9 },
    { "Ctrl+O", { .code = K_CHAR, .mods = MOD_CTRL, .text = "o" }, K_F10 },
    { "Alt+0", { .code = K_CHAR, .mods = MOD_ALT, .text = "0" }, K_F10 },
    { "Ctrl+T", { .code = K_CHAR, .mods = MOD_CTRL, .text = "t" }, K_F11 },
    { "Ctrl+S", { .code = K_CHAR, .mods = MOD_CTRL, .text = "s" }, K_F12 },
    { "Ctrl+G", { .code = K_CHAR, .mods = MOD_CTRL, .text = "g" }, K_ESC },
};

static struct key plain(enum key_code code)
{
    return (struct key){ .code = code };
}

static size_t char_bytes(const char *s)
{
    unsigned char lead = (unsigned char)*s;
    size_t n = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;

    for (size_t i = 1; i < n; i++)
        if (((unsigned char)s[i] & 0xC0) != 0x80)
            return i;
    return n;
}

struct key key_char(const char *utf8)
{
    struct key k = plain(K_CHAR);

    memcpy(k.text, utf8, *utf8 ? char_bytes(utf8) : 0);
    return k;
}

bool key_equal(struct key a, struct key b)
{
    return a.code == b.code && a.mods == b.mods
        && (a.code != K_CHAR || memcmp(a.text, b.text, sizeof a.text) == 0);
}

static const char *take_mods(const char *name, unsigned *mods)
{
    static const struct {
        const char *name;
        unsigned mod;
    } prefixes[] = { { "Ctrl+", MOD_CTRL }, { "Alt+", MOD_ALT }, { "Shift+", MOD_SHIFT } };

    for (size_t i = 0; i < COUNT_OF(prefixes); i++) {
        size_t n = strlen(prefixes[i].name);
        if (*name == *prefixes[i].name && str_starts(name, prefixes[i].name) && name[n]) {
            *mods |= prefixes[i].mod;
            return take_mods(name + n, mods);
        }
    }
    return name;
}

bool key_parse(const char *name, struct key *out)
{
    unsigned mods = 0;

    name = take_mods(name, &mods);
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (*name == *names[i].name && str_eq(name, names[i].name)) {
            *out = (struct key){ .code = names[i].code, .mods = mods };
            return true;
        }
    if (str_eq(name, "Space"))
        name = " ";
    if (!*name || (unsigned char)*name < ' ' || name[char_bytes(name)])
        return false;
    *out = key_char(name);
    out->mods = mods;
    if (mods && out->text[0] >= 'A' && out->text[0] <= 'Z')
        out->text[0] = (char)(out->text[0] + ('a' - 'A'));
    return true;
}

static const char *code_name(enum key_code code)
{
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (names[i].code == code)
            return names[i].name;
    return "";
}

void key_text(struct key k, char out[KEY_NAME])
{
    char letter[8] = "";
    const char *name = code_name(k.code);

    if (k.code == K_CHAR) {
        str_copy(letter, sizeof letter, str_eq(k.text, " ") ? "Space" : k.text);
        if (k.mods && letter[0] >= 'a' && letter[0] <= 'z')
            letter[0] = (char)(letter[0] - ('a' - 'A'));
        name = letter;
    }
    snprintf(out, KEY_NAME, "%s%s%s%s", k.mods & MOD_CTRL ? "Ctrl+" : "",
        k.mods & MOD_ALT ? "Alt+" : "", k.mods & MOD_SHIFT ? "Shift+" : "", name);
}

struct key key_fold(struct key k)
{
    const unsigned char *t = (const unsigned char *)k.text;

    if (k.code != K_CHAR)
        return k;
    if (str_eq(k.text, "\xE3\x80\x80")) { /* U+3000 */
        k = key_char(" ");
    } else if (t[0] == 0xEF && (t[1] == 0xBC || t[1] == 0xBD)) {
        int c = ((t[1] & 0x3F) << 6 | (t[2] & 0x3F)) + 0xF000 - 0xFF01 + '!'; /* U+FF01..FF5E */
        if (c >= '!' && c <= '~')
            k = key_char((char[2]){ (char)c, '\0' });
    }
    if (k.text[0] >= 'A' && k.text[0] <= 'Z')
        k.text[0] = (char)(k.text[0] + ('a' - 'A'));
    return k;
}

struct key key_canonical(struct key k)
{
    for (size_t i = 0; i < COUNT_OF(routes); i++)
        if (key_equal(k, routes[i].route))
            return plain(routes[i].code);
    return k;
}

const char *key_second_route(struct key k)
{
    for (size_t i = 0; i < COUNT_OF(routes); i++)
        if (k.mods == 0 && routes[i].code == k.code)
            return routes[i].name;
    return NULL;
}

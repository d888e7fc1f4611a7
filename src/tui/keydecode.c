/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes to keys. One byte at a time, so it does not matter where the line split a sequence. */
#include "tui/key.h"

enum state {
    GROUND,
    ESCAPE, /* ESC came; alone it is the key */
    CSI, /* ESC [ */
    CSI_CONSOLE, /* ESC [ [ : the Linux console's F1 to F5 */
    SS3, /* ESC O */
    STRING, /* ESC ] P X ^ _ : a report of the terminal, swallowed up to its end */
    STRING_ESCAPE,
    MOUSE, /* ESC [ M and three bytes, swallowed */
    PASTE
};

/* A UTF-8 character on its way. */
struct utf8 {
    unsigned char bytes[4];
    int have, need;
};

struct slot {
    struct key key;
    char *paste; /* heap */
};

struct keys {
    int esc_delay;
    enum state state;
    bool escaped; /* a second ESC stands before the sequence: Alt */
    bool after_cr, invalid_run;
    int mouse_left;
    int64_t last_ms; /* of the last byte */
    char seq[64]; /* what stands between ESC [ and the final byte */
    size_t seq_n;
    struct utf8 utf8;
    struct buf paste;
    bool paste_cut;
    size_t paste_end; /* bytes of PASTE_END seen */
    struct slot *queue;
    size_t first, count, cap;
    char *given; /* the paste of the key given out last */
};

static const char PASTE_END[] = "\033[201~";

/* --- the queue */

static void push(struct keys *k, struct key key, char *paste)
{
    if (k->first + k->count == k->cap) {
        if (k->first > k->cap / 2) {
            memmove(k->queue, k->queue + k->first, k->count * sizeof *k->queue);
            k->first = 0;
        } else {
            k->cap = k->cap ? k->cap * 2 : 64;
            k->queue = realloc(k->queue, k->cap * sizeof *k->queue);
            BUG_IF(!k->queue);
        }
    }
    key.paste = paste;
    k->queue[k->first + k->count++] = (struct slot){ key, paste };
    if (key.code != K_INVALID)
        k->invalid_run = false;
}

static void push_code(struct keys *k, enum key_code code, unsigned mods)
{
    push(k, (struct key){ .code = code, .mods = mods }, NULL);
}

static void push_ascii(struct keys *k, char c, unsigned mods)
{
    if (mods && c >= 'A' && c <= 'Z')
        c = (char)(c + ('a' - 'A'));
    struct key key = key_char((char[2]){ c, '\0' });
    key.mods = mods;
    push(k, key, NULL);
}

static void push_invalid(struct keys *k)
{
    if (!k->invalid_run)
        push_code(k, K_INVALID, 0);
    k->invalid_run = true;
}

/* --- UTF-8 */

enum utf8_step { UTF8_MORE, UTF8_DONE, UTF8_BAD, UTF8_BAD_AGAIN /* look at this byte once more */ };

static enum utf8_step utf8_check(const struct utf8 *u)
{
    uint32_t c = u->need == 2 ? u->bytes[0] & 0x1Fu
        : u->need == 3        ? u->bytes[0] & 0x0Fu
                              : u->bytes[0] & 0x07u;

    for (int i = 1; i < u->need; i++)
        c = c << 6 | (u->bytes[i] & 0x3Fu);
    static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
    if (c < least[u->need] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        return UTF8_BAD;
    if ((c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)
        || c < 0xA0) /* no characters; C1 controls */
        return UTF8_BAD;
    return UTF8_DONE;
}

static enum utf8_step utf8_feed(struct utf8 *u, unsigned char b)
{
    if (u->have == 0) {
        u->need = b >= 0xC2 && b <= 0xDF ? 2
            : b >= 0xE0 && b <= 0xEF     ? 3
            : b >= 0xF0 && b <= 0xF4     ? 4
                                         : 0;
        if (!u->need)
            return UTF8_BAD;
        u->bytes[u->have++] = b;
        return UTF8_MORE;
    }
    if ((b & 0xC0) != 0x80) {
        u->have = 0;
        return UTF8_BAD_AGAIN;
    }
    u->bytes[u->have++] = b;
    if (u->have < u->need)
        return UTF8_MORE;
    u->have = 0;
    return utf8_check(u);
}

/* --- pasted text */

/* Valid UTF-8 with \n for every kind of line end and no other control but the tab. */
static char *paste_clean(const struct buf *raw)
{
    char *out = malloc(raw->len + 1);
    size_t n = 0;
    struct utf8 u = { .have = 0 };

    BUG_IF(!out);
    for (size_t i = 0; i < raw->len; i++) {
        unsigned char b = (unsigned char)raw->p[i];
        enum utf8_step step = b >= 0x80 || u.have ? utf8_feed(&u, b) : UTF8_BAD_AGAIN;
        if (step == UTF8_BAD_AGAIN && b >= 0x80)
            step = utf8_feed(&u, b);
        if (step == UTF8_DONE) {
            memcpy(out + n, u.bytes, (size_t)u.need);
            n += (size_t)u.need;
        }
        if (step != UTF8_BAD_AGAIN)
            continue;
        if (b == '\n' && i > 0 && raw->p[i - 1] == '\r')
            continue;
        if (b == '\r')
            b = '\n';
        if (b == '\n' || b == '\t' || (b >= ' ' && b != 0x7F))
            out[n++] = (char)b;
    }
    out[n] = '\0';
    return out;
}

static void paste_start(struct keys *k)
{
    buf_clear(&k->paste);
    k->paste_cut = false;
    k->paste_end = 0;
    k->state = PASTE;
}

static void paste_finish(struct keys *k)
{
    push(k, (struct key){ .code = K_PASTE, .cut = k->paste_cut }, paste_clean(&k->paste));
    explicit_bzero(k->paste.p, k->paste.len);
    buf_clear(&k->paste);
    k->state = GROUND;
}

static void paste_byte(struct keys *k, char b)
{
    if (b == PASTE_END[k->paste_end]) {
        if (++k->paste_end == sizeof PASTE_END - 1)
            paste_finish(k);
        return;
    }
    buf_add(&k->paste, PASTE_END, k->paste_end);
    k->paste_end = b == '\033';
    if (!k->paste_end)
        buf_putc(&k->paste, b);
    k->paste_cut = k->paste_cut || k->paste.full;
}

/* --- sequences */

static enum key_code tilde_key(int n)
{
    static const struct {
        int n;
        enum key_code code;
    } keys[] = { { 1, K_HOME }, { 2, K_INSERT }, { 3, K_DELETE }, { 4, K_END }, { 5, K_PGUP },
        { 6, K_PGDN }, { 7, K_HOME }, { 8, K_END }, { 11, K_F1 }, { 12, K_F2 }, { 13, K_F3 },
        { 14, K_F4 }, { 15, K_F5 }, { 17, K_F6 }, { 18, K_F7 }, { 19, K_F8 }, { 20, K_F9 },
        { 21, K_F10 }, { 23, K_F11 }, { 24, K_F12 } };

    for (size_t i = 0; i < COUNT_OF(keys); i++)
        if (keys[i].n == n)
            return keys[i].code;
    return K_NONE;
}

static enum key_code letter_key(char final)
{
    static const struct {
        char final;
        enum key_code code;
    } keys[] = { { 'A', K_UP }, { 'B', K_DOWN }, { 'C', K_RIGHT }, { 'D', K_LEFT }, { 'H', K_HOME },
        { 'F', K_END }, { 'P', K_F1 }, { 'Q', K_F2 }, { 'R', K_F3 }, { 'S', K_F4 } };

    for (size_t i = 0; i < COUNT_OF(keys); i++)
        if (keys[i].final == final)
            return keys[i].code;
    return K_NONE;
}

/* xterm's second parameter: 1 + shift 1 + alt 2 + control 4 + meta 8. */
static unsigned xterm_mods(int n)
{
    unsigned bits = n > 1 && n <= 16 ? (unsigned)n - 1 : 0;

    return (bits & 1 ? MOD_SHIFT : 0u) | (bits & (2 | 8) ? MOD_ALT : 0u)
        | (bits & 4 ? MOD_CTRL : 0u);
}

static int parse_params(const struct keys *k, int p[4])
{
    int n = 0;

    memset(p, 0, 4 * sizeof *p);
    for (size_t i = 0; i < k->seq_n && n < 4; i++) {
        char c = k->seq[i];
        if (c >= '0' && c <= '9' && p[n] < 100000000)
            p[n] = p[n] * 10 + (c - '0');
        else if (c == ';')
            n++;
    }
    return k->seq_n ? (n < 4 ? n + 1 : 4) : 0;
}

static void push_known(struct keys *k, enum key_code code, unsigned mods)
{
    if (code != K_NONE)
        push_code(k, code, mods | (k->escaped ? MOD_ALT : 0u));
}

/* A key that the terminal reports by its number (CSI u and modifyOtherKeys). */
static void push_number(struct keys *k, int c, unsigned mods)
{
    mods |= k->escaped ? MOD_ALT : 0u;
    if (c == 13 || c == 9 || c == 27 || c == 127 || c == 8)
        push_code(k, c == 13 ? K_ENTER : c == 9 ? K_TAB : c == 27 ? K_ESC : K_BACKSPACE, mods);
    else if (c >= ' ' && c < 127)
        push_ascii(k, (char)c, mods == MOD_SHIFT ? 0 : mods);
}

static void finish_csi(struct keys *k, char final)
{
    int p[4], n = parse_params(k, p);
    unsigned mods = xterm_mods(p[1]);

    k->state = GROUND;
    if (k->seq_n && (k->seq[0] < '0' || k->seq[0] > '9') && k->seq[0] != ';')
        return; /* a report, not a key */
    if (final == '~' && p[0] == 200)
        paste_start(k);
    else if (final == '~' && p[0] == 27 && n >= 3)
        push_number(k, p[2], mods);
    else if (final == '~')
        push_known(k, tilde_key(p[0]), mods);
    else if (final == '^' || final == '$' || final == '@') /* rxvt */
        push_known(k, tilde_key(p[0]),
            (final == '$' ? MOD_SHIFT : MOD_CTRL) | (final == '@' ? MOD_SHIFT : 0u));
    else if (final == 'Z')
        push_known(k, K_TAB, MOD_SHIFT);
    else if (final >= 'a' && final <= 'd' && n == 0) /* rxvt */
        push_known(k, letter_key((char)(final - 'a' + 'A')), MOD_SHIFT);
    else if (final == 'u')
        push_number(k, p[0], mods);
    else if (final == 'R' && n < 2)
        return;
    else if (final == 'M' && n == 0) {
        k->state = MOUSE;
        k->mouse_left = 3;
    } else if (n < 2 || p[0] <= 1) /* else a report of a place: row and column */
        push_known(k, letter_key(final), mods);
}

static void csi_byte(struct keys *k, char b)
{
    bool digits_only = k->seq_n > 0;

    for (size_t i = 0; i < k->seq_n; i++)
        digits_only = digits_only && k->seq[i] >= '0' && k->seq[i] <= '9';
    if (b == '[' && k->seq_n == 0) {
        k->state = CSI_CONSOLE;
    } else if ((b >= 0x40 && b <= 0x7E) || (b == '$' && digits_only)) {
        finish_csi(k, b);
    } else if (k->seq_n < sizeof k->seq) {
        k->seq[k->seq_n++] = b;
    }
}

static void ss3_byte(struct keys *k, char b)
{
    static const char keypad[] = "*+,-./0123456789"; /* ESC O j .. y */

    if ((b >= '0' && b <= '9') || b == ';') { /* modifiers of older terminals */
        if (k->seq_n < sizeof k->seq)
            k->seq[k->seq_n++] = b;
        return;
    }
    int p[4], n = parse_params(k, p);
    unsigned mods = n ? xterm_mods(p[n - 1]) : 0;
    k->state = GROUND;
    if (b >= 'j' && b <= 'y')
        push_ascii(k, keypad[b - 'j'], mods | (k->escaped ? MOD_ALT : 0u));
    else if (b >= 'a' && b <= 'd') /* rxvt */
        push_known(k, letter_key((char)(b - 'a' + 'A')), MOD_CTRL);
    else if (b == 'M')
        push_known(k, K_ENTER, mods);
    else
        push_known(k, letter_key(b), mods);
}

static void console_byte(struct keys *k, char b)
{
    k->state = GROUND;
    if (b >= 'A' && b <= 'E')
        push_known(k, (enum key_code)(K_F1 + (b - 'A')), 0);
}

/* --- plain bytes */

static void control_byte(struct keys *k, unsigned char b, unsigned mods)
{
    if (b == '\n' && k->after_cr)
        return; /* CR LF of a scanner is one Enter */
    if (b == '\r' || b == '\n')
        push_code(k, K_ENTER, mods);
    else if (b == '\t')
        push_code(k, K_TAB, mods);
    else if (b == 0x08 || b == 0x7F)
        push_code(k, K_BACKSPACE, mods);
    else if (b >= 1 && b <= 26)
        push_ascii(k, (char)('a' + b - 1), mods | MOD_CTRL);
}

static void ground_byte(struct keys *k, unsigned char b)
{
    if (b >= 0x80 || k->utf8.have) {
        enum utf8_step step = utf8_feed(&k->utf8, b);
        if (step == UTF8_DONE) {
            char text[5] = "";
            memcpy(text, k->utf8.bytes, (size_t)k->utf8.need);
            push(k, key_char(text), NULL);
        } else if (step != UTF8_MORE) {
            push_invalid(k);
        }
        if (step == UTF8_BAD_AGAIN)
            ground_byte(k, b);
    } else if (b == 0x1B) {
        k->state = ESCAPE;
        k->escaped = false;
    } else if (b >= ' ' && b != 0x7F) {
        push_ascii(k, (char)b, 0);
    } else {
        control_byte(k, b, 0);
    }
}

static void escape_byte(struct keys *k, unsigned char b)
{
    k->seq_n = 0;
    if (b == '[' || b == 'O') {
        k->state = b == '[' ? CSI : SS3;
    } else if (b == 0x1B && !k->escaped) {
        k->escaped = true; /* twice: two Esc, or Alt before a sequence */
    } else {
        if (k->escaped || b >= 0x80 || b == 0x1B)
            push_code(k, K_ESC, 0);
        k->state = GROUND;
        if (b == 0x1B)
            k->state = ESCAPE;
        else if (b >= 0x80)
            ground_byte(k, b);
        else if (b == ']' || b == 'P' || b == 'X' || b == '^' || b == '_')
            k->state = STRING;
        else if (b >= ' ' && b != 0x7F)
            push_ascii(k, (char)b, MOD_ALT);
        else
            control_byte(k, b, MOD_ALT);
    }
}

static void string_byte(struct keys *k, unsigned char b)
{
    if (k->state == STRING_ESCAPE) {
        k->state = GROUND;
        if (b != '\\')
            escape_byte(
                k, b); /* not its end after all: the string was broken off by a new sequence */
    } else if (b == 0x07 || b == 0x18 || b == 0x1A) {
        k->state = GROUND;
    } else if (b == 0x1B) {
        k->state = STRING_ESCAPE;
        k->escaped = false;
    }
}

/* Control characters and what is not ASCII break a sequence off; it is dropped whole. */
static bool breaks_sequence(struct keys *k, unsigned char b)
{
    if (b >= ' ' && b < 0x7F)
        return false;
    k->state = GROUND;
    ground_byte(k, b);
    return true;
}

static void one_byte(struct keys *k, unsigned char b)
{
    switch (k->state) {
    case GROUND:
        ground_byte(k, b);
        break;
    case ESCAPE:
        escape_byte(k, b);
        break;
    case CSI:
        if (!breaks_sequence(k, b))
            csi_byte(k, (char)b);
        break;
    case CSI_CONSOLE:
        if (!breaks_sequence(k, b))
            console_byte(k, (char)b);
        break;
    case SS3:
        if (!breaks_sequence(k, b))
            ss3_byte(k, (char)b);
        break;
    case STRING:
    case STRING_ESCAPE:
        string_byte(k, b);
        break;
    case MOUSE:
        if (--k->mouse_left == 0)
            k->state = GROUND;
        break;
    case PASTE:
        paste_byte(k, (char)b);
        break;
    }
    k->after_cr = b == '\r';
}

/* --- the clock */

/* How long the present state may last without another byte; -1 = for ever. */
static int patience(const struct keys *k)
{
    if (k->state == PASTE)
        return PASTE_SILENCE_MS;
    if (k->state == ESCAPE)
        return k->esc_delay;
    return k->state != GROUND || k->utf8.have ? SEQUENCE_MS : -1;
}

void keys_tick(struct keys *k, int64_t now_ms)
{
    int limit = patience(k);

    if (limit < 0 || now_ms - k->last_ms < limit)
        return;
    if (k->state == PASTE) {
        buf_add(&k->paste, PASTE_END, k->paste_end);
        paste_finish(k);
    } else if (k->state == ESCAPE) {
        push_code(k, K_ESC, 0);
        if (k->escaped)
            push_code(k, K_ESC, 0);
    } else if (k->utf8.have) {
        k->utf8.have = 0;
        push_invalid(k);
    }
    k->state = GROUND;
}

int keys_wait_ms(const struct keys *k, int64_t now_ms)
{
    int limit = patience(k);

    if (limit < 0)
        return -1;
    int64_t left = k->last_ms + limit - now_ms;
    return left > 0 ? (int)left : 0;
}

void keys_feed(struct keys *k, const char *bytes, size_t n, int64_t now_ms)
{
    keys_tick(k, now_ms);
    for (size_t i = 0; i < n; i++)
        one_byte(k, (unsigned char)bytes[i]);
    if (n)
        k->last_ms = now_ms;
}

bool keys_next(struct keys *k, struct key *out)
{
    if (k->given) {
        explicit_bzero(k->given, strlen(k->given));
        free(k->given);
        k->given = NULL;
    }
    if (k->count == 0)
        return false;
    *out = k->queue[k->first].key;
    k->given = k->queue[k->first].paste;
    explicit_bzero(&k->queue[k->first], sizeof *k->queue);
    k->first++;
    if (--k->count == 0)
        k->first = 0;
    return true;
}

bool keys_take(struct keys *k, enum key_code code)
{
    BUG_IF(code == K_PASTE); /* its text would be lost */
    for (size_t i = 0; i < k->count; i++) {
        struct slot *slot = &k->queue[k->first + i];
        if (slot->key.code != code)
            continue;
        memmove(slot, slot + 1, (k->count - i - 1) * sizeof *slot);
        k->count--;
        return true;
    }
    return false;
}

struct keys *keys_new(int esc_delay_ms)
{
    struct keys *k = calloc(1, sizeof *k);

    BUG_IF(!k);
    k->esc_delay = esc_delay_ms;
    buf_init(&k->paste, PASTE_MAX);
    return k;
}

void keys_free(struct keys *k)
{
    struct key dropped;

    if (!k)
        return;
    while (keys_next(k, &dropped))
        continue;
    buf_fini(&k->paste);
    free(k->queue);
    free(k);
}

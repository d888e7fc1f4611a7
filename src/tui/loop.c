/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/loop.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include "sys/signal.h"
#include "tui/appstate.h"

enum {
    PAUSE_MS = 1000,
    MINUTE_MS = 60000,
    DRAW_AT_LEAST_MS = 100,
    PROGRESS_MS = 100,
    WATCH_MS = 1000,
    FLOOD_BYTES = 16
};

struct loop {
    const struct loop_config *config;
    struct app *app;
    struct term *term;
    struct keys *keys;
    struct signals signals;
    struct clock real;
    int64_t minute; /* the clock minute shown */
    int64_t drawn_ms; /* when the screen was drawn last */
    size_t read_bytes; /* by the last read */
    int64_t key_ms; /* when a key came last */
    int64_t watch_ms; /* until then what the watched descriptor says is left waiting */
    bool pause_due, idle_due;
    bool gone; /* the terminal is gone or we were told to end */
    bool stop_due, resume_due; /* heard inside of a step, done after it */
};

static int64_t now(const struct loop *l)
{
    return clock_mono_ms(&l->real);
}

static int64_t wall_ms(const struct loop *l)
{
    return clock_wall_ms(l->config->clock ? l->config->clock : &l->real);
}

static void show(struct loop *l)
{
    if (l->app->repaint)
        term_repaint(l->term);
    l->app->repaint = false;
    term_show(l->term, app_grid(l->app));
    l->drawn_ms = now(l);
}

static bool readable(int fd)
{
    struct pollfd p = { .fd = fd, .events = POLLIN };

    return poll(&p, 1, 0) > 0 && (p.revents & (POLLIN | POLLHUP | POLLERR));
}

static void read_terminal(struct loop *l)
{
    char bytes[4096];
    ssize_t n = read(term_input_fd(l->term), bytes, sizeof bytes);

    l->read_bytes = n > 0 ? (size_t)n : 0;
    if (n > 0)
        keys_feed(l->keys, bytes, (size_t)n, now(l));
    else if (n == 0 || (errno != EINTR && errno != EAGAIN))
        l->gone = true;
    if (n > 0)
        explicit_bzero(bytes, (size_t)n);
}

static void handle_keys(struct loop *l)
{
    struct key k;

    bool gone = l->gone; /* what was typed before the terminal went still counts */

    while (app_running(l->app) && l->gone == gone && keys_next(l->keys, &k)) {
        l->key_ms = now(l);
        l->pause_due = l->idle_due = true;
        app_set_ms(l->app, l->key_ms);
        app_key(l->app, k);
    }
}

static void resize(struct loop *l)
{
    int rows, cols;

    term_resized(l->term);
    term_size(l->term, &rows, &cols);
    app_resize(l->app, rows, cols);
}

static void resume(struct loop *l)
{
    term_resume(l->term);
    resize(l);
    if (l->app->config.on_resume)
        l->app->config.on_resume(l->app);
}

/* Inside of a step only the size changes at once, and the end is noted: being stopped could keep a place in the
 * line of writers, and what follows a stop belongs to the screens. */
static void hear_signals(struct loop *l)
{
    enum signal_event event;

    while ((event = signals_next(&l->signals)) != SIGNAL_NONE) {
        if (event == SIGNAL_RESIZE)
            resize(l);
        else if (event == SIGNAL_STOP)
            l->stop_due = true;
        else if (event == SIGNAL_CONTINUE)
            l->resume_due = true;
        else
            l->gone = true;
    }
}

static void handle_signals(struct loop *l)
{
    hear_signals(l);
    if (l->stop_due && !l->gone) {
        term_suspend(l->term);
        signals_stop_self();
    }
    if ((l->stop_due || l->resume_due) && !l->gone)
        resume(l);
    l->stop_due = l->resume_due = false;
}

/* At most one reload a second, however often other processes commit. */
static int watch_fd(const struct loop *l, int64_t at)
{
    return at >= l->watch_ms ? l->config->watch_fd : -1;
}

/* Milliseconds until something is due; -1 = only a key or signal. */
static int next_due(const struct loop *l, int64_t at)
{
    int64_t due = keys_wait_ms(l->keys, at);
    int idle = l->app->idle_seconds;
    bool stands = l->config->clock && l->config->clock->kind == CLOCK_STANDING;
    bool watch_off = watch_fd(l, at) < 0 && l->config->watch_fd >= 0;
    int64_t times[]
        = { due, watch_off ? l->watch_ms - at : -1, l->pause_due ? l->key_ms + PAUSE_MS - at : -1,
              l->idle_due && idle > 0 ? l->key_ms + (int64_t)idle * 1000 - at : -1,
              stands ? -1 : MINUTE_MS - wall_ms(l) % MINUTE_MS };
    bool waits[] = { due >= 0, watch_off, l->pause_due, l->idle_due && idle > 0, !stands };

    due = -1;
    for (size_t i = 0; i < COUNT_OF(times); i++) {
        int64_t t = times[i] < 0 ? 0 : times[i];
        if (waits[i] && (due < 0 || t < due))
            due = t;
    }
    return (int)due;
}

static void handle_times(struct loop *l)
{
    int64_t at = now(l);
    int idle = l->app->idle_seconds;

    keys_tick(l->keys, at);
    app_set_ms(l->app, at);
    if (l->pause_due && at - l->key_ms >= PAUSE_MS) {
        l->pause_due = false;
        app_pause(l->app);
    }
    if (l->idle_due && idle > 0 && at - l->key_ms >= (int64_t)idle * 1000) {
        l->idle_due = false;
        if (l->app->config.on_idle)
            l->app->config.on_idle(l->app);
        app_redraw(l->app);
    }
    if (wall_ms(l) / MINUTE_MS != l->minute) {
        l->minute = wall_ms(l) / MINUTE_MS;
        app_minute(l->app);
    }
}

/* Called from inside a step: draws, then waits for the time to pass, for Esc, or for the end of the program;
 * other keys stay in the queue. */
static bool wait_in_step(void *data, int ms)
{
    struct loop *l = data;
    int64_t until = now(l) + ms;

    if (ms > 0 || now(l) - l->drawn_ms >= PROGRESS_MS)
        show(l);
    for (;;) {
        int64_t left = until - now(l);
        struct pollfd p[] = { { .fd = term_input_fd(l->term), .events = POLLIN },
            { .fd = l->signals.fd, .events = POLLIN } };
        bool heard = poll(p, COUNT_OF(p), left > 0 ? (int)left : 0) > 0;
        if (heard && p[1].revents)
            hear_signals(l);
        if (heard && p[0].revents)
            read_terminal(l);
        keys_tick(l->keys, now(l));
        if (keys_take(l->keys, K_ESC) || l->gone)
            return false;
        if (now(l) >= until)
            return true;
    }
}

static void one_round(struct loop *l)
{
    struct pollfd p[] = { { .fd = term_input_fd(l->term), .events = POLLIN },
        { .fd = l->signals.fd, .events = POLLIN },
        { .fd = watch_fd(l, now(l)), .events = POLLIN } };

    poll(p, COUNT_OF(p), l->stop_due || l->resume_due ? 0 : next_due(l, now(l)));
    if (p[1].revents || l->stop_due || l->resume_due)
        handle_signals(l);
    l->read_bytes = 0;
    if (p[0].revents)
        read_terminal(l);
    handle_times(l);
    handle_keys(l);
    if (p[2].revents && l->app->config.on_watch) {
        l->app->config.on_watch(l->app);
        l->watch_ms = now(l) + WATCH_MS;
        app_redraw(l->app);
    }
    /* a single key is drawn at once; when many came together, the rest is read first */
    bool more = l->read_bytes > FLOOD_BYTES && readable(term_input_fd(l->term))
        && now(l) - l->drawn_ms < DRAW_AT_LEAST_MS;
    if (app_running(l->app) && !l->gone && app_dirty(l->app) && !more)
        show(l);
}

enum loop_end loop_run(const struct loop_config *config)
{
    struct loop l
        = { .config = config, .app = config->app, .term = config->term, .real = clock_real() };
    struct err err = ERR_INIT;

    BUG_IF(!signals_open(&l.signals, &err));
    l.keys = keys_new(term_is_remote() ? ESC_DELAY_SSH_MS : ESC_DELAY_MS);
    l.minute = wall_ms(&l) / MINUTE_MS;
    l.key_ms = now(&l);
    l.idle_due = true;
    l.app->wait = wait_in_step;
    l.app->wait_data = &l;
    app_set_ms(l.app, l.key_ms);
    resize(&l);
    if (app_running(l.app))
        show(&l);
    while (app_running(l.app) && !l.gone)
        one_round(&l);
    l.app->wait = NULL;
    keys_free(l.keys);
    signals_close(&l.signals);
    return l.gone ? LOOP_SIGNAL : LOOP_QUIT;
}

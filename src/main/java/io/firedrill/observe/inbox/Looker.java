package io.firedrill.observe.inbox;

import io.firedrill.DrillException;
import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event;
import io.firedrill.observe.Arrivals;
import io.firedrill.observe.Inbox;
import io.firedrill.observe.InboxKind;
import io.firedrill.observe.NoticeReader.Reading;
import io.firedrill.scenario.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a page again and again, as its readers do. A look is written down where it differs from
 * the one before, then every {@value #AGAIN_SECONDS} seconds while it stays the same, and once at
 * the end.
 *
 * <p>Of a new state, begin is the begin of the last look that still saw the other one, and end the
 * end of the first that saw it: it changed at some instant between. Of one seen again, both are
 * those of that look.
 */
final class Looker implements Inbox {
    static final int AGAIN_SECONDS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration USUAL = Duration.ofMillis(500);
    private static final long DOZE = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long END_MILLIS = 5_000;
    private static final Reading NOTHING = new Reading(Map.of(), List.of());

    private final Channel channel;
    private final Channel.Look look;
    private final View view;
    private final Browser browser;
    private final Arrivals arrivals;
    private final DrillClock clock;
    private final Duration every;
    private final Thread thread;
    private volatile boolean stopping;

    private record Seen(boolean answered, int code, View.Glance glance) {}

    private record Timed(Seen seen, long begin, long end) {}

    private Looker(InboxKind.Order order, Channel.Look look, View view) {
        this.channel = order.channel();
        this.look = look;
        this.view = view;
        this.clock = order.clock();
        this.every = new Manners(channel).duration("every", USUAL);
        this.browser = new Browser(order.entries().apply(look.entry()), clock, PATIENCE);
        this.arrivals = new Arrivals(channel.name(), order.recorder(), clock);
        this.thread = new Thread(this::run, "inbox-" + channel.name());
        thread.setDaemon(true);
    }

    /**
     * Begins to look.
     *
     * @throws DrillException where the channel does not say at what
     */
    static Inbox open(InboxKind.Order order, View view) {
        Channel channel = order.channel();
        Channel.Look look = channel.look()
                .orElseThrow(() -> new DrillException("channel '" + channel.name() + "' speaks "
                        + channel.speaks() + " and names no entry; add 'look'"));
        Looker looker = new Looker(order, look, view);
        looker.thread.start();
        return looker;
    }

    private void run() {
        try {
            watch();
        } catch (RuntimeException notRecorded) {
            stopping = true; // kept by the arrivals, and thrown when we are closed
        }
    }

    private void watch() {
        long otherBegan = clock.nanos();
        long written = 0;
        Timed last = null;
        while (!stopping) {
            long begin = clock.nanos();
            Timed now = new Timed(lookOnce(), begin, clock.nanos());
            if (stopping) {
                break; // broken off by us: it says nothing of the page
            }
            boolean news = last == null || !last.seen().equals(now.seen());
            if (news || now.end() - written >= TimeUnit.SECONDS.toNanos(AGAIN_SECONDS)) {
                write(now.seen(), news ? otherBegan : begin, now.end());
                written = now.end();
            }
            last = now;
            otherBegan = begin;
            doze(begin + every.toNanos());
        }
        writeLast(last, written);
    }

    private void writeLast(@Nullable Timed last, long written) {
        if (last != null && last.end() != written) {
            write(last.seen(), last.begin(), last.end());
        }
    }

    /** Waits in short stretches, so that it can be stopped without an interrupt. */
    private void doze(long until) {
        while (!stopping && clock.nanos() < until) {
            clock.waitUntil(Math.min(until, clock.nanos() + DOZE));
        }
    }

    private Seen lookOnce() {
        browser.open();
        Browser.Page page = browser.get(view.address(look.path()));
        if (!page.ok()) {
            String detail = page.answered() ? "status " + page.code() : page.trouble();
            View.Glance nothing = new View.Glance(false, NOTHING, detail);
            return new Seen(page.answered(), page.code(), nothing);
        }
        return new Seen(true, page.code(), read(page));
    }

    private View.Glance read(Browser.Page page) {
        try {
            return view.read(page, browser, look.path());
        } catch (RuntimeException | StackOverflowError broken) {
            // a parser among strangers' bytes may throw anything; the page is there all the same
            String why = broken.getClass().getSimpleName();
            return new View.Glance(
                    false, NOTHING.found("the page can not be read (" + why + ")"), "");
        }
    }

    private void write(Seen seen, long begin, long end) {
        View.Glance glance = seen.glance();
        arrivals.record(new Event.PageRead(
                channel.name(),
                seen.answered(),
                seen.code(),
                glance.whole(),
                glance.reading().facts(),
                glance.reading().unread(),
                glance.detail(),
                begin,
                end));
    }

    @Override
    public int port() {
        return 0;
    }

    @Override
    public void close() {
        stopping = true;
        browser.close();
        try {
            thread.join(END_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        arrivals.throwIfFailed();
    }
}

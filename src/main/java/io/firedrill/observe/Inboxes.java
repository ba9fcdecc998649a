package io.firedrill.observe;

import io.firedrill.DrillException;
import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Recorder;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.SystemSpec;
import io.firedrill.scenario.Tempo;
import io.firedrill.topology.Bounded;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The inboxes of one drill: those that take a provider's place are opened before the system is
 * started, since it sends from its first moment on, and those that look at it once it is up. Used
 * by one thread; the inboxes have threads of their own.
 */
public final class Inboxes implements AutoCloseable {
    /** How many messages of one drill are written down; the rest is counted only. */
    public static final int MOST_NOTICES = Intake.MOST_NOTICES;

    private static final Duration OPEN_WITHIN = Duration.ofSeconds(20);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

    private final List<Channel> channels;
    private final InboxCatalog kinds;
    private final DrillClock clock;
    private final Blotter blotter;
    private final Intake intake;
    private final Bounded bounded = new Bounded("inboxes");
    private final List<Opened> open = new ArrayList<>();
    private volatile Function<String, InetSocketAddress> entries = Inboxes::notUp;
    private boolean closed;

    private record Opened(String channel, Inbox inbox) {}

    /** Prepares those of a system; nothing is opened yet. */
    public Inboxes(SystemSpec system, InboxCatalog kinds, Recorder recorder, DrillClock clock) {
        this.channels = system.channels().values().stream()
                .map(channel -> filled(channel, system))
                .toList();
        this.kinds = kinds;
        this.clock = clock;
        this.blotter = new Blotter(channels, system.secrets().values());
        this.intake = new Intake(recorder, clock, blotter::over);
    }

    private static Channel filled(Channel channel, SystemSpec system) {
        Map<String, String> settings = new LinkedHashMap<>();
        channel.settings()
                .forEach((name, text) -> settings.put(name, filled(text, system.secrets())));
        if (channel.look().isPresent()) {
            Duration pages = Tempo.of(system.blueprint()).pages();
            settings.putIfAbsent("every", pages.toMillis() + "ms");
        }
        return new Channel(
                channel.name(),
                channel.speaks(),
                channel.at(),
                channel.look(),
                Map.copyOf(settings),
                channel.templates());
    }

    /** A secret is named as a whole. */
    private static String filled(String text, Map<String, String> secrets) {
        boolean named = text.startsWith("${") && text.endsWith("}");
        return named ? secrets.getOrDefault(text.substring(2, text.length() - 1), text) : text;
    }

    private static InetSocketAddress notUp(String entry) {
        throw new DrillException("entry '" + entry + "' is not there: the system is not up yet");
    }

    /**
     * Opens those that take a provider's place.
     *
     * @return under which name and port components are to find them, and where they are
     * @throws DrillException where one can not be opened; the others are closed again
     */
    public Map<Endpoint, InetSocketAddress> takePlaces() {
        Map<Endpoint, InetSocketAddress> places = new LinkedHashMap<>();
        for (Channel channel : channels) {
            if (channel.at().isPresent()) {
                Endpoint at = channel.at().get();
                Inbox inbox = opened(channel);
                InetSocketAddress other = places.putIfAbsent(at, place(channel, inbox));
                if (other != null) {
                    throw shut(trouble(channel, "another one is at " + at + " already", null));
                }
            }
        }
        return Map.copyOf(places);
    }

    private InetSocketAddress place(Channel channel, Inbox inbox) {
        if (inbox.port() <= 0) {
            throw shut(trouble(channel, "its inbox listens on no port", null));
        }
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), inbox.port());
    }

    /**
     * Opens those that look at the system; from now on the others find its entries as well.
     *
     * @param where says where an entry is
     * @throws DrillException where one can not be opened; all are closed then
     */
    public void look(Function<String, InetSocketAddress> where) {
        entries = where;
        channels.stream().filter(channel -> channel.at().isEmpty()).forEach(this::opened);
    }

    private Inbox opened(Channel channel) {
        try {
            InboxKind kind = kinds.speaking(channel.speaks());
            InboxKind.Order order =
                    new InboxKind.Order(channel, intake, clock, entry -> entries.apply(entry));
            String what = "opening the inbox of '" + channel.name() + "'";
            return bounded.call(what, OPEN_WITHIN, () -> kept(channel, kind.open(order)));
        } catch (RuntimeException e) {
            throw shut(trouble(channel, String.valueOf(e.getMessage()), e));
        }
    }

    /** One that was waited for in vain is closed as soon as it opens after all. */
    private synchronized Inbox kept(Channel channel, Inbox inbox) {
        if (closed) {
            inbox.close();
            throw new DrillException("it was given up meanwhile");
        }
        open.add(new Opened(channel.name(), inbox));
        return inbox;
    }

    private DrillException trouble(Channel channel, String what, @Nullable RuntimeException cause) {
        return new DrillException(
                blotter.over("channel '" + channel.name() + "' (" + channel.speaks()
                        + ") can not be watched: " + what),
                cause);
    }

    private DrillException shut(DrillException why) {
        try {
            close();
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
        return why;
    }

    /** Says when a message, or a report on one, came last; nanoseconds of the drill's clock. */
    public long latest() {
        return intake.latest();
    }

    /** Says how many events were not written down, since there were too many. */
    public long left() {
        return intake.left();
    }

    /**
     * Closes all, the last one first, whatever goes wrong with one of them; what they still say is
     * not written down any more. Safe to call twice.
     *
     * @throws RuntimeException whatever went wrong first; the rest is attached
     */
    @Override
    public void close() {
        List<Opened> all = taken();
        intake.end();
        boolean interrupted = false;
        RuntimeException first = null;
        for (int i = all.size() - 1; i >= 0; i--) {
            interrupted |= Thread.interrupted(); // to close them matters more than to hurry
            first = close(all.get(i), first);
        }
        bounded.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (first != null) {
            throw first;
        }
    }

    private synchronized List<Opened> taken() {
        closed = true;
        List<Opened> all = List.copyOf(open);
        open.clear();
        return all;
    }

    private @Nullable RuntimeException close(Opened one, @Nullable RuntimeException first) {
        try {
            String what = "closing the inbox of '" + one.channel() + "'";
            bounded.run(what, CLOSE_WITHIN, one.inbox()::close);
            return first;
        } catch (RuntimeException e) {
            if (first == null) {
                return e;
            }
            first.addSuppressed(e);
            return first;
        }
    }

    /** Throws what the journal threw while something was written into it, if it did. */
    public void requireWritten() {
        intake.throwIfFailed();
    }
}

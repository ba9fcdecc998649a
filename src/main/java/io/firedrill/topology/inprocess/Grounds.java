package io.firedrill.topology.inprocess;

import io.firedrill.scenario.Link;
import io.firedrill.topology.LinkUse;
import io.firedrill.topology.RelayState.Provider;
import io.firedrill.topology.Sighting;
import io.firedrill.topology.Sighting.ComponentChanged;
import io.firedrill.topology.Sighting.LinkUsed;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The platform of one system: one thread for what comes later, the last word of each component, and
 * whoever watches. Safe for many threads.
 */
final class Grounds implements Platform, AutoCloseable {
    private final Supplier<Instant> wall;
    private final ScheduledThreadPoolExecutor thread;
    private final LinkUse use = new LinkUse();
    private final List<Consumer<Sighting>> watchers = new ArrayList<>();
    private final Map<String, ComponentChanged> last = new LinkedHashMap<>();
    private final List<LinkUsed> links = new ArrayList<>();
    private final RelayKeeper keeper = new RelayKeeper(this::saw, this::after);

    Grounds(String system, Supplier<Instant> wall) {
        this.wall = wall;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "pocket-platform-" + system);
            made.setDaemon(true);
            return made;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    RelayKeeper keeper() {
        return keeper;
    }

    LinkUse use() {
        return use;
    }

    @Override
    public void changed(String component, String state, String detail) {
        ComponentChanged change = new ComponentChanged(component, state, detail, stamp());
        synchronized (this) {
            last.put(component, change);
            saw(change);
        }
        news(state).ifPresent(it -> keeper.heard(component, it));
    }

    private static Optional<Provider> news(String state) {
        return switch (state) {
            case "die" -> Optional.of(Provider.DEAD);
            case "start" -> Optional.of(Provider.STARTING);
            default -> Optional.empty();
        };
    }

    private long stamp() {
        Instant now = wall.get();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public void lost(String component) {
        keeper.lost(component);
    }

    /** Notes that a relay accepted a connection; returns at once. */
    void accepted(Link link, InetSocketAddress from) {
        use.accepted(link, from.getHostString())
                .ifPresent(used -> after(Duration.ZERO, () -> tell(used)));
    }

    private synchronized void tell(LinkUsed used) {
        links.add(used);
        saw(used);
    }

    /** Hands a sighting to whoever watches. */
    synchronized void saw(Sighting sighting) {
        watchers.forEach(watcher -> watcher.accept(sighting));
    }

    /** Adds a watcher, who first hears how each component is, and which links were used. */
    synchronized void watch(Consumer<Sighting> watcher) {
        last.values().forEach(watcher);
        links.forEach(watcher);
        watchers.add(watcher);
    }

    @Override
    public void after(Duration delay, Runnable action) {
        try {
            var ignored = thread.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            // The system is being taken down: nothing comes later.
            return;
        }
    }

    /** Does something again and again until the system is closed. */
    void every(Duration period, Runnable action) {
        var ignored =
                thread.scheduleWithFixedDelay(action, 0, period.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

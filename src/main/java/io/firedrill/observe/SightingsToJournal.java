package io.firedrill.observe;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event;
import io.firedrill.journal.Recorder;
import io.firedrill.topology.Sighting;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes down what the platform saw of the system.
 *
 * <p>When something happened is told by our own monotonic clock at the arrival of the news: it lies
 * in {@code [arrival - 2 s, arrival]}. The platform's stamp is wall time, and wall clocks step; so
 * it only ever narrows that interval, and only where it falls into it. Then it is {@code [stamp -
 * 500 ms, arrival]}, for the platform stamps the news and not the happening: 1 to 45 ms after the
 * true death of a process when calm, and up to 440 ms when busy (measured, MEASURING.md).
 */
public final class SightingsToJournal implements Consumer<Sighting> {
    static final Duration PLAUSIBLE = Duration.ofSeconds(2);
    static final Duration STAMP_LAG = Duration.ofMillis(500);
    static final Duration USE_EVERY = Duration.ofSeconds(1);
    private static final String ACTOR = "platform";

    private final Recorder recorder;
    private final DrillClock clock;
    private final Map<String, Long> uses = new HashMap<>();

    /** Creates the listener for {@link io.firedrill.topology.SystemUnderDrill#watch}. */
    public SightingsToJournal(Recorder recorder, DrillClock clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public void accept(Sighting sighting) {
        if (sighting instanceof Sighting.ComponentChanged change) {
            recorder.record(ACTOR, seen(change));
        } else if (sighting instanceof Sighting.LinkUsed use) {
            used(use);
        } else if (sighting instanceof Sighting.RelaySwitched change) {
            recorder.record(
                    ACTOR, new Event.RelaySwitched(change.link(), change.to(), change.why()));
        }
    }

    private Event seen(Sighting.ComponentChanged change) {
        long arrival = clock.nanos();
        long begin = arrival - sinceAtMost(change.wallNanos());
        return new Event.ComponentSeen(
                change.component(), change.state(), change.detail(), begin, arrival);
    }

    private long sinceAtMost(long stampNanos) {
        Instant wall = clock.wall();
        Duration age = Duration.between(Instant.ofEpochSecond(0, stampNanos), wall);
        boolean narrows = !age.isNegative() && age.plus(STAMP_LAG).compareTo(PLAUSIBLE) < 0;
        return (narrows ? age.plus(STAMP_LAG) : PLAUSIBLE).toNanos();
    }

    private void used(Sighting.LinkUsed use) {
        if (isNews(use.link())) {
            recorder.record(ACTOR, new Event.LinkUsed(use.link(), use.detail()));
        }
    }

    /**
     * A link in use is news once a second: a consumer without a pool opens hundreds of connections.
     */
    private synchronized boolean isNews(String link) {
        long now = clock.nanos();
        Long written = uses.get(link);
        if (written != null && now - written < USE_EVERY.toNanos()) {
            return false;
        }
        uses.put(link, now);
        return true;
    }
}

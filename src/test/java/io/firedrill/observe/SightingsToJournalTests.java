package io.firedrill.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event;
import io.firedrill.topology.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SightingsToJournalTests {
    private static final long ARRIVAL = Duration.ofSeconds(100).toNanos();
    private static final Instant WALL = Instant.parse("2026-01-01T12:00:00Z");

    private final List<Event> events = new ArrayList<>();
    private final HandClock clock = new HandClock();
    private final SightingsToJournal sightings =
            new SightingsToJournal((actor, event) -> events.add(event), clock);

    @Test
    void aStampNarrowsTheIntervalDownToItsOwnLag() {
        assertThat(begin(WALL.minusMillis(100)))
                .isEqualTo(ARRIVAL - Duration.ofMillis(600).toNanos());
    }

    @Test
    void aStampFromTheFutureOrTheDistantPastIsNotBelieved() {
        long widest = ARRIVAL - Duration.ofSeconds(2).toNanos();

        assertThat(begin(WALL.plusMillis(1))).isEqualTo(widest);
        assertThat(begin(WALL.minusSeconds(3600))).isEqualTo(widest);
    }

    @Test
    void aLinkInUseIsNewsOnceASecond() {
        sightings.accept(new Sighting.LinkUsed("a -> b:1", "from 10.0.0.1"));
        sightings.accept(new Sighting.LinkUsed("a -> b:1", "from 10.0.0.1"));
        sightings.accept(new Sighting.LinkUsed("a -> c:1", "from 10.0.0.1"));
        clock.nanos += Duration.ofSeconds(1).toNanos();
        sightings.accept(new Sighting.LinkUsed("a -> b:1", "from 10.0.0.1"));

        assertThat(events)
                .containsExactly(
                        new Event.LinkUsed("a -> b:1", "from 10.0.0.1"),
                        new Event.LinkUsed("a -> c:1", "from 10.0.0.1"),
                        new Event.LinkUsed("a -> b:1", "from 10.0.0.1"));
    }

    @Test
    void aRelaysSwitchIsWrittenAsItIs() {
        sightings.accept(new Sighting.RelaySwitched("a -> b:1", "closed", "b died"));

        assertThat(events).containsExactly(new Event.RelaySwitched("a -> b:1", "closed", "b died"));
    }

    private long begin(Instant stamp) {
        long nanos = stamp.getEpochSecond() * 1_000_000_000L + stamp.getNano();
        sightings.accept(new Sighting.ComponentChanged("db1", "die", "exit 137", nanos));
        Event.ComponentSeen seen = (Event.ComponentSeen) events.get(events.size() - 1);
        assertThat(seen.end()).isEqualTo(ARRIVAL);
        return seen.begin();
    }

    private static final class HandClock implements DrillClock {
        private long nanos = ARRIVAL;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public Instant wall() {
            return WALL;
        }

        @Override
        public void waitUntil(long until) {
            nanos = until;
        }
    }
}

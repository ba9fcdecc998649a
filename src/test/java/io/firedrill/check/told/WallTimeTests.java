package io.firedrill.check.told;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.check.Interval;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Wall time on the drill's clock: 1 s after each other, and set forward by 2 s after the second.
 */
class WallTimeTests {
    private static final long SECOND = 1_000_000_000L;
    private static final WallTime TIME =
            new WallTime(List.of(entry(0, 5, 100), entry(1, 6, 101), entry(2, 7, 104)));

    private static Entry entry(long index, long seconds, long wall) {
        Instant label = Instant.ofEpochSecond(wall);
        return new Entry(index, seconds * SECOND, label, "test", new Event.DrillEnded());
    }

    private static Interval seconds(long low, long high) {
        return new Interval(low * SECOND, high * SECOND);
    }

    @Test
    void whereClocksWentAlongAnInstantIsExact() {
        assertThat(TIME.at(Instant.ofEpochSecond(100))).isEqualTo(seconds(5, 5));
    }

    @Test
    void whereWallTimeWasSetTheTruthIsBetween() {
        assertThat(TIME.at(Instant.ofEpochSecond(102))).isEqualTo(seconds(5, 7));
    }

    @Test
    void beforeTheFirstAndAfterTheLastEntryTheNearestOneTells() {
        assertThat(TIME.at(Instant.ofEpochSecond(90))).isEqualTo(seconds(-5, -5));
        assertThat(TIME.at(Instant.ofEpochSecond(204))).isEqualTo(seconds(107, 107));
    }

    @Test
    void whatTheSenderCutOffIsNotKnown() {
        Instant whole = Instant.ofEpochSecond(100);

        assertThat(TIME.stamped(whole)).isEqualTo(seconds(5, 6));
        assertThat(TIME.stamped(whole.plusMillis(250)).width()).isEqualTo(SECOND / 1_000);
    }

    @Test
    void anInstantBeyondAllCalendarsIsYearsAway() {
        long years = 3_650L * 24 * 3_600;

        assertThat(TIME.at(Instant.MAX)).isEqualTo(seconds(7 + years, 7 + years));
        assertThat(TIME.at(Instant.MIN)).isEqualTo(seconds(5 - years, 5 - years));
    }
}

package io.firedrill.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event;
import org.junit.jupiter.api.Test;

final class PaceTests {
    private static final long SECOND = 1_000_000_000L;

    private final Notes notes = new Notes();
    private final Pace pace = new Pace("buy", 50, notes);

    @Test
    void aProgramThatKeepsToItsRateDropsNobody() {
        begin(0, 10, 50);

        pace.settle(10 * SECOND);

        assertThat(notes.entries()).isEmpty();
    }

    @Test
    void whoWasNotSentWhileTheProgramWaitedIsDropped() {
        begin(0, 2, 50);
        begin(4, 6, 50);

        pace.settle(6 * SECOND);

        assertThat(notes.all(Event.AttemptsDropped.class))
                .containsExactly(
                        new Event.AttemptsDropped("buy", 50, 2 * SECOND, 3 * SECOND - 1),
                        new Event.AttemptsDropped("buy", 50, 3 * SECOND, 4 * SECOND - 1));
        assertThat(pace.dropped()).isEqualTo(100);
    }

    @Test
    void whoCatchesUpWasLateAllTheSame() {
        begin(0, 1, 50);
        begin(2, 3, 100);
        begin(3, 4, 50);
        begin(5, 6, 50);

        pace.settle(6 * SECOND);

        assertThat(pace.dropped()).isEqualTo(100);
    }

    @Test
    void aLittleTooSlowIsNotHiddenForEver() {
        begin(0, 10, 48);

        pace.settle(10 * SECOND);

        assertThat(pace.dropped()).isBetween(17L, 20L);
    }

    @Test
    void atLowRatesLongerTimesAreCompared() {
        Pace slow = new Pace("buy", 0.5, notes);
        for (int second = 0; second < 40; second += 2) {
            slow.begun(second * SECOND);
        }

        slow.settle(40 * SECOND);

        assertThat(slow.dropped()).isZero();
    }

    private void begin(int from, int to, int perSecond) {
        for (long second = from; second < to; second++) {
            for (int at = 0; at < perSecond; at++) {
                pace.begun(second * SECOND + at * SECOND / perSecond);
            }
        }
    }
}

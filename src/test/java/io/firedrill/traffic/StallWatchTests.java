package io.firedrill.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StallWatchTests {
    private final Notes notes = new Notes();

    @Test
    void aTickThatComesTooLateIsAStallFromTheTickBefore() {
        JumpingClock clock = new JumpingClock(3, StallWatch.LATE + 1);

        watch(clock);

        assertThat(notes.all(Event.HarnessStalled.class))
                .containsExactly(new Event.HarnessStalled(
                        2 * StallWatch.TICK, 3 * StallWatch.TICK + StallWatch.LATE + 1));
    }

    @Test
    void aTickThatIsALittleLateIsNone() {
        JumpingClock clock = new JumpingClock(3, StallWatch.LATE);

        watch(clock);

        assertThat(notes.all(Event.HarnessStalled.class)).isEmpty();
    }

    private void watch(JumpingClock clock) {
        try (StallWatch watch = StallWatch.start(clock, notes)) {
            await("ticks").atMost(Duration.ofSeconds(10)).until(() -> clock.waits.get() > 5);
        }
    }

    /** Reaches each moment waited for at once, but one of them late. */
    private static final class JumpingClock implements DrillClock {
        private final AtomicLong now = new AtomicLong();
        private final AtomicInteger waits = new AtomicInteger();
        private final int lateWait;
        private final long lateBy;

        JumpingClock(int lateWait, long lateBy) {
            this.lateWait = lateWait;
            this.lateBy = lateBy;
        }

        @Override
        public long nanos() {
            return now.get();
        }

        @Override
        public Instant wall() {
            return Instant.EPOCH;
        }

        @Override
        public void waitUntil(long nanos) {
            now.set(waits.incrementAndGet() == lateWait ? nanos + lateBy : nanos);
        }
    }
}

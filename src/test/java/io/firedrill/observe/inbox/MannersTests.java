package io.firedrill.observe.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.journal.DrillClock;
import io.firedrill.scenario.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MannersTests {

    @Test
    void aShareIsSpreadEvenlyOverTheMessages() {
        Fate fate = manners(Map.of("fails", "10%")).fate();

        for (int ten = 0; ten < 50; ten++) {
            assertThat(IntStream.range(0, 10).filter(one -> fate.fails("x")).count())
                    .isOne();
        }
    }

    @Test
    void addressesFailHoweverTheyAreListed() {
        for (String list : new String[] {"[a@x.example, B@x.example]", "a@x.example,b@x.example"}) {
            Fate fate = manners(Map.of("fails", list)).fate();

            assertThat(fate.fails("A@x.example")).isTrue();
            assertThat(fate.fails("b@x.example")).isTrue();
            assertThat(fate.fails("c@x.example")).isFalse();
        }
    }

    @Test
    void withoutSettingsNothingFailsAndNothingWaits() {
        Fate fate = manners(Map.of()).fate();

        assertThat(fate.after()).isZero();
        assertThat(IntStream.range(0, 100).filter(one -> fate.fails("x"))).isEmpty();
    }

    @Test
    void aRateIsTakenWithABurstOfOneSecond() {
        StepClock clock = new StepClock();
        Throttle throttle = new Throttle(Optional.of(2.0), clock);

        assertThat(IntStream.range(0, 5).filter(one -> throttle.takes()).count())
                .isEqualTo(2);
        clock.now += Duration.ofMillis(500).toNanos();
        assertThat(IntStream.range(0, 5).filter(one -> throttle.takes()).count())
                .isEqualTo(1);
        clock.now += Duration.ofHours(1).toNanos();
        assertThat(IntStream.range(0, 5).filter(one -> throttle.takes()).count())
                .isEqualTo(2);
    }

    @Test
    void whatCanNotBeReadIsSaid() {
        assertThatThrownBy(() -> manners(Map.of("deliver-after", "later")).fate())
                .hasMessage(
                        "channel 'mail': 'deliver-after: later' can not be read; write a duration"
                                + " such as 500ms or 2s");
        assertThatThrownBy(() -> manners(Map.of("fails", "200%")).fate())
                .hasMessage("channel 'mail': 'fails: 200%' can not be read; write a share such as"
                        + " 10%");
    }

    private static Manners manners(Map<String, String> settings) {
        return new Manners(new Channel(
                "mail", "smtp", Optional.empty(), Optional.empty(), settings, Map.of()));
    }

    private static final class StepClock implements DrillClock {
        private long now;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public Instant wall() {
            return Instant.EPOCH;
        }

        @Override
        public void waitUntil(long nanos) {
            now = nanos;
        }
    }
}

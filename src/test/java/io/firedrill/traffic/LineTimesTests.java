package io.firedrill.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Outcome;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LineTimesTests {
    private static final long MILLI = 1_000_000;

    private final LeapingClock clock = new LeapingClock();
    private final LineTimes times = new LineTimes(clock);

    @Test
    void anEndIsMovedBackByTheSmallestLagAndTheResolution() {
        clock.waitUntil(1_000 * MILLI);

        LineTimes.Times first = times.map(line("980", "990", null));

        assertThat(first.sent()).isEqualTo(980 * MILLI);
        assertThat(first.end()).as("at the latest when its line came").isEqualTo(1_000 * MILLI);
        assertThat(first.intended()).isEqualTo(first.sent());

        clock.waitUntil(1_100 * MILLI);
        times.map(line("1097", "1098", null));
        clock.waitUntil(1_200 * MILLI);
        LineTimes.Times late = times.map(line("1100", "1150", "1090"));

        assertThat(late.end())
                .as("2 ms, the smallest lag, and a millisecond")
                .isEqualTo(1_153 * MILLI);
        assertThat(late.intended()).isEqualTo(1_090 * MILLI);
    }

    @Test
    void stampsWithFractionsAreTakenAsFineAsTheyAre() {
        clock.waitUntil(1_000 * MILLI);
        times.map(line("999.1", "1000.0", null));
        clock.waitUntil(2_000 * MILLI);

        assertThat(times.map(line("1990.5", "1991.25", null)).end())
                .isEqualTo(1_991 * MILLI + MILLI / 4);
    }

    @Test
    void anEndInTheFutureIsAnotherClock() {
        clock.waitUntil(1_000 * MILLI);

        assertThatThrownBy(() -> times.map(line("1000", "1040", null)))
                .isInstanceOf(AttemptLine.Malformed.class)
                .hasMessage(
                        "'end' lies 40 ms in the future; needed: milliseconds since 1970 by this"
                                + " machine's clock");
    }

    @Test
    void aLineThatIsHeldBackIsNoMeasurement() {
        clock.waitUntil(10_000 * MILLI);

        assertThatThrownBy(() -> times.map(line("1", "2", null)))
                .hasMessage(
                        "it ended 9998 ms before its line came; needed: each line as soon as the"
                                + " attempt has ended, unbuffered, stamped by this machine's clock");
    }

    @Test
    void anIntendedStartIsNeverAfterTheStart() {
        clock.waitUntil(1_000 * MILLI);

        LineTimes.Times mapped = times.map(line("990", "999", "995"));

        assertThat(mapped.intended()).isEqualTo(mapped.sent());
    }

    private static AttemptLine line(String start, String end, String intended) {
        return new AttemptLine(
                new BigDecimal(start),
                new BigDecimal(end),
                Optional.ofNullable(intended).map(BigDecimal::new),
                Outcome.OK,
                AttemptReason.NONE,
                "",
                Optional.empty(),
                "",
                0);
    }
}

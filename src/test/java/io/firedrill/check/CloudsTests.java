package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import org.junit.jupiter.api.Test;

/** Times are whole seconds here; our JVM stood still from 10 to 20 s and from 50 to 60 s. */
class CloudsTests {

    @Test
    void timeIsCloudedWhereAnyInstantOfItIs() {
        Clouds clouds = of(stalls());

        assertThat(over(clouds, 0, 10)).isFalse();
        assertThat(over(clouds, 0, 11)).isTrue();
        assertThat(over(clouds, 14, 16)).isTrue();
        assertThat(over(clouds, 19, 30)).isTrue();
        assertThat(over(clouds, 20, 50)).isFalse();
        assertThat(over(clouds, 20, 51)).isTrue();
        assertThat(over(clouds, 60, 99)).isFalse();
    }

    @Test
    void onlyAStallOfTheJvmIsAStallAndASlowControlJourneyACloud() {
        JournalDsl slow = stalls().attempt(Event.Attempt.CONTROL, 30, 32, AttemptReason.NONE)
                .attempt(Event.Attempt.CONTROL, 40, 40.5, AttemptReason.TIMEOUT)
                .attempt(Event.Attempt.CONTROL, 70, 71, AttemptReason.NONE);
        Clouds clouds = of(slow);

        assertThat(over(clouds, 31, 33)).isTrue();
        assertThat(over(clouds, 40, 41)).isTrue();
        assertThat(over(clouds, 70, 71)).as("exactly as long as it may take").isFalse();
        assertThat(clouds.stalled(nanos(31), nanos(33))).isFalse();
        assertThat(clouds.stalled(nanos(0), nanos(10))).isFalse();
        assertThat(clouds.stalled(nanos(0), nanos(11))).isTrue();
        assertThat(clouds.stalled(nanos(20), nanos(50))).isFalse();
        assertThat(clouds.stalled(nanos(60), nanos(70))).isFalse();
    }

    @Test
    void stallOfAQuarterOfASecondOrLessIsACloudButNoStall() {
        Clouds clouds = of(journal().event(0, stall(10, 10.25)).event(0, stall(20, 20.251)));

        assertThat(over(clouds, 10, 11)).isTrue();
        assertThat(clouds.stalled(nanos(10), nanos(11))).isFalse();
        assertThat(clouds.stalled(nanos(20), nanos(21))).isTrue();
    }

    @Test
    void clearTimeIsWhatTheCloudsLeave() {
        Clouds clouds = of(stalls());

        assertThat(clouds.clear(nanos(0), nanos(30))).isEqualTo(nanos(20));
        assertThat(clouds.clear(nanos(15), nanos(25))).isEqualTo(nanos(5));
        assertThat(clouds.clear(nanos(5), nanos(15))).isEqualTo(nanos(5));
        assertThat(clouds.clear(nanos(12), nanos(18))).isZero();
        assertThat(clouds.clear(nanos(20), nanos(50))).isEqualTo(nanos(30));
        assertThat(clouds.clear(nanos(0), nanos(70))).isEqualTo(nanos(50));
    }

    @Test
    void onlyClearTimeCounts() {
        Clouds clouds = of(stalls());

        assertThat(reach(clouds, 0, 10)).isEqualTo(10);
        assertThat(reach(clouds, 0, 11)).isEqualTo(21);
        assertThat(reach(clouds, 15, 5)).isEqualTo(25);
        assertThat(reach(clouds, 0, 41)).isEqualTo(61);
        assertThat(reach(clouds, 60, 7)).isEqualTo(67);
    }

    @Test
    void cloudsThatTouchOrOverlapAreOne() {
        Clouds clouds = of(
                stalls().event(0, stall(12, 15)).event(0, stall(20, 25)).event(0, stall(24, 30)));

        assertThat(reach(clouds, 0, 11)).isEqualTo(31);
        assertThat(over(clouds, 16, 18))
                .as("after the one inside, within the outer")
                .isTrue();
        assertThat(over(clouds, 29, 31)).isTrue();
        assertThat(over(clouds, 30, 31)).isFalse();
    }

    /** Counted from a second before: 2 s of 4 s are more than a quarter, 1 s of 4 s is not. */
    @Test
    void machineIsStarvedWhereMoreThanAQuarterOfATimeIsClouded() {
        Clouds clouds = of(stalls());

        assertThat(starved(clouds, 9, 12)).isTrue();
        assertThat(starved(clouds, 8, 11)).isFalse();
        assertThat(starved(clouds, 20.5, 20.75))
                .as("what waited is still there")
                .isTrue();
        assertThat(starved(clouds, 21, 24)).isFalse();
        assertThat(starved(clouds.shared(), 9, 12)).as("judged by each stall").isFalse();
    }

    private static boolean starved(Clouds clouds, double begin, double end) {
        return clouds.starved(nanos(begin), nanos(end));
    }

    private static JournalDsl stalls() {
        return journal().event(0, stall(50, 60)).event(0, stall(10, 20));
    }

    private static Event stall(double begin, double end) {
        return new Event.HarnessStalled(nanos(begin), nanos(end));
    }

    private static Clouds of(JournalDsl told) {
        Journal journal = told.build();
        return Clouds.of(journal, Attempts.of(journal, Event.Attempt.CONTROL), nanos(1));
    }

    private static boolean over(Clouds clouds, double begin, double end) {
        return clouds.over(nanos(begin), nanos(end));
    }

    private static double reach(Clouds clouds, double begin, double clear) {
        return Figures.seconds(clouds.reach(nanos(begin), nanos(clear)));
    }
}

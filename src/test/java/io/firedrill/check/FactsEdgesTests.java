package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.journal.Phase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read from a journal besides verdicts, where the readings are easily taken wrong. */
class FactsEdgesTests {

    @Test
    void drillBeginsWithItsFirstEntryWhateverItsClockSays() {
        Journal journal = journal()
                .event(100, new Event.PhaseEntered(Phase.BASELINE, "up"))
                .served("transfer", 100, 103)
                .ended(103)
                .build();

        DrillFacts facts = DrillFacts.of(Scenarios.primaryLost(), journal);

        assertThat(facts.begin()).isEqualTo(nanos(100));
        assertThat(facts.lasted()).isEqualTo(Duration.ofSeconds(3));
        assertThat(facts.journeys().get(0).curve().points())
                .extracting(Curve.Point::second)
                .containsExactly(0L, 1L, 2L);
        assertThat(facts.journeys().get(0).boundNanos()).isEqualTo(nanos(0.02));
    }

    @Test
    void momentsAreThoseOfTheirFirstEntries() {
        Moments moments = Moments.of(journal()
                .event(3, new Event.PhaseEntered(Phase.BASELINE, "up"))
                .event(7, new Event.BaselineJudged(true, "", Map.of()))
                .event(8, new Event.BaselineJudged(false, "", Map.of()))
                .build());

        assertThat(moments.begin()).isEqualTo(nanos(3));
        assertThat(moments.baselineJudged()).hasValue(nanos(7));
        assertThat(Moments.of(journal().build()).baselineJudged()).isEmpty();
        assertThat(moments.observedUntil()).isEqualTo(nanos(8));
    }

    @Test
    void faultsEndOnceEveryOneThatWasAppliedIsHealed() {
        Event never = new Event.FaultIntended("never", "pause", "db2", "db2", Map.of());
        JournalDsl told = journal().fault("one").on(10, 20);

        assertThat(Faults.of(told.event(12, never).build()).end()).hasValue(nanos(20.001));
        assertThat(Faults.of(told.fault("two").at(15).build()).end()).isEmpty();
        assertThat(Faults.of(told.event(30, new Event.FaultHealed("two", 5, 6, null))
                                .build())
                        .end())
                .hasValue(nanos(20.001));
    }

    @Test
    void firstFaultIsTheOneThatTookEffectFirst() {
        Journal journal = journal()
                .event(9, new Event.FaultIntended("later", "pause", "db2", "db2", Map.of()))
                .event(20, new Event.FaultApplied("later", nanos(19), nanos(20)))
                .fault("earlier")
                .at(10)
                .build();

        assertThat(Faults.of(journal).first()).contains(new Interval(nanos(10), nanos(10.001)));
    }

    /** The slowest served one of the baseline's own stretch, from 1 s to 6 s, took 50 ms. */
    @Test
    void healthyMeansTheBaselinesOwnStretchAndNoWarmUp() {
        JournalDsl told = journal()
                .event(0, new Event.PhaseEntered(Phase.BASELINE, "up"))
                .attempt("transfer", 0.9, 1.4, AttemptReason.NONE)
                .attempt("transfer", 2, 2.05, AttemptReason.NONE)
                .attempt("transfer", 3, 3.4, AttemptReason.TIMEOUT)
                .event(6, new Event.BaselineJudged(true, "", Map.of()));

        assertThat(bound(told)).isEqualTo(nanos(0.101));
    }

    @Test
    void healthyEndsWithTheFirstFault() {
        JournalDsl atTheFault = healthy().attempt("transfer", 9.9, 10, AttemptReason.NONE);
        JournalDsl after = healthy().attempt("transfer", 9.9, 10.001, AttemptReason.NONE);
        JournalDsl late = healthy().attempt("transfer", 11, 11.4, AttemptReason.NONE);

        assertThat(bound(atTheFault)).isEqualTo(nanos(0.201));
        assertThat(bound(after)).isEqualTo(nanos(0.02));
        assertThat(bound(late)).isEqualTo(nanos(0.02));
    }

    @Test
    void boundIsNeverMoreThanTheDeadline() {
        assertThat(bound(healthy().attempt("transfer", 8, 8.7, AttemptReason.NONE)))
                .isEqualTo(nanos(1));
    }

    private static JournalDsl healthy() {
        return journal().healthy().served("transfer", 0, 5);
    }

    private static long bound(JournalDsl told) {
        Journal journal = told.fault("lost host").on(10, 30).build();
        return JourneyMeasure.of("transfer", Scenarios.primaryLost(), journal, Faults.of(journal))
                .bound();
    }
}

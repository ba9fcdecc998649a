package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HealthySilenceTests {
    private static final Scenario SCENARIO = Scenarios.primaryLost(Scenarios.recovery(30));
    private static final Offset<Double> SPACING = within(0.0201);

    @Test
    void oneSlowAnswerAmongQuickOnesIsNoSilence() {
        Journal journal = journal()
                .healthy()
                .served("transfer", 0, 10)
                .attempt("transfer", 2.011, 2.411, AttemptReason.NONE)
                .fault("lost host")
                .at(10)
                .build();

        assertThat(seconds(measure(journal).bound())).isEqualTo(0.801);
        assertThat(seconds(measure(journal).silence())).isEqualTo(0.0150);
    }

    @Test
    void standstillOfAllCustomersIsOne() {
        assertThat(seconds(
                        measure(standstill().fault("lost host").at(10).build()).silence()))
                .isEqualTo(0.306);
    }

    @Test
    void standstillOfOurOwnIsNone() {
        Journal journal = standstill()
                .event(2.31, new Event.HarnessStalled(nanos(2), nanos(2.299)))
                .fault("lost host")
                .at(10)
                .build();

        assertThat(seconds(measure(journal).silence())).isCloseTo(0.006, within(0.001));
    }

    @Test
    void fewerThanTwoHundredAttemptsAreTooFewToTell() {
        Journal journal = journal()
                .healthy()
                .served("transfer", 1.1, 5)
                .attempt("transfer", 2.011, 2.411, AttemptReason.NONE)
                .fault("lost host")
                .at(5.01)
                .build();

        assertThat(measure(journal).silence()).isEqualTo(measure(journal).bound());
    }

    @Test
    void placesTheImpactOfASilentOutageWhereOneSlowAnswerMadeTheBoundLong() {
        Journal journal = slowOnce()
                .failing("transfer", new Interval(nanos(10), nanos(20)), AttemptReason.TIMEOUT, 1)
                .served("transfer", 20, 30)
                .fault("lost host")
                .at(9.99)
                .build();

        Interval impact = outage(journal).impact();

        assertThat(impact.contains(nanos(10))).isTrue();
        assertThat(seconds(impact.hi())).isCloseTo(10.006, SPACING);
    }

    @Test
    void silenceAmongCustomersWhoAreAnsweredLeavesTheImpactToTheLongBound() {
        JournalDsl journal = slowOnce();
        for (double at = 10; at < 20; at += JournalDsl.SPACING) {
            journal.attempt("transfer", at, at + 1, AttemptReason.TIMEOUT);
            if (at < 10.3) {
                journal.attempt("transfer", at + 0.004, at + 0.010, AttemptReason.NONE);
            }
        }
        Journal built =
                journal.served("transfer", 20, 30).fault("lost host").at(9.99).build();

        assertThat(seconds(outage(built).impact().hi())).isCloseTo(10.315, SPACING);
    }

    @Test
    void placesTheThawOfAFrozenSystemAtItsFirstAnswer() {
        JournalDsl journal = slowOnce();
        for (double at = 10; at < 12; at += JournalDsl.SPACING) {
            boolean waits = at + 1.5 > 12;
            journal.attempt(
                    "transfer",
                    at,
                    waits ? 12.004 + (at - 10.5) / 100 : at + 1.5,
                    waits ? AttemptReason.NONE : AttemptReason.TIMEOUT);
        }
        Journal built = journal.served("transfer", 12.04, 20)
                .fault("lost host")
                .at(9.99)
                .build();

        Interval recovered = outage(built).recovered().orElseThrow();

        assertThat(recovered.contains(nanos(12))).isTrue();
        assertThat(seconds(recovered.width())).isLessThan(0.05);
    }

    @Test
    void hiccupOfTheWholeSystemInWhichNobodyFailedIsNoOutage() {
        JournalDsl journal = journal().healthy().served("transfer", 0, 12);
        for (double at = 12; at < 12.08; at += JournalDsl.SPACING) {
            journal.attempt("transfer", at, 12.09, AttemptReason.NONE);
        }
        Journal built =
                journal.served("transfer", 12.1, 20).fault("lost host").at(10).build();

        assertThat(measure(built).outages(Duration.ofSeconds(5), false)).isEmpty();
    }

    @Test
    void hiccupRightAfterTheRecoveryIsHeldInTheIntervalButDoesNotDecideIt() {
        JourneyMeasure measure = backFor(0.5);

        assertThat(recovered(measure, false).hi()).isLessThan(nanos(15.1));
        assertThat(recovered(measure, true).hi()).isGreaterThan(nanos(15.5 + 0.5));
    }

    @Test
    void hiccupOfASystemThatWasBackForLongerThanItLastedIsBusynessNotTheOutage() {
        JourneyMeasure measure = backFor(2);

        assertThat(recovered(measure, true)).isEqualTo(recovered(measure, false));
    }

    @Test
    void hiccupsOneAfterTheOtherMayBeTheOutageAsLongAsTheyAreMostOfTheTime() {
        JournalDsl journal = journal()
                .healthy()
                .served("transfer", 0, 10)
                .refused("transfer", 10, 15)
                .served("transfer", 15, 15.05);
        for (double at = 15.05; at < 25; at += 0.5) {
            waiting(journal, at, at + 0.45);
        }
        journal.served("transfer", 25, 40);

        assertThat(recovered(measure(journal.fault("lost host").at(9.99).build()), true)
                        .hi())
                .isGreaterThan(nanos(24.5));
    }

    /** Refused until 15, then served for some seconds, then everybody waits for 0.8 s. */
    private static JourneyMeasure backFor(double seconds) {
        double wait = 15 + seconds;
        JournalDsl journal = slowOnce()
                .refused("transfer", 10, 15)
                .served("transfer", 15, wait)
                .served("transfer", wait + 0.82, 30);
        waiting(journal, wait, wait + 0.81);
        return measure(journal.fault("lost host").at(9.99).build());
    }

    private static void waiting(JournalDsl journal, double from, double until) {
        for (double at = from; at < until - 0.01; at += JournalDsl.SPACING) {
            journal.attempt("transfer", at, until, AttemptReason.NONE);
        }
    }

    private static Interval recovered(JourneyMeasure measure, boolean doubtful) {
        return measure.outages(Duration.ofSeconds(5), doubtful)
                .get(0)
                .recovered()
                .orElseThrow();
    }

    private static JournalDsl slowOnce() {
        return journal()
                .healthy()
                .served("transfer", 0, 10)
                .attempt("transfer", 2.011, 2.411, AttemptReason.NONE);
    }

    /** Nobody is answered between 2 s and 2.305 s. */
    private static JournalDsl standstill() {
        JournalDsl journal = journal().healthy().served("transfer", 0, 2);
        for (double at = 2; at < 2.3; at += JournalDsl.SPACING) {
            journal.attempt("transfer", at, 2.305, AttemptReason.NONE);
        }
        return journal.served("transfer", 2.301, 10);
    }

    private static JourneyMeasure measure(Journal journal) {
        return JourneyMeasure.of("transfer", SCENARIO, journal, Faults.of(journal));
    }

    private static Outage outage(Journal journal) {
        List<Outage> outages = measure(journal).outages(Duration.ofSeconds(5), false);
        assertThat(outages).hasSize(1);
        return outages.get(0);
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}

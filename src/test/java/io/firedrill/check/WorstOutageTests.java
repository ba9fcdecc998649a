package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static io.firedrill.check.RecoveryCheckTests.judge;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Journal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of several outages the right one decides. The limit is 5 s where nothing else is said. */
class WorstOutageTests {

    @Test
    void tooLateGoesBeforeNotSeenToEnd() {
        assertThat(judge(outages(10, 16, 30, 32), 5).reason()).contains(Reason.RECOVERED_TOO_LATE);
    }

    @Test
    void notSeenToEndGoesBeforeRecoveredInTime() {
        assertThat(judge(outages(10, 13, 30, 31), 5).reason()).contains(Reason.NOT_MEASURED);
    }

    @Test
    void whatMayJustHaveBeenInTimeIsNotSurelyRed() {
        Journal journal = outages(10, 13, 30, 31);
        long took = measured(journal).get(0).duration().orElseThrow().lo();

        assertThat(judge(journal, Figures.seconds(took)).reason()).contains(Reason.NOT_MEASURED);
        assertThat(judge(journal, Figures.seconds(took - 1)).reason())
                .contains(Reason.RECOVERED_TOO_LATE);
    }

    @Test
    void ofTwoThatAreRedTheOneThatNeverEndedGoesBeforeTheOtherHoweverLong() {
        assertThat(judge(outages(10, 19, 30, 36), 5).reason()).contains(Reason.NOT_RECOVERED);
    }

    @Test
    void ofTwoThatRecoveredTheLongerOneDecides() {
        Journal first = dark(dark(journal().healthy(), 0, 10, 14), 14, 22, 23)
                .served("transfer", 23, 40)
                .fault("lost host")
                .on(10, 35)
                .build();
        Journal second = dark(dark(journal().healthy(), 0, 10, 11), 11, 22, 26)
                .served("transfer", 26, 40)
                .fault("lost host")
                .on(10, 35)
                .build();

        assertThat(judge(first, 5).measured().orElseThrow().high()).isBetween(4.0, 4.1);
        assertThat(judge(second, 5).measured().orElseThrow().high()).isBetween(4.0, 4.1);
    }

    @Test
    void healedOneGoesBeforeALongerOneInTime() {
        Journal journal = dark(dark(journal().healthy(), 0, 10, 13), 13, 22, 24)
                .served("transfer", 24, 40)
                .fault("lost host")
                .on(10, 23)
                .build();

        assertThat(judge(journal, 5).reason()).contains(Reason.RECOVERED_BY_HEAL);
    }

    @Test
    void answersThatAreAllLateAtTheEndAreCutOffOnlyUpToTheHold() {
        assertThat(judge(frozen(34.5), 20).status()).isEqualTo(Verdict.Status.PASS);
        assertThat(judge(frozen(36), 20).reason()).contains(Reason.NOT_MEASURED);
    }

    @Test
    void oneFailureAmongTheLateAnswersIsNotCutOff() {
        Journal journal = late(34.5)
                .attempt("transfer", 34, 34.01, AttemptReason.STATUS)
                .fault("lost host")
                .on(10, 20)
                .build();

        assertThat(judge(journal, 20).reason()).contains(Reason.NOT_MEASURED);
    }

    @Test
    void lateAnswersForExactlyTheHoldAreCutOff() {
        long impact = measured(frozen(34.5)).get(1).impact().hi();
        double last = Figures.seconds(impact + nanos(5));

        assertThat(judge(lateUntil(last), 20).status()).isEqualTo(Verdict.Status.PASS);
        assertThat(judge(lateUntil(last + 1e-9), 20).reason()).contains(Reason.NOT_MEASURED);
    }

    private static Journal lateUntil(double last) {
        JournalDsl told = dark(journal().healthy(), 0, 10, 11).served("transfer", 11, 30);
        for (double at = 30; at < 35; at += JournalDsl.SPACING) {
            told.attempt("transfer", at, 36, AttemptReason.NONE);
        }
        return told.attempt("transfer", last, 36, AttemptReason.NONE)
                .attempt("transfer", last, 36, AttemptReason.NONE)
                .fault("lost host")
                .on(10, 20)
                .build();
    }

    private static List<Outage> measured(Journal journal) {
        return JourneyMeasure.of("transfer", Scenarios.primaryLost(), journal, Faults.of(journal))
                .outages(Duration.ofSeconds(5), false);
    }

    private static Journal frozen(double until) {
        return late(until).fault("lost host").on(10, 20).build();
    }

    /** An outage from 10 to 11 s; and who sets out from 30 s on is answered at once at the end. */
    private static JournalDsl late(double until) {
        JournalDsl told = dark(journal().healthy(), 0, 10, 11).served("transfer", 11, 30);
        for (double at = 30; at < until - 0.001; at += JournalDsl.SPACING) {
            told.attempt("transfer", at, until, AttemptReason.NONE);
        }
        return told;
    }

    /** Dark twice, the second time to the end; healed in between. */
    private static Journal outages(double dark, double light, double again, double end) {
        return dark(dark(journal().healthy(), 0, dark, light), light, again, end)
                .fault("lost host")
                .on(10, 25)
                .build();
    }

    private static JournalDsl dark(JournalDsl told, double served, double from, double until) {
        return told.served("transfer", served, from).refused("transfer", from, until);
    }
}

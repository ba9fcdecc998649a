package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What proves darkness; the fault is at 10 s, and a healthy system answers within 20 ms. */
class DarknessTests {

    @Test
    void lateAnswersAreDarkOnlyWhereThreeWaitedTogether() {
        assertThat(late(0, 10, 20)).as("three").isEqualTo(3);
        assertThat(late(0, 10)).as("two").isZero();
        assertThat(late(0, 10, 20, 30, 40, 50)).as("six").isEqualTo(6);
    }

    /** Gives how many of those that set out so many ms after 20 s and are answered at 20.2 s. */
    private static int late(int... millis) {
        JournalDsl told = journal();
        for (int sent : millis) {
            told.attempt("transfer", 20 + sent / 1000.0, 20.2, AttemptReason.NONE);
        }
        return misses(told);
    }

    @Test
    void answerWithinATenthOfASecondIsNotLate() {
        assertThat(misses(three(20, 20.1))).as("0.1, 0.09 and 0.08 s").isZero();
        assertThat(misses(three(20, 20.1 + 1e-9))).as("0.1 s and a nanosecond").isEqualTo(1);
    }

    @Test
    void whoIsAnsweredAtTheVeryEndOfTheSilenceWasWaiting() {
        JournalDsl told = journal()
                .attempt("transfer", 20, 20.2, AttemptReason.NONE)
                .attempt("transfer", 20.01, 20.1, AttemptReason.NONE)
                .attempt("transfer", 20.02, 20.1, AttemptReason.NONE);

        assertThat(misses(told)).isEqualTo(1);
    }

    @Test
    void whoIsAnsweredBeforeTheEndOfTheSilenceEndsIt() {
        JournalDsl told = journal()
                .attempt("transfer", 20, 20.2, AttemptReason.NONE)
                .attempt("transfer", 20.01, 20.2, AttemptReason.NONE)
                .attempt("transfer", 20.02, 20.1 - 1e-9, AttemptReason.NONE)
                .attempt("transfer", 20.025, 20.2, AttemptReason.NONE);

        assertThat(misses(told)).isZero();
    }

    @Test
    void whoSetsOutAtTheEndOfTheSilenceDidNotWait() {
        JournalDsl told = journal()
                .attempt("transfer", 20, 20.15, AttemptReason.NONE)
                .attempt("transfer", 20.1, 20.3, AttemptReason.NONE)
                .attempt("transfer", 20.1, 20.3, AttemptReason.NONE);

        assertThat(misses(told)).isZero();
    }

    @Test
    void silenceBeforeTheFaultIsNoneOfIt() {
        assertThat(misses(journal().attempt("transfer", 9.5, 10.5, AttemptReason.TIMEOUT)))
                .as("dark by 9.52 s")
                .isZero();
        assertThat(misses(journal().attempt("transfer", 9.98, 10.5, AttemptReason.TIMEOUT)))
                .as("dark by 10 s")
                .isZero();
        assertThat(misses(journal().attempt("transfer", 9.981, 10.5, AttemptReason.TIMEOUT)))
                .as("dark by 10.001 s")
                .isEqualTo(1);
    }

    @Test
    void whatTheHarnessFailedAtIsUndecidedAndWhatWasServedIsNot() {
        assertThat(undecided(journal(), attempt(20, 20.1, AttemptReason.HARNESS)))
                .isTrue();
        assertThat(undecided(stalled(), attempt(20.2, 20.3, AttemptReason.NONE)))
                .isFalse();
    }

    @Test
    void answeredFailureIsUndecidedOnlyWhileOurJvmStoodStill() {
        assertThat(undecided(stalled(), attempt(20.2, 20.3, AttemptReason.STATUS)))
                .isTrue();
        assertThat(undecided(stalled(), attempt(15, 15.1, AttemptReason.STATUS)))
                .isFalse();
        assertThat(undecided(slowControl(), attempt(20.2, 20.3, AttemptReason.STATUS)))
                .as("the control journey was slow")
                .isFalse();
    }

    @Test
    void silenceIsUndecidedWhereItHadNoClearTimeToBeAnsweredIn() {
        assertThat(undecided(slowControl(), attempt(20, 20.9, AttemptReason.TIMEOUT)))
                .isTrue();
        assertThat(undecided(slowControl(), attempt(20.5, 21.5, AttemptReason.TIMEOUT)))
                .as("clear from 21 s on")
                .isFalse();
        assertThat(undecided(slowControl(), attempt(15, 16, AttemptReason.TIMEOUT)))
                .isFalse();
    }

    @Test
    void clearTimeOfExactlyTheHealthyBoundIsEnough() {
        JournalDsl shortly =
                journal().event(20.01, new Event.HarnessStalled(nanos(20), nanos(20.01)));

        assertThat(undecided(shortly, attempt(20, 20.03, AttemptReason.TIMEOUT)))
                .isFalse();
        assertThat(undecided(shortly, attempt(20, 20.03 - 1e-9, AttemptReason.TIMEOUT)))
                .isTrue();
    }

    @Test
    void silenceIsUndecidedWhereMoreThanHalfOfItWasClouded() {
        assertThat(undecided(slowControl(), attempt(20, 22, AttemptReason.TIMEOUT)))
                .isFalse();
        assertThat(undecided(slowControl(), attempt(20, 22 - 2e-9, AttemptReason.TIMEOUT)))
                .isTrue();
    }

    @Test
    void silenceWithoutACloudMayFallShortOfTheBoundByAQuarter() {
        assertThat(undecided(journal(), attempt(20, 20.015, AttemptReason.TIMEOUT)))
                .isFalse();
        assertThat(undecided(journal(), attempt(20, 20.015 - 1e-9, AttemptReason.TIMEOUT)))
                .isTrue();
    }

    private static JournalDsl three(double from, double answered) {
        return journal()
                .attempt("transfer", from, answered, AttemptReason.NONE)
                .attempt("transfer", from + 0.01, answered, AttemptReason.NONE)
                .attempt("transfer", from + 0.02, answered, AttemptReason.NONE);
    }

    private static JournalDsl stalled() {
        return journal().event(21, new Event.HarnessStalled(nanos(20), nanos(21)));
    }

    private static JournalDsl slowControl() {
        return journal().attempt(Event.Attempt.CONTROL, 20, 21, AttemptReason.NONE);
    }

    private static Event.Attempt attempt(double sent, double end, AttemptReason reason) {
        return Attempts.of(journal().attempt("x", sent, end, reason).build(), "x")
                .get(0);
    }

    private static boolean undecided(JournalDsl told, Event.Attempt attempt) {
        return measure(told).undecided(attempt);
    }

    private static int misses(JournalDsl told) {
        List<Outage> outages = measure(told).outages(Duration.ofSeconds(5), true);
        return outages.stream().mapToInt(Outage::misses).sum();
    }

    private static JourneyMeasure measure(JournalDsl told) {
        Journal journal = told.fault("lost host").at(10).build();
        return JourneyMeasure.of("transfer", Scenarios.primaryLost(), journal, Faults.of(journal));
    }
}

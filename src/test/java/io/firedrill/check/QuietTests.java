package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Journal;
import org.junit.jupiter.api.Test;

/** A healthy system answers within L = 20 ms; and somebody within B, 6 ms where that is known. */
class QuietTests {
    private static final long LATENCY = nanos(0.02);
    private static final Interval HEALTHY = new Interval(0, nanos(10));
    private static final Interval KNOWN = new Interval(nanos(20), nanos(21));

    @Test
    void darkWithinTheShorterBoundWhereNobodyWasServedWithinIt() {
        assertThat(darkBy(answeredAt(nanos(20.006)))).isEqualTo(nanos(20.02));
        assertThat(darkBy(answeredAt(nanos(20.006) + 1))).isEqualTo(nanos(20.006));
    }

    /** One is sent at 20 s and fails, the next one is answered then. */
    private static JournalDsl answeredAt(long nanos) {
        return healthy()
                .attempt("transfer", 20, 20.5, AttemptReason.TIMEOUT)
                .attempt("transfer", 20.001, Figures.seconds(nanos), AttemptReason.NONE);
    }

    private static long darkBy(JournalDsl told) {
        return of(told, HEALTHY).darkBy(250);
    }

    @Test
    void firstAttemptOfAllIsNoException() {
        JournalDsl told = journal()
                .attempt("transfer", 0, 0.5, AttemptReason.TIMEOUT)
                .served("transfer", 1, 6);

        Interval healthy = new Interval(nanos(1), nanos(6));

        assertThat(of(told, healthy).darkBy(0)).isEqualTo(nanos(0.006));
    }

    @Test
    void shorterBoundIsKnownFromTwoHundredAttemptsOn() {
        JournalDsl told = journal().served("transfer", 0, 3.99);

        assertThat(silence(told, nanos(3.985)))
                .as("the last answer of 200")
                .isEqualTo(nanos(0.006));
        assertThat(silence(told, nanos(3.985) - 1)).as("199").isEqualTo(LATENCY);
    }

    private static long silence(JournalDsl told, long healthyUntil) {
        Attempts attempts = Attempts.of(told.build(), "transfer");
        return HealthySilence.of(attempts, new Interval(0, healthyUntil), clouds(told), LATENCY)
                .bound();
    }

    @Test
    void lastOneWhoWaitedInSilenceTellsThatItWasStillDark() {
        assertThat(lastDark(waiting(20.5), KNOWN, 0)).isEqualTo(nanos(20.5));
        assertThat(lastDark(waiting(20.5, 20.7), KNOWN, 0)).isEqualTo(nanos(20.7));
        assertThat(lastDark(waiting(19.5), KNOWN, 0)).as("known already").isEqualTo(nanos(20));
        assertThat(lastDark(journal(), KNOWN, 0)).as("nobody").isEqualTo(nanos(20));
    }

    @Test
    void whoMayStillHaveBeenAnsweredInTimeTellsNothing() {
        assertThat(lastDark(waiting(20.99), KNOWN, 0)).isEqualTo(nanos(20));
        assertThat(lastDark(waiting(20.98), KNOWN, 0))
                .as("in the last moment")
                .isEqualTo(nanos(20));
        assertThat(lastDark(waiting(20.979), KNOWN, 0)).isEqualTo(nanos(20.979));
        assertThat(lastDark(waiting(20.5, 20.99), KNOWN, 0)).isEqualTo(nanos(20.5));
    }

    @Test
    void oneAnswerMeansThatItWasNoSilence() {
        JournalDsl first = waiting(20.5).attempt("transfer", 20.4, 20.51, AttemptReason.NONE);
        JournalDsl own = waiting(20.5).attempt("transfer", 20.501, 20.51, AttemptReason.NONE);

        assertThat(lastDark(first, KNOWN, 0)).isEqualTo(nanos(20));
        assertThat(lastDark(own, KNOWN, 0)).isEqualTo(nanos(20));
    }

    @Test
    void silenceIsAskedForOnlyOnceItIsAnOutageByItself() {
        Interval bound = new Interval(nanos(20), nanos(20.1));
        Interval more = new Interval(nanos(20), nanos(20.1) + 1);
        JournalDsl told = healthy().attempt("transfer", 20.01, 21.1, AttemptReason.NONE);

        assertThat(of(told, HEALTHY).lastDark(bound, 0)).isEqualTo(nanos(20));
        assertThat(of(told, HEALTHY).lastDark(more, 0)).isEqualTo(nanos(20.01));
    }

    /** The chance that nine of a half-dark system all meet the dark half is 1/512. */
    @Test
    void silenceOfAHalfDarkSystemNeedsSoManyThatItIsNoChance() {
        assertThat(lastDark(crowd(9), KNOWN, 0.5)).isEqualTo(nanos(20));
        assertThat(lastDark(crowd(10), KNOWN, 0.5)).isEqualTo(nanos(20.97));
        assertThat(lastDark(crowd(1), KNOWN, 0)).isEqualTo(nanos(20.97));
    }

    /** So many set out within 10 ms from 20.97 s on, the last of them too late to tell. */
    private static JournalDsl crowd(int count) {
        JournalDsl told = waiting(20.97);
        for (int one = 1; one < count; one++) {
            told.attempt("transfer", 20.98 + one / 10_000.0, 21.1, AttemptReason.NONE);
        }
        return told;
    }

    private static JournalDsl waiting(double... sent) {
        JournalDsl told = journal();
        for (double at : sent) {
            told.attempt("transfer", at, 21.1, AttemptReason.NONE);
        }
        return told;
    }

    private static JournalDsl healthy() {
        return journal().served("transfer", 0, 5);
    }

    private static long lastDark(JournalDsl told, Interval known, double share) {
        return of(told, HEALTHY).lastDark(known, share);
    }

    private static Quiet of(JournalDsl told, Interval healthy) {
        Attempts attempts = Attempts.of(told.build(), "transfer");
        Clouds clouds = clouds(told);
        return new Quiet(
                attempts,
                new Light(attempts, LATENCY),
                clouds,
                HealthySilence.of(attempts, healthy, clouds, LATENCY));
    }

    private static Clouds clouds(JournalDsl told) {
        Journal journal = told.build();
        return Clouds.of(journal, Attempts.of(journal, "none"), LATENCY);
    }
}

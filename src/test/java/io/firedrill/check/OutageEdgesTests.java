package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Journal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where an outage begins and ends; the fault is at 10 s, and a recovery must hold for 5 s. */
class OutageEdgesTests {

    @Test
    void recoveryHasHeldFromNearlyTheHoldOn() {
        assertThat(only(lightFor(4.75)).recovered()).isPresent();
        assertThat(only(lightFor(4.749)).recovered()).isEmpty();
    }

    /** Dark from 10 to 20 s; the first answer is at 20.005 s, the last sending so much later. */
    private static JournalDsl lightFor(double seconds) {
        double last = 20.005 + seconds;
        return dark().served("transfer", 20, last)
                .attempt("transfer", last, last + 0.005, AttemptReason.NONE);
    }

    /** Nobody set out from 20 to 23 s, so that time is neither dark nor light. */
    @Test
    void holdCountsFromTheFirstAnswerAndNotFromTheLastMiss() {
        assertThat(only(dark().served("transfer", 23, 27)).recovered()).isEmpty();
        assertThat(only(dark().served("transfer", 23, 28)).recovered())
                .contains(new Interval(nanos(19.98), nanos(23.005)));
    }

    @Test
    void laterDarknessAfterAHoldIsAnOutageOfItsOwn() {
        JournalDsl told = dark().served("transfer", 20, 24.7).refused("transfer", 24.7, 25);

        assertThat(outages(told)).hasSize(1);
        JournalDsl held = dark().served("transfer", 20, 24.8).refused("transfer", 24.8, 25);
        assertThat(outages(held)).hasSize(2);
        assertThat(outages(held)).extracting(Outage::misses).containsExactly(500, 10);
    }

    /**
     * Every other one was refused: ten served in a row are chance once in 1,000 times, nine more
     * often.
     */
    @Test
    void halfAnOutageIsOverWithTheTenthAnswerInARow() {
        JournalDsl told = journal().healthy().served("transfer", 0, 10);
        for (int at = 0; at < 500; at++) {
            double sent = 10 + at * 0.02;
            told.attempt(
                    "transfer",
                    sent,
                    sent + 0.005,
                    at % 2 == 0 ? AttemptReason.REFUSED : AttemptReason.NONE);
        }
        Outage outage = only(told.served("transfer", 20, 30));

        assertThat(outage.lastDark()).isEqualTo(nanos(19.96));
        assertThat(outage.recovered())
                .as("19.98 s and nine more, 20 ms apart")
                .contains(new Interval(nanos(19.96), nanos(20.165)));
        assertThat(outage.impact().lo())
                .as("ten before the first miss, or the fault")
                .isEqualTo(nanos(10));
    }

    private static JournalDsl dark() {
        return journal().healthy().served("transfer", 0, 10).refused("transfer", 10, 20);
    }

    private static Outage only(JournalDsl told) {
        List<Outage> outages = outages(told);
        assertThat(outages).hasSize(1);
        return outages.get(0);
    }

    private static List<Outage> outages(JournalDsl told) {
        Journal journal = told.fault("lost host").at(10).build();
        return JourneyMeasure.of("transfer", Scenarios.primaryLost(), journal, Faults.of(journal))
                .outages(Duration.ofSeconds(5), false);
    }
}

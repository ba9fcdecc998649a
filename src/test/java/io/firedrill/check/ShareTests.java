package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Shares of the time from 10 to 20 s, of which the plan has so many attempts a second. */
class ShareTests {
    private static final Interval TIME = new Interval(nanos(10), nanos(20));

    @Test
    void attemptsCountByWhenTheyWereToSetOutTheEndExcluded() {
        JournalDsl told = journal();
        for (double at : List.of(9.9, 10.0, 15.0, 19.9, 20.0)) {
            told.attempt("transfer", at, at + 0.005, AttemptReason.NONE);
        }
        told.attempt("transfer", 16, 16.1, AttemptReason.STATUS);

        assertThat(share(told, 0)).isEqualTo(new Share(3, 1, 0, 0));
    }

    @Test
    void droppedOnesAreNotKnownWhereTheyMayBelongToTheTime() {
        assertThat(dropped("transfer", nanos(8), nanos(10))).isEqualTo(7);
        assertThat(dropped("transfer", nanos(8), nanos(10) - 1)).isZero();
        assertThat(dropped("transfer", nanos(20) - 1, nanos(22))).isEqualTo(7);
        assertThat(dropped("transfer", nanos(20), nanos(22))).isZero();
        assertThat(dropped("balance", nanos(12), nanos(13))).isZero();
    }

    private static long dropped(String journey, long first, long last) {
        JournalDsl told =
                served(10, 20).event(30, new Event.AttemptsDropped(journey, 7, first, last));
        return share(told, 0).unknown();
    }

    @Test
    void attemptsThatThePlanHasAfterTheLastOneAreNotWatched() {
        assertThat(share(served(10, 15), 50).unobserved()).isEqualTo(251);
        assertThat(share(served(10, 15), 0).unobserved()).isZero();
    }

    /** The last of 50 a second sets out 20 ms before the end: nothing is missing then. */
    @Test
    void aGapOfFiveAttemptsOrOneInAHundredIsUsual() {
        assertThat(watchedUntil(nanos(19.9), 50)).as("5 of 500").isZero();
        assertThat(watchedUntil(nanos(19.8), 50)).as("10 of 500").isEqualTo(10);
        assertThat(watchedUntil(nanos(19.9), 1000)).as("100 of 10,000").isZero();
        assertThat(watchedUntil(nanos(19.8), 1000)).as("200 of 10,000").isEqualTo(200);
    }

    private static long watchedUntil(long last, double perSecond) {
        double at = Figures.seconds(last);
        return share(journal().attempt("transfer", at, at + 0.001, AttemptReason.NONE), perSecond)
                .unobserved();
    }

    @Test
    void wholeTimeIsNotWatchedWhereNobodySetOut() {
        Share share = share(journal(), 50);

        assertThat(share).isEqualTo(new Share(0, 0, 0, 500));
        assertThat(share.low()).isZero();
        assertThat(share.high()).isEqualTo(1);
    }

    @Test
    void shareThatAsksForExactlyWhatWasServedIsMet() {
        assertThat(rule(new Share(9, 1, 0, 0), 0.9).status()).isEqualTo(Verdict.Status.PASS);
        assertThat(rule(new Share(8, 1, 1, 0), 0.9).reason())
                .as("0.8 to 0.9 with the unknown one")
                .contains(Reason.HARNESS_OVERLOADED);
        assertThat(rule(new Share(8, 2, 1, 0), 0.9).reason()).contains(Reason.TOO_FEW_SERVED);
    }

    @Test
    void whatCouldDecideNamesWhatIsMissing() {
        Verdict unwatched = rule(new Share(80, 5, 5, 10), 0.9);
        Verdict overloaded = rule(new Share(80, 5, 10, 5), 0.9);

        assertThat(unwatched.reason()).contains(Reason.NOT_MEASURED);
        assertThat(unwatched.headline()).endsWith("at least 90 % asked; 10 were not watched");
        assertThat(overloaded.reason()).contains(Reason.HARNESS_OVERLOADED);
        assertThat(overloaded.headline())
                .startsWith("x: 80 % to 95 % of the attempts of transfer were served now")
                .endsWith("; 10 were dropped or may have failed by our own overload");
    }

    @Test
    void oneKnownAttemptIsEnoughToKnowSomething() {
        assertThat(rule(new Share(0, 1, 0, 0), 0.9).reason()).contains(Reason.TOO_FEW_SERVED);
        assertThat(rule(new Share(1, 1, 0, 0), 0.9).reason()).contains(Reason.TOO_FEW_SERVED);
        assertThat(rule(new Share(0, 0, 5, 0), 0.9).headline())
                .isEqualTo("x: no attempt of transfer is known now");
    }

    @Test
    void availabilityWaitsForItsWindowAndRestsOnItsFaults() {
        AvailabilityCheck check = new AvailabilityCheck();
        var objective = Scenarios.objective(
                check, Map.of("of", "transfer", "at-least", 0.9, "window", Duration.ofSeconds(10)));
        Journal none = served(0, 30).build();
        Journal one = served(0, 30).fault("lost host").on(10, 30).build();

        assertThat(objective.awaits()).hasSize(1);
        assertThat(objective.awaits().get(0).atMost()).isEqualTo(Duration.ofSeconds(10));
        assertThat(check.examine(objective, Scenarios.primaryLost(), none).headline())
                .isEqualTo("availability: no fault was applied, so no window began");
        assertThat(check.examine(objective, Scenarios.primaryLost(), one).events())
                .hasSize(6);
    }

    private static Verdict rule(Share share, double atLeast) {
        return new ShareRuling(Draft.implicit("x", ""), "transfer", atLeast, Reason.TOO_FEW_SERVED)
                .rule(share, "now");
    }

    private static JournalDsl served(double from, double until) {
        return journal().served("transfer", from, until);
    }

    private static Share share(JournalDsl told, double perSecond) {
        Journal journal = told.build();
        Faults faults = Faults.of(journal);
        JourneyMeasure measure =
                JourneyMeasure.of("transfer", Scenarios.primaryLost(), journal, faults);
        return Share.of(measure, Share.dropped(journal, "transfer"), TIME, perSecond);
    }
}

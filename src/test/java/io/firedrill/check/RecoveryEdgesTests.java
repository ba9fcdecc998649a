package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static io.firedrill.check.RecoveryCheckTests.judge;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where one rule of a recovery's verdict ends and the next one begins. */
class RecoveryEdgesTests {

    @Test
    void healAfterExactlyTheLimitRepairedAndLaterCameTooLate() {
        Journal journal = dark(10, 22).fault("lost host").on(10, 20).build();
        long darkBefore = nanos(20) - outage(journal).impact().hi();

        assertThat(judge(journal, seconds(darkBefore)).reason()).contains(Reason.RECOVERED_BY_HEAL);
        assertThat(judge(journal, seconds(darkBefore - 1)).reason()).contains(Reason.NOT_RECOVERED);
        assertThat(judge(journal, 5).headline())
                .contains("not served again by itself for 9.999 s after impact, limit 5 s;"
                        + " it came back at least 1.980 s after a heal");
    }

    @Test
    void healAtTheLastMissRepairedAndAfterTheFirstAnswerDidNot() {
        assertThat(healedAt(nanos(19.98)).reason()).contains(Reason.RECOVERED_BY_HEAL);
        assertThat(healedAt(nanos(19.98) + 1).reason()).contains(Reason.STRADDLES_LIMIT);
        assertThat(healedAt(nanos(20.005)).reason()).contains(Reason.STRADDLES_LIMIT);
        assertThat(healedAt(nanos(20.005) + 1).status()).isEqualTo(Verdict.Status.PASS);
    }

    private static Verdict healedAt(long nanos) {
        return judge(dark(10, 20).fault("lost host").on(10, seconds(nanos)).build(), 30);
    }

    /** Nothing was sent from 10 s, when the fault came, to 10.5 s, and a heal fell into that. */
    @Test
    void healThatMayHaveEndedAnOutageThatNobodySawIsNotPassed() {
        JournalDsl unseen = journal().healthy().served("transfer", 0, 10);
        JournalDsl seenWell = journal()
                .healthy()
                .served("transfer", 0, 10)
                .attempt("transfer", 10.1, 10.105, AttemptReason.NONE);

        assertThat(judge(bridged(unseen, 10.2), 30).headline())
                .contains("a heal came so close to the impact on transfer"
                        + " that the outage may have been ended by it");
        assertThat(judge(bridged(unseen, 10.2), 30).reason()).contains(Reason.STRADDLES_LIMIT);
        assertThat(judge(bridged(seenWell, 10.2), 30).status())
                .as("light since the fault")
                .isEqualTo(Verdict.Status.PASS);
        assertThat(repaired(bridged(unseen, 10.2)).status())
                .as("a repair is asked for")
                .isEqualTo(Verdict.Status.PASS);
    }

    @Test
    void lightAtTheVeryMomentOfTheFaultIsNoLightSinceTheFault() {
        JournalDsl told = journal()
                .healthy()
                .served("transfer", 0, 10)
                .attempt("transfer", 10.001, 10.002, AttemptReason.NONE);

        assertThat(judge(bridged(told, 10.2), 30).reason()).contains(Reason.STRADDLES_LIMIT);
    }

    private static Journal bridged(JournalDsl told, double heal) {
        return told.refused("transfer", 10.5, 10.6)
                .served("transfer", 10.6, 30)
                .fault("lost host")
                .on(10, heal)
                .build();
    }

    @Test
    void healBeforeTheOutageDidNotEndIt() {
        Journal journal = journal()
                .healthy()
                .served("transfer", 0, 12)
                .refused("transfer", 12, 20)
                .served("transfer", 20, 40)
                .fault("lost host")
                .on(10, 11)
                .build();

        assertThat(judge(journal, 30).status()).isEqualTo(Verdict.Status.PASS);
    }

    @Test
    void healAtTheLatestMomentOfTheImpactCameAfterIt() {
        Journal journal = dark(10, 20).fault("lost host").on(10, 30).build();
        double impact = seconds(outage(journal).impact().hi());

        assertThat(judge(dark(10, 20).fault("lost host").on(10, impact).build(), 30)
                        .reason())
                .contains(Reason.RECOVERED_BY_HEAL);
    }

    @Test
    void darkForExactlyTheLimitIsNotYetNotRecovered() {
        Journal journal = journal()
                .healthy()
                .served("transfer", 0, 10)
                .refused("transfer", 10, 25)
                .fault("lost host")
                .at(10)
                .build();
        long atLeast = outage(journal).atLeast();

        assertThat(judge(journal, seconds(atLeast)).reason()).contains(Reason.NOT_MEASURED);
        assertThat(judge(journal, seconds(atLeast - 1)).reason()).contains(Reason.NOT_RECOVERED);
    }

    @Test
    void nothingNoticedIsKnownOnceNearlyTheHoldWasWatched() {
        assertThat(judge(watchedUntil(14.9), 1).status()).isEqualTo(Verdict.Status.PASS);
        assertThat(judge(watchedUntil(14.75), 1).status()).isEqualTo(Verdict.Status.PASS);
        Verdict tooShort = judge(watchedUntil(14.74), 1);
        assertThat(tooShort.reason()).contains(Reason.NOT_MEASURED);
        assertThat(tooShort.headline())
                .contains("were watched for 4.740 s after the first fault, less than the 5 s");
    }

    private static Journal watchedUntil(double last) {
        return journal()
                .healthy()
                .served("transfer", 0, last - 0.01)
                .attempt("transfer", last, last + 0.005, AttemptReason.NONE)
                .fault("lost host")
                .at(10)
                .build();
    }

    @Test
    void outageThatCouldHaveHiddenMustBeShortEnough() {
        Journal journal = journal()
                .healthy()
                .served("transfer", 0, 12)
                .served("transfer", 14, 40)
                .fault("lost host")
                .on(10, 30)
                .build();
        double hidden = judge(journal, 5).measured().orElseThrow().high();

        assertThat(hidden).isEqualTo(2.025);
        assertThat(judge(journal, hidden).status()).isEqualTo(Verdict.Status.PASS);
        assertThat(judge(journal, hidden - 1e-9).reason()).contains(Reason.STRADDLES_LIMIT);
    }

    @Test
    void asManyMissesAsTheBaselineToleratesAreStraysOnlyAfterTheLastHeal() {
        assertThat(judge(missesFrom(39, 3), 0.01).headline()).contains("noticed nothing");
        assertThat(judge(missesFrom(39, 4), 0.01).reason()).contains(Reason.RECOVERED_TOO_LATE);
        assertThat(judge(missesFrom(29, 3), 0.01).reason()).contains(Reason.RECOVERED_TOO_LATE);
    }

    @Test
    void outageThatMayHaveBegunBeforeTheLastHealIsNoStray() {
        Journal journal = missesFrom(39, 3);
        long impact = outage(journal).impact().hi();

        assertThat(judge(missesAndHeal(impact), 0.01).headline()).doesNotContain("noticed nothing");
        assertThat(judge(missesAndHeal(impact - 1), 0.01).headline()).contains("noticed nothing");
    }

    private static Journal missesAndHeal(long heal) {
        return misses(39, 3).fault("lost host").on(10, seconds(heal)).build();
    }

    private static Journal missesFrom(double from, int count) {
        return misses(from, count).fault("lost host").on(10, 30).build();
    }

    private static JournalDsl misses(double from, int count) {
        double until = from + count * JournalDsl.SPACING;
        return journal()
                .healthy()
                .served("transfer", 0, from)
                .refused("transfer", from, until)
                .served("transfer", until, 60);
    }

    @Test
    void onlyOneDarkPeriodIsNotFlappingAndWhatWasServedWithinIsTold() {
        JournalDsl partly = dark(10, 20).attempt("transfer", 15.01, 15.015, AttemptReason.NONE);

        Map<String, String> details =
                judge(partly.fault("lost host").on(10, 40).build(), 30).details();

        assertThat(details)
                .doesNotContainKey("dark periods")
                .containsEntry("served within the outage", "1 attempts");
    }

    /** From 40 s on nobody knows: our own machine failed to ask. */
    @Test
    void outageThatMayHaveGoneOnWhileWeWereOverloadedIsInconclusive() {
        Journal journal = dark(10, 20)
                .failing(
                        "transfer",
                        new Interval(nanos(40), nanos(60)),
                        AttemptReason.HARNESS,
                        0.001)
                .fault("lost host")
                .on(10, 30)
                .build();

        Verdict verdict = judge(journal, 30);

        assertThat(verdict.reason()).contains(Reason.HARNESS_OVERLOADED);
        assertThat(verdict.headline())
                .isEqualTo("recovery: our own machine stood still or was overloaded while"
                        + " transfer was not served, so it cannot be told from an outage");
    }

    @Test
    void stirCutOffByTheEndCountsWhereAsManyWereMissedAsServed() {
        assertThat(judge(stir(3), 30).status()).as("most served").isEqualTo(Verdict.Status.PASS);
        assertThat(judge(stir(2), 30).reason()).as("as many").contains(Reason.NOT_MEASURED);
    }

    /** Three misses from 50 s on, between them so many served, and then the drill is over. */
    private static Journal stir(int servedWithin) {
        return stirred(servedWithin).fault("lost host").on(10, 30).build();
    }

    @Test
    void stirThatMayHaveBegunWithTheLastHealIsNotCutOff() {
        List<Outage> outages = outages(stir(9));
        long begin = outages.get(outages.size() - 1).impact().lo();

        assertThat(judge(healed(begin), 30).reason()).contains(Reason.NOT_MEASURED);
        assertThat(judge(healed(begin - 1), 30).status()).isEqualTo(Verdict.Status.PASS);
    }

    private static Journal healed(long nanos) {
        return stirred(9).fault("lost host").on(10, seconds(nanos)).build();
    }

    private static JournalDsl stirred(int servedWithin) {
        JournalDsl told = dark(10, 10.2).served("transfer", 30.2, 50);
        for (int miss = 0; miss < 4; miss++) {
            told.attempt("transfer", 50 + miss, 50.001 + miss, AttemptReason.REFUSED);
        }
        for (int served = 0; served < servedWithin + 2; served++) {
            told.attempt(
                    "transfer", 50.5 + served * 0.1, 50.505 + served * 0.1, AttemptReason.NONE);
        }
        return told;
    }

    @Test
    void stirThatLastedAsLongAsAnOutageMayIsStillCutOff() {
        Journal journal = stir(9);
        List<Outage> outages = outages(journal);
        long atLeast = outages.get(outages.size() - 1).atLeast();

        assertThat(judge(journal, 30).status()).isEqualTo(Verdict.Status.PASS);
        assertThat(judge(journal, seconds(atLeast)).status()).isEqualTo(Verdict.Status.PASS);
        assertThat(judge(journal, seconds(atLeast - 1)).reason()).contains(Reason.NOT_RECOVERED);
    }

    private static JournalDsl dark(double from, double until) {
        return journal()
                .healthy()
                .served("transfer", 0, from)
                .refused("transfer", from, until)
                .served("transfer", until, until + 20);
    }

    private static Outage outage(Journal journal) {
        return outages(journal).get(0);
    }

    private static List<Outage> outages(Journal journal) {
        return JourneyMeasure.of("transfer", Scenarios.primaryLost(), journal, Faults.of(journal))
                .outages(Duration.ofSeconds(5), false);
    }

    private static double seconds(long nanos) {
        return Figures.seconds(nanos);
    }

    private static Verdict repaired(Journal journal) {
        Map<String, Object> settings =
                Map.of("of", "transfer", "within", Duration.ofSeconds(30), "by", "repair");
        Objective objective = Scenarios.objective(new RecoveryCheck(), settings);
        return new RecoveryCheck().examine(objective, Scenarios.primaryLost(objective), journal);
    }
}

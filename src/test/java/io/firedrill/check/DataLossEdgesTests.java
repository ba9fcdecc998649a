package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.scenario.Objective;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Writes a, b, c ... are told one second apart from 5 s on, each 5 ms after it was sent. */
class DataLossEdgesTests {

    @Test
    void recoveryPointIsTheLastWriteUpToWhichAllSurvive() {
        assertThat(recoveryPoint("1111")).isEqualTo("0.000 s");
        assertThat(recoveryPoint("1110")).as("c, at 7.005 s").isEqualTo("2.995 s");
        assertThat(recoveryPoint("1011")).as("a, at 5.005 s").isEqualTo("4.995 s");
        assertThat(recoveryPoint("1010")).as("a again: b is gone").isEqualTo("4.995 s");
        assertThat(recoveryPoint("0111")).as("not even the oldest").isEqualTo("4.995 s");
    }

    @Test
    void writeToldAfterTheFaultIsLostButNoPointBeforeIt() {
        JournalDsl told = journal()
                .told("transfer", 9, "a")
                .told("transfer", 11, "b")
                .told("transfer", 12, "c")
                .reconciled("transfer", "a", 1)
                .reconciled("transfer", "b", 1)
                .reconciled("transfer", "c", 0);

        Verdict verdict = judge(told, Map.of());

        assertThat(verdict.reason()).contains(Reason.ACKNOWLEDGED_WRITES_LOST);
        assertThat(verdict.details()).containsEntry("RPO, actual", "0.000 s");
    }

    @Test
    void writeToldAtTheVeryMomentOfTheFaultWasAtRisk() {
        JournalDsl atTheFault =
                journal().told("transfer", 9.995, "a").reconciled("transfer", "a", 1);
        JournalDsl later = journal().told("transfer", 9.996, "a").reconciled("transfer", "a", 1);

        assertThat(judge(atTheFault, Map.of()).status()).isEqualTo(Verdict.Status.PASS);
        assertThat(judge(later, Map.of()).reason()).contains(Reason.NOT_MEASURED);
    }

    @Test
    void threeIdsAreShownAndTheRestIsCounted() {
        assertThat(judge(writes("0001"), Map.of()).headline())
                .startsWith("data-loss: 3 of 4 acknowledged writes lost, limit 0: a, b, c (event");
        assertThat(judge(writes("00000"), Map.of()).headline())
                .startsWith(
                        "data-loss: 5 of 5 acknowledged writes lost, limit 0: a, b, c and 2 more (");
    }

    @Test
    void asManyDuplicatesAsAreAllowedPass() {
        Map<String, Object> two = Map.of("duplicates-at-most", 2);

        assertThat(judge(writes("2211"), two).status()).isEqualTo(Verdict.Status.PASS);
        assertThat(judge(writes("2231"), two).headline())
                .startsWith(
                        "data-loss: 3 writes are there more than once, limit 2: a, b, c (events");
    }

    @Test
    void writesOfOtherJourneysAreNotItsConcern() {
        JournalDsl told = writes("1")
                .told("buy", 6, "x")
                .reconciled("buy", "x", 0)
                .reconciled("buy", "y", 1)
                .told("buy", 7, "z")
                .reconciled("transfer", "z", 1);

        Verdict verdict = judge(told, Map.of());

        assertThat(verdict.details())
                .containsEntry("acknowledged", "1")
                .containsEntry("lost", "none")
                .containsEntry("unexpected", "z");
    }

    @Test
    void withoutAFaultNothingCouldBeLostToIt() {
        Objective objective = objective(Map.of());

        Verdict verdict = new DataLossCheck()
                .examine(
                        objective, Scenarios.primaryLost(objective), writes("1").build());

        assertThat(verdict.reason()).contains(Reason.NOT_MEASURED);
        assertThat(verdict.headline())
                .isEqualTo("data-loss: no fault was applied, so nothing could be lost to it");
    }

    private static String recoveryPoint(String counts) {
        return judge(writes(counts), Map.of()).details().get("RPO, actual");
    }

    /** One digit for each write: how often it is there in the end. */
    private static JournalDsl writes(String counts) {
        JournalDsl told = journal();
        for (int at = 0; at < counts.length(); at++) {
            String write = String.valueOf((char) ('a' + at));
            told.told("transfer", 5 + at, write);
            told.reconciled("transfer", write, counts.charAt(at) - '0');
        }
        return told;
    }

    private static Objective objective(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("of", "transfer");
        return Scenarios.objective(new DataLossCheck(), all);
    }

    private static Verdict judge(JournalDsl told, Map<String, Object> settings) {
        Objective objective = objective(settings);
        return new DataLossCheck()
                .examine(
                        objective,
                        Scenarios.primaryLost(objective),
                        told.fault("lost host").on(10, 30).build());
    }
}

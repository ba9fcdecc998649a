package io.firedrill.evidence.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.SampleDrills;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is covered, and until when. */
final class PairTests {
    private static Pair first(Standings standings) {
        return Pair.of(standings.standing()).get(0);
    }

    @Test
    void aThreatWithoutADrillIsShownAsSuch() {
        List<Pair> pairs = Pair.of(new Standings()
                .drill("bank/primary-lost", "host lost", "recovery")
                .standing());

        assertThat(pairs).extracting(Pair::threat).containsExactly("host lost", "site lost");
        assertThat(pairs).extracting(Pair::verdict).containsExactly("NOT RUN", "NO DRILL");
        assertThat(pairs.get(1).overdue(Standings.NOW)).isTrue();
    }

    @Test
    void aDrillThatPassedIsDueAfterTheIntervalOfItsThreat() {
        Pair pair = first(new Standings()
                .drill("bank/primary-lost", "host lost", "recovery")
                .ran("bank/primary-lost", 29, "PASS"));

        assertThat(pair.verdict()).isEqualTo("PASS");
        assertThat(pair.due()).contains(Standings.NOW.plus(Duration.ofDays(1)));
        assertThat(pair.overdue(Standings.NOW)).isFalse();
    }

    @Test
    void evidenceExpires() {
        Pair pair = first(new Standings()
                .drill("bank/primary-lost", "host lost", "recovery")
                .ran("bank/primary-lost", 30, "PASS"));

        assertThat(pair.overdue(Standings.NOW)).isTrue();
    }

    @Test
    void aRunThatDoesNotTellIsNoEvidenceAndDoesNotPutOffTheNextOne() {
        Pair pair = first(new Standings()
                .drill("bank/primary-lost", "host lost", "recovery")
                .ran("bank/primary-lost", 29, "PASS")
                .ran("bank/primary-lost", 1, "INCONCLUSIVE"));

        assertThat(pair.verdict()).isEqualTo("INCONCLUSIVE");
        assertThat(pair.due()).contains(Standings.NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void ofSeveralDrillsTheWorstCountsAndTheOneThatExpiresFirst() {
        Pair pair = first(new Standings()
                .drill("bank/primary-lost", "host lost", "recovery")
                .drill("bank/portal-lost", "host lost", "recovery")
                .ran("bank/portal-lost", 20, "FAIL")
                .ran("bank/primary-lost", 2, "PASS"));

        assertThat(pair.verdict()).isEqualTo("FAIL");
        assertThat(pair.overdue(Standings.NOW))
                .as("nothing is put off by a failure")
                .isTrue();
        assertThat(pair.due()).contains(Standings.NOW.plus(Duration.ofDays(10)));
    }

    @Test
    void aDrillThatNeverRanLeavesThePairOpen() {
        Pair pair = first(new Standings()
                .drill("bank/primary-lost", "host lost", "recovery")
                .drill("bank/portal-lost", "host lost", "recovery")
                .ran("bank/primary-lost", 2, "PASS"));

        assertThat(pair.verdict()).isEqualTo("NOT RUN");
        assertThat(pair.told()).isEmpty();
    }

    @Test
    void oneSystemDoesNotStandInForAnother() {
        List<Pair> pairs = Pair.of(new Standings()
                .drill("bank/primary-lost", "host lost", "recovery")
                .drill("pocket/primary-lost", "host lost", "recovery")
                .ran("pocket/primary-lost", 2, "PASS")
                .standing());

        assertThat(pairs)
                .extracting(pair -> pair.system() + " " + pair.verdict())
                .containsExactly("bank NOT RUN", "pocket PASS", " NO DRILL");
    }

    @Test
    void aDrillWithoutAThreatCoversNone() {
        Standings standings =
                new Standings().add(SampleDrills.drill("bank/x", "recovery"), Optional.empty());

        assertThat(Pair.of(standings.standing()))
                .extracting(Pair::verdict)
                .containsExactly("NO DRILL", "NO DRILL");
    }
}

package io.firedrill.evidence.programme;

import static io.firedrill.evidence.programme.Standings.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.evidence.PastRun.Value;
import org.junit.jupiter.api.Test;

/** How the last run compares with those before it. */
final class TrendTests {
    private static String said(Value... values) {
        Standings standings = new Standings().drill("bank/primary-lost", "host lost", "recovery");
        int daysAgo = values.length;
        for (Value value : values) {
            standings.measured("bank/primary-lost", daysAgo--, value);
        }
        return Trend.of(standings.standing()).get(0).said();
    }

    @Test
    void thereIsNothingToCompareTheFirstRunWith() {
        assertThat(said(seconds(18.18, 18.22))).isEqualTo("first run");
    }

    @Test
    void aLongerRecoveryIsWorseOnlyWhereTheErrorsDoNotOverlap() {
        assertThat(said(seconds(18.18, 18.22), seconds(20.58, 20.62)))
                .isEqualTo("was 18.20 s +-0.02: worse by more than the error");
        assertThat(said(seconds(18.18, 18.22), seconds(18.2, 18.3)))
                .isEqualTo("was 18.20 s +-0.02: no difference beyond the error");
        assertThat(said(seconds(18.18, 18.22), seconds(15, 15.1)))
                .isEqualTo("was 18.20 s +-0.02: better by more than the error");
        assertThat(said(seconds(0, 0), seconds(0, 0))).isEqualTo("was 0 s: the same");
    }

    @Test
    void ofAShareMoreIsBetter() {
        assertThat(said(new Value(99, 99, "%", true, true), new Value(97, 97, "%", true, true)))
                .isEqualTo("was 99 %: worse by more than the error");
    }

    @Test
    void anOlderLineWithoutItsErrorIsNotComparedBeyondWhatIsKnown() {
        assertThat(said(new Value(18.2, 18.2, "", false, false), seconds(20.58, 20.62)))
                .isEqualTo("was 18.20 (error not kept): not comparable, for the error of one of"
                        + " them was not kept");
    }

    @Test
    void aValueOutsideTheSpreadOfThePastRunsIsSaidToBe() {
        assertThat(said(seconds(18, 18.1), seconds(20, 20.1), seconds(19, 19.1), seconds(25, 25.1)))
                .isEqualTo("was 19.05 s +-0.05: worse by more than the error; OUTSIDE the spread of"
                        + " the 3 runs before, 18 to 20.10 s");
        assertThat(said(seconds(18, 18.1), seconds(20, 20.1), seconds(19, 19.1), seconds(19.8, 20)))
                .isEqualTo("was 19.05 s +-0.05: worse by more than the error; inside the spread of"
                        + " the 3 runs before, 18 to 20.10 s");
    }

    @Test
    void aRunThatDoesNotTellIsNoSample() {
        Standings standings = new Standings()
                .drill("bank/primary-lost", "host lost", "recovery")
                .measured("bank/primary-lost", 2, seconds(18, 18.1))
                .ran("bank/primary-lost", 1, "INCONCLUSIVE");

        assertThat(Trend.of(standings.standing()).get(0).values()).hasSize(1);
    }
}

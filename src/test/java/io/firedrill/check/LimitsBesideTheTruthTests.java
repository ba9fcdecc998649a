package io.firedrill.check;

import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A limit right beside the truth is never judged wrongly (SURVIVAL R27). */
class LimitsBesideTheTruthTests {
    private static final Scenario SCENARIO = Scenarios.primaryLost(Scenarios.recovery(30));
    private static final double[] MILLIS = {-3, -1, -0.1, 0.1, 1, 3};
    private static final int SEEDS = 5;

    @ParameterizedTest
    @EnumSource(SimulatedOutage.Kind.class)
    void limitBelowTheTruthNeverPassesAndOneAboveNeverFails(SimulatedOutage.Kind kind) {
        for (int seed = 0; seed < SEEDS; seed++) {
            SimulatedOutage simulated = new SimulatedOutage(kind, seed, 200);
            Journal journal = simulated.run();
            for (double millis : MILLIS) {
                double limit = simulated.light() - simulated.dark() + millis / 1000;

                Verdict.Status status = judge(journal, nanos(limit)).status();

                assertThat(status)
                        .as("%s, seed %d, limit at the truth %+.1f ms", kind, seed, millis)
                        .isNotEqualTo(millis < 0 ? Verdict.Status.PASS : Verdict.Status.FAIL);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "low, -0.1, FAIL",
        "low, 0, INCONCLUSIVE",
        "low, 1, INCONCLUSIVE",
        "high, -1, INCONCLUSIVE",
        "high, -0.1, INCONCLUSIVE",
        "high, 0, PASS",
        "high, 3, PASS",
    })
    void limitInsideTheIntervalIsInconclusiveUpToItsEdges(
            String edge, double millis, Verdict.Status expected) {
        Verdict.Measured measured = judge(dark(), nanos(30)).measured().orElseThrow();
        double at = edge.equals("low") ? measured.low() : measured.high();

        assertThat(measured.low()).isLessThan(10).isGreaterThan(9.95);
        assertThat(measured.high()).isGreaterThan(10).isLessThan(10.05);
        assertThat(judge(dark(), nanos(at + millis / 1000)).status()).isEqualTo(expected);
    }

    @Test
    void limitInsideTheIntervalSaysThatItLiesInsideTheError() {
        Verdict verdict = judge(dark(), nanos(10));

        assertThat(verdict.reason()).contains(Reason.STRADDLES_LIMIT);
        assertThat(verdict.headline()).contains("limit 10 s lies inside the error");
    }

    /** Dark between 10 s and 20 s for customers 20 ms apart. */
    private static Journal dark() {
        return JournalDsl.journal()
                .healthy()
                .served("transfer", 0, 10)
                .refused("transfer", 10, 20)
                .served("transfer", 20, 40)
                .fault("lost host")
                .on(9.95, 39)
                .build();
    }

    private static Verdict judge(Journal journal, long limitNanos) {
        Objective objective = Scenarios.objective(
                new RecoveryCheck(),
                Map.of("of", "transfer", "within", Duration.ofNanos(limitNanos)));
        return new RecoveryCheck().examine(objective, SCENARIO, journal);
    }
}

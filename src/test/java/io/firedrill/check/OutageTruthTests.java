package io.firedrill.check;

import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The truth is inside what is printed (MEASURING.md P1), over many seeded outages of each kind. */
class OutageTruthTests {
    private static final int RUNS = Integer.getInteger("firedrill.test.runs", 20);
    private static final Scenario SCENARIO = Scenarios.primaryLost(Scenarios.recovery(30));

    /** {@code widest} bounds the error's width in milliseconds: a wide interval holds any truth. */
    @ParameterizedTest
    @CsvSource({
        "REFUSED, 50, 110", "REFUSED, 1000, 25",
        "RESET, 50, 110", "RESET, 1000, 25",
        "STATUS, 50, 110", "STATUS, 1000, 25",
        "SLOW_STATUS, 50, 140", "SLOW_STATUS, 1000, 60",
        "BLACKHOLE, 50, 140", "BLACKHOLE, 1000, 60",
        "FROZEN, 50, 220", "FROZEN, 1000, 90",
        "HALF, 50, 800", "HALF, 1000, 80",
    })
    void truthIsInsideTheInterval(SimulatedOutage.Kind kind, double perSecond, double widest) {
        int inside = 0;
        double width = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            SimulatedOutage simulated = new SimulatedOutage(kind, seed, perSecond);
            Outage outage = measure(simulated.run());
            Interval recovered = outage.recovered().orElseThrow();
            boolean dark = outage.impact().contains(nanos(simulated.dark()));
            boolean light = recovered.contains(nanos(simulated.light()));
            inside += dark && light ? 1 : 0;
            width = Math.max(
                    width, Figures.seconds(outage.duration().orElseThrow().width()) * 1000);
        }

        assertThat(inside)
                .as("%s at %s/s, of %d", kind, perSecond, RUNS)
                .isGreaterThanOrEqualTo((int) Math.ceil(RUNS * 0.99));
        assertThat(width).as("widest, ms").isLessThanOrEqualTo(widest);
    }

    /**
     * R26: an overloaded but healthy machine, one answer in twenty late by up to 0.6 s, never
     * fails.
     */
    @ParameterizedTest
    @ValueSource(doubles = {10, 50, 200})
    void busyButHealthySystemIsNeverFoundNotRecovered(double perSecond) {
        RecoveryCheck check = new RecoveryCheck();
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            JournalDsl journal = JournalDsl.journal().healthy();
            for (double sent = 0; sent < 30; sent += 1 / perSecond) {
                double late = random.nextInt(20) == 0 ? random.nextDouble() * 0.6 : 0;
                journal.attempt("transfer", sent, sent + 0.005 + late, AttemptReason.NONE);
            }
            Journal seen = journal.fault("lost host").on(6, 20).build();

            Verdict verdict = check.examine(Scenarios.recovery(2), SCENARIO, seen);

            assertThat(verdict.status()).as(verdict.headline()).isEqualTo(Verdict.Status.PASS);
        }
    }

    private static Outage measure(Journal journal) {
        Faults faults = Faults.of(journal);
        List<Outage> outages = JourneyMeasure.of("transfer", SCENARIO, journal, faults)
                .outages(Duration.ofSeconds(5), true);
        assertThat(outages).hasSize(1);
        return outages.get(0);
    }
}

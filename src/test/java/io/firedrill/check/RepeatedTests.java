package io.firedrill.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.SampleDrills;
import io.firedrill.check.Verdict.Measured;
import io.firedrill.check.Verdict.Status;
import io.firedrill.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What several runs of one drill say together. */
class RepeatedTests {
    private static final Scenario DRILL = SampleDrills.drill("bank/a", "recovery");

    private static Verdict took(double low, double high) {
        return verdict(Status.PASS, Optional.empty(), new Measured(low, high, "s"));
    }

    private static Verdict verdict(Status status, Optional<Reason> reason, Measured measured) {
        return new Verdict(
                "recovery",
                false,
                status,
                "recovery: took " + measured.low(),
                "30 s",
                Optional.of(measured),
                reason,
                List.of(7L),
                Map.of("impact", "soon"));
    }

    private static Verdict late(double low) {
        return verdict(
                Status.FAIL,
                Optional.of(Reason.RECOVERED_TOO_LATE),
                new Measured(low, low + 1, "s"));
    }

    private static Repeated repeated(Verdict... oneForEachRun) {
        return new Repeated(Stream.of(oneForEachRun)
                .map(verdict ->
                        new DrillResult(DRILL, List.of(SampleDrills.held("traffic"), verdict)))
                .toList());
    }

    private static Spread spread(Verdict... oneForEachRun) {
        return repeated(oneForEachRun).spread("recovery").orElseThrow();
    }

    @Test
    void theWorstVerdictCountsAndSaysWhichRunItIsOf() {
        Repeated runs = repeated(
                took(20, 21),
                SampleDrills.inconclusive("recovery", Reason.NO_TRAFFIC),
                late(31),
                took(22, 23),
                late(40));

        Verdict together = runs.together().verdicts().get(1);

        assertThat(runs.together().status()).isEqualTo(Status.FAIL);
        assertThat(runs.deciding()).isEqualTo(2);
        assertThat(together.reason()).contains(Reason.RECOVERED_TOO_LATE);
        assertThat(together.headline()).isEqualTo("recovery: run 5 of 5: took 40.0");
        assertThat(together.measured()).contains(new Measured(40, 41, "s"));
        assertThat(together.details())
                .containsEntry("run", "5 of 5")
                .containsEntry("verdicts", "2 FAIL, 1 INCONCLUSIVE, 2 PASS")
                .containsEntry("impact", "soon");
        assertThat(together.events()).isEmpty();
        assertThat(runs.counted("recovery"))
                .isEqualTo(Map.of(Status.PASS, 2L, Status.FAIL, 2L, Status.INCONCLUSIVE, 1L));
    }

    @Test
    void oneRunThatDoesNotTellMakesTheDrillInconclusiveWhereNoneFailed() {
        Repeated runs =
                repeated(took(20, 21), SampleDrills.inconclusive("recovery", Reason.NO_TRAFFIC));

        assertThat(runs.together().status()).isEqualTo(Status.INCONCLUSIVE);
        assertThat(runs.together().verdicts().get(1).reason()).contains(Reason.NO_TRAFFIC);
        assertThat(runs.deciding()).isEqualTo(1);
    }

    @Test
    void aFailedImplicitCheckOfOneRunIsKeptThoughOthersDoNotHaveIt() {
        DrillResult good =
                new DrillResult(DRILL, List.of(SampleDrills.held("traffic"), took(1, 2)));
        Verdict crash =
                SampleDrills.doubt("harness", Reason.HARNESS_TROUBLE, "the harness crashed");
        DrillResult bad = new DrillResult(DRILL, List.of(crash, took(1, 2)));

        DrillResult together = new Repeated(List.of(good, bad)).together();

        assertThat(together.verdicts())
                .extracting(Verdict::id)
                .containsExactly("traffic", "harness", "recovery");
        assertThat(together.status()).isEqualTo(Status.INCONCLUSIVE);
        assertThat(together.verdicts().get(1).headline())
                .isEqualTo("harness: run 2 of 2: the harness crashed");
    }

    @Test
    void runsThatAllPassedPassAndTheWorstOfThemIsShown() {
        Repeated runs = repeated(took(20, 21), took(24, 25), took(22, 23));

        Verdict together = runs.together().verdicts().get(1);

        assertThat(runs.together().status()).isEqualTo(Status.PASS);
        assertThat(runs.deciding()).isZero();
        assertThat(together.headline()).isEqualTo("recovery: run 2 of 3: took 24.0");
        assertThat(together.measured()).contains(new Measured(24, 25, "s"));
    }

    @Test
    void theSpreadHasWorstMedianAndDistanceWithTheirErrors() {
        Spread odd = spread(took(20, 21), took(24, 25), took(22, 24));
        Spread even = spread(took(1, 2), took(3, 5), took(4, 6), took(9, 9));

        assertThat(odd.worst()).isEqualTo(new Measured(24, 25, "s"));
        assertThat(odd.median()).isEqualTo(new Measured(22, 24, "s"));
        assertThat(odd.spread()).isEqualTo(new Measured(3, 5, "s", false));
        assertThat(even.median()).isEqualTo(new Measured(3.5, 5.5, "s"));
        assertThat(even.measured()).isEqualTo(4);
    }

    @Test
    void ofASharePerCentTheLowestIsTheWorst() {
        Spread spread = spread(
                verdict(Status.PASS, Optional.empty(), new Measured(99, 99.5, "%")),
                verdict(Status.PASS, Optional.empty(), new Measured(96, 97, "%")),
                verdict(Status.PASS, Optional.empty(), new Measured(98, 100, "%")));

        assertThat(spread.worst()).isEqualTo(new Measured(96, 97, "%"));
        assertThat(spread.spread()).isEqualTo(new Measured(2, 4, "%", false));
    }

    @Test
    void ofATimeThatSomethingGoodLastedTheShortestIsTheWorst() {
        Spread spread = spread(
                verdict(Status.PASS, Optional.empty(), new Measured(30, 31, "s", true)),
                verdict(Status.PASS, Optional.empty(), new Measured(12, 13, "s", true)));

        assertThat(spread.worst()).isEqualTo(new Measured(12, 13, "s", true));
    }

    @Test
    void twoRunsOfTheSameIntervalMayStillDiffer() {
        assertThat(spread(took(1, 3), took(1, 3)).spread())
                .isEqualTo(new Measured(0, 2, "s", false));
        assertThat(spread(took(0, 0), took(0, 0)).spread())
                .isEqualTo(new Measured(0, 0, "s", false));
        assertThat(spread(took(1, 3)).spread()).isEqualTo(new Measured(0, 0, "s", false));
    }

    @Test
    void aValueOfARunThatWasVoidIsNoneAndOneWithoutEndStaysOpen() {
        Verdict empty = verdict(
                Status.INCONCLUSIVE, Optional.of(Reason.NOT_MEASURED), new Measured(500, 600, "s"));
        Verdict never = verdict(
                Status.FAIL,
                Optional.of(Reason.NOT_RECOVERED),
                new Measured(30, Double.POSITIVE_INFINITY, "s"));

        assertThat(spread(took(1, 2), empty).worst()).isEqualTo(new Measured(1, 2, "s"));
        assertThat(spread(took(1, 2), empty).measured()).isEqualTo(1);
        assertThat(repeated(empty).spread("recovery")).isEmpty();
        assertThat(repeated(empty).together().verdicts().get(1).measured()).isEmpty();
        assertThat(spread(took(1, 2), never, took(1, 2)).worst().high()).isInfinite();
        assertThat(spread(took(1, 2), never, took(1, 2)).median())
                .isEqualTo(new Measured(1, 2, "s"));
        assertThat(spread(took(1, 2), never).spread().low()).isEqualTo(28);
    }

    @Test
    void theTruthIsInsideWhereverItLiesInTheIntervals() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 2_000; round++) {
            int runs = random.nextInt(1, 8);
            double[] truth = random.doubles(runs, 0, 10).toArray();
            Spread spread = spread(DoubleStream.of(truth)
                    .mapToObj(value ->
                            took(value - random.nextDouble(3), value + random.nextDouble(3)))
                    .toArray(Verdict[]::new));

            double[] sorted = DoubleStream.of(truth).sorted().toArray();
            assertInside(spread.worst(), sorted[runs - 1]);
            assertInside(spread.median(), (sorted[runs / 2] + sorted[(runs - 1) / 2]) / 2);
            assertInside(spread.spread(), sorted[runs - 1] - sorted[0]);
        }
    }

    private static void assertInside(Measured interval, double truth) {
        assertThat(truth).isBetween(interval.low() - 1e-9, interval.high() + 1e-9);
    }
}

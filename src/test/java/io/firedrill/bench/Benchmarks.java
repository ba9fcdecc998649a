package io.firedrill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.bench.DarkStub.Kind;
import io.firedrill.bench.Report.Line;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The benchmarks of {@code mvn verify -Pbench}. What must hold on any machine is asserted (the
 * truth is inside, nothing is lost, no verdict is wrong); speeds are reported with their goals, for
 * they depend on the machine.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Benchmarks {
    private static final Report REPORT = new Report();
    private static final double PROBES = 1_000;

    @AfterAll
    static void writeReport() throws IOException {
        REPORT.write();
    }

    @Test
    @Order(10)
    void recoveryTimesOfACalmMachineAreTrue() {
        Machine machine = Machine.now();
        RtoBench bench = new RtoBench();
        for (Kind kind : Kind.values()) {
            bench.measure(kind, PROBES);
        }

        bench.lines("calm, 1,000 probes/s", machine.since()).forEach(REPORT::add);
        RtoBench.Score all = bench.all();
        double error = all.error.quantile(0.99);
        double polled = all.polled.quantile(0.99);
        REPORT.add(Line.of("P1", "RTO error p99", Sample.text(error) + " ms", machine.since())
                .goal("<= 2 ms", error <= 2));
        REPORT.add(Line.of(
                        "P1",
                        "against a serial 1 s poller",
                        "1/" + Sample.text(polled / error),
                        "poller saw " + all.polled.size() + " of " + all.outages + ", p50 "
                                + Sample.text(all.polled.quantile(0.5)) + " p99 "
                                + Sample.text(polled) + " ms")
                .goal("<= 1/400", polled / error >= 400));
        REPORT.add(Line.of(
                "P1",
                "rival: Awaitility's defaults",
                "saw " + all.awaited.size() + " of " + all.outages + ", p50 "
                        + Sample.text(all.awaited.quantile(0.5)) + " p99 "
                        + Sample.text(all.awaited.quantile(0.99)) + " ms",
                ""));
        honest(bench, "calm");
    }

    @Test
    @Order(20)
    void truthIsInsideUnderNoiseToo() throws InterruptedException {
        Machine machine = Machine.now();
        RtoBench bench = new RtoBench();
        Process noise = Noise.start();
        try {
            bench.measureAll(200);
        } finally {
            Children.end(noise, Duration.ofSeconds(2));
        }

        bench.lines("CPU and disk noise, 5 x 200 probes/s", machine.since()).forEach(REPORT::add);
        honest(bench, "noise");
    }

    private static void honest(RtoBench bench, String how) {
        RtoBench.Score all = bench.all();
        double inside = all.durationInside.share();
        REPORT.add(Line.of("P1", "truth inside, " + how, RtoBench.percent(all.durationInside), "")
                .goal(">= 99 %", inside >= 0.99));
        REPORT.add(Line.of(
                        "R27",
                        "limits at truth +-0.1, 1, 3 ms, " + how,
                        all.wrong + " wrong, " + all.straddling + " inconclusive, " + all.decided
                                + " decided",
                        "")
                .goal("0 wrong", all.wrong == 0));
        assertThat(inside).as("share of truths inside, " + how).isGreaterThanOrEqualTo(0.99);
        assertThat(all.wrong)
                .as("wrong verdicts of " + 6 * all.outages)
                .isLessThanOrEqualTo(all.outages * 6 / 100);
    }
}

package io.firedrill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.bench.DarkStub.Kind;
import io.firedrill.bench.Report.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    @Test
    @Order(30)
    void momentsOfInjectionsAreTrue() throws IOException {
        Machine machine = Machine.now();
        EdgeBench bench = new EdgeBench();
        bench.kills();
        bench.toxics();

        double kill = bench.killWidth.quantile(0.99);
        double toxic = bench.toxicWidth.quantile(0.99);
        REPORT.add(edge("kill of a process", bench.killWidth, bench.killInside, machine)
                .goal("p99 <= 5 ms", kill <= 5));
        REPORT.add(edge("toxic of the embedded relay", bench.toxicWidth, bench.toxicInside, machine)
                .goal("p99 <= 2 ms", toxic <= 2));
        REPORT.add(Line.of(
                "P2",
                "rival: ProcessHandle.onExit after the last sign of life",
                spread(bench.onExit),
                ""));
        String rival = "rival: Chaos Toolkit's own stamps of the same toxic";
        Sample chaos = Rivals.chaos().isPresent()
                ? ChaosToolkit.actions(Rivals.chaos().get())
                : new Sample();
        REPORT.add(Line.of("P2", rival, chaos.size() == 0 ? "not there" : spread(chaos), ""));
        assertThat(bench.killInside.share()).isEqualTo(1);
        assertThat(bench.toxicInside.share()).isEqualTo(1);
    }

    private static Line edge(String what, Sample width, Sample inside, Machine machine) {
        String text = "width " + spread(width) + "; truth inside " + RtoBench.percent(inside);
        return Line.of("P2", what, text, machine.since());
    }

    private static String spread(Sample sample) {
        return "p50 " + Sample.text(sample.quantile(0.5)) + " p99 "
                + Sample.text(sample.quantile(0.99)) + " ms of " + sample.size();
    }

    @Test
    @Order(40)
    void generatorLosesNothingAndIsOnTime() {
        Machine machine = Machine.now();
        GeneratorBench bench = new GeneratorBench();
        bench.ours();
        Rivals.k6().ifPresent(bench::k6);
        Rivals.vegeta().ifPresent(bench::vegeta);
        bench.run();
        int ours = bench.highest("ours");
        int k6 = bench.highest("k6");
        int vegeta = bench.highest("vegeta");

        boolean reached = k6 >= 0 && ours > 0 && ours >= 1.5 * k6;
        REPORT.add(Line.of(
                        "P5",
                        "highest rate with p99 send lateness <= 1 ms",
                        "ours " + rate(ours) + ", k6 " + rate(k6) + ", vegeta " + rate(vegeta),
                        bench.seen() + " " + machine.since())
                .goal(">= 1.5 x k6", reached));
        REPORT.add(
                Line.of("P5", "nothing is lost", bench.counts(), "").goal("exact", bench.exact()));
        assertThat(bench.exact()).as(bench.counts()).isTrue();
    }

    private static String rate(int rate) {
        return rate < 0 ? "not there" : rate == 0 ? "none" : rate + "/s";
    }

    @Test
    @Order(50)
    void harnessIsLight() throws IOException {
        Machine machine = Machine.now();
        String[] said = {};
        try (Stub stub = Stub.start(Duration.ZERO)) {
            Process child = Children.java(
                    LoadChild.class,
                    List.of("-Xmx128m", "-XX:TieredStopAtLevel=4"),
                    "" + stub.address().getPort(),
                    "20",
                    "100",
                    "10");
            said = child.inputReader(StandardCharsets.US_ASCII).readLine().split(" ");
        }

        double share = 100 * Double.parseDouble(said[0]);
        REPORT.add(Line.of(
                        "P6",
                        "20 endpoints at 100/s (no channels yet)",
                        Sample.text(share) + " % of a core",
                        "send lateness p99 " + Sample.text(Double.parseDouble(said[5])) + " ms, "
                                + machine.since())
                .goal("<= 8 %", share <= 8));
        REPORT.add(Line.of("P6", "heap after a collection, -Xmx128m", said[1] + " MB", "")
                .goal("<= 128 MB", Long.parseLong(said[1]) <= 128));
        assertThat(Long.parseLong(said[2]))
                .isEqualTo(Long.parseLong(said[3]) + Long.parseLong(said[4]));
    }

    @Test
    @Order(60)
    void judgingIsQuickAndLinear() throws IOException {
        Machine machine = Machine.now();
        double small = judged(250_000, "512m");
        double large = judged(1_000_000, "512m");

        REPORT.add(Line.of(
                        "P9",
                        "judging 1 M events, -Xmx512m",
                        Sample.text(large / 1e6) + " M events/s and core",
                        machine.since())
                .goal(">= 2 M/s", large >= 2e6));
        REPORT.add(Line.of(
                        "P9",
                        "1 M against 250,000 events",
                        Sample.text(large / small) + " x the speed",
                        "")
                .goal("linear: >= 0.7", large / small >= 0.7));
        if (Boolean.getBoolean("firedrill.bench.ten-million")) {
            REPORT.add(Line.of(
                    "P9",
                    "judging 10 M events, -Xmx4g",
                    Sample.text(judged(10_000_000, "4g") / 1e6) + " M events/s and core",
                    "entries are made while they are read"));
        }
    }

    private static double judged(int events, String heap) throws IOException {
        Process child = Children.java(
                JudgingChild.class,
                List.of("-Xmx" + heap, "-XX:TieredStopAtLevel=4"),
                "" + events,
                events > 1_000_000 ? "1" : "3");
        String said = child.inputReader(StandardCharsets.US_ASCII).readLine();
        return events / (Long.parseLong(said.split(" ")[0]) / 1e9);
    }

    @Test
    @Order(70)
    void ownOverloadIsNeverAFindingAboutTheSystem() throws InterruptedException {
        Machine machine = Machine.now();
        OverloadBench bench = new OverloadBench();
        bench.run();

        List<String> findings = failing(bench.judged());
        List<String> unwatched = failing(bench.blind());
        bench.judged()
                .forEach((trouble, verdicts) -> REPORT.add(Line.of(
                        "R28",
                        "harness " + trouble + ", the system well",
                        verdicts.size() + " drills, "
                                + failing(Map.of(trouble, verdicts)).size() + " FAIL",
                        machine.since())));
        REPORT.add(Line.of(
                "R28",
                "the same journals without the signs of our own overload",
                unwatched.size() + " FAIL",
                "so the benchmark can fail"));
        assertThat(findings).isEmpty();
    }

    private static List<String> failing(Map<OverloadBench.Trouble, List<String>> verdicts) {
        return verdicts.values().stream()
                .flatMap(List::stream)
                .filter(verdict ->
                        !verdict.startsWith("PASS") && !verdict.startsWith("INCONCLUSIVE"))
                .toList();
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

package io.firedrill.bench;

import io.firedrill.bench.DarkStub.Kind;
import io.firedrill.bench.Report.Line;
import io.firedrill.bench.Stub.Truth;
import io.firedrill.check.Interval;
import io.firedrill.check.Measured;
import io.firedrill.check.Outage;
import io.firedrill.check.RecoveryCheck;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Objective;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * P1: how far the measured recovery time is from the truth, and whether the truth is inside the
 * printed intervals; and R27: a verdict next to its limit is never wrong.
 */
final class RtoBench {
    static final int OUTAGES = Integer.getInteger("firedrill.bench.outages", 40);
    private static final Duration HEALTHY = Duration.ofSeconds(6);
    private static final Duration LIGHT = Duration.ofMillis(750);
    private static final Duration HELD = Duration.ofMillis(400);
    private static final double[] BESIDE_THE_TRUTH = {-3, -1, -0.1, 0.1, 1, 3};

    private final Random random = new Random(1);
    private final Map<Kind, Score> scores = new EnumMap<>(Kind.class);
    private final Score all = new Score();

    /** What is counted, of one kind of outage or of all. */
    static final class Score {
        final Sample error = new Sample();
        final Sample width = new Sample();
        final Sample impactInside = new Sample();
        final Sample recoveryInside = new Sample();
        final Sample durationInside = new Sample();
        final Sample polled = new Sample();
        final Sample awaited = new Sample();
        final Sample lateness = new Sample();
        int outages;
        int odd;
        int straddling;
        int decided;
        int wrong;
    }

    /** One outage as it was made. */
    record Made(Kind kind, Probing.Window window, Truth truth) {}

    Score all() {
        return all;
    }

    Map<Kind, Score> byKind() {
        return scores;
    }

    /** Measures outages of one kind alone, at that many probes a second, the rivals beside it. */
    void measure(Kind kind, double perSecond) {
        try (Stub stub = Stub.start(work(kind));
                Probing probing = Probing.start(Map.of("probe", stub.address()), perSecond);
                Pollers pollers = Pollers.start(stub.address())) {
            List<Made> made = make(kind, stub, probing, OUTAGES);
            probing.close();
            made.forEach(one -> score("probe", one, probing));
            made.forEach(one -> rivals(one, pollers));
        }
    }

    /** Measures outages of all kinds at once, one stub and one journey for each. */
    void measureAll(double perSecond) throws InterruptedException {
        Map<String, Stub> stubs = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            stubs.put(kind.name(), Stub.start(work(kind)));
        }
        Map<String, InetSocketAddress> addresses = new TreeMap<>();
        stubs.forEach((name, stub) -> addresses.put(name, stub.address()));
        try (Probing probing = Probing.start(addresses, perSecond)) {
            Map<Kind, List<Made>> made = new EnumMap<>(Kind.class);
            List<Thread> makers = new ArrayList<>();
            stubs.forEach((name, stub) -> {
                List<Made> list = new ArrayList<>();
                Kind kind = Kind.valueOf(name);
                made.put(kind, list);
                makers.add(new Thread(() -> list.addAll(make(kind, stub, probing, OUTAGES)), name));
            });
            makers.forEach(Thread::start);
            for (Thread maker : makers) {
                maker.join();
            }
            probing.close();
            made.forEach((kind, list) -> list.forEach(one -> score(kind.name(), one, probing)));
        } finally {
            stubs.values().forEach(Stub::close);
        }
    }

    /** After a thaw the backlog is worked off one by one: that is what made this kind hard. */
    private static Duration work(Kind kind) {
        return kind == Kind.FROZEN ? Duration.ofNanos(100_000) : Duration.ZERO;
    }

    private List<Made> make(Kind kind, Stub stub, Probing probing, int outages) {
        probing.pass(HEALTHY);
        long healthyBy = probing.clock().nanos();
        List<long[]> acts = new ArrayList<>();
        List<Truth> truths = new ArrayList<>();
        for (int each = 0; each < outages; each++) {
            Duration lasting = Duration.ofNanos(700_000_000L + next(600_000_000));
            long before = probing.clock().nanos();
            stub.darken(kind, lasting);
            acts.add(new long[] {before, probing.clock().nanos()});
            truths.add(stub.truth());
            probing.pass(LIGHT.plusNanos(next(50_000_000)));
        }
        acts.add(new long[] {probing.clock().nanos()});
        List<Made> made = new ArrayList<>();
        for (int each = 0; each < outages; each++) {
            Probing.Window window = new Probing.Window(
                    healthyBy, acts.get(each)[0], acts.get(each)[1], acts.get(each + 1)[0]);
            made.add(new Made(kind, window, truths.get(each)));
        }
        return made;
    }

    private synchronized int next(int bound) {
        return random.nextInt(bound);
    }

    private void score(String journey, Made made, Probing probing) {
        Score score = scores.computeIfAbsent(made.kind(), any -> new Score());
        Journal journal = probing.journal(made.window());
        journal.all(Event.Attempt.class)
                .filter(attempt -> attempt.journey().equals(journey))
                .forEach(
                        attempt -> score.lateness.add((attempt.sent() - attempt.intended()) / 1e6));
        Optional<Outage> found = Measured.outage(journey, probing.scenario(), journal, HELD);
        score.outages++;
        all.outages++;
        Truth truth = made.truth();
        beside(journey, new Interval(truth.shortest(), truth.longest()), journal, probing);
        if (found.isEmpty()) {
            score.odd++;
            all.odd++;
            return;
        }
        Interval dark = times(probing, truth.darkFrom(), truth.darkBy());
        Interval light = times(probing, truth.lightFrom(), truth.lightBy());
        Outage outage = found.get();
        for (Score each : List.of(score, all)) {
            inside(each, outage, dark, light);
        }
        explain(made, outage, dark, light);
    }

    private static Interval times(Probing probing, long from, long until) {
        return new Interval(probing.drillTime(from), probing.drillTime(until));
    }

    private static void inside(Score score, Outage outage, Interval dark, Interval light) {
        Interval took = outage.duration().orElseThrow();
        Interval truth = light.since(dark);
        double middle = (took.lo() + took.hi()) / 2.0;
        score.error.add(Math.abs(middle - (truth.lo() + truth.hi()) / 2.0) / 1e6);
        score.width.add(took.width() / 1e6);
        score.impactInside.add(meet(outage.impact(), dark) ? 1 : 0);
        score.recoveryInside.add(meet(outage.recovered().orElseThrow(), light) ? 1 : 0);
        score.durationInside.add(meet(took, truth) ? 1 : 0);
    }

    private static boolean meet(Interval one, Interval other) {
        return one.lo() <= other.hi() && other.lo() <= one.hi();
    }

    private static void explain(Made made, Outage outage, Interval dark, Interval light) {
        Interval up = outage.recovered().orElseThrow();
        if (!meet(outage.impact(), dark) || !meet(up, light)) {
            System.out.printf(
                    "outside: %s impact %.2f..%.2f ms of the truth, recovery %.2f..%.2f ms%n",
                    made.kind(),
                    (outage.impact().lo() - dark.lo()) / 1e6,
                    (outage.impact().hi() - dark.hi()) / 1e6,
                    (up.lo() - light.lo()) / 1e6,
                    (up.hi() - light.hi()) / 1e6);
        }
    }

    /** R27: limits beside the truth. */
    private void beside(String journey, Interval truth, Journal journal, Probing probing) {
        for (double millis : BESIDE_THE_TRUTH) {
            long from = millis < 0 ? truth.lo() : truth.hi();
            Duration limit = Duration.ofNanos(from + Math.round(millis * 1e6));
            Objective objective = Measured.recovery(journey, limit, HELD);
            Verdict.Status status = new RecoveryCheck()
                    .examine(objective, probing.scenario(), journal)
                    .status();
            boolean wrong = status == (millis < 0 ? Verdict.Status.PASS : Verdict.Status.FAIL);
            all.wrong += wrong ? 1 : 0;
            all.straddling += status == Verdict.Status.INCONCLUSIVE ? 1 : 0;
            all.decided += status == Verdict.Status.INCONCLUSIVE || wrong ? 0 : 1;
        }
    }

    private void rivals(Made made, Pollers pollers) {
        pollers.polledError(made.truth()).ifPresent(nanos -> all.polled.add(nanos / 1e6));
        pollers.awaitedError(made.truth()).ifPresent(nanos -> all.awaited.add(nanos / 1e6));
    }

    /** Gives a line for each kind. */
    List<Line> lines(String how, String beside) {
        List<Line> lines = new ArrayList<>();
        scores.forEach((kind, score) -> lines.add(Line.of(
                "P1",
                kind + ", " + how,
                text(score),
                "send lateness p99 " + Sample.text(score.lateness.quantile(0.99)) + " ms")));
        lines.add(Line.of("P1", "all kinds, " + how, text(all), beside));
        return lines;
    }

    static String text(Score score) {
        return score.outages + " outages; error p50 " + Sample.text(score.error.quantile(0.5))
                + " p99 " + Sample.text(score.error.quantile(0.99)) + " ms; width p50 "
                + Sample.text(score.width.quantile(0.5)) + " p99 "
                + Sample.text(score.width.quantile(0.99)) + " ms; truth in D "
                + percent(score.impactInside) + " U " + percent(score.recoveryInside) + " RTO "
                + percent(score.durationInside)
                + (score.odd > 0 ? "; " + score.odd + " not measured" : "");
    }

    static String percent(Sample sample) {
        return Sample.text(100 * sample.share()) + " %";
    }
}

package io.firedrill.bench;

import io.firedrill.check.Measured;
import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.journal.Phase;
import io.firedrill.journal.Recorder;
import io.firedrill.journal.SystemClock;
import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.HttpStep;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.SystemSpec;
import io.firedrill.scenario.Trigger;
import io.firedrill.traffic.Customers;
import io.firedrill.traffic.CustomersOrder;
import io.firedrill.traffic.Tally;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Real customers on their way to stubs, and the journal that they leave. */
final class Probing implements AutoCloseable, Recorder {
    static final Duration DEADLINE = Duration.ofMillis(500);

    private final DrillClock clock = new SystemClock();
    private final long offset = offset(clock);
    private final List<Entry> entries = new ArrayList<>();
    private final Scenario scenario;
    private final Customers customers;
    private final long begun;

    private Probing(Map<String, InetSocketAddress> stubs, double perSecond) {
        scenario = scenario(stubs.keySet(), perSecond);
        begun = clock.nanos();
        customers = Customers.start(new CustomersOrder(scenario, stubs::get, this, clock, 1));
    }

    /** Starts a journey to each stub, named like it, with that many customers a second each. */
    static Probing start(Map<String, InetSocketAddress> stubs, double perSecond) {
        return new Probing(stubs, perSecond);
    }

    private static long offset(DrillClock clock) {
        long best = Long.MAX_VALUE;
        long offset = 0;
        for (int each = 0; each < 1000; each++) {
            long before = System.nanoTime();
            long nanos = clock.nanos();
            long after = System.nanoTime();
            if (after - before < best) {
                best = after - before;
                offset = before + (after - before) / 2 - nanos;
            }
        }
        return offset;
    }

    /** Gives what the drill's clock showed at a stamp of {@link System#nanoTime}. */
    long drillTime(long nanoTime) {
        return nanoTime - offset;
    }

    DrillClock clock() {
        return clock;
    }

    Scenario scenario() {
        return scenario;
    }

    Map<String, Tally> tally() {
        return customers.tally();
    }

    /** Gives scheduled, sent and dropped of all journeys but the control journey. */
    String totals() {
        long scheduled = 0;
        long sent = 0;
        long dropped = 0;
        for (Map.Entry<String, Tally> each : tally().entrySet()) {
            if (!each.getKey().equals(Event.Attempt.CONTROL)) {
                scheduled += each.getValue().scheduled();
                sent += each.getValue().sent();
                dropped += each.getValue().dropped();
            }
        }
        return scheduled + " " + sent + " " + dropped;
    }

    /** Gives how many milliseconds late each attempt since a moment was handed over. */
    synchronized Sample lateness(long since) {
        Sample late = new Sample();
        for (Entry entry : entries) {
            if (entry.event() instanceof Event.Attempt attempt
                    && attempt.intended() >= since
                    && !attempt.journey().equals(Event.Attempt.CONTROL)) {
                late.add((attempt.sent() - attempt.intended()) / 1e6);
            }
        }
        return late;
    }

    @Override
    public synchronized void record(String actor, Event event) {
        entries.add(new Entry(entries.size(), clock.nanos(), Instant.EPOCH, actor, event));
    }

    /** Waits for a time. */
    void pass(Duration time) {
        clock.waitUntil(clock.nanos() + time.toNanos());
    }

    /**
     * When one of many outages of a run was, on the drill's clock.
     *
     * @param healthyBy end of the healthy time that all of them share
     * @param before when the injector began to act, {@code after} when it was done
     * @param until the next outage's {@code before}
     */
    record Window(long healthyBy, long before, long after, long until) {}

    /** Gives the journal that a drill with that one outage would have left. */
    Journal journal(Window window) {
        List<Entry> all = snapshot();
        long shortlyBefore = window.before() - Duration.ofMillis(200).toNanos();
        Slice slice = new Slice();
        slice.add(begun, new Event.PhaseEntered(Phase.BASELINE, "up"));
        slice.copy(all, begun, window.healthyBy());
        slice.add(window.healthyBy(), new Event.BaselineJudged(true, "", Map.of()));
        slice.add(window.healthyBy(), new Event.PhaseEntered(Phase.FAULTS, ""));
        slice.add(
                window.before(), new Event.FaultIntended("it", "vanish", "stub", "stub", Map.of()));
        slice.add(window.after(), new Event.FaultApplied("it", window.before(), window.after()));
        slice.copy(all, Math.max(shortlyBefore, window.healthyBy()), window.until());
        return slice;
    }

    private synchronized List<Entry> snapshot() {
        return List.copyOf(entries);
    }

    /** A journal put together from parts of another. */
    private static final class Slice implements Journal {
        private final List<Entry> entries = new ArrayList<>();

        void add(long nanos, Event event) {
            entries.add(new Entry(entries.size(), nanos, Instant.EPOCH, "bench", event));
        }

        /** Copies what was sent in {@code [from, until)} and had ended by then. */
        void copy(List<Entry> all, long from, long until) {
            for (Entry entry : all) {
                long when = entry.event() instanceof Event.Attempt attempt
                        ? attempt.sent()
                        : entry.nanos();
                if (when >= from && when < until && entry.nanos() < until) {
                    add(entry.nanos(), entry.event());
                }
            }
        }

        @Override
        public List<Entry> entries() {
            return entries;
        }
    }

    /** Stops the customers; what they left stays readable. */
    @Override
    public void close() {
        customers.stop();
    }

    private static Scenario scenario(Set<String> names, double perSecond) {
        Map<String, JourneySpec> journeys = new HashMap<>();
        Map<String, Endpoint> entries = new HashMap<>();
        Map<String, Double> rates = new HashMap<>();
        for (String name : names) {
            journeys.put(name, journey(name));
            entries.put(name, new Endpoint(name, 80));
            rates.put(name, perSecond);
        }
        String first = names.iterator().next();
        Objective objective =
                Measured.recovery(first, Duration.ofSeconds(1), Duration.ofMillis(400));
        FaultSpec fault = new FaultSpec(
                "vanish", new FaultSpec.Target.Component("stub"), new Settings(Map.of()));
        return new Scenario(
                "bench/drill",
                Path.of("bench.yaml"),
                "A stub goes dark",
                new Scenario.About(
                        Optional.empty(),
                        Optional.empty(),
                        Scenario.Level.GATE,
                        1,
                        "normal",
                        "",
                        Map.of()),
                system(journeys, entries),
                rates,
                new Scenario.Baseline(Duration.ofSeconds(5), 0),
                List.of(new Step.Inject(new Trigger.After(Duration.ZERO), "it", fault)),
                List.of(objective),
                List.of(),
                Duration.ofMinutes(5),
                Optional.empty());
    }

    private static JourneySpec journey(String name) {
        HttpStep ask = new HttpStep(
                "GET", "/", Map.of(), Optional.empty(), Set.of(200), Map.of(), Map.of());
        return new JourneySpec(
                name,
                name,
                DEADLINE,
                Optional.empty(),
                List.of(ask),
                false,
                false,
                Optional.empty());
    }

    private static SystemSpec system(
            Map<String, JourneySpec> journeys, Map<String, Endpoint> entries) {
        return new SystemSpec(
                "bench",
                "Stubs",
                "hot",
                Path.of("bench"),
                new Blueprint.Composed(List.of()),
                Set.of("stub"),
                entries,
                List.of(),
                Map.of(),
                Map.of(),
                journeys,
                Map.of());
    }
}

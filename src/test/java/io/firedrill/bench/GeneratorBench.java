package io.firedrill.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * P5: the highest rate at which an open-loop generator is late by no more than 1 ms at p99, judged
 * by the arrival log of the stub alone and by one rule for all: the n-th arrival against the n-th
 * slot of an even plan laid through the earliest of them.
 */
final class GeneratorBench {
    private static final int[] RATES = {200, 500, 1_000, 2_000, 4_000, 8_000};
    private static final int SECONDS = 3;
    private static final double LATE_MILLIS = 1;
    private static final int TRIES = 2;
    private static final int MISSES = 3;
    private static final Duration AT_MOST = Duration.ofSeconds(15);

    private final List<Climber> climbers = new ArrayList<>();
    private long scheduled;
    private long sent;
    private long dropped;

    /** Something that sends {@code rate} requests a second to a stub for a while. */
    private interface Generator {
        void run(Stub stub, int rate);
    }

    /** One of those that are compared, and how far it came. */
    private static final class Climber {
        private final String name;
        private final Generator generator;
        private final StringBuilder seen = new StringBuilder();
        private int highest;
        private int missed;

        Climber(String name, Generator generator) {
            this.name = name;
            this.generator = generator;
        }
    }

    /** Adds ours to those that are compared. */
    void ours() {
        climbers.add(new Climber("ours", this::customers));
    }

    void k6(Path program) {
        climbers.add(new Climber(
                "k6",
                (stub, rate) ->
                        Children.run(Rivals.k6(program, stub.address(), rate, SECONDS), AT_MOST)));
    }

    void vegeta(Path program) {
        climbers.add(new Climber(
                "vegeta",
                (stub, rate) -> Children.run(
                        Rivals.vegeta(program, stub.address(), rate, SECONDS), AT_MOST)));
    }

    /** Tries all of them rate by rate, one after the other: they share the machine's moods. */
    void run() {
        try (Stub stub = Stub.start(Duration.ZERO)) {
            climbers.forEach(climber -> climber.generator.run(stub, 500));
            for (int rate : RATES) {
                for (Climber climber : climbers) {
                    climb(climber, stub, rate);
                }
            }
        }
    }

    /** Gives the highest rate of one; 0 where it was late at all, -1 where it is not there. */
    int highest(String name) {
        return climbers.stream()
                .filter(climber -> climber.name.equals(name))
                .mapToInt(climber -> climber.highest)
                .findFirst()
                .orElse(-1);
    }

    /** Gives every rate that was tried with its p99 lateness. */
    String seen() {
        StringBuilder seen = new StringBuilder();
        climbers.forEach(
                climber -> seen.append(climber.name).append(climber.seen).append(' '));
        return seen.toString();
    }

    /** Says whether what was scheduled is what was sent and dropped, to the last one. */
    boolean exact() {
        return scheduled == sent + dropped && scheduled > 0;
    }

    String counts() {
        return scheduled + " scheduled = " + sent + " sent + " + dropped + " dropped";
    }

    private void customers(Stub stub, int rate) {
        try (Probing probing = Probing.start(Map.of("probe", stub.address()), rate)) {
            probing.pass(Duration.ofSeconds(SECONDS));
            probing.close();
            String[] totals = probing.totals().split(" ");
            scheduled += Long.parseLong(totals[0]);
            sent += Long.parseLong(totals[1]);
            dropped += Long.parseLong(totals[2]);
        }
    }

    private static void climb(Climber climber, Stub stub, int rate) {
        if (climber.missed == MISSES) {
            return;
        }
        double best = Double.MAX_VALUE;
        for (int each = 0; each < TRIES && !(best <= LATE_MILLIS); each++) {
            stub.forgetArrivals();
            climber.generator.run(stub, rate);
            best = Math.min(best, late(stub.arrivals(), rate).orElse(Double.MAX_VALUE));
        }
        String shown = best == Double.MAX_VALUE ? "too few" : Sample.text(best) + " ms";
        climber.seen.append(' ').append(rate).append("/s ").append(shown).append(';');
        climber.missed = best > LATE_MILLIS ? climber.missed + 1 : 0;
        climber.highest = climber.missed == 0 ? rate : climber.highest;
    }

    /**
     * Gives the p99 lateness in milliseconds without the first second; empty where too few came.
     */
    static Optional<Double> late(long[] arrivals, int rate) {
        if (arrivals.length < rate * SECONDS * 0.95) {
            return Optional.empty();
        }
        double gap = 1e9 / rate;
        double earliest = Double.MAX_VALUE;
        for (int at = rate; at < arrivals.length; at++) {
            earliest = Math.min(earliest, arrivals[at] - arrivals[0] - at * gap);
        }
        Sample late = new Sample();
        for (int at = rate; at < arrivals.length; at++) {
            late.add((arrivals[at] - arrivals[0] - at * gap - earliest) / 1e6);
        }
        return Optional.of(late.quantile(0.99));
    }
}

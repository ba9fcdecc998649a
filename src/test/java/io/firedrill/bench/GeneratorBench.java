package io.firedrill.bench;

import java.nio.file.Path;
import java.time.Duration;
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
    private static final int MISSES = 2;
    private static final Duration AT_MOST = Duration.ofSeconds(15);

    private final StringBuilder seen = new StringBuilder();
    private long scheduled;
    private long sent;
    private long dropped;

    /** Something that sends {@code rate} requests a second to a stub for a while. */
    private interface Generator {
        void run(Stub stub, int rate);
    }

    /** Gives our highest rate; 0 where not even the lowest was on time. */
    int ours() {
        return climb("ours", this::customers);
    }

    int k6(Path program) {
        return climb(
                "k6",
                (stub, rate) ->
                        Children.run(Rivals.k6(program, stub.address(), rate, SECONDS), AT_MOST));
    }

    int vegeta(Path program) {
        return climb(
                "vegeta",
                (stub, rate) -> Children.run(
                        Rivals.vegeta(program, stub.address(), rate, SECONDS), AT_MOST));
    }

    /** Gives every rate that was tried with its p99 lateness. */
    String seen() {
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

    private int climb(String name, Generator generator) {
        int highest = 0;
        int missed = 0;
        seen.append(name).append(':');
        try (Stub stub = Stub.start(Duration.ZERO)) {
            generator.run(stub, 500);
            for (int rate : RATES) {
                double best = Double.MAX_VALUE;
                for (int each = 0; each < TRIES && !(best <= LATE_MILLIS); each++) {
                    stub.forgetArrivals();
                    generator.run(stub, rate);
                    best = Math.min(best, late(stub.arrivals(), rate).orElse(Double.MAX_VALUE));
                }
                seen.append(' ')
                        .append(rate)
                        .append("/s ")
                        .append(Sample.text(best))
                        .append(" ms;");
                missed = best > LATE_MILLIS ? missed + 1 : 0;
                highest = missed == 0 ? rate : highest;
                if (missed == MISSES) {
                    break;
                }
            }
        }
        return highest;
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

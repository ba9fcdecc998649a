package io.firedrill.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** R28: whatever befalls the harness itself, it never becomes a finding about the system. */
final class OverloadBench {
    static final int EACH = Integer.getInteger("firedrill.bench.overloads", 4);

    private final Map<Trouble, List<String>> judged = new EnumMap<>(Trouble.class);
    private final Map<Trouble, List<String>> blind = new EnumMap<>(Trouble.class);

    /** What befalls it, from the end of its baseline on. */
    enum Trouble {
        STOPPED,
        THROTTLED,
        HEAP_FILLED
    }

    Map<Trouble, List<String>> judged() {
        return judged;
    }

    /** Gives the verdicts of the same journals without the signs of our own overload. */
    Map<Trouble, List<String>> blind() {
        return blind;
    }

    /** Runs every trouble, three harnesses at a time. */
    void run() throws InterruptedException {
        try (Stub stub = Stub.start(Duration.ZERO)) {
            for (int each = 0; each < EACH; each++) {
                List<Thread> threads = new ArrayList<>();
                for (Trouble trouble : Trouble.values()) {
                    long seed = 31L * each + trouble.ordinal();
                    threads.add(new Thread(() -> one(trouble, stub, new Random(seed))));
                }
                threads.forEach(Thread::start);
                for (Thread thread : threads) {
                    thread.join();
                }
            }
        }
    }

    private void one(Trouble trouble, Stub stub, Random random) {
        String heap = trouble == Trouble.HEAP_FILLED ? "-Xmx48m" : "-Xmx128m";
        Process child = Children.java(
                OverloadChild.class,
                List.of(heap),
                "" + stub.address().getPort(),
                "" + (trouble == Trouble.HEAP_FILLED));
        try (BufferedReader said = child.inputReader(StandardCharsets.US_ASCII)) {
            if ("baseline".equals(said.readLine())) {
                disturb(trouble, child, random);
            }
            keep(trouble, judged, String.valueOf(said.readLine()));
            keep(trouble, blind, String.valueOf(said.readLine()));
        } catch (IOException gone) {
            keep(trouble, judged, "the harness is gone: " + gone);
        } finally {
            Children.signal(child, "CONT");
            Children.end(child, Duration.ofSeconds(1));
        }
    }

    private static void keep(Trouble trouble, Map<Trouble, List<String>> verdicts, String verdict) {
        synchronized (verdicts) {
            verdicts.computeIfAbsent(trouble, any -> new ArrayList<>()).add(verdict);
        }
    }

    private static void disturb(Trouble trouble, Process child, Random random) {
        pass(200 + random.nextInt(300));
        if (trouble == Trouble.STOPPED) {
            Children.signal(child, "STOP");
            pass(500 + random.nextInt(2_500));
            Children.signal(child, "CONT");
        } else if (trouble == Trouble.THROTTLED) {
            for (int each = 0; each < 20; each++) {
                Children.signal(child, "STOP");
                pass(60 + random.nextInt(80));
                Children.signal(child, "CONT");
                pass(20);
            }
        }
    }

    private static void pass(int millis) {
        long until = System.nanoTime() + millis * 1_000_000L;
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}

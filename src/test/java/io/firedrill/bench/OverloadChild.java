package io.firedrill.bench;

import io.firedrill.check.Measured;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A harness in a process of its own, so that it can be stopped, throttled and filled up while the
 * system it looks at is well all the time (R28). Prints {@code baseline}, then the worst verdict
 * with the signs of our own overload, then the worst without them.
 */
public final class OverloadChild {
    private static final Duration BASELINE = Duration.ofMillis(3_500);
    private static final Duration WATCHED = Duration.ofMillis(5_500);

    private OverloadChild() {}

    /** {@code args}: the port of the stub, and whether to fill the heap. */
    public static void main(String[] args) throws InterruptedException {
        InetSocketAddress stub =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
        try (Probing probing = Probing.start(Map.of("probe", stub), 50)) {
            probing.pass(BASELINE);
            long fault = probing.clock().nanos();
            System.out.println("baseline");
            Thread filling = new Thread(OverloadChild::fill, "filling");
            filling.setDaemon(true);
            if (Boolean.parseBoolean(args[1])) {
                filling.start();
            }
            probing.pass(WATCHED);
            probing.close();
            Probing.Window window = new Probing.Window(
                    fault, fault, fault + 1_000_000, probing.clock().nanos());
            Journal journal = probing.journal(window);
            System.out.println(judge(probing.scenario(), journal));
            System.out.println(judge(probing.scenario(), blind(journal)));
        }
        System.exit(0);
    }

    /** Fills the heap to the brim and drops it again, for two seconds. */
    private static void fill() {
        long until = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        List<byte[]> held = new ArrayList<>();
        while (System.nanoTime() < until) {
            try {
                held.add(new byte[64 << 10]);
            } catch (OutOfMemoryError full) {
                held.clear();
            }
        }
    }

    private static String judge(Scenario scenario, Journal journal) {
        return Measured.strictly("probe", scenario, journal);
    }

    /** The same drill as a harness would see it that does not watch itself. */
    private static Journal blind(Journal journal) {
        var entries = journal.entries().stream()
                .filter(entry -> !(entry.event() instanceof Event.HarnessStalled))
                .filter(entry -> !(entry.event() instanceof Event.Attempt attempt
                        && attempt.journey().equals(Event.Attempt.CONTROL)))
                .toList();
        return () -> entries;
    }
}

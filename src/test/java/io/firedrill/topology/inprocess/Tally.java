package io.firedrill.topology.inprocess;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The smallest program that shows what faults do: counts in memory and on disk how often it was
 * asked, answers with both, and ticks.
 */
final class Tally implements Program {
    static final int PORT = 7;
    static final Duration TICK = Duration.ofMillis(2);

    private final AtomicInteger ticks = new AtomicInteger();

    /** How often all its lives ticked. */
    int ticks() {
        return ticks.get();
    }

    @Override
    public void start(Host host) throws IOException {
        AtomicInteger memory = new AtomicInteger();
        host.work().every(TICK, ticks::incrementAndGet);
        host.console().answers("is it even", () -> memory.get() % 2 == 0);
        host.network().serve(PORT, connection -> answer(connection, host, memory));
    }

    private static void answer(Socket connection, Host host, AtomicInteger memory)
            throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
        while (in.readLine() != null) {
            host.disk().append("asked", "once");
            String words = memory.incrementAndGet() + " of " + host.disk().count("asked") + "\n";
            connection.getOutputStream().write(words.getBytes(US_ASCII));
        }
    }
}

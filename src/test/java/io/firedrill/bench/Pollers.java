package io.firedrill.bench;

import io.firedrill.bench.Stub.Truth;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/**
 * The rivals of P1: what people measure a recovery with. Each asks one question after the other,
 * through the JDK's client, with a time limit of 1 s (the defaults, none at all, would hang for
 * ever in a blackhole).
 */
final class Pollers implements AutoCloseable {
    private static final int ASK_AT_MOST_MILLIS = 1_000;

    private final InetSocketAddress address;
    private final List<long[]> polls = new ArrayList<>();
    private final List<long[]> awaited = new ArrayList<>();
    private final Thread poller = new Thread(this::poll, "serial-poller");
    private final Thread awaiting = new Thread(this::await, "awaitility");
    private volatile boolean closed;

    private Pollers(InetSocketAddress address) {
        this.address = address;
        poller.setDaemon(true);
        awaiting.setDaemon(true);
    }

    static Pollers start(InetSocketAddress address) {
        Pollers pollers = new Pollers(address);
        pollers.poller.start();
        pollers.awaiting.start();
        return pollers;
    }

    private boolean served() {
        try {
            String host = address.getAddress().getHostAddress();
            HttpURLConnection asked =
                    (HttpURLConnection) URI.create("http://" + host + ":" + address.getPort() + "/")
                            .toURL()
                            .openConnection();
            asked.setConnectTimeout(ASK_AT_MOST_MILLIS);
            asked.setReadTimeout(ASK_AT_MOST_MILLIS);
            boolean good = asked.getResponseCode() == 200;
            asked.disconnect();
            return good;
        } catch (IOException dark) {
            return false;
        }
    }

    private void poll() {
        while (!closed) {
            boolean good = served();
            note(polls, System.nanoTime(), good ? 1 : 0);
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }

    private void await() {
        while (!closed) {
            Awaitility.await().atMost(Duration.ofHours(1)).until(() -> closed || !served());
            long dark = System.nanoTime();
            Awaitility.await().atMost(Duration.ofHours(1)).until(() -> closed || served());
            note(awaited, dark, System.nanoTime());
        }
    }

    private static void note(List<long[]> list, long one, long other) {
        synchronized (list) {
            list.add(new long[] {one, other});
        }
    }

    /** Gives by how much the serial poller was wrong; empty where it did not notice the outage. */
    OptionalLong polledError(Truth truth) {
        synchronized (polls) {
            for (int at = 0; at < polls.size(); at++) {
                long when = polls.get(at)[0];
                boolean dark = polls.get(at)[1] == 0;
                if (dark && when >= truth.darkFrom() && when <= truth.lightBy() + 1_100_000_000L) {
                    OptionalLong good = firstGood(at);
                    return good.isEmpty()
                            ? good
                            : OptionalLong.of(Math.abs(good.getAsLong() - when - truth.shortest()));
                }
            }
            return OptionalLong.empty();
        }
    }

    private OptionalLong firstGood(int from) {
        return polls.stream()
                .skip(from)
                .filter(poll -> poll[1] == 1)
                .mapToLong(poll -> poll[0])
                .findFirst();
    }

    /** The same of Awaitility's defaults. */
    OptionalLong awaitedError(Truth truth) {
        synchronized (awaited) {
            return awaited.stream()
                    .filter(pair -> pair[0] >= truth.darkFrom()
                            && pair[0] <= truth.lightBy() + 1_100_000_000L)
                    .mapToLong(pair -> Math.abs(pair[1] - pair[0] - truth.shortest()))
                    .findFirst();
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread thread : List.of(poller, awaiting)) {
            try {
                thread.join(3_000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

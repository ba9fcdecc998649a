package io.firedrill.topology.relay;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;

import io.firedrill.topology.relay.Customer.Seen;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The table <em>fault x connection</em>: what a client sees, and when. */
final class FaultTable {
    private static final int PORT_AFTER = "127.0.0.1:".length();
    private static final int GLANCE_MILLIS = 80;
    private static final int WATCH_MILLIS = 450;
    private static final int ASIDE = 3;

    private final ToxiproxyClient client;

    FaultTable(RelayUnderTest relay) {
        client = relay.client();
    }

    /** Where a fault finds the connection. */
    enum Case {
        NEW,
        IDLE,
        MID_REQUEST
    }

    /**
     * What was seen under one fault, for each case.
     *
     * @param seen in the order of {@link Case}
     */
    record Line(String fault, List<Seen> seen) {
        /** Writes what never changes. */
        String words() {
            return row(seen.stream().map(Seen::words).toList());
        }

        /** Writes what does. */
        String millis() {
            return row(seen.stream().map(one -> one.millis() + " ms").toList());
        }

        private String row(List<String> cells) {
            return "| " + fault + " | " + String.join(" | ", cells) + " |";
        }
    }

    /** Tries every case of every fault, many side by side. */
    List<Line> tried() throws Exception {
        List<FaultRow> rows = FaultRow.all();
        ExecutorService threads = Executors.newFixedThreadPool(rows.size() * ASIDE);
        try {
            List<Future<Line>> futures = new ArrayList<>();
            for (FaultRow row : rows) {
                futures.add(threads.submit(() -> line(row, threads)));
            }
            List<Line> lines = new ArrayList<>();
            for (Future<Line> future : futures) {
                lines.add(future.get());
            }
            return lines;
        } finally {
            threads.shutdownNow();
        }
    }

    private Line line(FaultRow row, ExecutorService threads)
            throws ExecutionException, InterruptedException {
        List<Future<Seen>> cells = new ArrayList<>();
        for (Case each : Case.values()) {
            cells.add(threads.submit(() -> cell(row, each)));
        }
        List<Seen> seen = new ArrayList<>();
        for (Future<Seen> cell : cells) {
            seen.add(cell.get());
        }
        return new Line(row.name(), seen);
    }

    private Seen cell(FaultRow row, Case which) throws IOException {
        try (Provider provider = new Provider();
                Customer customer = new Customer()) {
            String name = row.name().replaceAll("[^a-z0-9]", "-") + "-" + which;
            Proxy proxy = client.createProxy(name, "127.0.0.1:0", provider.address());
            int port = Integer.parseInt(proxy.getListen().substring(PORT_AFTER));
            Seen seen = switch (which) {
                case NEW -> onNew(row, proxy, provider, new At(customer, port));
                case IDLE -> onIdle(row, proxy, provider, new At(customer, port));
                case MID_REQUEST -> onMid(row, proxy, provider, new At(customer, port));
            };
            proxy.delete();
            return seen;
        }
    }

    /** A customer and the port it goes to. */
    private record At(Customer customer, int port) {}

    private static Seen onNew(FaultRow row, Proxy proxy, Provider provider, At at)
            throws IOException {
        row.fault().apply(proxy, provider);
        long begun = System.nanoTime();
        if (at.customer().refused(at.port())) {
            return new Seen("refused", (System.nanoTime() - begun) / 1_000_000);
        }
        Seen glance = at.customer().idle(GLANCE_MILLIS);
        if (!glance.nothing()) {
            return new Seen("connects; unasked: " + glance.words(), glance.millis());
        }
        at.customer().send(row.request());
        row.heal(proxy);
        Seen answer = at.customer().answer(row.bytes(), row.end());
        return new Seen("connects; " + answer.words(), answer.millis());
    }

    private static Seen onIdle(FaultRow row, Proxy proxy, Provider provider, At at)
            throws IOException {
        at.customer().refused(at.port());
        at.customer().send("1");
        at.customer().answer(1, false);
        row.fault().apply(proxy, provider);
        Seen watched = at.customer().idle(WATCH_MILLIS);
        if (!watched.nothing()) {
            return new Seen("unasked: " + watched.words(), watched.millis());
        }
        at.customer().send(row.request());
        row.heal(proxy);
        return at.customer().answer(row.bytes(), row.end());
    }

    private static Seen onMid(FaultRow row, Proxy proxy, Provider provider, At at)
            throws IOException {
        at.customer().refused(at.port());
        at.customer().send(row.bytes() + " halves" + (row.end() ? " close" : ""));
        at.customer().answer(row.bytes() / 2, false);
        row.fault().apply(proxy, provider);
        provider.go();
        row.heal(proxy);
        return at.customer().answer(row.bytes() / 2, row.end());
    }
}

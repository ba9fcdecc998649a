package io.firedrill.bench;

import com.fasterxml.jackson.databind.ObjectMapper;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.ToxicDirection;

import io.firedrill.topology.relay.EmbeddedRelay;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The embedded relay beside the real Toxiproxy 2.12, in one run: bytes a second on 1 and on 200
 * connections, and how exact a latency of 50 ms is. Customers and provider are a second JVM, so
 * that neither relay shares a process with them; the relay is another: {@code RelayBench serve}.
 *
 * <p>Arguments: the real server's program; without it only the embedded relay is measured. Prints a
 * table and writes {@code target/bench/relay.json}.
 */
public final class RelayBench {
    private static final int ROUNDS = 3;
    private static final int MANY = 200;
    private static final double SECONDS = 2;
    private static final int DELAY_MILLIS = 50;

    private RelayBench() {}

    /** Measures, or serves as the relay that is measured. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("serve")) {
            serve();
            return;
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        try (RelayRival embedded = RelayRival.embedded()) {
            rows.add(measured("embedded", embedded));
        }
        if (arguments.length > 0) {
            try (RelayRival real = RelayRival.program(Path.of(arguments[0]))) {
                rows.add(measured("toxiproxy 2.12.0", real));
            }
        }
        report(rows);
    }

    /** A relay in a JVM of its own; says its port and lives until it is killed. */
    private static void serve() throws IOException {
        try (EmbeddedRelay relay = EmbeddedRelay.start(System::nanoTime)) {
            System.out.println(relay.address().getPort());
            while (System.in.read() >= 0) {
                continue; // lives as long as its parent holds the pipe
            }
        }
    }

    private static Map<String, Object> measured(String name, RelayRival rival) throws Exception {
        ToxiproxyClient client = new ToxiproxyClient("127.0.0.1", rival.port());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("relay", name);
        try (RelayFlow flow = new RelayFlow()) {
            Proxy proxy = client.createProxy("bench", "127.0.0.1:0", flow.provider());
            int port = Integer.parseInt(proxy.getListen().split(":")[1]);
            row.put("megabytesPerSecondOn1", best(flow, port, 1));
            row.put("megabytesPerSecondOn200", best(flow, port, MANY));
            row.put("exchangesPerSecondOn1", Math.round(flow.exchanges(port, 1, SECONDS)));
            row.put("exchangesPerSecondOn200", Math.round(flow.exchanges(port, MANY, SECONDS)));
            proxy.toxics().latency("l", ToxicDirection.DOWNSTREAM, DELAY_MILLIS);
            RelayFlow.Delays delays = flow.delays(port, DELAY_MILLIS);
            row.put("addedLatencyErrorMillisP50", round(delays.p50()));
            row.put("addedLatencyErrorMillisP99", round(delays.p99()));
            row.put("addedLatencyErrorMillisMax", round(delays.max()));
            proxy.delete();
        }
        row.put("loadAverage", round(load()));
        return row;
    }

    private static long best(RelayFlow flow, int port, int connections) throws Exception {
        double best = 0;
        for (int i = 0; i < ROUNDS; i++) {
            best = Math.max(best, flow.megabytes(port, connections, SECONDS));
        }
        return Math.round(best);
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static void report(List<Map<String, Object>> rows) throws IOException {
        for (String key : rows.get(0).keySet()) {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-30s", key));
            rows.forEach(row -> line.append(String.format(Locale.ROOT, "%20s", row.get(key))));
            System.out.println(line);
        }
        Path file = Path.of("target", "bench", "relay.json");
        Files.createDirectories(file.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), rows);
    }
}

package io.firedrill.journeys;

import io.firedrill.topology.inprocess.Host;
import io.firedrill.topology.inprocess.Part;
import io.firedrill.topology.inprocess.PocketSystem;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One component that passes connections on to a real server somewhere on this machine, so that the
 * server can be cut off, frozen and lost with what a pocket system knows. Its settings name ports:
 * its own, and that of the server.
 */
final class Gateway implements PocketSystem {
    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public List<Part> parts(Map<String, String> settings) {
        return List.of(Part.of("gateway", host -> serve(host, settings))
                .restartedAfter(Duration.ofMillis(400)));
    }

    private static void serve(Host host, Map<String, String> settings) throws IOException {
        for (Map.Entry<String, String> port : settings.entrySet()) {
            int server = Integer.parseInt(port.getValue());
            host.network()
                    .serve(
                            Integer.parseInt(port.getKey()),
                            connection -> pass(connection, server, host));
        }
    }

    private static void pass(Socket connection, int server, Host host) throws IOException {
        try (Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            upstream.setTcpNoDelay(true);
            connection.setTcpNoDelay(true);
            host.work().run(() -> back(upstream, connection));
            copy(connection, upstream);
        }
    }

    private static void back(Socket upstream, Socket connection) {
        try {
            copy(upstream, connection);
            connection.shutdownOutput();
        } catch (IOException wentAway) {
            // both ends are closed by the other direction
            return;
        }
    }

    private static void copy(Socket from, Socket to) throws IOException {
        OutputStream out = to.getOutputStream();
        byte[] bytes = new byte[8192];
        for (int read = from.getInputStream().read(bytes);
                read >= 0;
                read = from.getInputStream().read(bytes)) {
            out.write(bytes, 0, read);
        }
    }
}

package io.firedrill.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** A relay in a process of its own, driven over its API. */
final class RelayRival implements AutoCloseable {
    private final Process process;
    private final int port;

    private RelayRival(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts the embedded relay in a JVM that does nothing else. */
    static RelayRival embedded() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RelayBench.class.getName(),
                        "serve")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new RelayRival(process, Integer.parseInt(out.readLine()));
    }

    /** Starts the real server. */
    static RelayRival program(Path program) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder =
                new ProcessBuilder(List.of(program.toString(), "-host=127.0.0.1", "-port=" + port));
        builder.environment().put("LOG_LEVEL", "error");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Awaitility.await("the real server listens")
                .atMost(Duration.ofSeconds(10))
                .until(() -> listens(port));
        return new RelayRival(process, port);
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Gives the port of its API. */
    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

package io.firedrill.topology.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The real server of Toxiproxy 2.12: the program out of its container image, run beside us, so that
 * no port of Docker's lies between. {@code -Dfiredrill.toxiproxy=<program>} names another one.
 */
final class RealToxiproxy implements RelayUnderTest {
    private static final String IMAGE = "ghcr.io/shopify/toxiproxy:2.12.0";
    private static final Path PROGRAM = Path.of("target", "toxiproxy-2.12.0");
    private static final int COMMAND_SECONDS = 60;

    private final Process process;
    private final InetSocketAddress api;

    private RealToxiproxy(Process process, InetSocketAddress api) {
        this.process = process;
        this.api = api;
    }

    static RealToxiproxy start() {
        try {
            int port = freePort();
            ProcessBuilder builder =
                    new ProcessBuilder(program().toString(), "-host=127.0.0.1", "-port=" + port);
            builder.environment().put("LOG_LEVEL", "error");
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(new File("target", "toxiproxy.log"))
                    .start();
            RealToxiproxy started =
                    new RealToxiproxy(process, new InetSocketAddress("127.0.0.1", port));
            await("the real Toxiproxy listens")
                    .atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(20))
                    .until(started::listens);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return one.getLocalPort();
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(api, 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static synchronized Path program() throws IOException {
        String given = System.getProperty("firedrill.toxiproxy", "");
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        if (!Files.exists(PROGRAM)) {
            String id = run("docker", "create", IMAGE);
            run("docker", "cp", id + ":/toxiproxy", PROGRAM.toString());
            run("docker", "rm", id);
        }
        return PROGRAM.toAbsolutePath();
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS))
                    .as("%s ended", List.of(command))
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(process.exitValue()).as("%s", List.of(command)).isZero();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Override
    public InetSocketAddress api() {
        return api;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

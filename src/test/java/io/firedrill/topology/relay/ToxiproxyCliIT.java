package io.firedrill.topology.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The official command line, as {@code go install} makes it, against the embedded relay. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ToxiproxyCliIT {
    private static final String MODULE = "github.com/Shopify/toxiproxy/v2/cmd/cli@v2.12.0";
    private static final Path BIN = Path.of("target", "toxiproxy-cli").toAbsolutePath();
    private static final int INSTALL_SECONDS = 300;
    private static final int CALL_SECONDS = 20;

    private final RelayUnderTest relay = RelayUnderTest.embedded();

    @BeforeAll
    void install() throws Exception {
        if (Files.exists(BIN.resolve("cli"))) {
            return;
        }
        Optional<String> go = Stream.of("go", "/usr/local/go/bin/go")
                .filter(ToxiproxyCliIT::runs)
                .findFirst();
        assumeTrue(go.isPresent(), "no go here, so the official CLI can not be built");
        ProcessBuilder builder = new ProcessBuilder(go.get(), "install", MODULE);
        builder.environment().put("GOBIN", BIN.toString());
        builder.environment().put("CGO_ENABLED", "0");
        run(builder, INSTALL_SECONDS);
    }

    private static boolean runs(String program) {
        try {
            return new ProcessBuilder(program, "version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @AfterAll
    void close() {
        relay.close();
    }

    private String cli(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                BIN.resolve("cli").toString(),
                "--host",
                "http://127.0.0.1:" + relay.api().getPort()));
        command.addAll(List.of(arguments));
        return run(new ProcessBuilder(command), CALL_SECONDS);
    }

    private static String run(ProcessBuilder builder, int seconds) throws Exception {
        Path file = Files.createTempFile("toxiproxy-cli", ".out");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(file.toFile()).start();
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        process.destroyForcibly();
        String out = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        assertThat(ended).as("%s ended: %s", builder.command(), out).isTrue();
        assertThat(process.exitValue()).as("%s: %s", builder.command(), out).isZero();
        return out.replaceAll("\u001b\\[[0-9;]*m", "");
    }

    @Test
    @Order(1)
    void creates() throws Exception {
        assertThat(cli("create", "--listen", "127.0.0.1:0", "--upstream", "127.0.0.1:9", "db"))
                .contains("Created new proxy db");
    }

    @Test
    @Order(2)
    void lists() throws Exception {
        assertThat(cli("list")).contains("db\t", "127.0.0.1:9", "enabled");
    }

    @Test
    @Order(3)
    void addsToxics() throws Exception {
        assertThat(cli("toxic", "add", "-t", "latency", "-a", "latency=50", "-a", "jitter=5", "db"))
                .contains("Added downstream latency toxic 'latency_downstream' on proxy 'db'");
        assertThat(cli(
                        "toxic",
                        "add",
                        "-n",
                        "gone",
                        "-t",
                        "timeout",
                        "-u",
                        "--toxicity",
                        "0.5",
                        "-a",
                        "timeout=0",
                        "db"))
                .contains("Added upstream timeout toxic 'gone' on proxy 'db'");
    }

    @Test
    @Order(4)
    void inspects() throws Exception {
        assertThat(cli("inspect", "db"))
                .contains("gone\ttype=timeout\tstream=upstream\ttoxicity=0.50", "timeout=0")
                .contains("latency_downstream\ttype=latency\tstream=downstream\ttoxicity=1.00")
                .contains("jitter=5", "latency=50");
    }

    @Test
    @Order(5)
    void updatesAToxic() throws Exception {
        assertThat(cli("toxic", "update", "-n", "gone", "--toxicity", "1", "-a", "timeout=9", "db"))
                .contains("Updated toxic 'gone' on proxy 'db'");
        assertThat(cli("inspect", "db")).contains("timeout=9").doesNotContain("toxicity=0.50");
    }

    @Test
    @Order(6)
    void removesAToxic() throws Exception {
        assertThat(cli("toxic", "delete", "-n", "gone", "db"))
                .contains("Removed toxic 'gone' on proxy 'db'");
        assertThat(cli("inspect", "db")).doesNotContain("gone");
    }

    @Test
    @Order(7)
    void toggles() throws Exception {
        assertThat(cli("toggle", "db")).contains("Proxy db is now disabled");
        assertThat(relay.client().getProxy("db").isEnabled()).isFalse();
        assertThat(cli("toggle", "db")).contains("Proxy db is now enabled");
    }

    @Test
    @Order(8)
    void deletes() throws Exception {
        assertThat(cli("delete", "db")).contains("Deleted proxy db");
        assertThat(relay.client().getProxies()).isEmpty();
    }
}

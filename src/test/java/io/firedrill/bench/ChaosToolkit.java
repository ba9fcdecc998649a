package io.firedrill.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import eu.rekawek.toxiproxy.ToxiproxyClient;

import io.firedrill.topology.relay.EmbeddedRelay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/** A rival of P2: Chaos Toolkit with its Toxiproxy driver, which stamps its actions too. */
final class ChaosToolkit {
    private static final int TIMES = 5;

    private ChaosToolkit() {}

    /** Gives how long each action of adding a toxic lasted by its own journal, in milliseconds. */
    static Sample actions(Path program) throws IOException {
        Sample widths = new Sample();
        try (EmbeddedRelay relay = EmbeddedRelay.start(System::nanoTime)) {
            new ToxiproxyClient("127.0.0.1", relay.address().getPort())
                    .createProxy("edge", "127.0.0.1:0", "127.0.0.1:9");
            Path folder = Files.createTempDirectory("chaos");
            Path experiment = folder.resolve("experiment.json");
            Path journal = folder.resolve("journal.json");
            for (int each = 0; each < TIMES; each++) {
                Files.writeString(experiment, experiment(relay.address().getPort(), each));
                Children.run(
                        List.of(
                                "sh",
                                "-c",
                                "cd " + folder + " && " + program
                                        + " --log-file chaos.log run --journal-path " + journal
                                        + " --rollback-strategy never " + experiment
                                        + " > out.log 2>&1"),
                        Duration.ofSeconds(20));
                if (Files.exists(journal)) {
                    JsonNode run = new ObjectMapper().readTree(journal.toFile()).path("run");
                    if (run.path(0).path("status").asText().equals("succeeded")) {
                        widths.add(millis(run.path(0)));
                    }
                    Files.delete(journal);
                }
            }
        }
        return widths;
    }

    private static double millis(JsonNode action) {
        OffsetDateTime begin = OffsetDateTime.parse(action.path("start").asText());
        OffsetDateTime end = OffsetDateTime.parse(action.path("end").asText());
        return Duration.between(begin, end).toNanos() / 1e6;
    }

    private static String experiment(int port, int number) {
        return """
                {"title": "edge", "description": "edge", "version": "1.0.0",
                 "configuration": {"toxiproxy_host": "127.0.0.1", "toxiproxy_port": "%d"},
                 "method": [{"type": "action", "name": "hole", "provider": {
                   "type": "python", "module": "chaostoxi.toxic.actions",
                   "func": "create_toxic", "arguments": {"for_proxy": "edge",
                     "toxic_name": "hole%d", "toxic_type": "timeout", "stream": "upstream",
                     "toxicity": 1.0, "attributes": {"timeout": 0}}}}]}
                """.formatted(port, number);
    }
}

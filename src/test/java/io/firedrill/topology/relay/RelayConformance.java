package io.firedrill.topology.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.topology.relay.FaultTable.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What both must do: the one suite, for the embedded relay and for the real one. */
abstract class RelayConformance {
    private static final Path PAGE = Path.of("src/docs/relay-conformance.md");
    private static final String BEGIN = "<!-- what the client sees -->";
    private static final String END = "<!-- end -->";
    private static final int TRIES = 3;

    private RelayUnderTest relay;

    abstract RelayUnderTest start();

    @BeforeEach
    void begin() {
        relay = start();
    }

    @AfterEach
    void end() {
        relay.close();
    }

    @Test
    void answersTheApiAsRecorded() throws IOException {
        List<String> held;
        try (ApiTalk talk = new ApiTalk(relay)) {
            held = talk.held();
        }

        Files.write(Path.of("target", getClass().getSimpleName() + "-api.txt"), held);
        assertThat(held).isEqualTo(ApiTalk.recorded());
    }

    /** A stall of this machine makes "at once" late; a difference stays one three times. */
    @Test
    void showsClientsWhatThePageSays() throws Exception {
        List<String> seen = List.of();
        for (int i = 0; i < TRIES && (seen.isEmpty() || !seen.equals(written())); i++) {
            List<Line> lines = new FaultTable(relay).tried();
            seen = lines.stream().map(Line::words).toList();
            Files.write(
                    Path.of("target", getClass().getSimpleName() + "-faults.md"),
                    Stream.concat(seen.stream(), lines.stream().map(Line::millis))
                            .toList());
        }

        assertThat(seen).isEqualTo(written());
    }

    private static List<String> written() throws IOException {
        if (!Files.exists(PAGE)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(PAGE);
        List<String> table =
                new ArrayList<>(lines.subList(lines.indexOf(BEGIN) + 1, lines.indexOf(END)));
        table.removeIf(line -> line.startsWith("| fault |") || line.startsWith("|---"));
        table.removeIf(String::isBlank);
        return table;
    }
}

package io.firedrill.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.scenario.Reading;
import io.firedrill.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofFilesTests {
    private static final Path TABLE = ProofFiles.OWN.resolve("README.md");

    @Test
    void everyFileOfTheProofIsSound(@TempDir Path root) throws IOException {
        Reading reading = ProofFiles.read(ProofFiles.assemble(root));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.drills()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(reading.twins()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void everyRefusedOneIsRefusedWithItsMessage(@TempDir Path root) throws IOException {
        assertThat(Refused.readAll(root))
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(refused -> assertThat(refused.said())
                        .as(refused.id())
                        .isNotEmpty()
                        .isEqualTo(refused.expected()));
    }

    @Test
    void theTablesSayWhatTheFilesSay(@TempDir Path root) throws IOException {
        List<String> rows = new ArrayList<>();
        ProofFiles.read(ProofFiles.assemble(root)).twins().forEach(it -> rows.add(row(it)));
        Refused.readAll(root.resolve("refused")).forEach(it -> rows.add(row(it)));

        try (Stream<String> lines = Files.lines(TABLE)) {
            List<String> told = lines.filter(line -> line.startsWith("| "))
                    .filter(line -> !line.startsWith("| drill "))
                    .toList();

            assertThat(told).containsExactlyInAnyOrderElementsOf(rows);
        }
        assertThat(Files.readString(TABLE)).contains("\n" + rows.size() + " defects, ");
    }

    private static String row(Scenario scenario) {
        Scenario.Twin twin = scenario.twin().orElseThrow();
        String[] id = scenario.id().split("/", -1);
        return "| " + id[1] + " | " + id[2] + " | " + twin.title() + " | " + twin.objective() + " "
                + twin.status() + " `" + twin.reason() + "` |";
    }

    private static String row(Refused refused) {
        String[] id = refused.id().split("/", -1);
        return "| " + id[1] + " | " + id[2] + " | " + refused.title() + " | refused |";
    }

    @Test
    void everySabotageThatATwinNamesIsKnown(@TempDir Path root) throws IOException {
        assertThat(ProofFiles.read(ProofFiles.assemble(root)).twins())
                .filteredOn(twin -> Sabotage.name(twin).isPresent())
                .hasSizeGreaterThan(8)
                .allSatisfy(Sabotage::requireKnown);
    }
}

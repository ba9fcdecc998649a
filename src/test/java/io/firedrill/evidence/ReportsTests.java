package io.firedrill.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firedrill.SampleDrills;
import io.firedrill.check.DrillResult;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one process runs in turn is one run; another process begins anew. */
final class ReportsTests {
    private static final Instant START = Instant.parse("2026-03-01T09:30:00Z");

    @TempDir
    Path folder;

    @Test
    void keepsWhatThisProcessHasLeftAndRemovesWhatAnotherHas() throws Exception {
        Path left = folder.resolve("latest").resolve("left");
        leave("1 then", left);

        Reports.open(folder, "1 then").close();
        assertThat(left).exists();
        Reports.open(folder, "1 later").close();
        assertThat(left).doesNotExist();
    }

    @Test
    void thisProcessIsItselfAndNoOther() throws Exception {
        Path left = folder.resolve("latest").resolve("left");
        leave(ProcessHandle.current().pid() + " another start", left);

        Reports.open(folder).close();
        assertThat(left).doesNotExist();
        Files.writeString(left, "");
        Reports.open(folder).close();
        assertThat(left).exists();
    }

    private void leave(String process, Path file) throws Exception {
        Reports.open(folder, process).close();
        Files.writeString(file, "");
    }

    @Test
    void tellsPacksOfOneDrillApart() throws Exception {
        Path wanted = Path.of("drills", "shop", "lost");

        assertThat(Reports.unused(folder, wanted)).isEqualTo(wanted);
        Files.createDirectories(folder.resolve(wanted));
        assertThat(Reports.unused(folder, wanted)).isEqualTo(Path.of("drills/shop/lost.again-2"));
        Files.createDirectories(folder.resolve("drills/shop/lost.again-2"));
        assertThat(Reports.unused(folder, wanted)).isEqualTo(Path.of("drills/shop/lost.again-3"));
    }

    @Test
    void addsToTheSummaryAndNeverReplacesAFail() throws Exception {
        Path file = folder.resolve("summary.json");
        Verdict failed = SampleDrills.fail("recovery", Reason.RECOVERED_TOO_LATE);

        SummaryFile.write(file, run("containers", failed), KnownGaps.NONE);
        SummaryFile.write(file, run("containers", SampleDrills.pass("recovery")), KnownGaps.NONE);

        JsonNode summary = new ObjectMapper().readTree(file.toFile());
        assertThat(summary.get("verdict").asText()).isEqualTo("FAIL");
        assertThat(summary.get("mode").asText()).isEqualTo("containers");
        assertThat(summary.get("planned").asInt()).isEqualTo(2);
        assertThat(summary.get("executed").asInt()).isEqualTo(2);
        assertThat(summary.get("notes")).hasSize(1);
        assertThat(summary.get("drills")).hasSize(2);
        assertThat(summary.get("drills").get(0).get("verdict").asText()).isEqualTo("FAIL");
        assertThat(summary.get("drills").get(1).get("verdict").asText()).isEqualTo("PASS");
    }

    @Test
    void saysThatTwoModesWereMixed() throws Exception {
        Path file = folder.resolve("summary.json");

        SummaryFile.write(file, run("containers", SampleDrills.pass("recovery")), KnownGaps.NONE);
        SummaryFile.write(file, run("inprocess", SampleDrills.pass("recovery")), KnownGaps.NONE);

        JsonNode summary = new ObjectMapper().readTree(file.toFile());
        assertThat(summary.get("verdict").asText()).isEqualTo("PASS");
        assertThat(summary.get("mode").asText()).isEqualTo("mixed");
    }

    @Test
    void aDryRunInAnyPartIsSaidOfTheWholeAndIsNoPass() throws Exception {
        Path file = folder.resolve("summary.json");
        Verdict dry = SampleDrills.inconclusive("recovery", Reason.DRY_RUN);

        String first = SummaryFile.write(file, run("containers", dry), KnownGaps.NONE);
        String second = SummaryFile.write(
                file, run("containers", SampleDrills.pass("recovery")), KnownGaps.NONE);

        JsonNode summary = new ObjectMapper().readTree(file.toFile());
        assertThat(List.of(first, second)).containsOnly("INCONCLUSIVE");
        assertThat(summary.get("dry").asBoolean()).isTrue();
        assertThat(summary.get("verdict").asText()).isEqualTo("INCONCLUSIVE");
    }

    private static Run run(String mode, Verdict verdict) {
        Drilled drilled = new Drilled(
                new DrillResult(
                        SampleDrills.drill("shop/lost", "recovery"),
                        List.of(SampleDrills.held("effect"), verdict)),
                List::of,
                Path.of("drills/shop/lost"),
                START,
                START.plusSeconds(9),
                List.of(),
                List.of());
        return new Run(
                mode,
                List.of("a note"),
                1,
                START,
                START.plusSeconds(9),
                List.of(drilled),
                List.of(),
                Map.of());
    }
}

package io.firedrill.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.SampleDrills;
import io.firedrill.check.DrillResult;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.seal.Seal;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.SystemSpec;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A canary put where a secret could get in is in no file of the pack (SURVIVAL R22). */
final class CanaryTests {
    private static final String CANARY = "canary \"in/the<coal>\" mine";

    /** What of it would give it away, in whatever encoding. */
    private static final List<String> FORMS = List.of(
            CANARY,
            "canary \\\"in/the<coal>\\\" mine",
            "canary &quot;in/the&lt;coal&gt;&quot; mine",
            URLEncoder.encode(CANARY, StandardCharsets.UTF_8),
            HexFormat.of().formatHex(bytes()),
            Base64.getEncoder().withoutPadding().encodeToString(bytes()));

    @TempDir
    private Path folder;

    private static byte[] bytes() {
        return CANARY.getBytes(StandardCharsets.UTF_8);
    }

    private Scenario leaking() {
        Scenario it = SampleDrills.drill("bank/primary-lost", "recovery");
        SystemSpec system = new SystemSpec(
                "bank",
                "Bank, password " + CANARY,
                "hot",
                folder,
                it.system().blueprint(),
                Set.of("db1"),
                Map.of(),
                List.of(),
                Map.of("primary", new SystemSpec.Role("primary", List.of("db1"), List.of(CANARY))),
                Map.of(),
                Map.of(),
                Map.of("BANK_PASSWORD", CANARY));
        Settings settings = new Settings(Map.of("command", List.of("sh", "-c", "x " + CANARY)));
        return new Scenario(
                it.id(),
                folder.resolve("primary-lost.yaml"),
                "The host is lost, " + CANARY,
                it.about(),
                system,
                it.customers(),
                it.baseline(),
                it.steps(),
                List.of(new Objective("recovery", "recovery", settings, List.of())),
                it.relayed(),
                it.limit(),
                it.twin());
    }

    private static Drilled drilled(Scenario scenario) {
        Verdict verdict = new Verdict(
                "recovery",
                false,
                Verdict.Status.PASS,
                "said " + CANARY,
                "not " + CANARY,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of("stack", "at " + CANARY, "body", FORMS.get(5)));
        Event facts = new Event.EnvironmentRecorded(Map.of("command line", "--pw=" + CANARY));
        Entry entry = new Entry(0, 0, Instant.EPOCH, "runner", facts);
        Event seen = new Event.ComponentSeen("db1", "unhealthy", CANARY, 0, 1);
        return new Drilled(
                new DrillResult(scenario, List.of(verdict)),
                () -> List.of(entry, new Entry(1, 1, Instant.EPOCH, "platform", seen)),
                Reports.place(scenario),
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(),
                List.of());
    }

    @Test
    void itIsInNoFile() throws IOException {
        PackFolder pack = PackFolder.begin(folder.resolve("pack"));
        Path logs = Files.createDirectories(pack.work().resolve(PackFolder.LOGS));
        Files.writeString(logs.resolve("db1.log"), String.join("\n", FORMS));
        Files.writeString(pack.work().resolve("compose.yaml"), "environment: " + CANARY);
        for (String name : List.of("primary-lost.yaml", "system.yaml")) {
            Files.writeString(folder.resolve(name), "password: " + CANARY);
        }

        pack.seal(drilled(leaking()), Seal.plain());

        try (Stream<Path> files = Files.walk(folder.resolve("pack"))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSizeGreaterThan(10);
            for (Path file : all) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(FORMS);
            }
        }
        assertThat(folder.resolve("pack").resolve("verdicts.json"))
                .content()
                .contains("said ********", "at ********");
    }
}

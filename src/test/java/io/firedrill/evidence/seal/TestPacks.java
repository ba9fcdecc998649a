package io.firedrill.evidence.seal;

import io.firedrill.check.Judge;
import io.firedrill.evidence.Drilled;
import io.firedrill.evidence.PackFolder;
import io.firedrill.evidence.Reports;
import io.firedrill.evidence.SummaryFile;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event;
import io.firedrill.journal.JournalFile;
import io.firedrill.journal.JournalWriter;
import io.firedrill.journal.Phase;
import io.firedrill.scenario.Reading;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.ScenarioReader;
import io.firedrill.topology.inprocess.InprocessProvisioner;
import io.firedrill.traffic.JourneyCatalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Small packs for tests, and copies of them. */
final class TestPacks {
    static final Instant START = Instant.parse("2026-03-01T09:30:00Z");

    /** The key of RFC 8032, 7.1, test 1. */
    static final String KEY = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
            -----END PRIVATE KEY-----
            """;

    /** That of test 2. */
    static final String OTHER_KEY = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIEzNCJso/5banbbDRuwRTg9bijGfNaumJNqM9u1PuKb7
            -----END PRIVATE KEY-----
            """;

    private static final Scenario PRIMARY_LOST = pocket("pocket/primary-lost");

    private TestPacks() {}

    static SigningKey key() {
        return SigningKey.find(Optional.empty(), Map.of(SigningKey.VARIABLE, KEY))
                .orElseThrow();
    }

    static SigningKey otherKey() {
        return SigningKey.find(Optional.empty(), Map.of(SigningKey.VARIABLE, OTHER_KEY))
                .orElseThrow();
    }

    /** Reads a drill of the pocket bank. */
    static Scenario pocket(String id) {
        Reading reading = new ScenarioReader()
                .read(
                        List.of(Path.of("scenarios", "pocket")),
                        Judge.withAllChecks()
                                .vocabulary(
                                        FaultCatalog.load().kinds(),
                                        InprocessProvisioner.CAPABILITIES,
                                        JourneyCatalog.load().kinds()));
        return Stream.concat(reading.drills().stream(), reading.twins().stream())
                .filter(drill -> drill.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Writes the journal of a drill whose system did not start. */
    static void journal(Path file, Instant start) {
        try (JournalWriter journal = JournalWriter.create(file, new Ticking(start))) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("seed", "7");
            facts.put("db1 digest", "sha256:" + "ab".repeat(32));
            facts.put("db1 image", "bank/db:1");
            facts.put("db2 digest", "sha256:" + "ab".repeat(32));
            facts.put("db2 image", "bank/db:1");
            journal.record(
                    "runner",
                    new Event.DrillStarted("pocket/primary-lost", "The host is löst", Map.of()));
            journal.record("runner", new Event.EnvironmentRecorded(facts));
            journal.record("runner", new Event.PhaseEntered(Phase.PROVISION, "its turn has come"));
            for (int at = 0; at < 4; at++) {
                journal.record(
                        "platform", new Event.ComponentSeen("db" + at, "start", "", at, at + 1));
            }
            journal.record("runner", new Event.Trouble("system", "db1 did not come", List.of()));
            journal.record("runner", new Event.PhaseEntered(Phase.CLOSE, "nothing to ask"));
            journal.record("runner", new Event.DrillEnded());
        }
    }

    /** A clock that is a second further each time. */
    private static final class Ticking implements DrillClock {
        private final Instant start;
        private long ticks;

        Ticking(Instant start) {
            this.start = start;
        }

        @Override
        public long nanos() {
            ticks++;
            return ticks * 1_000_000_000L;
        }

        @Override
        public Instant wall() {
            return start.plusSeconds(ticks);
        }

        @Override
        public void waitUntil(long nanos) {
            throw new UnsupportedOperationException("nobody waits here");
        }
    }

    /** Judges what a journal says. */
    static Drilled judged(Scenario scenario, Path journal, Instant start) {
        JournalFile read = JournalFile.read(journal);
        return new Drilled(
                Judge.withAllChecks().judge(scenario, read),
                read,
                Reports.place(scenario),
                start,
                start.plusMillis(8_200),
                List.of(),
                List.of());
    }

    /** Seals a pack without pictures: a journal of ten records, few other files. */
    static Path small(Path folder, Seal seal, Instant start) {
        try {
            Scenario scenario = PRIMARY_LOST;
            Files.createDirectories(folder.resolve("logs"));
            journal(folder.resolve(PackFolder.JOURNAL), start);
            Drilled drilled = judged(scenario, folder.resolve(PackFolder.JOURNAL), start);
            Files.writeString(folder.resolve("logs").resolve("db1.log"), "a line\n");
            Files.writeString(folder.resolve(PackContents.SCENARIO), ScenarioJson.text(scenario));
            Map<String, Object> verdicts = new LinkedHashMap<>();
            verdicts.put("format", "firedrill-verdicts/1");
            verdicts.put("id", scenario.id());
            verdicts.put("verdict", drilled.word());
            verdicts.put("dry", false);
            verdicts.put("verdicts", SummaryFile.verdicts(drilled.result().verdicts()));
            Files.writeString(folder.resolve(PackContents.VERDICTS), SummaryFile.json(verdicts));
            seal.placed(drilled, seal.close(folder, drilled));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path small(Path folder, Seal seal) {
        return small(folder, seal, START);
    }

    /** Copies a folder. */
    static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return to;
    }

    /** Lists the files of a folder. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}

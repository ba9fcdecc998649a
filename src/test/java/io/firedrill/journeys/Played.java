package io.firedrill.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.check.DrillResult;
import io.firedrill.check.Judge;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.journal.JournalFile;
import io.firedrill.journal.JournalWriter;
import io.firedrill.journal.SystemClock;
import io.firedrill.run.DrillRunner;
import io.firedrill.run.StartGate;
import io.firedrill.run.StopSignal;
import io.firedrill.run.Tools;
import io.firedrill.scenario.Reading;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.ScenarioReader;
import io.firedrill.scenario.Vocabulary;
import io.firedrill.topology.Provisioner;
import io.firedrill.topology.containers.ContainersProvisioner;
import io.firedrill.topology.inprocess.InprocessProvisioner;
import io.firedrill.topology.inprocess.PocketSystem;
import io.firedrill.traffic.Journey;
import io.firedrill.traffic.JourneyCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One drill of an example, played in this JVM to its verdicts. */
record Played(DrillResult result, JournalFile journal) {
    private static final int RERUNS = 2;
    private static final Set<Reason> SPOILT =
            Set.of(Reason.HARNESS_OVERLOADED, Reason.BASELINE_NOT_HEALTHY, Reason.STRADDLES_LIMIT);

    /**
     * An example.
     *
     * @param files its folder
     * @param values what is put in for what stands in its files
     */
    record Example(Path files, Map<String, String> values, PocketSystem system) {}

    /** Copies an example's files into a folder, and plays its only drill. */
    static Played of(Example example, Path folder, Journey... journeys) {
        Path system = folder.resolve(example.files().getFileName());
        copy(example.files(), system, example.values());
        SystemClock clock = new SystemClock();
        try (InprocessProvisioner provisioner =
                new InprocessProvisioner(List.of(example.system()), clock::nanos, clock::wall)) {
            return on(provisioner, system, JourneyCatalog.of(journeys));
        }
    }

    /** Plays the only drill of a system's folder. */
    static Played on(Provisioner provisioner, Path system, JourneyCatalog journeys) {
        Played played = once(provisioner, system, journeys);
        for (int again = 0; again < RERUNS && played.spoilt(); again++) {
            played = once(provisioner, system, journeys);
        }
        return played;
    }

    /** A busy machine may spoil a drill, which is then run again, as in every run of drills. */
    private boolean spoilt() {
        return !causes().isEmpty()
                && result.causes().stream()
                        .allMatch(verdict -> verdict.status() == Verdict.Status.INCONCLUSIVE
                                && verdict.reason().filter(SPOILT::contains).isPresent());
    }

    static void copy(Path from, Path to, Map<String, String> values) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                String text = Files.readString(file);
                for (Map.Entry<String, String> value : values.entrySet()) {
                    text = text.replace(value.getKey(), value.getValue());
                }
                Files.writeString(copy, text);
            }
            Files.writeString(
                    to.resolve("secrets.env"),
                    "SECRET=open-sesame-7731\nPOCKET_PASSWORD=sesame-of-the-toy\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Played once(Provisioner provisioner, Path system, JourneyCatalog journeys) {
        FaultCatalog faults = FaultCatalog.load();
        Judge judge = Judge.withAllChecks();
        Vocabulary words = new Vocabulary(
                faults.kinds(),
                judge.kinds(),
                ContainersProvisioner.CAPABILITIES,
                judge.implicitIds(),
                Arrays.stream(Reason.values()).map(Enum::name).collect(Collectors.toSet()),
                journeys.kinds());
        Reading reading = new ScenarioReader().read(List.of(system), words);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.drills()).hasSize(1);
        Scenario drill = reading.drills().get(0);
        SystemClock clock = new SystemClock();
        Path file = journalFile(system);
        try (JournalWriter journal = JournalWriter.create(file, clock)) {
            Tools tools = new Tools(
                    provisioner,
                    faults,
                    StartGate.open(),
                    new StopSignal(),
                    clock,
                    Map.of(),
                    1,
                    journeys);
            new DrillRunner(tools).run(drill, journal);
        }
        JournalFile journal = JournalFile.read(file);
        return new Played(judge.judge(drill, journal), journal);
    }

    private static Path journalFile(Path system) {
        try {
            return Files.createTempDirectory(system.getParent(), "journal-")
                    .resolve("journal.jsonl");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is red or yellow by itself. */
    List<String> causes() {
        return result.causes().stream().map(Verdict::headline).toList();
    }

    Verdict verdict(String id) {
        return result.verdicts().stream()
                .filter(verdict -> verdict.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Counts the attempts of a journey by what became of them. */
    Map<AttemptReason, Long> reasons(String journey) {
        return attempts(journey).stream()
                .collect(Collectors.groupingBy(Event.Attempt::reason, Collectors.counting()));
    }

    List<Event.Attempt> attempts(String journey) {
        return journal.all(Event.Attempt.class)
                .filter(attempt -> attempt.journey().equals(journey))
                .toList();
    }

    <E extends Event> List<E> events(Class<E> type) {
        return journal.all(type).toList();
    }
}

package io.firedrill.systems.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.check.DrillResult;
import io.firedrill.check.Judge;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.fault.FaultCatalog;
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
import io.firedrill.topology.inprocess.InprocessProvisioner;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The drills of the kiosk, which the docs build; those of the pocket bank are among all others. */
@Execution(ExecutionMode.CONCURRENT)
final class KioskIT {
    private static final List<Path> FOLDERS = List.of(Path.of("src/docs/example/kiosk"));
    private static final SystemClock CLOCK = new SystemClock();
    private static final FaultCatalog FAULTS = FaultCatalog.load();
    private static final Judge JUDGE = Judge.withAllChecks();
    private static final InprocessProvisioner PROVISIONER =
            new InprocessProvisioner(CLOCK::nanos, CLOCK::wall);

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        PROVISIONER.close();
    }

    @TestFactory
    Stream<DynamicTest> everyDrillPasses() {
        return read().drills().stream()
                .map(drill -> DynamicTest.dynamicTest(
                        drill.id(), () -> assertThat(run(drill).causes()).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyTwinIsCaughtForItsReason() {
        return read().twins().stream()
                .map(twin -> DynamicTest.dynamicTest(
                        twin.id(), () -> assertThat(catches(twin)).contains(expected(twin))));
    }

    private static String expected(Scenario twin) {
        Scenario.Twin about = twin.twin().orElseThrow();
        return about.objective() + " " + about.status() + " " + about.reason();
    }

    private List<String> catches(Scenario twin) {
        return run(twin).causes().stream().map(KioskIT::text).toList();
    }

    private static String text(Verdict verdict) {
        return verdict.id() + " " + verdict.status() + " "
                + verdict.reason().map(Enum::name).orElse("");
    }

    private static Reading read() {
        Vocabulary words = new Vocabulary(
                FAULTS.kinds(),
                JUDGE.kinds(),
                InprocessProvisioner.CAPABILITIES,
                JUDGE.implicitIds(),
                Arrays.stream(Reason.values()).map(Enum::name).collect(Collectors.toSet()));
        Reading reading = new ScenarioReader().read(FOLDERS, words);
        assertThat(reading.problems()).isEmpty();
        return reading;
    }

    private DrillResult run(Scenario scenario) {
        Path file = folder.resolve(scenario.id().replace('/', '_') + ".jsonl");
        SystemClock clock = new SystemClock();
        Tools tools = new Tools(
                PROVISIONER, FAULTS, StartGate.open(), new StopSignal(), clock, Map.of(), 1);
        try (JournalWriter journal = JournalWriter.create(file, clock)) {
            new DrillRunner(tools).run(scenario, journal);
        }
        return JUDGE.judge(scenario, JournalFile.read(file));
    }
}

package io.firedrill.evidence.seal;

import io.firedrill.evidence.PackFolder;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.journal.JournalWriter;
import io.firedrill.journal.SystemClock;
import io.firedrill.run.DrillRunner;
import io.firedrill.run.StartGate;
import io.firedrill.run.StopSignal;
import io.firedrill.run.Tools;
import io.firedrill.scenario.Scenario;
import io.firedrill.topology.inprocess.InprocessProvisioner;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A pack of the first format, of a real drill of the pocket bank with few customers, kept for good:
 * every later Firedrill must judge it as it was judged. It is never written anew, unless nothing of
 * that format was ever published; a new format gets a golden pack of its own.
 */
final class GoldenPack {
    /** Where it lies. */
    static final Path FOLDER = Path.of("src/test/resources/io/firedrill/evidence/seal/pack-1");

    private static final boolean WRITE =
            "write".equals(System.getProperty("firedrill.test.golden.pack"));

    private GoldenPack() {}

    /** Gives it; with {@code -Dfiredrill.test.golden.pack=write} it is made first. */
    static Path there() {
        if (WRITE) {
            write();
        }
        return FOLDER;
    }

    private static void write() {
        Scenario scenario = few(TestPacks.pocket("pocket/primary-lost"));
        PackFolder pack = PackFolder.begin(FOLDER);
        Path file = pack.work().resolve(PackFolder.JOURNAL);
        SystemClock clock = new SystemClock();
        Instant start = clock.wall();
        try (InprocessProvisioner pocket = new InprocessProvisioner(clock::nanos, clock::wall);
                JournalWriter journal = JournalWriter.create(file, clock)) {
            Map<String, String> facts =
                    Map.of(PackJudge.SCENARIO_FACT, ScenarioJson.digest(scenario));
            new DrillRunner(new Tools(
                            pocket,
                            FaultCatalog.load(),
                            StartGate.open(),
                            new StopSignal(),
                            clock,
                            facts,
                            7))
                    .run(scenario, journal);
        }
        pack.seal(
                TestPacks.judged(scenario, file, start),
                new Seal(Series.after(Map.of()), Optional.of(TestPacks.key()), "0.1.0"));
    }

    private static Scenario few(Scenario it) {
        return new Scenario(
                it.id(),
                it.file(),
                it.title(),
                it.about(),
                it.system(),
                Map.of("transfer", 20.0),
                it.baseline(),
                it.steps(),
                it.objectives(),
                it.relayed(),
                it.limit(),
                it.twin());
    }
}

package io.firedrill.proof;

import io.firedrill.check.DrillResult;
import io.firedrill.check.Judge;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.TwinCatch;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.journal.JournalFile;
import io.firedrill.journal.JournalWriter;
import io.firedrill.journal.SystemClock;
import io.firedrill.run.DrillRunner;
import io.firedrill.run.StartGate;
import io.firedrill.run.StopSignal;
import io.firedrill.run.Tools;
import io.firedrill.scenario.Scenario;
import io.firedrill.topology.inprocess.InprocessProvisioner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Runs drills as the engine does, through the same runner, journal file and judge. Safe for many
 * threads.
 */
final class Laboratory implements AutoCloseable {
    private static final long LONGEST_SHIFT_MILLIS = 250;
    /** Share of the customers that set out, so that more drills find room side by side. */
    private static final double CUSTOMERS = 0.5;

    private final FaultCatalog faults = FaultCatalog.load();
    private final Judge judge;
    private final InprocessProvisioner provisioner =
            new InprocessProvisioner(System::nanoTime, Instant::now);
    private final Path kept;
    private final StopSignal stop = new StopSignal();

    Laboratory(Path kept, Judge judge) throws IOException {
        this.kept = Files.createDirectories(kept);
        this.judge = judge;
    }

    /** Ends all runs early. */
    void stop(String why) {
        stop.stop(why);
    }

    /** Runs one trial. The seed shifts the first fault against everything that ticks. */
    Trial.Outcome run(Trial trial) throws IOException {
        long shift = new SplittableRandom(trial.seed()).nextLong(LONGEST_SHIFT_MILLIS);
        Scenario scenario = Scenarios.later(trial.scenario(), Duration.ofMillis(shift), CUSTOMERS);
        Path file = kept.resolve(trial.fileName());
        Files.deleteIfExists(file);
        SystemClock clock = new SystemClock();
        Tools tools = new Tools(
                provisioner, faults, StartGate.open(), stop, clock, Map.of(), trial.seed());
        try (JournalWriter journal = JournalWriter.create(file, clock)) {
            new DrillRunner(Sabotage.of(scenario, tools)).run(scenario, journal);
        }
        DrillResult result = judge.judge(scenario, JournalFile.read(file));
        Trial.Outcome outcome = new Trial.Outcome(
                trial, result.status(), surprises(scenario, result), clock.nanos() / 1e9);
        if (outcome.surprises().isEmpty()) {
            Files.delete(file);
        }
        return outcome;
    }

    /** Gives what is not as it must be; nothing where the verdict is the right one. */
    private static List<String> surprises(Scenario scenario, DrillResult result) {
        List<String> surprises = new ArrayList<>();
        scenario.twin()
                .ifPresentOrElse(
                        twin -> surprises.addAll(TwinCatch.of(twin, result).faults()),
                        () -> result.causes().forEach(it -> surprises.add(inShort(it))));
        return surprises;
    }

    private static String inShort(Verdict verdict) {
        return verdict.id() + " " + verdict.status()
                + verdict.reason().map(code -> " (" + code + ")").orElse("") + ": "
                + verdict.headline();
    }

    @Override
    public void close() {
        provisioner.close();
    }
}

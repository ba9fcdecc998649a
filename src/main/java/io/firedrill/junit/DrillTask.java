package io.firedrill.junit;

import io.firedrill.check.DrillResult;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.AllureResults;
import io.firedrill.evidence.Drilled;
import io.firedrill.evidence.LiveBoard;
import io.firedrill.evidence.PackFolder;
import io.firedrill.evidence.Reports;
import io.firedrill.evidence.seal.Seal;
import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Journal;
import io.firedrill.run.StartGate;
import io.firedrill.run.StopSignal;
import io.firedrill.scenario.Repetition;
import io.firedrill.scenario.Scenario;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** One drill from its start to its sealed pack; whatever happens, there is a result. */
final class DrillTask implements Callable<Drilled> {
    private final Desk desk;
    private final Scenario scenario;
    private final Supplier<StartGate> gates;
    private volatile Journal journal = List::of;

    /** What the drills of a run share. */
    record Desk(
            DrillRuns runs,
            Path latest,
            LiveBoard board,
            AllureResults allure,
            StopSignal stop,
            DrillClock clock,
            int reruns,
            boolean dry,
            Seal seal) {}

    /** Makes the task; each of its runs takes a gate of its own. */
    DrillTask(Desk desk, Scenario scenario, Supplier<StartGate> gates) {
        this.desk = desk;
        this.scenario = scenario;
        this.gates = gates;
    }

    @Override
    public Drilled call() {
        List<Repetition> repetitions =
                desk.dry() ? List.of(Repetition.once(scenario)) : Repetition.of(scenario);
        Path place = desk.dry() ? Reports.placeOfDryRun(scenario) : Reports.place(scenario);
        Drilled drilled = repetitions.size() == 1
                ? told(new Turn(repetitions.get(0), place))
                : repeated(repetitions);
        desk.board().done(drilled);
        return drilled;
    }

    /**
     * All runs are made, also after one has failed: how often it does is worth knowing. Where a
     * stop was asked for, the next one is not started, which makes the drill inconclusive, and
     * those after it are left out.
     */
    private Drilled repeated(List<Repetition> repetitions) {
        List<Drilled> runs = new ArrayList<>();
        for (Repetition run : repetitions) {
            boolean stopped = desk.stop().reason().isPresent();
            Drilled drilled = told(new Turn(run, Reports.placeOfRun(scenario, run.number())));
            runs.add(drilled);
            desk.board().ran(drilled, run);
            if (stopped) {
                break;
            }
        }
        return shown(Drilled.together(runs));
    }

    /** One of the runs of the drill, and where its pack is to be. */
    private record Turn(Repetition run, Path place) {}

    /** Runs it once; again while it does not tell, as often as is allowed. */
    private Drilled told(Turn turn) {
        List<Drilled> earlier = new ArrayList<>();
        Drilled drilled = once(turn, earlier);
        while (earlier.size() < desk.reruns()
                && drilled.tellsNothing()
                && desk.stop().reason().isEmpty()) {
            earlier.add(drilled);
            desk.board().again(drilled);
            Path place = Reports.placeOfRerun(turn.place(), earlier.size());
            drilled = once(new Turn(turn.run(), place), earlier);
        }
        return drilled;
    }

    private Drilled once(Turn turn, List<Drilled> earlier) {
        Path place = Reports.unused(desk.latest(), turn.place());
        Instant started = desk.clock().wall();
        PackFolder pack = PackFolder.begin(desk.latest().resolve(place));
        DrillRuns.Judged judged = judged(turn.run(), pack.work());
        Drilled drilled = new Drilled(
                Completeness.of(desk.dry() ? Completeness.dry(judged.result()) : judged.result()),
                judged.journal(),
                place,
                started,
                desk.clock().wall(),
                List.copyOf(earlier),
                List.of());
        Drilled kept = orDoubted(drilled, () -> pack.seal(drilled, desk.seal()));
        return turn.run().repeated() ? kept : shown(kept);
    }

    private Drilled shown(Drilled drilled) {
        return orDoubted(
                drilled, () -> desk.allure().add(drilled, desk.latest().resolve(drilled.pack())));
    }

    private DrillRuns.Judged judged(Repetition run, Path folder) {
        Optional<String> stopped = desk.stop().reason();
        if (stopped.isPresent()) {
            return broken(Reason.ABORTED, "not started: " + stopped.get());
        }
        StartGate gate = gates.get();
        try {
            return desk.runs()
                    .run(new DrillRuns.Order(
                            scenario,
                            run,
                            folder,
                            gate,
                            desk.stop(),
                            this::watch,
                            desk.board()::say));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return broken(Reason.ABORTED, "the drill was interrupted");
        } catch (RuntimeException | Error e) {
            // Whatever it is, a drill that crashed has a result that says so.
            return broken(Reason.HARNESS_TROUBLE, "the harness crashed: " + e);
        } finally {
            gate.leave();
        }
    }

    private void watch(Journal started) {
        journal = started;
        desk.board().watch(scenario, started);
    }

    private DrillRuns.Judged broken(Reason reason, String headline) {
        Verdict verdict = Completeness.doubt("harness", reason, headline);
        DrillResult result = new DrillResult(scenario, List.of(verdict));
        return new DrillRuns.Judged(result, journal);
    }

    /** Evidence that could not be kept makes the drill inconclusive. */
    private Drilled orDoubted(Drilled drilled, Runnable keeping) {
        try {
            keeping.run();
            return drilled;
        } catch (RuntimeException e) {
            List<Verdict> verdicts = new ArrayList<>();
            String headline = "evidence was not kept: " + e;
            verdicts.add(Completeness.doubt("evidence", Reason.HARNESS_TROUBLE, headline));
            verdicts.addAll(drilled.result().verdicts());
            return new Drilled(
                    new DrillResult(scenario, verdicts),
                    drilled.journal(),
                    drilled.pack(),
                    drilled.started(),
                    drilled.ended(),
                    drilled.earlier(),
                    drilled.runs());
        }
    }
}

package io.firedrill.junit;

import io.firedrill.check.DrillResult;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.AllureResults;
import io.firedrill.evidence.Drilled;
import io.firedrill.evidence.LiveBoard;
import io.firedrill.evidence.PackFolder;
import io.firedrill.evidence.Reports;
import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Journal;
import io.firedrill.run.StartGate;
import io.firedrill.run.StopSignal;
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
            boolean dry) {}

    /** Makes the task; each of its runs takes a gate of its own. */
    DrillTask(Desk desk, Scenario scenario, Supplier<StartGate> gates) {
        this.desk = desk;
        this.scenario = scenario;
        this.gates = gates;
    }

    @Override
    public Drilled call() {
        List<Drilled> earlier = new ArrayList<>();
        Drilled drilled =
                once(desk.dry() ? Reports.placeOfDryRun(scenario) : Reports.place(scenario));
        while (earlier.size() < desk.reruns()
                && drilled.tellsNothing()
                && desk.stop().reason().isEmpty()) {
            earlier.add(drilled);
            desk.board().again(drilled);
            drilled = once(Reports.placeOfRerun(scenario, earlier.size()));
        }
        Drilled last = drilled.after(earlier);
        desk.board().done(last);
        return last;
    }

    private Drilled once(Path place) {
        Instant started = desk.clock().wall();
        PackFolder pack = PackFolder.begin(desk.latest().resolve(place));
        DrillRuns.Judged judged = judged(pack.work());
        Drilled drilled = new Drilled(
                Completeness.of(desk.dry() ? Completeness.dry(judged.result()) : judged.result()),
                judged.journal(),
                place,
                started,
                desk.clock().wall(),
                List.of());
        return kept(drilled, pack);
    }

    private DrillRuns.Judged judged(Path folder) {
        Optional<String> stopped = desk.stop().reason();
        if (stopped.isPresent()) {
            return broken(Reason.ABORTED, "not started: " + stopped.get());
        }
        StartGate gate = gates.get();
        try {
            return desk.runs()
                    .run(new DrillRuns.Order(scenario, folder, gate, desk.stop(), this::watch));
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
    private Drilled kept(Drilled drilled, PackFolder pack) {
        try {
            pack.seal(drilled);
            desk.allure().add(drilled, desk.latest().resolve(drilled.pack()));
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
                    List.of());
        }
    }
}

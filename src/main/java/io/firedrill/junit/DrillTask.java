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

/** One drill from its start to its sealed pack; whatever happens, there is a result. */
final class DrillTask implements Callable<Drilled> {
    private final Desk desk;
    private final Scenario scenario;
    private final StartGate gate;
    private volatile Journal journal = List::of;

    /** What the drills of a run share. */
    record Desk(
            DrillRuns runs,
            Path latest,
            LiveBoard board,
            AllureResults allure,
            StopSignal stop,
            DrillClock clock) {}

    DrillTask(Desk desk, Scenario scenario, StartGate gate) {
        this.desk = desk;
        this.scenario = scenario;
        this.gate = gate;
    }

    @Override
    public Drilled call() {
        Instant started = desk.clock().wall();
        Path place = Reports.place(scenario);
        PackFolder pack = PackFolder.begin(desk.latest().resolve(place));
        DrillRuns.Judged judged = judged(pack.work());
        Drilled drilled = new Drilled(
                Completeness.of(judged.result()),
                judged.journal(),
                place,
                started,
                desk.clock().wall());
        Drilled kept = kept(drilled, pack);
        desk.board().done(kept);
        return kept;
    }

    private DrillRuns.Judged judged(Path folder) {
        Optional<String> stopped = desk.stop().reason();
        if (stopped.isPresent()) {
            return broken(Reason.ABORTED, "not started: " + stopped.get());
        }
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
                    drilled.ended());
        }
    }
}

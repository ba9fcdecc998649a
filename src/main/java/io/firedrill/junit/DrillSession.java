package io.firedrill.junit;

import io.firedrill.DrillException;
import io.firedrill.evidence.AllureResults;
import io.firedrill.evidence.Drilled;
import io.firedrill.evidence.History;
import io.firedrill.evidence.KnownGaps;
import io.firedrill.evidence.Leaf;
import io.firedrill.evidence.LiveBoard;
import io.firedrill.evidence.Machine;
import io.firedrill.evidence.Reports;
import io.firedrill.evidence.ResultTable;
import io.firedrill.evidence.Run;
import io.firedrill.evidence.RunFiles;
import io.firedrill.evidence.SummaryFile;
import io.firedrill.evidence.Terminal;
import io.firedrill.evidence.seal.Seal;
import io.firedrill.evidence.seal.Series;
import io.firedrill.journal.DrillClock;
import io.firedrill.journal.SystemClock;
import io.firedrill.run.StopSignal;
import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.opentest4j.TestAbortedException;

/** One run of the suite while it lasts: the drills under way, and where their evidence goes. */
final class DrillSession implements AutoCloseable {
    /** What a drill may take beyond its own limit: start, reconciliation, clean-up, evidence. */
    private static final Duration AROUND = Duration.ofMinutes(12);

    /**
     * How long a JVM that is asked to end waits for its drills to see that; the watchdog takes down
     * their systems meanwhile.
     */
    private static final Duration LAST_CALL = Duration.ofSeconds(4);

    private final DrillClock clock = new SystemClock();
    private final StopSignal stop = new StopSignal();
    private final AtomicBoolean finished = new AtomicBoolean();
    private final DrillRuns runs;
    private final DrillRuns.Plan plan;
    private final List<Scenario> planned;
    private final Reports reports;
    private final RunPapers papers;
    private final Terminal terminal;
    private final LiveBoard board;
    private final AllureResults allure;
    private final DrillBudget budget;
    private final Map<String, String> environment;
    private final Instant started = clock.wall();
    private final KnownGaps gaps;
    private final Map<String, Future<Drilled>> drills;
    private final Thread lastCall = new Thread(this::lastCall, "firedrill-last-call");

    /**
     * Takes the reports and starts the planned drills within the budget; with any problem, none.
     *
     * @param setup who runs drills and who reads along
     */
    DrillSession(DrillEngine.Setup setup, DrillRuns.Plan plan, List<Scenario> planned) {
        this.runs = setup.runs();
        this.environment = setup.environment();
        this.plan = plan;
        this.planned = plan.problems().isEmpty() ? planned : List.of();
        this.gaps = new KnownGaps(plan.findings(), LocalDate.ofInstant(started, ZoneOffset.UTC));
        this.papers = RunPapers.open(plan, this.planned, started);
        this.reports = papers.reports();
        this.terminal = setup.terminal().apply(plan.budget().plain());
        this.board = new LiveBoard(terminal, clock, planned.size());
        this.allure = new AllureResults(reports.latest().resolve("allure-results"), gaps);
        this.budget = new DrillBudget(plan.budget().parallel(), plan.budget().starting());
        papers.notes().forEach(terminal::line);
        board.start();
        History history = papers.history();
        DrillTask.Desk desk = new DrillTask.Desk(
                setup.runs(),
                reports.latest(),
                board,
                allure,
                stop,
                clock,
                plan.budget().reruns(),
                plan.budget().dry(),
                new Seal(Series.after(history.newest()), plan.budget().key()));
        Map<String, Duration> lasted = history.lasted();
        this.drills = budget.start(
                this.planned,
                drill -> lasted.getOrDefault(drill.id(), drill.limit())
                        .multipliedBy(drill.about().repeat()),
                drill -> new DrillTask(desk, drill, budget::gate));
        Runtime.getRuntime().addShutdownHook(lastCall);
    }

    /**
     * Waits for a drill.
     *
     * @throws DrillException where it did not end in the time that all of them may take together
     */
    Drilled drilled(Scenario scenario) throws InterruptedException {
        Duration bound = AROUND;
        for (Scenario each : planned) {
            Duration once = each.limit().plus(AROUND);
            long most = each.about().repeat() * (1L + plan.budget().reruns());
            bound = bound.plus(once.multipliedBy(most));
        }
        return drilled(scenario, bound);
    }

    /**
     * Demands that a leaf passed: a failure or an exception says what did not hold or is not known.
     */
    void demand(Scenario scenario, String part) throws InterruptedException {
        Drilled drilled = drilled(scenario);
        if (drilled.result().rehearsed()) {
            throw new TestAbortedException(scenario.id() + ": " + Leaf.DRY);
        }
        Leaf leaf = Leaf.of(drilled).stream()
                .filter(each -> each.part().equals(part))
                .findFirst()
                .orElseThrow(() -> new InconclusiveDrillException(
                        scenario.id() + ": " + part + " has no result", null));
        Demand.of(leaf, scenario, gaps);
    }

    /** Waits for a drill and gives what came of it. */
    Verdicts verdicts(Scenario scenario) throws InterruptedException {
        return Verdicts.of(drilled(scenario), reports.latest());
    }

    /** Waits for every drill and demands that the run is complete and written down. */
    void complete() throws InterruptedException {
        if (!plan.problems().isEmpty() || plan.chosen().isEmpty()) {
            finish();
            throw new InconclusiveDrillException("no drill was started", null);
        }
        for (Scenario scenario : planned) {
            drilled(scenario);
        }
        finish();
    }

    private Drilled drilled(Scenario scenario, Duration bound) throws InterruptedException {
        Future<Drilled> future = drills.get(scenario.id());
        if (future == null) {
            throw new InconclusiveDrillException(scenario.id() + " was not started", null);
        }
        try {
            return future.get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException e) {
            throw new InconclusiveDrillException(
                    scenario.id() + " did not end within " + bound.toMinutes() + " minutes", e);
        } catch (ExecutionException e) {
            throw new InconclusiveDrillException(
                    scenario.id() + " left no result: " + e.getCause(), e.getCause());
        }
    }

    /**
     * Writes what the run as a whole leaves behind, once; drills that have not ended by now are
     * missing in it.
     *
     * @throws DrillException where it can not be written, or something planned was not run
     */
    void finish() {
        if (!finished.compareAndSet(false, true)) {
            return;
        }
        board.close();
        Run run = run();
        String over = SummaryFile.write(reports.latest().resolve(RunPapers.SUMMARY), run, gaps);
        problemsByFile()
                .forEach((file, problems) -> allure.addBroken(file, problems, run.started()));
        allure.finish(run, over);
        RunFiles.Around around =
                new RunFiles.Around(plan.known().get(), environment, plan.findings());
        Map<String, String> places = papers.write(run, around);
        ResultTable.of(run, terminal, places).forEach(terminal::line);
        run.drills()
                .forEach(drill -> gaps.of(drill)
                        .forEach(ruled -> terminal.line(ruled.ruling()
                                + " " + drill.scenario().id() + "/"
                                + ruled.finding().about().objective() + ": "
                                + ruled.sentence())));
        papers.archive(run);
        if (run.drilled().size() != planned.size()) {
            throw new InconclusiveDrillException(
                    run.drilled().size() + " of " + planned.size() + " planned drills were run",
                    null);
        }
    }

    private Run run() {
        List<Drilled> over = new ArrayList<>();
        for (Scenario scenario : planned) {
            Future<Drilled> future = drills.get(scenario.id());
            if (future != null && future.isDone() && !future.isCancelled()) {
                over.addAll(result(future));
            }
        }
        return new Run(
                plan.budget().mode(),
                papers.notes(),
                planned.size(),
                started,
                clock.wall(),
                over,
                plan.problems(),
                Machine.facts());
    }

    private static List<Drilled> result(Future<Drilled> done) {
        try {
            return List.of(done.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException e) {
            return List.of();
        }
    }

    private Map<Path, List<Problem>> problemsByFile() {
        return plan.problems().stream()
                .collect(Collectors.groupingBy(
                        Problem::file, LinkedHashMap::new, Collectors.toList()));
    }

    /** The JVM was asked to end: heal, clean up, write down what there is. */
    private void lastCall() {
        if (finished.get()) {
            return;
        }
        stop.stop("the JVM was asked to end (a signal, or the end of Maven)");
        quietly(runs::abandon);
        long last = clock.nanos() + LAST_CALL.toNanos();
        for (Scenario scenario : planned) {
            try {
                drilled(scenario, Duration.ofNanos(Math.max(1, last - clock.nanos())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } catch (InconclusiveDrillException e) {
                terminal.line(String.valueOf(e.getMessage()));
            }
        }
        quietly(this::finish);
    }

    /** Goes on whatever happens: the JVM is ending, and the rest matters as well. */
    private void quietly(Runnable part) {
        try {
            part.run();
        } catch (DrillException e) {
            terminal.line(String.valueOf(e.getMessage()));
        }
    }

    /** Ends what is left and gives the reports to the next run. */
    @Override
    public void close() {
        try {
            finish();
        } finally {
            stop.stop("the run is over");
            budget.close();
            quietly(runs::close);
            forgetLastCall();
            terminal.close();
            reports.close();
        }
    }

    private void forgetLastCall() {
        try {
            Runtime.getRuntime().removeShutdownHook(lastCall);
        } catch (IllegalStateException e) {
            // The JVM is ending already, so the hook runs or ran.
        }
    }
}

package io.firedrill.junit;

import io.firedrill.check.DrillResult;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.archive.ArchivePlace;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Finding;
import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Repetition;
import io.firedrill.scenario.Scenario;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Drills that are over at once, with the verdicts that a test wants. */
final class FakeRuns implements DrillRuns {
    private final Map<String, Script> scripts = new LinkedHashMap<>();
    private final List<Scenario> chosen = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private Path reports = Path.of("target", "reports");
    private final List<String> notes = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private int found = -1;
    private int reruns;
    private boolean dry;
    private int parallel = 1;
    private Optional<ArchivePlace> archive = Optional.empty();
    final Queue<String> started = new ConcurrentLinkedQueue<>();
    final Queue<Repetition> runs = new ConcurrentLinkedQueue<>();

    /** What happens in a drill. */
    interface Script {
        /** Runs it. */
        List<Verdict> run(Order order) throws InterruptedException;
    }

    FakeRuns drill(Scenario scenario, Verdict... verdicts) {
        return drill(scenario, order -> List.of(verdicts));
    }

    FakeRuns drill(Scenario scenario, Script script) {
        chosen.add(scenario);
        scripts.put(scenario.id(), script);
        return this;
    }

    FakeRuns into(Path folder) {
        reports = folder;
        return this;
    }

    FakeRuns problem(Problem problem) {
        problems.add(problem);
        return this;
    }

    FakeRuns finding(Finding known) {
        findings.add(known);
        return this;
    }

    FakeRuns note(String sentence) {
        notes.add(sentence);
        return this;
    }

    FakeRuns reruns(int atMost) {
        reruns = atMost;
        return this;
    }

    FakeRuns found(int before) {
        found = before;
        return this;
    }

    FakeRuns dry() {
        dry = true;
        return this;
    }

    FakeRuns archive(String place) {
        archive = Optional.of(ArchivePlace.of(place));
        return this;
    }

    FakeRuns parallel(int permits) {
        parallel = permits;
        return this;
    }

    @Override
    public Plan plan(List<Path> roots) {
        int all = found < 0 ? chosen.size() : found;
        Budget budget = new Budget(
                "containers",
                parallel,
                1,
                true,
                reports,
                reruns,
                notes,
                dry,
                Optional.empty(),
                archive);
        return new Plan(chosen, all, "firedrill.drills=bank/typo", problems, budget).with(findings);
    }

    private static Journal journal(Repetition run) {
        Event facts = new Event.EnvironmentRecorded(run.facts());
        List<Entry> entries = List.of(new Entry(0, 0, Instant.EPOCH, "runner", facts));
        return () -> entries;
    }

    @Override
    public Judged run(Order order) throws InterruptedException {
        String id = order.scenario().id();
        started.add(id);
        runs.add(order.run());
        List<Verdict> verdicts = scripts.get(id).run(order);
        return new Judged(new DrillResult(order.scenario(), verdicts), journal(order.run()));
    }
}

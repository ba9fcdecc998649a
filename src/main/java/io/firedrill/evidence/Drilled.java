package io.firedrill.evidence;

import io.firedrill.check.DrillResult;
import io.firedrill.check.Reason;
import io.firedrill.check.Repeated;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One scenario, run and judged: what every report is made of.
 *
 * @param pack the folder of its evidence pack, relative to the folder of the run
 * @param earlier the runs before this one, which did not tell, the first one first; their packs are
 *     kept as well
 * @param runs the single runs of a drill that was to be run several times, in order, each with a
 *     pack of its own; this then is what they say together, with the journal and the pack of the
 *     run that decides. Empty for a drill that was run once
 */
public record Drilled(
        DrillResult result,
        Journal journal,
        Path pack,
        Instant started,
        Instant ended,
        List<Drilled> earlier,
        List<Drilled> runs) {

    /** Makes what the runs of one drill say together; there is at least one. */
    public static Drilled together(List<Drilled> runs) {
        Repeated repeated = repeated(runs);
        Drilled deciding = runs.get(repeated.deciding());
        return new Drilled(
                repeated.together(),
                deciding.journal(),
                deciding.pack(),
                runs.get(0).each().findFirst().orElseThrow().started(),
                runs.get(runs.size() - 1).ended(),
                List.of(),
                List.copyOf(runs));
    }

    /** Gives what its runs say together, where it was to be run several times. */
    public Optional<Repeated> repeated() {
        return runs.isEmpty() ? Optional.empty() : Optional.of(repeated(runs));
    }

    private static Repeated repeated(List<Drilled> runs) {
        return new Repeated(runs.stream().map(Drilled::result).toList());
    }

    /** Gives every single run, in order: also those that did not tell and were run again. */
    public Stream<Drilled> each() {
        return runs.isEmpty()
                ? Stream.concat(earlier.stream(), Stream.of(this))
                : runs.stream().flatMap(Drilled::each);
    }

    /** Gives a fact that the journal has about the run, empty where it has none. */
    public String fact(String name) {
        return journal.first(Event.EnvironmentRecorded.class)
                .map(recorded -> recorded.facts().getOrDefault(name, ""))
                .orElse("");
    }

    /**
     * Says whether it may be run again: only where it did not tell. A FAIL is never run again, nor
     * is a twin that was caught, a drill that was stopped, or a dry run.
     */
    public boolean tellsNothing() {
        boolean stopped = result.verdicts().stream()
                .anyMatch(verdict -> verdict.reason().equals(Optional.of(Reason.ABORTED)));
        return result.status() == Verdict.Status.INCONCLUSIVE
                && !stopped
                && !result.dry()
                && !Run.good(this);
    }

    /** Gives the verdict in a word; {@code DRY} for a dry run in which all went well. */
    public String word() {
        return result.word();
    }

    /** Gives the scenario. */
    public Scenario scenario() {
        return result.scenario();
    }

    /** Says how long it took, by wall time: a label. */
    public Duration lasted() {
        return Duration.between(started, ended);
    }

    /** Gives the verdicts on the objectives, in the order of the scenario. */
    public List<Verdict> objectives() {
        return result.verdicts().stream().filter(verdict -> !verdict.implicit()).toList();
    }

    /** Says in a sentence why it is not a PASS; empty where it is one. */
    public String why() {
        return result.causes().stream().map(Leaf::sentence).findFirst().orElse("");
    }

    /** Gives the implicit checks that did not pass. */
    public List<Verdict> doubts() {
        return result.verdicts().stream()
                .filter(Verdict::implicit)
                .filter(verdict -> verdict.status() != Verdict.Status.PASS)
                .toList();
    }
}

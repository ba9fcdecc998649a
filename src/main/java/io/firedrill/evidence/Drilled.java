package io.firedrill.evidence;

import io.firedrill.check.DrillResult;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One run of one scenario, over and judged: what every report is made of.
 *
 * @param pack the folder of its evidence pack, relative to the folder of the run
 * @param earlier the runs before this one, which did not tell, the first one first; their packs are
 *     kept as well
 */
public record Drilled(
        DrillResult result,
        Journal journal,
        Path pack,
        Instant started,
        Instant ended,
        List<Drilled> earlier) {

    /** Gives the same with the runs before it. */
    public Drilled after(List<Drilled> before) {
        return new Drilled(result, journal, pack, started, ended, List.copyOf(before));
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
        return result.rehearsed() ? "DRY" : result.status().name();
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

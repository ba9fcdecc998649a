package io.firedrill.evidence;

import io.firedrill.check.DrillResult;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One run of one scenario, over and judged: what every report is made of.
 *
 * @param pack the folder of its evidence pack, relative to the folder of the run
 */
public record Drilled(
        DrillResult result, Journal journal, Path pack, Instant started, Instant ended) {

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

    /** Gives the implicit checks that did not pass. */
    public List<Verdict> doubts() {
        return result.verdicts().stream()
                .filter(Verdict::implicit)
                .filter(verdict -> verdict.status() != Verdict.Status.PASS)
                .toList();
    }
}

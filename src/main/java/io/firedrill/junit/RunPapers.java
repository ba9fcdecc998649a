package io.firedrill.junit;

import io.firedrill.DrillException;
import io.firedrill.evidence.History;
import io.firedrill.evidence.Reports;
import io.firedrill.evidence.Run;
import io.firedrill.evidence.RunFiles;
import io.firedrill.evidence.archive.Archive;
import io.firedrill.evidence.archive.BegunRun;
import io.firedrill.evidence.archive.Intent;
import io.firedrill.evidence.seal.Seal;
import io.firedrill.scenario.Options;
import io.firedrill.scenario.Scenario;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run adds to the history, to the programme that the history is evidence of, and to the
 * archive where there is one. With an archive the history is the archive's.
 *
 * @param notes what is said of the run: by its plan, and by the archive of earlier ones
 */
record RunPapers(Reports reports, List<String> notes, History history, Optional<BegunRun> begun) {
    static final String SUMMARY = "summary.json";

    /** Where the working copy of an archive on a branch is, within the reports. */
    private static final String SCRATCH = ".archive";

    /**
     * Takes the reports, opens the archive, where there is one, and writes down in it what is about
     * to be run.
     *
     * @param drills what will be run; where there is nothing, nothing is written down
     * @throws io.firedrill.evidence.EvidenceException where that can not be done: then nothing may
     *     start
     */
    static RunPapers open(DrillRuns.Plan plan, List<Scenario> drills, Instant started) {
        Reports reports = Reports.open(plan.budget().reports());
        try {
            return open(reports, plan, drills, started);
        } catch (DrillException e) {
            reports.close();
            throw e;
        }
    }

    private static RunPapers open(
            Reports reports, DrillRuns.Plan plan, List<Scenario> drills, Instant started) {
        DrillRuns.Budget budget = plan.budget();
        if (budget.archive().isEmpty() || drills.isEmpty()) {
            History history = new History(reports.history());
            return new RunPapers(reports, budget.notes(), history, Optional.empty());
        }
        Path scratch = reports.history().resolveSibling(SCRATCH);
        Archive archive = Archive.open(budget.archive().orElseThrow(), scratch);
        List<String> notes = new ArrayList<>(budget.notes());
        notes.addAll(archive.thrownAway());
        BegunRun begun = archive.begin(new Intent(
                started,
                budget.mode(),
                plan.chosenBy(),
                budget.notes(),
                RunFacts.source(),
                drills));
        return new RunPapers(reports, List.copyOf(notes), begun.history(), Optional.of(begun));
    }

    /** Says where the archive is a folder that each run empties. */
    static Optional<String> misplaced(Options options) {
        Path latest = options.reports().resolve("latest").toAbsolutePath().normalize();
        return options.archive()
                .filter(it -> Path.of(it).toAbsolutePath().normalize().startsWith(latest))
                .map(it -> "firedrill.archive is '" + it + "', which lies in " + latest
                        + ", and each run empties that; name a folder outside of it");
    }

    /**
     * Writes it.
     *
     * @param around what the run knows beyond its results
     * @return where a reader finds what the run left, by what it is called
     */
    Map<String, String> write(Run run, RunFiles.Around around) {
        Path latest = reports.latest();
        run.drilled().stream()
                .filter(drill -> !drill.result().dry())
                .forEach(whole -> whole.each()
                        .forEach(drill -> history.add(
                                drill, whole, Seal.digest(latest.resolve(drill.pack())))));
        RunFiles.write(latest, history, run, around);
        Map<String, String> places = new LinkedHashMap<>();
        places.put("programme", latest.resolve(RunFiles.INDEX).toString());
        places.put("report", latest.resolve("allure").resolve("index.html").toString());
        places.put("summary", latest.resolve(SUMMARY).toString());
        places.put("packs", latest.resolve(run.dry() ? "dry" : "drills").toString());
        return places;
    }

    /** Hands the packs of a run that is over to the archive, where there is one. */
    void archive(Run run) {
        begun.ifPresent(it -> it.end(run, reports.latest()));
    }
}

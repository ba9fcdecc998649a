package io.firedrill.junit;

import io.firedrill.evidence.History;
import io.firedrill.evidence.Reports;
import io.firedrill.evidence.Run;
import io.firedrill.evidence.RunFiles;
import io.firedrill.evidence.seal.Seal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run adds to the history, and to the programme that the history is evidence of. */
record RunPapers(Reports reports) {
    static final String SUMMARY = "summary.json";

    /**
     * Writes it.
     *
     * @param around what the run knows beyond its results
     * @return where a reader finds what the run left, by what it is called
     */
    Map<String, String> write(Run run, RunFiles.Around around) {
        Path latest = reports.latest();
        History history = new History(reports.history());
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
}

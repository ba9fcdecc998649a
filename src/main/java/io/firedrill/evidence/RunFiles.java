package io.firedrill.evidence;

import io.firedrill.evidence.programme.Clauses;
import io.firedrill.evidence.programme.IndexPage;
import io.firedrill.evidence.programme.Standing;
import io.firedrill.scenario.Finding;
import io.firedrill.scenario.Scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes what stands above the packs of a run: the programme page, and files for other tools. */
public final class RunFiles {
    /** Name of the programme page. */
    public static final String INDEX = "index.html";

    /** Name of the same as a PDF; only where there is a programme. */
    public static final String PAPER = "index.pdf";

    private static final List<String> REPORTS = List.of("report.html", "timeline.svg");

    private RunFiles() {}

    /**
     * What a run knows beyond its results.
     *
     * @param known every drill that was found, chosen or not
     * @param environment variables of the environment, such as those of a CI
     * @param findings the known gaps
     */
    public record Around(
            List<Scenario> known, Map<String, String> environment, List<Finding> findings) {}

    /**
     * Writes them, whole or not at all, once summary and history are written.
     *
     * @param latest the folder of this run, with its {@code summary.json}
     */
    public static void write(Path latest, History history, Run run, Around around) {
        List<Scenario> drills = all(around.known(), run);
        ThisRun summary = ThisRun.read(latest.resolve("summary.json"), masking(drills));
        Standing standing = new Standing(
                summary, drills, history.runs(), Clauses.load(), links(latest, summary));
        IndexPage page = IndexPage.of(standing, around.findings());
        Disk.write(latest.resolve(INDEX), page.html());
        if (!standing.programmes().isEmpty()) {
            write(latest.resolve(PAPER), page.pdf());
        }
        Disk.write(latest.resolve("badge.json"), Badge.of(summary));
        Disk.write(latest.resolve("findings.sarif"), Sarif.of(summary, drills, run.problems()));
        JobSummary.append(summary, around.environment());
    }

    /** A drill that was built in Java is in no folder. */
    private static List<Scenario> all(List<Scenario> known, Run run) {
        Map<String, Scenario> all = new LinkedHashMap<>();
        Stream<Scenario> here = run.drilled().stream().map(Drilled::scenario);
        Stream.concat(known.stream(), here).forEach(it -> all.putIfAbsent(it.id(), it));
        return new ArrayList<>(all.values());
    }

    private static void write(Path file, byte[] bytes) {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Disk.on(part, () -> Files.write(part, bytes));
        Disk.move(part, file);
    }

    private static Masking masking(List<Scenario> drills) {
        return new Masking(drills.stream()
                .flatMap(drill -> drill.system().secrets().values().stream())
                .distinct()
                .toList());
    }

    private static Map<String, String> links(Path latest, ThisRun run) {
        Map<String, String> links = new LinkedHashMap<>();
        Stream.concat(run.drills().stream(), run.twins().stream())
                .forEach(row -> REPORTS.stream()
                        .map(file -> row.pack() + "/" + file)
                        .filter(place -> Files.isRegularFile(latest.resolve(place)))
                        .findFirst()
                        .ifPresent(place -> links.put(row.id(), place)));
        return links;
    }
}

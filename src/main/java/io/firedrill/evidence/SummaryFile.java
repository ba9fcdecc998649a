package io.firedrill.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.firedrill.check.Verdict;
import io.firedrill.journal.Event;
import io.firedrill.scenario.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The file {@code summary.json}, whose names scripts depend on (DESIGN 6a). */
public final class SummaryFile {
    /** The same line ends on every machine. */
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .setDefaultPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    /** How the fact begins that names the release under test of a component. */
    private static final String RELEASE = "release of ";

    private SummaryFile() {}

    /**
     * Writes the summary of a run, whole or not at all. Where this run has left one there already,
     * for instance the suite before a single test, the rows of both are in it.
     *
     * @param gaps what is known not to hold
     * @return the verdict over all of them, in a word as in {@link Run#word}
     */
    public static String write(Path file, Run run, KnownGaps gaps) {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("format", "firedrill-summary/1");
        summary.put("mode", run.mode());
        summary.put("notes", run.notes());
        summary.put("verdict", run.word());
        summary.put("outcome", "");
        summary.put("dry", run.dry());
        summary.put("started", run.started().toString());
        summary.put("finished", run.ended().toString());
        summary.put("planned", run.planned());
        summary.put("executed", run.drilled().size());
        summary.put("machine", run.machine());
        summary.put("problems", run.problems().stream().map(Problem::toString).toList());
        summary.put(
                "drills", run.drills().stream().map(drill -> drill(drill, gaps)).toList());
        summary.put("twins", run.twins().stream().map(SummaryFile::twin).toList());
        Map<String, @Nullable Object> all = EarlierSummary.at(file).before(summary);
        all.put("outcome", Outcome.of(JSON.valueToTree(all)).word());
        Disk.write(file, json(all) + "\n");
        return String.valueOf(all.get("verdict"));
    }

    /** Writes a value as indented JSON. */
    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new EvidenceException("a value can not be written as JSON: " + e.getMessage(), e);
        }
    }

    private static Map<String, @Nullable Object> drill(Drilled drill, KnownGaps gaps) {
        Map<String, @Nullable Object> map = run(drill);
        map.put("findings", gaps.of(drill).stream().map(KnownGaps.Ruled::json).toList());
        map.put("verdict", drill.word());
        map.put("dry", drill.result().dry());
        map.put("runs", RunsSummary.runs(drill));
        map.put("predictions", RunsSummary.predictions(drill));
        map.put("objectives", RunsSummary.objectives(drill));
        ToldChecks.of(drill).ifPresent(told -> map.put("told", told.json()));
        PeopleAsked.of(drill).ifPresent(people -> map.put("people", people.json()));
        map.put(
                "implicit",
                verdicts(drill.result().verdicts().stream()
                        .filter(Verdict::implicit)
                        .toList()));
        return map;
    }

    private static Map<String, @Nullable Object> twin(Drilled drill) {
        TwinCatch found = TwinCatch.of(drill.scenario().twin().orElseThrow(), drill.result());
        Map<String, @Nullable Object> map = run(drill);
        map.put("of", found.twin().of());
        map.put("title", found.twin().title());
        map.put(
                "expected",
                Map.of(
                        "objective", found.twin().objective(),
                        "verdict", found.twin().status(),
                        "reason", found.twin().reason()));
        map.put("caught", found.caught());
        map.put("faults", found.faults());
        map.put("objectives", verdicts(drill.objectives()));
        return map;
    }

    /** Gives what is said of every run: its id, how long it took, where its packs are. */
    static Map<String, @Nullable Object> run(Drilled drill) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", drill.scenario().id());
        map.put("seconds", drill.lasted().toMillis() / 1000.0);
        map.put("pack", pack(drill));
        map.put("images", releases(drill));
        map.put("earlier", earlier(drill));
        return map;
    }

    /** Gives the images that the run put in the place of the system's own, by component. */
    private static Map<String, String> releases(Drilled drill) {
        Map<String, String> releases = new TreeMap<>();
        drill.journal()
                .all(Event.EnvironmentRecorded.class)
                .flatMap(event -> event.facts().entrySet().stream())
                .filter(fact -> fact.getKey().startsWith(RELEASE))
                .forEach(fact ->
                        releases.put(fact.getKey().substring(RELEASE.length()), fact.getValue()));
        return releases;
    }

    /** Gives the runs before it, which did not tell. */
    static List<Map<String, String>> earlier(Drilled drill) {
        return drill.earlier().stream()
                .<Map<String, String>>map(before -> new TreeMap<>(Map.of(
                        "verdict", before.result().status().name(),
                        "pack", pack(before),
                        "why", before.why())))
                .toList();
    }

    private static String pack(Drilled drill) {
        return drill.pack().toString().replace('\\', '/');
    }

    /** Gives verdicts as they stand in the summary and in the pack. */
    public static List<Map<String, @Nullable Object>> verdicts(List<Verdict> verdicts) {
        return verdicts.stream().map(SummaryFile::verdict).toList();
    }

    /** Gives a verdict as it stands in the summary and in the pack. */
    static Map<String, @Nullable Object> verdict(Verdict verdict) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", verdict.id());
        map.put("verdict", verdict.status().name());
        map.put("reason", verdict.reason().map(Enum::name).orElse(null));
        map.put("target", verdict.target());
        map.put("measured", verdict.measured().map(SummaryFile::measured).orElse(null));
        map.put("headline", verdict.headline());
        map.put("details", verdict.details());
        return map;
    }

    /** Gives a measured value as it stands in the summary. */
    static Map<String, @Nullable Object> measured(Verdict.Measured value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("low", finite(value.low()));
        map.put("high", finite(value.high()));
        map.put("unit", value.unit());
        return map;
    }

    /** JSON knows no infinity: an open end is null. */
    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}

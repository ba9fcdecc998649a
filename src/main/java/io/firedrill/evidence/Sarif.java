package io.firedrill.evidence;

import io.firedrill.scenario.ObjectivePlaces;
import io.firedrill.scenario.Problem;
import io.firedrill.scenario.Scenario;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file {@code findings.sarif} (SARIF 2.1.0): one result for each objective or implicit check
 * that did not pass, each twin that was not caught and each problem of a file, where it stands.
 */
final class Sarif {
    private static final String PROBLEM = "BROKEN_FILE";
    private static final String NO_REASON = "NOT_PASSED";

    private final Map<String, Scenario> scenarios = new TreeMap<>();
    private final Map<String, Object> rules = new TreeMap<>();
    private final List<Object> results = new ArrayList<>();

    private Sarif(List<Scenario> known) {
        known.forEach(scenario -> scenarios.put(scenario.id(), scenario));
    }

    /**
     * Writes it.
     *
     * @param known every drill and twin that may be in the run
     */
    static String of(ThisRun run, List<Scenario> known, List<Problem> problems) {
        Sarif sarif = new Sarif(known);
        run.wrong().forEach(sarif::row);
        problems.forEach(sarif::problem);
        return SummaryFile.json(sarif.log()) + "\n";
    }

    private void row(ThisRun.Row row) {
        Scenario scenario = scenarios.get(row.id());
        Map<String, Integer> lines = scenario == null ? Map.of() : ObjectivePlaces.of(scenario);
        for (ThisRun.Open open : row.open()) {
            String level = open.verdict().equals("INCONCLUSIVE") ? "warning" : "error";
            String rule = open.reason().isEmpty() ? NO_REASON : open.reason();
            Map<String, Object> result = result(rule, level, row.id() + ": " + open.headline());
            if (scenario != null) {
                int line = lines.getOrDefault(open.id(), 1);
                result.put("locations", List.of(location(scenario.file(), line, 0)));
            }
            result.put("partialFingerprints", Map.of("firedrill/v1", row.id() + "/" + open.id()));
            result.put(
                    "properties",
                    new TreeMap<>(Map.of(
                            "verdict", open.verdict(),
                            "objective", open.id(),
                            "pack", row.pack())));
            results.add(result);
        }
    }

    private void problem(Problem problem) {
        String text = problem.what()
                + (problem.allowed().isEmpty() ? "" : "; " + problem.allowed())
                + (problem.hint().isEmpty() ? "" : ". " + problem.hint());
        Map<String, Object> result = result(PROBLEM, "error", text);
        result.put(
                "locations",
                List.of(location(problem.file(), Math.max(1, problem.line()), problem.column())));
        results.add(result);
    }

    private Map<String, Object> result(String rule, String level, String text) {
        String words = rule.toLowerCase(Locale.ROOT).replace('_', ' ');
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("id", rule);
        about.put("shortDescription", Map.of("text", words));
        rules.put(rule, about);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", rule);
        result.put("level", level);
        result.put("message", Map.of("text", text));
        return result;
    }

    private static Map<String, Object> location(Path file, int line, int column) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", line);
        if (column > 0) {
            region.put("startColumn", column);
        }
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("artifactLocation", artifact(file));
        place.put("region", region);
        return Map.of("physicalLocation", place);
    }

    /** A file of the checkout is named from its root, so that tools find it anywhere. */
    private static Map<String, String> artifact(Path file) {
        Path root = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        boolean inside = absolute.startsWith(root);
        Map<String, String> artifact = new LinkedHashMap<>();
        Path named = inside ? root.relativize(absolute) : absolute;
        artifact.put("uri", uri(named.toString().replace('\\', '/')));
        if (inside) {
            artifact.put("uriBaseId", "%SRCROOT%");
        }
        return artifact;
    }

    private static String uri(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new EvidenceException(path + " can not be written as a URI", e);
        }
    }

    private Map<String, Object> log() {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Firedrill");
        driver.put("rules", List.copyOf(rules.values()));
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", results);
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return log;
    }
}

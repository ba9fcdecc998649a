package io.firedrill.evidence.archive;

import com.fasterxml.jackson.databind.JsonNode;

import io.firedrill.evidence.seal.Packs;
import io.firedrill.evidence.seal.Seal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the runs of an archive against what they say, and against what later ones say of them. What
 * is inside a pack is for {@link io.firedrill.evidence.seal.PackVerifier} to say. The newest run is
 * named by none yet: that it was taken out shows only where somebody else kept its digest, such as
 * the history of a git branch.
 */
public final class ArchiveCheck {
    private final Path folder;
    private final Map<String, ArchivedRun> runs = new LinkedHashMap<>();

    private ArchiveCheck(Path folder) {
        this.folder = folder;
        Archive.runs(folder).forEach(run -> runs.put(run.name(), run));
    }

    /** How a run lies there. */
    public enum State {
        /** As it was left. */
        WHOLE,
        /** Begun, and without an end. */
        OPEN,
        /** Changed since, or taken out. */
        CHANGED
    }

    /**
     * What is said of one run.
     *
     * @param run the name of its folder
     * @param said when it was, and what came of it
     * @param findings where it is not as it was left, a sentence each
     */
    public record Line(String run, State state, String said, List<String> findings) {}

    /** Checks an archive: a line for each run that is there, or was, the earliest first. */
    public static List<Line> of(Path archive) {
        return new ArchiveCheck(archive).lines();
    }

    /** Gives, by the id of a drill, when it was last begun by a run that has no end. */
    public static Map<String, Instant> begun(Path archive) {
        Map<String, Instant> begun = new LinkedHashMap<>();
        Archive.runs(archive).stream()
                .filter(ArchivedRun::open)
                .forEach(run -> run.started()
                        .ifPresent(at -> run.drills()
                                .forEach(drill -> begun.merge(
                                        drill,
                                        at,
                                        (one, other) -> one.isAfter(other) ? one : other))));
        return begun;
    }

    private List<Line> lines() {
        Map<String, List<String>> said = saidByLater();
        Set<String> names = new LinkedHashSet<>(runs.keySet());
        names.addAll(said.keySet());
        return names.stream().sorted().map(name -> line(name, said)).toList();
    }

    private Line line(String name, Map<String, List<String>> said) {
        List<String> findings = new ArrayList<>(said.getOrDefault(name, List.of()));
        ArchivedRun run = runs.get(name);
        if (run == null) {
            return new Line(name, State.CHANGED, "is not here", findings);
        }
        findings.addAll(within(run));
        State whole = run.open() ? State.OPEN : State.WHOLE;
        return new Line(name, findings.isEmpty() ? whole : State.CHANGED, inWords(run), findings);
    }

    /** Says in one sentence what a run is. */
    static String inWords(ArchivedRun run) {
        String began = "the run begun " + run.started().map(Instant::toString).orElse("at no time")
                + " for " + inShort(run.drills());
        return run.end()
                .map(end -> began + " ended " + end.path("ended").asText() + ": "
                        + end.path("verdict").asText())
                .orElse(began + " has no end: it was killed, thrown away, or is still under way ("
                        + run.name() + ")");
    }

    private static String inShort(List<String> drills) {
        return switch (drills.size()) {
            case 0 -> "no drill";
            case 1 -> drills.get(0);
            default -> drills.get(0) + " and " + (drills.size() - 1) + " more";
        };
    }

    /** What later runs say of earlier ones and does not hold, by the earlier one's name. */
    private Map<String, List<String>> saidByLater() {
        Map<String, List<String>> said = new LinkedHashMap<>();
        for (ArchivedRun later : runs.values()) {
            List<JsonNode> before = later.intent().stream()
                    .flatMap(it -> ArchivedRun.elements(it.path("before")).stream())
                    .toList();
            for (JsonNode named : before) {
                String name = named.path("run").asText();
                List<String> findings = held(named, later.name());
                if (!findings.isEmpty()) {
                    said.computeIfAbsent(name, any -> new ArrayList<>()).addAll(findings);
                }
            }
        }
        return said;
    }

    private List<String> held(JsonNode named, String later) {
        ArchivedRun run = runs.get(named.path("run").asText());
        if (run == null) {
            return List.of(
                    "run " + later + " went on from it, and it is not here: it was taken" + " out");
        }
        List<String> findings = new ArrayList<>();
        for (String part : List.of("intent", "end")) {
            String file = part + ".json";
            boolean same = !named.has(part)
                    || run.digest(file).equals(Optional.of(named.path(part).asText()));
            if (!same) {
                findings.add(file + " is not the one that run " + later + " went on from");
            }
        }
        return findings;
    }

    /** What a run says of itself and does not hold. */
    private List<String> within(ArchivedRun run) {
        List<String> findings = new ArrayList<>();
        if (run.intent().isEmpty()) {
            findings.add("intent.json is not there, or can not be read");
        }
        if (run.end().isEmpty() && !run.open() && run.intent().isPresent()) {
            findings.add("end.json can not be read");
        }
        run.end().ifPresent(end -> findings.addAll(against(run, end)));
        return findings;
    }

    private List<String> against(ArchivedRun run, JsonNode end) {
        List<String> findings = new ArrayList<>();
        if (!run.digest(ArchivedRun.INTENT).equals(text(end, "intent"))) {
            findings.add("intent.json is not the one that it began with");
        }
        if (!run.digest(run.history().getFileName().toString()).equals(text(end, "history"))) {
            findings.add(run.history().getFileName() + " is not as it was left");
        }
        Set<Path> named = new LinkedHashSet<>();
        for (JsonNode each : ArchivedRun.elements(end.path("packs"))) {
            Path pack = run.folder().resolve(each.path("pack").asText());
            named.add(pack);
            if (!Seal.digest(pack).equals(text(each, "digest"))) {
                findings.add(
                        each.path("pack").asText() + " of " + each.path("drill").asText()
                                + (Files.isDirectory(pack)
                                        ? " is not the pack that it left"
                                        : " is not here"));
            }
        }
        Packs.of(List.of(run.folder().resolve(ArchivedRun.PACKS))).stream()
                .filter(pack -> Files.isDirectory(pack) && !named.contains(pack))
                .filter(pack -> !pack.endsWith(ArchivedRun.PACKS))
                .forEach(pack -> findings.add(
                        folder.relativize(pack) + " is none of the packs that it left"));
        return findings;
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.hasNonNull(field) ? Optional.of(node.path(field).asText()) : Optional.empty();
    }
}

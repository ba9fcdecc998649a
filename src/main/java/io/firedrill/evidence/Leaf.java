package io.firedrill.evidence;

import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One line of a result: JUnit shows it as a test, Allure as a result, under the same name.
 *
 * @param part the last part of its id, stable over runs and files
 * @param title unique over all drills, since Surefire merges equal names
 * @param message one sentence with numbers
 */
public record Leaf(
        String id,
        String part,
        String title,
        Verdict.Status status,
        String message,
        Optional<Verdict> verdict) {
    /** What a dry run is called wherever it is shown. */
    public static final String DRY = "DRY RUN: nothing was injected, so nothing is proved";

    private static final String TO_THE_END = "ran to the end";

    /** Names the leaves of a scenario before it runs: part to title, in order. */
    public static List<Name> names(Scenario scenario) {
        String id = scenario.id();
        if (scenario.twin().isPresent()) {
            Scenario.Twin twin = scenario.twin().get();
            String title =
                    "twin " + id + " turns " + twin.objective() + " red (" + twin.reason() + ")";
            return List.of(new Name("turns red", title));
        }
        List<Name> names = new ArrayList<>();
        names.add(new Name(TO_THE_END, id + ": " + TO_THE_END));
        for (Objective objective : scenario.objectives()) {
            names.add(new Name(objective.id(), id + ": " + objective.id()));
        }
        return names;
    }

    /** Names the one leaf of a scenario that is run dry: no objective of it is shown. */
    public static Name dryName(Scenario scenario) {
        return new Name("dry run", scenario.id() + ": " + DRY);
    }

    /** A leaf's last part of the id, and its title. */
    public record Name(String part, String title) {}

    /** Gives the leaves of a drill that was run: one for each name. */
    public static List<Leaf> of(Drilled drill) {
        if (drill.result().dry()) {
            String lines = drill.result().verdicts().stream()
                    .map(Leaf::sentence)
                    .collect(Collectors.joining("\n"));
            Name name = dryName(drill.scenario());
            return List.of(leaf(drill, name, Verdict.Status.INCONCLUSIVE, lines));
        }
        return names(drill.scenario()).stream().map(name -> of(drill, name)).toList();
    }

    private static Leaf of(Drilled drill, Name name) {
        if (drill.scenario().twin().isPresent()) {
            return twin(drill, name, drill.scenario().twin().get());
        }
        return name.part().equals(TO_THE_END) ? end(drill, name) : objective(drill, name);
    }

    private static Leaf twin(Drilled drill, Name name, Scenario.Twin twin) {
        TwinCatch found = TwinCatch.of(twin, drill.result());
        String sentence = found.caught()
                ? "caught: " + twin.objective() + " " + twin.status() + " (" + twin.reason() + ")"
                : "not caught: " + String.join("; ", found.faults());
        return leaf(
                drill, name, found.caught() ? Verdict.Status.PASS : Verdict.Status.FAIL, sentence);
    }

    private static Leaf end(Drilled drill, Name name) {
        List<Verdict> doubts = drill.doubts();
        if (doubts.isEmpty()) {
            return leaf(drill, name, Verdict.Status.PASS, "PASS: every implicit check held");
        }
        List<String> lines = doubts.stream().map(Leaf::sentence).toList();
        return leaf(drill, name, Verdict.Status.INCONCLUSIVE, String.join("\n", lines));
    }

    private static Leaf objective(Drilled drill, Name name) {
        Verdict verdict = drill.objectives().stream()
                .filter(found -> found.id().equals(name.part()))
                .findFirst()
                .orElseThrow(() -> new EvidenceException(name.title() + " has no verdict", null));
        String id = drill.scenario().id() + "/" + name.part();
        return new Leaf(
                id,
                name.part(),
                name.title(),
                verdict.status(),
                sentence(verdict),
                Optional.of(verdict));
    }

    private static Leaf leaf(Drilled drill, Name name, Verdict.Status status, String message) {
        String id = drill.scenario().id() + "/" + name.part();
        return new Leaf(id, name.part(), name.title(), status, message, Optional.empty());
    }

    /** Says a verdict as a person would: {@code FAIL recovery (RECOVERED_TOO_LATE): ...}. */
    public static String sentence(Verdict verdict) {
        boolean dry = verdict.reason().filter(Reason.DRY_RUN::equals).isPresent();
        String reason =
                dry ? "" : verdict.reason().map(code -> " (" + code + ")").orElse("");
        String headline = verdict.headline();
        String prefix = verdict.id() + ": ";
        return (dry ? "DRY" : verdict.status().name()) + " " + verdict.id() + reason + ": "
                + (headline.startsWith(prefix) ? headline.substring(prefix.length()) : headline);
    }
}

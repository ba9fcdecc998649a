package io.firedrill.evidence.report;

import io.firedrill.evidence.ToldChecks;
import io.firedrill.evidence.report.Block.Look;
import io.firedrill.journal.Event;
import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Programme;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where it took place, with what, and how alike that is to production; what proves it whole. */
final class Environment {
    private static final Set<String> SWITCHOVER = Set.of("role-moved", "failback", "on-standby");

    private Environment() {}

    /** Writes it. */
    static List<Block> of(Material material) {
        Map<String, String> facts = facts(material);
        Text text = new Text().section("environment", "Environment");
        text.table(drill(material, facts));
        text.under("How alike the copy is to production");
        text.table(fidelity(material, facts));
        text.line(
                Look.SOFT,
                "Same, differs or not stated, by the programme's word: image, parameters that"
                        + " decide failover, replicas, volume of data. What is not stated weakens"
                        + " what this drill is evidence for.");
        text.under("Everything recorded");
        Rows all = Rows.facts("Facts of the environment");
        facts.forEach((name, value) -> all.add(name, Words.said(value)));
        return text.table(all).blocks();
    }

    private static Map<String, String> facts(Material material) {
        Map<String, String> facts = new TreeMap<>();
        material.events(Event.EnvironmentRecorded.class)
                .forEach(recorded -> facts.putAll(recorded.facts()));
        return facts;
    }

    private static Rows drill(Material material, Map<String, String> facts) {
        return Rows.facts("The run")
                .add("Drill", material.scenario().id())
                .add("Began", Words.utc(material.drill().started()))
                .add("Ended", Words.utc(material.drill().ended()))
                .add("Lasted", Words.minutes(material.drill().lasted()))
                .add("Host", Words.stated(facts.getOrDefault("host", "")))
                .add("CI run", Words.stated(facts.getOrDefault("ci", "")))
                .add("Kind of environment", kind(material))
                .add("Kind of test", test(material))
                .add("Level", material.scenario().about().level().word())
                .add("Commit", Words.stated(facts.getOrDefault("commit", "")))
                .add("Working tree", Words.stated(facts.getOrDefault("working tree", "")))
                .add(
                        "Clocks",
                        "every measured time is of one monotonic clock; times of day are labels"
                                + " only, and their offset was not measured")
                .add("To be kept until", Words.NOT_STATED);
    }

    private static String kind(Material material) {
        return material.scenario().system().blueprint() instanceof Blueprint.Composed
                ? "a copy of the system in containers, on one machine; no production"
                : "a pocket system inside the harness; no production";
    }

    private static String test(Material material) {
        Set<String> kinds = new TreeSet<>();
        for (Objective objective : material.scenario().objectives()) {
            if (SWITCHOVER.contains(objective.kind())) {
                kinds.add("switchover");
            } else if (objective.kind().equals("restored")) {
                kinds.add("restore");
            } else if (!ToldChecks.is(objective.kind())) {
                kinds.add("functional");
            }
        }
        if (!material.told().isEmpty()) {
            kinds.add("communication");
        }
        return String.join(", ", kinds);
    }

    private static Rows fidelity(Material material, Map<String, String> facts) {
        Rows rows =
                Rows.of("Components and production", "Component", "Image", "Digest", "Production");
        for (String component : new TreeSet<>(material.scenario().system().components())) {
            rows.add(
                    component,
                    Words.stated(facts.getOrDefault(component + " image", "")),
                    Words.stated(facts.getOrDefault(component + " digest", "")),
                    likeness(material, component));
        }
        return rows;
    }

    private static String likeness(Material material, String component) {
        Programme.Fidelity fidelity = material.programme()
                .map(all -> all.fidelity(material.scenario().system().name(), component))
                .orElse(Programme.Fidelity.UNKNOWN);
        return switch (fidelity.likeness()) {
            case SAME -> "same";
            case DIFFERS -> "differs: " + Words.stated(fidelity.words());
            case NOT_STATED -> Words.NOT_STATED;
        };
    }

    /** Says what proves that nothing was changed. */
    static List<Block> integrity(Material material) {
        Rows rows = Rows.facts("Integrity")
                .add(
                        "Journal",
                        Words.counted(material.drill().journal().entries().size(), "record")
                                + ", each chained to the one before by SHA-256")
                .add("Hash of its last record", Words.stated(material.lastHash()))
                .add(
                        "Files of this pack",
                        "manifest.json and SHA256SUMS list each with its hash; manifest.json says"
                                + " whether the pack is signed, and with which key")
                .add(
                        "To check it",
                        "README.txt of this pack says how, with sha256sum and openssl alone")
                .add(
                        "What it can not show",
                        "integrity is not independence: where those who are tested hold the key,"
                                + " a signature says nothing more");
        return new Text().section("integrity", "Integrity").table(rows).blocks();
    }
}

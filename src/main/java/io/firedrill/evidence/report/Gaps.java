package io.firedrill.evidence.report;

import io.firedrill.check.FaultFacts;
import io.firedrill.evidence.EvidenceException;
import io.firedrill.evidence.ToldChecks;
import io.firedrill.scenario.Objective;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** What a drill can not say because it did not ask for it, or because no copy of a system can. */
final class Gaps {
    private static final String RESOURCE = "faults.properties";

    /** Kinds of objectives, and what nobody knows where none of them is set. */
    private static final Map<String, String> ASKED = asked();

    private Gaps() {}

    private static Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("recovery", "How long customers were not served (RTO)");
        asked.put("data-loss", "Whether writes were lost that customers were told are safe (RPO)");
        return asked;
    }

    /** Gives them: what it is, and why it is not known. */
    static Map<String, String> of(Material material) {
        Map<String, String> gaps = new LinkedHashMap<>();
        Set<String> kinds = material.scenario().objectives().stream()
                .map(Objective::kind)
                .collect(Collectors.toSet());
        ASKED.forEach((kind, what) -> {
            if (!kinds.contains(kind)) {
                gaps.put(what, "the drill sets no objective '" + kind + "'");
            }
        });
        told(material, gaps);
        for (FaultFacts fault : material.faults()) {
            limit(fault.fault())
                    .ifPresent(not -> gaps.put("Beyond the fault '" + fault.fault() + "'", not));
        }
        gaps.put(
                "How often it would go otherwise",
                "one run is one sample"
                        + (material.scenario().about().repeat() > 1
                                ? "; this is one of "
                                        + material.scenario().about().repeat()
                                : ""));
        return gaps;
    }

    private static void told(Material material, Map<String, String> gaps) {
        Optional<ToldChecks> checks = ToldChecks.of(material.drill());
        if (checks.isEmpty()) {
            gaps.put("What people were told", "the system has no plan for communication");
        }
        Set<String> asked = material.scenario().objectives().stream()
                .map(Objective::id)
                .collect(Collectors.toSet());
        checks.ifPresent(all -> all.notMeasured().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> gaps.put(
                        name, "the plan for communication has it, this drill does not set it")));
    }

    /** Says what a fault does not stand for; empty for a fault of somebody else. */
    static Optional<String> limit(String fault) {
        return Optional.ofNullable(words().getProperty(fault + ".not"));
    }

    /** Says what a fault stands for; empty for a fault of somebody else. */
    static Optional<String> meaning(String fault) {
        return Optional.ofNullable(words().getProperty(fault));
    }

    private static Properties words() {
        Properties words = new Properties();
        try (InputStream file = Gaps.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new EvidenceException(RESOURCE + " is missing in this build", null);
            }
            words.load(file);
            return words;
        } catch (IOException e) {
            throw new EvidenceException(RESOURCE + " can not be read", e);
        }
    }
}

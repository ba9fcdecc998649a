package io.firedrill.evidence.report;

import io.firedrill.check.Verdict;
import io.firedrill.scenario.Programme;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;

/** Says when a drill is due again: evidence expires. */
final class Due {
    private Due() {}

    /** Says it, or what would have to be stated for it. */
    static String of(Material material) {
        if (material.twin()) {
            return "with its drill, " + material.scenario().twin().orElseThrow().of();
        }
        if (material.drill().result().dry()
                || material.drill().result().status() == Verdict.Status.INCONCLUSIVE) {
            return "now: this run is no evidence";
        }
        Optional<String> threat = material.scenario().about().threat();
        Optional<Duration> every = material.function()
                .flatMap(function -> threat.flatMap(
                        it -> Optional.ofNullable(function.threats().get(it))));
        return every.map(time -> material.drill()
                                .ended()
                                .plus(time)
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDate()
                        + " at the latest (every " + Words.every(time) + ")"
                        + (material.drill().result().status() == Verdict.Status.FAIL
                                ? ", and once what was found is mended"
                                : ""))
                .orElseGet(() -> Words.NOT_STATED + ": " + missing(material));
    }

    private static String missing(Material material) {
        Optional<String> function = material.scenario().about().function();
        if (function.isEmpty()) {
            return "the drill names no critical function";
        }
        if (material.programme().isEmpty()) {
            return "there is no programme.yaml";
        }
        Optional<Programme.Function> known = material.function();
        if (known.isEmpty()) {
            return "the programme has no function '" + function.get() + "'";
        }
        return material.scenario()
                .about()
                .threat()
                .map(threat -> "the programme has no interval for '" + threat + "'")
                .orElse("the drill names no threat of the programme");
    }
}

package io.firedrill.evidence;

import io.firedrill.check.DrillResult;
import io.firedrill.check.Verdict;
import io.firedrill.scenario.Scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a sabotaged system turned red what it must, for the stated reason, and nothing else.
 *
 * @param faults why it does not count as caught; empty where it was
 */
public record TwinCatch(Scenario.Twin twin, List<String> faults) {

    /**
     * Compares a twin's verdicts with what it must turn red. Verdicts that only follow from another
     * one are left out; where an implicit check must turn red, the other implicit checks are not
     * asked.
     */
    public static TwinCatch of(Scenario.Twin twin, DrillResult result) {
        List<String> faults = new ArrayList<>();
        Optional<Verdict> expected = find(twin, result);
        boolean implicit = expected.map(Verdict::implicit).orElse(false);
        if (expected.filter(verdict -> matches(twin, verdict)).isEmpty()) {
            faults.add("expected " + twin.objective() + " " + twin.status() + " (" + twin.reason()
                    + "), was " + expected.map(TwinCatch::inShort).orElse("not judged"));
        }
        result.causes().stream()
                .filter(verdict -> !verdict.id().equals(twin.objective()))
                .filter(verdict -> !(implicit && verdict.implicit()))
                .forEach(verdict ->
                        faults.add(verdict.id() + " must stay PASS, was " + inShort(verdict)));
        return new TwinCatch(twin, List.copyOf(faults));
    }

    /** Says whether the sabotage was caught as it must be. */
    public boolean caught() {
        return faults.isEmpty();
    }

    private static Optional<Verdict> find(Scenario.Twin twin, DrillResult result) {
        return result.verdicts().stream()
                .filter(verdict -> verdict.id().equals(twin.objective()))
                .findFirst();
    }

    private static boolean matches(Scenario.Twin twin, Verdict verdict) {
        return verdict.status().name().equals(twin.status())
                && verdict.reason().map(Enum::name).equals(Optional.of(twin.reason()));
    }

    private static String inShort(Verdict verdict) {
        String reason = verdict.reason().map(code -> " (" + code + ")").orElse("");
        return verdict.status() + reason + ": " + verdict.headline();
    }
}

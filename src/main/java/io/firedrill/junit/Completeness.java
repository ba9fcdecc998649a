package io.firedrill.junit;

import io.firedrill.check.DrillResult;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.scenario.Objective;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sees to it that nothing planned is without a verdict: what was not judged is not known. */
final class Completeness {
    private Completeness() {}

    /** Adds INCONCLUSIVE verdicts where an objective, or every implicit check, has none. */
    static DrillResult of(DrillResult result) {
        List<Verdict> implicit = new ArrayList<>(
                result.verdicts().stream().filter(Verdict::implicit).toList());
        if (implicit.isEmpty()) {
            implicit.add(
                    doubt("implicit checks", Reason.NOT_MEASURED, "no implicit check was made"));
        }
        List<Objective> objectives = result.scenario().objectives();
        if (objectives.isEmpty()) {
            implicit.add(doubt("objectives", Reason.NOT_MEASURED, "the drill has no objective"));
        }
        List<Verdict> all = new ArrayList<>(implicit);
        objectives.forEach(objective -> all.add(verdict(objective, result)));
        return new DrillResult(result.scenario(), List.copyOf(all));
    }

    /** Sees to it that a dry run says so, however it ended. */
    static DrillResult dry(DrillResult result) {
        if (result.dry()) {
            return result;
        }
        List<Verdict> all = new ArrayList<>();
        all.add(doubt("dry-run", Reason.DRY_RUN, "dry-run: nothing was injected"));
        all.addAll(result.verdicts());
        return new DrillResult(result.scenario(), List.copyOf(all));
    }

    private static Verdict verdict(Objective objective, DrillResult result) {
        return result.verdicts().stream()
                .filter(verdict -> !verdict.implicit() && verdict.id().equals(objective.id()))
                .findFirst()
                .orElseGet(() ->
                        inconclusive(objective.id(), false, Reason.NOT_MEASURED, "was not judged"));
    }

    /** Makes an implicit verdict that says why a drill does not tell. */
    static Verdict doubt(String id, Reason reason, String headline) {
        return inconclusive(id, true, reason, headline);
    }

    private static Verdict inconclusive(
            String id, boolean implicit, Reason reason, String headline) {
        return new Verdict(
                id,
                implicit,
                Verdict.Status.INCONCLUSIVE,
                headline,
                "",
                Optional.empty(),
                Optional.of(reason),
                List.of(),
                Map.of());
    }
}

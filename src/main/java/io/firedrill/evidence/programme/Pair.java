package io.firedrill.evidence.programme;

import io.firedrill.evidence.PastRun;
import io.firedrill.scenario.Programme;
import io.firedrill.scenario.Scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A function and a threat on one system, and what its drills last said of it.
 *
 * @param system the system, empty where no drill of any system is for this threat
 * @param every the longest time between two drills
 * @param drills the drills for it, also those that never ran
 * @param verdict the worst of what each drill last said; {@code NOT RUN} where one never ran
 * @param told the earliest of the last runs that told anything, one for each drill; empty where a
 *     drill never told anything
 */
record Pair(
        Programme.Function function,
        String threat,
        String system,
        Duration every,
        List<Scenario> drills,
        String verdict,
        Optional<Instant> told) {
    static final String NO_DRILL = "NO DRILL";
    static final String NOT_RUN = "NOT RUN";
    private static final List<String> WORST_FIRST =
            List.of("FAIL", "INCONCLUSIVE", NOT_RUN, "PASS");

    /** Gives every function and threat of the programmes, in their order, system by system. */
    static List<Pair> of(Standing standing) {
        List<Pair> pairs = new ArrayList<>();
        for (Programme programme : standing.programmes()) {
            for (Programme.Function function : programme.functions()) {
                function.threats()
                        .forEach((threat, every) -> pairs.addAll(
                                of(standing, programme, new Asked(function, threat, every))));
            }
        }
        return List.copyOf(pairs);
    }

    private record Asked(Programme.Function function, String threat, Duration every) {
        boolean isFor(Scenario drill) {
            return drill.about().function().equals(Optional.of(function.id()))
                    && drill.about().threat().equals(Optional.of(threat));
        }
    }

    private static List<Pair> of(Standing standing, Programme programme, Asked asked) {
        List<Scenario> drills = standing.drills().stream()
                .filter(drill -> drill.about().programme().equals(Optional.of(programme)))
                .filter(asked::isFor)
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (String system : asked.function().systems()) {
            List<Scenario> of = drills.stream()
                    .filter(drill -> drill.system().name().equals(system))
                    .toList();
            if (!of.isEmpty()) {
                pairs.add(pair(standing, asked, of));
            }
        }
        if (pairs.isEmpty()) {
            pairs.add(new Pair(
                    asked.function(),
                    asked.threat(),
                    "",
                    asked.every(),
                    List.of(),
                    NO_DRILL,
                    Optional.empty()));
        }
        return pairs;
    }

    private static Pair pair(Standing standing, Asked asked, List<Scenario> drills) {
        List<String> verdicts = drills.stream()
                .map(drill -> standing.last(drill).map(PastRun::verdict).orElse(NOT_RUN))
                .toList();
        List<Instant> told = drills.stream()
                .flatMap(drill -> standing.lastTelling(drill).stream())
                .map(PastRun::started)
                .sorted()
                .toList();
        return new Pair(
                asked.function(),
                asked.threat(),
                drills.get(0).system().name(),
                asked.every(),
                drills,
                WORST_FIRST.stream().filter(verdicts::contains).findFirst().orElse(NOT_RUN),
                told.size() == drills.size() ? told.stream().findFirst() : Optional.empty());
    }

    /** Gives when it must be drilled again; empty where that is now. */
    Optional<Instant> due() {
        return told.map(last -> last.plus(every));
    }

    /** Says whether there is no evidence, or no more: it failed, or has expired. */
    boolean overdue(Instant at) {
        return failed() || due().filter(due -> due.isAfter(at)).isEmpty();
    }

    /** Says whether a drill failed: an interval puts nothing off then. */
    boolean failed() {
        return verdict.equals("FAIL");
    }
}

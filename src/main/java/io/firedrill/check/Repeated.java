package io.firedrill.check;

import io.firedrill.check.Verdict.Measured;
import io.firedrill.check.Verdict.Status;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the runs of a drill that was run several times say together. Of each check the worst verdict
 * counts, FAIL over INCONCLUSIVE over PASS: a failover that does not work one time in five does not
 * work, and an average would hide it.
 *
 * @param runs the results, in the order of the runs; at least one
 */
public record Repeated(List<DrillResult> runs) {
    /** Name of the detail that says which run a verdict is that of. */
    public static final String RUN = "run";

    private static final List<Status> WORST_FIRST =
            List.of(Status.FAIL, Status.INCONCLUSIVE, Status.PASS);

    /** Gives the position of the run that decides: the first of those with the worst result. */
    public int deciding() {
        int worst = 0;
        for (int at = 1; at < runs.size(); at++) {
            worst = rank(runs.get(at).status()) < rank(runs.get(worst).status()) ? at : worst;
        }
        return worst;
    }

    /** Gives the worst verdict of each check, as the result of the drill. */
    public DrillResult together() {
        Set<String> ids = new LinkedHashSet<>();
        Stream.of(true, false)
                .forEach(implicit -> runs.stream()
                        .flatMap(run -> run.verdicts().stream())
                        .filter(verdict -> verdict.implicit() == implicit)
                        .forEach(verdict -> ids.add(verdict.id())));
        List<Verdict> verdicts = ids.stream().map(this::worst).toList();
        return new DrillResult(runs.get(0).scenario(), verdicts);
    }

    /** Gives what an objective measured over the runs; nothing where none measured it. */
    public Optional<Spread> spread(String id) {
        return Spread.of(numbered(id).stream().map(Numbered::verdict).toList());
    }

    /** Counts the runs by what a check found in them. */
    public Map<Status, Long> counted(String id) {
        Map<Status, Long> counts = new LinkedHashMap<>();
        for (Status status : Status.values()) {
            counts.put(
                    status,
                    numbered(id).stream()
                            .filter(found -> found.verdict().status() == status)
                            .count());
        }
        return counts;
    }

    /** A verdict, and the position of its run. */
    private record Numbered(int run, Verdict verdict) {
        int rank() {
            return Repeated.rank(verdict.status());
        }

        /** Gives how bad the measured value is; the greater, the worse. */
        double badness() {
            return verdict.measured()
                    .filter(value -> Spread.counts(verdict))
                    .map(value -> value.moreIsBetter() ? -value.low() : value.high())
                    .orElse(Double.NEGATIVE_INFINITY);
        }
    }

    private List<Numbered> numbered(String id) {
        List<Numbered> found = new ArrayList<>();
        for (int at = 0; at < runs.size(); at++) {
            int run = at;
            runs.get(at).verdicts().stream()
                    .filter(verdict -> verdict.id().equals(id))
                    .findFirst()
                    .ifPresent(verdict -> found.add(new Numbered(run, verdict)));
        }
        return found;
    }

    private Verdict worst(String id) {
        Numbered worst = numbered(id).stream()
                .min(Comparator.comparingInt(Numbered::rank)
                        .thenComparing(
                                Comparator.comparingDouble(Numbered::badness).reversed()))
                .orElseThrow();
        Verdict verdict = worst.verdict();
        Optional<Measured> measured = spread(id).map(Spread::worst);
        Map<String, String> details = new LinkedHashMap<>();
        details.put(RUN, (worst.run() + 1) + " of " + runs.size());
        details.put("verdicts", inWords(counted(id)));
        details.putAll(verdict.details());
        return new Verdict(
                id,
                verdict.implicit(),
                verdict.status(),
                id + ": run " + details.get(RUN) + ": " + withoutId(verdict),
                verdict.target(),
                measured,
                verdict.reason(),
                worst.run() == deciding() ? verdict.events() : List.of(),
                Collections.unmodifiableMap(details));
    }

    private static String inWords(Map<Status, Long> counts) {
        return String.join(
                ", ",
                WORST_FIRST.stream()
                        .filter(status -> counts.getOrDefault(status, 0L) > 0)
                        .map(status -> counts.get(status) + " " + status)
                        .toList());
    }

    private static String withoutId(Verdict verdict) {
        String prefix = verdict.id() + ": ";
        String headline = verdict.headline();
        return headline.startsWith(prefix) ? headline.substring(prefix.length()) : headline;
    }

    private static int rank(Status status) {
        return WORST_FIRST.indexOf(status);
    }
}

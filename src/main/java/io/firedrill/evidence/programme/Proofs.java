package io.firedrill.evidence.programme;

import io.firedrill.evidence.PastRun;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Programme;
import io.firedrill.scenario.Scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * What the drills last said of some objectives.
 *
 * @param all one for each objective of each drill, the newest first; those of drills that never
 *     told anything last
 * @param at the instant at which it is asked
 */
record Proofs(List<Proof> all, Instant at) {
    /** What was run passed, and not all of it was run, or is current. */
    static final String PARTLY = "PARTLY";

    /**
     * What a drill last said of one of its objectives.
     *
     * @param verdict of the objective, empty where the drill never told, or it was not kept
     * @param when the run that told
     */
    record Proof(
            Scenario drill, String objective, Optional<String> verdict, Optional<Instant> when) {

        /** Gives how long it lasts, where the programme says that. */
        Optional<Duration> lasts() {
            Optional<Programme.Function> function = drill.about()
                    .programme()
                    .flatMap(known -> drill.about().function().flatMap(known::function));
            return function.flatMap(it -> drill.about()
                    .threat()
                    .flatMap(threat -> Optional.ofNullable(it.threats().get(threat))));
        }

        private boolean expired(Instant at) {
            return when.isPresent()
                    && lasts().isPresent()
                    && !when.get().plus(lasts().get()).isAfter(at);
        }
    }

    /** Finds those of the objectives that are asked for. */
    static Proofs of(Standing standing, BiPredicate<Scenario, Objective> asked) {
        List<Proof> proofs = new ArrayList<>();
        for (Scenario drill : standing.drills()) {
            Optional<PastRun> run = standing.lastTelling(drill);
            drill.objectives().stream()
                    .filter(objective -> asked.test(drill, objective))
                    .map(objective -> new Proof(
                            drill,
                            objective.id(),
                            run.flatMap(it -> it.verdictOn(objective.id())),
                            run.map(PastRun::started)))
                    .forEach(proofs::add);
        }
        Comparator<Proof> newest = Comparator.comparing(proof -> proof.when().orElse(Instant.MIN));
        proofs.sort(newest.reversed()
                .thenComparing(proof -> proof.drill().id())
                .thenComparing(Proof::objective));
        return new Proofs(List.copyOf(proofs), standing.at());
    }

    /** Gives the day of the newest. */
    String newest() {
        return all.stream()
                .flatMap(proof -> proof.when().stream())
                .findFirst()
                .map(when -> Standing.day(when).toString())
                .orElse("never");
    }

    /** Says in a word or two where it stands; expired evidence is none. */
    String verdict() {
        if (all.isEmpty()) {
            return Pair.NO_DRILL;
        }
        List<Proof> current = current();
        if (current.stream().anyMatch(proof -> proof.verdict().equals(Optional.of("FAIL")))) {
            return "FAIL";
        }
        if (current.isEmpty()) {
            boolean ever = all.stream().anyMatch(proof -> proof.when().isPresent());
            return ever ? "EXPIRED" : Pair.NOT_RUN;
        }
        boolean passed = current.stream().allMatch(it -> it.verdict().equals(Optional.of("PASS")));
        if (!passed) {
            return "INCONCLUSIVE";
        }
        return current.size() == all.size() ? "PASS" : PARTLY;
    }

    private List<Proof> current() {
        return all.stream()
                .filter(proof -> proof.when().isPresent() && !proof.expired(at))
                .toList();
    }

    /** Counts them in words: {@code 5 objectives in 3 drills: 4 PASS, 1 not run}. */
    String counted() {
        if (all.isEmpty()) {
            return "no drill has such an objective";
        }
        long drills = all.stream().map(proof -> proof.drill().id()).distinct().count();
        String states =
                List.of("PASS", "FAIL", "INCONCLUSIVE", "not run", "expired", "not kept").stream()
                        .map(state -> count(state) == 0 ? "" : count(state) + " " + state)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", "));
        return all.size()
                + (all.size() == 1 ? " objective in " : " objectives in ")
                + drills
                + (drills == 1 ? " drill: " : " drills: ")
                + states;
    }

    private long count(String state) {
        return all.stream().filter(proof -> state(proof).equals(state)).count();
    }

    private String state(Proof proof) {
        if (proof.when().isEmpty()) {
            return "not run";
        }
        return proof.expired(at) ? "expired" : proof.verdict().orElse("not kept");
    }
}

package io.firedrill.proof;

import io.firedrill.check.Verdict;
import io.firedrill.scenario.Scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the proof found.
 *
 * @param facts machine, switches, times: name to text
 * @param defects one for each defect
 * @param drills one for each drill of the healthy bank
 * @param refused defects that the reader must find
 */
record Findings(
        Map<String, String> facts,
        List<Defect> defects,
        List<Drill> drills,
        List<Refused> refused) {
    /** Largest share of drills of a healthy bank that may end without a verdict. */
    private static final double MOST_INCONCLUSIVE = 0.01;

    /**
     * A defect, over all of its trials.
     *
     * @param passed how often the drill passed, as if nothing were broken
     * @param otherwise what was seen where it was not caught, text to how often
     */
    record Defect(
            String id,
            Scenario.Twin twin,
            int trials,
            int caught,
            int passed,
            Map<String, Integer> otherwise,
            double seconds) {
        boolean proven() {
            return caught == trials;
        }

        /** Says in short what it must turn. */
        String expected() {
            return twin.objective() + " " + twin.status() + " " + twin.reason();
        }
    }

    /**
     * A drill of the healthy bank, over all of its trials in the calm, or under noise.
     *
     * @param otherwise what was seen where it did not pass, text to how often
     */
    record Drill(
            String id,
            String title,
            boolean noisy,
            int trials,
            int failed,
            int inconclusive,
            Map<String, Integer> otherwise,
            double seconds) {
        int passed() {
            return trials - failed - inconclusive;
        }
    }

    /** Adds outcomes up. */
    static Findings of(
            Map<String, String> facts, List<Trial.Outcome> outcomes, List<Refused> refused) {
        Map<String, List<Trial.Outcome>> defects = new TreeMap<>();
        Map<String, List<Trial.Outcome>> drills = new TreeMap<>();
        for (Trial.Outcome outcome : outcomes) {
            Scenario scenario = outcome.trial().scenario();
            String noise = outcome.trial().noisy() ? " noisy" : " calm";
            (scenario.twin().isPresent() ? defects : drills)
                    .computeIfAbsent(scenario.id() + noise, id -> new ArrayList<>())
                    .add(outcome);
        }
        return new Findings(
                facts,
                defects.values().stream().map(Findings::defect).toList(),
                drills.values().stream().map(Findings::drill).toList(),
                refused);
    }

    private static Defect defect(List<Trial.Outcome> trials) {
        Scenario scenario = trials.get(0).trial().scenario();
        int caught = (int) trials.stream().filter(Trial.Outcome::right).count();
        return new Defect(
                scenario.id(),
                scenario.twin().orElseThrow(),
                trials.size(),
                caught,
                (int) trials.stream().filter(Findings::missed).count(),
                otherwise(trials),
                seconds(trials));
    }

    private static boolean missed(Trial.Outcome outcome) {
        return !outcome.right() && outcome.status() == Verdict.Status.PASS;
    }

    private static Drill drill(List<Trial.Outcome> trials) {
        Trial first = trials.get(0).trial();
        return new Drill(
                first.scenario().id(),
                first.scenario().title(),
                first.noisy(),
                trials.size(),
                count(trials, Verdict.Status.FAIL),
                count(trials, Verdict.Status.INCONCLUSIVE),
                otherwise(trials),
                seconds(trials));
    }

    private static int count(List<Trial.Outcome> trials, Verdict.Status status) {
        return (int) trials.stream().filter(it -> it.status() == status).count();
    }

    private static double seconds(List<Trial.Outcome> trials) {
        return trials.stream().mapToDouble(Trial.Outcome::seconds).average().orElse(0);
    }

    /** The first surprise of each trial, without the numbers that differ from run to run. */
    private static Map<String, Integer> otherwise(List<Trial.Outcome> trials) {
        Map<String, Integer> otherwise = new TreeMap<>();
        trials.stream()
                .filter(trial -> !trial.right())
                .map(trial -> trial.surprises().get(0).replaceAll("\\): .*", ")"))
                .forEach(text -> otherwise.merge(text, 1, Integer::sum));
        return otherwise;
    }

    /** Gives why this is no proof; nothing where it is one. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        defects.stream()
                .filter(defect -> !defect.proven())
                .forEach(it -> faults.add(it.id() + " was caught in " + it.caught() + " of "
                        + it.trials() + " trials; otherwise " + it.otherwise()));
        refused.stream()
                .filter(it -> !it.caught())
                .forEach(it ->
                        faults.add(it.id() + " was not refused as it must be: the reader said "
                                + it.said() + ", expected " + it.expected()));
        faults.addAll(healthyFaults());
        if (defects.isEmpty() && drills.isEmpty()) {
            faults.add("nothing was tried");
        }
        return faults;
    }

    /** Gives what was said wrongly: a defect that passed, a healthy drill that failed. */
    List<String> lies() {
        List<String> lies = new ArrayList<>();
        defects.stream()
                .filter(defect -> defect.passed() > 0)
                .forEach(it -> lies.add(it.id() + " passed: " + it.otherwise()));
        drills.stream()
                .filter(drill -> drill.failed() > 0)
                .forEach(it -> lies.add("the healthy " + it.id() + " failed: " + it.otherwise()));
        return lies;
    }

    private List<String> healthyFaults() {
        List<String> faults = new ArrayList<>();
        drills.stream()
                .filter(drill -> drill.failed() > 0)
                .forEach(it -> faults.add("the healthy " + it.id() + " failed in " + it.failed()
                        + " of " + it.trials() + " trials: " + it.otherwise()));
        if (inconclusive() > allowedInconclusive()) {
            faults.add(inconclusive() + " of " + healthyTrials()
                    + " drills of the healthy bank were INCONCLUSIVE, allowed "
                    + allowedInconclusive());
        }
        return faults;
    }

    /** Counts the defects that were caught each time. */
    int proven() {
        return (int) (defects.stream().filter(Defect::proven).count()
                + refused.stream().filter(Refused::caught).count());
    }

    int failed() {
        return drills.stream().mapToInt(Drill::failed).sum();
    }

    int healthyTrials() {
        return drills.stream().mapToInt(Drill::trials).sum();
    }

    int inconclusive() {
        return drills.stream().mapToInt(Drill::inconclusive).sum();
    }

    /** A share of so few that it is less than one still allows one. */
    private int allowedInconclusive() {
        return (int) Math.max(1, healthyTrials() * MOST_INCONCLUSIVE);
    }
}

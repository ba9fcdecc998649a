package io.firedrill.run;

import io.firedrill.journal.Event.Attempt;
import io.firedrill.journal.Event.BaselineJudged;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Tempo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides whether the system is healthy before anything is broken: in the last stretch of the asked
 * length, after a warm-up, at most so many attempts failed, every journey was served, every role
 * had one holder.
 */
final class Baseline {
    private static final double MOST_OF_THEM = 0.95;

    private final Scenario scenario;
    private final Tempo tempo;
    private final long start;

    Baseline(Scenario scenario, long start) {
        this.scenario = scenario;
        this.tempo = Tempo.of(scenario.system().blueprint());
        this.start = start;
    }

    /** Gives the judgement, or nothing while it is too early for one. */
    Optional<BaselineJudged> judge(long now, Journal journal) {
        long lasting = scenario.baseline().lasting().toNanos();
        long from = now - lasting;
        if (from < start + tempo.warmUp().toNanos()) {
            return Optional.empty();
        }
        List<Attempt> attempts = journal.all(Attempt.class)
                .filter(attempt -> scenario.customers().containsKey(attempt.journey()))
                .filter(attempt -> attempt.intended() >= from)
                .toList();
        String why = complaint(attempts, now, journal);
        boolean late = now - start > tempo.warmUp().plus(tempo.patience()).toNanos() + lasting;
        if (!why.isEmpty() && !late) {
            return Optional.empty();
        }
        return Optional.of(new BaselineJudged(why.isEmpty(), why, slowest(attempts)));
    }

    private String complaint(List<Attempt> attempts, long now, Journal journal) {
        List<Attempt> missed =
                attempts.stream().filter(attempt -> !attempt.ok()).toList();
        if (missed.size() > scenario.baseline().atMost()) {
            Attempt first = missed.get(0);
            return missed.size() + " of " + attempts.size() + " attempts failed, allowed "
                    + scenario.baseline().atMost() + "; first: " + first.journey() + " "
                    + first.reason() + " " + first.detail();
        }
        for (Map.Entry<String, Double> wanted : scenario.customers().entrySet()) {
            long served = attempts.stream()
                    .filter(attempt -> attempt.ok() && attempt.journey().equals(wanted.getKey()))
                    .count();
            long least = leastServed(wanted.getValue());
            if (served < least) {
                return "only " + served + " attempts of " + wanted.getKey() + " were served, "
                        + least + " are the least; the others did not set out or did not end";
            }
        }
        return new Roles(scenario, journal).allHeld(now)
                ? ""
                : "a role does not have exactly one holder";
    }

    /** What the rate asks for, but for those still under way; attempts that hang are no health. */
    private long leastServed(double rate) {
        double seconds = scenario.baseline().lasting().toMillis() / 1000.0;
        double due = rate * Math.max(0, seconds - tempo.underWay().toMillis() / 1000.0);
        return Math.max(1, (long) (due * MOST_OF_THEM) - scenario.baseline().atMost());
    }

    private static Map<String, Long> slowest(List<Attempt> attempts) {
        Map<String, Long> slowest = new TreeMap<>();
        attempts.stream()
                .filter(Attempt::ok)
                .forEach(attempt -> slowest.merge(
                        attempt.journey(), attempt.end() - attempt.sent(), Math::max));
        return slowest;
    }
}

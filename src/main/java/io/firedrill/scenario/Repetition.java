package io.firedrill.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * One of the runs of a drill that is run several times. Each has a phase of its own: its first
 * fault comes later by a shift that is drawn with its seed, so that over the runs it meets leases,
 * checks and renewals at all points of their rounds. The longest shift is cut into as many equal
 * parts as there are runs, and each run has one of them, in a drawn order: chance alone would leave
 * gaps.
 *
 * @param number which run it is, from 1
 * @param of how many there are
 * @param shift by how much the first fault comes later; nothing for a drill that is run once
 * @param seed of everything that is drawn in this run
 */
public record Repetition(int number, int of, Duration shift, long seed) {
    /** The most runs that a drill can ask for. */
    public static final int MOST = 50;

    /** Names the fact that says by how much the first fault came later, in seconds. */
    public static final String SHIFT = "first fault later by";

    /** Gives the runs of a drill in their order: the same for the same drill. */
    public static List<Repetition> of(Scenario scenario) {
        int times = scenario.about().repeat();
        if (times == 1) {
            return List.of(once(scenario));
        }
        long seed = scenario.id().hashCode();
        long part = Tempo.of(scenario.system().blueprint()).phase().toNanos() / times;
        SplittableRandom random = new SplittableRandom(seed);
        List<Repetition> runs = new ArrayList<>();
        for (int place : order(times, random)) {
            Duration shift = Duration.ofNanos(part * place + random.nextLong(part));
            runs.add(new Repetition(runs.size() + 1, times, shift, random.nextLong()));
        }
        return List.copyOf(runs);
    }

    /** Gives the run of a drill that is run once, its first fault where its file has it. */
    public static Repetition once(Scenario scenario) {
        return new Repetition(1, 1, Duration.ZERO, scenario.id().hashCode());
    }

    private static List<Integer> order(int times, SplittableRandom random) {
        List<Integer> order = new ArrayList<>();
        for (int next = 0; next < times; next++) {
            order.add(random.nextInt(order.size() + 1), next);
        }
        return order;
    }

    /** Says whether there are others. */
    public boolean repeated() {
        return of > 1;
    }

    /** Gives the drill as this run plays it. */
    public Scenario play(Scenario scenario) {
        return repeated() ? scenario.later(shift) : scenario;
    }

    /** Names it for people: {@code run 2 of 5}. */
    public String inWords() {
        return "run " + number + " of " + of;
    }

    /** Gives what the evidence says of it, name to value; nothing for a drill that is run once. */
    public Map<String, String> facts() {
        return repeated() ? Map.of("run", number + " of " + of, SHIFT, seconds(shift)) : Map.of();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f s", time.toNanos() / 1e9);
    }
}

package io.firedrill.journal;

import java.util.Set;

/** Whether a component is up and healthy, as the platform's words say one after the other. */
public final class Condition {
    private static final Set<String> ENDS = Set.of("die", "stop");
    private static final Set<String> HEALTH = Set.of("healthy", "unhealthy");

    private final boolean healthHeard;
    private boolean running = true;
    private boolean paused;
    private boolean healthy = true;

    /**
     * Begins as up and healthy.
     *
     * @param healthHeard whether the platform says anything of its health in this drill
     */
    public Condition(boolean healthHeard) {
        this.healthHeard = healthHeard;
    }

    /** Says whether a word is about health. */
    public static boolean aboutHealth(String state) {
        return HEALTH.contains(state);
    }

    /** Takes in the next word; one that says nothing of being up is let pass. */
    public void apply(String state) {
        if (ENDS.contains(state)) {
            running = false;
        } else if (aboutHealth(state)) {
            healthy = state.equals("healthy");
        } else if (state.equals("start")) {
            running = true;
            paused = false;
            healthy = !healthHeard;
        } else if (state.equals("pause") || state.equals("unpause")) {
            paused = state.equals("pause");
        }
    }

    /** Says whether it runs, is not frozen, and healthy as far as is known. */
    public boolean up() {
        return running && !paused && healthy;
    }

    /** Says whether the platform says anything of its health in this drill. */
    public boolean healthHeard() {
        return healthHeard;
    }

    /** Says in words what keeps it from being up. */
    public String text() {
        if (!running) {
            return "not running";
        }
        return paused ? "paused" : "not healthy";
    }
}

package io.firedrill.topology.containers;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What one run of the harness fixes for all its systems.
 *
 * @param runId unique among the runs of this machine; letters, digits and dashes
 * @param images component to the image reference that replaces its own
 * @param startLimit the longest a system may take from {@code up} to ready; 120 s is usual
 * @param keep true where systems are left running for debugging
 * @param nanos monotonic nanoseconds, the drill clock's
 * @param owner who answers for what this run creates
 */
public record RunSettings(
        String runId,
        Map<String, String> images,
        Duration startLimit,
        boolean keep,
        LongSupplier nanos,
        Owner owner) {

    /** The limit that is usual for a start. */
    public static final Duration USUAL_START_LIMIT = Duration.ofSeconds(120);

    /** Refuses a run id that Docker could not carry in names. */
    public RunSettings {
        if (!runId.matches("[a-zA-Z0-9][a-zA-Z0-9-]{0,23}")) {
            throw new IllegalArgumentException("run id '" + runId
                    + "'; allowed are 1 to 24 letters, digits and dashes, a letter or digit first");
        }
        images = Map.copyOf(images);
    }

    /** Gives the settings of a run with nothing replaced, for this process. */
    public static RunSettings usual(String runId, LongSupplier nanos) {
        return new RunSettings(runId, Map.of(), USUAL_START_LIMIT, false, nanos, Owner.current());
    }
}

package io.firedrill.topology.inprocess;

import java.time.Duration;
import java.util.Optional;

/**
 * A component of a pocket system.
 *
 * @param name its name, by which the others dial it
 * @param restartsAfter how long after the death of its process it is started again; empty where
 *     nobody does
 * @param program what runs on it
 */
public record Part(String name, Optional<Duration> restartsAfter, Program program) {
    /** Makes a component that stays dead when its process dies. */
    public static Part of(String name, Program program) {
        return new Part(name, Optional.empty(), program);
    }

    /** Makes the same component started again a while after each death of its process. */
    public Part restartedAfter(Duration delay) {
        return new Part(name, Optional.of(delay), program);
    }
}

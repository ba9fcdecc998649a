package io.firedrill.journal;

import java.time.Duration;
import java.time.Instant;

/** The one clock. Durations come from {@link #nanos()}; wall time is a label (SURVIVAL R17). */
public interface DrillClock {

    /** Gives monotonic nanoseconds since an arbitrary origin, the same for the whole drill. */
    long nanos();

    /** Gives the wall time. */
    Instant wall();

    /** Waits until {@code nanos()} has reached the given value; returns early when interrupted. */
    void waitUntil(long nanos);

    /** Says how long ago a moment was. */
    default Duration since(long nanos) {
        return Duration.ofNanos(nanos() - nanos);
    }
}

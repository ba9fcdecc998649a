package io.firedrill.topology;

/**
 * Something the platform, not the injector, saw of a system; times are {@code System.nanoTime()} at
 * arrival.
 */
public sealed interface Sighting {

    /**
     * A component changed.
     *
     * @param state start, die, pause, unpause, healthy, unhealthy, stop, kill, oom
     * @param wallNanos the platform's own stamp, nanoseconds since the epoch: a label, or to narrow
     */
    record ComponentChanged(String component, String state, String detail, long wallNanos)
            implements Sighting {}

    /** A consumer's connection was accepted by a relay. */
    record LinkUsed(String link, String detail) implements Sighting {}

    /** A relay was closed or opened, because its provider died or came back. */
    record RelaySwitched(String link, String to, String why) implements Sighting {}
}

package io.firedrill.systems.pocket;

import java.time.Duration;

/**
 * How long things take in this bank. A real one has seconds where this has hundredths of them; the
 * proportions are the same.
 *
 * @param lease how long a leader may lead without renewing its lease
 * @param renewal how often it renews it, and a standby tries to get it
 * @param check how often a part asks another whether it is well
 * @param checkPatience how long such an answer may take
 * @param patience how long answers are waited for
 */
record Times(
        Duration lease,
        Duration renewal,
        Duration check,
        Duration checkPatience,
        Patience patience) {

    /**
     * How long answers are waited for; whoever is nearer to the customer waits longer.
     *
     * @param store by a store for another one, and for the lease keeper
     * @param router by the router for a store
     * @param portal by a portal for the router
     * @param front by the front for a portal
     */
    record Patience(Duration store, Duration router, Duration portal, Duration front) {}

    static Times usual() {
        return new Times(
                Duration.ofMillis(500),
                Duration.ofMillis(100),
                Duration.ofMillis(100),
                Duration.ofMillis(150),
                new Patience(
                        Duration.ofMillis(280),
                        Duration.ofMillis(300),
                        Duration.ofMillis(400),
                        Duration.ofMillis(500)));
    }
}

package io.firedrill.systems.pocket;

/** Says whether a portal can serve customers. */
@FunctionalInterface
interface Readiness {

    /** Says what is known; asks nobody now. */
    boolean isReady();

    /** Makes the readiness of a portal. */
    @FunctionalInterface
    interface Maker {
        /** Begins to find out. */
        Readiness make(Seat seat);
    }
}

package io.firedrill.systems.pocket;

/** Says which portals the front sends customers to. */
@FunctionalInterface
interface HealthCheck {

    /** Says whether a portal can be sent customers, as far as is known. */
    boolean isUp(String portal);

    /** Makes the health check of a front. */
    @FunctionalInterface
    interface Maker {
        /** Begins to find out. */
        HealthCheck make(Seat seat);
    }
}

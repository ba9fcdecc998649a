package io.firedrill.systems.pocket;

import java.util.Optional;

/** Says which store the router sends questions to. */
@FunctionalInterface
interface Routing {

    /** Names the store that leads, as far as is known. */
    Optional<String> primary();

    /** Makes the routing of a router. */
    @FunctionalInterface
    interface Maker {
        /** Begins to find out. */
        Routing make(Seat seat);
    }
}

package io.firedrill.run;

/** What the timeline says is to be done now. */
sealed interface Move {

    /**
     * A step of the script; {@code gaveUp} where its trigger did not come in the time it was worth.
     */
    record Due(int step, boolean gaveUp) implements Move {}

    /** The script is over and its waits are decided: what is still broken is to be healed. */
    record HealRest() implements Move {}

    /** Nothing yet. */
    record NotYet(String waitingFor) implements Move {}

    /** The drill has seen all it waits for. */
    record Done() implements Move {}
}

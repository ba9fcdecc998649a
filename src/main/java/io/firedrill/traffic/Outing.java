package io.firedrill.traffic;

import java.util.concurrent.CompletionStage;

/** Lets one synthetic customer of a journey set out. */
@FunctionalInterface
interface Outing {

    /**
     * Starts one attempt without waiting for it, and hands back what the customer will have seen.
     * The stage completes within the journey's deadline, and normally: what goes wrong is an
     * experience too. Nothing is ever tried a second time behind the customer's back.
     */
    CompletionStage<Experience> setOut(Visit visit);

    /** Makes room for one attempt more, which must follow; false where there is none. */
    default boolean reserve() {
        return true;
    }
}

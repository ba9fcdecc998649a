package io.firedrill.traffic;

import java.util.concurrent.CompletionStage;

/** What one synthetic customer does. */
@FunctionalInterface
public interface Journey {

    /**
     * Starts one attempt without waiting for it, and hands back what the customer will have seen.
     * The stage completes within the journey's deadline, and normally: what goes wrong is an
     * experience too. Nothing is ever tried a second time behind the customer's back.
     */
    CompletionStage<Experience> setOut(Visit visit);
}

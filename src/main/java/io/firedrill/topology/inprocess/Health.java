package io.firedrill.topology.inprocess;

import java.util.Optional;

/**
 * What is told of one life's health. One bad look says nothing: a component is unhealthy after some
 * in a row, as with an engine's retries; one good look makes it healthy.
 */
final class Health {
    /** 300 ms, for one look each 20 ms. */
    private static final int RETRIES = 15;

    private boolean heard;
    private boolean well;
    private int badLooks;

    /** Takes a look, and gives the word where it changes what is told. */
    Optional<String> look(boolean good) {
        badLooks = good ? 0 : badLooks + 1;
        boolean changes = good ? !well : well && badLooks >= RETRIES;
        if (!changes) {
            return Optional.empty();
        }
        heard = true;
        well = good;
        return Optional.of(word());
    }

    /** Gives what is told now; before anything is, that it was started. */
    String word() {
        if (!heard) {
            return "start";
        }
        return well ? "healthy" : "unhealthy";
    }
}

package io.firedrill.systems.company;

import java.io.IOException;

/** Takes letters to one provider. */
@FunctionalInterface
interface Carrier {

    /**
     * Takes one there.
     *
     * @param sent the time that it is to say it was sent at
     * @return how the provider calls it; empty where he has no name for it
     * @throws Throttled where the provider wants it later
     * @throws IOException where he did not take it
     */
    String carry(Letter letter, String sent) throws IOException;

    /** Says that the provider takes no more for the moment. */
    final class Throttled extends IOException {
        private static final long serialVersionUID = 1L;

        Throttled(String channel) {
            super(channel + " takes no more for the moment");
        }
    }

    /** Gives the whole text, a fact on each line. */
    static String text(Letter letter, String sent) {
        return String.join("\n", letter.lines()) + "\nSent: " + sent;
    }
}

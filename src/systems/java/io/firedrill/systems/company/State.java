package io.firedrill.systems.company;

import java.util.Locale;

/** The states of an incident, in their order. */
enum State {
    /** We know that something is wrong, and not yet what. */
    INVESTIGATING,
    /** We know what is wrong, and are at it. */
    IDENTIFIED,
    /** Service is back, and watched. */
    MONITORING,
    /** It is over. */
    RESOLVED;

    /** Gives the word that a notice has for it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

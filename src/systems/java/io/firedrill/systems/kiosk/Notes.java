package io.firedrill.systems.kiosk;

/** Who has a ticket. */
interface Notes {

    /** Notes that somebody has one; once, however often it is said. */
    void note(String id);

    /** Says how many tickets somebody has: one or none. */
    int count(String id);
}

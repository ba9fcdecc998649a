package io.firedrill.traffic;

import io.firedrill.journal.Ledger;

/** Asks a system how often a write is there; called from several threads. */
interface WriteCounter extends AutoCloseable {

    /** Asks once, and never throws for what the system does. */
    Found count(Ledger.Write write);

    @Override
    void close();

    /**
     * What was found.
     *
     * @param count how often it is there; -1 where that could not be found out
     * @param detail why; empty where it is plain
     */
    record Found(int count, String detail) {
        /** Says that it is not known. */
        static Found unknown(String why) {
            return new Found(-1, why);
        }
    }
}

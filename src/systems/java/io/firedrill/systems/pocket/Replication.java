package io.firedrill.systems.pocket;

import java.io.IOException;

/** Keeps a second copy of the log, on the other store. */
interface Replication {

    /**
     * Begins to lead: settles that the other store can not be elected before it has all that this
     * one has.
     */
    void begin(long term) throws IOException;

    /**
     * Makes a transfer as safe as this bank promises, and puts it into the log.
     *
     * @throws IOException where it could not; it is not in the log of this store then
     */
    void commit(Transfer transfer) throws IOException;

    /** Done again and again while this store leads: keeps the other store up to date. */
    void tend();

    /** Makes the replication of one store. */
    @FunctionalInterface
    interface Maker {
        /** Makes it. */
        Replication make(Seat seat, BankLog log, String other);
    }
}

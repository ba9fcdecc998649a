package io.firedrill.systems.pocket;

/** Says which of the stores leads. */
interface Election {

    /** Says whether this store leads now; never two at a time. */
    boolean leads();

    /**
     * Whatever must be done before a store leads.
     *
     * @see LeaseElection
     */
    @FunctionalInterface
    interface Accession {
        /**
         * Does it.
         *
         * @param term counts the changes of leadership
         * @throws java.io.IOException where it can not be done; then the store does not lead
         */
        void takeOver(long term) throws java.io.IOException;
    }

    /** Makes the election of one store. */
    @FunctionalInterface
    interface Maker {
        /** Begins to take part in it. */
        Election make(Seat seat, Accession accession);
    }
}

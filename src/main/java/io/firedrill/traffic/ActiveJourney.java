package io.firedrill.traffic;

/**
 * A journey that is ready for its customers, many of whom are under way at a time: it is called
 * from many threads. It may block. Give every library the deadline as its time limit: an attempt
 * that goes on after it counts as a customer who gave up, and its thread is interrupted, but stays
 * in use until it returns.
 */
public interface ActiveJourney extends AutoCloseable {

    /**
     * Makes one attempt, once, and says what its customer saw. What it throws is read by
     * {@link Seen#unknown(Throwable)}.
     *
     * @throws Exception whatever its library throws
     */
    Seen attempt(Visit visit) throws Exception;

    /**
     * Counts how often the write of a visit is there; asked once the system is well again. Needed
     * where {@link io.firedrill.scenario.JourneyKind.Writes#COUNTED} is declared.
     *
     * @throws Exception where that can not be found out now; it is asked again then
     */
    default int count(Visit visit) throws Exception {
        throw new UnsupportedOperationException("this journey does not count its writes");
    }

    /**
     * Closes what it holds open; no attempt is made any more.
     *
     * @throws Exception whatever its library throws
     */
    @Override
    default void close() throws Exception {
        // a journey that opens everything anew for each attempt has nothing to close
    }
}

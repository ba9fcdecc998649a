package io.firedrill.topology.relay;

import java.util.Map;
import java.util.random.RandomGenerator;

/** What a toxic does to bytes: its attributes, and how they are carried out. */
sealed interface Toxin
        permits Bandwidth, Latency, LimitData, Noop, ResetPeer, SlowClose, Slicer, Timeout {

    /** Gives the attributes under the API's names, in the API's order. */
    Map<String, Long> attributes();

    /**
     * Begins to work on a lane.
     *
     * @param tally bytes passed so far, kept while the toxic stays on that lane
     */
    Stage stage(Tally tally, RandomGenerator random);

    /** Says how many chunks may wait in front of it. */
    default int room() {
        return 1;
    }

    /** Says whether taking it off a connection closes that connection. */
    default boolean closesWhenRemoved() {
        return false;
    }

    /** A number of bytes that outlives a change of the toxic that counts them. */
    final class Tally {
        private long bytes;

        /** Gives the bytes so far. */
        long bytes() {
            return bytes;
        }

        /** Counts more bytes. */
        void add(long more) {
            bytes += more;
        }
    }
}

package io.firedrill.topology.relay;

/**
 * A toxic at work on one lane of one connection. It never blocks: it moves what may move now and
 * says how long it has to wait for the rest. Called on the loop's thread only.
 */
interface Stage {
    /** The answer of a stage that waits for nothing but bytes, room or an end. */
    long NEVER = Long.MAX_VALUE;

    /**
     * Moves what may move.
     *
     * @param in what comes; when it is {@linkplain Pipe#atEnd at its end}, the stage ends
     *     {@code out} in its own time
     * @param out where it goes; only while it {@linkplain Pipe#hasRoom has room}
     * @param now nanos of the relay's clock
     * @return nanos until it wants to be called again, though nothing changed around it
     */
    long flow(Pipe in, Pipe out, long now);

    /**
     * Lets go of what it holds, because its toxic was changed or removed, or another was put behind
     * it; it is not called again.
     *
     * @return false where it can not be stopped any more
     */
    default boolean release(Pipe out) {
        return true;
    }
}

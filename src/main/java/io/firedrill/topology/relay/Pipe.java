package io.firedrill.topology.relay;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The bounded queue between two stages of a lane. The bound is asked for, not enforced: what a
 * removed stage lets go of goes in all the same, so that letting go never waits.
 */
final class Pipe {
    private final Deque<Chunk> chunks = new ArrayDeque<>(2);
    private final int room;
    private boolean ended;
    private long changes;

    /** Creates an empty one for so many chunks. */
    Pipe(int room) {
        this.room = room;
    }

    /** Says whether one more chunk is welcome. */
    boolean hasRoom() {
        return !ended && chunks.size() < room;
    }

    /** Appends a chunk; drops it where the pipe has ended, as a closed socket would. */
    void put(Chunk chunk) {
        if (!ended) {
            chunks.addLast(chunk);
            changes++;
        }
    }

    /** Gives the oldest chunk and keeps it; the pipe must not be empty. */
    Chunk peek() {
        return chunks.getFirst();
    }

    /** Takes the oldest chunk; the pipe must not be empty. */
    Chunk take() {
        changes++;
        return chunks.removeFirst();
    }

    /** Says whether there is nothing to take. */
    boolean isEmpty() {
        return chunks.isEmpty();
    }

    /** Lets nothing more in. Idempotent. */
    void end() {
        if (!ended) {
            ended = true;
            changes++;
        }
    }

    /** Says whether it lets nothing more in; what is inside may still be taken. */
    boolean ended() {
        return ended;
    }

    /** Says whether everything was taken and nothing more will come. */
    boolean atEnd() {
        return ended && chunks.isEmpty();
    }

    /** Moves all of it, its end included, into the next one, however full that is. */
    void pourInto(Pipe next) {
        while (!isEmpty()) {
            next.put(take());
        }
        if (ended) {
            next.end();
        }
    }

    /** Drops everything and lets nothing more in. */
    void shut() {
        chunks.clear();
        end();
    }

    /** Counts what was done to it, so that a pump can tell whether anything moved. */
    long changes() {
        return changes;
    }
}

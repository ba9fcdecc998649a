package io.firedrill.topology.relay;

import java.nio.ByteBuffer;

/**
 * Bytes on their way, with the time they came.
 *
 * @param bytes what is left of them, from position to limit; never shared with another chunk's
 *     position
 * @param stamp nanos of the relay's clock; a latency toxic moves it forward by what it added
 */
record Chunk(ByteBuffer bytes, long stamp) {

    /** Copies what is left in a buffer that will be used again. */
    static Chunk copyOf(ByteBuffer buffer, long stamp) {
        ByteBuffer copy = ByteBuffer.allocate(buffer.remaining());
        copy.put(buffer).flip();
        return new Chunk(copy, stamp);
    }

    /** Counts the bytes that are left. */
    int size() {
        return bytes.remaining();
    }

    /** Gives the same bytes with another time. */
    Chunk stamped(long other) {
        return new Chunk(bytes, other);
    }

    /** Cuts the first bytes off, as a chunk of their own; the others stay. */
    Chunk cut(int length) {
        ByteBuffer first = bytes.duplicate();
        first.limit(bytes.position() + length);
        bytes.position(first.limit());
        return new Chunk(first, stamp);
    }
}

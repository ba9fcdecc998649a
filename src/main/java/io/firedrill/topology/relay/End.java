package io.firedrill.topology.relay;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** One of the two sockets of a connection, on the loop. */
final class End {
    private final Loop loop;
    private final SocketChannel channel;
    private final SelectionKey key;
    private boolean closed;

    /** Watches a channel for nothing yet. */
    End(Loop loop, SocketChannel channel, Loop.Ready ready) throws IOException {
        this.loop = loop;
        this.channel = channel;
        this.key = loop.watch(channel, 0, ready);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    /** Asks to be told, or not to be told any more, when an operation is possible. */
    void want(int operation, boolean wanted) {
        if (closed) {
            return;
        }
        int before = key.interestOps();
        int after = wanted ? before | operation : before & ~operation;
        if (after != before) {
            key.interestOps(after);
        }
    }

    /**
     * Reads what is there.
     *
     * @return bytes read; -1 at the end, and where the other side broke off, which is no different
     */
    int read(ByteBuffer buffer) {
        try {
            return closed ? -1 : channel.read(buffer);
        } catch (IOException e) {
            return -1;
        }
    }

    /**
     * Writes what the socket takes.
     *
     * @return false where it takes nothing any more
     */
    boolean write(ByteBuffer buffer) {
        try {
            if (!closed) {
                channel.write(buffer);
            }
            return !closed;
        } catch (IOException e) {
            return false;
        }
    }

    /** Makes the close a reset. */
    void resetOnClose() throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    }

    /** Closes it; idempotent. */
    void close() {
        if (!closed) {
            closed = true;
            loop.close(channel);
        }
    }
}

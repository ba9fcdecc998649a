package io.firedrill.topology.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The attempt to reach a provider, address by address. On the loop's thread only. */
final class Dialing implements Loop.Ready {
    private final Loop loop;
    private final Deque<InetSocketAddress> addresses;
    private final Consumer<SocketChannel> connected;
    private final Runnable gaveUp;
    private @Nullable SocketChannel channel;
    private boolean over;

    /**
     * Creates it.
     *
     * @param connected given the open channel; whoever takes it closes it
     * @param gaveUp told when no address answered
     */
    Dialing(
            Loop loop,
            List<InetSocketAddress> addresses,
            Consumer<SocketChannel> connected,
            Runnable gaveUp) {
        this.loop = loop;
        this.addresses = new ArrayDeque<>(addresses);
        this.connected = connected;
        this.gaveUp = gaveUp;
    }

    /** Tries the next address. */
    void next() {
        InetSocketAddress address = addresses.poll();
        if (over) {
            return;
        }
        if (address == null) {
            over = true;
            gaveUp.run();
            return;
        }
        try {
            SocketChannel attempt = SocketChannel.open();
            channel = attempt;
            SelectionKey key = loop.watch(attempt, 0, this);
            if (attempt.connect(address)) {
                done(attempt);
            } else {
                key.interestOps(SelectionKey.OP_CONNECT);
            }
        } catch (IOException | RuntimeException e) {
            failed(); // refused at once, or an address that is none
        }
    }

    @Override
    public void ready(SelectionKey key) throws IOException {
        SocketChannel attempt = (SocketChannel) key.channel();
        if (attempt.finishConnect()) {
            done(attempt);
        }
    }

    private void done(SocketChannel attempt) {
        over = true;
        connected.accept(attempt);
    }

    @Override
    public void failed() {
        closeChannel();
        next();
    }

    /** Gives up without telling anybody. */
    void cancel() {
        if (!over) {
            over = true;
            closeChannel();
        }
    }

    private void closeChannel() {
        if (channel != null) {
            loop.close(channel);
            channel = null;
        }
    }
}

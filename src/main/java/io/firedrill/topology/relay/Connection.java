package io.firedrill.topology.relay;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/** A client's connection and the one to the provider that answers it. On the loop's thread only. */
final class Connection {
    private final End client;
    private final End provider;
    private final Lane upstream;
    private final Lane downstream;
    private final Consumer<Connection> whenOver;
    private boolean over;

    /**
     * Joins two open channels; nothing is read before {@link #begin}.
     *
     * @param whenOver told once both ends are closed, unless they were {@link #cut}
     */
    Connection(
            Loop loop, SocketChannel client, SocketChannel provider, Consumer<Connection> whenOver)
            throws IOException {
        this.client = new End(loop, client, new Side(true));
        this.provider = new End(loop, provider, new Side(false));
        this.upstream = new Lane(loop, this.client, this.provider, this::upstreamOver);
        this.downstream = new Lane(loop, this.provider, this.client, this::downstreamOver);
        this.whenOver = whenOver;
    }

    /** Begins to move bytes under the toxics that are there. */
    void begin(Toxics toxics) throws IOException {
        if (toxics.reset()) {
            client.resetOnClose();
            provider.resetOnClose();
        }
        upstream.begin(toxics.of(Stream.UPSTREAM), toxics.random());
        downstream.begin(toxics.of(Stream.DOWNSTREAM), toxics.random());
    }

    /** Gives one direction. */
    Lane lane(Stream stream) {
        return stream == Stream.UPSTREAM ? upstream : downstream;
    }

    /** Closes both ends at once; what was under way is lost. */
    void cut() {
        upstream.stop();
        downstream.stop();
        client.close();
        provider.close();
    }

    private void upstreamOver() {
        downstream.sourceClosed();
        checkOver();
    }

    private void downstreamOver() {
        upstream.sourceClosed();
        checkOver();
    }

    private void checkOver() {
        if (!over && upstream.finished() && downstream.finished()) {
            over = true;
            whenOver.accept(this);
        }
    }

    /** What happens at one end: it is the source of one lane and the sink of the other. */
    private final class Side implements Loop.Ready {
        private final boolean ofClient;

        Side(boolean ofClient) {
            this.ofClient = ofClient;
        }

        @Override
        public void ready(SelectionKey key) {
            if (key.isReadable()) {
                (ofClient ? upstream : downstream).read();
            }
            if (key.isValid() && key.isWritable()) {
                (ofClient ? downstream : upstream).pump();
            }
        }

        @Override
        public void failed() {
            cut();
            whenOver.accept(Connection.this);
        }
    }
}

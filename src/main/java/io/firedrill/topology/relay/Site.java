package io.firedrill.topology.relay;

import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What every proxy of a relay works with.
 *
 * @param helpers threads for what may block: looking up names
 * @param arrivals told of each accepted connection, on the loop's thread
 */
record Site(Loop loop, Executor helpers, RandomGenerator random, RelaySettings.Arrivals arrivals) {

    /**
     * Begins to dial; answers on the loop's thread, perhaps before it returns.
     *
     * @param connected given the open channel
     * @param gaveUp told when it can not be reached
     */
    Runnable dial(String upstream, Consumer<SocketChannel> connected, Runnable gaveUp) {
        Addresses.HostPort address;
        try {
            address = Addresses.parse(upstream);
        } catch (ApiError e) {
            gaveUp.run(); // the real one takes any text as an upstream, and fails to dial it
            return () -> {};
        }
        if (address.isLiteral()) {
            return begin(Addresses.toDial(address), connected, gaveUp);
        }
        Later later = new Later();
        helpers.execute(() -> {
            List<InetSocketAddress> found = Addresses.toDial(address);
            loop.execute(() -> later.begin(() -> begin(found, connected, gaveUp)));
        });
        return later::cancel;
    }

    private Runnable begin(
            List<InetSocketAddress> addresses, Consumer<SocketChannel> connected, Runnable gaveUp) {
        Dialing dialing = new Dialing(loop, addresses, connected, gaveUp);
        dialing.next();
        return dialing::cancel;
    }

    /** A dialing that begins once its name was looked up, unless it was cancelled before. */
    private static final class Later {
        private Runnable cancel = () -> {};
        private boolean cancelled;

        void begin(Supplier<Runnable> dialing) {
            if (!cancelled) {
                cancel = dialing.get();
            }
        }

        void cancel() {
            cancelled = true;
            cancel.run();
        }
    }
}

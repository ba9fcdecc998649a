package io.firedrill.topology.relay;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where a proxy shall listen and dial, as it was asked for. Made on a thread that may block, for
 * the name service may be asked; what went wrong is told where the real server would tell it.
 */
final class Wish {
    private final String listen;
    private final String upstream;
    private final @Nullable InetSocketAddress resolved;
    private final String problem;

    private Wish(
            String listen, String upstream, @Nullable InetSocketAddress resolved, String problem) {
        this.listen = listen;
        this.upstream = upstream;
        this.resolved = resolved;
        this.problem = problem;
    }

    /** Looks up where to listen. */
    static Wish of(String listen, String upstream) {
        try {
            return new Wish(listen, upstream, Addresses.toListenOn(listen), "");
        } catch (ApiError e) {
            return new Wish(listen, upstream, null, e.text());
        }
    }

    /** Gives the address to listen on as it was written. */
    String listen() {
        return listen;
    }

    /** Gives the address to dial. */
    String upstream() {
        return upstream;
    }

    /**
     * Gives the address to listen on.
     *
     * @throws ApiError when it can not be read or found
     */
    InetSocketAddress toListenOn() {
        if (resolved == null) {
            throw ApiError.internal("listen tcp: " + problem);
        }
        return resolved;
    }

    /**
     * Writes the address to listen on as a number, which is how it is compared.
     *
     * @throws ApiError when it can not be read or found
     */
    String text() {
        if (resolved == null) {
            throw ApiError.internal(problem);
        }
        return Addresses.text(listen, resolved);
    }
}

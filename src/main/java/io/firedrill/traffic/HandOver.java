package io.firedrill.traffic;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.jspecify.annotations.Nullable;

/**
 * The place in the client where a connection is there and the request is about to be written to it.
 * Before it, nothing can have been written in the system; after it, something may have been. (The
 * request producer's own {@code sendRequest} is no such place: the client calls it before it
 * connects.)
 */
final class HandOver implements AsyncExecChainHandler {
    static final String NAME = "HAND_OVER";
    private static final String ASK = "firedrill.hand-over";

    /**
     * Gives a context in which leave is asked of {@code handOver} before the request is written.
     */
    static HttpClientContext asking(BooleanSupplier handOver) {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(ASK, handOver);
        return context;
    }

    @Override
    public void execute(
            HttpRequest request,
            @Nullable AsyncEntityProducer body,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        if (scope.clientContext.getAttribute(ASK) instanceof BooleanSupplier handOver
                && !handOver.getAsBoolean()) {
            throw new RequestNotExecutedException("the attempt is over");
        }
        chain.proceed(request, body, scope, callback);
    }
}

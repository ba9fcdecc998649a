package io.firedrill.traffic;

import java.io.IOException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.nio.entity.StringAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** A request that can not be sent twice. */
final class SingleRequest implements AsyncRequestProducer {
    private final AsyncRequestProducer request;

    private SingleRequest(AsyncRequestProducer request) {
        this.request = request;
    }

    static SingleRequest of(StepScript.Request request, HttpHost host) {
        BasicHttpRequest head = new BasicHttpRequest(request.method(), host, request.path());
        request.headers().forEach(head::setHeader);
        @Nullable
        AsyncEntityProducer body = request.body()
                .map(it -> new StringAsyncEntityProducer(it.text(), it.type()))
                .orElse(null);
        return new SingleRequest(new BasicRequestProducer(head, body));
    }

    @Override
    public void sendRequest(RequestChannel channel, HttpContext context)
            throws HttpException, IOException {
        request.sendRequest(channel, context);
    }

    /** Always says no, which forbids every layer below to send it again. */
    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public void failed(Exception cause) {
        request.failed(cause);
    }

    @Override
    public int available() {
        return request.available();
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        request.produce(channel);
    }

    @Override
    public void releaseResources() {
        request.releaseResources();
    }
}

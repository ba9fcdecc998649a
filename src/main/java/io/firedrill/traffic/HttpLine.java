package io.firedrill.traffic;

import io.firedrill.DrillException;
import io.firedrill.journal.DrillClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.nio.support.BasicResponseConsumer;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client of one journey, to one address. What it is asked to send it sends once: no retry,
 * no redirect, no upgrade, no cookie, HTTP/1.1.
 *
 * <p><b>Connections</b> are kept and used again, as customers' browsers and apps do, for as long as
 * the system keeps them open. One that is known to be closed is dropped before it is used again
 * ({@code validateAfterInactivity} of 0; for HTTP/1.1 that looks at our own end only and sends
 * nothing). One that turns out dead once the request is on its way is a {@code RESET} and nothing
 * else: trying again behind the customer's back would hide short outages.
 *
 * <p><b>The pool</b> holds as many connections as attempts may be under way, so that nothing ever
 * queues inside the client.
 */
final class HttpLine implements AutoCloseable {
    private static final TimeValue SELECT_INTERVAL = TimeValue.ofMilliseconds(50);
    private static final TimeValue CLOSE_AT_MOST = TimeValue.ofSeconds(2);

    private final HttpHost host;
    private final Duration deadline;
    private final DrillClock clock;
    private final PoolingAsyncClientConnectionManager pool;
    private final CloseableHttpAsyncClient client;

    /**
     * How to build a line.
     *
     * @param name names its threads
     * @param address where the customers come in
     * @param connections the most it may hold at a time
     * @param deadline of one attempt; a connection is tried for three quarters of it
     */
    record Order(String name, InetSocketAddress address, int connections, Duration deadline) {}

    HttpLine(Order order, DrillClock clock) {
        if (order.address().isUnresolved()) {
            throw new DrillException("address " + order.address() + " of '" + order.name()
                    + "' can not be resolved");
        }
        InetAddress address = order.address().getAddress();
        // the address as its own name: asking for its name could wait for a name server
        this.host = new HttpHost(
                "http", address, address.getHostAddress(), order.address().getPort());
        this.deadline = order.deadline();
        this.clock = clock;
        this.pool = connections(order);
        this.client = HttpAsyncClients.custom()
                .setConnectionManager(pool)
                .setDefaultRequestConfig(requests())
                .setIOReactorConfig(reactor())
                .setThreadFactory(new DefaultThreadFactory("customers-" + order.name(), true))
                .setUserAgent("firedrill")
                .addExecInterceptorAfter(ChainElement.CONNECT.name(), HandOver.NAME, new HandOver())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .build();
        client.start();
    }

    private static PoolingAsyncClientConnectionManager connections(Order order) {
        ConnectionConfig connecting = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(order.deadline().multipliedBy(3).dividedBy(4)))
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                .build();
        TlsConfig plain = TlsConfig.custom()
                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                .build();
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(order.connections())
                .setMaxConnTotal(order.connections())
                .setDefaultConnectionConfig(connecting)
                .setDefaultTlsConfig(plain)
                .build();
    }

    private static RequestConfig requests() {
        return RequestConfig.custom()
                .setProtocolUpgradeEnabled(false)
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setHardCancellationEnabled(true)
                .build();
    }

    private static IOReactorConfig reactor() {
        return IOReactorConfig.custom()
                .setIoThreadCount(1)
                .setSelectInterval(SELECT_INTERVAL)
                .setTcpNoDelay(true)
                .build();
    }

    /** A request under way: its answer, and the handle that ends it and closes its connection. */
    record Exchange(CompletableFuture<Answer> answer, Future<?> handle, HandOver.Gate gate) {
        void cancel() {
            handle.cancel(true);
            gate.breakOff();
        }
    }

    /**
     * Sends a request without waiting. Just before its first byte leaves, {@code handOver} is
     * asked; where it says no, nothing is sent. The answer fails with {@link StepFailure} only.
     */
    Exchange send(StepScript.Request request, BooleanSupplier handOver) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        HandOver.Gate gate = new HandOver.Gate(handOver);
        try {
            Future<?> handle = client.execute(
                    host,
                    SingleRequest.of(request, host),
                    new BasicResponseConsumer<>(BoundedBody::new),
                    null,
                    gate.context(),
                    into(answer));
            return new Exchange(answer, handle, gate);
        } catch (RuntimeException ours) {
            answer.completeExceptionally(Classification.of(ours));
            return new Exchange(answer, answer, gate);
        }
    }

    private static FutureCallback<Message<HttpResponse, String>> into(
            CompletableFuture<Answer> answer) {
        return new FutureCallback<>() {
            @Override
            public void completed(Message<HttpResponse, String> message) {
                String body = message.getBody();
                List<String> cookies = Stream.of(message.getHead().getHeaders("Set-Cookie"))
                        .map(NameValuePair::getValue)
                        .toList();
                answer.complete(
                        new Answer(message.getHead().getCode(), body == null ? "" : body, cookies));
            }

            @Override
            public void failed(Exception cause) {
                answer.completeExceptionally(Classification.of(cause));
            }

            @Override
            public void cancelled() {
                answer.completeExceptionally(Classification.cancelled());
            }
        };
    }

    Duration deadline() {
        return deadline;
    }

    DrillClock clock() {
        return clock;
    }

    /**
     * Closes every connection and ends the threads; bounded by two seconds. The client's own
     * threads close first: closed from outside while they work, they stumble over their own key
     * sets.
     */
    @Override
    public void close() {
        pool.close(CloseMode.IMMEDIATE);
        client.initiateShutdown();
        try {
            client.awaitShutdown(CLOSE_AT_MOST);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            client.close(CloseMode.IMMEDIATE);
        }
    }
}

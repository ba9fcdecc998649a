package io.firedrill.observe.inbox;

import io.firedrill.journal.DrillClock;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentTooLongException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Reads one page after the other from one address, as somebody who opens it anew each time: nothing
 * is kept from look to look, neither a connection nor a cookie nor a cached page. What is asked is
 * asked once; a redirect is an answer. Used by one thread at a time.
 */
final class Browser implements AutoCloseable {
    private static final Duration LOOK_WITHIN = Duration.ofSeconds(4);
    private static final int SIZE_AT_MOST = 1 << 20;
    private static final int LINE_AT_MOST = 8_192;
    private static final int HEADERS_AT_MOST = 100;
    private static final String BROKEN_OFF = "broken off";

    private final InetSocketAddress address;
    private final DrillClock clock;
    private final Duration patience;
    private final PoolingHttpClientConnectionManager connections;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor alarms;
    private long deadline;

    /**
     * What came.
     *
     * @param code HTTP status; -1 where there was no complete answer
     * @param trouble why there was none, in few and always the same words; else empty
     */
    record Page(int code, String body, String trouble) {
        boolean answered() {
            return code >= 0;
        }

        boolean ok() {
            return code == 200;
        }
    }

    /**
     * Creates one.
     *
     * @param patience how long a page may take, from the request to its last byte
     */
    Browser(InetSocketAddress address, DrillClock clock, Duration patience) {
        this.address = address;
        this.clock = clock;
        this.patience = patience;
        this.connections = connections(Timeout.of(patience));
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(patience))
                        .setConnectionRequestTimeout(Timeout.of(patience))
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
        this.alarms = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "inbox-alarm");
            thread.setDaemon(true);
            return thread;
        });
        alarms.setRemoveOnCancelPolicy(true);
    }

    private static PoolingHttpClientConnectionManager connections(Timeout patience) {
        Http1Config bounds = Http1Config.custom()
                .setMaxLineLength(LINE_AT_MOST)
                .setMaxHeaderCount(HEADERS_AT_MOST)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(bounds)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(patience)
                        .setSocketTimeout(patience)
                        .build())
                .setMaxConnPerRoute(1)
                .setMaxConnTotal(1)
                .build();
    }

    /** Begins a look: all pages of it have to come within four seconds. */
    void open() {
        connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
        deadline = clock.nanos() + LOOK_WITHIN.toNanos();
    }

    /** Gives where it reads, as the begin of an address. */
    String base() {
        return "http://" + address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /**
     * Reads a page.
     *
     * @param path with a slash first
     */
    Page get(String path) {
        long left = Math.min(patience.toNanos(), deadline - clock.nanos());
        if (left <= 0) {
            return new Page(-1, "", "no time was left for it");
        }
        HttpGet request = new HttpGet(base() + path);
        try {
            return execute(request, left);
        } catch (IllegalStateException | RejectedExecutionException closed) {
            return new Page(-1, "", BROKEN_OFF); // by us: we were closed amid the look
        } catch (IOException failure) {
            return new Page(-1, "", request.isCancelled() ? "no answer in time" : words(failure));
        }
    }

    private Page execute(HttpGet request, long within) throws IOException {
        ScheduledFuture<?> alarm = alarms.schedule(request::cancel, within, TimeUnit.NANOSECONDS);
        try {
            return client.execute(request, Browser::page);
        } finally {
            alarm.cancel(false);
        }
    }

    private static Page page(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Page(response.getCode(), "", "");
        }
        byte[] bytes = entity.getContent().readNBytes(SIZE_AT_MOST + 1);
        if (bytes.length > SIZE_AT_MOST) {
            throw new ContentTooLongException("longer than " + SIZE_AT_MOST + " bytes");
        }
        ContentType type = ContentType.parseLenient(entity.getContentType());
        Charset named = type == null ? null : type.getCharset();
        Charset charset = named == null ? StandardCharsets.UTF_8 : named;
        return new Page(response.getCode(), new String(bytes, charset), "");
    }

    /** The same words for the same trouble: a page is news only where its state has changed. */
    private static String words(IOException failure) {
        if (failure instanceof SocketTimeoutException) {
            return "no answer in time";
        }
        if (failure instanceof ContentTooLongException) {
            return "longer than " + SIZE_AT_MOST + " bytes";
        }
        return failure instanceof ConnectException ? "refused" : BROKEN_OFF;
    }

    /** Breaks off what is under way; nothing of it is left. */
    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        connections.close(CloseMode.IMMEDIATE);
        alarms.shutdownNow();
    }
}

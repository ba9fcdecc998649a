package io.firedrill.topology.relay;

import io.firedrill.DrillException;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * The little of HTTP/1.1 that an API for a few clients needs: a thread for each connection, kept
 * alive, each answer in one write. The JDK's own server sends head and body apart, which costs a
 * kept connection 40 ms an answer.
 */
final class HttpServer implements AutoCloseable {
    private static final int BACKLOG = 256;
    private static final int IDLE_MILLIS = 60_000;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final ServerSocket listener;
    private final ExecutorService threads;
    private final Function<HttpRequest, HttpAnswer> handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private HttpServer(
            ServerSocket listener,
            ExecutorService threads,
            Function<HttpRequest, HttpAnswer> handler) {
        this.listener = listener;
        this.threads = threads;
        this.handler = handler;
    }

    /**
     * Listens on the loopback address.
     *
     * @param port 0 for one that is free
     * @param handler answers; must be safe for use by many threads and must not throw anything but
     *     DrillException
     */
    static HttpServer start(
            int port, ExecutorService threads, Function<HttpRequest, HttpAnswer> handler)
            throws IOException {
        ServerSocket listener = new ServerSocket(port, BACKLOG, InetAddress.getByName("127.0.0.1"));
        HttpServer server = new HttpServer(listener, threads, handler);
        Threads.daemon("api", server::accept).start();
        return server;
    }

    /** Gives the address. */
    InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException | RejectedExecutionException e) {
                LockSupport.parkNanos(PAUSE); // closed by us, or no file descriptor is left
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            client.setSoTimeout(IDLE_MILLIS);
            OutputStream out = client.getOutputStream();
            converse(new HttpReader(new BufferedInputStream(client.getInputStream()), out), out);
        } catch (IOException e) {
            return; // the client has gone, or was silent too long
        } finally {
            open.remove(client);
        }
    }

    private void converse(HttpReader reader, OutputStream out) throws IOException {
        try {
            boolean more = true;
            while (more) {
                Optional<HttpRequest> request = reader.next();
                if (request.isPresent()) {
                    HttpRequest one = request.get();
                    boolean body = !one.method().equals("HEAD");
                    out.write(answer(one).bytes(body, one.last()));
                }
                more = request.isPresent() && !request.get().last();
            }
        } catch (HttpReader.Unreadable e) {
            out.write(
                    HttpAnswer.error(e.status(), String.valueOf(e.getMessage())).bytes(true, true));
        }
    }

    private HttpAnswer answer(HttpRequest request) {
        try {
            return handler.apply(request);
        } catch (DrillException e) {
            return HttpAnswer.error(503, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        closeQuietly(listener);
        open.forEach(HttpServer::closeQuietly);
    }

    private static void closeQuietly(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            return; // of no use any more, whether it could be closed or not
        }
    }
}

package io.firedrill.observe.inbox;

import io.firedrill.DrillException;
import io.firedrill.journal.DrillClock;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Listens on the loopback address and speaks HTTP/1.1 with all who come, within bounds. Not the
 * JDK's own server: that one says nothing of when the first byte came, bounds nothing by inbox, and
 * costs a kept connection 40 ms an answer.
 */
final class HttpDoor implements AutoCloseable {
    private static final int BACKLOG = 256;
    private static final long IDLE_THREAD_SECONDS = 5;
    private static final long END_SECONDS = 10;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final ServerSocket listener;
    private final Site site;
    private final ThreadPoolExecutor threads;
    private final Thread porter;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /**
     * What a connection works with.
     *
     * @param answers answers a request, and never throws
     */
    record Site(
            String channel, DrillClock clock, Bounds bounds, Function<Request, Reply> answers) {}

    /**
     * What a sender may use.
     *
     * @param connections at once
     * @param body bytes of one; a longer one arrives with one byte more than this
     * @param request from the first byte to the last of one
     * @param idle between two requests
     */
    record Bounds(int connections, int body, Duration request, Duration idle) {
        /** Far above what any sender needs. */
        static final Bounds USUAL =
                new Bounds(256, 1024 * 1024, Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    private HttpDoor(ServerSocket listener, Site site) {
        this.listener = listener;
        this.site = site;
        this.threads = new ThreadPoolExecutor(
                0,
                site.bounds().connections(),
                IDLE_THREAD_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> Threads.daemon("inbox-" + site.channel() + "-line", task));
        this.porter = Threads.daemon("inbox-" + site.channel() + "-door", this::accept);
    }

    /**
     * Opens one on a free port.
     *
     * @throws DrillException when it can not listen
     */
    static HttpDoor open(Site site) {
        try {
            ServerSocket listener =
                    new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
            HttpDoor door = new HttpDoor(listener, site);
            door.porter.start();
            return door;
        } catch (IOException cause) {
            throw new DrillException(
                    "the inbox of channel '" + site.channel()
                            + "' can not listen on 127.0.0.1: " + cause.getMessage(),
                    cause);
        }
    }

    /** Gives its port. */
    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                receive(listener.accept());
            } catch (IOException e) {
                LockSupport.parkNanos(PAUSE); // closed by us, or no file descriptor is left
            }
        }
    }

    private void receive(Socket caller) {
        open.add(caller);
        try {
            threads.execute(() -> serve(caller));
        } catch (RejectedExecutionException full) {
            HttpLine.turnAway(caller);
            open.remove(caller);
        }
    }

    private void serve(Socket caller) {
        try {
            new HttpLine(caller, site).converse();
        } finally {
            open.remove(caller);
        }
    }

    /**
     * Ends all connections. A request that is being answered is written down to its end; nobody is
     * interrupted, for that could close the journal's file.
     */
    @Override
    public void close() {
        closeQuietly(listener);
        threads.shutdown();
        open.forEach(HttpDoor::closeQuietly);
        Threads.awaitEnd(threads, END_SECONDS);
        try {
            porter.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        open.forEach(HttpDoor::closeQuietly);
    }

    private static void closeQuietly(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            return; // of no use any more, whether it could be closed or not
        }
    }
}

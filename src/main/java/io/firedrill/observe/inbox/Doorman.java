package io.firedrill.observe.inbox;

import io.firedrill.DrillException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets strangers in: listens on 127.0.0.1, with a thread for each connection, never more than
 * {@value #AT_MOST} at a time. One more is told so and turned away.
 */
final class Doorman implements AutoCloseable {
    static final int AT_MOST = 128;
    private static final int BACKLOG = 256;
    private static final long KEEP_SECONDS = 5;
    private static final long END_MILLIS = 2_000;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final ServerSocket listener;
    private final Order order;
    private final ThreadPoolExecutor threads;
    private final Thread door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /** Talks with one stranger until one of both has enough; the socket is closed afterwards. */
    @FunctionalInterface
    interface Talk {
        void with(Socket socket) throws IOException;
    }

    /**
     * What a doorman does.
     *
     * @param name names the threads
     * @param full what one too many is told
     */
    record Order(String name, String full, Talk talk) {}

    private Doorman(ServerSocket listener, Order order) {
        this.listener = listener;
        this.order = order;
        this.threads = new ThreadPoolExecutor(
                0,
                AT_MOST,
                KEEP_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> thread(work, order.name()));
        this.door = thread(this::accept, order.name() + "-door");
    }

    /**
     * Opens a port.
     *
     * @throws DrillException where none can be opened
     */
    static Doorman open(Order order) {
        try {
            ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            Doorman doorman = new Doorman(listener, order);
            doorman.door.start();
            return doorman;
        } catch (IOException cause) {
            throw new DrillException(
                    order.name() + " can not listen on the loopback address", cause);
        }
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                letIn(listener.accept());
            } catch (IOException closedOrNoDescriptorLeft) {
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    private void letIn(Socket stranger) throws IOException {
        open.add(stranger);
        try {
            stranger.setTcpNoDelay(true);
            threads.execute(() -> talk(stranger));
        } catch (RejectedExecutionException full) {
            turnAway(stranger);
        }
        if (listener.isClosed()) {
            leave(stranger);
        }
    }

    private void turnAway(Socket stranger) throws IOException {
        try {
            stranger.getOutputStream().write(order.full().getBytes(StandardCharsets.US_ASCII));
        } finally {
            leave(stranger);
        }
    }

    private void talk(Socket stranger) {
        try {
            order.talk().with(stranger);
        } catch (IOException gone) {
            return; // it left, or was silent too long
        } catch (RuntimeException broken) {
            failure.compareAndSet(null, broken); // thrown to whoever closes us
        } finally {
            leave(stranger);
        }
    }

    private void leave(Socket stranger) {
        open.remove(stranger);
        closeQuietly(stranger);
    }

    private static void closeQuietly(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            return; // of no use any more, whether it could be closed or not
        }
    }

    /** Throws what a talk threw first, other than that the stranger has gone. */
    void throwIfFailed() {
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    /**
     * Closes every connection and waits for the threads. They are not interrupted: that could close
     * the journal's file under their hands.
     */
    @Override
    public void close() {
        closeQuietly(listener);
        open.forEach(Doorman::closeQuietly);
        threads.shutdown();
        try {
            door.join(END_MILLIS);
            open.forEach(Doorman::closeQuietly);
            awaitEnd(threads);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitEnd(ExecutorService threads) throws InterruptedException {
        threads.awaitTermination(END_MILLIS, TimeUnit.MILLISECONDS);
    }
}

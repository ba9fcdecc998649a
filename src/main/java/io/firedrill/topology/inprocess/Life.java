package io.firedrill.topology.inprocess;

import io.firedrill.DrillException;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** A process: one life of a program, from its start to its death. Its memory ends with it. */
final class Life {
    private static final int IDLE_SECONDS = 5;
    private static final Duration FROZEN_WITHIN = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(1);

    private final String name;
    private final long number;
    private final LongSupplier nanos;
    private final Log log;
    private final Gate gate;
    private final Set<GatedSocket> connections = ConcurrentHashMap.newKeySet();
    private final Set<GatedListener> listeners = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;
    private volatile boolean started;

    /**
     * Begins.
     *
     * @param number how many lives the component has had, this one counted
     * @param nanos the clock of the program
     * @param log where what its threads throw is written
     */
    Life(String name, long number, LongSupplier nanos, Log log) {
        this.name = name;
        this.number = number;
        this.nanos = nanos;
        this.log = log;
        this.gate = new Gate(name);
        this.threads = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                this::thread);
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "pocket-" + name + "-" + number);
        thread.setDaemon(true);
        return thread;
    }

    String name() {
        return name;
    }

    long number() {
        return number;
    }

    LongSupplier nanos() {
        return nanos;
    }

    Gate gate() {
        return gate;
    }

    /** Notes that its program has started. */
    void started() {
        started = true;
    }

    boolean isStarted() {
        return started;
    }

    /**
     * Runs something on a thread of the process.
     *
     * @throws Killed where the process is over
     */
    void run(Runnable task) {
        try {
            threads.execute(() -> soundly(task));
        } catch (RejectedExecutionException over) {
            gate.pass();
            throw over;
        }
    }

    /** Runs something; its death is nobody's fault, and anything else that it throws is logged. */
    void soundly(Runnable task) {
        try {
            task.run();
        } catch (Killed over) {
            return;
        } catch (RuntimeException e) {
            if (!gate.over()) {
                log.add("unexpected: " + e);
            }
        }
    }

    /** Takes a connection as one of the process, which is reset when the process dies. */
    void adopt(GatedSocket connection) {
        connections.add(connection);
        if (gate.over()) {
            connection.sever();
        }
    }

    /** Takes a listener as one of the process, which is closed when the process dies. */
    void adopt(GatedListener listener) {
        listeners.add(listener);
        if (gate.over()) {
            close(listener);
        }
    }

    /**
     * Waits until no thread of a frozen process waits in the kernel for a connection to come: such
     * a one still takes it. Somebody must knock.
     *
     * @throws DrillException where that takes too long
     */
    void awaitFrozenListeners() {
        long until = nanos.getAsLong() + FROZEN_WITHIN.toNanos();
        while (listeners.stream().anyMatch(GatedListener::isAccepting)) {
            if (nanos.getAsLong() > until) {
                throw new DrillException("'" + name + "' goes on accepting connections after "
                        + FROZEN_WITHIN.toMillis() + " ms");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    void forget(GatedSocket connection) {
        connections.remove(connection);
    }

    /** Dies: listeners closed, connections reset, threads ended. */
    void end() {
        gate.end();
        listeners.forEach(Life::close);
        connections.forEach(GatedSocket::sever);
        connections.clear();
        threads.shutdownNow();
    }

    /**
     * Ends in good order: no new connections, then those requests are finished that are under way,
     * if they are in that time, then every connection is ended.
     */
    void leave(Duration grace) {
        listeners.forEach(Life::close);
        long until = nanos.getAsLong() + grace.toNanos();
        while (connections.stream().anyMatch(GatedSocket::isBusy) && nanos.getAsLong() < until) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        gate.end();
        connections.forEach(GatedSocket::end);
        connections.clear();
        threads.shutdownNow();
    }

    /** Waits, at most that long, until every thread of it has ended; says whether it did. */
    boolean awaitEnd(long millis) {
        try {
            return threads.awaitTermination(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void close(Closeable listener) {
        try {
            listener.close();
        } catch (IOException e) {
            throw new IllegalStateException("a listening socket could not be closed", e);
        }
    }
}

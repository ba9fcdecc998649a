package io.firedrill.topology.relay;

import io.firedrill.DrillException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * The one thread that moves all bytes, runs all timers and changes all state of a relay. Nothing on
 * it may block, so nothing of it needs a lock, and no call of the API can wait for a connection.
 */
final class Loop implements AutoCloseable {
    /** What one read takes at most where nothing looks at the bytes. */
    private static final int SCRATCH = 128 * 1024;

    private static final long CALL_LIMIT_SECONDS = 10;
    private static final long END_LIMIT_MILLIS = 2_000;

    private final LongSupplier nanos;
    private final Selector selector;
    private final Timers timers = new Timers();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Deque<Runnable> answers = new ArrayDeque<>();
    private final Deque<SelectableChannel> closing = new ArrayDeque<>();
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(SCRATCH);
    private final Alarm alarm;
    private final Thread thread;
    private volatile boolean open = true;

    /** What happens to a channel that is ready. */
    interface Ready {
        /** Acts on it; must not block. */
        void ready(SelectionKey key) throws IOException;

        /** Gives it up, after {@link #ready} failed. */
        void failed();
    }

    private Loop(LongSupplier nanos, Selector selector) {
        this.nanos = nanos;
        this.selector = selector;
        this.alarm = new Alarm(nanos, selector::wakeup);
        this.thread = Threads.daemon("loop", this::run);
    }

    /** Starts it. */
    static Loop start(LongSupplier nanos) throws IOException {
        Loop loop = new Loop(nanos, Selector.open());
        loop.alarm.start();
        loop.thread.start();
        return loop;
    }

    /** Reads the relay's clock. */
    long now() {
        return nanos.getAsLong();
    }

    /** Gives the timers. On the loop's thread only. */
    Timers timers() {
        return timers;
    }

    /** Gives an empty buffer, good until the caller returns. On the loop's thread only. */
    ByteBuffer scratch() {
        return scratch.clear();
    }

    /** Runs something on the loop's thread, soon. */
    void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    /**
     * Runs something on the loop's thread and waits for it, and for what it closed to be closed.
     *
     * @throws DrillException when the loop has ended or does not come to it within 10 s; its own
     *     runtime exceptions come unchanged
     */
    <T> T call(Callable<T> task) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        execute(() -> answers.add(perform(task, answer)));
        try {
            if (!open) {
                throw new DrillException("the relay is closed");
            }
            return answer.get(CALL_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw new DrillException("the relay failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DrillException("a call to the relay was broken off from outside", e);
        } catch (TimeoutException e) {
            throw new DrillException(
                    "the relay did not come to a call within " + CALL_LIMIT_SECONDS + " s", e);
        }
    }

    private static <T> Runnable perform(Callable<T> task, CompletableFuture<T> answer) {
        try {
            T result = task.call();
            return () -> answer.complete(result);
        } catch (Exception e) {
            return () -> answer.completeExceptionally(e);
        }
    }

    /** Watches a channel, which becomes non-blocking. On the loop's thread only. */
    SelectionKey watch(SelectableChannel channel, int operations, Ready ready) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, operations, ready);
    }

    /** Counts the channels that are watched. On the loop's thread only. */
    int watched() {
        return selector.keys().size();
    }

    /**
     * Closes a channel before the loop waits again. Taken off the selector first: a watched channel
     * would only say its end at once, and close (or reset) later.
     */
    void close(SelectableChannel channel) {
        SelectionKey key = channel.keyFor(selector);
        if (key != null) {
            key.cancel();
        }
        closing.add(channel);
    }

    private void run() {
        try {
            while (open) {
                turn();
            }
        } catch (IOException e) {
            open = false; // the selector is gone, and every call from now on says so
        } finally {
            end();
        }
    }

    private void turn() throws IOException {
        runTasks();
        timers.run(now());
        closeAll();
        answer();
        await();
        Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
        while (keys.hasNext()) {
            SelectionKey key = keys.next();
            keys.remove();
            serve(key);
        }
    }

    private void await() throws IOException {
        long wait = timers.waitNanos(now());
        // Asked again, and last: closing a channel looks at the selector, and that look may have
        // used
        // up the wake-up of whoever closed the loop.
        boolean pending = !tasks.isEmpty() || !selector.selectedKeys().isEmpty() || !open;
        if (wait <= 0 || pending) {
            selector.selectNow();
            return;
        }
        if (wait != Stage.NEVER) {
            alarm.ringAt(now() + wait);
        }
        selector.select();
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private static void serve(SelectionKey key) {
        Ready ready = (Ready) key.attachment();
        try {
            if (key.isValid()) {
                ready.ready(key);
            }
        } catch (IOException | RuntimeException e) {
            ready.failed(); // one connection must not end the others
        }
    }

    /** Closes what is to be closed at once. In tasks only: it may make more channels ready. */
    void closeAll() {
        try {
            if (!closing.isEmpty()) {
                selector.selectNow();
            }
            while (!closing.isEmpty()) {
                closing.removeFirst().close();
            }
        } catch (IOException e) {
            return; // what can not be closed can not be used any more either
        }
    }

    private void answer() {
        while (!answers.isEmpty()) {
            answers.removeFirst().run();
        }
    }

    private void end() {
        open = false;
        alarm.close();
        try {
            for (SelectionKey key : selector.keys()) {
                close(key.channel());
            }
            runTasks();
            closeAll();
            answer();
            selector.close();
        } catch (IOException e) {
            answers.clear(); // who waits for them is told by the time limit
        }
    }

    @Override
    public void close() {
        open = false;
        selector.wakeup();
        try {
            thread.join(END_LIMIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

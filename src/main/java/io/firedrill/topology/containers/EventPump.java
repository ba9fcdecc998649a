package io.firedrill.topology.containers;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Event;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Docker's events of one system's containers. Where the stream breaks it is opened again from a
 * little before the last event on, so that none is lost; one that comes again is not told twice.
 * Events of different containers do not come in the order of their stamps, so a stamp alone says
 * nothing about what was told before.
 */
final class EventPump implements AutoCloseable {
    private static final long AGAIN_AFTER_MILLIS = 200;
    private static final long NANOS = 1_000_000_000L;
    private static final int REMEMBERED = 1024;
    private static final String[] WANTED = {
        "start", "die", "kill", "pause", "unpause", "stop", "oom", "destroy", "health_status"
    };

    private final Engine engine;
    private final String label;
    private final ScheduledExecutorService timer;
    private final Consumer<Event> listener;
    private final AtomicLong last = new AtomicLong();
    private final Deque<String> told = new ArrayDeque<>();
    private volatile boolean closed;
    private volatile @Nullable Stream stream;

    private EventPump(
            Engine engine, String label, ScheduledExecutorService timer, Consumer<Event> listener) {
        this.engine = engine;
        this.label = label;
        this.timer = timer;
        this.listener = listener;
    }

    /**
     * Opens the stream.
     *
     * @param label {@code key=value} that the containers bear
     * @param listener told of each event, on the stream's own thread; must not block for long
     */
    static EventPump open(
            Engine engine, String label, ScheduledExecutorService timer, Consumer<Event> listener) {
        EventPump pump = new EventPump(engine, label, timer, listener);
        pump.connect();
        return pump;
    }

    private void connect() {
        if (closed) {
            return;
        }
        try {
            Stream next = new Stream();
            stream = next;
            engine.ask("opening Docker's event stream", docker -> {
                var events = docker.eventsCmd()
                        .withLabelFilter(Map.of(key(), value()))
                        .withEventTypeFilter("container")
                        .withEventFilter(WANTED);
                if (last.get() > 0) {
                    events.withSince(Long.toString(last.get() / NANOS - 1));
                }
                return events.exec(next);
            });
        } catch (RuntimeException e) {
            again();
        }
    }

    private String key() {
        return label.substring(0, label.indexOf('='));
    }

    private String value() {
        return label.substring(label.indexOf('=') + 1);
    }

    private void again() {
        if (!closed && !timer.isShutdown()) {
            timer.schedule(this::connect, AGAIN_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Hands an event on unless it was told before the stream broke. */
    private void take(Event event) {
        long stamp = event.getTimeNano() == null ? 0 : event.getTimeNano();
        last.accumulateAndGet(stamp, Math::max);
        if (isNew(stamp + " " + event.getAction() + " " + event.getId())) {
            listener.accept(event);
        }
    }

    private synchronized boolean isNew(String key) {
        if (told.contains(key)) {
            return false;
        }
        told.addLast(key);
        if (told.size() > REMEMBERED) {
            told.removeFirst();
        }
        return true;
    }

    @Override
    public void close() {
        closed = true;
        Stream open = stream;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // The stream is of no use any more, whether it could be closed or not.
                stream = null;
            }
        }
    }

    /** One connection. */
    private final class Stream extends ResultCallback.Adapter<Event> {
        @Override
        public void onNext(@Nullable Event event) {
            if (event != null && !closed) {
                take(event);
            }
        }

        @Override
        public void onError(Throwable error) {
            super.onError(error);
            again();
        }

        @Override
        public void onComplete() {
            super.onComplete();
            again();
        }
    }
}

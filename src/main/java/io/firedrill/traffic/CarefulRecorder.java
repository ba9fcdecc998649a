package io.firedrill.traffic;

import io.firedrill.journal.Event;
import io.firedrill.journal.Recorder;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first failure of a recorder that is used from threads where nobody would see it, for
 * the one who stops the customers: evidence that could not be written fails the drill.
 */
final class CarefulRecorder implements Recorder {
    private final Recorder recorder;
    private final AtomicReference<@Nullable RuntimeException> first = new AtomicReference<>();

    CarefulRecorder(Recorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public void record(String actor, Event event) {
        try {
            recorder.record(actor, event);
        } catch (RuntimeException failure) {
            keep(failure);
        }
    }

    /** Keeps a failure of our own in the same way. */
    void keep(RuntimeException failure) {
        first.compareAndSet(null, failure);
    }

    /** Says whether anything failed. */
    boolean failed() {
        return first.get() != null;
    }

    /** Throws the first failure, if there was one. */
    void throwIfFailed() {
        RuntimeException failure = first.get();
        if (failure != null) {
            throw failure;
        }
    }
}

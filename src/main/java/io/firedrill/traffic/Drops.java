package io.firedrill.traffic;

import io.firedrill.journal.Event;
import io.firedrill.journal.Recorder;

import java.util.concurrent.TimeUnit;

/**
 * Adds up the attempts of a journey that could not be sent, and records them once a second. Used by
 * one thread.
 */
final class Drops {
    private static final long GATHERING = TimeUnit.SECONDS.toNanos(1);

    private final String journey;
    private final Recorder recorder;
    private long count;
    private long first;
    private long last;

    Drops(String journey, Recorder recorder) {
        this.journey = journey;
        this.recorder = recorder;
    }

    void add(long intended) {
        if (count == 0) {
            first = intended;
        }
        last = intended;
        count++;
    }

    /** Records what was gathered for a second or longer. */
    void settle(long now) {
        if (count > 0 && now - first >= GATHERING) {
            settle();
        }
    }

    /** Records what was gathered. */
    void settle() {
        if (count > 0) {
            recorder.record(
                    Customers.ACTOR, new Event.AttemptsDropped(journey, count, first, last));
            count = 0;
        }
    }
}

package io.firedrill.traffic;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event;
import io.firedrill.journal.Recorder;

import java.time.Duration;

/**
 * Notices when this JVM stood still: a garbage collection, starvation, a SIGSTOP. It ticks every 5
 * ms; a tick that comes more than 10 ms late is recorded, for what was measured then says nothing
 * about the system. So fine, because a silence of 20 ms can place the edge of an outage.
 */
final class StallWatch implements AutoCloseable {
    static final long TICK = Duration.ofMillis(5).toNanos();
    static final long LATE = Duration.ofMillis(10).toNanos();
    private static final String ACTOR = "harness";

    private final DrillClock clock;
    private final Recorder recorder;
    private final Thread thread = new Thread(this::run, "customers-stall-watch");
    private volatile boolean closed;

    private StallWatch(DrillClock clock, Recorder recorder) {
        this.clock = clock;
        this.recorder = recorder;
    }

    static StallWatch start(DrillClock clock, Recorder recorder) {
        StallWatch watch = new StallWatch(clock, recorder);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    private void run() {
        long last = clock.nanos();
        long since = last;
        while (!closed) {
            clock.waitUntil(last + TICK);
            long now = clock.nanos();
            boolean late = now - (last + TICK) > LATE;
            if (!late) {
                tell(since, last);
                since = now;
            }
            last = now;
        }
        tell(since, last);
    }

    /** Writes one stall down, of which several late ticks may have been a part. */
    private void tell(long begin, long end) {
        if (end > begin) {
            recorder.record(ACTOR, new Event.HarnessStalled(begin, end));
        }
    }

    @Override
    public void close() {
        closed = true;
        Threads.join(thread);
    }
}

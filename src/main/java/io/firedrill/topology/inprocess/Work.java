package io.firedrill.topology.inprocess;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The threads of a process, and its clock. */
public final class Work {
    private final Life life;

    Work(Life life) {
        this.life = life;
    }

    /** Gives monotonic nanoseconds, the same for all components. */
    public long nanos() {
        life.gate().pass();
        return life.nanos().getAsLong();
    }

    /** Runs a task on a thread of its own. */
    public void run(Runnable task) {
        life.gate().pass();
        life.run(task);
    }

    /**
     * Runs a task again and again, on a thread of its own: at once, and then each time that long
     * after its last begin, or at once where it took longer. What it throws is written to the log,
     * and ends nothing.
     */
    public void every(Duration period, Runnable task) {
        run(() -> {
            while (true) {
                long next = nanos() + period.toNanos();
                life.soundly(task);
                until(next);
            }
        });
    }

    /** Waits; while frozen no time passes for whoever waits, and what is over is over at once. */
    public void pause(Duration lasting) {
        until(nanos() + lasting.toNanos());
    }

    private void until(long when) {
        for (long left = when - nanos(); left > 0; left = when - nanos()) {
            LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
        }
    }
}

package io.firedrill.topology.relay;

import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;

/** What is to be done later, in order. On the loop's thread only. */
final class Timers {
    private final NavigableSet<Timer> waiting =
            new TreeSet<>(Comparator.comparingLong(Timer::due).thenComparingLong(Timer::number));
    private long created;

    /** Runs a task at a time of the relay's clock, or soon where that has passed. */
    Timer at(long due, Runnable task) {
        Timer timer = new Timer(due, created++, task);
        waiting.add(timer);
        return timer;
    }

    /** Forgets a task; does nothing where it has run. */
    void cancel(Timer timer) {
        waiting.remove(timer);
    }

    /** Counts the tasks that wait. */
    int count() {
        return waiting.size();
    }

    /** Says how long until the first is due; {@link Stage#NEVER} where there is none. */
    long waitNanos(long now) {
        return waiting.isEmpty() ? Stage.NEVER : waiting.first().due() - now;
    }

    /** Runs what is due; what is set for at once by a task runs the next time. */
    void run(long now) {
        long until = created;
        while (!waiting.isEmpty()) {
            Timer first = waiting.first();
            if (first.due() - now > 0 || first.number() >= until) {
                return;
            }
            waiting.remove(first);
            first.task().run();
        }
    }

    /**
     * A task with its time.
     *
     * @param number order among those of the same time
     */
    record Timer(long due, long number, Runnable task) {}
}

package io.firedrill.systems.bank;

import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The instant by which a piece of work must be done, on a monotonic clock. */
record Deadline(LongSupplier nanoClock, long endNanos) {

    static Deadline in(Duration time) {
        return in(time, System::nanoTime);
    }

    static Deadline in(Duration time, LongSupplier nanoClock) {
        return new Deadline(nanoClock, nanoClock.getAsLong() + time.toNanos());
    }

    /**
     * Returns what is left, at least one millisecond.
     *
     * @throws SQLTimeoutException if nothing is left
     */
    int millisLeft() throws SQLTimeoutException {
        long left = TimeUnit.NANOSECONDS.toMillis(endNanos - nanoClock.getAsLong());
        if (left < 1) {
            throw new SQLTimeoutException("out of time before the work was done");
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }
}

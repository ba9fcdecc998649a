package io.firedrill.topology.relay;

import java.util.concurrent.TimeUnit;

/** Milliseconds of the API as nanos of the clock. */
final class Millis {
    /** More than any drill lasts, and far from where sums of nanos overflow. */
    private static final long MOST = TimeUnit.DAYS.toMillis(3650);

    private Millis() {}

    /** Converts; what is longer than ten years is ten years, either way. */
    static long toNanos(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(Math.max(-MOST, Math.min(MOST, millis)));
    }
}

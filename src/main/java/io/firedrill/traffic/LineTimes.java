package io.firedrill.traffic;

import io.firedrill.journal.DrillClock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * Puts the stamps of a customers' program onto the drill's clock. The program runs on this machine,
 * so its wall clock is ours; how well, is bounded by the arrival of its lines: an attempt ended
 * before its line came. The smallest time that ever lay between the two is what the stamps may be
 * wrong by, and a whole millisecond where they have no fraction. An end is moved back by that, a
 * start is not: the interval holds the truth. Used by one thread.
 */
final class LineTimes {
    /** A line that comes later after its end than that tells of a program that holds lines back. */
    static final Duration LATEST = Duration.ofSeconds(5);

    private static final long AHEAD_AT_MOST = Duration.ofMillis(5).toNanos();
    private static final BigDecimal NANOS_PER_MILLI = BigDecimal.valueOf(1_000_000);

    private final DrillClock clock;
    private long smallestLag = Long.MAX_VALUE;

    LineTimes(DrillClock clock) {
        this.clock = clock;
    }

    /** An attempt's times on the drill's clock, nanoseconds. */
    record Times(long intended, long sent, long end) {}

    /**
     * Maps the stamps of a line that comes now.
     *
     * @throws AttemptLine.Malformed where the stamps can not be of this machine's clock
     */
    Times map(AttemptLine line) {
        long arrival = clock.nanos();
        Instant wall = clock.wall();
        long resolution = whole(line.start()) && whole(line.end()) ? 1_000_000 : 0;
        long end = arrival - before(wall, line.end());
        long lag = arrival - end;
        if (lag < -AHEAD_AT_MOST) {
            throw new AttemptLine.Malformed("'end' lies " + millis(-lag)
                    + " ms in the future; needed: milliseconds since 1970 by this machine's clock");
        }
        if (lag > LATEST.toNanos()) {
            throw new AttemptLine.Malformed("it ended " + millis(lag)
                    + " ms before its line came; needed: each line as soon as the attempt has ended,"
                    + " unbuffered, stamped by this machine's clock");
        }
        smallestLag = Math.min(smallestLag, Math.max(0, lag));
        long sent = Math.min(arrival, arrival - before(wall, line.start()));
        long ended = Math.max(sent, Math.min(arrival, end + resolution + smallestLag));
        long intended = line.intended()
                .map(at -> Math.min(sent, arrival - before(wall, at)))
                .orElse(sent);
        return new Times(intended, sent, ended);
    }

    /** Gives by how much the stamps may be wrong; empty text before the first line. */
    String error() {
        return smallestLag == Long.MAX_VALUE ? "" : "+-" + (smallestLag / 1000 + 1000) + " us";
    }

    private static boolean whole(BigDecimal millis) {
        return millis.stripTrailingZeros().scale() <= 0;
    }

    private static long before(Instant wall, BigDecimal millis) {
        BigDecimal now = BigDecimal.valueOf(wall.getEpochSecond())
                .movePointRight(9)
                .add(BigDecimal.valueOf(wall.getNano()));
        BigDecimal nanos = now.subtract(millis.multiply(NANOS_PER_MILLI));
        BigDecimal bounded = nanos.min(BigDecimal.valueOf(Long.MAX_VALUE / 4))
                .max(BigDecimal.valueOf(Long.MIN_VALUE / 4));
        return bounded.setScale(0, RoundingMode.HALF_UP).longValue();
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }
}

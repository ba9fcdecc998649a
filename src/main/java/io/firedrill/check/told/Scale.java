package io.firedrill.check.told;

import io.firedrill.check.Figures;
import io.firedrill.check.Interval;
import io.firedrill.scenario.PlainWords;

import java.time.Duration;
import java.util.Locale;

/**
 * How the plan's time runs in a drill.
 *
 * @param factor how many seconds of the plan one second of the drill stands for, from 1
 */
record Scale(double factor) {
    private static final double NANOS = 1e9;
    private static final int MINUTE = 60;
    private static final int LONG = 2 * MINUTE;

    /** Gives how long a time of the plan is in the drill, in nanoseconds. */
    long inDrill(Duration planned) {
        return Math.round(planned.toNanos() / factor);
    }

    /** Gives a time of the drill in seconds of the plan. */
    double seconds(long nanos) {
        return nanos / NANOS * factor;
    }

    /** Says a time of the plan, for instance {@code 5 min}. */
    static String limit(Duration planned) {
        return PlainWords.duration(planned);
    }

    /**
     * Says how long something took: in the plan's time, and beside it as it was measured; for
     * instance {@code 4.2 min (4.210 s (+-0.003) in the drill, 1 s stands for 60)}.
     */
    String took(Interval drill) {
        if (factor == 1) {
            return Figures.measured(drill);
        }
        return words(drill) + " (" + Figures.measured(drill) + " in the drill, 1 s stands for "
                + number(factor) + ")";
    }

    /** Says how long something took at least. */
    String atLeast(long nanos) {
        return "at least " + took(Interval.at(nanos));
    }

    private String words(Interval drill) {
        String low = words(seconds(drill.lo()));
        String high = words(seconds(drill.hi()));
        return low.equals(high) ? low : low + " to " + high;
    }

    private static String words(double seconds) {
        return seconds < LONG ? number(seconds) + " s" : number(seconds / MINUTE) + " min";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceAll("[.]0$", "");
    }
}

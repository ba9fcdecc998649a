package io.firedrill.evidence;

import io.firedrill.check.Verdict.Measured;

import java.time.Duration;
import java.util.Locale;

/** Writes numbers as people read them, the same on every machine. */
public final class Figures {
    private static final double SMALLEST_ERROR = 0.005;

    private Figures() {}

    /**
     * Writes a measured value with its error: {@code 20.63 s +-0.02}, or {@code 0} where it is
     * exact.
     */
    public static String measured(Measured value) {
        double middle = (value.low() + value.high()) / 2;
        double error = (value.high() - value.low()) / 2;
        String unit = value.unit().isEmpty() ? "" : " " + value.unit();
        if (Double.isInfinite(value.high())) {
            return "over " + plain(value.low()) + unit;
        }
        if (error == 0 && middle == Math.rint(middle)) {
            return plain(middle) + unit;
        }
        String marked = error < SMALLEST_ERROR ? "<0.01" : plain(error);
        return plain(middle) + unit + " +-" + marked;
    }

    /** Writes a number with at most two decimals. */
    public static String plain(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    /** Writes seconds with one decimal. */
    public static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    /** Writes a share from 0 to 1 as per cent. */
    static String percent(double share) {
        return share == 1
                ? "100 %"
                : String.format(Locale.ROOT, "%.1f %%", Math.min(99.9, share * 100));
    }

    /** Writes a duration as minutes and seconds, {@code 1:05}. */
    static String minutes(Duration duration) {
        long seconds = duration.toSeconds();
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}

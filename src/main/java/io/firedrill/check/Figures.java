package io.firedrill.check;

import java.time.Duration;
import java.util.Locale;

/** Writes numbers the way people read them, the same in every locale. */
public final class Figures {
    private static final double NANOS = 1e9;

    private Figures() {}

    /** Gives nanoseconds as seconds. */
    public static double seconds(long nanos) {
        return nanos / NANOS;
    }

    /**
     * Writes a measured duration with its error, for instance {@code 20.62 s (+-0.02)}. What is
     * written holds all of the interval: the error is rounded up.
     */
    public static String measured(Interval duration) {
        double low = seconds(duration.lo());
        double high = seconds(duration.hi());
        int digits = high - low < 0.02 ? 3 : 2;
        double unit = Math.pow(10, -digits);
        double middle = Math.round((low + high) / 2 / unit) * unit;
        double error = Math.max(high - middle, middle - low);
        double shown = Math.max(0, Math.ceil(error / unit - 1e-6)) * unit;
        return String.format(
                Locale.ROOT, "%." + digits + "f s (+-%." + digits + "f)", middle, shown);
    }

    /** Writes an exact number of nanoseconds as seconds, for instance {@code 0.041 s}. */
    public static String exact(long nanos) {
        return String.format(Locale.ROOT, "%.3f s", seconds(nanos));
    }

    /** Writes a stated duration, for instance {@code 30 s} or {@code 0.5 s}. */
    public static String limit(Duration duration) {
        return plain(duration.toNanos() / NANOS) + " s";
    }

    /**
     * Writes a share, for instance {@code 99.5 %}; rounded down, so that nothing short of all reads
     * 100 %.
     */
    public static String share(double share) {
        return plain(Math.floor(share * 1e4 + 1e-6) / 100) + " %";
    }

    private static String plain(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}

package io.firedrill.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Some measured numbers. */
final class Sample {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    void addAll(Sample other) {
        values.addAll(other.values);
    }

    int size() {
        return values.size();
    }

    /** Gives the nearest-rank quantile; NaN of nothing. */
    double quantile(double share) {
        List<Double> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, rank));
    }

    /** Gives the share of ones among zeros and ones. */
    double share() {
        return values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
    }

    /** Writes a number with as many digits as mean something. */
    static String text(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        double size = Math.abs(value);
        String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}

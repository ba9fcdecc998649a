package io.firedrill.evidence.programme;

import io.firedrill.evidence.Figures;
import io.firedrill.evidence.Html;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A small picture of a value over the runs: one bar for each, from the lowest that it may have been
 * to the highest. What it shows stands in words beside it, so it is hidden from those who read the
 * words.
 */
final class Sparks {
    private static final double STEP = 9;
    private static final double HEIGHT = 30;
    private static final double THIN = 2.5;

    private Sparks() {}

    /** Lays out the bars of a trend: low and high in turn. */
    static List<Double> of(Trend trend) {
        return trend.shown().stream()
                .flatMap(value -> List.of(value.low(), value.high()).stream())
                .toList();
    }

    /** Draws bars, low and high in turn; nothing where there are fewer than two. */
    static void draw(Html html, List<Double> ends) {
        if (ends.size() < 4) {
            return;
        }
        double low = ends.stream().mapToDouble(it -> it).min().orElseThrow();
        double high = ends.stream().mapToDouble(it -> it).max().orElseThrow();
        double scale = high > low ? HEIGHT / (high - low) : 0;
        String width = number(STEP * ends.size() / 2);
        String box = "0 0 " + width + " " + number(HEIGHT + THIN);
        html.open(
                "svg",
                "viewBox",
                box,
                "width",
                width,
                "height",
                number(HEIGHT + THIN),
                "aria-hidden",
                "true",
                "class",
                "sparks");
        for (int index = 0; index < ends.size(); index += 2) {
            double top = (high - ends.get(index + 1)) * scale;
            double tall = Math.max(THIN, (ends.get(index + 1) - ends.get(index)) * scale);
            html.open(
                            "rect",
                            "x",
                            number(STEP * index / 2 + 1),
                            "y",
                            number(top),
                            "width",
                            number(STEP - 3),
                            "height",
                            number(tall),
                            "class",
                            index == ends.size() - 2 ? "last" : "past")
                    .close("rect");
        }
        html.close("svg");
    }

    /** Says the values in words, the earliest first. */
    static String words(Trend trend) {
        return trend.shown().stream()
                .map(value -> Figures.plain(value.middle()))
                .collect(Collectors.joining(", "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

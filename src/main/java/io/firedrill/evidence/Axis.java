package io.firedrill.evidence;

import io.firedrill.evidence.Svg.At;

import java.util.ArrayList;
import java.util.List;

/** The axis of seconds that a picture's lanes share. */
record Axis(double from, double to, double left, double width) {
    private static final double[] STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600};
    private static final int MOST_TICKS = 14;
    private static final int MOST_BINS = 300;

    /** Gives the place of a time, kept inside the picture. */
    double x(double seconds) {
        double inside = Math.min(to, Math.max(from, seconds));
        return left + (inside - from) / (to - from) * width;
    }

    /** Gives the box of a stretch of time, at least two wide so that it is seen. */
    Svg.Box box(Course.Span span, double y, double height) {
        double begin = x(span.from());
        return new Svg.Box(begin, y, Math.max(2, x(span.to()) - begin), height);
    }

    /** Says whether any of a stretch of time is in the picture. */
    boolean shows(Course.Span span) {
        return span.to() >= from && span.from() <= to;
    }

    /** Gives the length of the bins that attempts are counted in: a second where that fits. */
    double bin() {
        return step(MOST_BINS);
    }

    private double step(int most) {
        for (double step : STEPS) {
            if ((to - from) / step <= most) {
                return step;
            }
        }
        return (to - from) / most;
    }

    private List<Double> ticks() {
        double step = step(MOST_TICKS);
        List<Double> ticks = new ArrayList<>();
        for (double tick = Math.ceil(from / step) * step; tick <= to; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }

    /** Draws lines for the ticks behind the lanes, their numbers below, and the instant zero. */
    void draw(Svg svg, double top, double bottom) {
        draw(svg, top, bottom, "seconds; 0 = the first fault has been injected");
    }

    /** Draws the same, with another word for what is counted. */
    void draw(Svg svg, double top, double bottom, String label) {
        for (double tick : ticks()) {
            svg.line(new At(x(tick), top), new At(x(tick), bottom), "grid");
            svg.text(new At(x(tick), bottom + 15), "soft-mid small", Figures.plain(tick));
        }
        svg.line(new At(left, bottom), new At(left + width, bottom), "axis");
        if (from < 0 && to > 0) {
            svg.line(new At(x(0), top), new At(x(0), bottom), "zero");
        }
        svg.text(new At(left + width, bottom + 31), "soft-end small", label);
    }
}

package io.firedrill.check;

import io.firedrill.journal.Event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What customers of one journey felt, second by second, by intended start.
 *
 * @param points one for each second in which somebody set out, in order
 */
public record Curve(List<Point> points) {
    private static final long SECOND = 1_000_000_000L;

    /**
     * One second.
     *
     * @param second whole seconds since the origin
     */
    public record Point(long second, Statistics statistics) {}

    /** Draws the curve of attempts, with seconds counted from an origin. */
    public static Curve of(List<Event.Attempt> attempts, long origin) {
        Map<Long, List<Event.Attempt>> seconds = new TreeMap<>();
        for (Event.Attempt attempt : attempts) {
            long second = Math.floorDiv(attempt.intended() - origin, SECOND);
            seconds.computeIfAbsent(second, any -> new ArrayList<>()).add(attempt);
        }
        List<Point> points = new ArrayList<>(seconds.size());
        seconds.forEach((second, some) -> points.add(new Point(second, Statistics.of(some))));
        return new Curve(List.copyOf(points));
    }
}

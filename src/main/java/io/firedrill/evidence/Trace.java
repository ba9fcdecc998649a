package io.firedrill.evidence;

/** A curve made of level pieces, with gaps where nothing is known, and the area below it. */
final class Trace {
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder area = new StringBuilder();
    private boolean drawing;

    /** Adds a level piece from one x to the next at a height; the area reaches down to the base. */
    void level(double from, double to, double height, double base) {
        String begin = point(from, height);
        String end = point(to, height);
        line.append(drawing ? 'L' : 'M').append(begin).append('L').append(end);
        area.append('M').append(point(from, base)).append('L').append(begin);
        area.append('L').append(end).append('L').append(point(to, base)).append('Z');
        drawing = true;
    }

    /** Leaves a gap. */
    void gap() {
        drawing = false;
    }

    /** Gives the curve as a path. */
    String line() {
        return line.toString();
    }

    /** Gives the area below it as a path. */
    String area() {
        return area.toString();
    }

    private static String point(double x, double y) {
        return Svg.number(x) + " " + Svg.number(y);
    }
}

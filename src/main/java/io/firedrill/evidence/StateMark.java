package io.firedrill.evidence;

import java.util.Locale;

/**
 * How a state is marked: by its shape and its letters, so that nobody needs to tell colours apart.
 */
enum StateMark {
    INVESTIGATING("In", "investigating", "told-b"),
    IDENTIFIED("Id", "identified", "told-a"),
    MONITORING("Mo", "monitoring", "told-c"),
    RESOLVED("Re", "resolved", "told-good"),
    SCHEDULED("Sc", "scheduled", "told-b"),
    IN_PROGRESS("Pr", "in progress", "told-a"),
    COMPLETED("Co", "completed", "told-good"),
    OPERATIONAL("Op", "operational", "told-good"),
    TRIGGER("T", "page to the person on call", "told-b"),
    ACKNOWLEDGE("A", "page acknowledged", "told-a"),
    RESOLVE("R", "page closed", "told-good"),
    OTHER("?", "names no known state", "told-other");

    private final String letters;
    private final String words;
    private final String style;

    StateMark(String letters, String words, String style) {
        this.letters = letters;
        this.words = words;
        this.style = style;
    }

    /** Gives the mark of a state as facts name it, or of what a pager was told. */
    static StateMark of(String state) {
        String name = state.toUpperCase(Locale.ROOT).replace('-', '_');
        for (StateMark mark : values()) {
            if (mark.name().equals(name)) {
                return mark;
            }
        }
        return OTHER;
    }

    /** Gives its letters, two for a state. */
    String letters() {
        return letters;
    }

    /** Says what it stands for. */
    String words() {
        return words;
    }

    /** Names its colour: a class of the style sheets, never made of what somebody sent. */
    String style() {
        return style;
    }

    /** Draws its outline around a place, at most 13 to each side, as a path. */
    String outline(double x, double y) {
        return switch (this) {
            case INVESTIGATING -> round(x, y);
            case IDENTIFIED -> path(x, y, 0, -13, 13, 0, 0, 13, -13, 0);
            case MONITORING -> path(x, y, -10, -10, 10, -10, 10, 10, -10, 10);
            case RESOLVED, OPERATIONAL -> path(x, y, -13, 0, -7, -10, 7, -10, 13, 0, 7, 10, -7, 10);
            case TRIGGER, ACKNOWLEDGE, RESOLVE -> path(x, y, 0, -13, 13, 9, -13, 9);
            case SCHEDULED, IN_PROGRESS, COMPLETED ->
                path(x, y, 0, -12, 12, -3, 9, 10, -9, 10, -12, -3);
            case OTHER -> path(x, y, -8, -8, 8, -8, 8, 8, -8, 8);
        };
    }

    private static String round(double x, double y) {
        return "M" + at(x - 11, y) + "a11 11 0 1 0 22 0a11 11 0 1 0 -22 0Z";
    }

    private static String path(double x, double y, double... corners) {
        StringBuilder path = new StringBuilder();
        for (int index = 0; index < corners.length; index += 2) {
            path.append(index == 0 ? 'M' : 'L');
            path.append(at(x + corners[index], y + corners[index + 1]));
        }
        return path.append('Z').toString();
    }

    private static String at(double x, double y) {
        return Svg.number(x) + " " + Svg.number(y);
    }
}

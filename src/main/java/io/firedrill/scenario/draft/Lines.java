package io.firedrill.scenario.draft;

/** A text that grows line by line, with comments in one column. */
final class Lines {
    private static final int COLUMN = 44;

    private final StringBuilder text = new StringBuilder();

    /** Adds a line. */
    Lines add(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** Adds a line with a comment behind it. */
    Lines add(String line, String comment) {
        int gap = Math.max(1, COLUMN - line.length());
        return add(line + " ".repeat(gap) + "# " + comment);
    }

    /** Gives the text. */
    String text() {
        return text.toString();
    }
}

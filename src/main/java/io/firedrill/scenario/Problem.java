package io.firedrill.scenario;

import java.nio.file.Path;

/**
 * One thing wrong with a file.
 *
 * @param line from 1; 0 where the file as a whole is meant
 * @param column from 1; 0 where the line or file as a whole is meant
 * @param what what is wrong, with the value
 * @param allowed what is allowed, empty where {@code what} says it
 * @param hint what to do next or a guess at what was meant, empty for none
 */
public record Problem(Path file, int line, int column, String what, String allowed, String hint) {
    @Override
    public String toString() {
        String place = file + (line == 0 ? "" : ":" + line) + (column == 0 ? "" : ":" + column);
        StringBuilder text = new StringBuilder(place).append(": ").append(what);
        if (!allowed.isEmpty()) {
            text.append("; ").append(allowed);
        }
        if (!hint.isEmpty()) {
            text.append(". ").append(hint);
        }
        return text.toString();
    }
}

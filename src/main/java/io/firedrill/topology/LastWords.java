package io.firedrill.topology;

import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps the last lines that a program wrote to standard error, for its obituary. */
public final class LastWords {
    private static final int KEPT = 5;
    private static final int LONGEST = 300;

    private final Deque<String> lines = new ArrayDeque<>();

    /** Takes a line in. */
    public synchronized void add(String line) {
        if (!line.isBlank()) {
            lines.addLast(line.length() > LONGEST ? line.substring(0, LONGEST) : line);
        }
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
    }

    /** Gives the obituary of a program that ended with that exit code. */
    public synchronized String after(int code) {
        String last = lines.isEmpty() ? "it said nothing" : String.join(" | ", lines);
        return "ended with exit code " + code + "; last on standard error: " + last;
    }
}

package io.firedrill.topology.inprocess;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The log of a component: its newest lines, over all its lives. Safe for many threads. */
final class Log {
    private static final int MOST = 2000;

    private final Supplier<Instant> wall;
    private final Deque<String> lines = new ArrayDeque<>();

    Log(Supplier<Instant> wall) {
        this.wall = wall;
    }

    synchronized void add(String line) {
        lines.addLast(wall.get() + " " + line);
        if (lines.size() > MOST) {
            lines.removeFirst();
        }
    }

    /** Gives the last lines, at most that many. */
    synchronized String last(int most) {
        return lines.stream()
                .skip(Math.max(0, lines.size() - most))
                .collect(Collectors.joining("\n"));
    }
}

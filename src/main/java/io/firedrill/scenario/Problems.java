package io.firedrill.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Collects what is wrong with one file; at most {@value #MOST} things, then says that there are
 * more.
 */
final class Problems {
    private static final int MOST = 100;

    private final Path file;
    private final List<Problem> found = new ArrayList<>();

    Problems(Path file) {
        this.file = file;
    }

    /** Names the file. */
    Path file() {
        return file;
    }

    /** Notes a problem where the node begins. */
    void at(Node node, String what, String allowed, String hint) {
        int line = node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
        int column = node.getStartMark().map(Mark::getColumn).orElse(-1) + 1;
        add(new Problem(file, line, column, what, allowed, hint));
    }

    /** Notes a problem of the file as a whole. */
    void whole(String what, String allowed, String hint) {
        add(new Problem(file, 0, 0, what, allowed, hint));
    }

    /** Notes a problem. */
    void add(Problem problem) {
        if (found.size() < MOST) {
            found.add(problem);
        } else if (found.size() == MOST) {
            found.add(new Problem(
                    file, 0, 0, "more than " + MOST + " problems", "", "Mend these first"));
        }
    }

    /** Tells whether the file has a problem. */
    boolean any() {
        return !found.isEmpty();
    }

    /** Counts the problems. */
    int count() {
        return found.size();
    }

    /** Gives the problems in the order of the file. */
    List<Problem> list() {
        return found.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .distinct()
                .toList();
    }
}

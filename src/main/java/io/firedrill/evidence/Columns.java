package io.firedrill.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rows of text set in columns, each as wide as its widest cell, under a line of heads. */
final class Columns {
    private final List<List<String>> rows = new ArrayList<>();

    Columns(String... heads) {
        rows.add(List.of(heads));
    }

    /** Adds a row with as many cells as there are heads. */
    void add(String... cells) {
        rows.add(List.of(cells));
    }

    /** Gives the lines; a cell is handed to the painter when it has its width. */
    List<String> write(UnaryOperator<String> painter) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                line.append(painter.apply(cell + " ".repeat(width(column) - cell.length())));
                line.append("  ");
            }
            lines.add(line.toString().stripTrailing());
            if (lines.size() == 1) {
                lines.add("-".repeat(Math.max(1, lines.get(0).length())));
            }
        }
        return lines;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}

package io.firedrill.evidence.report;

import io.firedrill.evidence.HtmlTable;
import io.firedrill.evidence.HtmlTable.Cell;

import java.util.ArrayList;
import java.util.List;

/** Fills a table row by row. */
final class Rows {
    /** Class of tables whose first column names what the second says. */
    static final String FACTS = "r-facts";

    private static final String WIDE = "r-grid";

    private final String style;
    private final String caption;
    private final List<String> heads;
    private final List<List<Cell>> rows = new ArrayList<>();

    private Rows(String style, String caption, List<String> heads) {
        this.style = style;
        this.caption = caption;
        this.heads = heads;
    }

    /** Begins a table of names and what there is to say of each. */
    static Rows facts(String caption) {
        return new Rows(FACTS, caption, List.of("What", "Says"));
    }

    /** Begins a table with those columns. */
    static Rows of(String caption, String... heads) {
        return new Rows(WIDE, caption, List.of(heads));
    }

    /** Adds a row of texts; where there is nothing to say, a dash says so. */
    Rows add(String... cells) {
        return add(List.of(cells).stream().map(Rows::cell).toList());
    }

    /** Adds a row of cells. */
    Rows add(List<Cell> cells) {
        rows.add(cells);
        return this;
    }

    /** Adds a row that says several things of one. */
    Rows many(String name, List<String> lines) {
        Cell cell = new Cell(List.of());
        for (String line : lines) {
            cell = cell.plus("r-line", line);
        }
        return add(List.of(Cell.of(name), lines.isEmpty() ? cell("") : cell));
    }

    /** Makes a cell; what nobody stated looks different. */
    static Cell cell(String text) {
        boolean open = text.startsWith(Words.NOT_STATED);
        return open
                ? new Cell(List.of()).plus("r-open", text)
                : Cell.of(text.isBlank() ? "-" : text);
    }

    /** Says whether there is nothing in it. */
    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Gives the table. */
    Block grid() {
        return new Block.Grid(new HtmlTable(style, caption, heads, List.copyOf(rows)));
    }
}

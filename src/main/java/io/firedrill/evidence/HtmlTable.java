package io.firedrill.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table of a page. The first cell of a row heads it. On a narrow screen rows become blocks, so
 * every cell carries the head of its column, and roles say what the elements were.
 *
 * @param style a class of the style sheet
 * @param caption what it shows, for those who do not see the heading above it
 * @param rows each with as many cells as there are heads
 */
public record HtmlTable(String style, String caption, List<String> heads, List<List<Cell>> rows) {

    /** What stands in a cell, line by line. */
    public record Cell(List<Line> lines) {
        /** A line, and a class of the style sheet. */
        public record Line(String style, String text) {}

        /** Makes a cell of one line; none of an empty text. */
        public static Cell of(String text) {
            return new Cell(List.of()).plus("", text);
        }

        /** Gives the same with one more line; where its text is empty, without. */
        public Cell plus(String style, String text) {
            Stream<Line> more =
                    Stream.of(new Line(style, text)).filter(line -> !line.text().isEmpty());
            return new Cell(Stream.concat(lines.stream(), more).toList());
        }
    }

    /** Makes a table of plain texts. */
    public static HtmlTable plain(String caption, List<String> heads, List<List<String>> rows) {
        List<List<Cell>> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(
                row.stream().map(text -> Cell.of(text.isEmpty() ? "-" : text)).toList()));
        return new HtmlTable("plain", caption, heads, cells);
    }

    /** Writes it; nothing where it has no row. */
    public void write(Html html) {
        if (rows.isEmpty()) {
            return;
        }
        html.open("table", "role", "table", "class", style);
        html.leaf("caption", caption);
        html.open("thead", "role", "rowgroup").open("tr", "role", "row");
        heads.forEach(head -> html.leaf("th", head, "scope", "col", "role", "columnheader"));
        html.close("tr").close("thead").open("tbody", "role", "rowgroup");
        rows.forEach(row -> row(html, row));
        html.close("tbody").close("table");
    }

    private void row(Html html, List<Cell> row) {
        html.open("tr", "role", "row");
        for (int column = 0; column < row.size(); column++) {
            String head = heads.get(column);
            if (column == 0) {
                html.open("th", "scope", "row", "role", "rowheader", "data-label", head);
            } else {
                html.open("td", "role", "cell", "data-label", head);
            }
            html.open("div");
            row.get(column).lines().forEach(line -> line(html, line));
            html.close("div").close(column == 0 ? "th" : "td");
        }
        html.close("tr");
    }

    private static void line(Html html, Cell.Line line) {
        if (line.style().isEmpty()) {
            html.leaf("div", line.text());
        } else {
            html.leaf("div", line.text(), "class", line.style());
        }
    }
}

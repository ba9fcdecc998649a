package io.firedrill.evidence.programme;

import io.firedrill.evidence.Html;
import io.firedrill.evidence.HtmlTable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table of the page whose cells may lead elsewhere. The first cell of a row heads it. On a narrow
 * screen rows become blocks, so every cell carries the head of its column, and roles say what the
 * elements were.
 */
final class Grid {
    private final String caption;
    private final List<String> heads;
    private final List<List<Cell>> rows = new ArrayList<>();

    /**
     * What stands in a cell: a picture, or a text.
     *
     * @param style a class of the style sheet, empty for none
     * @param href where the text leads, empty for nowhere
     * @param more further lines, smaller
     * @param picture drawn before the text; none where it is empty
     */
    record Cell(String text, String style, String href, List<String> more, List<Double> picture) {
        /** Makes a cell of a text. */
        static Cell of(String text, String... more) {
            List<String> lines = Stream.of(more).filter(line -> !line.isEmpty()).toList();
            return new Cell(text, "", "", lines, List.of());
        }

        /** Makes a cell of a day, which is not broken. */
        static Cell day(String text) {
            return new Cell(text, "day", "", List.of(), List.of());
        }

        /** Makes a cell of a verdict: a word, and its colour beside it. */
        static Cell verdict(String word) {
            String style = switch (word) {
                case "PASS", "caught" -> "pass";
                case "FAIL", "NOT CAUGHT" -> "fail";
                default -> "unsure";
            };
            return new Cell(word, style, "", List.of(), List.of());
        }

        /** Gives the same, leading somewhere; an empty place leaves it as it is. */
        Cell to(String place) {
            return new Cell(text, style, place, more, picture);
        }
    }

    Grid(String caption, String... heads) {
        this.caption = caption;
        this.heads = List.of(heads);
    }

    /** Adds a row with as many cells as there are heads. */
    void row(Cell... cells) {
        rows.add(List.of(cells));
    }

    /** Gives the same for paper, without ways elsewhere and pictures; empty without a row. */
    Optional<HtmlTable> onPaper() {
        List<List<HtmlTable.Cell>> cells = rows.stream()
                .map(row -> row.stream().map(Grid::onPaper).toList())
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new HtmlTable("", caption, heads, cells));
    }

    private static HtmlTable.Cell onPaper(Cell cell) {
        String style = cell.style().isEmpty() || cell.style().equals("day")
                ? ""
                : "r-word r-" + cell.style();
        HtmlTable.Cell paper = new HtmlTable.Cell(List.of()).plus(style, cell.text());
        for (String line : cell.more()) {
            paper = paper.plus("", line);
        }
        return paper;
    }

    /** Writes it; nothing where it has no row. */
    void write(Html html) {
        if (rows.isEmpty()) {
            return;
        }
        html.open("table", "role", "table").leaf("caption", caption);
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
            cell(html, row.get(column));
            html.close("div").close(column == 0 ? "th" : "td");
        }
        html.close("tr");
    }

    private static void cell(Html html, Cell cell) {
        Sparks.draw(html, cell.picture());
        String element = cell.href().isEmpty() ? "span" : "a";
        List<String> attributes = new ArrayList<>();
        if (!cell.href().isEmpty()) {
            attributes.addAll(List.of("href", cell.href()));
        }
        if (!cell.style().isEmpty()) {
            attributes.addAll(List.of("class", cell.style()));
        }
        html.leaf(element, cell.text(), attributes.toArray(String[]::new));
        cell.more().forEach(line -> html.leaf("div", line, "class", "small"));
    }
}

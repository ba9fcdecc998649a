package io.firedrill.evidence.report;

import io.firedrill.evidence.HtmlTable;
import io.firedrill.evidence.HtmlTable.Cell;
import io.firedrill.evidence.report.Sheets.Type;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes a table on paper; its heads stand on every page that it reaches. */
final class PaperTable {
    private static final double SIZE = 8.5;
    private static final double STEP = 11;
    private static final double PAD = 4;
    private static final double NARROWEST = 34;
    private static final int INK = 0x1f2430;
    private static final int LINE = 0xc9cfda;
    private static final int HEAD = 0xeef1f6;

    private final Sheets sheets;
    private final HtmlTable table;
    private final double[] widths;

    /** A line in a cell. */
    private record Written(String text, Type type) {}

    PaperTable(Sheets sheets, HtmlTable table) {
        this.sheets = sheets;
        this.table = table;
        this.widths = widths();
    }

    /** Writes it. */
    void write() throws IOException {
        sheets.down(2);
        boolean headed = !table.style().equals(Rows.FACTS);
        if (headed) {
            heads();
        }
        for (List<Cell> row : table.rows()) {
            row(row, headed);
        }
        sheets.down(6);
    }

    private void heads() throws IOException {
        List<Cell> heads = table.heads().stream().map(Cell::of).toList();
        sheets.need(4 * STEP);
        List<List<Written>> lines = lines(heads, true);
        piece(lines, 0, most(lines), true);
    }

    private void row(List<Cell> row, boolean headed) throws IOException {
        List<List<Written>> lines = lines(row, false);
        int all = most(lines);
        int from = 0;
        while (from < all) {
            int fit = (int) ((Sheets.BOTTOM - sheets.y() - 2 * PAD) / STEP);
            boolean whole = all - from <= fit;
            if (!whole && (fit < 3 || all - from <= 12 && sheets.y() > Sheets.TOP + 60)) {
                sheets.turn();
                if (headed) {
                    heads();
                }
                continue;
            }
            int to = whole ? all : from + fit;
            piece(lines, from, to, false);
            from = to;
        }
    }

    private void piece(List<List<Written>> cells, int from, int to, boolean head)
            throws IOException {
        double height = (to - from) * STEP + 2 * PAD - 2;
        double x = Sheets.LEFT;
        for (int column = 0; column < cells.size(); column++) {
            double[] size = {widths[column], height};
            if (head || column == 0) {
                sheets.fill(x, sheets.y(), size, HEAD);
            }
            sheets.frame(x, sheets.y(), size, LINE);
            List<Written> lines = cells.get(column);
            for (int line = from; line < Math.min(to, lines.size()); line++) {
                Written written = lines.get(line);
                double base = sheets.y() + PAD + (line - from) * STEP + SIZE - 1;
                sheets.text(x + PAD, base, written.type(), written.text());
            }
            x += widths[column];
        }
        sheets.down(height);
    }

    private List<List<Written>> lines(List<Cell> row, boolean head) {
        List<List<Written>> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            List<Written> lines = new ArrayList<>();
            for (Cell.Line line : row.get(column).lines()) {
                Type type = type(line.style(), head || column == 0);
                String known = sheets.letters().known(line.text());
                sheets.letters()
                        .wrapped(known, SIZE, widths[column] - 2 * PAD)
                        .forEach(each -> lines.add(new Written(each, type)));
            }
            cells.add(lines);
        }
        return cells;
    }

    private static Type type(String style, boolean bold) {
        return switch (style) {
            case "r-word r-pass" -> new Type(SIZE, true, 0x155d37);
            case "r-word r-fail" -> new Type(SIZE, true, 0xa31d16);
            case "r-word r-unsure", "r-open" -> new Type(SIZE, style.startsWith("r-w"), 0x6b4a00);
            default -> new Type(SIZE, bold, INK);
        };
    }

    private static int most(List<List<Written>> cells) {
        return Math.max(1, cells.stream().mapToInt(List::size).max().orElse(1));
    }

    /** Narrow columns get what they need; wide ones share the rest by what they would like. */
    private double[] widths() {
        int columns = table.heads().size();
        double[] wished = new double[columns];
        double sum = 0;
        for (int column = 0; column < columns; column++) {
            wished[column] = Math.max(NARROWEST, wish(column));
            sum += wished[column];
        }
        if (sum <= Sheets.WIDTH) {
            wished[columns - 1] += Sheets.WIDTH - sum;
            return wished;
        }
        return shared(wished);
    }

    private static double[] shared(double[] wished) {
        double fair = Sheets.WIDTH / wished.length;
        double taken = 0;
        double open = 0;
        for (double wish : wished) {
            taken += Math.min(wish, fair);
            open += Math.max(0, wish - fair);
        }
        double[] widths = new double[wished.length];
        for (int column = 0; column < wished.length; column++) {
            double over = Math.max(0, wished[column] - fair);
            widths[column] = Math.min(wished[column], fair) + (Sheets.WIDTH - taken) * over / open;
        }
        return widths;
    }

    private double wish(int column) {
        double widest = wide(table.heads().get(column));
        for (List<Cell> row : table.rows()) {
            for (Cell.Line line : row.get(column).lines()) {
                widest = Math.max(widest, wide(line.text()));
            }
        }
        return Math.min(widest, Sheets.WIDTH);
    }

    private double wide(String text) {
        return sheets.letters().width(sheets.letters().known(text), SIZE) + 2 * PAD + 4;
    }
}

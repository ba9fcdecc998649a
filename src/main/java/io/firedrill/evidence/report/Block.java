package io.firedrill.evidence.report;

import io.firedrill.evidence.HtmlTable;
import io.firedrill.evidence.HtmlTable.Cell;

import java.util.List;
import java.util.function.UnaryOperator;

/** A piece of a report, as plain texts: how it looks is for whoever writes it. */
sealed interface Block {

    /**
     * A heading.
     *
     * @param level from 1, the only one of its kind, to 3
     * @param id what the table of contents leads to; empty for none
     */
    record Heading(int level, String id, String text) implements Block {
        @Override
        public Heading with(UnaryOperator<String> change) {
            return new Heading(level, id, change.apply(text));
        }
    }

    /** A paragraph. */
    record Line(Look look, String text) implements Block {
        @Override
        public Line with(UnaryOperator<String> change) {
            return new Line(look, change.apply(text));
        }
    }

    /** Points, one below the other. */
    record Points(List<String> items) implements Block {
        @Override
        public Points with(UnaryOperator<String> change) {
            return new Points(items.stream().map(change).toList());
        }
    }

    /** A table. */
    record Grid(HtmlTable table) implements Block {
        @Override
        public Grid with(UnaryOperator<String> change) {
            List<List<Cell>> rows = table.rows().stream()
                    .map(row -> row.stream().map(cell -> with(cell, change)).toList())
                    .toList();
            return new Grid(new HtmlTable(table.style(), table.caption(), table.heads(), rows));
        }

        private static Cell with(Cell cell, UnaryOperator<String> change) {
            return new Cell(cell.lines().stream()
                    .map(line -> new Cell.Line(line.style(), change.apply(line.text())))
                    .toList());
        }
    }

    /** A picture, as SVG of our own, and what it shows. */
    record Drawing(String svg, String caption) implements Block {
        @Override
        public Drawing with(UnaryOperator<String> change) {
            return new Drawing(change.apply(svg), caption);
        }
    }

    /** Here the first page ends; on a screen the table of contents follows. */
    record FirstPageEnds() implements Block {
        @Override
        public FirstPageEnds with(UnaryOperator<String> change) {
            return this;
        }
    }

    /** How a paragraph looks. */
    enum Look {
        PLAIN,
        SOFT,
        NOTE,
        PASS,
        FAIL,
        UNSURE;

        /** Gives the class of the style sheet. */
        String style() {
            return switch (this) {
                case PLAIN -> "r-plain";
                case SOFT -> "r-soft";
                case NOTE -> "r-note";
                case PASS -> "r-banner r-pass";
                case FAIL -> "r-banner r-fail";
                case UNSURE -> "r-banner r-unsure";
            };
        }
    }

    /** Gives the same with every text changed: what somebody else wrote may hold a secret. */
    Block with(UnaryOperator<String> change);
}

package io.firedrill.evidence.report;

import io.firedrill.evidence.report.Block.Heading;
import io.firedrill.evidence.report.Block.Line;
import io.firedrill.evidence.report.Block.Look;
import io.firedrill.evidence.report.Block.Points;

import java.util.ArrayList;
import java.util.List;

/** A part of a report while it is put together. */
final class Text {
    private final List<Block> blocks = new ArrayList<>();

    /** Begins a part with its heading. */
    Text section(String id, String title) {
        return add(new Heading(2, id, title));
    }

    /** Begins a part of a part. */
    Text under(String title) {
        return add(new Heading(3, "", title));
    }

    /** Adds a paragraph. */
    Text line(String text) {
        return add(new Line(Look.PLAIN, text));
    }

    /** Adds a paragraph that looks like that. */
    Text line(Look look, String text) {
        return add(new Line(look, text));
    }

    /** Adds points; a sentence in their place where there is none. */
    Text points(List<String> items, String none) {
        return items.isEmpty() ? line(none) : add(new Points(List.copyOf(items)));
    }

    /** Adds a table, unless it is empty. */
    Text table(Rows rows) {
        return rows.isEmpty() ? this : add(rows.grid());
    }

    /** Adds a block. */
    Text add(Block block) {
        blocks.add(block);
        return this;
    }

    /** Gives all of it. */
    List<Block> blocks() {
        return List.copyOf(blocks);
    }
}

package io.firedrill.evidence.report;

import io.firedrill.evidence.HtmlTable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A PDF of headings, lines and tables, for whoever writes more than the report of one drill. */
public final class Leaflet {
    private final List<Block> blocks = new ArrayList<>();

    /** Adds a heading, of level 1 to 3. */
    public void heading(int level, String text) {
        blocks.add(new Block.Heading(level, "", text));
    }

    /** Adds a paragraph. */
    public void line(String text) {
        blocks.add(new Block.Line(Block.Look.PLAIN, text));
    }

    /** Adds a paragraph that must not be overlooked. */
    public void note(String text) {
        blocks.add(new Block.Line(Block.Look.NOTE, text));
    }

    /** Adds a table. */
    public void table(HtmlTable table) {
        blocks.add(new Block.Grid(table));
    }

    /** Gives the file; the same pieces give the same bytes. */
    public byte[] pdf(String title, Instant when) {
        return Paper.pdf(blocks, title, when);
    }
}

package io.firedrill.evidence.report;

import io.firedrill.evidence.EvidenceException;
import io.firedrill.evidence.report.Sheets.Type;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Writes a report as a PDF: the same blocks as on the page, on A4. */
final class Paper {
    private static final int INK = 0x1f2430;
    private static final int SOFT = 0x505969;
    private static final double LEADING = 1.32;

    private final Sheets sheets;

    private Paper(Sheets sheets) {
        this.sheets = sheets;
    }

    /**
     * Gives the file.
     *
     * @param title stands at the foot of each page
     * @param when its date
     */
    static byte[] pdf(List<Block> blocks, String title, Instant when) {
        try (Sheets sheets = new Sheets()) {
            Paper paper = new Paper(sheets);
            for (Block block : blocks) {
                paper.block(block);
            }
            return sheets.done(title, when);
        } catch (IOException e) {
            throw new EvidenceException("the PDF can not be written: " + e, e);
        }
    }

    private void block(Block block) throws IOException {
        if (block instanceof Block.Heading heading) {
            heading(heading);
        } else if (block instanceof Block.Line line) {
            line(line);
        } else if (block instanceof Block.Points points) {
            for (String item : points.items()) {
                sheets.need(12);
                sheets.text(Sheets.LEFT + 4, sheets.y() + 9, new Type(9, false, INK), "\u2022");
                flow(item, new Type(9, false, INK), 14);
            }
            sheets.down(3);
        } else if (block instanceof Block.Grid grid) {
            new PaperTable(sheets, grid.table()).write();
        } else if (block instanceof Block.Drawing drawing) {
            new PaperPicture(sheets).draw(drawing.svg());
            flow(drawing.caption(), new Type(8, false, SOFT), 0);
            sheets.down(8);
        } else {
            sheets.turn();
        }
    }

    private void heading(Block.Heading heading) throws IOException {
        double size = switch (heading.level()) {
            case 1 -> 18;
            case 2 -> 14;
            default -> 11;
        };
        sheets.down(heading.level() == 1 ? 0 : 10);
        sheets.need(size * LEADING + 50);
        if (heading.level() == 2) {
            sheets.bookmark(heading.text());
        }
        flow(heading.text(), new Type(size, true, INK), 0);
        sheets.down(3);
    }

    private void line(Block.Line line) throws IOException {
        Type type = switch (line.look()) {
            case PLAIN -> new Type(9.5, false, INK);
            case SOFT -> new Type(8.5, false, SOFT);
            case NOTE -> new Type(9.5, true, INK);
            case PASS -> new Type(13, true, 0x155d37);
            case FAIL -> new Type(13, true, 0xa31d16);
            case UNSURE -> new Type(13, true, 0x6b4a00);
        };
        flow(line.text(), type, 0);
        sheets.down(4);
    }

    private void flow(String text, Type type, double indent) throws IOException {
        double step = type.size() * LEADING;
        for (String line : sheets.letters()
                .wrapped(sheets.letters().known(text), type.size(), Sheets.WIDTH - indent)) {
            sheets.need(step);
            sheets.text(Sheets.LEFT + indent, sheets.y() + type.size(), type, line);
            sheets.down(step);
        }
    }
}

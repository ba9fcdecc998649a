package io.firedrill.evidence.report;

import io.firedrill.evidence.EvidenceException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The letters of a PDF: one font that goes with the library and into the file, so that every
 * machine writes and shows the same. It knows Latin, Greek, Cyrillic and Hebrew letters; what it
 * does not know becomes a question mark, and stands in the page.
 */
final class Letters {
    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int UNKNOWN = '?';

    private final TrueTypeFont letters;
    private final CmapLookup glyphs;
    private final PDType0Font font;
    private final Map<Integer, Double> advances = new HashMap<>();

    Letters(PDDocument document) throws IOException {
        try (InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
            if (file == null) {
                throw new IOException(FONT + " is not in the library any more");
            }
            letters = new TTFParser().parse(new RandomAccessReadBuffer(file));
        }
        // Ligatures take ten times as long as all the rest, and widths are those of single letters.
        letters.setEnableGsub(false);
        glyphs = letters.getUnicodeCmapLookup();
        font = PDType0Font.load(document, letters, true);
    }

    /** Gives the font as the library takes it. */
    PDType0Font font() {
        return font;
    }

    /** Gives a text of letters that there are. */
    String known(String text) {
        StringBuilder known = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\n' || point == '\t' || point == '\r') {
                known.append(' ');
            } else {
                known.appendCodePoint(shows(point) ? point : UNKNOWN);
            }
        });
        return known.toString();
    }

    private boolean shows(int point) {
        return point >= ' ' && glyphs.getGlyphId(point) > 0;
    }

    /** Gives how wide a text of known letters is, in points. */
    double width(String text, double size) {
        return text.codePoints().mapToDouble(this::advance).sum() * size;
    }

    private double advance(int point) {
        return advances.computeIfAbsent(point, this::measured);
    }

    private double measured(int point) {
        try {
            double units = letters.getUnitsPerEm();
            return letters.getAdvanceWidth(glyphs.getGlyphId(point)) / units;
        } catch (IOException e) {
            throw new EvidenceException("the font can not be read", e);
        }
    }

    /** Breaks a text of known letters into lines, at blanks where that is possible. */
    List<String> wrapped(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double taken = 0;
        double blank = width(" ", size);
        for (String word : text.strip().split(" +", -1)) {
            for (String piece : pieces(word, size, width)) {
                double wide = width(piece, size);
                if (line.length() > 0 && taken + blank + wide > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    taken = 0;
                }
                if (line.length() > 0) {
                    line.append(' ');
                    taken += blank;
                }
                line.append(piece);
                taken += wide;
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** Cuts a word that is wider than a line; most are not. */
    private List<String> pieces(String word, double size, double width) {
        if (width(word, size) <= width) {
            return List.of(word);
        }
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        double taken = 0;
        for (int point : word.codePoints().toArray()) {
            double wide = advance(point) * size;
            if (piece.length() > 0 && taken + wide > width) {
                pieces.add(piece.toString());
                piece.setLength(0);
                taken = 0;
            }
            piece.appendCodePoint(point);
            taken += wide;
        }
        pieces.add(piece.toString());
        return pieces;
    }
}

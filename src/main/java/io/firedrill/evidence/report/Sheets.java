package io.firedrill.evidence.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * The A4 pages of a PDF while they are written from top to bottom. Measures are points, y is
 * counted from the top. Dates and ids are the drill's own, so that the same drill gives the same
 * bytes.
 */
final class Sheets implements AutoCloseable {
    /** Where text begins, and how wide and how low it may be. */
    static final double LEFT = 42;

    static final double WIDTH = 511;
    static final double TOP = 42;
    static final double BOTTOM = 792;

    private static final double HEIGHT = 842;

    private final PDDocument document = new PDDocument();
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private final Map<List<Double>, PDExtendedGraphicsState> states = new HashMap<>();
    private final Letters letters;
    private PDPageContentStream content;
    private double y = TOP;

    /** How a text looks. */
    record Type(double size, boolean bold, int colour) {}

    Sheets() throws IOException {
        letters = new Letters(document);
        document.getDocumentCatalog().setDocumentOutline(outline);
        document.getDocumentCatalog().setLanguage("en");
        content = begun();
    }

    private PDPageContentStream begun() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return new PDPageContentStream(document, page);
    }

    /** Gives the letters. */
    Letters letters() {
        return letters;
    }

    /** Gives how far down the page is full. */
    double y() {
        return y;
    }

    /** Goes down. */
    void down(double by) {
        y += by;
    }

    /** Says whether so much more fits on the page. */
    boolean fits(double height) {
        return y + height <= BOTTOM;
    }

    /** Makes sure that so much fits: on a new page where it must be. */
    void need(double height) throws IOException {
        if (!fits(height) && y > TOP) {
            turn();
        }
    }

    /** Begins a new page. */
    void turn() throws IOException {
        content.close();
        content = begun();
        y = TOP;
    }

    /** Writes a line of known letters; the place is that of its base line. */
    void text(double x, double base, Type type, String text) throws IOException {
        content.beginText();
        content.setFont(letters.font(), (float) type.size());
        content.setNonStrokingColor(red(type.colour()), green(type.colour()), blue(type.colour()));
        content.setStrokingColor(red(type.colour()), green(type.colour()), blue(type.colour()));
        content.setLineWidth((float) (type.size() * 0.035));
        content.setRenderingMode(type.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        content.newLineAtOffset((float) x, (float) (HEIGHT - base));
        content.showText(text);
        content.endText();
    }

    /** Fills a box with a colour. */
    void fill(double x, double top, double[] size, int colour) throws IOException {
        content.setNonStrokingColor(red(colour), green(colour), blue(colour));
        content.addRect(
                (float) x, (float) (HEIGHT - top - size[1]), (float) size[0], (float) size[1]);
        content.fill();
    }

    /** Draws the edge of a box. */
    void frame(double x, double top, double[] size, int colour) throws IOException {
        content.setStrokingColor(red(colour), green(colour), blue(colour));
        content.setLineWidth(0.5f);
        content.addRect(
                (float) x, (float) (HEIGHT - top - size[1]), (float) size[0], (float) size[1]);
        content.stroke();
    }

    /** Gives the page's own instructions, for pictures; y of these is counted from below. */
    PDPageContentStream content() {
        return content;
    }

    /** Turns a y from the top into one from below. */
    static float up(double y) {
        return (float) (HEIGHT - y);
    }

    /** Lets what follows be seen through. */
    void opacity(double fill, double stroke) throws IOException {
        if (fill < 1 || stroke < 1) {
            content.setGraphicsStateParameters(
                    states.computeIfAbsent(List.of(fill, stroke), Sheets::state));
        }
    }

    private static PDExtendedGraphicsState state(List<Double> opacity) {
        PDExtendedGraphicsState state = new PDExtendedGraphicsState();
        state.setNonStrokingAlphaConstant(opacity.get(0).floatValue());
        state.setStrokingAlphaConstant(opacity.get(1).floatValue());
        return state;
    }

    /** Adds the place reached to the list of contents. */
    void bookmark(String title) {
        PDPageXYZDestination place = new PDPageXYZDestination();
        place.setPage(document.getPage(document.getNumberOfPages() - 1));
        place.setTop((int) (HEIGHT - y));
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(place);
        outline.addLast(item);
    }

    /** Gives the file; each page says at its foot what it is of. */
    byte[] done(String title, Instant when) throws IOException {
        content.close();
        int pages = document.getNumberOfPages();
        for (int number = 1; number <= pages; number++) {
            content = new PDPageContentStream(
                    document,
                    document.getPage(number - 1),
                    PDPageContentStream.AppendMode.APPEND,
                    true,
                    true);
            Type small = new Type(8, false, 0x505969);
            String of = String.format(Locale.ROOT, "page %d of %d", number, pages);
            text(LEFT, 818, small, letters.known(title));
            text(LEFT + WIDTH - letters.width(of, 8), 818, small, of);
            content.close();
        }
        information(title, when);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        document.save(file);
        return file.toByteArray();
    }

    private void information(String title, Instant when) {
        GregorianCalendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        date.setTimeInMillis(when.toEpochMilli());
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(title);
        information.setProducer("Firedrill");
        information.setCreationDate(date);
        information.setModificationDate(date);
        document.setDocumentId(when.toEpochMilli());
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    private static float red(int colour) {
        return (colour >> 16 & 0xFF) / 255f;
    }

    private static float green(int colour) {
        return (colour >> 8 & 0xFF) / 255f;
    }

    private static float blue(int colour) {
        return (colour & 0xFF) / 255f;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}

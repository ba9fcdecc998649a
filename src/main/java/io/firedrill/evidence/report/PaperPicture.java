package io.firedrill.evidence.report;

import io.firedrill.evidence.EvidenceException;
import io.firedrill.evidence.report.Sheets.Type;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Draws one of our own pictures on paper. It knows what these are made of, and no more of SVG:
 * boxes, dots, lines, paths of straight lines and half circles, texts.
 */
final class PaperPicture {
    private static final String NONE = "none";

    private final Sheets sheets;
    private double top;
    private double scale = 1;

    PaperPicture(Sheets sheets) {
        this.sheets = sheets;
    }

    /** Draws it over the whole width, on a page on which it fits. */
    void draw(String svg) throws IOException {
        Element picture = parsed(svg);
        double width = number(picture, "width");
        double height = number(picture, "height");
        if (width <= 0 || height <= 0) {
            return;
        }
        double room = Sheets.BOTTOM - Sheets.TOP - 40;
        scale = Math.min(Sheets.WIDTH / width, room / height);
        sheets.need(height * scale + 30);
        top = sheets.y();
        NodeList styles = picture.getElementsByTagName("style");
        PictureStyle style =
                new PictureStyle(styles.getLength() == 0 ? "" : styles.item(0).getTextContent());
        for (int index = 0; index < picture.getChildNodes().getLength(); index++) {
            if (picture.getChildNodes().item(index) instanceof Element element) {
                element(element, style.of(element.getTagName(), element.getAttribute("class")));
            }
        }
        sheets.down(height * scale + 4);
    }

    private static Element parsed(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new EvidenceException("a picture of our own can not be read: " + e, e);
        }
    }

    private void element(Element element, Map<String, String> style) throws IOException {
        switch (element.getTagName()) {
            case "rect" -> {
                if (!element.getAttribute("width").endsWith("%")) {
                    shape(element, style, this::box);
                }
            }
            case "circle" -> shape(element, style, this::dot);
            case "line" -> shape(element, style, this::line);
            case "path" ->
                shape(element, style, (into, path) -> new Path(into).draw(path.getAttribute("d")));
            case "text" -> text(element, style);
            default -> {
                // Its title and its style draw nothing.
            }
        }
    }

    /** Something that puts the outline of an element down. */
    @FunctionalInterface
    private interface Outline {
        void put(PDPageContentStream into, Element element) throws IOException;
    }

    private void shape(Element element, Map<String, String> style, Outline outline)
            throws IOException {
        PDPageContentStream into = sheets.content();
        String fill = style.getOrDefault("fill", "#000000");
        String stroke = style.getOrDefault("stroke", NONE);
        boolean filled = !fill.equals(NONE) && !element.getTagName().equals("line");
        into.saveGraphicsState();
        double opacity = decimal(style.getOrDefault("opacity", "1"));
        sheets.opacity(opacity * decimal(style.getOrDefault("fill-opacity", "1")), opacity);
        if (filled) {
            colour(fill, false);
        }
        if (!stroke.equals(NONE)) {
            colour(stroke, true);
            into.setLineWidth((float) (decimal(style.getOrDefault("stroke-width", "1")) * scale));
            into.setLineDashPattern(dashes(style.getOrDefault("stroke-dasharray", "")), 0);
        }
        outline.put(into, element);
        finish(into, filled, !stroke.equals(NONE));
        into.restoreGraphicsState();
    }

    private static void finish(PDPageContentStream into, boolean fill, boolean stroke)
            throws IOException {
        if (fill && stroke) {
            into.fillAndStroke();
        } else if (fill) {
            into.fill();
        } else if (stroke) {
            into.stroke();
        }
    }

    private float[] dashes(String written) {
        if (written.isEmpty()) {
            return new float[0];
        }
        String[] parts = written.split(" ", -1);
        float[] dashes = new float[parts.length];
        for (int index = 0; index < parts.length; index++) {
            dashes[index] = (float) (decimal(parts[index]) * scale);
        }
        return dashes;
    }

    private void colour(String written, boolean stroke) throws IOException {
        int colour = Integer.parseInt(full(written).substring(1), 16);
        float red = (colour >> 16 & 0xFF) / 255f;
        float green = (colour >> 8 & 0xFF) / 255f;
        float blue = (colour & 0xFF) / 255f;
        if (stroke) {
            sheets.content().setStrokingColor(red, green, blue);
        } else {
            sheets.content().setNonStrokingColor(red, green, blue);
        }
    }

    private void box(PDPageContentStream into, Element box) throws IOException {
        double height = number(box, "height");
        into.addRect(
                x(number(box, "x")),
                y(number(box, "y") + height),
                (float) (number(box, "width") * scale),
                (float) (height * scale));
    }

    private void dot(PDPageContentStream into, Element dot) throws IOException {
        double r = number(dot, "r");
        double left = number(dot, "cx") - r;
        double middle = number(dot, "cy");
        into.moveTo(x(left), y(middle));
        half(into, left, middle, 2 * r);
        half(into, left + 2 * r, middle, -2 * r);
    }

    /** Half a circle to a place on the same height: the other half comes back on its other side. */
    private void half(PDPageContentStream into, double from, double middle, double by)
            throws IOException {
        double bulge = 2 / 3.0 * by;
        into.curveTo(
                x(from),
                y(middle + bulge),
                x(from + by),
                y(middle + bulge),
                x(from + by),
                y(middle));
    }

    private void line(PDPageContentStream into, Element line) throws IOException {
        into.moveTo(x(number(line, "x1")), y(number(line, "y1")));
        into.lineTo(x(number(line, "x2")), y(number(line, "y2")));
    }

    private void text(Element element, Map<String, String> style) throws IOException {
        double size = decimal(style.getOrDefault("font-size", "12").replace("px", "")) * scale;
        boolean bold = decimal(style.getOrDefault("font-weight", "400")) >= 600;
        String text = sheets.letters().known(element.getTextContent());
        double width = sheets.letters().width(text, size);
        double back = switch (style.getOrDefault("text-anchor", "start")) {
            case "end" -> width;
            case "middle" -> width / 2;
            default -> 0;
        };
        int colour =
                Integer.parseInt(full(style.getOrDefault("fill", "#000000")).substring(1), 16);
        sheets.text(
                x(number(element, "x")) - back,
                top + number(element, "y") * scale,
                new Type(size, bold, colour),
                text);
    }

    private static String full(String colour) {
        return colour.length() == 4 ? colour.replaceAll("([0-9a-f])", "$1$1") : colour;
    }

    private float x(double x) {
        return (float) (Sheets.LEFT + x * scale);
    }

    private float y(double y) {
        return Sheets.up(top + y * scale);
    }

    private static double number(Element element, String attribute) {
        String written = element.getAttribute(attribute);
        return written.isEmpty() ? 0 : decimal(written);
    }

    private static double decimal(String written) {
        return Double.parseDouble(written);
    }

    /** Follows a path: M and L to a place, a to the other side of a circle, Z back to its begin. */
    private final class Path {
        private final PDPageContentStream into;
        private double atX;
        private double atY;

        Path(PDPageContentStream into) {
            this.into = into;
        }

        void draw(String path) throws IOException {
            for (String step : path.split("(?=[MLaZ])", -1)) {
                if (!step.isBlank()) {
                    step(step.charAt(0), step.substring(1).strip());
                }
            }
        }

        private void step(char letter, String written) throws IOException {
            String[] numbers = written.split("[ ,]+", -1);
            switch (letter) {
                case 'M' -> {
                    go(numbers);
                    into.moveTo(x(atX), y(atY));
                }
                case 'L' -> {
                    go(numbers);
                    into.lineTo(x(atX), y(atY));
                }
                case 'a' -> {
                    double by = decimal(numbers[5]);
                    half(into, atX, atY, by);
                    atX += by;
                }
                case 'Z' -> into.closePath();
                default -> throw new EvidenceException("a path of our own has a " + letter, null);
            }
        }

        private void go(String[] numbers) {
            atX = decimal(numbers[0]);
            atY = decimal(numbers[1]);
        }
    }
}

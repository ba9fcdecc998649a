package io.firedrill.evidence;

/**
 * Writes a page of HTML: no script, no font and no file from elsewhere. Names of elements and
 * attributes are ours; every text and every value is escaped, so that what somebody sent is shown
 * and never part of the page (SURVIVAL R21).
 */
public final class Html {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline';"
            + " base-uri 'none'; form-action 'none'";

    private final StringBuilder body = new StringBuilder();

    /** Begins an element; attributes are names and values in turn. */
    public Html open(String element, String... attributes) {
        body.append('<').append(element);
        for (int index = 0; index + 1 < attributes.length; index += 2) {
            body.append(' ').append(attributes[index]).append("=\"");
            body.append(Svg.escape(attributes[index + 1])).append('"');
        }
        body.append('>');
        return this;
    }

    /** Ends an element. */
    public Html close(String element) {
        body.append("</").append(element).append(">\n");
        return this;
    }

    /** Writes a text. */
    public Html text(String text) {
        body.append(Svg.escape(text));
        return this;
    }

    /** Writes an element that holds a text. */
    public Html leaf(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    /** Puts one of our own pictures in, whose texts were escaped when it was drawn. */
    public Html picture(String svg) {
        body.append(svg);
        return this;
    }

    /** Gives the whole page; the style is ours as well. */
    public String page(String title, String style) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"/>\n"
                + "<title>" + Svg.escape(title) + "</title>\n<style>\n" + style + "</style>\n"
                + "</head>\n<body>\n<main>\n" + body + "</main>\n</body>\n</html>\n";
    }
}

package io.firedrill.evidence;

/**
 * Writes a page of HTML: no script, no font and no file from elsewhere. Names of elements and
 * attributes are ours; every text and every value is escaped, so that what somebody sent is shown
 * and never part of the page (SURVIVAL R21).
 */
final class Html {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private final StringBuilder body = new StringBuilder();

    /** Begins an element; attributes are names and values in turn. */
    Html open(String element, String... attributes) {
        body.append('<').append(element);
        for (int index = 0; index + 1 < attributes.length; index += 2) {
            body.append(' ').append(attributes[index]).append("=\"");
            body.append(Svg.escape(attributes[index + 1])).append('"');
        }
        body.append('>');
        return this;
    }

    /** Ends an element. */
    Html close(String element) {
        body.append("</").append(element).append(">\n");
        return this;
    }

    /** Writes a text. */
    Html text(String text) {
        body.append(Svg.escape(text));
        return this;
    }

    /** Writes an element that holds a text. */
    Html leaf(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    /** Gives the whole page; the style is ours as well. */
    String page(String title, String style) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"/>\n"
                + "<title>" + Svg.escape(title) + "</title>\n<style>\n" + style + "</style>\n"
                + "</head>\n<body>\n<main>\n" + body + "</main>\n</body>\n</html>\n";
    }
}

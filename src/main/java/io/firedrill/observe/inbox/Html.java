package io.firedrill.observe.inbox;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** HTML as people read it. */
final class Html {
    private static final Set<String> IN_A_ROW = Set.of("td", "th", "dt", "dd");

    private Html() {}

    /** Gives the text of a page: a line for each block, without scripts and styles. */
    static String text(String html) {
        return text(Jsoup.parse(html).body());
    }

    /** Gives the text of a part of a page. */
    static String text(Element part) {
        Lines lines = new Lines();
        part.traverse(lines);
        return lines.text();
    }

    private static final class Lines implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                boolean asIs = node.parent() instanceof Element around
                        && around.normalName().equals("pre");
                text.append(asIs ? words.getWholeText() : words.text());
            } else if (node instanceof Element element) {
                if (element.normalName().equals("br") || breaks(element)) {
                    newLine();
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (breaks(element)) {
                    newLine();
                } else if (IN_A_ROW.contains(element.normalName())) {
                    text.append(' ');
                }
            }
        }

        private static boolean breaks(Element element) {
            return element.isBlock() && !IN_A_ROW.contains(element.normalName());
        }

        private void newLine() {
            if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }

        private String text() {
            return text.toString().strip();
        }
    }
}

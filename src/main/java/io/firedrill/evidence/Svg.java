package io.firedrill.evidence;

import java.util.Locale;

/**
 * Writes one picture as SVG: no script, no font and no file from elsewhere, readable on light and
 * on dark paper. Every text is escaped (SURVIVAL R21).
 */
final class Svg {
    private static final String STYLE = """
            svg{--ink:#1f2430;--soft:#667085;--grid:#e3e7ee;--paper:#fff;--good:#1f7a4a;\
            --bad:#c02520;--unsure:#667085;--fault:#c02520;--a:#3b6fd4;--b:#b45309;--c:#7b54c4;\
            --d:#0f7676;--phase0:#eef1f6;--phase1:#e1e6ef;background:var(--paper);\
            font:12px system-ui,"DejaVu Sans",sans-serif}
            @media(prefers-color-scheme:dark){svg{--ink:#e7eaf0;--soft:#9aa4b5;--grid:#323844;\
            --paper:#171a21;--good:#4cc38a;--bad:#ff6b61;--unsure:#9aa4b5;--fault:#ff6b61;\
            --a:#7fa6ff;--b:#f5b257;--c:#b897f5;--d:#4fd0d0;--phase0:#232834;--phase1:#2c3240}}
            text{fill:var(--ink)}.title{font-size:15px;font-weight:600}.soft{fill:var(--soft)}
            .small{font-size:11px}.end{text-anchor:end}.mid{text-anchor:middle}
            .bold{font-weight:600}
            .soft-end{fill:var(--soft);text-anchor:end}
            .soft-mid{fill:var(--soft);text-anchor:middle}
            .paper{fill:var(--paper)}.grid{stroke:var(--grid)}.axis{stroke:var(--soft)}
            .zero{stroke:var(--fault);stroke-dasharray:3 3}
            .phase0{fill:var(--phase0)}.phase1{fill:var(--phase1)}
            .fault{fill:var(--fault)}.on-fault{fill:#fff;font-size:11px}
            .outage{fill:var(--bad);opacity:.12}.outage-edge{stroke:var(--bad);stroke-width:1.5}
            .outage-text{fill:var(--bad);font-weight:600}
            .good{fill:var(--good)}.bad{fill:var(--bad)}.unsure{fill:var(--unsure)}
            .ring{stroke:var(--paper);stroke-width:1.5}.served{fill:var(--good);opacity:.3}
            .line-good{fill:none;stroke:var(--good);stroke-width:1.6}
            .a{fill:var(--a)}.b{fill:var(--b)}.c{fill:var(--c)}.d{fill:var(--d)}
            .line-a{fill:none;stroke:var(--a);stroke-width:1.6}
            .line-b{fill:none;stroke:var(--b);stroke-width:1.6}
            .line-c{fill:none;stroke:var(--c);stroke-width:1.6}
            .line-d{fill:none;stroke:var(--d);stroke-width:1.6}
            .thin{stroke-dasharray:4 3;stroke-width:1.2}.on-bar{fill:#fff;font-size:11px}
            @media(prefers-color-scheme:dark){.on-bar,.on-fault{fill:#10131a}}
            """;

    private final StringBuilder body = new StringBuilder();
    private final StringBuilder style = new StringBuilder(STYLE);
    private final int width;
    private final String title;

    /** A place. */
    record At(double x, double y) {}

    /** An area, from its upper left corner. */
    record Box(double x, double y, double width, double height) {}

    Svg(int width, String title) {
        this.width = width;
        this.title = title;
    }

    /** Draws a box; the hint shows where a pointer rests on it, empty for none. */
    void box(Box box, String style, String hint) {
        body.append("<rect x='").append(number(box.x())).append("' y='").append(number(box.y()));
        body.append("' width='").append(number(Math.max(0, box.width())));
        body.append("' height='").append(number(Math.max(0, box.height()))).append("' rx='2'");
        close(style, hint, "rect");
    }

    /** Draws a dot. */
    void dot(At at, String style, String hint) {
        body.append("<circle cx='").append(number(at.x())).append("' cy='").append(number(at.y()));
        body.append("' r='4.5'");
        close(style, hint, "circle");
    }

    private void close(String style, String hint, String element) {
        body.append(" class='").append(style).append("'>");
        if (!hint.isEmpty()) {
            body.append("<title>").append(escape(hint)).append("</title>");
        }
        body.append("</").append(element).append(">\n");
    }

    /** Draws a straight line. */
    void line(At from, At to, String style) {
        body.append("<line x1='")
                .append(number(from.x()))
                .append("' y1='")
                .append(number(from.y()));
        body.append("' x2='").append(number(to.x())).append("' y2='").append(number(to.y()));
        body.append("' class='").append(style).append("'/>\n");
    }

    /** Draws a path in SVG's own notation, made of numbers by {@link #number}. */
    void path(String path, String style) {
        body.append("<path d='").append(path).append("' class='").append(style).append("'/>\n");
    }

    /** Draws a closed path, made of numbers by {@link #number}; the hint as for a box. */
    void shape(String path, String style, String hint) {
        body.append("<path d='").append(path).append("'");
        close(style, hint, "path");
    }

    /** Draws a cross, so far to each side. */
    void cross(At at, double reach, String style) {
        for (int slope : new int[] {1, -1}) {
            line(
                    new At(at.x() - reach, at.y() - slope * reach),
                    new At(at.x() + reach, at.y() + slope * reach),
                    style);
        }
    }

    /** Adds to the style; pictures that need no more keep what they have. */
    void style(String more) {
        style.append(more);
    }

    /** Writes a text. */
    void text(At at, String style, String text) {
        body.append("<text x='").append(number(at.x())).append("' y='").append(number(at.y()));
        body.append("' class='").append(style).append("'>").append(escape(text));
        body.append("</text>\n");
    }

    /** Gives the whole picture. */
    String done(double height) {
        String tall = number(Math.ceil(height));
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + width + " " + tall
                + "' width='" + width + "' height='" + tall + "' role='img'>\n<title>"
                + escape(title) + "</title>\n<style>" + style + "</style>\n"
                + "<rect width='100%' height='100%' class='paper'/>\n" + body + "</svg>\n";
    }

    /** Writes a coordinate, the same on every machine. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /**
     * Makes a text harmless: markup is shown; characters that XML forbids, that control a terminal
     * or that turn the direction of writing become a mark.
     */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(allowed(point) ? point : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean allowed(int point) {
        return point == '\t'
                || point == '\n'
                || point >= 0x20 && point < 0x7F
                || point > 0x9F && point <= 0xD7FF && !turns(point)
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }

    /** Whether it turns the direction of what follows: a sender could make our words lie. */
    private static boolean turns(int point) {
        return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
    }
}

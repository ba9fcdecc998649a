package io.firedrill.evidence;

import io.firedrill.evidence.Svg.At;
import io.firedrill.evidence.Svg.Box;

import java.util.Comparator;
import java.util.Set;

/** Explains the lanes of channels: only what is drawn in them, in as many rows as that takes. */
final class LanesLegend {
    /** The first to begin first; of those the longest. */
    static final Comparator<Course.Span> BY_BEGIN = Comparator.comparingDouble(Course.Span::from)
            .thenComparing(Comparator.comparingDouble(Course.Span::to).reversed());

    /** What the lanes need beyond the style of every picture. */
    static final String STYLE = """
            svg{--told-b:#b45309;--told-a:#2f5fc4;--told-c:#6d43bd;--told-good:#1f7a4a;\
            --told-bad:#c02520}
            @media(prefers-color-scheme:dark){svg{--told-b:#f5b257;--told-a:#8fb1ff;\
            --told-c:#c4a6ff;--told-good:#5fd39b;--told-bad:#ff8a80}}
            .told{fill:var(--paper);stroke-width:2}.bar{fill:var(--paper);stroke-width:2}
            .told-a{stroke:var(--told-a)}.told-b{stroke:var(--told-b)}.told-c{stroke:var(--told-c)}
            .told-good{stroke:var(--told-good)}.told-other{stroke:var(--soft)}
            .told-lost{stroke:var(--told-bad);stroke-dasharray:3 2}
            .bar-none{fill:var(--paper);stroke:var(--told-bad);stroke-dasharray:3 2}
            .letters{font-size:10.5px;font-weight:600;text-anchor:middle}
            .broken{fill:var(--told-bad);font-weight:700}
            .broken-line{stroke:var(--told-bad);stroke-width:2.4}
            .hatch{stroke:var(--told-bad);stroke-width:1;opacity:.55;fill:none}
            .hatch-edge{fill:none;pointer-events:all;stroke:var(--told-bad);opacity:.7}
            .promise{stroke:var(--ink);stroke-dasharray:2 3}.unseen{fill-opacity:0}
            .test{fill:var(--paper);stroke:var(--soft)}.told-act{fill:var(--ink)}
            """;

    private static final int ROW = 30;
    private static final double LETTER = 6.2;

    private final Svg svg;
    private final double left;
    private final double right;
    private double x;
    private double y;

    LanesLegend(Svg svg, Axis axis, double top) {
        this.svg = svg;
        this.left = axis.left();
        this.right = axis.left() + axis.width();
        this.x = left;
        this.y = top + 16;
    }

    /** Draws it, and gives the height below. */
    double draw(Told told, Set<StateMark> used) {
        for (StateMark state : used) {
            At at = place(28, state.words());
            ChannelLanes.draw(svg, at, new Marks.Mark(at.x(), 0, state, false, false, ""));
        }
        if (!told.failures().isEmpty()) {
            svg.cross(place(14, "did not reach its recipient"), 5, "broken-line");
        }
        if (told.ways().stream().anyMatch(way -> !way.faults().isEmpty())) {
            At at = place(18, "fault on this channel");
            hatched(at);
        }
        if (told.notices().stream().anyMatch(notice -> notice.promised().isPresent())) {
            At at = place(16, "next update promised by then; ! = none had come");
            svg.line(new At(at.x() - 4, at.y() - 9), new At(at.x() - 4, at.y() + 9), "promise");
            svg.text(new At(at.x(), at.y() - 1), "broken", "!");
        }
        if (told.notices().stream().anyMatch(Notice::test) || !told.proofs().isEmpty()) {
            At at = place(10, "channel tried before anything was broken");
            String dot = "M" + Svg.number(at.x() - 3) + " " + Svg.number(at.y());
            svg.shape(dot + "a3 3 0 1 0 6 0a3 3 0 1 0 -6 0Z", "test", "");
        }
        return y + 24;
    }

    /** Writes the words of a sign, and gives the middle of the place for the sign itself. */
    private At place(double sign, String words) {
        double width = sign + 6 + words.length() * LETTER + 18;
        if (x > left && x + width > right) {
            x = left;
            y += ROW;
        }
        At middle = new At(x + sign / 2, y);
        svg.text(new At(x + sign + 6, y + 4), "soft small", words);
        x += width;
        return middle;
    }

    private void hatched(At at) {
        for (int step = -6; step <= 6; step += 6) {
            At from = new At(at.x() + step - 4, at.y() + 7);
            svg.line(from, new At(at.x() + step + 4, at.y() - 7), "hatch");
        }
        svg.box(new Box(at.x() - 9, at.y() - 7, 18, 14), "hatch-edge", "");
    }
}

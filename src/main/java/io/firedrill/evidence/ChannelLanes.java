package io.firedrill.evidence;

import io.firedrill.evidence.Svg.At;
import io.firedrill.evidence.Svg.Box;
import io.firedrill.evidence.Told.Stretch;
import io.firedrill.evidence.Told.Way;
import io.firedrill.journal.Event;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws what people were told, a lane for each channel, on the axis of the picture: messages as
 * marks by state, pages as bars of what they showed, and what came in the way.
 */
final class ChannelLanes {
    private static final int HEAD = 26;
    private static final int LANE = 36;
    private static final int LEVEL = 24;
    private static final int NAME = 20;
    private static final double LETTER = 6.5;

    private final Course course;
    private final Told told;
    private final Axis axis;
    private final Svg svg;
    private final List<Marks> marks;
    private final Set<StateMark> used = EnumSet.noneOf(StateMark.class);
    private double y;

    ChannelLanes(Course course, Told told, Axis axis, Svg svg) {
        this.course = course;
        this.told = told;
        this.axis = axis;
        this.svg = svg;
        this.marks = told.ways().stream()
                .map(way -> Marks.of(course, told, axis, way))
                .toList();
    }

    /** Gives how much room the lanes take. */
    double height() {
        double lanes = marks.stream().mapToDouble(ChannelLanes::height).sum();
        return HEAD + lanes + (told.people().isEmpty() ? 0 : LANE);
    }

    private static double height(Marks marks) {
        return LANE + marks.levels() * LEVEL;
    }

    /** Draws them from a height on. */
    void draw(double top) {
        y = top;
        svg.style(LanesLegend.STYLE);
        outages(top + HEAD, top + height());
        String scale = told.time().said();
        String said = "what people were told" + (scale.isEmpty() ? "" : " (" + scale + ")");
        svg.text(new At(axis.left(), y + 17), "bold", said);
        y += HEAD;
        for (int index = 0; index < marks.size(); index++) {
            lane(told.ways().get(index), marks.get(index));
            y += height(marks.get(index));
        }
        if (!told.people().isEmpty()) {
            people();
            y += LANE;
        }
    }

    /** Explains what was drawn, and gives the height below. */
    double legend(double top) {
        return new LanesLegend(svg, axis, top).draw(told, used);
    }

    /** Shades the time in which customers of any journey were not served. */
    private void outages(double top, double bottom) {
        List<Course.Span> dark = course.journeys().stream()
                .flatMap(journey -> journey.outages().stream())
                .toList();
        double until = Double.NEGATIVE_INFINITY;
        for (Course.Span span : dark.stream().sorted(LanesLegend.BY_BEGIN).toList()) {
            if (span.to() > until) {
                double from = Math.max(until, span.from());
                Course.Span rest = new Course.Span("", from, span.to());
                svg.box(axis.box(rest, top, bottom - top), "outage", "");
                until = span.to();
            }
        }
    }

    private void label(String name, String below) {
        svg.text(new At(axis.left() - 10, y + 16), "end", TimelinePicture.clipped(name, NAME));
        if (!below.isEmpty() && !below.equals(name)) {
            String small = TimelinePicture.clipped(below, NAME);
            svg.text(new At(axis.left() - 10, y + 29), "soft-end small", small);
        }
        svg.line(new At(axis.left(), y), new At(axis.left() + axis.width(), y), "grid");
    }

    private void lane(Way way, Marks here) {
        label(way.name(), way.speaks());
        way.faults().forEach(fault -> hatch(fault, height(here)));
        told.shownOn(way.name()).forEach(this::shown);
        List<Promise> promises = promises(way);
        promises.forEach(promise -> promise(promise, height(here)));
        small(way);
        here.marks().forEach(this::mark);
        promises.stream().filter(Promise::broken).forEach(promise -> {
            At corner = new At(x(promise.by()) + 3, y + height(here) - 3);
            svg.text(corner, "broken", "!");
        });
    }

    /** A fault on the way of a channel: hatched, with its name. */
    private void hatch(Stretch fault, double height) {
        Course.Span span = new Course.Span(
                fault.name(), course.seconds(fault.from()), course.seconds(fault.to()));
        if (!axis.shows(span)) {
            return;
        }
        Box box = axis.box(span, y + 1, height - 2);
        StringBuilder path = new StringBuilder();
        for (double x = box.x() - box.height(); x < box.x() + box.width(); x += 8) {
            double cut = Math.max(0, box.x() - x);
            double end = Math.min(box.height(), box.x() + box.width() - x);
            path.append('M').append(Svg.number(x + cut)).append(' ');
            path.append(Svg.number(box.y() + box.height() - cut)).append('L');
            path.append(Svg.number(x + end)).append(' ');
            path.append(Svg.number(box.y() + box.height() - end));
        }
        svg.path(path.toString(), "hatch");
        svg.box(box, "hatch-edge", "fault on this channel: " + fault.name());
    }

    private void shown(Told.Shown shown) {
        Course.Span span = new Course.Span(
                shown.what(), course.seconds(shown.from()), course.seconds(shown.to()));
        if (!axis.shows(span)) {
            return;
        }
        StateMark state = StateMark.of(shown.state());
        Box box = axis.box(span, y + 7, LANE - 14);
        String style = shown.state().isEmpty() ? "bar-none" : "bar " + state.style();
        String when = told.time().both(span.width());
        svg.box(box, style, shown.channel() + " showed: " + shown.what() + ", for " + when);
        double room = box.width() - 8;
        boolean words = shown.what().length() * LETTER < room;
        if (words || !shown.state().isEmpty() && state.letters().length() * 8 < room) {
            String text = words ? shown.what() : state.letters();
            svg.text(new At(box.x() + 5, y + 22), "small", text);
        }
        if (!words && !shown.state().isEmpty()) {
            used.add(state);
        }
    }

    /** A notice that came after the time it promises is late itself, and promises nothing. */
    private List<Promise> promises(Way way) {
        Set<Long> places = new HashSet<>();
        return Promise.in(told.on(way.name()), told.end()).stream()
                .filter(promise -> promise.by() > promise.notice().at().lo())
                .filter(promise -> course.seconds(promise.by()) <= axis.to())
                .filter(promise -> course.seconds(promise.by()) >= axis.from())
                .filter(promise -> places.add(Math.round(x(promise.by()))))
                .toList();
    }

    /** A thin line where the next update was promised by. */
    private void promise(Promise promise, double height) {
        double x = x(promise.by());
        svg.line(new At(x, y + 2), new At(x, y + height - 2), "promise");
        String hint = "next update promised by then; " + promise.said(told);
        svg.box(new Box(x - 4, y + 2, 8, height - 4), "unseen", hint);
    }

    private double x(long nanos) {
        return axis.x(course.seconds(nanos));
    }

    /** Test messages, and whether the channel was proven alive. */
    private void small(Way way) {
        double last = Double.NEGATIVE_INFINITY;
        for (Notice notice : told.on(way.name())) {
            double at = course.seconds(notice.at().hi());
            if (notice.test() && at >= axis.from() && axis.x(at) - last >= 6) {
                last = axis.x(at);
                dot(last, "test message on " + way.name());
            }
        }
        for (Event.ChannelProven proven : told.proofs()) {
            double at = course.seconds(proven.end());
            if (proven.channel().equals(way.name()) && at >= axis.from()) {
                String hint = ToldText.of(proven).orElse("");
                if (proven.alive()) {
                    dot(axis.x(at), hint);
                } else {
                    svg.cross(new At(axis.x(at), y + 9), 4, "broken-line");
                    svg.text(new At(axis.x(at) + 8, y + 13), "broken small", "not proven alive");
                }
            }
        }
    }

    private void dot(double x, String hint) {
        String path = "M" + Svg.number(x - 3) + " " + Svg.number(y + 9)
                + "a3 3 0 1 0 6 0a3 3 0 1 0 -6 0Z";
        svg.shape(path, "test", hint);
    }

    private void mark(Marks.Mark mark) {
        At at = new At(mark.x(), y + 18 + mark.level() * LEVEL);
        if (mark.stray()) {
            svg.cross(at, 6, "broken-line");
            svg.box(new Box(at.x() - 7, at.y() - 7, 14, 14), "unseen", mark.hint());
            return;
        }
        used.add(mark.state());
        draw(svg, at, mark);
    }

    /** Draws a mark around a place; also in the legend. */
    static void draw(Svg svg, At at, Marks.Mark mark) {
        StateMark state = mark.state();
        String style = mark.lost() ? "told told-lost" : "told " + state.style();
        svg.shape(state.outline(at.x(), at.y()), style, mark.hint());
        svg.text(new At(at.x(), at.y() + 4), "letters", state.letters());
        if (mark.lost()) {
            svg.cross(new At(at.x() + 11, at.y() - 9), 4, "broken-line");
        }
    }

    private void people() {
        label("people", "");
        List<Event.PersonActed> acts = told.people().stream()
                .filter(act -> course.seconds(act.end()) >= axis.from())
                .toList();
        for (int index = 0; index < acts.size(); index++) {
            act(acts, index);
        }
    }

    /** Every other word stands lower, so that two at nearly the same time can both be read. */
    private void act(List<Event.PersonActed> acts, int index) {
        Event.PersonActed act = acts.get(index);
        double x = axis.x(course.seconds(act.end()));
        double top = y + (index % 2 == 0 ? 5 : 19);
        svg.box(new Box(x - 2, top, 4, 13), "told-act", ToldText.act(act));
        String words = Stream.of(act.role(), act.act(), act.standIn() ? "(stand-in)" : "")
                .map(ToldText::clipped)
                .collect(Collectors.joining(" "))
                .strip();
        double length = 8 + words.length() * LETTER;
        boolean last = index + 2 >= acts.size();
        double end = axis.left() + axis.width();
        double room = last ? end : axis.x(course.seconds(acts.get(index + 2).end()));
        if (x + length < room) {
            svg.text(new At(x + 7, top + 10), "small", words);
        } else if (last) {
            svg.text(new At(x - 7, top + 10), "small end", words);
        }
    }
}

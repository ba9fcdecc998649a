package io.firedrill.evidence;

import io.firedrill.check.Verdict;
import io.firedrill.evidence.Svg.At;
import io.firedrill.evidence.Svg.Box;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Draws what happened in a drill on one axis of time: phases, faults with what witnesses saw of
 * them, who held each role, the share of customers served, what the platform saw of the components.
 */
final class TimelinePicture {
    private static final int WIDTH = 1000;
    private static final int LEFT = 150;
    private static final int LANE = 24;
    private static final int CURVE = 70;
    private static final String[] COLOURS = {"a", "b", "c", "d"};

    private final Course course;
    private final Axis axis;
    private final Svg svg;
    private final Optional<ChannelLanes> channels;
    private final List<String> known = new ArrayList<>();
    private double y = 58;

    private TimelinePicture(Course course, Optional<Told> told) {
        this.course = course;
        this.axis = new Axis(course.from(), course.to(), LEFT, WIDTH - LEFT - 20);
        this.svg = new Svg(WIDTH, title(course));
        this.channels = told.map(all -> new ChannelLanes(course, all, axis, svg));
    }

    /** Draws the picture; with lanes of channels where people were to be told. */
    static String draw(Course course) {
        return new TimelinePicture(course, Told.of(course)).draw();
    }

    private String draw() {
        heading();
        axis.draw(svg, y - 4, bottom());
        phases();
        course.faults().forEach(this::fault);
        course.holders().forEach(this::role);
        course.journeys().forEach(this::journey);
        channels.ifPresent(this::channels);
        components();
        legend(y + 56);
        double end = y + 74;
        return svg.done(channels.map(lanes -> lanes.legend(end)).orElse(end));
    }

    private double bottom() {
        int lanes = 1 + course.faults().size() + course.holders().size() + lanes().size();
        double told = channels.map(ChannelLanes::height).orElse(0.0);
        return y + lanes * (LANE + 6) + course.journeys().size() * (CURVE + 14) + told;
    }

    private void channels(ChannelLanes lanes) {
        lanes.draw(y);
        next(lanes.height());
    }

    private static String title(Course course) {
        boolean dry = course.drill().result().dry();
        return (dry ? Leaf.DRY + ". " : "") + course.drill().scenario().id() + ": "
                + course.drill().scenario().title();
    }

    private void heading() {
        svg.text(new At(16, 24), "title", title(course));
        Verdict.Status status = course.drill().result().status();
        String style = status == Verdict.Status.PASS
                ? "good"
                : status == Verdict.Status.FAIL ? "bad" : "unsure";
        svg.text(new At(16, 42), style + " bold", status.name());
        svg.text(
                new At(LEFT, 42),
                "soft",
                when(course) + " on " + course.drill().scenario().system().title());
    }

    private static String when(Course course) {
        String instant =
                course.drill().started().truncatedTo(ChronoUnit.SECONDS).toString();
        return instant.replace('T', ' ').replace("Z", " UTC");
    }

    private void label(String text, double middle) {
        svg.text(new At(LEFT - 10, middle + 4), "end", clipped(text, 20));
    }

    /** Cuts a text to so many characters. */
    static String clipped(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "\u2026";
    }

    private void next(double height) {
        y += height;
    }

    private void phases() {
        label("phase", y + LANE / 2.0);
        int index = 0;
        for (Course.Span phase : course.phases()) {
            if (axis.shows(phase) && phase.to() > axis.from()) {
                Box box = axis.box(phase, y, LANE);
                String name = phase.name().toLowerCase(Locale.ROOT);
                svg.box(box, "phase" + index++ % 2, name + " " + Figures.seconds(phase.width()));
                if (box.width() > name.length() * 7) {
                    svg.text(new At(box.x() + 5, y + 16), "soft small", name);
                }
            }
        }
        next(LANE + 6);
    }

    private void fault(Course.Fault fault) {
        label("fault", y + LANE / 2.0);
        Box box = axis.box(fault.span(), y, LANE);
        String title = fault.span().name();
        svg.box(box, "fault", title + ": " + Figures.seconds(fault.span().width()));
        double length = title.length() * 6.5;
        if (box.width() > length + 40) {
            svg.text(new At(box.x() + box.width() / 2, y + 16), "on-fault mid", title);
        } else if (box.x() + box.width() + 12 + length < WIDTH) {
            svg.text(new At(box.x() + box.width() + 12, y + 16), "small", title);
        } else {
            svg.text(new At(box.x() - 12, y + 16), "small end", title);
        }
        fault.proofs().forEach(this::proof);
        next(LANE + 6);
    }

    /** Green where the witness saw what must be. */
    private void proof(Course.Proof proof) {
        String style = switch (proof.good()) {
            case YES -> "good ring";
            case NO -> "bad ring";
            case UNKNOWN -> "unsure ring";
        };
        svg.dot(new At(axis.x(proof.at()), y + LANE / 2.0), style, proof.text());
    }

    private void role(String role, List<Course.Span> spans) {
        label(role, y + LANE / 2.0);
        for (Course.Span span : spans) {
            if (axis.shows(span)) {
                Box box = axis.box(span, y, LANE);
                svg.box(box, colour(span.name()), span.name() + " holds " + role);
                if (box.width() > span.name().length() * 7) {
                    svg.text(new At(box.x() + 6, y + 16), "on-bar", span.name());
                }
            }
        }
        next(LANE + 6);
    }

    private String colour(String name) {
        if (!known.contains(name)) {
            known.add(name);
        }
        return COLOURS[known.indexOf(name) % COLOURS.length];
    }

    private void journey(Course.Journey journey) {
        label(journey.name(), y + 18);
        svg.text(new At(LEFT - 10, y + 37), "soft-end small", "share served,");
        svg.text(new At(LEFT - 10, y + 51), "soft-end small", "0 to 100 %");
        double base = y + CURVE;
        journey.outages().forEach(outage -> outage(outage, base));
        Bins bins = new Bins(axis, journey.attempts());
        Trace trace = new Trace();
        for (int bin = 0; bin < bins.size(); bin++) {
            if (bins.any(bin)) {
                double height = base - bins.share(bin) * (CURVE - 6);
                trace.level(axis.x(bins.from(bin)), axis.x(bins.to(bin)), height, base);
            } else {
                trace.gap();
            }
        }
        svg.path(trace.area(), "served");
        svg.path(trace.line(), "line-good");
        svg.line(new At(LEFT, base), new At(WIDTH - 20, base), "grid");
        journey.outages().forEach(outage -> length(outage, base));
        next(CURVE + 14);
    }

    private void outage(Course.Span outage, double base) {
        Box box = axis.box(outage, base - CURVE, CURVE);
        String hint = "customers were not served for " + outage.name();
        svg.box(box, "outage", hint);
        for (double x : new double[] {box.x(), box.x() + box.width()}) {
            svg.line(new At(x, base - CURVE), new At(x, base), "outage-edge");
        }
    }

    private void length(Course.Span outage, double base) {
        Box box = axis.box(outage, base - CURVE, CURVE);
        String text = "outage " + outage.name();
        boolean inside = box.width() > text.length() * 7;
        double x = inside ? box.x() + box.width() / 2 : box.x() + box.width() + 8;
        svg.text(new At(x, base - CURVE / 2.0), "outage-text" + (inside ? " mid" : ""), text);
    }

    /** Only components of which anything was seen while the picture lasts. */
    private Set<String> lanes() {
        Set<String> lanes = new LinkedHashSet<>();
        course.components().stream()
                .filter(mark -> mark.at() >= axis.from())
                .forEach(mark -> lanes.add(mark.lane()));
        return lanes;
    }

    private void components() {
        for (String lane : lanes()) {
            label(lane, y + LANE / 2.0);
            marks(course.components().stream()
                    .filter(mark -> mark.lane().equals(lane) && mark.at() >= axis.from())
                    .toList());
            next(LANE + 6);
        }
    }

    /** Ticks, each with its word where there is room until the next one. */
    private void marks(List<Course.Mark> marks) {
        for (int index = 0; index < marks.size(); index++) {
            Course.Mark mark = marks.get(index);
            double x = axis.x(mark.at());
            String hint = mark.lane() + ": " + mark.what() + " at " + Figures.seconds(mark.at());
            svg.box(new Box(x - 1.5, y + 3, 3, LANE - 6), sign(mark.what()), hint);
            boolean last = index == marks.size() - 1;
            double room = last ? WIDTH : axis.x(marks.get(index + 1).at());
            if (x + 6 + mark.what().length() * 6.5 < room) {
                svg.text(new At(x + 5, y + 16), "small", mark.what());
            }
        }
    }

    private static String sign(String state) {
        return switch (state) {
            case "start", "healthy", "unpause" -> "good";
            case "die", "kill", "oom", "unhealthy", "pause", "stop" -> "bad";
            default -> "unsure";
        };
    }

    private void legend(double at) {
        svg.dot(new At(LEFT + 5, at - 4), "good ring", "");
        svg.text(new At(LEFT + 15, at), "soft small", "a witness saw what must be");
        svg.dot(new At(LEFT + 185, at - 4), "bad ring", "");
        svg.text(new At(LEFT + 195, at), "soft small", "saw the contrary");
        svg.dot(new At(LEFT + 305, at - 4), "unsure ring", "");
        svg.text(new At(LEFT + 315, at), "soft small", "could not tell");
        svg.box(new Box(LEFT + 415, at - 10, 14, 10), "outage", "");
        svg.text(new At(LEFT + 434, at), "soft small", "outage as measured");
        svg.box(new Box(LEFT + 560, at - 10, 14, 10), "served", "");
        svg.text(new At(LEFT + 579, at), "soft small", "share of attempts served");
    }
}

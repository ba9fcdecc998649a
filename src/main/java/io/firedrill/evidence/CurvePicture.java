package io.firedrill.evidence;

import io.firedrill.evidence.Svg.At;
import io.firedrill.evidence.Svg.Box;

import java.util.function.IntToDoubleFunction;

/**
 * Draws what customers felt: for each journey how many were served in a second, and how long those
 * waited (half of them, and 99 of 100).
 */
final class CurvePicture {
    private static final int WIDTH = 1000;
    private static final int LEFT = 150;
    private static final int CURVE = 90;
    private static final int GAP = 22;

    private final Course course;
    private final Axis axis;
    private final Svg svg;
    private double y = 44;

    private CurvePicture(Course course) {
        this.course = course;
        this.axis = new Axis(course.from(), course.to(), LEFT, WIDTH - LEFT - 20);
        this.svg = new Svg(WIDTH, title(course));
    }

    private static String title(Course course) {
        return "What customers felt in " + course.drill().scenario().id();
    }

    /** Draws the picture. */
    static String draw(Course course) {
        return new CurvePicture(course).draw();
    }

    private String draw() {
        svg.text(new At(16, 24), "title", title(course));
        double bottom = y + course.journeys().size() * 2 * (CURVE + GAP);
        course.faults().forEach(fault -> fault(fault, bottom));
        axis.draw(svg, y - 4, bottom);
        for (Course.Journey journey : course.journeys()) {
            Bins bins = new Bins(axis, journey.attempts());
            served(journey.name(), bins);
            latency(bins);
        }
        legend(bottom + 56);
        return svg.done(bottom + 74);
    }

    private void fault(Course.Fault fault, double bottom) {
        Box box = axis.box(fault.span(), y - 4, bottom - y + 4);
        svg.box(box, "outage", fault.span().name());
    }

    private void served(String journey, Bins bins) {
        double most = 1;
        for (int bin = 0; bin < bins.size(); bin++) {
            most = Math.max(most, bins.perSecond(bin));
        }
        svg.text(new At(LEFT - 40, y + 26), "end bold", journey);
        svg.text(new At(LEFT - 40, y + 44), "soft-end small", "served per second");
        Scale scale = new Scale(y, Scale.round(most));
        scale.draw(Figures.plain(scale.most()));
        Trace trace = new Trace();
        for (int bin = 0; bin < bins.size(); bin++) {
            level(trace, bins, bin, scale.y(bins.perSecond(bin)));
        }
        svg.path(trace.area(), "served");
        svg.path(trace.line(), "line-good");
        y += CURVE + GAP;
    }

    private void latency(Bins bins) {
        double most = 0.001;
        for (int bin = 0; bin < bins.size(); bin++) {
            most = bins.anyServed(bin) ? Math.max(most, bins.latency(bin, 99)) : most;
        }
        svg.text(new At(LEFT - 40, y + 26), "soft-end small", "waited, ms");
        svg.text(new At(LEFT - 40, y + 44), "soft-end small", "(those served)");
        Scale scale = new Scale(y, Scale.round(most * 1000));
        scale.draw(Figures.plain(scale.most()));
        svg.path(trace(bins, bin -> scale.y(bins.latency(bin, 99) * 1000)), "line-b");
        svg.path(trace(bins, bin -> scale.y(bins.latency(bin, 50) * 1000)), "line-a");
        y += CURVE + GAP;
    }

    private String trace(Bins bins, IntToDoubleFunction height) {
        Trace trace = new Trace();
        for (int bin = 0; bin < bins.size(); bin++) {
            if (bins.anyServed(bin)) {
                level(trace, bins, bin, height.applyAsDouble(bin));
            } else {
                trace.gap();
            }
        }
        return trace.line();
    }

    private void level(Trace trace, Bins bins, int bin, double height) {
        trace.level(axis.x(bins.from(bin)), axis.x(bins.to(bin)), height, y + CURVE);
    }

    private void legend(double at) {
        svg.box(new Box(LEFT, at - 10, 14, 10), "served", "");
        svg.text(new At(LEFT + 19, at), "soft small", "served per second");
        svg.box(new Box(LEFT + 150, at - 7, 14, 3), "a", "");
        svg.text(new At(LEFT + 169, at), "soft small", "half of them waited less");
        svg.box(new Box(LEFT + 330, at - 7, 14, 3), "b", "");
        svg.text(new At(LEFT + 349, at), "soft small", "99 of 100 waited less");
        svg.box(new Box(LEFT + 500, at - 10, 14, 10), "outage", "");
        svg.text(new At(LEFT + 519, at), "soft small", "a fault is on");
    }

    /** The scale of one curve: zero at its base, a round number at its top. */
    private final class Scale {
        private final double top;
        private final double most;

        Scale(double top, double most) {
            this.top = top;
            this.most = most;
        }

        double most() {
            return most;
        }

        double y(double value) {
            return top + CURVE - value / most * CURVE;
        }

        void draw(String highest) {
            svg.line(new At(LEFT, top), new At(WIDTH - 20, top), "grid");
            svg.line(new At(LEFT, top + CURVE), new At(WIDTH - 20, top + CURVE), "axis");
            svg.text(new At(LEFT - 6, top + 6), "soft-end small", highest);
            svg.text(new At(LEFT - 6, top + CURVE + 4), "soft-end small", "0");
        }

        static double round(double value) {
            double power = Math.pow(10, Math.floor(Math.log10(value)));
            for (double step : new double[] {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10}) {
                if (value <= step * power) {
                    return step * power;
                }
            }
            return 10 * power;
        }
    }
}

package io.firedrill.evidence;

import io.firedrill.check.Verdict;
import io.firedrill.evidence.Svg.At;
import io.firedrill.evidence.Svg.Box;
import io.firedrill.scenario.Objective;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws what the time to recovery was made of: from the moment at which customers were hit until it
 * was noticed, until a role moved, until they were served again; each with its error, and the limit
 * beside them.
 */
public final class SplitPicture {
    private static final Pattern PART = Pattern.compile("(.+) after impact");
    private static final Pattern TIME =
            Pattern.compile("([0-9]+\\.[0-9]+) s \\(\\+-([0-9]+\\.[0-9]+)\\)");
    private static final int WIDTH = 1000;
    private static final int LEFT = 210;
    private static final int ROW = 32;
    private static final double TOP = 44;

    private final List<Part> parts;
    private final Optional<Double> limit;
    private final Svg svg;
    private final Axis axis;

    /** A part of the clock, in seconds since impact. */
    private record Part(String name, double middle, double error) {}

    private SplitPicture(String title, List<Part> parts, Optional<Double> limit) {
        this.parts = parts;
        this.limit = limit;
        this.svg = new Svg(WIDTH, title);
        double last = parts.stream()
                .mapToDouble(part -> part.middle() + part.error())
                .max()
                .orElse(1);
        double most = Math.max(1, 1.12 * Math.max(last, limit.orElse(0.0)));
        this.axis = new Axis(0, most, LEFT, WIDTH - LEFT - 20);
    }

    /** Draws it; empty for a verdict that has no such parts. */
    public static Optional<String> draw(Drilled drill, Verdict verdict) {
        List<Part> parts = parts(verdict);
        String title = "What the time of " + verdict.id() + " was made of";
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new SplitPicture(title, parts, limit(drill, verdict)).draw(title));
    }

    private static List<Part> parts(Verdict verdict) {
        List<Part> parts = new ArrayList<>();
        verdict.details().forEach((name, text) -> {
            Matcher part = PART.matcher(name);
            Matcher time = TIME.matcher(text);
            if (part.matches() && time.matches()) {
                parts.add(new Part(
                        words(part.group(1)),
                        Double.parseDouble(time.group(1)),
                        Double.parseDouble(time.group(2))));
            }
        });
        return List.copyOf(parts);
    }

    private static String words(String part) {
        return part.equals("recovered") ? "customers served again" : part;
    }

    private static Optional<Double> limit(Drilled drill, Verdict verdict) {
        return drill.scenario().objectives().stream()
                .filter(objective -> objective.id().equals(verdict.id()))
                .map(Objective::settings)
                .flatMap(settings -> settings.find("within", Object.class).stream())
                .filter(Duration.class::isInstance)
                .map(Duration.class::cast)
                .map(within -> within.toNanos() / 1e9)
                .findFirst();
    }

    private String draw(String title) {
        svg.text(new At(16, 24), "title", title);
        double bottom = TOP + parts.size() * ROW;
        axis.draw(svg, TOP - 4, bottom, "seconds since customers were hit");
        for (int index = 0; index < parts.size(); index++) {
            part(parts.get(index), TOP + index * ROW);
        }
        limit.ifPresent(most -> limit(most, bottom));
        return svg.done(bottom + 62);
    }

    private void part(Part part, double y) {
        String name = ToldText.clipped(part.name(), 28);
        svg.text(new At(LEFT - 10, y + 18), "end", name);
        double middle = axis.x(part.middle());
        String said = Figures.plain(part.middle()) + " s \u00b1" + Figures.plain(part.error());
        svg.box(new Box(LEFT, y + 5, Math.max(2, middle - LEFT), 18), "a", name + ": " + said);
        double low = axis.x(part.middle() - part.error());
        double high = axis.x(part.middle() + part.error());
        svg.line(new At(low, y + 14), new At(high, y + 14), "axis");
        svg.line(new At(low, y + 9), new At(low, y + 19), "axis");
        svg.line(new At(high, y + 9), new At(high, y + 19), "axis");
        double words = said.length() * 7.0;
        boolean fits = high + 8 + words < WIDTH - 10;
        svg.text(new At(fits ? high + 8 : LEFT + 8, y + 18), fits ? "small" : "on-bar", said);
    }

    private void limit(double most, double bottom) {
        double x = axis.x(most);
        svg.line(new At(x, TOP - 8), new At(x, bottom), "zero");
        svg.text(new At(x - 6, bottom + 48), "bad end", "limit " + Figures.plain(most) + " s");
        svg.line(new At(x, bottom), new At(x, bottom + 50), "zero");
    }
}

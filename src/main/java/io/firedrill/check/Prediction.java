package io.firedrill.check;

import io.firedrill.check.Verdict.Measured;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the authors of a drill predicted of an objective, beside what was measured. It is said in
 * the report and is no verdict: a surprise is worth knowing, whether good or bad.
 *
 * @param name id of the objective
 * @param predicted as written: {@code 15s..25s}; {@code 20s} or {@code 0}, which say "at most";
 *     {@code 95%}, which says "at least"
 * @param outcome how the two compare
 * @param said the same in words
 */
public record Prediction(String name, String predicted, Outcome outcome, String said) {
    private static final String NUMBER = "([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ms|s|m|h|%)?";
    private static final Pattern RANGE = Pattern.compile(NUMBER + "(?: *\\.\\. *" + NUMBER + ")?");
    private static final Map<String, BigDecimal> SECONDS = Map.of(
            "ms", new BigDecimal("0.001"),
            "s", BigDecimal.ONE,
            "m", new BigDecimal(60),
            "h", new BigDecimal(3600));

    /** How a prediction compares with the measured value. */
    public enum Outcome {
        /** The measured value, error and all, lies inside. */
        AS_PREDICTED,
        /** It lies outside, error and all. */
        DRIFTED,
        /** The edge lies inside the error. */
        UNCLEAR,
        /** Nothing was measured, or the two are not of one kind. */
        NOT_COMPARED
    }

    /** Compares every prediction of a drill with its outcome, in the order of the scenario. */
    public static List<Prediction> of(DrillResult result) {
        List<Prediction> all = new ArrayList<>();
        result.scenario()
                .about()
                .predict()
                .forEach((name, text) -> all.add(compare(
                        name,
                        text,
                        result.verdicts().stream()
                                .filter(verdict -> verdict.id().equals(name))
                                .findFirst())));
        return List.copyOf(all);
    }

    private static Prediction compare(String name, String text, Optional<Verdict> verdict) {
        if (verdict.isEmpty()) {
            return notCompared(name, text, "no objective has that id");
        }
        Optional<Measured> measured = verdict.get().measured();
        if (measured.isEmpty()) {
            return notCompared(name, text, "nothing was measured");
        }
        Optional<Span> span = Span.parse(text);
        String unit = measured.get().unit();
        if (span.isEmpty() || !span.get().fits(unit)) {
            return notCompared(name, text, "measured is a value in '" + unit + "'");
        }
        return span.get().compare(name, text, measured.get());
    }

    private static Prediction notCompared(String name, String text, String why) {
        return new Prediction(name, text, Outcome.NOT_COMPARED, "not compared: " + why);
    }

    /** The values that were predicted; of times in seconds. */
    private record Span(double low, double high, String unit) {

        static Optional<Span> parse(String text) {
            Matcher matcher = RANGE.matcher(text.strip());
            if (!matcher.matches()) {
                return Optional.empty();
            }
            String unit = kind(matcher.group(2));
            double first = value(matcher.group(1), matcher.group(2));
            if (matcher.group(3) == null) {
                boolean least = unit.equals("%");
                return Optional.of(
                        least
                                ? new Span(first, Double.POSITIVE_INFINITY, unit)
                                : new Span(Double.NEGATIVE_INFINITY, first, unit));
            }
            double second = value(matcher.group(3), matcher.group(4));
            return kind(matcher.group(4)).equals(unit)
                    ? Optional.of(new Span(first, second, unit))
                    : Optional.empty();
        }

        /** A name for the kind of a written unit: {@code s}, {@code %}, or nothing for a count. */
        private static String kind(@Nullable String written) {
            if (written == null) {
                return "";
            }
            return SECONDS.containsKey(written) ? "s" : written;
        }

        private static double value(String number, @Nullable String written) {
            BigDecimal factor = written == null
                    ? BigDecimal.ONE
                    : SECONDS.getOrDefault(written, BigDecimal.ONE);
            return new BigDecimal(number).multiply(factor).doubleValue();
        }

        boolean fits(String measured) {
            boolean plain = !measured.equals("s") && !measured.equals("%");
            return unit.equals(measured) || unit.isEmpty() && plain;
        }

        Prediction compare(String name, String text, Measured measured) {
            String was = String.format(
                    Locale.ROOT,
                    "was %s to %s %s",
                    plain(measured.low()),
                    plain(measured.high()),
                    measured.unit());
            if (low <= measured.low() && measured.high() <= high) {
                return new Prediction(name, text, Outcome.AS_PREDICTED, was + ", as predicted");
            }
            return measured.low() > high || measured.high() < low
                    ? new Prediction(name, text, Outcome.DRIFTED, was + ", not as predicted")
                    : new Prediction(
                            name, text, Outcome.UNCLEAR, was + "; the edge lies inside the error");
        }

        private static String plain(double value) {
            return String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
        }
    }
}

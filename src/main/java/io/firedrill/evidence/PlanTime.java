package io.firedrill.evidence;

import io.firedrill.check.Verdict;
import io.firedrill.scenario.CommunicationPlan;
import io.firedrill.scenario.Scenario;

import java.util.Locale;
import java.util.Set;

/**
 * Tells a time of a drill in the time of the plan for communication. Where the plan is run faster
 * than it is meant, a time of the plan never stands without the drill's own, or without a word that
 * it is scaled: such a run is no result in real time.
 *
 * @param scale how many seconds of the plan one second of the drill stands for, from 1
 */
public record PlanTime(double scale) {
    private static final Set<String> UNITS = Set.of("ms", "s", "min", "h");
    private static final double MINUTES_FROM = 120;
    private static final double HOURS_FROM = 7200;

    /** A stretch of the drill, in seconds, that is known to be between two; may be negative. */
    record Since(double low, double high) {
        /** Gives the middle of it. */
        double middle() {
            return (low + high) / 2;
        }

        /** Gives how far the truth may be from the middle. */
        double error() {
            return (high - low) / 2;
        }
    }

    /** Gives that of a drill; 1 to 1 where its system has no plan. */
    public static PlanTime of(Scenario scenario) {
        return new PlanTime(scenario.system()
                .communication()
                .map(CommunicationPlan::timeScale)
                .orElse(1.0));
    }

    /** Says whether a second of the drill stands for anything but a second. */
    public boolean scaled() {
        return scale != 1;
    }

    /** Tells a stretch of the drill, in seconds, in the plan's time: {@code 4.2 min}. */
    String real(double seconds) {
        return length(seconds * scale);
    }

    /** Tells it in the plan's time, and in the drill's where that is another one. */
    String both(double seconds) {
        return scaled() ? real(seconds) + " (" + length(seconds) + " in the drill)" : real(seconds);
    }

    /**
     * Tells a time since the origin: {@code 4.2 min}, {@code 3.0 to 3.5 min}, {@code 3.0 s before}.
     */
    String since(Since since) {
        String low = signed(since.low());
        String high = signed(since.high());
        if (low.equals(high)) {
            return high;
        }
        String unit = high.substring(high.indexOf(' '));
        return low.endsWith(unit)
                ? low.substring(0, low.length() - unit.length()) + " to " + high
                : low + " to " + high;
    }

    private String signed(double seconds) {
        return seconds < 0 ? real(-seconds) + " before" : real(seconds);
    }

    /** Tells the same as the drill measured it, with its error: {@code 4.20 s +-0.02 in it}. */
    String measured(Since since) {
        String where = scaled() ? " in the drill" : "";
        String error = String.format(
                Locale.ROOT, "\u00b1%.2f s", Math.max(1, Math.ceil(since.error() * 100)) / 100);
        return scaled()
                ? String.format(Locale.ROOT, "%.2f s %s", since.middle(), error) + where
                : error;
    }

    /** Says once what every scaled time is; empty where none is. */
    String said() {
        return scaled()
                ? "1 s of the drill stands for " + Figures.plain(scale)
                        + " s of the plan: no result in real time"
                : "";
    }

    /** Marks the measured value of a verdict on what was told, where it is a scaled time. */
    public static String mark(Drilled drill, Verdict verdict) {
        String scale = Figures.plain(of(drill.scenario()).scale());
        return marks(drill, verdict) ? " (scaled 1:" + scale + ")" : "";
    }

    /** Says whether the measured value of a verdict is a scaled time. */
    static boolean marks(Drilled drill, Verdict verdict) {
        boolean time =
                verdict.measured().filter(value -> UNITS.contains(value.unit())).isPresent();
        boolean told = drill.scenario().objectives().stream()
                .filter(objective -> objective.id().equals(verdict.id()))
                .anyMatch(objective -> ToldChecks.is(objective.kind()));
        return time && told && of(drill.scenario()).scaled();
    }

    private static String length(double seconds) {
        double size = Math.abs(seconds);
        if (size < MINUTES_FROM) {
            return Figures.seconds(seconds);
        }
        return size < HOURS_FROM
                ? String.format(Locale.ROOT, "%.1f min", seconds / 60)
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}

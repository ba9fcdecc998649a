package io.firedrill.evidence.report;

import io.firedrill.check.Figures;
import io.firedrill.check.Interval;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.Drilled;
import io.firedrill.evidence.PlanTime;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Says values as people read them, the same on every machine. */
final class Words {
    /** Stands wherever nobody has said something; nothing is invented for it. */
    static final String NOT_STATED = "not stated";

    private static final int LONGEST = 4_000;
    private static final double LONGEST_TIME = 1e9;

    private Words() {}

    /** Gives the text, or says that there is none. */
    static String stated(String text) {
        return text.isBlank() ? NOT_STATED : text;
    }

    /** Gives the text, or says that there is none. */
    static String stated(Optional<String> text) {
        return stated(text.orElse(""));
    }

    /** Gives a sentence with the sign that people know for an error. */
    static String said(String sentence) {
        String text = sentence.replace("+-", "\u00b1");
        return text.length() > LONGEST
                ? text.substring(0, LONGEST) + "\u2026 (the journal has it whole)"
                : text;
    }

    /** Gives the sentence of a verdict, without its id. */
    static String sentence(Verdict verdict) {
        String prefix = verdict.id() + ": ";
        String headline = verdict.headline();
        return said(headline.startsWith(prefix) ? headline.substring(prefix.length()) : headline);
    }

    /** Gives what was measured with its error, in the unit of the target. */
    static String measured(Drilled drill, Verdict verdict) {
        return verdict.measured()
                .map(value -> error(value) + PlanTime.mark(drill, verdict) + but(verdict))
                .orElse(none(verdict));
    }

    /** What was measured in a drill that does not tell must not look like a result. */
    private static String but(Verdict verdict) {
        boolean open = verdict.status() == Verdict.Status.INCONCLUSIVE
                && verdict.reason().filter(Reason.STRADDLES_LIMIT::equals).isEmpty();
        return open ? " (does not count)" : "";
    }

    /** Seconds are rounded as the sentences of verdicts round them. */
    private static String error(Verdict.Measured value) {
        boolean time = value.unit().equals("s") && value.low() >= 0 && value.high() < LONGEST_TIME;
        if (!time) {
            return said(io.firedrill.evidence.Figures.measured(value));
        }
        Interval nanos =
                new Interval(Math.round(value.low() * 1e9), Math.round(value.high() * 1e9));
        return duration(nanos).replace("(", "").replace(")", "");
    }

    /** What is a yes or a no has no number, and was measured all the same. */
    private static String none(Verdict verdict) {
        return verdict.status() == Verdict.Status.INCONCLUSIVE ? "not measured" : "yes or no";
    }

    /** Gives the interval in which the truth lies. */
    static String between(Verdict verdict) {
        return verdict.measured()
                .map(value ->
                        plain(value.low()) + " to " + plain(value.high()) + " " + value.unit())
                .map(String::strip)
                .orElse(none(verdict));
    }

    private static String plain(double value) {
        if (Double.isInfinite(value)) {
            return "no known end";
        }
        return String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
    }

    /** Gives the word for a status; of a dry run another one. */
    static String status(Verdict verdict) {
        boolean dry = verdict.reason().filter(Reason.DRY_RUN::equals).isPresent();
        return dry ? "NOT TRIED" : verdict.status().name();
    }

    /** Gives a class of the style sheet for a status; the word always stands beside it. */
    static String style(Verdict verdict) {
        return switch (verdict.status()) {
            case PASS -> "r-word r-pass";
            case FAIL -> "r-word r-fail";
            case INCONCLUSIVE -> "r-word r-unsure";
        };
    }

    /** Tells a measured duration with its error. */
    static String duration(Interval time) {
        return said(Figures.measured(time));
    }

    /** Tells an instant in UTC, to the second. */
    static String utc(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace('T', ' ')
                .replace("Z", " UTC");
    }

    /** Tells a stretch of time as minutes and seconds. */
    static String minutes(Duration time) {
        return String.format(Locale.ROOT, "%d min %02d s", time.toMinutes(), time.toSecondsPart());
    }

    /** Tells how often something is due: {@code 30 days}. */
    static String every(Duration time) {
        return time.toDays() >= 2 ? time.toDays() + " days" : time.toHours() + " hours";
    }

    /** Gives a number with its noun. */
    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Begins a sentence with a capital letter and ends it. */
    static String asSentence(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String first = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return first.endsWith(".") ? first : first + ".";
    }
}

package io.firedrill.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which values of a programme are written. */
final class ProgrammeNotations {
    private static final Pattern DAYS = Pattern.compile("([0-9]{1,4})d");
    private static final Pattern MEANT = Pattern.compile("([0-9]{1,4}) *(?:d|day|days)?");
    private static final int MOST = 3650;

    static final Notation<Duration> PERIOD = new Notation<>(
            "period",
            "whole days from 1d to " + MOST + "d, such as 30d",
            ProgrammeNotations::period,
            ProgrammeNotations::hint,
            Duration.ofDays(1));

    private ProgrammeNotations() {}

    private static Optional<Duration> period(String text) {
        Matcher matcher = DAYS.matcher(text);
        return matcher.matches()
                ? Optional.of(Integer.parseInt(matcher.group(1)))
                        .filter(days -> days >= 1 && days <= MOST)
                        .map(Duration::ofDays)
                : Optional.empty();
    }

    private static String hint(String text) {
        Matcher matcher = MEANT.matcher(text);
        String guess = matcher.matches() ? matcher.group(1) + "d" : "";
        return period(guess).isPresent() ? "Did you mean '" + guess + "'?" : "";
    }
}

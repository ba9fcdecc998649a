package io.firedrill.scenario;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The ways in which single values are written where it is about what people are told. */
final class ToldNotations {
    private static final int LONGEST_PATTERN = 500;
    private static final double LARGEST_SCALE = 3_600;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

    /** Lower case, as facts of notices are, so that both can be compared. */
    static final Notation<String> WORD = Notation.matching(
            "word", "lower case letters, digits and '-', at most 64", "[a-z0-9][a-z0-9-]{0,63}");

    static final Notation<String> LANGUAGE = Notation.matching(
            "language", "a language by its two letters (ISO 639-1), such as en", "[a-z]{2}");

    static final Notation<String> PATTERN = Notation.of(
            "pattern",
            "a regular expression whose first group is the fact, or a JSONPath such as $.eta",
            text -> Optional.of(text).filter(ToldNotations::isPattern),
            "(.*)");

    static final Notation<Double> MESSAGES = new Notation<>(
            "rate",
            "messages per second or minute, such as 50/s or 10/m; above 0",
            RateText::rate,
            RateText::rateHint,
            1.0);

    static final Notation<Double> SCALE = Notation.of(
            "scale",
            "a number from 1 to 3600: how many seconds of the plan a second of a drill stands for",
            ToldNotations::scale,
            1.0);

    static final Notation<String> MAIL = Notation.matching(
            "mail address",
            "an address such as ada@customers.example",
            "[^\\s@<>,;\"]{1,64}@" + LABEL + "(?:\\." + LABEL + "){0,8}");

    static final Notation<String> DOMAIN = Notation.matching(
            "domain",
            "a domain in lower case, such as bank.example",
            LABEL + "(?:\\." + LABEL + "){1,8}");

    private ToldNotations() {}

    private static Optional<Double> scale(String text) {
        return text.matches("[0-9]{1,4}(?:\\.[0-9]{1,3})?")
                ? Optional.of(Double.valueOf(text))
                        .filter(scale -> scale >= 1 && scale <= LARGEST_SCALE)
                : Optional.empty();
    }

    private static boolean isPattern(String text) {
        if (text.isBlank() || text.length() > LONGEST_PATTERN) {
            return false;
        }
        if (text.startsWith("$")) {
            return Notations.JSON_PATH.parse().apply(text).isPresent();
        }
        try {
            return Pattern.compile(text).matcher("").groupCount() >= 1;
        } catch (PatternSyntaxException e) {
            return false; // said in the problem, with what is allowed
        }
    }
}

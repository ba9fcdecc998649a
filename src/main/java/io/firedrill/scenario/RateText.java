package io.firedrill.scenario;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rates as they are written, {@code 50/s} or {@code 10/m}, and shares, {@code 99.5%}. */
public final class RateText {
    private static final Pattern RATE = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?)/([sm])");
    private static final Pattern SHARE = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,4})?)%");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}(?:\\.[0-9]{1,3})?");
    private static final double MOST_PER_SECOND = 100_000;

    private RateText() {}

    /** Parses a rate, in customers per second: above 0, at most 100000. */
    public static Optional<Double> rate(String text) {
        Matcher matcher = RATE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(matcher.group(1));
        double perSecond = matcher.group(2).equals("s") ? number : number / 60;
        return Optional.of(perSecond).filter(rate -> rate > 0 && rate <= MOST_PER_SECOND);
    }

    /** Parses a share, from 0 to 1. */
    public static Optional<Double> share(String text) {
        Matcher matcher = SHARE.matcher(text);
        return matcher.matches()
                ? Optional.of(Double.parseDouble(matcher.group(1)) / 100)
                        .filter(share -> share <= 1)
                : Optional.empty();
    }

    /** Guesses at the rate that was meant by a plain number. */
    static String rateHint(String text) {
        return NUMBER.matcher(text).matches() ? "Did you mean '" + text + "/s'?" : "";
    }

    /**
     * Guesses at the share that was meant by a plain number: a fraction up to 1, or a percentage.
     */
    static String shareHint(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return "";
        }
        BigDecimal number = new BigDecimal(text);
        boolean fraction = text.contains(".") && number.compareTo(BigDecimal.ONE) <= 0;
        BigDecimal percent = fraction ? number.movePointRight(2) : number;
        String guess = percent.stripTrailingZeros().toPlainString() + "%";
        return share(guess).isPresent() ? "Did you mean '" + guess + "'?" : "";
    }
}

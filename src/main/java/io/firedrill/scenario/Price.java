package io.firedrill.scenario;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one attempt that is not served costs, as the authors of a drill put it.
 *
 * @param amount above 0, with at most four decimals
 * @param currency three letters, as ISO 4217 has them
 */
public record Price(BigDecimal amount, String currency) {
    private static final Pattern TEXT =
            Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,4})?) ([A-Z]{3})");
    private static final Pattern SWAPPED = Pattern.compile("([A-Z]{3}) ?([0-9.]+)");

    /** Parses a price such as {@code 2.50 EUR}. */
    static Optional<Price> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Price(new BigDecimal(matcher.group(1)), matcher.group(2)))
                        .filter(price -> price.amount().signum() > 0)
                : Optional.empty();
    }

    /** Guesses at the price that was meant where the currency stands first. */
    static String hint(String text) {
        Matcher swapped = SWAPPED.matcher(text);
        String guess = swapped.matches() ? swapped.group(2) + " " + swapped.group(1) : "";
        return parse(guess).isPresent() ? "Did you mean '" + guess + "'?" : "";
    }

    /** Gives what so many cost. */
    public Price times(long many) {
        return new Price(amount.multiply(BigDecimal.valueOf(many)), currency);
    }

    /** Writes it as in a drill: {@code 2.50 EUR}. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}

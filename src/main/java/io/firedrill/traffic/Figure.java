package io.firedrill.traffic;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes numbers for people and programs. */
final class Figure {
    private Figure() {}

    /** Writes a rate with up to six decimals, without an exponent: {@code 50}, {@code 0.166667}. */
    static String plain(double number) {
        return BigDecimal.valueOf(number)
                .setScale(6, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}

package io.firedrill.scenario;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The ways in which values of a ledger of findings are written. */
final class FindingsNotations {
    private static final String RULE = "a day such as 2026-12-31";

    static final Notation<LocalDate> DAY =
            Notation.of("day", RULE, FindingsNotations::day, LocalDate.EPOCH);

    private FindingsNotations() {}

    private static Optional<LocalDate> day(String text) {
        try {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                    ? Optional.of(LocalDate.parse(text))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

package io.firedrill.systems.bank;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a portal is told by its environment. Every variable has a default, but the secrets.
 *
 * @param port {@code PORT}: where to listen; 0 takes a free one
 * @param customersPassword {@code BANK_PASSWORD}: what the customers of the seed sign in with
 * @param tokenSecret {@code BANK_TOKEN_SECRET}: signs tokens; the same for all portals
 * @param tokenLifetime {@code TOKEN_LIFETIME}: ISO 8601
 * @param idempotency {@code IDEMPOTENCY}: on or off
 * @param answerAfter {@code ANSWER_AFTER}: how long a transfer that is booked waits for its answer;
 *     ISO 8601
 * @param database {@code DB_...}
 */
record PortalSettings(
        int port,
        String customersPassword,
        String tokenSecret,
        Duration tokenLifetime,
        Idempotency idempotency,
        Duration answerAfter,
        DatabaseSettings database) {

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException naming everything that is missing or malformed
     */
    static PortalSettings from(Map<String, String> environment) {
        Reader reader = new Reader(environment, new ArrayList<>());
        PortalSettings settings = new PortalSettings(
                reader.number("PORT", 8080),
                reader.secret("BANK_PASSWORD"),
                reader.secret("BANK_TOKEN_SECRET"),
                reader.duration("TOKEN_LIFETIME", Duration.ofMinutes(15)),
                reader.isOn("IDEMPOTENCY") ? Idempotency.ON : Idempotency.OFF,
                reader.duration("ANSWER_AFTER", Duration.ZERO),
                new DatabaseSettings(
                        reader.text("DB_URL", "jdbc:postgresql://db:5432/bank"),
                        reader.text("DB_USER", "bank"),
                        reader.secret("DB_PASSWORD"),
                        reader.number("DB_POOL_SIZE", 10),
                        reader.isOn("DB_TIME_LIMITS")
                                ? TimeLimits.FOR_A_FAILOVER
                                : TimeLimits.NONE));
        reader.refuseProblems();
        return settings;
    }

    private record Reader(Map<String, String> environment, List<String> problems) {

        String text(String name, String otherwise) {
            return environment.getOrDefault(name, otherwise);
        }

        String secret(String name) {
            String value = text(name, "");
            if (value.isEmpty()) {
                problems.add(name + " is not set");
            }
            return value;
        }

        int number(String name, int otherwise) {
            try {
                return Integer.parseUnsignedInt(text(name, Integer.toString(otherwise)));
            } catch (NumberFormatException e) {
                problems.add(name + " is no whole number: '" + text(name, "") + "'");
                return otherwise;
            }
        }

        Duration duration(String name, Duration otherwise) {
            try {
                return Duration.parse(text(name, otherwise.toString()));
            } catch (DateTimeParseException e) {
                problems.add(
                        name + " is no ISO 8601 duration like PT15M: '" + text(name, "") + "'");
                return otherwise;
            }
        }

        /** Reads a switch; it is on where it is not given. */
        boolean isOn(String name) {
            String value = text(name, "on");
            if (!value.equals("on") && !value.equals("off")) {
                problems.add(name + " is neither on nor off: '" + value + "'");
            }
            return !value.equals("off");
        }

        void refuseProblems() {
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(
                        "Settings: " + String.join("; ", problems) + ".");
            }
        }
    }
}

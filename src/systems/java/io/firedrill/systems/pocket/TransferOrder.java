package io.firedrill.systems.pocket;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A well-formed order to move money. The id is the customer's own: the same id is booked once,
 * however often it is sent.
 */
record TransferOrder(String id, String from, String to, long cents) {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._:-]{0,63}";

    TransferOrder {
        if (from.equals(to)) {
            throw Refusal.of(400, "SAME_ACCOUNT", "'to' must differ from 'from'.");
        }
        if (cents < 1) {
            throw Refusal.of(400, "OUT_OF_RANGE", "'cents' must be at least 1.");
        }
    }

    /** Reads an order; refuses one that is malformed. */
    static TransferOrder from(JsonNode json) {
        JsonNode cents = json.path("cents");
        if (!cents.isIntegralNumber() || !cents.canConvertToLong()) {
            throw Refusal.of(400, "NOT_A_WHOLE_NUMBER", "'cents' must be a whole number.");
        }
        return new TransferOrder(
                name(json, "id"), name(json, "from"), name(json, "to"), cents.longValue());
    }

    private static String name(JsonNode json, String field) {
        String value = json.path(field).asText("");
        if (!value.matches(NAME)) {
            throw Refusal.of(400, "BAD_IDENTIFIER", "'" + field + "' is no identifier.");
        }
        return value;
    }
}

package io.firedrill.systems.bank;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

/**
 * A well-formed order to move money. The id is the customer's own: the same id is booked once,
 * however often it is sent.
 */
record TransferOrder(
        String id,
        String from,
        String to,
        long cents,
        @Nullable String text) {

    /** 10 million: no customer of this bank moves more at once. */
    static final long MOST_CENTS = 1_000_000_000L;

    /**
     * Reads an order.
     *
     * @throws Refusal with every problem of it
     */
    static TransferOrder from(JsonNode json) {
        RequestFields fields = new RequestFields(json);
        TransferOrder order = new TransferOrder(
                fields.identifier("id"),
                fields.identifier("from"),
                fields.identifier("to"),
                fields.wholeNumber("cents", 1, MOST_CENTS),
                fields.optionalText("text", 140));
        if (!order.from.isEmpty() && order.from.equals(order.to)) {
            fields.problem("SAME_ACCOUNT", "must differ from 'from'", "to");
        }
        fields.refuseProblems();
        return order;
    }
}

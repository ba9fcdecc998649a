package io.firedrill.systems.bank;

import java.util.UUID;

/** Whether an order that is sent again is booked again. */
enum Idempotency {
    /** What was booked under an id is found by it, and not booked again. */
    ON {
        @Override
        String key(String order) {
            return order;
        }
    },

    /**
     * Every request is an order of its own ({@code IDEMPOTENCY=off}): for a bank that must fail.
     */
    OFF {
        @Override
        String key(String order) {
            return order + BOOKING + UUID.randomUUID();
        }
    };

    /** Comes before the number of a booking; no id of a customer's has it. */
    static final String BOOKING = "#";

    /** Gives what an order is booked under. */
    abstract String key(String order);
}

package io.firedrill.systems.bank;

/**
 * The answer to an order.
 *
 * @param isNew false if the transfer had been booked before
 */
record Booking(Transfer transfer, boolean isNew) {}

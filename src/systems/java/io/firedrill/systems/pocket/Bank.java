package io.firedrill.systems.pocket;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.Map;

/** The stores as a portal sees them: one address, and questions. */
final class Bank {
    private final Seat seat;
    private final Callers callers;

    Bank(Seat seat) {
        this.seat = seat;
        this.callers = new Callers(seat.host().network(), "db", Store.PORT);
    }

    JsonNode book(TransferOrder order) throws IOException {
        return ask(Map.of("ask", "book", "order", order));
    }

    JsonNode account(String id) throws IOException {
        return ask(Map.of("ask", "account", "id", id));
    }

    JsonNode transfers(String id) throws IOException {
        return ask(Map.of("ask", "transfers", "id", id));
    }

    JsonNode books() throws IOException {
        return ask(Map.of("ask", "books"));
    }

    private JsonNode ask(Map<String, ?> question) throws IOException {
        return callers.call(question, seat.times().patience().portal());
    }
}

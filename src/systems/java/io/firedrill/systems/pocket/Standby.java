package io.firedrill.systems.pocket;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The other store, as its leader sees it. */
final class Standby {
    private final Seat seat;
    private final String name;
    private final Caller caller;

    Standby(Seat seat, String name) {
        this.seat = seat;
        this.name = name;
        this.caller = seat.caller(name, Store.PORT);
    }

    String name() {
        return name;
    }

    /** Asks whether it is there at all. */
    void ping() throws IOException {
        ask(Map.of("ask", "role"));
    }

    /** Has it take over this log, whatever was in its own. */
    void copy(long term, List<Transfer> log) throws IOException {
        ask(Map.of("ask", "copy", "term", term, "log", log));
    }

    /** Has it add a transfer, where its log has that many lines already. */
    void append(long term, int lines, Transfer transfer) throws IOException {
        Map<String, Object> question = new HashMap<>();
        question.put("ask", "append");
        question.put("term", term);
        question.put("lines", lines);
        question.put("transfer", transfer);
        ask(question);
    }

    /** Has it confirm that its log has that many lines. */
    void follow(long term, int lines) throws IOException {
        ask(Map.of("ask", "follow", "term", term, "lines", lines));
    }

    private void ask(Map<String, ?> question) throws IOException {
        caller.call(question, seat.times().patience().store());
    }
}

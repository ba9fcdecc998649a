package io.firedrill.systems.pocket;

import java.io.IOException;
import java.util.Map;

/** A portal is ready when the leading store just answered it. */
final class AskingReadiness implements Readiness {
    private final Seat seat;
    private final Caller bank;
    private volatile boolean ready;

    AskingReadiness(Seat seat) {
        this.seat = seat;
        this.bank = seat.caller("db", Store.PORT);
        seat.host().work().every(seat.times().check(), this::look);
    }

    private void look() {
        try {
            ready = bank.call(Map.of("ask", "ready"), seat.times().checkPatience())
                    .path("ready")
                    .asBoolean();
        } catch (IOException notNow) {
            ready = false;
        }
    }

    @Override
    public boolean isReady() {
        return ready;
    }
}

package io.firedrill.systems.pocket;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks each portal again and again whether it is ready. One that fails twice in a row is taken out,
 * one that is well twice in a row is taken in.
 */
final class AskingCheck implements HealthCheck {
    private static final int FALL = 2;
    private static final int RISE = 2;
    private static final WebRequest READY = new WebRequest("GET", "/ready", null, "");

    private final Seat seat;
    private final WebCall web;
    private final Map<String, Record> records = new ConcurrentHashMap<>();

    /** What is known of a portal: whether it is up, and how many answers in a row say otherwise. */
    private record Record(boolean up, int against) {
        Record heard(boolean well) {
            if (well == up) {
                return new Record(up, 0);
            }
            boolean turned = against + 1 >= (up ? FALL : RISE);
            return turned ? new Record(well, 0) : new Record(up, against + 1);
        }
    }

    AskingCheck(Seat seat) {
        this.seat = seat;
        this.web = new WebCall(seat.host().network(), Portal.PORT);
        for (String portal : PocketBank.PORTALS) {
            records.put(portal, new Record(false, RISE - 1));
            seat.host().work().every(seat.times().check(), () -> look(portal));
        }
    }

    private void look(String portal) {
        Record before = records.get(portal);
        Record now = before.heard(isReady(portal));
        records.put(portal, now);
        if (before.up() != now.up()) {
            seat.host().console().log(portal + (now.up() ? " is taken in" : " is taken out"));
        }
    }

    private boolean isReady(String portal) {
        try {
            return web.send(READY, portal, seat.times().checkPatience()).status() == 200;
        } catch (IOException notThere) {
            return false;
        }
    }

    @Override
    public boolean isUp(String portal) {
        return records.get(portal).up();
    }
}

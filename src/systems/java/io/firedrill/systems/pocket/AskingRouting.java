package io.firedrill.systems.pocket;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Asks each store again and again whether it leads. */
final class AskingRouting implements Routing {
    private static final int FALL = 2;

    private final Seat seat;
    private final Map<String, Integer> misses = new ConcurrentHashMap<>();
    private final Set<String> leaders = ConcurrentHashMap.newKeySet();

    AskingRouting(Seat seat) {
        this.seat = seat;
        for (String store : PocketBank.STORES) {
            Caller caller = seat.caller(store, Store.PORT);
            seat.host().work().every(seat.times().check(), () -> look(store, caller));
        }
    }

    private void look(String store, Caller caller) {
        try {
            boolean leads = caller.call(Map.of("ask", "role"), seat.times().checkPatience())
                    .path("leads")
                    .asBoolean();
            misses.remove(store);
            note(store, leads);
        } catch (IOException notThere) {
            if (misses.merge(store, 1, Integer::sum) >= FALL) {
                note(store, false);
            }
        }
    }

    private void note(String store, boolean leads) {
        boolean changed = leads ? leaders.add(store) : leaders.remove(store);
        if (changed) {
            seat.host().console().log(store + (leads ? " leads" : " does not lead"));
        }
    }

    @Override
    public Optional<String> primary() {
        return List.copyOf(leaders).stream().findFirst();
    }
}

package io.firedrill.systems.pocket;

import com.fasterxml.jackson.databind.JsonNode;

import io.firedrill.topology.inprocess.Host;
import io.firedrill.topology.inprocess.Program;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The one address of the stores: sends each question to whichever leads. */
final class Router implements Program {
    private final BankParts parts;

    Router(BankParts parts) {
        this.parts = parts;
    }

    @Override
    public void start(Host host) throws IOException {
        Seat seat = new Seat(host, parts.times());
        Desk desk = new Desk(seat, parts.routing());
        host.network().serve(Store.PORT, new AnswerService(parts.manners().around(seat, desk)));
        host.console().healthy(() -> desk.routing.primary().isPresent());
    }

    /** The router while it runs. */
    private static final class Desk implements Answering {
        private final Seat seat;
        private final Routing routing;
        private final Map<String, Callers> stores = new HashMap<>();

        Desk(Seat seat, Routing.Maker maker) {
            this.seat = seat;
            this.routing = maker.make(seat);
            PocketBank.STORES.forEach(store ->
                    stores.put(store, new Callers(seat.host().network(), store, Store.PORT)));
        }

        @Override
        public Object answer(JsonNode question) throws IOException {
            String primary = routing.primary().orElseThrow(() -> new Unavailable("no store leads"));
            return stores.get(primary).call(question, seat.times().patience().router());
        }
    }
}

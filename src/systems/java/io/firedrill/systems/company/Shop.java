package io.firedrill.systems.company;

import io.firedrill.topology.inprocess.Host;
import io.firedrill.topology.inprocess.Program;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What customers see of the company. Knows by heart what there is; orders are with the store. */
final class Shop implements Program {
    static final List<String> NAMES = List.of("shop-1", "shop-2");
    static final int PORT = 8080;

    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final List<String> ITEMS = List.of("bell", "book", "candle");

    @Override
    public void start(Host host) throws IOException {
        WebCall store = new WebCall(host.network(), Store.NAME, Store.PORT);
        host.network().serve(PORT, new WebServer(request -> switch (request.path()) {
            case "/items" -> WebAnswer.json(200, Map.of("items", ITEMS));
            case "/orders" -> store.send(request, PATIENCE);
            default -> WebAnswer.notFound();
        }));
    }
}

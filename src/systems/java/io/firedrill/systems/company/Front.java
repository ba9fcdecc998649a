package io.firedrill.systems.company;

import io.firedrill.topology.inprocess.Host;
import io.firedrill.topology.inprocess.Program;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The shop's front door: sends each customer to one of the shops, and has a banner over it. */
record Front(Times times) implements Program {
    static final String NAME = "front";
    static final int PORT = 8080;

    private static final String BANNER = "/banner";
    private static final Duration PATIENCE = Duration.ofMillis(250);

    @Override
    public void start(Host host) throws IOException {
        Page banner = new Page(host.disk(), Clock.systemUTC(), times);
        host.network().serve(PORT, new WebServer(request -> switch (request.path()) {
            case BANNER -> banner.answer(at("/", request));
            case "/banner/notice" -> banner.answer(at("/notice", request));
            case "/style.css" -> banner.answer(request);
            default -> shop(host, request);
        }));
    }

    private static WebRequest at(String path, WebRequest request) {
        return new WebRequest(
                request.method(), path, request.headers(), request.type(), request.body());
    }

    /** Every request may be made twice, so one that a shop does not answer goes to the other. */
    private static WebAnswer shop(Host host, WebRequest request) throws IOException {
        List<String> shops = new ArrayList<>(Shop.NAMES);
        Collections.shuffle(shops);
        try {
            return new WebCall(host.network(), shops.get(0), Shop.PORT).send(request, PATIENCE);
        } catch (IOException noAnswer) {
            return new WebCall(host.network(), shops.get(1), Shop.PORT).send(request, PATIENCE);
        }
    }
}

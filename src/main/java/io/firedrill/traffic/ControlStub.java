package io.firedrill.traffic;

import com.sun.net.httpserver.HttpServer;

import io.firedrill.DrillException;
import io.firedrill.journal.Event;
import io.firedrill.scenario.HttpStep;
import io.firedrill.scenario.JourneySpec;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A server of our own in this JVM that answers at once. It is asked through a client like the
 * customers': what is slow there is our own overload, never the system's.
 */
final class ControlStub implements AutoCloseable {
    static final double PER_SECOND = 20;
    private static final int WARM_UPS = 20;

    private final HttpServer server;

    private ControlStub(HttpServer server) {
        this.server = server;
    }

    static ControlStub start() {
        try {
            HttpServer server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            // no body: header and body in two packets would wait 40 ms for a delayed
            // acknowledgement
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            server.start();
            return new ControlStub(server);
        } catch (IOException cause) {
            throw new DrillException(
                    "the control stub can not listen on the loopback address", cause);
        }
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    /** Gives the journey that asks it. */
    static JourneySpec journey() {
        HttpStep ask = new HttpStep(
                "GET", "/", Map.of(), Optional.empty(), Set.of(204), Map.of(), Map.of());
        return new JourneySpec(
                Event.Attempt.CONTROL,
                Event.Attempt.CONTROL,
                Duration.ofSeconds(2),
                Optional.empty(),
                List.of(ask),
                false,
                false,
                Optional.empty());
    }

    /**
     * Sends a few attempts to the stub and reads a little JSON, unrecorded: the first use of the
     * client loads its classes, up to a second on a busy machine, and that is not the system's
     * doing.
     */
    static void warmUp(Outing control) {
        for (int number = 0; number < WARM_UPS; number++) {
            control.setOut(new Visit("", "", number, "")).toCompletableFuture().join();
        }
        HttpStep json = new HttpStep(
                "GET",
                "/",
                Map.of(),
                Optional.empty(),
                Set.of(200),
                Map.of("warm", true),
                Map.of());
        StepScript.of(json)
                .judge(new Answer(200, "{\"warm\": true}"), Placeholders.ofSecrets(Map.of()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

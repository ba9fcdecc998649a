package io.firedrill.topology.inprocess;

import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Link;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.SystemSpec;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A system whose one desk sends letter after letter to a provider who is no part of it. */
final class Mailroom implements PocketSystem {
    static final Endpoint MAIL = new Endpoint("mail", 25);
    static final Link LINK = new Link("desk", MAIL);

    private static final Duration AGAIN = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final String LETTER = "POST / HTTP/1.0\r\nContent-Length: 0\r\n\r\n";

    @Override
    public String name() {
        return "mailroom";
    }

    @Override
    public List<Part> parts(Map<String, String> settings) {
        return List.of(Part.of("desk", host -> host.work().every(AGAIN, () -> send(host))));
    }

    private static void send(Host host) {
        try (Socket socket = host.network().dial(MAIL.component(), MAIL.port(), PATIENCE)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(LETTER.getBytes(StandardCharsets.US_ASCII));
            host.console().log(socket.getInputStream().read() < 0 ? "not taken" : "taken");
        } catch (IOException e) {
            host.console().log("not taken: " + e.getClass().getSimpleName());
        }
    }

    /** Gives a drill with relays on these links. */
    static Scenario drill(Link... relayed) {
        return new Scenario(
                "mailroom/sent",
                Path.of("scenarios/mailroom/sent.yaml"),
                "A drill",
                new Scenario.About(
                        Optional.empty(),
                        Optional.empty(),
                        Scenario.Level.GATE,
                        1,
                        "normal",
                        "",
                        Map.of()),
                system(),
                Map.of(),
                new Scenario.Baseline(Duration.ofSeconds(1), 0),
                List.of(),
                List.of(),
                List.of(relayed),
                Duration.ofMinutes(1),
                Optional.empty());
    }

    private static SystemSpec system() {
        return new SystemSpec(
                "mailroom",
                "Mailroom",
                "hot",
                Path.of("scenarios/mailroom"),
                new Blueprint.Inprocess("mailroom", Map.of()),
                Set.of("desk"),
                Map.of(),
                List.of(LINK),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of());
    }
}

package io.firedrill.topology.inprocess;

import io.firedrill.DrillException;
import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.Link;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.SystemSpec;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The small system of these tests: two clerks who ask a till again and again. */
final class Corner implements PocketSystem {
    static final Link LINK = new Link("clerk-1", new Endpoint("till", Tally.PORT));

    private static final Duration AGAIN = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofMillis(100);

    @Override
    public String name() {
        return "corner";
    }

    @Override
    public List<Part> parts(Map<String, String> settings) {
        if (!settings.isEmpty()) {
            throw new DrillException("it has no settings, and is told " + settings);
        }
        return List.of(
                Part.of("till", new Tally()).restartedAfter(Duration.ofMillis(100)),
                Part.of("clerk-1", Corner::ask),
                Part.of("clerk-2", Corner::ask));
    }

    private static void ask(Host host) {
        host.work().every(AGAIN, () -> askOnce(host));
    }

    private static void askOnce(Host host) {
        try (Socket socket = host.network().dial("till", Tally.PORT, PATIENCE)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write('\n');
            host.console().log("heard " + socket.getInputStream().read());
        } catch (IOException e) {
            host.console().log("heard nothing");
        }
    }

    /** Gives a drill that relays the first clerk's link. */
    static Scenario drill() {
        return drill("corner", Map.of(), Set.of("till", "clerk-1", "clerk-2"));
    }

    /** Gives a drill on a system that says so. */
    static Scenario drill(String program, Map<String, String> settings, Set<String> components) {
        return new Scenario(
                "corner/asked",
                Path.of("scenarios/corner/asked.yaml"),
                "A drill",
                new Scenario.About(
                        Optional.empty(),
                        Optional.empty(),
                        Scenario.Level.GATE,
                        1,
                        "normal",
                        "",
                        Map.of()),
                system(new Blueprint.Inprocess(program, settings), components),
                Map.of("ask", 1.0),
                new Scenario.Baseline(Duration.ofSeconds(1), 0),
                List.of(),
                List.of(),
                List.of(LINK),
                Duration.ofMinutes(1),
                Optional.empty());
    }

    private static SystemSpec system(Blueprint blueprint, Set<String> components) {
        JourneySpec ask = new JourneySpec(
                "ask",
                "web",
                Duration.ofSeconds(1),
                Optional.empty(),
                List.of(),
                false,
                false,
                Optional.empty());
        return new SystemSpec(
                "corner",
                "Corner",
                "hot",
                Path.of("scenarios/corner"),
                blueprint,
                components,
                Map.of("web", LINK.provider()),
                List.of(LINK),
                Map.of(),
                Map.of(),
                Map.of("ask", ask),
                Map.of());
    }
}

package io.firedrill.observe;

import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Link;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.SystemSpec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Channels for tests, and a system that has nothing else. */
public final class TestChannels {
    private TestChannels() {}

    /** A channel whose provider components find at port 25 under the channel's name. */
    public static Channel sentTo(String name) {
        return sentTo(name, Map.of());
    }

    /** The same, with settings. */
    public static Channel sentTo(String name, Map<String, String> settings) {
        return channel(name, Optional.of(new Endpoint(name, 25)), Optional.empty(), settings);
    }

    /** A page behind the entry {@code web}. */
    public static Channel lookedAt(String name) {
        Channel.Look look = new Channel.Look("web", "/");
        return channel(name, Optional.empty(), Optional.of(look), Map.of());
    }

    private static Channel channel(
            String name,
            Optional<Endpoint> at,
            Optional<Channel.Look> look,
            Map<String, String> settings) {
        return new Channel(name, Letterbox.SPEAKS, at, look, settings, Map.of());
    }

    /** Gives the channels by name, in their order. */
    public static Map<String, Channel> byName(Channel... channels) {
        Map<String, Channel> all = new LinkedHashMap<>();
        List.of(channels).forEach(channel -> all.put(channel.name(), channel));
        return all;
    }

    /** Makes a drill of a system with these channels. */
    public static Scenario drill(Blueprint blueprint, Channel... channels) {
        return drill(blueprint, List.of(), channels);
    }

    /** Makes a drill of a system with these links and channels. */
    public static Scenario drill(Blueprint blueprint, List<Link> links, Channel... channels) {
        return new Scenario(
                "shop/told",
                Path.of("scenarios/shop/told.yaml"),
                "A drill",
                new Scenario.About(
                        Optional.empty(),
                        Optional.empty(),
                        Scenario.Level.GATE,
                        1,
                        "normal",
                        "",
                        Map.of()),
                system(new Made(blueprint, links, Map.of()), channels),
                Map.of(),
                new Scenario.Baseline(Duration.ofSeconds(1), 0),
                List.of(),
                List.of(),
                List.of(),
                Duration.ofMinutes(1),
                Optional.empty());
    }

    /** Makes a system with these channels. */
    static SystemSpec system(Map<String, String> secrets, Channel... channels) {
        Blueprint pocket = new Blueprint.Inprocess("shop", Map.of());
        return system(new Made(pocket, List.of(), secrets), channels);
    }

    private record Made(Blueprint blueprint, List<Link> links, Map<String, String> secrets) {}

    private static SystemSpec system(Made made, Channel... channels) {
        return new SystemSpec(
                "shop",
                "Shop",
                "hot",
                Path.of("scenarios/shop"),
                made.blueprint(),
                Set.of("shop"),
                Map.of("web", new Endpoint("shop", 80)),
                made.links(),
                Map.of(),
                Map.of(),
                Map.of(),
                byName(channels),
                Optional.empty(),
                made.secrets());
    }
}

package io.firedrill.topology.containers;

import io.firedrill.journal.SystemClock;
import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.FaultSpec.Target;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.Link;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.SystemSpec;
import io.firedrill.scenario.Trigger;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The small system of these tests, and drills on it. */
final class Shop {
    static final Link LINK = new Link("clerk-1", new Endpoint("till", 8000));
    static final Channel MAIL = new Channel(
            "mail",
            "smtp",
            Optional.of(new Endpoint("mail", 25)),
            Optional.empty(),
            Map.of(),
            Map.of());
    static final Path FOLDER = Path.of("src/test/resources/io/firedrill/topology/containers/shop");
    private static final AtomicInteger RUNS = new AtomicInteger();

    private Shop() {}

    /** Gives settings of a run of its own. */
    static RunSettings settings() {
        String id = "it" + ProcessHandle.current().pid() + "-" + RUNS.incrementAndGet();
        return RunSettings.usual(id, new SystemClock()::nanos);
    }

    /** Gives a drill that relays the first clerk's link and may do anything to the till. */
    static Scenario drill(String id) {
        return drill(id, List.of("compose.yaml"), "crash");
    }

    /** Gives a drill over other Compose files, with a fault of that kind aimed at the till. */
    static Scenario drill(String id, List<String> files, String fault) {
        FaultSpec spec = new FaultSpec(fault, new Target.Component("till"), new Settings(Map.of()));
        return drill(
                id, files, List.of(new Step.Inject(new Trigger.After(Duration.ZERO), "it", spec)));
    }

    /** Gives a drill of other steps. */
    static Scenario drill(String id, List<Step> steps) {
        return drill(id, List.of("compose.yaml"), steps);
    }

    /** Gives a drill whose first clerk sends mails by these links, and that does nothing. */
    static Scenario telling(String id, Link... links) {
        SystemSpec system = system(List.of("compose.yaml"));
        List<Link> all = new ArrayList<>(system.links());
        all.addAll(List.of(links));
        return drill(
                id,
                List.of(),
                new SystemSpec(
                        system.name(),
                        system.title(),
                        system.tier(),
                        system.folder(),
                        system.blueprint(),
                        system.components(),
                        system.entries(),
                        all,
                        system.roles(),
                        system.signIns(),
                        system.journeys(),
                        Map.of("mail", MAIL),
                        Optional.empty(),
                        system.secrets()));
    }

    /** Gives a drill over other Compose files, of other steps. */
    static Scenario drill(String id, List<String> files, Collection<Step> steps) {
        return drill(id, steps, system(files));
    }

    private static Scenario drill(String id, Collection<Step> steps, SystemSpec system) {
        return new Scenario(
                "shop/" + id,
                FOLDER.resolve(id + ".yaml"),
                "A drill",
                new Scenario.About(
                        Optional.empty(),
                        Optional.empty(),
                        Scenario.Level.GATE,
                        1,
                        "normal",
                        "",
                        Map.of()),
                system,
                Map.of("look", 1.0),
                new Scenario.Baseline(Duration.ofSeconds(1), 0),
                List.copyOf(steps),
                List.of(),
                List.of(LINK),
                Duration.ofMinutes(1),
                Optional.empty());
    }

    private static SystemSpec system(List<String> files) {
        List<Path> compose = new ArrayList<>();
        files.forEach(file -> compose.add(Path.of(file)));
        JourneySpec look = new JourneySpec(
                "look",
                "web",
                Duration.ofSeconds(1),
                Optional.empty(),
                List.of(),
                false,
                false,
                Optional.empty());
        return new SystemSpec(
                "shop",
                "A shop",
                "cold",
                FOLDER,
                new Blueprint.Composed(compose),
                new LinkedHashSet<>(List.of("till", "clerk-1", "clerk-2")),
                Map.of("web", new Endpoint("till", 8000)),
                List.of(LINK, new Link("clerk-2", new Endpoint("till", 8000))),
                Map.of(),
                Map.of(),
                Map.of("look", look),
                Map.of("SHOP_PASSWORD", "open-sesame"));
    }
}

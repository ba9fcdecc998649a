package io.firedrill.systems.pocket;

import io.firedrill.DrillException;
import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.SystemSpec;
import io.firedrill.topology.Capability;
import io.firedrill.topology.Component;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.inprocess.InprocessProvisioner;
import io.firedrill.topology.inprocess.Part;
import io.firedrill.topology.inprocess.PocketSystem;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A few parts of the bank, or all of it, on machines of their own. */
final class Town implements AutoCloseable {
    private final InprocessProvisioner provisioner;
    private final SystemUnderDrill system;

    private Town(List<Part> parts) {
        PocketSystem known = new Few(parts);
        provisioner = new InprocessProvisioner(List.of(known), System::nanoTime, Instant::now);
        try {
            system = provisioner.start(drill(parts));
        } catch (DrillException e) {
            provisioner.close();
            throw e;
        }
    }

    /** Starts parts; their order is that of their start. */
    static Town of(Part... parts) {
        return new Town(List.of(parts));
    }

    /** Starts the whole bank with a part replaced. */
    static Town bank(Map<String, String> settings) {
        return new Town(new PocketBank().parts(settings));
    }

    SystemUnderDrill system() {
        return system;
    }

    /** Gives a power over a component. */
    <C extends Capability> C power(String component, Class<C> capability) {
        return component(component).as(capability).orElseThrow();
    }

    /** Asks a component for a yes. */
    boolean says(String component, String command) {
        return power(component, Capability.Askable.class)
                        .ask(List.of(command), Duration.ofSeconds(20))
                        .code()
                == 0;
    }

    private Component component(String name) {
        return system.components().stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        system.close();
        provisioner.close();
    }

    private record Few(List<Part> all) implements PocketSystem {
        @Override
        public String name() {
            return "few";
        }

        @Override
        public List<Part> parts(Map<String, String> settings) {
            return all;
        }
    }

    private static Scenario drill(List<Part> parts) {
        Set<String> names = new LinkedHashSet<>();
        parts.forEach(part -> names.add(part.name()));
        Endpoint door = new Endpoint(new ArrayList<>(names).get(names.size() - 1), Portal.PORT);
        return drill(spec(names, door, look()));
    }

    private static JourneySpec look() {
        return new JourneySpec(
                "look",
                "web",
                Duration.ofSeconds(1),
                Optional.empty(),
                List.of(),
                false,
                false,
                Optional.empty());
    }

    private static Scenario drill(SystemSpec few) {
        return new Scenario(
                "few/look",
                Path.of("few/look.yaml"),
                "A look",
                new Scenario.About(
                        Optional.empty(),
                        Optional.empty(),
                        Scenario.Level.GATE,
                        1,
                        "normal",
                        "",
                        Map.of()),
                few,
                Map.of("look", 1.0),
                new Scenario.Baseline(Duration.ofSeconds(1), 0),
                List.of(),
                List.of(),
                List.of(),
                Duration.ofMinutes(1),
                Optional.empty());
    }

    private static SystemSpec spec(Set<String> names, Endpoint door, JourneySpec look) {
        return new SystemSpec(
                "few",
                "Few",
                "hot",
                Path.of("few"),
                new Blueprint.Inprocess("few", Map.of()),
                names,
                Map.of("web", door),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of("look", look),
                Map.of());
    }
}

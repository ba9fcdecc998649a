package io.firedrill.topology.containers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.firedrill.DrillException;
import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.FaultSpec.Target;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.JourneySpec.Means;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.SystemSpec;
import io.firedrill.topology.ProvisioningException;
import io.firedrill.topology.containers.ComposeCommand.Output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Starts one system: reads its files, lays the overlay over them, builds, brings it up. */
final class Launch {
    private static final Duration CONFIG_LIMIT = Duration.ofSeconds(20);
    private static final Duration BUILD_LIMIT = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final List<String> EVERY_PROFILE = List.of("--profile", "*");

    private final Run run;
    private final Scenario scenario;
    private final Labels labels;
    private final Path folder;
    private final ComposeCommand compose;
    private final Secrets secrets;
    private final Outlets outlets;
    private final Map<String, String> facts = new LinkedHashMap<>();

    Launch(Run run, Scenario scenario, Labels labels, Outlets outlets) {
        SystemSpec system = scenario.system();
        this.run = run;
        this.scenario = scenario;
        this.labels = labels;
        this.outlets = outlets;
        this.folder = run.folder().resolve(labels.project());
        this.compose = run.compose(labels.project(), system.folder(), system.secrets());
        this.secrets = new Secrets(system.secrets());
    }

    /**
     * What runs now.
     *
     * @param sites its relays
     * @param hands true where the hands are with it
     * @param definition its Compose file as run, without secrets
     * @param swapper puts its components on other images
     */
    record Launched(
            Labels labels,
            List<RelaySite> sites,
            ComposeModel model,
            boolean hands,
            Map<String, String> facts,
            String definition,
            Swapper swapper) {}

    /** Starts it; returns when every service is up and healthy. */
    Launched launch() {
        ComposeModel model = timed("config", () -> readModel(List.of()));
        new Aimed(scenario).refuseReplicas(model);
        String key = files().toString();
        ImageChoice images = ImageChoice.of(
                model, scenario.system().name(), key, run.settings().images());
        images.replaced()
                .forEach(name -> facts.put("release of " + name, images.run().get(name)));
        outlets.dialed().forEach((at, dialed) -> facts.put("inbox at " + at, dialed));
        Overlay overlay = overlay(model, images);
        Path file = write(overlay);
        Releases releases = releases(key);
        Map<String, String> built = new TreeMap<>(images.built());
        built.putAll(releases.built());
        run.builds().once(built, this::build);
        releases.require(run.engine());
        requirePrograms();
        List<Path> all = Stream.concat(files().stream(), Stream.of(file)).toList();
        CompletableFuture<String> definition = CompletableFuture.supplyAsync(
                () -> definition(all), run.engine().bounded()::begin);
        timed("up", () -> up(all));
        Swapper.Parts swapping =
                new Swapper.Parts(run.engine(), labels, releases.images(), folder, secrets);
        return new Launched(
                labels,
                overlay.sites(),
                model,
                overlay.hands(),
                facts,
                definition.join(),
                new Swapper(compose, all, swapping));
    }

    private Overlay overlay(ComposeModel model, ImageChoice images) {
        return new Overlay(
                model,
                RelayPlan.of(scenario),
                labels,
                images.run(),
                images.replaced(),
                needsHands(),
                folder,
                !run.direct(),
                outlets);
    }

    /** What is behind a profile is never started, but may be what a component is put on. */
    private Releases releases(String key) {
        Set<String> wanted = Releases.wanted(scenario);
        if (wanted.isEmpty()) {
            return Releases.NONE;
        }
        ComposeModel all = readModel(EVERY_PROFILE);
        return Releases.of(
                wanted, all, ImageChoice.of(all, scenario.system().name(), key, Map.of()));
    }

    /** Where a program that sends customers could not be had, nothing need be started. */
    private void requirePrograms() {
        scenario.customers().keySet().forEach(name -> {
            JourneySpec journey = scenario.system().journeys().get(name);
            if (journey != null && journey.means() instanceof Means.Program program) {
                program.image()
                        .ifPresent(image -> new NeededImage("journey '" + name + "'", image)
                                .require(run.engine()));
            }
        });
    }

    private ComposeModel readModel(List<String> options) {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("config", "--format", "json"));
        Output output = compose.run(files(), arguments, CONFIG_LIMIT);
        requireOk(output, "docker compose config");
        return ComposeModel.read(output.out());
    }

    private String definition(List<Path> all) {
        Output output = compose.run(all, List.of("config"), CONFIG_LIMIT);
        return secrets.maskDefinition(output.ok() ? output.out() : output.err());
    }

    private void build(Map<String, String> built) {
        Map<String, Object> services = new LinkedHashMap<>();
        built.forEach((service, tag) -> services.put(service, Map.of("image", tag)));
        Path file = write("build.yaml", YamlText.of(Map.of("services", services)));
        List<Path> all = Stream.concat(files().stream(), Stream.of(file)).toList();
        List<String> arguments = new ArrayList<>(EVERY_PROFILE);
        arguments.add("build");
        arguments.addAll(built.keySet());
        requireOk(
                timed("build", () -> compose.run(all, arguments, BUILD_LIMIT)),
                "docker compose build");
    }

    private Output up(List<Path> all) {
        Duration limit = run.settings().startLimit();
        Output output = compose.run(
                all,
                List.of(
                        "up",
                        "-d",
                        "--no-build",
                        "--quiet-pull",
                        "--wait",
                        "--wait-timeout",
                        "" + limit.toSeconds()),
                limit.plus(GRACE));
        if (!output.ok()) {
            String why = new StartFailure(run.engine(), labels)
                    .diagnose(scenario.system().name(), output, limit);
            throw new ProvisioningException(secrets.mask(why), null);
        }
        return output;
    }

    private void requireOk(Output output, String what) {
        if (!output.ok()) {
            throw new ProvisioningException(
                    secrets.mask("system '" + scenario.system().name() + "': '" + what + "' "
                            + (output.code() < 0 ? "did not end in time" : "failed") + ":\n"
                            + StartFailure.tail(output.out() + output.err())),
                    null);
        }
    }

    /** Only what breaks a component from outside of Docker needs hands. */
    private boolean needsHands() {
        return scenario.steps().stream()
                .filter(step -> step instanceof Step.Inject)
                .map(step -> ((Step.Inject) step).fault())
                .anyMatch(fault -> !(fault.target() instanceof Target.OnLink)
                        && !fault.kind().equals("pause"));
    }

    private Path write(Overlay overlay) {
        for (RelaySite site : overlay.sites()) {
            List<Map<String, Object>> proxies = new ArrayList<>();
            site.links().forEach(link -> {
                Map<String, Object> proxy = new LinkedHashMap<>();
                proxy.put("name", RelaySite.proxyName(link));
                proxy.put("listen", "0.0.0.0:" + link.provider().port());
                proxy.put("upstream", overlay.upstream(site, link.provider().port()));
                proxy.put("enabled", true);
                proxies.add(proxy);
            });
            write(site.service() + ".json", json(proxies));
        }
        return write("overlay.yaml", YamlText.of(overlay.file()));
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new DrillException("a relay's configuration could not be written", e);
        }
    }

    private Path write(String name, String text) {
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new DrillException("cannot write " + folder.resolve(name), e);
        }
    }

    private List<Path> files() {
        Path home = scenario.system().folder();
        if (!(scenario.system().blueprint() instanceof Blueprint.Composed composed)) {
            throw new DrillException("system '" + scenario.system().name()
                    + "' is not made from Compose files, so containers cannot be");
        }
        return composed.files().stream()
                .map(file -> Files.exists(home.resolve(file)) ? home.resolve(file) : file)
                .map(file -> file.toAbsolutePath().normalize())
                .toList();
    }

    private <T> T timed(String what, java.util.function.Supplier<T> work) {
        long begin = run.settings().nanos().getAsLong();
        T result = work.get();
        facts.put(what, (run.settings().nanos().getAsLong() - begin) / NANOS_PER_MILLI + " ms");
        return result;
    }
}

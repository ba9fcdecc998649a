package io.firedrill.topology.containers;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Event;

import io.firedrill.DrillException;
import io.firedrill.scenario.Link;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.topology.Capability;
import io.firedrill.topology.Component;
import io.firedrill.topology.LinkUse;
import io.firedrill.topology.RelayedLinks;
import io.firedrill.topology.containers.ContainerRelay.Tools;
import io.firedrill.topology.containers.Launch.Launched;
import io.firedrill.topology.containers.RelayLog.Accepted;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Puts together what is known of a system that runs: components, relays, witness, eyes. */
final class Assembly {
    private static final Set<String> APART = Set.of("isolate", "partition");

    private final Run run;
    private final Scenario scenario;
    private final Launched launched;
    private final Engine engine;
    private final Map<String, String> ids;
    private final LinkUse use = new LinkUse();
    private final Replicas replicas;
    private final Sightings sightings;
    private final Map<String, Set<String>> known = new java.util.concurrent.ConcurrentHashMap<>();

    Assembly(Run run, Scenario scenario, Launched launched) {
        this.run = run;
        this.scenario = scenario;
        this.launched = launched;
        this.engine = run.engine();
        List<Container> containers =
                engine.containers(Labels.SYSTEM + "=" + launched.labels().project());
        this.replicas = Replicas.of(engine, containers);
        this.ids = replicas.all();
        this.sightings = new Sightings(use, replicas);
    }

    /**
     * Makes the system.
     *
     * @param removal removes all of it
     */
    ContainersSystem assemble(Runnable removal) {
        ScheduledExecutorService keeping =
                Executors.newSingleThreadScheduledExecutor(Assembly::daemon);
        List<AutoCloseable> open = new ArrayList<>();
        try {
            return assemble(keeping, open, removal);
        } catch (RuntimeException e) {
            end(open, keeping, () -> {});
            throw e;
        }
    }

    private ContainersSystem assemble(
            ScheduledExecutorService keeping, List<AutoCloseable> open, Runnable removal) {
        Optional<Hands> hands =
                Optional.ofNullable(ids.get(Overlay.HANDS)).map(id -> new Hands(engine, id));
        Map<Link, ContainerRelay> relays = relays(hands);
        ContainerWitness witness = witness();
        RelayKeeper keeper = new RelayKeeper(
                relays.values(),
                witness::listens,
                sightings::saw,
                new RelayKeeper.Threads(keeping, engine.bounded()::begin));
        String label = Labels.SYSTEM + "=" + launched.labels().project();
        Optional<Walls> walls = hands.map(it -> walls(it, witness));
        open.add(EventPump.open(engine, label, keeping, event -> {
            sightings.handle(event, witness, keeper);
            walls.ifPresent(it -> follow(event, it));
        }));
        witness.settle(stands());
        launched.sites()
                .forEach(site -> open.add(RelayLog.follow(
                        engine, require(site.service()), line -> accepted(site, line, witness))));
        return new ContainersSystem(new ContainersSystem.Parts(
                components(hands, keeper),
                entries(),
                relays,
                witness,
                sightings,
                launched.swapper(),
                walls,
                new ContainerPrograms(engine, launched.labels()),
                facts(),
                launched.definition(),
                () -> end(open, keeping, removal)));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "firedrill-relays");
        thread.setDaemon(true);
        return thread;
    }

    /** Every step runs, whatever became of the one before; the removal's error counts. */
    private static void end(
            List<AutoCloseable> open, ScheduledExecutorService keeping, Runnable removal) {
        keeping.shutdownNow();
        try {
            for (AutoCloseable one : open) {
                one.close();
            }
        } catch (Exception e) {
            throw new DrillException("a stream from Docker could not be closed", e);
        } finally {
            removal.run();
        }
    }

    private String require(String service) {
        return Optional.ofNullable(ids.get(service))
                .orElseThrow(() -> new DrillException(
                        "service '" + service + "' has no container; there are: " + ids.keySet()));
    }

    private InspectContainerResponse look(String service) {
        return engine.inspect(require(service))
                .orElseThrow(() -> new DrillException("container of '" + service + "' is gone"));
    }

    private Map<Link, ContainerRelay> relays(Optional<Hands> hands) {
        Map<Link, ContainerRelay> relays = new LinkedHashMap<>();
        for (RelaySite site : launched.sites()) {
            InspectContainerResponse seen = look(site.service());
            InetSocketAddress api = Reach.of(seen, site.apiPort(), run.direct());
            site.links()
                    .forEach(link -> relays.put(
                            link,
                            new ContainerRelay(link, seen.getId(), api, new Tools(engine, hands))));
        }
        return relays;
    }

    private ContainerWitness witness() {
        String outside = require(Overlay.WITNESS);
        Insiders insiders = new Insiders(engine, ids, launched.labels());
        Survey survey = new Survey(new Survey.Parts(
                engine,
                outside,
                replicas,
                insiders,
                use,
                scenario.system().links(),
                launched.sites()));
        return new ContainerWitness(new ContainerWitness.Parts(
                engine,
                outside,
                ids,
                replicas,
                insiders,
                use,
                survey,
                launched.swapper().images()));
    }

    private Walls walls(Hands hands, ContainerWitness witness) {
        Map<RelaySite, String> relays = new LinkedHashMap<>();
        launched.sites().forEach(site -> relays.put(site, require(site.service())));
        Walls.Where where = new Walls.Where(witness::addresses, replicas::components);
        return new Walls(
                new Walls.Parts(hands::filter, where, ids, relays, engine.bounded()::begin));
    }

    /** The stream must go on, so that waits elsewhere; what comes of it shows when it is proved. */
    private void follow(Event event, Walls walls) {
        sightings
                .component(event)
                .filter(change -> change.state().equals("start"))
                .ifPresent(
                        change -> engine.bounded().begin(() -> walls.started(change.component())));
    }

    /** Names the components that the witness must stand beside before anything is broken. */
    private List<String> stands() {
        boolean survey = scenario.steps().stream()
                .filter(Step.Inject.class::isInstance)
                .map(step -> ((Step.Inject) step).fault().kind())
                .anyMatch(APART::contains);
        return survey
                ? launched.model().services().keySet().stream()
                        .flatMap(service -> replicas.components(service).stream())
                        .toList()
                : launched.sites().stream()
                        .filter(site -> !site.isEntry())
                        .map(RelaySite::consumer)
                        .distinct()
                        .toList();
    }

    private List<Component> components(Optional<Hands> hands, RelayKeeper keeper) {
        Set<String> names = new LinkedHashSet<>(scenario.system().components());
        names.addAll(launched.model().services().keySet());
        return names.stream()
                .flatMap(service -> replicas.components(service).stream())
                .<Component>map(name -> component(name, hands, keeper))
                .toList();
    }

    private Component component(String name, Optional<Hands> hands, RelayKeeper keeper) {
        String id = require(name);
        Presence presence = new Presence();
        FreezePower freeze = new FreezePower(name, id, engine, presence);
        StopPower stop = new StopPower(name, id, engine);
        List<Capability> powers = new ArrayList<>(
                List.of(freeze, stop, new StarvePower(name, id, engine), new FillPower(stop)));
        hands.ifPresent(it -> {
            powers.add(new CrashPower(name, id, engine, it));
            powers.add(new LossPower(freeze, it, () -> lost(name, keeper)));
        });
        return new ContainerComponent(name, id, engine, powers, presence);
    }

    /** The relays in front of a service fall silent with the last of its hosts. */
    private void lost(String component, RelayKeeper keeper) {
        if (replicas.lost(component)) {
            keeper.lost(replicas.service(component));
        }
    }

    private Map<String, InetSocketAddress> entries() {
        Map<String, InetSocketAddress> entries = new LinkedHashMap<>();
        scenario.system()
                .entries()
                .forEach((name, endpoint) -> launched.sites().stream()
                        .filter(site -> site.links().contains(RelayedLinks.entryLink(endpoint)))
                        .findFirst()
                        .ifPresent(site -> entries.put(
                                name,
                                Reach.of(look(site.service()), endpoint.port(), run.direct()))));
        return entries;
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>(launched.facts());
        facts.put("project", launched.labels().project());
        facts.put("start limit", run.settings().startLimit().toSeconds() + " s");
        facts.put(
                "customers connect to",
                run.direct()
                        ? "the relay's own address"
                        : "a port published on 127.0.0.1,"
                                + " where refused and reset cannot be told apart");
        if (!run.stuck().isEmpty()) {
            facts.put("left by dead runs", String.join("; ", run.stuck()));
        }
        if (run.settings().keep()) {
            String label =
                    " --filter label=" + Labels.SYSTEM + "=" + launched.labels().project() + ")";
            facts.put(
                    "kept; remove it with",
                    "docker rm -fv $(docker ps -aq" + label
                            + "; docker network rm $(docker network ls -q" + label
                            + "; docker volume rm $(docker volume ls -q" + label);
        }
        return facts;
    }

    /**
     * Counts a connection that came from the consumer itself; whoever else is on the way does not
     * matter.
     */
    private void accepted(RelaySite site, Accepted line, ContainerWitness witness) {
        site.links().stream()
                .filter(link -> RelaySite.proxyName(link).equals(line.proxy()))
                .filter(link -> site.isEntry() || isFrom(site.consumer(), line.client(), witness))
                .flatMap(link -> use.accepted(link, line.client()).stream())
                .forEach(sightings::saw);
    }

    private boolean isFrom(String consumer, String address, ContainerWitness witness) {
        Set<String> addresses =
                known.computeIfAbsent(consumer, it -> Set.copyOf(witness.addresses(it)));
        if (!addresses.contains(address)) {
            addresses =
                    Set.copyOf(witness.addresses(consumer)); // it may have been started anew since
            known.put(consumer, addresses);
        }
        return addresses.contains(address);
    }
}

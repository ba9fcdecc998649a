package io.firedrill.scenario;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The services that Compose files, laid over each other, define, in their order.
 *
 * @param complete false where a Compose file could not be read: then nothing is known to be missing
 */
record Services(Map<String, Service> byName, boolean complete) {
    private static final String LOSS = "vanish";
    /** What takes a component off its network needs one that is its own. */
    private static final Set<String> OF_THE_NETWORK = Set.of(LOSS, "part");
    /** What Compose does to a service does it to all its containers. */
    private static final String OF_THE_SERVICE = "swap";

    /**
     * One service.
     *
     * @param started false where it is behind a profile or scaled to 0, so that {@code up} leaves
     *     it
     * @param networkMode its {@code network_mode}, empty for networks of its own
     * @param pid its {@code pid}, empty for processes of its own
     * @param replicas how many containers it has, as far as the file says so in numbers
     * @param once true where others wait for its good end
     */
    record Service(boolean started, String networkMode, String pid, int replicas, boolean once) {
        static final Service PLAIN = new Service(true, "", "", 1, false);

        /** Gives the same as one whose end others wait for. */
        Service endingByItself() {
            return new Service(started, networkMode, pid, replicas, true);
        }
    }

    /** Names those that {@code up} starts. */
    Set<String> components() {
        Set<String> names = new LinkedHashSet<>();
        byName.forEach((name, service) -> {
            if (service.started()) {
                names.add(name);
            }
        });
        return names;
    }

    /** Names those that {@code up} starts, and each replica of those that have several. */
    Set<String> names() {
        Set<String> names = components();
        components().forEach(name -> names.addAll(containers(name)));
        return names;
    }

    /**
     * Names the containers of a service as Compose does: the only one as the service, one of
     * several with its number after it.
     */
    List<String> containers(String name) {
        int replicas = byName.getOrDefault(name, Service.PLAIN).replicas();
        return replicas < 2
                ? List.of(name)
                : IntStream.rangeClosed(1, replicas)
                        .mapToObj(number -> name + "-" + number)
                        .toList();
    }

    /** Says whether a name is that of a service or of a replica. */
    boolean has(String name) {
        return byName.containsKey(name) || names().contains(name);
    }

    /** Finds the service that a name is, or is a replica of. */
    private Optional<String> serviceOf(String name) {
        return byName.containsKey(name)
                ? Optional.of(name)
                : components().stream()
                        .filter(service -> containers(service).contains(name))
                        .findFirst();
    }

    /** Notes a problem unless the component is there. */
    boolean known(String component, Value at) {
        Service service = serviceOf(component).map(byName::get).orElse(null);
        if (service == null) {
            if (complete && !component.isEmpty()) {
                at.unknown(component, names(), "component");
            }
            return false;
        }
        if (!service.started()) {
            at.problem(
                    "component " + Quote.of(component) + " is never started",
                    "the Compose file puts it behind a profile or scales it to 0",
                    "");
        }
        if (containers(component).stream().anyMatch(it -> isAnother(it, component))) {
            at.problem(
                    "a replica of component " + Quote.of(component) + " has the name of a service",
                    "replicas are called " + String.join(", ", containers(component)),
                    "Give the service another name");
        }
        if (service.once()) {
            at.problem(
                    "component " + Quote.of(component) + " ends by itself",
                    "others wait for its good end (service_completed_successfully), so it does not"
                            + " run any more when a drill begins",
                    "");
        }
        return service.started() && !service.once();
    }

    private boolean isAnother(String name, String component) {
        return !name.equals(component) && byName.containsKey(name);
    }

    /** Notes a problem unless the component is one container that is there. */
    boolean single(String component, Value at) {
        boolean known = known(component, at);
        List<String> containers = containers(component);
        if (known && containers.size() > 1) {
            at.problem(
                    "component " + Quote.of(component) + " has " + containers.size() + " replicas",
                    "needed: one of them: " + String.join(", ", containers),
                    "");
        }
        return known && containers.size() == 1;
    }

    /** Notes a problem unless the component is a service with all its containers. */
    boolean whole(String component, String why, Value at) {
        boolean known = known(component, at);
        boolean one = known && !byName.containsKey(component);
        if (one) {
            String service = serviceOf(component).orElse(component);
            at.problem(
                    "component " + Quote.of(component) + " is one of "
                            + containers(service).size() + " replicas of " + Quote.of(service),
                    why,
                    "Name " + Quote.of(service));
        }
        return known && !one;
    }

    /** Says whether a fault is done to all containers of a service at once. */
    static boolean isOfTheService(FaultKind fault) {
        return fault.needs().equals(OF_THE_SERVICE);
    }

    /** Notes a problem where a fault would reach beyond the component it is aimed at. */
    void reachable(String component, FaultKind fault, Value at) {
        boolean there = isOfTheService(fault)
                ? whole(component, "all replicas of a service are put on an image at once", at)
                : single(component, at);
        if (!there) {
            return;
        }
        Service service = serviceOf(component).map(byName::get).orElse(Service.PLAIN);
        if (OF_THE_NETWORK.contains(fault.needs()) && !service.networkMode().isEmpty()) {
            shared(component, fault, at, "network_mode " + Quote.of(service.networkMode()));
        }
        if (fault.needs().equals(LOSS) && !service.pid().isEmpty()) {
            shared(component, fault, at, "pid " + Quote.of(service.pid()));
        }
    }

    private static void shared(String component, FaultKind fault, Value at, String how) {
        at.problem(
                "fault '" + fault.name() + "' on component " + Quote.of(component)
                        + " would hit others: it has " + how,
                fault.needs().equals(LOSS)
                        ? "only components with a network and processes of their own can be lost"
                        : "only components on networks of their own can be taken off them",
                "");
    }

    /** Notes a problem unless a relay can be put on the network of each component. */
    void relayable(List<String> components, Value at) {
        for (String component : components) {
            Service service = byName.getOrDefault(component, Service.PLAIN);
            boolean whole = whole(component, "links and entries lead to all of them", at);
            if (whole && !service.networkMode().isEmpty()) {
                at.problem(
                        "component " + Quote.of(component)
                                + " cannot have a relay: it has network_mode "
                                + Quote.of(service.networkMode()),
                        "only components on networks of their own can",
                        "");
            }
        }
    }
}

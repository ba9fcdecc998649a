package io.firedrill.scenario;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The services that Compose files, laid over each other, define, in their order.
 *
 * @param complete false where a Compose file could not be read: then nothing is known to be missing
 */
record Services(Map<String, Service> byName, boolean complete) {
    private static final String LOSS = "vanish";
    /** What takes a component off its network needs one that is its own. */
    private static final Set<String> OF_THE_NETWORK = Set.of(LOSS, "part");

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

    /** Names those that {@code up} starts: the components. */
    Set<String> components() {
        Set<String> names = new LinkedHashSet<>();
        byName.forEach((name, service) -> {
            if (service.started()) {
                names.add(name);
            }
        });
        return names;
    }

    /** Notes a problem unless the component is there. */
    boolean known(String component, Value at) {
        Service service = byName.get(component);
        if (service == null) {
            if (complete && !component.isEmpty()) {
                at.unknown(component, components(), "component");
            }
            return false;
        }
        if (!service.started()) {
            at.problem(
                    "component " + Quote.of(component) + " is never started",
                    "the Compose file puts it behind a profile or scales it to 0",
                    "");
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

    /** Notes a problem unless the component is one container that is there. */
    boolean single(String component, Value at) {
        boolean known = known(component, at);
        int replicas = byName.getOrDefault(component, Service.PLAIN).replicas();
        if (known && replicas > 1) {
            at.problem(
                    "component " + Quote.of(component) + " has " + replicas + " replicas",
                    "only a component of one container can be broken or asked, for what is true of"
                            + " one replica is not true of all; links to and from it can be"
                            + " broken, one for all replicas",
                    "");
        }
        return known && replicas == 1;
    }

    /** Notes a problem where a fault would reach beyond the component it is aimed at. */
    void reachable(String component, FaultKind fault, Value at) {
        Service service = byName.getOrDefault(component, Service.PLAIN);
        if (!single(component, at)) {
            return;
        }
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
            if (known(component, at) && !service.networkMode().isEmpty()) {
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

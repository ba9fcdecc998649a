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

    /**
     * One service.
     *
     * @param started false where it is behind a profile or scaled to 0, so that {@code up} leaves
     *     it
     * @param networkMode its {@code network_mode}, empty for networks of its own
     */
    record Service(boolean started, String networkMode) {
        static final Service PLAIN = new Service(true, "");
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
        return service.started();
    }

    /** Notes a problem where the network of a component is not its own, so that others are hit. */
    void networked(String component, String fault, Value at) {
        Service service = byName.getOrDefault(component, Service.PLAIN);
        if (!service.networkMode().isEmpty()) {
            at.problem(
                    "fault '" + fault + "' would hit more than component " + Quote.of(component)
                            + ": it has network_mode " + Quote.of(service.networkMode()),
                    "only components on networks of their own can be taken off them",
                    "");
        }
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

package io.firedrill.scenario;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Binds the links of a system: between components, and from them to providers outside. */
final class LinksBinder {
    private final Services services;
    private final Outside outside;

    LinksBinder(Services services, Outside outside) {
        this.services = services;
        this.outside = outside;
    }

    /** Binds them, in order. */
    List<Link> bind(Fields system) {
        Set<Link> links = new LinkedHashSet<>();
        for (Value item : system.find("links").map(Value::items).orElse(List.of())) {
            Link link = item.as(Notations.LINK);
            boolean bound = !link.consumer().isEmpty();
            consumer(link, item);
            provider(link, item);
            if (bound && link.consumer().equals(link.provider().component())) {
                item.problem(
                        "link " + Quote.of(link.toString()) + " leads from a component to itself",
                        "",
                        "");
            }
            if (bound && !links.add(link)) {
                item.problem(
                        "link " + Quote.of(link.toString()) + " is listed twice",
                        "each link once",
                        "");
            }
        }
        return List.copyOf(links);
    }

    private void consumer(Link link, Value item) {
        String consumer = link.consumer();
        if (!services.byName().containsKey(consumer) && outside.called(consumer).isPresent()) {
            item.problem(
                    "link " + Quote.of(link.toString()) + " leads from a channel",
                    "links lead from components of the system",
                    "");
        } else {
            services.relayable(List.of(consumer), item);
        }
    }

    private void provider(Link link, Value item) {
        Endpoint provider = link.provider();
        if (outside.stands(provider)) {
            return;
        }
        boolean outsider = outside.knows(provider.component())
                && !services.byName().containsKey(provider.component());
        if (outsider) {
            item.problem(
                    "no channel is at " + Quote.of(provider.toString()),
                    "channels are at: " + String.join(", ", outside.endpoints()),
                    Guess.of(provider.toString(), outside.endpoints()));
        } else {
            services.relayable(List.of(provider.component()), item);
        }
    }
}

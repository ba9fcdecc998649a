package io.firedrill.topology.containers;

import io.firedrill.scenario.Link;
import io.firedrill.topology.RelayState.Listener;
import io.firedrill.topology.RelayState.Provider;
import io.firedrill.topology.Sighting;
import io.firedrill.topology.Sighting.RelaySwitched;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Keeps relays from hiding what became of their providers: a bare Toxiproxy accepts connections
 * even for a dead one, and health checks that only connect would stay green.
 */
final class RelayKeeper {
    private final List<ContainerRelay> relays;
    private final Predicate<Link> listens;
    private final Consumer<Sighting> out;
    private final Executor inOrder;
    private final Executor aside;

    /**
     * Creates it.
     *
     * @param listens waits, bounded, until a link's provider listens on its port, and says whether
     *     it does
     * @param out told of every switch
     * @param inOrder one thread, so that news are followed in the order in which they came
     * @param aside threads that may wait
     */
    RelayKeeper(
            Collection<ContainerRelay> relays,
            Predicate<Link> listens,
            Consumer<Sighting> out,
            Threads threads) {
        this.relays = List.copyOf(relays);
        this.listens = listens;
        this.out = out;
        this.inOrder = threads.inOrder();
        this.aside = threads.aside();
    }

    /**
     * What it runs on.
     *
     * @param inOrder one thread, so that news are followed in the order in which they came
     * @param aside threads that may wait
     */
    record Threads(Executor inOrder, Executor aside) {}

    /** Takes news of a component and returns at once; the relays in front of it follow. */
    void heard(String component, Provider news) {
        inOrder.execute(() -> follow(component, news));
    }

    /** Lets the relays in front of a lost host fall silent before it returns. */
    void lost(String component) {
        follow(component, Provider.LOST);
    }

    private void follow(String component, Provider news) {
        relays.stream()
                .filter(relay -> relay.link().provider().component().equals(component))
                .forEach(relay -> follow(relay, news));
    }

    private void follow(ContainerRelay relay, Provider news) {
        try {
            relay.follow(news).ifPresent(now -> report(relay, now, news));
        } catch (RuntimeException e) {
            out.accept(new RelaySwitched(
                    relay.link().toString(), "unknown", String.valueOf(e.getMessage())));
        }
        if (news == Provider.STARTING) {
            aside.execute(() -> awaitListening(relay));
        }
    }

    /**
     * Each round is bounded; a provider that dies meanwhile ends them, and a later start begins
     * anew.
     */
    private void awaitListening(ContainerRelay relay) {
        boolean up = false;
        while (!up
                && relay.provider() == Provider.STARTING
                && !Thread.currentThread().isInterrupted()) {
            up = listens.test(relay.link());
        }
        if (up) {
            inOrder.execute(() -> follow(relay, Provider.UP));
        }
    }

    private void report(ContainerRelay relay, Listener now, Provider news) {
        String provider = "'" + relay.link().provider().component() + "'";
        String why = switch (news) {
            case UP -> provider + " listens again";
            case STARTING -> provider + " started, and does not listen yet";
            case DEAD -> provider + " died";
            case LOST -> "the host of " + provider + " was lost";
        };
        out.accept(new RelaySwitched(
                relay.link().toString(), now.name().toLowerCase(Locale.ROOT), why));
    }
}

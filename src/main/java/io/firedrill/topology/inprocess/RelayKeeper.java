package io.firedrill.topology.inprocess;

import io.firedrill.topology.RelayState.Listener;
import io.firedrill.topology.RelayState.Provider;
import io.firedrill.topology.Sighting;
import io.firedrill.topology.Sighting.RelaySwitched;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Keeps relays from hiding what became of their providers: a relay accepts connections even for a
 * dead one, and health checks that only connect would stay green.
 */
final class RelayKeeper {
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);
    private static final int HANDSHAKE_MILLIS = 50;

    private final List<InprocessRelay> relays = new CopyOnWriteArrayList<>();
    private final Consumer<Sighting> out;
    private final Later later;

    /** Something that does things after a while, one after the other. */
    @FunctionalInterface
    interface Later {
        /** Does it after that time. */
        void after(Duration delay, Runnable action);
    }

    RelayKeeper(Consumer<Sighting> out, Later later) {
        this.out = out;
        this.later = later;
    }

    void keep(InprocessRelay relay) {
        relays.add(relay);
    }

    /** Takes news of a component and returns at once; the relays in front of it follow. */
    void heard(String component, Provider news) {
        of(component).forEach(relay -> later.after(Duration.ZERO, () -> follow(relay, news)));
    }

    /** Lets the relays in front of a lost host stand aside before it returns. */
    void lost(String component) {
        of(component).forEach(relay -> follow(relay, Provider.LOST));
    }

    private List<InprocessRelay> of(String component) {
        return relays.stream()
                .filter(relay -> relay.link().provider().component().equals(component))
                .toList();
    }

    private void follow(InprocessRelay relay, Provider news) {
        try {
            relay.follow(news).ifPresent(now -> report(relay, now, news));
        } catch (RuntimeException e) {
            out.accept(new RelaySwitched(
                    relay.link().toString(), "unknown", String.valueOf(e.getMessage())));
        }
        if (news == Provider.STARTING) {
            awaitListening(relay);
        }
    }

    /** A provider that dies meanwhile ends the wait, and a later start begins anew. */
    private void awaitListening(InprocessRelay relay) {
        if (relay.provider() != Provider.STARTING) {
            return;
        }
        if (listens(relay.provides())) {
            follow(relay, Provider.UP);
        } else {
            later.after(LOOK_EVERY, () -> awaitListening(relay));
        }
    }

    private static boolean listens(InetSocketAddress provider) {
        try (Socket socket = new Socket()) {
            socket.connect(provider, HANDSHAKE_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void report(InprocessRelay relay, Listener now, Provider news) {
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

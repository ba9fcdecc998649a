package io.firedrill.topology.containers;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;

import io.firedrill.DrillException;
import io.firedrill.topology.Capability.Losable;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Loses a container's host, and brings it back as after a power cycle. Packets are dropped first,
 * for the kernel of a stopped process still completes handshakes. Then its processes are stopped by
 * signal, so that nothing goes on behind the silence: a database that was left running demoted
 * itself there, and came back in a state that no power cycle leaves. By signal, and not frozen by
 * the engine, since that is a risk (see {@link Presence}).
 */
final class LossPower implements Losable {
    private final FreezePower container;
    private final Hands hands;
    private final Runnable relays;
    private final AtomicBoolean touched = new AtomicBoolean();

    /**
     * Creates it.
     *
     * @param relays lets those in front of it fall silent with it; they follow its return by
     *     themselves
     */
    LossPower(FreezePower container, Hands hands, Runnable relays) {
        this.container = container;
        this.hands = hands;
        this.relays = relays;
    }

    @Override
    public void lose() {
        touched.set(true);
        container.presence().leave(this::stop);
        relays.run();
    }

    private void stop() {
        if (!hands.lose(container.id())) {
            throw new DrillException(
                    "'" + container.name() + "' has no host to lose: it does not run");
        }
    }

    /** A new start makes a new network namespace, in which no packet is dropped. */
    @Override
    public void bringBack() {
        if (!touched.get()) {
            return;
        }
        container.presence().enter(this::powerCycle);
        touched.set(false);
    }

    private void powerCycle() {
        Engine engine = container.engine();
        String id = container.id();
        engine.act(
                "killing " + container.name(),
                docker -> docker.killContainerCmd(id).exec());
        engine.act(
                "starting " + container.name(),
                docker -> docker.startContainerCmd(id).exec());
        engine.inspect(id).map(seen -> seen.getState()).ifPresent(this::requireBack);
    }

    private void requireBack(ContainerState state) {
        if (!Boolean.TRUE.equals(state.getRunning())) {
            throw new DrillException(
                    "'" + container.name() + "' did not come back: it is " + state.getStatus());
        }
    }
}

package io.firedrill.topology.containers;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;

import io.firedrill.DrillException;
import io.firedrill.topology.Capability.Losable;

import java.util.concurrent.atomic.AtomicBoolean;

/** Loses a container's host, and brings it back as after a power cycle. */
final class LossPower implements Losable {
    private final FreezePower freeze;
    private final Hands hands;
    private final Runnable relays;
    private final AtomicBoolean touched = new AtomicBoolean();

    /**
     * Creates it.
     *
     * @param relays lets those in front of it fall silent with it; they follow its return by
     *     themselves
     */
    LossPower(FreezePower freeze, Hands hands, Runnable relays) {
        this.freeze = freeze;
        this.hands = hands;
        this.relays = relays;
    }

    /** Drops its packets first: a frozen container's kernel still completes handshakes. */
    @Override
    public void lose() {
        touched.set(true);
        if (!hands.dropAll(freeze.id())) {
            throw new DrillException(
                    "'" + freeze.name() + "' has no host to lose: it does not run");
        }
        relays.run();
        freeze.pause();
    }

    /**
     * Kills it and starts it. For the moment between thaw and kill it is still cut off from
     * everybody; a frozen one is not killed, for on a busy machine the engine then hung for up to
     * 15 s. A new start makes a new network namespace, in which no packet is dropped.
     */
    @Override
    public void bringBack() {
        if (!touched.get()) {
            return;
        }
        Engine engine = freeze.engine();
        String id = freeze.id();
        String name = freeze.name();
        freeze.resume();
        engine.act("killing " + name, docker -> docker.killContainerCmd(id).exec());
        engine.act("starting " + name, docker -> docker.startContainerCmd(id).exec());
        engine.inspect(id).map(seen -> seen.getState()).ifPresent(this::requireBack);
        touched.set(false);
    }

    private void requireBack(ContainerState state) {
        if (!Boolean.TRUE.equals(state.getRunning()) || Boolean.TRUE.equals(state.getPaused())) {
            throw new DrillException(
                    "'" + freeze.name() + "' did not come back: it is " + state.getStatus());
        }
    }
}

package io.firedrill.topology.containers;

import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;

import io.firedrill.DrillException;
import io.firedrill.topology.Capability.Stoppable;

import java.time.Duration;

/**
 * Stops a container as {@code docker stop} does, with the grace that it was made with
 * ({@code stop_grace_period}, usually 10 s): its restart policy does not act.
 */
record StopPower(String name, String id, Engine engine) implements Stoppable {
    /** The longest grace that fits into the time a fault has to be applied. */
    private static final Duration LIMIT = Duration.ofSeconds(27);

    @Override
    public void stop() {
        boolean was = engine.bounded().call("stopping " + name, LIMIT, this::stopped);
        if (!was) {
            throw new DrillException("'" + name + "' could not be stopped: it does not run");
        }
    }

    private boolean stopped() {
        try {
            engine.client().stopContainerCmd(id).exec();
            return true;
        } catch (NotFoundException | NotModifiedException notRunning) {
            return false;
        }
    }

    @Override
    public void start() {
        boolean running = engine.inspect(id)
                .map(seen -> Boolean.TRUE.equals(seen.getState().getRunning()))
                .orElse(true);
        if (!running) {
            engine.act(
                    "starting " + name, docker -> docker.startContainerCmd(id).exec());
        }
    }
}

package io.firedrill.topology.containers;

import io.firedrill.DrillException;
import io.firedrill.topology.Capability.Pausable;

/** Freezes and thaws a container. */
record FreezePower(String name, String id, Engine engine, Presence presence) implements Pausable {

    @Override
    public void pause() {
        presence.leave(() -> {
            new HealthRhythm(engine, id).awaitQuiet();
            engine.act("pausing " + name, docker -> docker.pauseContainerCmd(id).exec());
        });
        if (!isPaused()) {
            throw new DrillException("'" + name + "' could not be paused: it does not run");
        }
    }

    @Override
    public void resume() {
        presence.enter(() -> {
            if (isPaused()) {
                engine.act(
                        "resuming " + name,
                        docker -> docker.unpauseContainerCmd(id).exec());
            }
        });
    }

    private boolean isPaused() {
        return engine.inspect(id)
                .map(seen -> Boolean.TRUE.equals(seen.getState().getPaused()))
                .orElse(false);
    }
}

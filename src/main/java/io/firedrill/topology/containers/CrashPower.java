package io.firedrill.topology.containers;

import io.firedrill.DrillException;
import io.firedrill.topology.Capability.Crashable;

/** Lets a container's main process die as it dies by itself, so that the restart policy acts. */
record CrashPower(String name, String id, Engine engine, Hands hands) implements Crashable {

    /**
     * Kills the main process from outside of Docker: {@code docker kill} would tell Docker that the
     * death is wanted, and the restart policy would not act.
     */
    @Override
    public void crash() {
        if (!hands.kill(id)) {
            throw new DrillException(
                    "'" + name + "' has no process that could die: it does not run");
        }
    }

    @Override
    public void revive() {
        boolean down = engine.inspect(id)
                .map(seen -> !isTrue(seen.getState().getRunning())
                        && !isTrue(seen.getState().getRestarting()))
                .orElse(false);
        if (down) {
            engine.act(
                    "starting " + name, docker -> docker.startContainerCmd(id).exec());
        }
    }

    private static boolean isTrue(Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}

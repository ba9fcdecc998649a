package io.firedrill.topology.containers;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.command.InspectContainerResponse;
import io.firedrill.DrillException;
import io.firedrill.topology.Capability.Crashable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.core.ConditionTimeoutException;

/** Lets a container's main process die as it dies by itself, so that the restart policy acts. */
final class CrashPower implements Crashable {
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(50);

    private final String name;
    private final String id;
    private final Engine engine;
    private final Hands hands;
    /** The life of the container that was ended last, by the stamp of its start. */
    private final AtomicReference<String> ended = new AtomicReference<>("");

    CrashPower(String name, String id, Engine engine, Hands hands) {
        this.name = name;
        this.id = id;
        this.engine = engine;
        this.hands = hands;
    }

    /**
     * Kills the main process from outside of Docker: {@code docker kill} would tell Docker that the
     * death is wanted, and the restart policy would not act.
     */
    @Override
    public void crash() {
        Optional<String> life = engine.inspect(id).map(CrashPower::life);
        if (!hands.kill(id)) {
            throw new DrillException(
                    "'" + name + "' has no process that could die: it does not run");
        }
        life.ifPresent(ended::set);
    }

    @Override
    public void revive() {
        awaitNoticed();
        boolean down = engine.inspect(id).map(CrashPower::isDown).orElse(false);
        if (down) {
            engine.act(
                    "starting " + name, docker -> docker.startContainerCmd(id).exec());
        }
    }

    /**
     * The engine learns of a death a moment later, and longer on a busy machine: until then it says
     * that the container runs, and starting it would do nothing.
     */
    private void awaitNoticed() {
        try {
            await("the engine's notice that " + name + " died")
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(NOTICED_WITHIN)
                    .until(() -> engine.inspect(id).map(this::isNoticed).orElse(true));
        } catch (ConditionTimeoutException e) {
            throw new DrillException(
                    "'" + name + "' was killed, and after " + NOTICED_WITHIN.toSeconds()
                            + " s the engine still says that it runs",
                    e);
        }
    }

    private boolean isNoticed(InspectContainerResponse seen) {
        return !isTrue(seen.getState().getRunning())
                || isTrue(seen.getState().getRestarting())
                || !life(seen).equals(ended.get());
    }

    private static boolean isDown(InspectContainerResponse seen) {
        return !isTrue(seen.getState().getRunning()) && !isTrue(seen.getState().getRestarting());
    }

    private static String life(InspectContainerResponse seen) {
        return String.valueOf(seen.getState().getStartedAt());
    }

    private static boolean isTrue(Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}

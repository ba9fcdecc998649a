package io.firedrill.topology.containers;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.command.HealthStateLog;
import com.github.dockerjava.api.command.InspectContainerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;

/** When the engine runs a container's health check, so as not to freeze it just then. */
final class HealthRhythm {
    /** How long before the next check counts as quiet. */
    private static final Duration AHEAD = Duration.ofSeconds(1);

    private static final Duration AT_MOST = Duration.ofSeconds(6);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Engine engine;
    private final String id;

    HealthRhythm(Engine engine, String id) {
        this.engine = engine;
        this.id = id;
    }

    /** Waits, bounded, until no check is due soon; after the bound it goes on all the same. */
    void awaitQuiet() {
        try {
            await("a moment without a health check")
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(AT_MOST)
                    .until(() -> engine.inspect(id).map(this::quiet).orElse(true));
        } catch (ConditionTimeoutException e) {
            // A check that runs all the time leaves no quiet moment: the risk is taken.
            return;
        }
    }

    /** By the engine's own stamps and its own clock. */
    private boolean quiet(InspectContainerResponse seen) {
        if (seen.getConfig().getHealthcheck() == null || seen.getState().getHealth() == null) {
            return true;
        }
        Long interval = seen.getConfig().getHealthcheck().getInterval();
        List<HealthStateLog> log = seen.getState().getHealth().getLog();
        if (interval == null || log == null || log.isEmpty()) {
            return true;
        }
        Optional<Instant> ended = Optional.ofNullable(log.get(log.size() - 1).getEnd())
                .map(end -> OffsetDateTime.parse(end).toInstant());
        return ended.map(end -> now().plus(AHEAD).isBefore(end.plusNanos(interval)))
                .orElse(true);
    }

    private Instant now() {
        String time = engine.ask(
                "asking the engine's clock", docker -> docker.infoCmd().exec().getSystemTime());
        return OffsetDateTime.parse(String.valueOf(time)).toInstant();
    }
}

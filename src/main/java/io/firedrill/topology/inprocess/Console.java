package io.firedrill.topology.inprocess;

import io.firedrill.topology.Capability.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** How operators see a component: its log, its health, the commands that it answers. */
public final class Console {
    private static final Answer NO_ANSWER = new Answer(-1, "");

    private final Life life;
    private final Log log;
    private final Map<String, BooleanSupplier> commands = new ConcurrentHashMap<>();
    private volatile @Nullable BooleanSupplier health;

    Console(Life life, Log log) {
        this.life = life;
        this.log = log;
    }

    /** Writes a line to its log, which outlives it. */
    public void log(String line) {
        life.gate().pass();
        log.add(line);
    }

    /**
     * Says how its health is told; a component without counts as healthy once it is started. Asked
     * many times a second, so it must say what is known and not go and look.
     */
    public void healthy(BooleanSupplier check) {
        health = check;
    }

    /** Answers a command: exit code 0 for yes, 1 for no. */
    public void answers(String command, BooleanSupplier yes) {
        commands.put(command, yes);
    }

    /** Gives its health where it tells it. */
    Optional<Boolean> health() {
        return Optional.ofNullable(health).map(BooleanSupplier::getAsBoolean);
    }

    /** Has a command answered by the process itself; code -1 where it does not in time. */
    Answer ask(List<String> command, Duration atMost) {
        String words = String.join(" ", command);
        BooleanSupplier known = commands.get(words);
        if (known == null) {
            return new Answer(
                    127, "'" + words + "' is not known here; known: " + commands.keySet());
        }
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        try {
            life.run(() -> answer(known, answer));
            return new Answer(answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS) ? 0 : 1, "");
        } catch (Killed | ExecutionException | TimeoutException e) {
            return NO_ANSWER;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return NO_ANSWER;
        }
    }

    private void answer(BooleanSupplier known, CompletableFuture<Boolean> answer) {
        try {
            life.gate().pass();
            answer.complete(known.getAsBoolean());
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }
}

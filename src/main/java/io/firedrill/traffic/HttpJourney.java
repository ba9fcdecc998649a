package io.firedrill.traffic;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Outcome;
import io.firedrill.scenario.HttpStep;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.SystemSpec;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;

/**
 * A journey written as HTTP steps.
 *
 * <p>A read that fails is {@code FAILED}. A write is {@code FAILED} where no request that writes
 * was handed over, or where it was answered with 4xx; it is {@code UNKNOWN} where one was handed
 * over and got no such definite no: silence, a reset, 5xx, an answer nobody understands.
 *
 * <p>Where the system refuses the token, the customer signs in again and repeats that one step,
 * once, within the same deadline: that is part of the journey, as it is of any app.
 */
final class HttpJourney implements Journey, AutoCloseable {
    private final JourneySpec spec;
    private final Placeholders secrets;
    private final Surroundings surroundings;
    private final Conversation.Script script;

    /**
     * What to build a journey from.
     *
     * @param connections the most attempts that will be under way at a time
     */
    record Order(JourneySpec spec, SystemSpec system, InetSocketAddress address, int connections) {}

    HttpJourney(Order order, ScheduledExecutorService timers, DrillClock clock) {
        this.spec = order.spec();
        this.secrets = Placeholders.ofSecrets(order.system().secrets());
        HttpLine.Order line = new HttpLine.Order(
                spec.name(), order.address(), order.connections(), spec.deadline());
        Discretion discretion = new Discretion(order.system().secrets().values());
        this.surroundings = new Surroundings(new HttpLine(line, clock), timers, discretion);
        Optional<SignIns> signIns = spec.as()
                .map(identity -> order.system().signIns().get(identity.signIn()))
                .map(signIn -> new SignIns(surroundings, signIn));
        this.script = new Conversation.Script(
                spec.steps().stream().map(StepScript::of).toList(), signIns);
    }

    @Override
    public CompletionStage<Experience> setOut(Visit visit) {
        return start(script, visit).thenApply(this::seen);
    }

    /** Asks one further question as that visit's customer, and hands back how it ended. */
    CompletableFuture<Ending> ask(HttpStep question, Visit visit) {
        List<StepScript> steps = List.of(StepScript.of(question));
        return start(new Conversation.Script(steps, script.signIns()), visit);
    }

    private CompletableFuture<Ending> start(Conversation.Script said, Visit visit) {
        try {
            return new Conversation(surroundings, said, placeholders(visit)).start();
        } catch (StepFailure ours) {
            return CompletableFuture.completedFuture(failedBefore(ours));
        }
    }

    private Ending failedBefore(StepFailure ours) {
        long now = surroundings.line().clock().nanos();
        return new Ending(
                ours.reason(),
                String.valueOf(ours.getMessage()),
                null,
                false,
                now,
                now,
                secrets,
                null);
    }

    private Placeholders placeholders(Visit visit) {
        String password = spec.as().map(as -> secrets.fill(as.password())).orElse("");
        surroundings.discretion().learn(password);
        return secrets.and(Map.of(
                "who", visit.who(),
                "peer", visit.peer(),
                "number", Long.toString(visit.number()),
                "write", visit.write(),
                "password", password));
    }

    private Experience seen(Ending ending) {
        Outcome outcome = Outcome.FAILED;
        if (ending.reason() == AttemptReason.NONE) {
            outcome = Outcome.OK;
        } else if (spec.write() && ending.maybeWritten()) {
            outcome = Outcome.UNKNOWN;
        }
        return new Experience(
                outcome,
                ending.reason(),
                ending.detail(),
                ending.status(),
                ending.sent(),
                ending.end());
    }

    /** Closes its connections and ends its threads. */
    @Override
    public void close() {
        surroundings.line().close();
    }
}

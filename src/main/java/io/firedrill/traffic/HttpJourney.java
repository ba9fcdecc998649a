package io.firedrill.traffic;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Outcome;
import io.firedrill.scenario.HttpStep;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.SignIn;
import io.firedrill.scenario.SystemSpec;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

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
final class HttpJourney implements Fleet.Ready {
    private final JourneySpec spec;
    private final Placeholders secrets;
    private final Surroundings surroundings;
    private final Surroundings reception;
    private final Conversation.Script script;

    /**
     * What to build a journey from.
     *
     * @param connections the most attempts that will be under way at a time
     * @param entries from the name of a further entry, where one signs in, to its address
     */
    record Order(
            JourneySpec spec,
            SystemSpec system,
            InetSocketAddress address,
            int connections,
            Function<String, InetSocketAddress> entries) {

        /** Orders one whose customers sign in where they come in. */
        Order(JourneySpec spec, SystemSpec system, InetSocketAddress address, int connections) {
            this(spec, system, address, connections, entry -> address);
        }
    }

    HttpJourney(Order order, ScheduledExecutorService timers, DrillClock clock) {
        this.spec = order.spec();
        this.secrets = Placeholders.ofSecrets(order.system().secrets());
        Discretion discretion = new Discretion(order.system().secrets().values());
        Optional<SignIn> signIn =
                spec.as().map(identity -> order.system().signIns().get(identity.signIn()));
        Optional<InetSocketAddress> elsewhere = signIn.flatMap(SignIn::client)
                .flatMap(SignIn.OAuth2Client::entry)
                .map(order.entries());
        this.surroundings =
                new Surroundings(line(order, order.address(), clock), timers, discretion);
        this.reception = elsewhere
                .map(address -> new Surroundings(line(order, address, clock), timers, discretion))
                .orElse(surroundings);
        Optional<SignIns> signIns = signIn.map(it -> new SignIns(reception, it, secrets));
        this.script = new Conversation.Script(
                spec.steps().stream().map(StepScript::of).toList(), signIns);
    }

    private static HttpLine line(Order order, InetSocketAddress address, DrillClock clock) {
        HttpLine.Order line = new HttpLine.Order(
                order.spec().name(), address, order.connections(), order.spec().deadline());
        return new HttpLine(line, clock);
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
        if (reception != surroundings) {
            reception.line().close();
        }
    }
}

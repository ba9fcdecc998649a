package io.firedrill.traffic;

import io.firedrill.scenario.SignIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a journey's customers: one sign-in for each customer, which all attempts that
 * need it wait for, and another one after the system refused the token, the token grew too old, or
 * the sign-in failed.
 */
final class SignIns {
    private final Surroundings surroundings;
    private final SignIn signIn;
    private final List<StepScript> steps;
    private final Map<String, CompletableFuture<Credential>> sessions = new ConcurrentHashMap<>();

    /**
     * Prepares sign-ins.
     *
     * @param surroundings with the line to where customers sign in
     */
    SignIns(Surroundings surroundings, SignIn signIn, Placeholders secrets) {
        this.surroundings = surroundings;
        this.signIn = signIn;
        this.steps = signIn
                .client()
                .map(it -> ClientTokens.request(it, secrets, surroundings.discretion()))
                .map(List::of)
                .orElse(signIn.steps())
                .stream()
                .map(StepScript::ofSignIn)
                .toList();
    }

    /**
     * What a signed-in customer carries: what the sign-in kept, and nothing else it knew.
     *
     * @param until nanoseconds of the drill's clock up to which it is good
     * @param jar the customer's cookies; empty where none are kept
     */
    record Credential(
            Map<String, String> kept,
            Map<String, String> headers,
            long until,
            Optional<CookieJar> jar) {
        /** Never prints the token. */
        @Override
        public String toString() {
            return "Credential";
        }
    }

    /** Gives the status that says "sign in again". */
    int refused() {
        return signIn.refused();
    }

    /** Gives the session of the customer {@code {who}}, or the one being opened, or opens one. */
    CompletableFuture<Credential> of(Placeholders customer) {
        CompletableFuture<Credential> fresh = new CompletableFuture<>();
        CompletableFuture<Credential> session = sessions.compute(
                customer.fill("{who}"), (who, there) -> usable(there) ? there : fresh);
        if (session == fresh) {
            open(customer, fresh);
        }
        return session;
    }

    private boolean usable(@Nullable CompletableFuture<Credential> there) {
        if (there == null || there.isCompletedExceptionally()) {
            return false;
        }
        return !there.isDone()
                || there.join().until() > surroundings.line().clock().nanos();
    }

    /** Forgets a session that was refused, unless somebody has opened another one meanwhile. */
    void drop(Placeholders customer, @Nullable Credential stale) {
        sessions.computeIfPresent(
                customer.fill("{who}"),
                (who, there) ->
                        there.isDone() && !there.isCompletedExceptionally() && there.join() == stale
                                ? null
                                : there);
    }

    private void open(Placeholders customer, CompletableFuture<Credential> session) {
        Optional<CookieJar> jar = signIn.cookies()
                ? Optional.of(new CookieJar(surroundings.discretion()))
                : Optional.empty();
        Conversation.Script script = new Conversation.Script(steps, Optional.empty(), jar);
        new Conversation(surroundings, script, customer)
                .start()
                .thenApply(ending -> credential(ending, jar))
                .whenComplete((credential, failure) -> {
                    if (failure == null) {
                        session.complete(credential);
                    } else {
                        session.completeExceptionally(failure);
                    }
                });
    }

    private Credential credential(Ending ending, Optional<CookieJar> jar) {
        Answer last = ending.last();
        if (!ending.ok()) {
            Optional<String> code = signIn.client().isPresent() && last != null
                    ? ClientTokens.error(last)
                    : Optional.empty();
            throw StepFailure.ofSignIn(ending, code.map(it -> " (" + it + ")").orElse(""));
        }
        Placeholders known = ending.known();
        Map<String, String> headers = headers(known);
        Map<String, String> kept = steps.stream()
                .flatMap(step -> step.keeps().stream())
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> known.fill("{" + name + "}")));
        headers.values().forEach(surroundings.discretion()::learn);
        kept.values().forEach(surroundings.discretion()::learn);
        return new Credential(kept, headers, until(last), jar);
    }

    private Map<String, String> headers(Placeholders known) {
        Map<String, String> headers = new HashMap<>();
        signIn.send().forEach((name, value) -> headers.put(name, known.fill(value)));
        signIn.client()
                .ifPresent(client -> headers.put(
                        "Authorization", "Bearer " + known.fill("{" + ClientTokens.TOKEN + "}")));
        return headers;
    }

    private long until(@Nullable Answer last) {
        if (signIn.client().isEmpty() || last == null) {
            return Long.MAX_VALUE;
        }
        return ClientTokens.life(last)
                .map(life -> surroundings.line().clock().nanos() + life.toNanos())
                .orElse(Long.MAX_VALUE);
    }
}

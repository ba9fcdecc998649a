package io.firedrill.traffic;

import io.firedrill.scenario.SignIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a journey's customers: one sign-in for each customer, which all attempts that
 * need it wait for, and another one after the system refused the token or the sign-in failed.
 */
final class SignIns {
    private final Surroundings surroundings;
    private final SignIn signIn;
    private final List<StepScript> steps;
    private final Map<String, CompletableFuture<Credential>> sessions = new ConcurrentHashMap<>();

    SignIns(Surroundings surroundings, SignIn signIn) {
        this.surroundings = surroundings;
        this.signIn = signIn;
        this.steps = signIn.steps().stream().map(StepScript::ofSignIn).toList();
    }

    /** What a signed-in customer carries: what the sign-in kept, and nothing else it knew. */
    record Credential(Map<String, String> kept, Map<String, String> headers) {
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
                customer.fill("{who}"),
                (who, there) -> there == null || there.isCompletedExceptionally() ? fresh : there);
        if (session == fresh) {
            open(customer, fresh);
        }
        return session;
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
        Conversation.Script script = new Conversation.Script(steps, Optional.empty());
        new Conversation(surroundings, script, customer)
                .start()
                .thenApply(this::credential)
                .whenComplete((credential, failure) -> {
                    if (failure == null) {
                        session.complete(credential);
                    } else {
                        session.completeExceptionally(failure);
                    }
                });
    }

    private Credential credential(Ending ending) {
        if (!ending.ok()) {
            throw StepFailure.ofSignIn(ending);
        }
        Placeholders known = ending.known();
        Map<String, String> headers = signIn.send().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> known.fill(header.getValue())));
        headers.values().forEach(surroundings.discretion()::learn);
        Map<String, String> kept = steps.stream()
                .flatMap(step -> step.keeps().stream())
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> known.fill("{" + name + "}")));
        kept.values().forEach(surroundings.discretion()::learn);
        return new Credential(kept, headers);
    }
}

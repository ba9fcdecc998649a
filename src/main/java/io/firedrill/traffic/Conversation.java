package io.firedrill.traffic;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.DrillClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a list of steps within one deadline, signing in where needed. When the deadline
 * passes the exchange under way is cancelled, its connection closed, and nothing more is handed
 * over.
 */
final class Conversation {
    private final Surroundings surroundings;
    private final Script script;
    private final DrillClock clock;
    private final CompletableFuture<Ending> ending = new CompletableFuture<>();

    // guarded by this: the deadline's thread and the client's thread meet here
    private Placeholders known;
    private SignIns.@Nullable Credential credential;
    private HttpLine.@Nullable Exchange exchange;
    private @Nullable Answer last;
    private boolean renewed;
    private boolean maybeWritten;
    private boolean over;
    private long sent = Long.MAX_VALUE;

    /**
     * What is said in it.
     *
     * @param signIns how the customer {@code {who}} signs in; empty for none
     * @param jar where cookies are kept; empty where the sign-in says that, or nobody does
     */
    record Script(List<StepScript> steps, Optional<SignIns> signIns, Optional<CookieJar> jar) {
        /** Makes one of a conversation that keeps no cookies but those of its sign-in. */
        Script(List<StepScript> steps, Optional<SignIns> signIns) {
            this(steps, signIns, Optional.empty());
        }
    }

    Conversation(Surroundings surroundings, Script script, Placeholders known) {
        this.surroundings = surroundings;
        this.script = script;
        this.known = known;
        this.clock = surroundings.line().clock();
    }

    /** Starts it, and hands back how it will have ended; that stage never fails. */
    CompletableFuture<Ending> start() {
        long begun = clock.nanos();
        long atMost = surroundings.line().deadline().toNanos();
        Future<?> timer =
                surroundings.timers().schedule(() -> expire(begun), atMost, TimeUnit.NANOSECONDS);
        ending.whenComplete((ended, never) -> timer.cancel(false));
        CompletableFuture.completedFuture(null)
                .thenCompose(now -> signIn())
                .thenCompose(ready -> from(0))
                .whenComplete((done, failure) -> finish(begun, failure));
        return ending;
    }

    private CompletableFuture<Void> signIn() {
        return script.signIns()
                .map(signIns -> signIns.of(known()).thenAccept(this::carry))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private synchronized void carry(SignIns.Credential fresh) {
        credential = fresh;
        known = known.and(fresh.kept());
    }

    private CompletableFuture<Void> from(int index) {
        if (index == script.steps().size()) {
            return CompletableFuture.completedFuture(null);
        }
        return step(index).thenCompose(done -> from(index + 1));
    }

    private CompletableFuture<Void> step(int index) {
        boolean before = maybeWritten();
        return send(index).thenCompose(answer -> {
            Optional<SignIns> again = refusedBy(answer);
            if (again.isEmpty()) {
                return judged(index, answer, before);
            }
            undo(before);
            return signInAgain(again.get())
                    .thenCompose(ready -> send(index))
                    .thenCompose(second -> judged(index, second, before));
        });
    }

    private CompletableFuture<Answer> send(int index) {
        StepScript step = script.steps().get(index);
        boolean writes = step.writes(index == script.steps().size() - 1);
        // not under our lock: the client's thread may hold its own one while it asks for leave
        HttpLine.Exchange begun = surroundings.line().send(request(step), () -> handOver(writes));
        if (!keep(begun)) {
            begun.cancel();
        }
        return begun.answer().exceptionallyCompose(failure -> {
            StepFailure cause = cause(failure);
            return CompletableFuture.failedFuture(
                    new StepFailure(cause.reason(), step.name() + ": " + cause.getMessage()));
        });
    }

    private synchronized StepScript.Request request(StepScript step) {
        Map<String, String> headers = new HashMap<>();
        jar().ifPresent(jar -> headers.putAll(jar.header()));
        if (credential != null) {
            headers.putAll(credential.headers());
        }
        return step.request(known, headers);
    }

    private Optional<CookieJar> jar() {
        return credential == null ? script.jar() : credential.jar();
    }

    private synchronized boolean keep(HttpLine.Exchange begun) {
        exchange = begun;
        return !over;
    }

    private synchronized boolean handOver(boolean writes) {
        if (over) {
            return false;
        }
        sent = Math.min(sent, clock.nanos());
        maybeWritten |= writes;
        return true;
    }

    /** Gives the way to sign in again, where this answer asks for it for the first time. */
    private synchronized Optional<SignIns> refusedBy(Answer answer) {
        Optional<SignIns> refusing = script.signIns()
                .filter(signIns -> !renewed && answer.status() == signIns.refused());
        renewed |= refusing.isPresent();
        return refusing;
    }

    private CompletableFuture<Void> signInAgain(SignIns signIns) {
        signIns.drop(known(), credential());
        return signIn();
    }

    private synchronized CompletableFuture<Void> judged(int index, Answer answer, boolean before) {
        last = answer;
        jar().ifPresent(jar -> jar.take(answer.cookies()));
        try {
            known = known.and(script.steps().get(index).judge(answer, known));
            return CompletableFuture.completedFuture(null);
        } catch (StepFailure failure) {
            if (failure.definiteNo()) {
                undo(before);
            }
            return CompletableFuture.failedFuture(failure);
        }
    }

    private synchronized void undo(boolean before) {
        maybeWritten = before;
    }

    private void expire(long begun) {
        String within = "no answer within " + surroundings.line().deadline().toMillis() + " ms";
        end(new StepFailure(AttemptReason.TIMEOUT, within), begun);
        HttpLine.Exchange open = exchange();
        if (open != null) {
            open.cancel();
        }
    }

    private void finish(long begun, @Nullable Throwable failure) {
        end(failure == null ? new StepFailure(AttemptReason.NONE, "") : cause(failure), begun);
    }

    private void end(StepFailure how, long begun) {
        Ending ended;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            long first = Math.min(sent == Long.MAX_VALUE ? begun : sent, how.sent());
            String detail = surroundings.discretion().apply(String.valueOf(how.getMessage()));
            ended = new Ending(
                    how.reason(),
                    detail,
                    how.status(),
                    maybeWritten,
                    first,
                    clock.nanos(),
                    known,
                    last);
        }
        ending.complete(ended);
    }

    private static StepFailure cause(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof StepFailure known
                ? known
                : new StepFailure(AttemptReason.HARNESS, "in the harness: " + cause);
    }

    private synchronized Placeholders known() {
        return known;
    }

    private synchronized boolean maybeWritten() {
        return maybeWritten;
    }

    private synchronized SignIns.@Nullable Credential credential() {
        return credential;
    }

    private synchronized HttpLine.@Nullable Exchange exchange() {
        return exchange;
    }
}

package io.firedrill.run;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Tells running drills from outside to end early, heal and clean up. */
public final class StopSignal {
    private final AtomicReference<String> why = new AtomicReference<>("");

    /** Asks every drill to end; the first reason is kept. */
    public void stop(String reason) {
        why.compareAndSet("", reason);
    }

    /** Gives the reason, where a stop was asked for. */
    public Optional<String> reason() {
        return Optional.ofNullable(why.get()).filter(text -> !text.isEmpty());
    }
}

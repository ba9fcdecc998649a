package io.firedrill.topology;

import java.time.Duration;
import java.util.List;

/** A witness that tries every way between components, each from the network of who begins it. */
public interface Surveyor {
    /**
     * Tries to connect over every way that the separation is to close, in both directions. Two that
     * share no network have no way; one that does not run tries nothing, and is not tried.
     *
     * @param atMost how long each try waits for a handshake
     */
    List<Try> survey(Separation separation, Duration atMost);

    /**
     * One try.
     *
     * @param way in words: {@code db1 -> etcd-1:9 at 172.20.0.5}
     * @param outcome what became of it
     */
    record Try(String way, Witness.Outcome outcome) {}
}

package io.firedrill.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one synthetic customer does in one attempt.
 *
 * @param entry the entry they come in by
 * @param deadline bound of one whole attempt, from its first byte to its last
 * @param as who they are, where they sign in
 * @param write true where the answer to the last step acknowledges the write {@code {write}}
 * @param retryUnknown true where an attempt of unknown outcome is repeated with the same write id
 * @param reconcile how to ask afterwards what became of a write
 */
public record JourneySpec(
        String name,
        String entry,
        Duration deadline,
        Optional<Identity> as,
        List<HttpStep> steps,
        boolean write,
        boolean retryUnknown,
        Optional<Reconcile> reconcile) {

    /**
     * The customers of a journey; attempts take them in turn.
     *
     * @param password placeholder text such as {@code ${BANK_PASSWORD}}, never the secret itself
     */
    public record Identity(String signIn, List<String> who, String password) {}

    /**
     * The question asked for each write once the system is well again.
     *
     * @param count JSONPath whose value says how often the write is there: a number, or a list
     *     whose length counts
     */
    public record Reconcile(HttpStep step, String count) {}
}

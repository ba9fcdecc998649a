package io.firedrill.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one synthetic customer does in one attempt.
 *
 * @param entry the entry they come in by
 * @param deadline bound of one whole attempt, from its first byte to its last
 * @param as who they are
 * @param means who makes the attempts, and how
 * @param write true where the good end of an attempt acknowledges the write {@code {write}}
 * @param retryUnknown true where an attempt of unknown outcome is repeated with the same write id
 * @param reconcile how to ask afterwards by HTTP what became of a write
 */
public record JourneySpec(
        String name,
        String entry,
        Duration deadline,
        Optional<Identity> as,
        Means means,
        boolean write,
        boolean retryUnknown,
        Optional<Reconcile> reconcile) {

    /** Makes a journey of HTTP requests. */
    public JourneySpec(
            String name,
            String entry,
            Duration deadline,
            Optional<Identity> as,
            List<HttpStep> steps,
            boolean write,
            boolean retryUnknown,
            Optional<Reconcile> reconcile) {
        this(name, entry, deadline, as, new Means.Requests(steps), write, retryUnknown, reconcile);
    }

    /** Gives its HTTP requests; none where it is made otherwise. */
    public List<HttpStep> steps() {
        return means instanceof Means.Requests requests ? requests.steps() : List.of();
    }

    /** Says whether its writes can be counted once the system is well again. */
    public boolean countable() {
        return reconcile.isPresent() || means instanceof Means.Plugin plugin && plugin.counts();
    }

    /** By what an attempt is made. */
    public sealed interface Means {
        /** HTTP requests in a row. */
        record Requests(List<HttpStep> steps) implements Means {}

        /**
         * A Java class found on the class path.
         *
         * @param kind its name
         * @param settings of the types that its {@link JourneyKind} declares; secrets by name only
         * @param counts true where it can be asked how often a write is there
         */
        record Plugin(String kind, Settings settings, boolean counts) implements Means {}

        /**
         * A program that prints one line for each attempt.
         *
         * @param image what it runs in; empty where it runs on this machine
         * @param command program and arguments; empty for what the image starts by itself
         * @param environment what it is told besides, name to value; secrets by name only
         * @param folder where it finds its files
         */
        record Program(
                Optional<String> image,
                List<String> command,
                Map<String, String> environment,
                Path folder)
                implements Means {}
    }

    /**
     * The customers of a journey; attempts take them in turn.
     *
     * @param signIn how they sign in; empty where they do not
     * @param password placeholder text such as {@code ${BANK_PASSWORD}}, never the secret itself
     */
    public record Identity(String signIn, List<String> who, String password) {}

    /**
     * The question asked for each write once the system is well again.
     *
     * @param entry where it is asked; empty for the journey's own entry
     * @param count JSONPath whose value says how often the write is there: a number, or a list
     *     whose length counts
     */
    public record Reconcile(Optional<String> entry, HttpStep step, String count) {
        /** Asks at the journey's own entry. */
        public Reconcile(HttpStep step, String count) {
            this(Optional.empty(), step, count);
        }
    }
}

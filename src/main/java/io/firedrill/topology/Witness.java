package io.firedrill.topology;

import io.firedrill.scenario.Link;

import java.time.Duration;

/** Looks at the system from where its own parts stand, and shares no code with the injectors. */
public interface Witness {

    /**
     * Tries one connection over a link from the consumer's own network namespace, and waits for an
     * answer.
     */
    LinkView link(Link link, Duration atMost);

    /**
     * Tries one connection to a port where nobody listens, from another host of the component's
     * network: a living host refuses, a lost one is silent.
     */
    LinkView host(String component, Duration atMost);

    /**
     * Gives what the platform last said of a component's state: running, paused, exited,
     * restarting, gone.
     */
    String state(String component);

    /**
     * Says how many times the platform saw the component's process die, since the system was
     * started.
     */
    long deaths(String component);

    /**
     * What one connection showed.
     *
     * @param outcome what happened
     * @param connectMillis until the handshake was done, -1 where it was not
     * @param answerMillis until the first answer or close, -1 where there was none
     */
    record LinkView(Outcome outcome, double connectMillis, double answerMillis, String detail) {}

    /** The ways a connection can go. */
    enum Outcome {
        REFUSED,
        CONNECT_SILENT,
        UNREACHABLE,
        UNKNOWN_NAME,
        RESET,
        CLOSED,
        ANSWERED,
        DATA_SILENT,
        /** The witness itself could not look. */
        BLIND
    }
}

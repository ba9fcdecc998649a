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
     * Tries one connection as {@link #link} does, and goes on to its end: so a link shows that is
     * slow, breaks off or comes in pieces. A witness that can not do that sees no traffic.
     */
    default LinkView talk(Link link, Talk talk) {
        return link(link, talk.atMost());
    }

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
     * @param traffic what went to and fro; {@link Traffic#UNSEEN} where nobody looked
     */
    record LinkView(
            Outcome outcome,
            double connectMillis,
            double answerMillis,
            String detail,
            Traffic traffic) {
        /** Makes a view of one who looked at the first answer only. */
        public LinkView(Outcome outcome, double connectMillis, double answerMillis, String detail) {
            this(outcome, connectMillis, answerMillis, detail, Traffic.UNSEEN);
        }
    }

    /**
     * How to talk over a link.
     *
     * @param atMost how long to listen
     * @param burden how many bytes to send at least, where the provider's protocol has room for
     *     them
     */
    record Talk(Duration atMost, int burden) {}

    /**
     * What went to and fro over one connection.
     *
     * @param sent bytes handed over
     * @param received bytes that came back
     * @param pieces in how many reads they came
     * @param lastMillis when the last of them came, since the start of the connection; -1 for none
     * @param ended whether the other side ended the connection while it was looked at
     */
    record Traffic(long sent, long received, int pieces, double lastMillis, boolean ended) {
        /** Nobody looked. */
        public static final Traffic UNSEEN = new Traffic(0, 0, 0, -1, false);

        /** Says whether somebody looked. */
        public boolean seen() {
            return sent > 0 || received > 0;
        }
    }

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

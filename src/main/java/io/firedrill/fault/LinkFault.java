package io.firedrill.fault;

import io.firedrill.DrillException;
import io.firedrill.scenario.Link;
import io.firedrill.topology.Relay;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness;
import io.firedrill.topology.Witness.LinkView;
import io.firedrill.topology.Witness.Traffic;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A fault on a link: done by the link's relay, seen by a connection that is tried from the
 * consumer's own network namespace.
 */
final class LinkFault implements ActiveFault {
    private static final String WITNESS = "a connection tried from the consumer";

    private final SystemUnderDrill system;
    private final Relay relay;
    private final Shape shape;

    LinkFault(SystemUnderDrill system, Link link, Shape shape) {
        this.system = system;
        this.relay = system.relay(link);
        this.shape = shape;
    }

    /**
     * What makes one fault on a link differ from another.
     *
     * @param words what is done, in plain words
     * @param inject what the relay does
     * @param cure what undoes it; safe to do twice
     * @param bites what a connection shows while the fault is in effect
     * @param absent what it shows otherwise; where neither holds the witness can not tell
     * @param look how the witness looks
     */
    record Shape(
            String words,
            Change inject,
            Change cure,
            Predicate<LinkView> bites,
            Predicate<LinkView> absent,
            Look look) {}

    /** How a witness looks at a link. */
    @FunctionalInterface
    interface Look {
        /** Tries one connection. */
        LinkView at(Link link, Witness witness);

        /** Waits for the first answer, so long at most. */
        static Look first(Duration atMost) {
            return (link, witness) -> witness.link(link, atMost);
        }

        /** Sends so many bytes at least and listens to the end, so long at most. */
        static Look whole(Duration atMost, int burden) {
            return (link, witness) -> witness.talk(link, new Witness.Talk(atMost, burden));
        }
    }

    /** Something asked of a relay. */
    @FunctionalInterface
    interface Change {
        /** Changes the relay, or its proxy through Toxiproxy's API. */
        void on(Relay relay) throws IOException;
    }

    @Override
    public String describe() {
        return shape.words() + " on " + relay.link();
    }

    @Override
    public void apply() {
        change(shape.inject(), "apply");
    }

    @Override
    public void close() {
        change(shape.cure(), "heal");
    }

    private void change(Change change, String verb) {
        try {
            change.on(relay);
        } catch (IOException e) {
            throw new DrillException(
                    "the relay on " + relay.link() + " did not " + verb + " '" + shape.words()
                            + "': " + e.getMessage(),
                    e);
        }
    }

    @Override
    public Effect effect() {
        LinkView view = shape.look().at(relay.link(), system.witness());
        return new Effect(state(view), WITNESS, detail(view));
    }

    private Effect.State state(LinkView view) {
        if (shape.bites().test(view)) {
            return Effect.State.IN_EFFECT;
        }
        return shape.absent().test(view) ? Effect.State.ABSENT : Effect.State.UNKNOWN;
    }

    private static String detail(LinkView view) {
        String word = view.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String answer = view.answerMillis() < 0
                ? ""
                : String.format(Locale.ROOT, " after %.0f ms", view.answerMillis());
        return word
                + answer
                + (view.detail().isEmpty() ? "" : " (" + view.detail() + ")")
                + traffic(view.traffic());
    }

    private static String traffic(Traffic traffic) {
        return traffic.seen()
                ? String.format(
                        Locale.ROOT,
                        "; %d bytes sent, %d came in %d pieces until %.0f ms, %s",
                        traffic.sent(),
                        traffic.received(),
                        traffic.pieces(),
                        Math.max(0, traffic.lastMillis()),
                        traffic.ended() ? "then the end" : "no end seen")
                : "";
    }
}

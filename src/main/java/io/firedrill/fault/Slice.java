package io.firedrill.fault;

import eu.rekawek.toxiproxy.Proxy;

import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.PlainWords;
import io.firedrill.scenario.Setting;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness.LinkView;
import io.firedrill.topology.Witness.Outcome;
import io.firedrill.topology.Witness.Traffic;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Cuts data on a link into small pieces, a while apart. Stands for a bad radio link, a tiny packet
 * size, a sender that flushes too often; it finds programs that take one read for one message.
 * Proved by the time that the pieces of one connection take, and for answers by their number; with
 * one piece only, the witness can not tell.
 */
public final class Slice implements Fault {
    private static final String PREFIX = "firedrill-slice";
    private static final Duration LOOK = Duration.ofMillis(2500);
    private static final int BYTES_OF_A_REQUEST = 1000;
    private static final double TELLING_MILLIS = 20;
    private static final double NEARLY = 0.8;

    @Override
    public FaultKind kind() {
        return FaultKind.onLink(
                "slice",
                List.of(
                        Setting.optional(
                                "into", Setting.Type.SIZE, 16L, "bytes of a piece at most"),
                        Setting.optional(
                                "apart",
                                Setting.Type.DURATION,
                                Duration.ofMillis(20),
                                "time between two pieces"),
                        Direction.SETTING),
                "data comes in small pieces");
    }

    @Override
    public String explain(FaultSpec spec) {
        String to = PlainWords.target(spec.target());
        return Direction.of(spec).words() + " on " + to + " come in pieces of "
                + PlainWords.size(spec.settings().get("into", Long.class)) + " at most, "
                + PlainWords.duration(spec.settings().duration("apart")) + " apart";
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        Direction direction = Direction.of(spec);
        Cut cut =
                new Cut(spec.settings().get("into", Long.class), spec.settings().duration("apart"));
        int burden = direction.meetsRequests() ? BYTES_OF_A_REQUEST : 0;
        LinkFault.Shape shape = new LinkFault.Shape(
                "cut " + direction.words() + " into pieces of " + cut.size() + " bytes, "
                        + cut.apart().toMillis() + " ms apart,",
                relay -> slice(relay.proxy(), direction, cut),
                relay -> Toxics.remove(relay.proxy(), PREFIX),
                view -> cut.tells(view, direction) && cut.shows(view, direction),
                view -> cut.tells(view, direction) && !cut.shows(view, direction),
                LinkFault.Look.whole(LOOK, burden));
        return new LinkFault(system, Aim.link(spec), shape);
    }

    /** How data is cut: Toxiproxy halves what is longer than {@code size} until it no more is. */
    private record Cut(long size, Duration apart) {

        boolean tells(LinkView view, Direction direction) {
            return view.outcome() == Outcome.ANSWERED
                    && atLeast(view.traffic(), direction) >= TELLING_MILLIS;
        }

        boolean shows(LinkView view, Direction direction) {
            Traffic traffic = view.traffic();
            return traffic.lastMillis() >= NEARLY * atLeast(traffic, direction)
                    && (!direction.meetsAnswers() || traffic.pieces() > 1);
        }

        /** Gives how many milliseconds lie between the first and the last piece at least. */
        private double atLeast(Traffic traffic, Direction direction) {
            long gaps = (direction.meetsAnswers() ? gaps(traffic.received()) : 0)
                    + (direction.meetsRequests() ? gaps(traffic.sent()) : 0);
            return (double) gaps * apart.toMillis();
        }

        private long gaps(long bytes) {
            return Math.max(0, (bytes + size - 1) / size - 1);
        }
    }

    private static void slice(Proxy proxy, Direction direction, Cut cut) throws IOException {
        long micros = cut.apart().toMillis() * 1_000;
        direction.each(
                PREFIX, (name, stream) -> proxy.toxics().slicer(name, stream, cut.size(), micros));
    }
}

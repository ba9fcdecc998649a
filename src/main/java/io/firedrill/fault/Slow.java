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
 * Lets no more than so many bytes a second over a link. Stands for a full line, a throttled
 * network, a backup on the same disk; connections are accepted at once, and small answers come
 * nearly as quickly as ever. Proved by the bytes that one connection brought in the time it took,
 * so only where they take at least 20 ms at that speed: too little data, and the witness can not
 * tell.
 */
public final class Slow implements Fault {
    private static final String PREFIX = "firedrill-slow";
    private static final Duration LOOK = Duration.ofMillis(2500);
    private static final long LEAST_SENT = 100;
    private static final long MOST_SENT = 4000;
    private static final long MILLIS_OF_A_REQUEST = 200;
    private static final double BYTES_PER_KB = 1_000;
    private static final double TELLING_MILLIS = 20;
    private static final double NEARLY = 0.8;

    @Override
    public FaultKind kind() {
        return FaultKind.onLink(
                "slow",
                List.of(
                        Setting.required("to", Setting.Type.SPEED, "bytes per second at most"),
                        Direction.SETTING),
                "data comes no faster than that");
    }

    @Override
    public String explain(FaultSpec spec) {
        String to = PlainWords.target(spec.target());
        return Direction.of(spec).words() + " on " + to + " come no faster than "
                + PlainWords.size(spec.settings().get("to", Long.class)) + " a second";
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        Direction direction = Direction.of(spec);
        long rate = spec.settings().get("to", Long.class) / (long) BYTES_PER_KB;
        long telling = Math.max(LEAST_SENT, Math.min(MOST_SENT, rate * MILLIS_OF_A_REQUEST));
        int burden = direction.meetsRequests() ? (int) telling : 0;
        LinkFault.Shape shape = new LinkFault.Shape(
                "let " + direction.words() + " pass at " + rate + " KB/s",
                relay -> throttle(relay.proxy(), direction, rate),
                relay -> Toxics.remove(relay.proxy(), PREFIX),
                view -> tells(view, direction, rate) && late(view, direction, rate),
                view -> tells(view, direction, rate) && !late(view, direction, rate),
                LinkFault.Look.whole(LOOK, burden));
        return new LinkFault(system, Aim.link(spec), shape);
    }

    private static boolean tells(LinkView view, Direction direction, long rate) {
        return view.outcome() == Outcome.ANSWERED
                && atThatSpeed(view.traffic(), direction, rate) >= TELLING_MILLIS;
    }

    private static boolean late(LinkView view, Direction direction, long rate) {
        return view.traffic().lastMillis() >= NEARLY * atThatSpeed(view.traffic(), direction, rate);
    }

    /** Gives how many milliseconds the bytes that were met take; a KB/s is a byte for each. */
    private static double atThatSpeed(Traffic traffic, Direction direction, long rate) {
        return (double) direction.met(traffic) / rate;
    }

    private static void throttle(Proxy proxy, Direction direction, long rate) throws IOException {
        direction.each(PREFIX, (name, stream) -> proxy.toxics().bandwidth(name, stream, rate));
    }
}

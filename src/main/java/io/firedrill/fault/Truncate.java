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
 * Ends each connection on a link after so many bytes. Stands for a proxy with a size limit, a
 * provider that dies half way through its answer, a file that arrives in part. Proved by a
 * connection whose answer breaks off at exactly that byte, or whose longer request gets none; a
 * provider that says less than that anyway shows nothing. With {@code both}, either is proof.
 */
public final class Truncate implements Fault {
    private static final String PREFIX = "firedrill-truncate";
    private static final Duration LOOK = Duration.ofMillis(1500);
    private static final int MOST_SENT = 4000;

    @Override
    public FaultKind kind() {
        return FaultKind.onLink(
                "truncate",
                List.of(
                        Setting.required(
                                "after", Setting.Type.SIZE, "bytes that a connection may carry"),
                        Direction.SETTING),
                "connections end after so many bytes");
    }

    @Override
    public String explain(FaultSpec spec) {
        String to = PlainWords.target(spec.target());
        return "each connection on " + to + " ends after "
                + PlainWords.size(spec.settings().get("after", Long.class)) + " of "
                + Direction.of(spec).words();
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        Direction direction = Direction.of(spec);
        long limit = spec.settings().get("after", Long.class);
        int burden = direction.meetsRequests() ? (int) Math.min(MOST_SENT, limit + 1) : 0;
        LinkFault.Shape shape = new LinkFault.Shape(
                "end connections after " + limit + " bytes of " + direction.words(),
                relay -> limit(relay.proxy(), direction, limit),
                relay -> Toxics.remove(relay.proxy(), PREFIX),
                view -> brokenOff(view, direction, limit),
                view -> whole(view, direction, limit),
                LinkFault.Look.whole(LOOK, burden));
        return new LinkFault(system, Aim.link(spec), shape);
    }

    private static boolean brokenOff(LinkView view, Direction direction, long limit) {
        Traffic traffic = view.traffic();
        if (!traffic.ended()) {
            return false;
        }
        boolean answer = direction.meetsAnswers() && traffic.received() == limit;
        boolean request =
                direction.meetsRequests() && traffic.sent() > limit && traffic.received() == 0;
        return answer || request;
    }

    private static boolean whole(LinkView view, Direction direction, long limit) {
        Traffic traffic = view.traffic();
        return view.outcome() == Outcome.ANSWERED
                && (!direction.meetsAnswers() || traffic.received() > limit)
                && (!direction.meetsRequests() || traffic.sent() > limit);
    }

    private static void limit(Proxy proxy, Direction direction, long limit) throws IOException {
        direction.each(PREFIX, (name, stream) -> proxy.toxics().limitData(name, stream, limit));
    }
}

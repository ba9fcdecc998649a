package io.firedrill.fault;

import eu.rekawek.toxiproxy.Proxy;

import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.PlainWords;
import io.firedrill.scenario.Setting;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness.LinkView;
import io.firedrill.topology.Witness.Outcome;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Makes every answer on a link late by a time, give or take a jitter; or every request, or both,
 * where the answer is late by twice the time. Stands for a slow provider or a long way; connections
 * are still accepted at once, since Toxiproxy accepts them. Proved by how late an answer is, which
 * does not tell one direction from the other.
 */
public final class Delay implements Fault {
    private static final String NAME = "firedrill-delay";
    private static final Duration GRACE = Duration.ofSeconds(2);

    @Override
    public FaultKind kind() {
        return FaultKind.onLink(
                "delay",
                List.of(
                        Setting.required("by", Setting.Type.DURATION, "how late each answer is"),
                        Setting.optional(
                                "jitter",
                                Setting.Type.DURATION,
                                "how much that may vary, up or down"),
                        Direction.SETTING),
                "answers come late");
    }

    @Override
    public String explain(FaultSpec spec) {
        String to = PlainWords.target(spec.target());
        return Direction.of(spec).words() + " on " + to + " come "
                + PlainWords.duration(spec.settings().duration("by")) + " late"
                + spec.settings()
                        .find("jitter", Duration.class)
                        .map(it -> ", give or take " + PlainWords.duration(it))
                        .orElse("");
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        Duration by = spec.settings().duration("by");
        Duration jitter = spec.settings().find("jitter", Duration.class).orElse(Duration.ZERO);
        Direction direction = Direction.of(spec);
        double least = by.minus(jitter).multipliedBy(direction.streams()).toMillis();
        LinkFault.Shape shape = new LinkFault.Shape(
                "make " + direction.words() + " " + by.toMillis() + " ms late, give or take "
                        + jitter.toMillis() + " ms,",
                relay -> slow(relay.proxy(), direction, by, jitter),
                relay -> Toxics.remove(relay.proxy(), NAME),
                view -> answered(view) && view.answerMillis() >= least,
                view -> answered(view) && view.answerMillis() < least,
                LinkFault.Look.first(
                        by.plus(jitter).multipliedBy(direction.streams()).plus(GRACE)));
        return new LinkFault(system, Aim.link(spec), shape);
    }

    /** Only data is delayed: an end of the connection comes as quickly as ever. */
    private static boolean answered(LinkView view) {
        return view.outcome() == Outcome.ANSWERED;
    }

    private static void slow(Proxy proxy, Direction direction, Duration by, Duration jitter)
            throws IOException {
        direction.each(
                NAME,
                (name, stream) -> proxy.toxics()
                        .latency(name, stream, by.toMillis())
                        .setJitter(jitter.toMillis()));
    }
}

package io.firedrill.check.told;

import io.firedrill.check.FaultFacts;
import io.firedrill.check.Interval;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Struck;

import java.util.List;
import java.util.Optional;

/** Which channels were under a fault, and when: their links, or what a page is read from. */
final class Hindered {
    private final Telling told;

    Hindered(Telling told) {
        this.told = told;
    }

    /** Says whether a fault may have hindered a channel at some instant of a time. */
    boolean at(String channel, Interval time) {
        return times(channel).stream()
                .anyMatch(fault -> fault.lo() <= time.hi() && time.lo() <= fault.hi());
    }

    /** Gives the times in which a channel was under a fault. */
    List<Interval> times(String channel) {
        Optional<Channel> way =
                Optional.ofNullable(told.scenario().system().channels().get(channel));
        return told.faults().all().stream()
                .filter(fault -> way.filter(it -> hits(fault, it)).isPresent())
                .flatMap(fault -> time(fault).stream())
                .toList();
    }

    private Optional<Interval> time(FaultFacts fault) {
        return fault.applied().map(applied -> {
            long end = fault.healed().map(Interval::hi).orElse(told.observedUntil());
            return new Interval(applied.lo(), Math.max(applied.lo(), end));
        });
    }

    private boolean hits(FaultFacts fault, Channel channel) {
        Optional<Endpoint> place = channel.at()
                .or(() -> channel.look()
                        .map(look -> told.scenario().system().entries().get(look.entry())));
        boolean page = channel.look().isPresent();
        return place.filter(it -> onLinkTo(fault, it)
                        || page && Struck.names(fault.resolved(), it.component()))
                .isPresent();
    }

    private static boolean onLinkTo(FaultFacts fault, Endpoint provider) {
        return List.of((fault.target() + ", " + fault.resolved()).split(", | \\| ", -1)).stream()
                .anyMatch(part -> part.endsWith("-> " + provider));
    }
}

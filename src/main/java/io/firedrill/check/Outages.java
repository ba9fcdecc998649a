package io.firedrill.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Joins proofs of darkness to outages, and bounds when each began and ended. Pure: the same proofs
 * give the same outages.
 *
 * <p><b>What belongs to an outage.</b> It begins with the first proof after the first fault was
 * applied, and every later proof belongs to it until customers have been served for {@code hold}
 * without one proof of darkness. So the stated success share of the hold is 100 %: a service that
 * is up 50 ms every 500 ms stays in one outage. What comes later is another outage. A stray miss is
 * an outage too, a short one: it is for the check to say what it tolerates.
 *
 * <p><b>Impact</b> is in [latest send of an attempt served before the first proof begins, earliest
 * end of a proof]; never before the fault. <b>Recovered</b> is in [latest begin of a proof,
 * earliest end of an attempt whose light came after that begin and after the impact]; and it did
 * not come before the latest sending after which nobody was served for B ({@link Quiet}).
 *
 * <p><b>Partial outages.</b> Where one of two replicas answers on, a served attempt proves light
 * only for the part that answered it. With the share q of attempts served within the outage, as
 * many served ones are asked for on both edges as make a chance of q^n {@literal <} 1/1,000 that
 * all of them met the lit part; with q = 0 that is one, and it is never more than 50.
 *
 * <p>The runner and the judge do not stamp alike, so {@code hold} is met from 95 % of it on.
 */
final class Outages {
    private static final double HELD = 0.95;
    private static final double CHANCE = 1e-3;
    private static final int MOST = 50;

    private final List<Darkness.Proof> proofs;
    private final Attempts attempts;
    private final Light light;
    private final Quiet quiet;
    private final long from;
    private final long hold;

    /**
     * Prepares the measurement.
     *
     * @param proofs in the order in which they begin
     */
    Outages(List<Darkness.Proof> proofs, Darkness.Sight sight, Times times) {
        this.proofs = proofs;
        this.attempts = sight.attempts();
        this.light = sight.light();
        this.quiet = sight.quiet();
        this.from = times.from();
        this.hold = Math.round(times.hold() * HELD);
    }

    /**
     * The two times that an outage is cut by.
     *
     * @param from when the first fault was applied at the earliest, in nanoseconds
     * @param hold how long a recovery must hold, in nanoseconds
     */
    record Times(long from, long hold) {}

    /** Gives the outages in order; only the last one can be without a recovery. */
    List<Outage> find() {
        List<Outage> found = new ArrayList<>();
        int first = 0;
        while (first < proofs.size()) {
            Found next = outage(first);
            found.add(next.outage());
            first = next.last() + 1;
        }
        return found;
    }

    private record Found(Outage outage, int last) {}

    private Found outage(int first) {
        long darkBy = Long.MAX_VALUE;
        for (int last = first; last < proofs.size(); last++) {
            darkBy = Math.min(darkBy, proofs.get(last).end());
            OptionalLong served = heldAfter(last, darkBy);
            if (served.isPresent()) {
                return new Found(ended(new Span(first, last, darkBy), served.getAsLong()), last);
            }
        }
        Span rest = new Span(first, proofs.size() - 1, darkBy);
        return new Found(open(rest), rest.last());
    }

    /** Proofs {@code first..last}, the earliest of which ends at {@code darkBy}. */
    private record Span(int first, int last, long darkBy) {
        int misses() {
            return last - first + 1;
        }
    }

    private OptionalLong heldAfter(int last, long darkBy) {
        long lastDark = proofs.get(last).begin();
        boolean more = last + 1 < proofs.size();
        long until = more ? proofs.get(last + 1).begin() : attempts.lastSent();
        if (until - lastDark < hold) {
            return OptionalLong.empty();
        }
        OptionalLong served = light.servedFrom(Math.max(lastDark, darkBy));
        boolean held = served.isPresent() && until - served.getAsLong() >= hold;
        return held ? served : OptionalLong.empty();
    }

    private Outage ended(Span span, long served) {
        long lastDark = proofs.get(span.last()).begin();
        int proven = lightsNeeded(span);
        long recoveredBy = light.entryServed(served, proven)
                .map(entry -> Attempts.attempt(entry).end())
                .orElse(served);
        long index = light.entryServed(served, 1).orElseThrow().index();
        long stillDark = quiet.lastDark(new Interval(lastDark, served), share(span));
        Interval recovered = new Interval(stillDark, recoveredBy);
        List<Long> events = List.of(proofs.get(span.first()).index(), index);
        return outage(span, Optional.of(recovered), events);
    }

    private Outage open(Span span) {
        return outage(
                span,
                Optional.empty(),
                List.of(
                        proofs.get(span.first()).index(),
                        proofs.get(span.last()).index()));
    }

    private Outage outage(Span span, Optional<Interval> recovered, List<Long> events) {
        long lastDark = proofs.get(span.last()).begin();
        int served = light.servedIn(span.darkBy(), lastDark);
        return new Outage(impact(span), recovered, lastDark, span.misses(), served, events);
    }

    private Interval impact(Span span) {
        long begin = proofs.get(span.first()).begin();
        long lit = light.sentAndServedBy(begin, lightsNeeded(span)).orElse(from);
        return new Interval(Math.min(Math.max(lit, from), span.darkBy()), span.darkBy());
    }

    private int lightsNeeded(Span span) {
        double share = share(span);
        return share == 0
                ? 1
                : (int) Math.min(MOST, Math.max(1, Math.ceil(Math.log(CHANCE) / Math.log(share))));
    }

    /** Gives the share of attempts that were served within the outage, less than 1. */
    private double share(Span span) {
        long lastDark = proofs.get(span.last()).begin();
        int sent = attempts.sentIn(span.darkBy(), lastDark);
        int served = light.servedIn(span.darkBy(), lastDark);
        return served == 0 || sent == 0 ? 0 : Math.min(0.999, (double) served / sent);
    }
}

package io.firedrill.check;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The figures of one journey, for reports.
 *
 * @param before from the begin of the baseline to the first fault
 * @param during from the first fault to the end of the last heal
 * @param after from then on
 * @param curve second by second since the drill began
 * @param outages as measured with a hold of 1 s
 * @param boundNanos the stated bound on healthy latency
 * @param dropped attempts that could not be sent
 * @param misses attempts not served since the first fault, by reason
 */
public record JourneyFacts(
        String name,
        Statistics before,
        Statistics during,
        Statistics after,
        Curve curve,
        List<Outage> outages,
        long boundNanos,
        long dropped,
        Map<AttemptReason, Long> misses) {

    /** The times that cut a journey's attempts into before, during and after. */
    record Cuts(long origin, long baseline, long fault, OptionalLong healed) {
        List<Event.Attempt> before(List<Event.Attempt> all) {
            return in(all, baseline, fault);
        }

        List<Event.Attempt> during(List<Event.Attempt> all) {
            return in(all, fault, healed.orElse(Long.MAX_VALUE));
        }

        List<Event.Attempt> after(List<Event.Attempt> all) {
            return healed.isEmpty()
                    ? List.of()
                    : in(all, Math.max(fault, healed.getAsLong()), Long.MAX_VALUE);
        }

        private static List<Event.Attempt> in(List<Event.Attempt> all, long from, long until) {
            return all.stream()
                    .filter(attempt -> attempt.intended() >= from && attempt.intended() < until)
                    .toList();
        }
    }

    /** Counts what was missed in a list of attempts, by reason. */
    static Map<AttemptReason, Long> misses(List<Event.Attempt> attempts) {
        Map<AttemptReason, Long> counts = new EnumMap<>(AttemptReason.class);
        attempts.stream()
                .filter(attempt -> !attempt.ok())
                .forEach(attempt -> counts.merge(attempt.reason(), 1L, Long::sum));
        return counts;
    }
}

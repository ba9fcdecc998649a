package io.firedrill.check;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.journal.Outcome;
import io.firedrill.journal.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes little journals by hand, in seconds: {@code journal().healthy().fault("lost
 * host").at(10).healed(40).served("transfer", 0, 50)}.
 */
final class JournalDsl {
    static final double SPACING = 0.02;
    private static final long SECOND = 1_000_000_000L;

    private final List<Timed> events = new ArrayList<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private Instant wall = Instant.EPOCH;
    private double latency = 0.005;

    private record Timed(long nanos, Event event) {}

    static JournalDsl journal() {
        return new JournalDsl();
    }

    /** Gives seconds as nanoseconds. */
    static long nanos(double seconds) {
        return Math.round(seconds * SECOND);
    }

    JournalDsl event(double at, Event event) {
        events.add(new Timed(nanos(at), event));
        return this;
    }

    /** Begins a drill that started well and has a healthy baseline from 0 s to 5 s. */
    JournalDsl healthy() {
        return event(0, new Event.PhaseEntered(Phase.BASELINE, "system is up"))
                .event(5, new Event.BaselineJudged(true, "0 of 250 failed", Map.of()))
                .event(5, new Event.PhaseEntered(Phase.FAULTS, "baseline was healthy"));
    }

    /** Ends it in order. */
    JournalDsl ended(double at) {
        return event(at, new Event.PhaseEntered(Phase.CLOSE, "all was seen"))
                .event(at, new Event.DrillEnded());
    }

    FaultDsl fault(String called) {
        return new FaultDsl(called, "vanish", "primary", "db1");
    }

    FaultDsl fault(String called, String kind, String target, String resolved) {
        return new FaultDsl(called, kind, target, resolved);
    }

    JournalDsl latency(double seconds) {
        latency = seconds;
        return this;
    }

    JournalDsl wall(Instant start) {
        wall = start;
        return this;
    }

    JournalDsl served(String journey, double from, double until) {
        for (double at = from; at < until - 1e-9; at += SPACING) {
            attempt(journey, at, at + latency, AttemptReason.NONE);
        }
        return this;
    }

    /** Customers that fail after {@code lasting} seconds. */
    JournalDsl failing(String journey, Interval time, AttemptReason reason, double lasting) {
        for (double at = Figures.seconds(time.lo());
                at < Figures.seconds(time.hi()) - 1e-9;
                at += SPACING) {
            attempt(journey, at, at + lasting, reason);
        }
        return this;
    }

    JournalDsl refused(String journey, double from, double until) {
        return failing(
                journey, new Interval(nanos(from), nanos(until)), AttemptReason.REFUSED, 0.001);
    }

    JournalDsl attempt(String journey, double sent, double end, AttemptReason reason) {
        return write(journey, new Interval(nanos(sent), nanos(end)), reason, null);
    }

    /** One write that the customer was told is safe. */
    JournalDsl told(String journey, double sent, String write) {
        Interval time = new Interval(nanos(sent), nanos(sent + latency));
        return write(journey, time, AttemptReason.NONE, write);
    }

    /** One attempt, from the first instant of a time to its last. */
    JournalDsl write(String journey, Interval time, AttemptReason reason, @Nullable String write) {
        long number = numbers.merge(journey, 1L, Long::sum) - 1;
        boolean ok = reason == AttemptReason.NONE;
        boolean refused = reason == AttemptReason.REFUSED || reason == AttemptReason.STATUS;
        Outcome missed = write == null || refused ? Outcome.FAILED : Outcome.UNKNOWN;
        Outcome outcome = ok ? Outcome.OK : missed;
        return event(
                Figures.seconds(time.hi()),
                new Event.Attempt(
                        journey,
                        "web",
                        "ada",
                        number,
                        time.lo(),
                        time.lo(),
                        time.hi(),
                        outcome,
                        reason,
                        "",
                        null,
                        write,
                        ok && write != null,
                        0));
    }

    JournalDsl reconciled(String journey, String write, int count) {
        return event(100, new Event.WriteReconciled(journey, write, count, ""));
    }

    JournalDsl component(double at, String component, String state) {
        return event(
                at, new Event.ComponentSeen(component, state, "", nanos(at - 0.01), nanos(at)));
    }

    JournalDsl role(double at, String component, Event.Ternary holds) {
        return event(
                at,
                new Event.RoleAnswered("primary", component, holds, nanos(at - 0.1), nanos(at)));
    }

    Journal build() {
        List<Timed> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparingLong(Timed::nanos));
        List<Entry> entries = new ArrayList<>();
        for (Timed timed : sorted) {
            Instant label = wall.plusNanos(timed.nanos());
            entries.add(new Entry(entries.size(), timed.nanos(), label, "test", timed.event()));
        }
        List<Entry> done = List.copyOf(entries);
        return () -> done;
    }

    /** A fault while it is being written. */
    final class FaultDsl {
        private final String called;
        private final Event.FaultIntended intended;
        private Event.Ternary before = Event.Ternary.NO;
        private Event.Ternary during = Event.Ternary.YES;
        private Event.Ternary after = Event.Ternary.NO;

        private FaultDsl(String called, String kind, String target, String resolved) {
            this.called = called;
            this.intended = new Event.FaultIntended(called, kind, target, resolved, Map.of());
        }

        FaultDsl before(Event.Ternary seen) {
            before = seen;
            return this;
        }

        FaultDsl during(Event.Ternary seen) {
            during = seen;
            return this;
        }

        FaultDsl after(Event.Ternary seen) {
            after = seen;
            return this;
        }

        /** Takes effect within 1 ms of that second and is never healed. */
        JournalDsl at(double seconds) {
            event(seconds - 0.02, intended);
            seen(seconds - 0.01, Event.Moment.BEFORE, before);
            event(
                    seconds + 0.001,
                    new Event.FaultApplied(called, nanos(seconds), nanos(seconds + 0.001)));
            return seen(seconds + 0.1, Event.Moment.DURING, during);
        }

        /** Takes effect at one second and is healed within 1 ms of the other. */
        JournalDsl on(double seconds, double healed) {
            at(seconds);
            event(
                    healed + 0.001,
                    new Event.FaultHealed(called, nanos(healed), nanos(healed + 0.001), null));
            return seen(healed + 0.1, Event.Moment.AFTER, after);
        }

        private JournalDsl seen(double at, Event.Moment moment, Event.Ternary answer) {
            String detail = "witness says " + answer;
            return event(
                    at,
                    new Event.EffectSeen(
                            called,
                            moment,
                            answer,
                            "witness",
                            detail,
                            nanos(at - 0.005),
                            nanos(at)));
        }
    }
}

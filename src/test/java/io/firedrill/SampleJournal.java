package io.firedrill;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Moment;
import io.firedrill.journal.Event.Ternary;
import io.firedrill.journal.Journal;
import io.firedrill.journal.Outcome;
import io.firedrill.journal.Phase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The journal of a drill like {@code bank/primary-lost}: 20 s dark, healed, all well again. */
public final class SampleJournal {
    private static final Instant START = Instant.parse("2026-03-01T09:30:00Z");
    private static final double FAULT = 17;
    private static final double SERVED_AGAIN = 37.5;

    private final List<Timed> events = new ArrayList<>();

    private record Timed(double at, String actor, Event event) {}

    private SampleJournal() {}

    /** Makes it. */
    public static Journal primaryLost() {
        return new SampleJournal().script().components().customers().journal();
    }

    /** Makes one of those that end before anything was broken. */
    public static Journal notStarted() {
        SampleJournal journal = new SampleJournal();
        journal.add(0, new Event.DrillStarted("bank/primary-lost", "t", Map.of()));
        journal.add(0.1, new Event.PhaseEntered(Phase.PROVISION, ""));
        journal.add(5, new Event.Trouble("system", "service 'db1' did not come up", List.of()));
        journal.add(5.1, new Event.DrillEnded());
        return journal.journal();
    }

    private SampleJournal script() {
        add(0, new Event.DrillStarted("bank/primary-lost", "t", Map.of("limit", "3m")));
        add(0.1, new Event.EnvironmentRecorded(Map.of("seed", "7", "commit", "abc")));
        add(0.2, new Event.PhaseEntered(Phase.PROVISION, "its turn has come"));
        add(10, new Event.PhaseEntered(Phase.BASELINE, "the system is up"));
        add(10.1, role("db1", Ternary.YES, 10.1));
        add(
                15.5,
                new Event.BaselineJudged(true, "0 of 100 failed", Map.of("transfer", 40_000_000L)));
        add(15.6, new Event.PhaseEntered(Phase.FAULTS, "the baseline is healthy"));
        add(15.7, seen(Moment.BEFORE, Ternary.NO, 15.7));
        add(16.9, new Event.FaultIntended("lost host", "vanish", "primary", "db1", Map.of()));
        add(FAULT, new Event.FaultApplied("lost host", nanos(FAULT - 0.1), nanos(FAULT)));
        add(17.6, role("db1", Ternary.UNKNOWN, 17.6));
        add(18, seen(Moment.DURING, Ternary.YES, 18));
        add(36.8, role("db2", Ternary.YES, 36.8));
        add(43, new Event.FaultHealed("lost host", nanos(42.5), nanos(43), null));
        add(44, seen(Moment.AFTER, Ternary.NO, 44));
        add(44.1, new Event.PhaseEntered(Phase.RECOVERY, "all is healed"));
        add(48, new Event.PhaseEntered(Phase.RECONCILE, "customers have gone home"));
        add(50, new Event.PhaseEntered(Phase.CLOSE, "all is asked"));
        add(51, new Event.DrillEnded());
        return this;
    }

    private SampleJournal components() {
        component("db1", "pause", 17);
        component("portal-1", "unhealthy", 22);
        component("db1", "kill", 42.6);
        component("db1", "die", 42.7);
        component("db1", "start", 43);
        component("portal-1", "healthy", 38);
        component("db1", "healthy", 47);
        return this;
    }

    private void component(String name, String state, double at) {
        add(at, new Event.ComponentSeen(name, state, "", nanos(at), nanos(at)));
    }

    private SampleJournal customers() {
        for (int number = 0; number < 38 * 20; number++) {
            double at = 10 + number / 20.0;
            boolean dark = at > FAULT && at < SERVED_AGAIN;
            double took = dark ? 1 : 0.008 + (number % 7) / 300.0;
            add(at + took, attempt(number, at, at + took, dark));
        }
        return this;
    }

    private static Event attempt(int number, double from, double to, boolean dark) {
        return new Event.Attempt(
                "transfer",
                "web",
                "ada",
                number,
                nanos(from),
                nanos(from),
                nanos(to),
                dark ? Outcome.UNKNOWN : Outcome.OK,
                dark ? AttemptReason.TIMEOUT : AttemptReason.NONE,
                dark ? "silence" : "",
                null,
                "w" + number,
                !dark,
                0);
    }

    private static Event role(String component, Ternary holds, double at) {
        return new Event.RoleAnswered("primary", component, holds, nanos(at - 0.5), nanos(at));
    }

    private static Event seen(Moment moment, Ternary inEffect, double at) {
        return new Event.EffectSeen(
                "lost host", moment, inEffect, "host probe", "silence", nanos(at), nanos(at));
    }

    private void add(double at, Event event) {
        events.add(new Timed(at, "runner", event));
    }

    private Journal journal() {
        events.sort(Comparator.comparingDouble(Timed::at));
        List<Entry> entries = new ArrayList<>();
        for (Timed timed : events) {
            long nanos = nanos(timed.at());
            entries.add(new Entry(
                    entries.size(), nanos, START.plusNanos(nanos), timed.actor(), timed.event()));
        }
        return () -> entries;
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }
}

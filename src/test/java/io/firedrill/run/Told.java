package io.firedrill.run;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Ternary;
import io.firedrill.journal.Journal;
import io.firedrill.journal.Outcome;
import io.firedrill.journal.Phase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A journal told in a few words, in seconds. */
final class Told implements Journal {
    private static final double SPACING = 1 / TestScenarios.RATE;
    private static final double SERVED_IN = 0.01;

    private final List<Entry> entries = new ArrayList<>();
    private long number;

    static long nanos(double seconds) {
        return (long) (seconds * 1e9);
    }

    Told at(double seconds, Event event) {
        entries.add(new Entry(entries.size(), nanos(seconds), Instant.EPOCH, "test", event));
        return this;
    }

    Told script(double seconds) {
        return at(seconds, new Event.PhaseEntered(Phase.FAULTS, "test"));
    }

    Told injected(double seconds) {
        at(seconds, new Event.StepDue(0, "inject", false));
        at(seconds, new Event.FaultIntended("the fault", "vanish", "primary", "a", Map.of()));
        return at(seconds, new Event.FaultApplied("the fault", nanos(seconds), nanos(seconds)));
    }

    Told healed(double seconds) {
        at(seconds, new Event.StepDue(1, "heal", false));
        return at(
                seconds, new Event.FaultHealed("the fault", nanos(seconds), nanos(seconds), null));
    }

    /** Attempts that set out in {@code [from, to)} and are served at once. */
    Told served(double from, double to) {
        return attempts(from, to, Outcome.OK);
    }

    /** Attempts that set out in {@code [from, to)} and are refused at once. */
    Told refused(double from, double to) {
        return attempts(from, to, Outcome.FAILED);
    }

    /** Attempts that set out and never end. */
    Told hanging(int count) {
        number += count;
        return this;
    }

    private Told attempts(double from, double to, Outcome outcome) {
        for (double at = from; at < to - SPACING / 2; at += SPACING) {
            AttemptReason reason =
                    outcome == Outcome.OK ? AttemptReason.NONE : AttemptReason.REFUSED;
            at(at + SERVED_IN, attempt(at, outcome, reason));
        }
        return this;
    }

    private Event attempt(double at, Outcome outcome, AttemptReason reason) {
        return new Event.Attempt(
                TestScenarios.JOURNEY,
                "web",
                "ada",
                number++,
                nanos(at),
                nanos(at),
                nanos(at + SERVED_IN),
                outcome,
                reason,
                "",
                null,
                null,
                false,
                0);
    }

    Told holds(double seconds, String component, Ternary answer) {
        return at(
                seconds,
                new Event.RoleAnswered(
                        "primary", component, answer, nanos(seconds), nanos(seconds)));
    }

    Told seen(double seconds, String component, String state) {
        return at(
                seconds,
                new Event.ComponentSeen(component, state, "", nanos(seconds), nanos(seconds)));
    }

    @Override
    public List<Entry> entries() {
        return List.copyOf(entries);
    }
}

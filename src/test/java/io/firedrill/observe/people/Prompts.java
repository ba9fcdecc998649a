package io.firedrill.observe.people;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event;
import io.firedrill.scenario.Assignment;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.Trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Something asked of people in a drill whose time a test sets, and what was written down. */
final class Prompts implements DrillClock {
    private static final String PROMPT = "Shall <b>we</b>?";
    final List<Event> events = new CopyOnWriteArrayList<>();
    private final AtomicLong now = new AtomicLong();

    @Override
    public long nanos() {
        return now.get();
    }

    @Override
    public Instant wall() {
        return Instant.EPOCH.plusNanos(now.get());
    }

    /** Lets no time pass. */
    @Override
    public void waitUntil(long nanos) {
        Thread.onSpinWait();
    }

    Prompts at(double seconds) {
        now.set(nanos(seconds));
        return this;
    }

    static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

    /** Asks; the first is asked at this moment. */
    Asking ask(Assignment assignment, String way) {
        Step.Ask step = new Step.Ask(new Trigger.After(Duration.ZERO), "decision", assignment);
        Asking asking = new Asking(
                step,
                way,
                new Askings.Site("shop/lost", (actor, event) -> events.add(event), this));
        asking.begin();
        return asking;
    }

    /** A lead has 30 s, a deputy is asked after 10 s. */
    static Assignment decision(boolean absent, Optional<Duration> standIn) {
        Assignment.Line line = new Assignment.Line(
                "lead", PROMPT, List.of("go ahead", "wait"), Duration.ofSeconds(30));
        return new Assignment(
                false,
                "decided",
                List.of(line),
                Duration.ofSeconds(30),
                Optional.of(new Assignment.Deputy("deputy", Duration.ofSeconds(10))),
                absent,
                standIn);
    }

    /** Two lines of an operator. */
    static Assignment procedure(Optional<Duration> standIn) {
        return new Assignment(
                true,
                "did",
                List.of(line("Stop the batch"), line("Start the host")),
                Duration.ofSeconds(30),
                Optional.empty(),
                false,
                standIn);
    }

    private static Assignment.Line line(String text) {
        return new Assignment.Line(
                "operator", text, List.of("done", "skip"), Duration.ofSeconds(10));
    }

    static Event asked(String role, String way, double at) {
        return new Event.PersonAsked("decision", 1, role, PROMPT, way, nanos(at));
    }

    static Event told(int line, String text, double at) {
        return new Event.PersonAsked("decision", line, "operator", text, "terminal", nanos(at));
    }

    static Event ended(boolean complete, double at) {
        return new Event.AskingEnded("decision", complete, nanos(at));
    }
}

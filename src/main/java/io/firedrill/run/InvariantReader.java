package io.firedrill.run;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event.InvariantRead;
import io.firedrill.journal.Event.Moment;
import io.firedrill.journal.Recorder;
import io.firedrill.scenario.HttpStep;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Settings;
import io.firedrill.topology.Capability.Answer;
import io.firedrill.topology.Capability.Askable;
import io.firedrill.traffic.Reads;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads what objectives of kind {@code invariant} ask for, before the first fault and after the
 * last heal. What could not be read is asked for again, within a bound; an answer is taken as it
 * is.
 */
final class InvariantReader {
    private static final String KIND = "invariant";
    private static final String AS_EXPECTED = "as expected";
    private static final Duration ASK_WITHIN = Duration.ofSeconds(3);
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final Scenario scenario;
    private final Question.Place place;
    private final Recorder recorder;
    private final DrillClock clock;
    private final Map<String, String> before = new TreeMap<>();

    InvariantReader(Scenario scenario, Question.Place place) {
        this.scenario = scenario;
        this.place = place;
        this.recorder = place.recorder();
        this.clock = place.clock();
    }

    void readAll(Moment moment) {
        scenario.objectives().stream()
                .filter(objective -> objective.kind().equals(KIND))
                .forEach(objective -> recorder.record("runner", readPatiently(objective, moment)));
    }

    private InvariantRead readPatiently(Objective objective, Moment moment) {
        long deadline = clock.nanos() + Limits.INVARIANT_WITHIN.toNanos();
        InvariantRead read = read(objective, moment);
        while (!read.read() && clock.nanos() < deadline) {
            clock.waitUntil(clock.nanos() + BETWEEN.toNanos());
            read = read(objective, moment);
        }
        return read;
    }

    private InvariantRead read(Objective objective, Moment moment) {
        Settings settings = objective.settings();
        return settings.find("read", HttpStep.class)
                .map(step -> overHttp(objective, step, moment))
                .orElseGet(() -> byCommand(objective, moment));
    }

    private InvariantRead overHttp(Objective objective, HttpStep step, Moment moment) {
        Settings settings = objective.settings();
        Optional<String> same = settings.find("same", String.class);
        Reads.Reading reading = place.reads()
                .ask(new Reads.Question(
                        place.system().entry(settings.text("entry")), step, same, ASK_WITHIN));
        String value = reading.value().map(String::valueOf).orElse("nothing");
        String expected =
                same.map(path -> before.getOrDefault(objective.id(), value)).orElse(AS_EXPECTED);
        if (moment == Moment.BEFORE) {
            before.put(objective.id(), value);
        }
        boolean holds = reading.asExpected() && (same.isEmpty() || expected.equals(value));
        String actual = reading.asExpected()
                ? same.map(path -> value).orElse(AS_EXPECTED)
                : reading.detail();
        return new InvariantRead(
                objective.id(), moment, reading.answered(), holds, expected, actual);
    }

    private InvariantRead byCommand(Objective objective, Moment moment) {
        Settings settings = objective.settings();
        List<String> command = settings.words("command");
        Answer answer = place.system().components().stream()
                .filter(component -> component.name().equals(settings.text("component")))
                .findFirst()
                .flatMap(component -> component.as(Askable.class))
                .map(askable -> askable.ask(command, ASK_WITHIN))
                .orElse(new Answer(-1, "it can not be asked"));
        int exit = settings.find("exit", Integer.class).orElse(0);
        Optional<String> output = settings.find("output", String.class);
        boolean holds = answer.code() == exit
                && output.map(text -> text.equals(answer.output().strip())).orElse(true);
        String expected = "exit " + exit + output.map(text -> ", " + text).orElse("");
        String actual = "exit " + answer.code() + ", " + answer.output().strip();
        return new InvariantRead(
                objective.id(), moment, answer.code() >= 0, holds, expected, actual);
    }
}

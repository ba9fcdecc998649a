package io.firedrill.run;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Event.AnswerRead;
import io.firedrill.journal.Journal;
import io.firedrill.journal.Recorder;
import io.firedrill.scenario.HttpStep;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Settings;
import io.firedrill.topology.Capability.Answer;
import io.firedrill.topology.Capability.Askable;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.traffic.Reads;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What one objective wants to know, over HTTP or by a command. */
interface Question {
    /** How long one answer may take. */
    Duration WITHIN = Duration.ofSeconds(3);

    /** Asks once. */
    AnswerRead ask();

    /** Where questions are asked. */
    record Place(Reads reads, SystemUnderDrill system, DrillClock clock, Recorder recorder) {
        String component(String name) {
            return recorder instanceof Journal journal ? Marks.component(name, journal) : name;
        }
    }

    /** Makes the question of an objective, where it has one. */
    static Optional<Question> of(Objective objective, Place place) {
        Settings settings = objective.settings();
        Optional<Question> overHttp = settings.find("ask", HttpStep.class)
                .map(step -> () -> overHttp(objective, step, place));
        return overHttp.or(() -> settings.find("run", List.class)
                .map(command -> () -> byCommand(objective, settings.words("run"), place)));
    }

    private static AnswerRead overHttp(Objective objective, HttpStep step, Place place) {
        Settings settings = objective.settings();
        long begin = place.clock().nanos();
        Reads.Reading reading = place.reads()
                .ask(new Reads.Question(
                        place.system().entry(settings.text("entry")),
                        step,
                        settings.find("value", String.class),
                        WITHIN));
        return new AnswerRead(
                objective.id(),
                reading.answered(),
                reading.status(),
                reading.asExpected(),
                reading.value().map(String::valueOf).orElse(null),
                reading.detail(),
                begin,
                place.clock().nanos());
    }

    private static AnswerRead byCommand(Objective objective, List<String> command, Place place) {
        String component = place.component(objective.settings().text("component"));
        long begin = place.clock().nanos();
        Answer answer = place.system().components().stream()
                .filter(it -> it.name().equals(component))
                .findFirst()
                .flatMap(it -> it.as(Askable.class))
                .map(inside -> inside.ask(command, WITHIN))
                .orElse(new Answer(-1, "it can not be asked"));
        boolean good = answer.code() == 0;
        String printed = answer.output().strip();
        return new AnswerRead(
                objective.id(),
                answer.code() >= 0,
                answer.code(),
                good,
                good ? printed : null,
                good ? "" : ("exit code " + answer.code() + " " + printed).strip(),
                begin,
                place.clock().nanos());
    }
}

package io.firedrill.scenario;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Binds a step that asks people: a prompt, or a written procedure. */
final class AskBinder {
    private static final List<String> USUAL_ANSWER = List.of(Assignment.DONE);
    private static final String USUAL_ACT = "responded";
    private static final String NEVER = "never";
    private static final Notation<Optional<Duration>> STAND_IN = Notation.of(
            "time of a stand-in",
            "never, or how long after it was asked, such as 2s",
            text -> text.equals(NEVER)
                    ? Optional.of(Optional.empty())
                    : DurationText.parse(text).map(Optional::of),
            Optional.empty());

    private final Scope scope;

    AskBinder(Scope scope) {
        this.scope = scope;
    }

    /** Such a step, and where its name stands, which is that of an objective as well. */
    record Named(Step.Ask step, Optional<Value> place) {}

    /** Binds a prompt. */
    Named person(Trigger when, Value value) {
        Fields fields = value.fields(Shapes.ASKED);
        Duration within = fields.as("within", Notations.DURATION, Duration.ofSeconds(1));
        Optional<Duration> limit =
                fields.find("within").flatMap(Value::written).flatMap(DurationText::parse);
        Assignment.Line line = new Assignment.Line(
                fields.as("role", Notations.PHRASE, ""),
                fields.text("prompt"),
                answers(fields),
                within);
        Assignment assignment = new Assignment(
                false,
                fields.as("act", Notations.NAME, USUAL_ACT),
                List.of(line),
                within,
                fields.find("deputy").map(it -> deputy(it, limit)),
                absent(fields),
                fields.as("stand-in", STAND_IN, Optional.empty()));
        return named(when, fields, assignment);
    }

    /** Binds a written procedure. */
    Named runbook(Trigger when, Value value) {
        Fields fields = value.fields(Shapes.RUNBOOK);
        List<Assignment.Line> lines = new RunbookLines(scope, fields).bind();
        Duration planned =
                lines.stream().map(Assignment.Line::planned).reduce(Duration.ZERO, Duration::plus);
        Assignment assignment = new Assignment(
                true,
                "did",
                lines,
                fields.as("within", Notations.DURATION, planned),
                Optional.empty(),
                false,
                fields.as("stand-in", STAND_IN, Optional.empty()));
        return named(when, fields, assignment);
    }

    private static Named named(Trigger when, Fields fields, Assignment assignment) {
        Optional<Value> place = fields.find("called");
        String called = place.flatMap(Value::written).orElse("");
        return new Named(new Step.Ask(when, called, assignment), place);
    }

    private static List<String> answers(Fields fields) {
        if (!fields.has("answers")) {
            return USUAL_ANSWER;
        }
        Set<String> known = new HashSet<>();
        fields.find("answers").ifPresent(Value::notEmpty);
        return fields.list("answers", item -> {
            String answer = item.as(Notations.PHRASE);
            if (!answer.isEmpty() && !known.add(answer.toLowerCase(Locale.ROOT))) {
                item.problem("answer " + Quote.of(answer) + " is given twice", "each once", "");
            }
            return answer;
        });
    }

    private static Assignment.Deputy deputy(Value value, Optional<Duration> limit) {
        Fields fields = value.fields(Shapes.DEPUTY);
        Duration after = fields.as("after", Notations.DURATION, Duration.ofMillis(1));
        limit.filter(within -> after.compareTo(within) >= 0)
                .ifPresent(within -> fields.place("after")
                        .problem(
                                "the deputy is asked after " + DurationText.write(after)
                                        + ", when the time for an answer is over",
                                "needed: less than 'within', " + DurationText.write(within),
                                ""));
        return new Assignment.Deputy(fields.as("role", Notations.PHRASE, ""), after);
    }

    private static boolean absent(Fields fields) {
        boolean absent = fields.find("absent")
                .map(it -> it.word(List.of("false", "true")))
                .filter("true"::equals)
                .isPresent();
        if (absent && !fields.has("deputy")) {
            fields.place("absent")
                    .problem(
                            "who is asked is absent, and nobody else is asked",
                            "needed beside it: deputy",
                            "");
        }
        return absent;
    }
}

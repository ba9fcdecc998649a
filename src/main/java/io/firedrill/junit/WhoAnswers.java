package io.firedrill.junit;

import io.firedrill.journal.DrillClock;
import io.firedrill.observe.people.AnswerPage;
import io.firedrill.observe.people.AnswerTerminal;
import io.firedrill.observe.people.People;
import io.firedrill.scenario.Options;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Those who answer what the drills of a run ask of people; opened when the first one asks. */
final class WhoAnswers implements AutoCloseable {
    private Optional<People> people = Optional.empty();

    /**
     * Finds out whether a person is to be asked at a terminal where none opens: a drill would wait
     * for nobody.
     *
     * @return what is wrong; nothing where no chosen drill asks anybody
     */
    static List<String> missing(Options options, List<Scenario> chosen, Path tty) {
        boolean wanted = options.people() == Options.Answers.TERMINAL;
        return wanted && chosen.stream().anyMatch(WhoAnswers::asks) && !AnswerTerminal.opens(tty)
                ? List.of("firedrill.people=terminal: no terminal opens here, so nobody can be"
                        + " asked; allowed here: page, stand-in")
                : List.of();
    }

    private static boolean asks(Scenario scenario) {
        return scenario.steps().stream().anyMatch(Step.Ask.class::isInstance);
    }

    /** Gives those of the run; nobody for a drill that asks nothing. */
    synchronized People of(
            Scenario scenario, Options options, DrillClock clock, Consumer<String> say) {
        if (!asks(scenario)) {
            return People.nobody();
        }
        if (people.isEmpty()) {
            people = Optional.of(
                    switch (options.people()) {
                        case STAND_IN -> People.nobody();
                        case PAGE -> AnswerPage.open(say);
                        case TERMINAL -> AnswerTerminal.open(AnswerTerminal.TTY, clock);
                    });
        }
        return people.get();
    }

    /** Asks nobody any more. */
    @Override
    public synchronized void close() {
        people.ifPresent(People::close);
        people = Optional.empty();
    }
}

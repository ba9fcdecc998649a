package io.firedrill.run;

import static io.firedrill.run.TestScenarios.awaiting;
import static io.firedrill.run.TestScenarios.inject;
import static io.firedrill.run.TestScenarios.now;
import static io.firedrill.run.TestScenarios.recovered;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event;
import io.firedrill.scenario.Assignment;
import io.firedrill.scenario.Await.From;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What waits for people, and what does not; somebody is asked at 13 s and has 5 s. */
final class TimelineWithPeopleTests {
    private static final Objective RECOVERY = awaiting(recovered(2), 10, From.FIRST_FAULT);
    private static final Trigger ANSWERED = new Trigger.Answered("go-ahead");

    static Step.Ask ask(Duration within, Optional<Duration> standIn) {
        Assignment.Line line =
                new Assignment.Line("lead", "Shall we?", List.of("go", "wait"), within);
        return new Step.Ask(
                now(),
                "go-ahead",
                new Assignment(
                        false, "decided", List.of(line), within, Optional.empty(), false, standIn));
    }

    private static Scenario healedWhenAnswered() {
        return TestScenarios.of(
                List.of(
                        inject(now(), "vanish", "a"),
                        ask(Duration.ofSeconds(5), Optional.empty()),
                        new Step.Heal(ANSWERED, "the fault")),
                List.of(RECOVERY));
    }

    private static Scenario healedAtOnce() {
        return TestScenarios.of(
                List.of(
                        inject(now(), "vanish", "a"),
                        ask(Duration.ofSeconds(5), Optional.empty()),
                        new Step.Heal(now(), "the fault")),
                List.of());
    }

    private static Move next(Scenario scenario, double seconds, Told journal) {
        return new Timeline(scenario).next(Told.nanos(seconds), journal);
    }

    private static Told asked() {
        return new Told()
                .script(10)
                .injected(12)
                .at(13, new Event.StepDue(1, "ask for go-ahead", false))
                .at(
                        13,
                        new Event.PersonAsked(
                                "go-ahead", 1, "lead", "Shall we?", "page", Told.nanos(13)));
    }

    private static Event ended(boolean complete, double at) {
        return new Event.AskingEnded("go-ahead", complete, Told.nanos(at));
    }

    @Test
    void nobodyIsWaitedForBeforeWhatComesNext() {
        Told journal = new Told().script(10).injected(12);

        assertThat(next(healedAtOnce(), 12, journal)).isEqualTo(new Move.Due(1, false));
        assertThat(next(healedAtOnce(), 13.1, asked())).isEqualTo(new Move.Due(2, false));
    }

    @Test
    void aStepThatWaitsForAnAnswerIsDueWhenAllIsAnswered() {
        assertThat(next(healedWhenAnswered(), 14, asked()))
                .isEqualTo(new Move.NotYet("go-ahead to be answered"));
        assertThat(next(healedWhenAnswered(), 14, asked().at(14, ended(true, 14))))
                .isEqualTo(new Move.Due(2, false));
    }

    @Test
    void anAnswerIsNotWaitedForLongerThanItMayTake() {
        assertThat(next(healedWhenAnswered(), 18.5, asked())).isInstanceOf(Move.NotYet.class);
        assertThat(next(healedWhenAnswered(), 20.5, asked())).isEqualTo(new Move.Due(2, true));
    }

    @Test
    void whatIsBrokenIsHealedThoughSomebodyHasNotAnswered() {
        Scenario scenario = TestScenarios.of(
                List.of(inject(now(), "vanish", "a"), ask(Duration.ofSeconds(5), Optional.empty())),
                List.of());

        assertThat(next(scenario, 13.1, asked())).isEqualTo(new Move.HealRest());
    }

    @Test
    void theDrillIsNotOverBeforeTheAnswerOrItsTime() {
        Told open = asked().healed(14);
        Told answered = asked().healed(14).at(15, ended(true, 15));

        assertThat(next(healedAtOnce(), 15, open))
                .isEqualTo(new Move.NotYet("go-ahead to be answered"));
        assertThat(next(healedAtOnce(), 15, answered)).isEqualTo(new Move.Done());
        assertThat(next(healedAtOnce(), 20.5, open)).isEqualTo(new Move.Done());
    }
}

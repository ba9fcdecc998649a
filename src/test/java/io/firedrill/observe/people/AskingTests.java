package io.firedrill.observe.people;

import static io.firedrill.observe.people.Prompts.asked;
import static io.firedrill.observe.people.Prompts.decision;
import static io.firedrill.observe.people.Prompts.ended;
import static io.firedrill.observe.people.Prompts.nanos;
import static io.firedrill.observe.people.Prompts.procedure;
import static io.firedrill.observe.people.Prompts.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is written down of what people are asked, and when. */
class AskingTests {
    private static final Optional<Duration> NEVER = Optional.empty();
    private static final Optional<Duration> TWO_SECONDS = Optional.of(Duration.ofSeconds(2));

    private final Prompts drill = new Prompts();

    private static Event decided(String role, String detail, boolean standIn, double at) {
        return new Event.PersonActed(
                role, "decided", "decision", detail, standIn, nanos(5), nanos(at));
    }

    private static Asking.Answer answer(int line, String answer, String note) {
        return new Asking.Answer(line, answer, note);
    }

    @Test
    void aStandInGivesTheFirstAnswerWhenItIsDueAndNotBefore() {
        Asking asking = drill.at(5).ask(decision(false, TWO_SECONDS), "stand-in");
        drill.at(6.9);
        asking.tick();
        assertThat(drill.events).hasSize(1);

        drill.at(7.1);
        asking.tick();
        asking.tick();

        assertThat(drill.events)
                .containsExactly(
                        asked("lead", "stand-in", 5),
                        decided("lead", "go ahead", true, 7.1),
                        ended(true, 7.1));
        assertThat(asking.open()).isEmpty();
    }

    @Test
    void aStandInThatNeverAnswersLeavesItOpenUntilTheEnd() {
        Asking asking = drill.at(5).ask(decision(false, NEVER), "stand-in");

        drill.at(15);
        asking.tick();
        drill.at(60);
        asking.tick();
        asking.end();
        asking.end();

        assertThat(drill.events)
                .containsExactly(
                        asked("lead", "stand-in", 5),
                        asked("deputy", "stand-in", 15),
                        ended(false, 60));
    }

    @Test
    void wherePeopleAreAskedNoStandInAnswersForThem() {
        Asking asking = drill.at(5).ask(decision(false, TWO_SECONDS), "page");

        drill.at(9);
        asking.tick();
        Optional<String> why = asking.take(answer(0, "WAIT", " for\u001b[2J\nBob "));

        assertThat(why).isEmpty();
        assertThat(drill.events)
                .containsExactly(
                        asked("lead", "page", 5),
                        decided("lead", "wait: for [2J Bob", false, 9),
                        ended(true, 9));
    }

    @Test
    void forWhoIsAbsentOnlyTheDeputyAnswersAndItsStandInCountsFromItsOwnAsking() {
        Asking asking = drill.at(5).ask(decision(true, TWO_SECONDS), "stand-in");

        drill.at(8);
        asking.tick();
        assertThat(asking.take(answer(0, "wait", ""))).contains("lead is absent in this drill");
        drill.at(15);
        asking.tick();
        drill.at(17);
        asking.tick();

        assertThat(drill.events)
                .containsExactly(
                        asked("lead", "stand-in", 5),
                        asked("deputy", "stand-in", 15),
                        decided("deputy", "go ahead", true, 17),
                        ended(true, 17));
    }

    @Test
    void whatIsNoAnswerIsNotTakenAndNothingIsAnsweredTwice() {
        Asking asking = drill.at(5).ask(decision(false, NEVER), "page");

        assertThat(asking.take(answer(0, "perhaps", "")))
                .contains("the answers are: go ahead, wait");
        assertThat(asking.take(answer(1, "wait", "")))
                .contains("this was answered before, or is over");
        assertThat(asking.take(answer(0, "wait", ""))).isEmpty();
        assertThat(asking.take(answer(0, "go ahead", "")))
                .contains("this was answered before, or is over");

        assertThat(drill.events).hasSize(3);
    }

    @Test
    void theLinesOfAProcedureAreAskedOneAfterTheOtherEachWithItsOwnTime() {
        Asking asking = drill.at(5).ask(procedure(NEVER), "terminal");

        drill.at(8);
        assertThat(asking.take(answer(0, "skip", " "))).isPresent();
        assertThat(asking.take(answer(0, "skip", "it had stopped"))).isEmpty();
        assertThat(asking.open()).map(Asking.Open::place).contains("decision, line 2 of 2");
        drill.at(12);
        assertThat(asking.take(answer(0, "done", ""))).isPresent();
        assertThat(asking.take(answer(1, "done", ""))).isEmpty();

        assertThat(drill.events)
                .containsExactly(
                        told(1, "Stop the batch", 5),
                        new Event.PersonActed(
                                "operator",
                                "skipped",
                                "decision/1",
                                "it had stopped",
                                false,
                                nanos(5),
                                nanos(8)),
                        told(2, "Start the host", 8),
                        new Event.PersonActed(
                                "operator", "did", "decision/2", "", false, nanos(8), nanos(12)),
                        ended(true, 12));
    }

    @Test
    void aStandInWorksOffAProcedureLineByLine() {
        Asking asking = drill.at(5).ask(procedure(TWO_SECONDS), "stand-in");

        drill.at(7);
        asking.tick();
        asking.tick();
        drill.at(9);
        asking.tick();

        assertThat(drill.events).hasSize(5).endsWith(ended(true, 9));
    }
}

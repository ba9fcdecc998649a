package io.firedrill.run;

import static io.firedrill.run.TestScenarios.injectIntoPrimary;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.RealTime;
import io.firedrill.fault.FaultCatalog;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import io.firedrill.journal.JournalFile;
import io.firedrill.journal.JournalWriter;
import io.firedrill.observe.InboxCatalog;
import io.firedrill.observe.people.Asking;
import io.firedrill.observe.people.People;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.Trigger;
import io.firedrill.traffic.JourneyCatalog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who are asked while a drill runs. */
@RealTime
final class DrillWithPeopleTests {
    private static final Duration LONG = Duration.ofSeconds(25);

    @TempDir
    Path folder;

    private final FakeShop shop = new FakeShop();
    private final StopSignal stop = new StopSignal();
    private final HurriedClock clock = new HurriedClock();

    @AfterEach
    void closeTheShop() {
        shop.close();
    }

    private Journal run(Scenario scenario, People people) {
        Path file = folder.resolve("journal.jsonl");
        try (JournalWriter journal = JournalWriter.create(file, clock)) {
            Tools tools = new Tools(
                    any -> shop,
                    FaultCatalog.of(new ScriptedFault("lose", shop)),
                    StartGate.open(),
                    stop,
                    clock,
                    Map.of(),
                    1,
                    JourneyCatalog.of(),
                    InboxCatalog.load(),
                    people);
            new DrillRunner(tools).run(TestScenarios.pocket(scenario), journal);
        }
        return JournalFile.read(file);
    }

    private static Scenario healedWhenAnswered(Optional<Duration> standIn) {
        return TestScenarios.of(
                List.of(
                        injectIntoPrimary("lose"),
                        TimelineWithPeopleTests.ask(LONG, standIn),
                        new Step.Heal(new Trigger.Answered("go-ahead"), "the fault")),
                List.of());
    }

    /** Somebody who stops the drill when asked. */
    private final class Stopper implements People {
        @Override
        public String way() {
            return "page";
        }

        @Override
        public void show(Asking asking) {
            stop.stop("SIGINT");
        }

        @Override
        public void close() {}
    }

    @Test
    void theAnswerOfAStandInLetsTheScriptGoOnAndIsWrittenDownAsOne() {
        Journal journal =
                run(healedWhenAnswered(Optional.of(Duration.ofMillis(100))), People.nobody());

        Event.PersonAsked asked = journal.first(Event.PersonAsked.class).orElseThrow();
        Event.PersonActed act = journal.first(Event.PersonActed.class).orElseThrow();
        assertThat(asked.way()).isEqualTo("stand-in");
        assertThat(act.standIn()).isTrue();
        assertThat(act.about()).isEqualTo("go-ahead");
        assertThat(act.begin()).isEqualTo(asked.at());
        assertThat(act.end() - act.begin()).isGreaterThanOrEqualTo(100_000_000L);
        assertThat(journal.all(Event.AskingEnded.class))
                .singleElement()
                .matches(Event.AskingEnded::complete);
        assertThat(journal.all(Event.StepDue.class))
                .containsExactly(
                        new Event.StepDue(0, "lose primary", false),
                        new Event.StepDue(1, "ask for go-ahead", false),
                        new Event.StepDue(2, "heal the fault", false));
        assertThat(journal.first(Event.FaultHealed.class).orElseThrow().begin())
                .isGreaterThanOrEqualTo(act.end());
        assertThat(journal.first(Event.Trouble.class)).isEmpty();
    }

    @Test
    void aStopEndsTheWaitForPeopleAndHeals() {
        Journal journal = run(healedWhenAnswered(Optional.empty()), new Stopper());

        assertThat(journal.first(Event.Aborted.class)).contains(new Event.Aborted("SIGINT"));
        assertThat(journal.first(Event.FaultHealed.class)).isPresent();
        assertThat(journal.all(Event.AskingEnded.class))
                .singleElement()
                .matches(ended -> !ended.complete());
        assertThat(journal.first(Event.PersonActed.class)).isEmpty();
    }
}
